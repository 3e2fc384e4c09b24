/* SPDX-License-Identifier: Apache-2.0 */
/* The part of a type that is a string or a slice. */
#ifndef HONEY_COMPILER_BINARY_TYPE_H
#define HONEY_COMPILER_BINARY_TYPE_H

#include "compiler/unit/type.h"

/* Two of a kind stay that; others become slices of an array, if they can. */
void binary_join(struct type *joined, const struct type *a, const struct type *b);
bool binary_equal(const struct type *a, const struct type *b);
/* A literal is a string, or, with a NUL in it, a slice of an array. */
void binary_widen(struct type *type);
/* "a binary of 6 bytes": for messages. */
const char *slice_text(struct compile *compile, const struct slice *slice);

#endif
