/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A range is what it is in Elixir: a map with the keys __struct__, first, last and step. The
 * compiler lets nobody make one whose parts are no integers, or whose step is 0.
 */
#ifndef HONEY_COMPILER_RANGE_H
#define HONEY_COMPILER_RANGE_H

#include "compiler/unit/shape.h"

/* Its parts, in the order of a map's keys. */
enum range_part { RANGE_STRUCT, RANGE_FIRST, RANGE_LAST, RANGE_STEP, RANGE_PARTS };

const struct shape *range_shape(struct compile *compile);
bool is_range_shape(const struct shape *shape);

#endif
