/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Keeps clang from computing with addresses.
 *
 * Whether a lookup found anything is, for clang, the comparison of an address with 0. Of two such
 * comparisons it likes to make one, of the `or` of what they compare; the verifier allows no
 * arithmetic on an address. No option tells clang not to, so it must not have two comparisons at
 * hand in one place:
 *
 *	- a branch by such a test is fenced off from the branches before it, unless it comes
 *	  right after its own lookup, which is fence enough;
 *	- a constant that such a branch sets is hidden, else clang takes the test for it. Where
 *	  branches are all that it is for, in an inlined function's callers too, these are
 *	  tests like the first: clang may go from one to the next without asking again;
 *	- a test that is used as a value is hidden itself.
 *
 * What hides and fences takes no instruction, but for the test that becomes a number.
 */
#ifndef HONEY_COMPILER_HIDE_H
#define HONEY_COMPILER_HIDE_H

struct compile;
struct ir_unit;

void hide(struct compile *compile, struct ir_unit *unit);

#endif
