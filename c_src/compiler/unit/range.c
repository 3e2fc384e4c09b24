/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/range.h"

static const struct map_key range_keys[RANGE_PARTS] = {
	[RANGE_STRUCT] = { .atom = "__struct__" },
	[RANGE_FIRST] = { .atom = "first" },
	[RANGE_LAST] = { .atom = "last" },
	[RANGE_STEP] = { .atom = "step" },
};

const struct shape *range_shape(struct compile *compile)
{
	return shape_of(compile, DATA_MAP, RANGE_PARTS, NO_LABEL, range_keys);
}

bool is_range_shape(const struct shape *shape)
{
	return shape->kind == DATA_MAP && shape_has_keys(shape, range_keys, RANGE_PARTS) &&
	       shape->count == RANGE_PARTS;
}
