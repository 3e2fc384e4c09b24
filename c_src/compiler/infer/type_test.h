/* SPDX-License-Identifier: Apache-2.0 */
/* is_integer and the like, an operation: which part of a type each is true for. */
#ifndef HONEY_COMPILER_TYPE_TEST_H
#define HONEY_COMPILER_TYPE_TEST_H

#include "compiler/syntax/syntax.h"
#include "compiler/unit/type.h"

void split_by_test(struct compile *compile, const struct expression *operation, struct type type,
		   struct type *inside, struct type *outside);

#endif
