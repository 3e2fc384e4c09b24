/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of a type that are data: for type.c. */
#ifndef HONEY_COMPILER_DATA_TYPE_H
#define HONEY_COMPILER_DATA_TYPE_H

#include "compiler/unit/type.h"

/* The data of both types; tuples of one size are one shape where one has no label. */
void data_join(struct compile *compile, struct type *joined, const struct type *a,
	       const struct type *b);
void data_widen(struct compile *compile, struct type *type);
bool data_equal(const struct type *a, const struct type *b);

/* "`{:error, reason}`", "a list of 3 elements" */
const char *shape_text(struct compile *compile, const struct atom_table *atoms,
		       const struct shape *shape);

#endif
