/* SPDX-License-Identifier: Apache-2.0 */
/* is_integer and the like: which part of a type each is true for. */
#ifndef HONEY_COMPILER_TYPE_TEST_H
#define HONEY_COMPILER_TYPE_TEST_H

#include "compiler/tables.h"
#include "compiler/type.h"

void split_by_test(struct compile *compile, enum operator_kind test, struct type type,
		   struct type *inside, struct type *outside);

#endif
