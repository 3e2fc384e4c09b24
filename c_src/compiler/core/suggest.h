/* SPDX-License-Identifier: Apache-2.0 */
/* "did you mean": the name that was probably meant, for every kind of name that a user writes. */
#ifndef HONEY_COMPILER_SUGGEST_H
#define HONEY_COMPILER_SUGGEST_H

#include <stddef.h>

struct arena;

/*
 * The candidate that differs from `wanted` by the fewest letters; else the one of the fewest words
 * that has `wanted` among them (`pid` in `prev_pid`); the first of equals; NULL when none is near.
 * The case of letters does not count. What is returned is one of the candidates' pointers.
 */
const char *suggest_name(struct arena *arena, const char *wanted, const char *const *candidates,
			 size_t count);

#endif
