/* SPDX-License-Identifier: Apache-2.0 */
/* Patterns of data against types: which shapes they may take, and what their items look at. */
#ifndef HONEY_COMPILER_DATA_PATTERN_H
#define HONEY_COMPILER_DATA_PATTERN_H

#include "compiler/syntax/syntax.h"
#include "compiler/unit/type.h"

/* The items of a data pattern; the tail of a list is the last of them. */
size_t pattern_item_count(const struct pattern *pattern);
const struct pattern *pattern_item(const struct pattern *pattern, size_t n);

/* Whether the pattern may take a value of the type: what is left out cannot match. */
bool pattern_can_match(struct compile *compile, struct atom_table *atoms,
		       const struct pattern *pattern, const struct type *type);
bool shape_can_match(struct compile *compile, struct atom_table *atoms,
		     const struct pattern *pattern, const struct data *data);
/* What the n-th item of a data pattern looks at; none when the shape has no such element. */
struct type pattern_element(struct compile *compile, const struct pattern *pattern,
			    const struct data *data, size_t n);

/* An atom that the enum does not have. */
bool is_no_member(const struct pattern *pattern, const struct memory_type *type);

/* Whether it is a map's, for a record, or a list's, for an array. */
bool pattern_is_of_memory(const struct pattern *pattern, const struct type *type);
/* Whether it is a map's, for the context. */
bool pattern_is_of_context(const struct pattern *pattern, const struct type *type);

#endif
