/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which functions call themselves, alone or in a circle. One that does so in tail position only
 * becomes a loop: those calls are EXPRESSION_NEXT from here on.
 */
#ifndef HONEY_COMPILER_RECURSION_H
#define HONEY_COMPILER_RECURSION_H

struct compile;
struct unit;

void recursion_find(struct compile *compile, struct unit *unit);

#endif
