/* SPDX-License-Identifier: Apache-2.0 */
/* Expressions of which the source alone tells that they have one value: numbers, variables, tuples. */
#ifndef HONEY_COMPILER_SAME_VALUE_H
#define HONEY_COMPILER_SAME_VALUE_H

#include <stdbool.h>

struct expression;

/* Whether two expressions have the same value, wherever in the function they stand. */
bool same_value(const struct expression *a, const struct expression *b);

bool is_simple(const struct expression *expression);

/* `{pid, 1}`, too: of numbers and variables, and tuples of these. */
bool is_simple_key(const struct expression *expression);

#endif
