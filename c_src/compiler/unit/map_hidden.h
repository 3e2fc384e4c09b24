/* SPDX-License-Identifier: Apache-2.0 */
/* Fields that are the kernel's own, in a map's values: which maps can have them, from which kernel on. */
#ifndef HONEY_COMPILER_MAP_HIDDEN_H
#define HONEY_COMPILER_MAP_HIDDEN_H

#include "compiler/unit/unit.h"

void map_check_hidden(struct compile *compile, const struct map_definition *map, int kernel);

#endif
