/* SPDX-License-Identifier: Apache-2.0 */
/* What the passes over data share: data of one shape, and what several shapes give. */
#ifndef HONEY_COMPILER_LOWER_DATA_H
#define HONEY_COMPILER_LOWER_DATA_H

#include "compiler/lower/lower_internal.h"

/* A value with these elements. */
struct value data_value(struct lower *lower, const struct shape *shape, struct value *elements);

/*
 * A result that each shape of a value gives in its own way:
 *
 *	result = 0; if (<first shape>) result = ...; if (<second shape>) result = ...;
 *
 * With one shape there are no branches, and what it gives is the result.
 */
struct merge {
	struct value result;
	bool is_branch;
};

struct merge merge_start(struct lower *lower, const struct type *type, bool is_branch);
void merge_add(struct lower *lower, struct merge *merge, struct ir_value *condition,
	       struct value value);
struct value merge_end(struct lower *lower, struct merge *merge);

/* Whether the value equals one of the items; NULL when it does for sure. */
struct ir_value *equals_one(struct lower *lower, const struct value *value,
			    const struct value *items, size_t count);

#endif
