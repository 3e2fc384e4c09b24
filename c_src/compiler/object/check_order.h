/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The order of a function's blocks. Before they look at what a program does, kernels such as Linux 5.10
 * and 6.1 follow its instructions, and let only jumps lead back to one that they came through: a loop
 * whose body comes before its beginning in memory, and falls into that, is refused. clang lays
 * some loops out like that, rarely.
 */
#ifndef HONEY_COMPILER_CHECK_ORDER_H
#define HONEY_COMPILER_CHECK_ORDER_H

#include "compiler/object/check_body.h"

/* Reports the first instruction that falls into a loop which it is in. The body's jumps are sound. */
void check_order(struct check_context *context, const struct check_function *function,
		 const struct check_body *body);

#endif
