/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Warns of a binding inside `if`, `case` or `cond` that nothing reads, when the outer
 * variable of the same name is read later: in C it would have been an assignment.
 */
#ifndef HONEY_COMPILER_SCOPE_H
#define HONEY_COMPILER_SCOPE_H

struct compile;
struct function;

void scope_check(struct compile *compile, struct function *function);

#endif
