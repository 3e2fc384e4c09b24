/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An update in place of an integer whose new value is neither a sum nor made of its bits: it is exchanged
 * for that, in turns until no other CPU has come between.
 */
#ifndef HONEY_COMPILER_EXCHANGE_H
#define HONEY_COMPILER_EXCHANGE_H

#include <stdbool.h>

struct expression;
struct instance;
struct map_definition;

/* With 32 CPUs at it, each has come through once by then. */
#define MOST_EXCHANGES 32

/* Whether an update is one, if it is in place. */
bool is_by_exchange(const struct instance *instance, int kernel, const struct map_definition *map,
		    const struct expression *call);

#endif
