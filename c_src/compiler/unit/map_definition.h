/* SPDX-License-Identifier: Apache-2.0 */
/* Reads one defmap of the unit and checks its options against the table of map kinds. */
#ifndef HONEY_COMPILER_MAP_DEFINITION_H
#define HONEY_COMPILER_MAP_DEFINITION_H

#include "compiler/unit/unit.h"

/*
 * False when the term is no map at all. A wrong option is the user's mistake: a
 * diagnostic, and a definition that later passes can work with.
 */
bool map_definition_read(struct compile *compile, struct unit *unit, struct map_definition *map,
			 const struct term *term);

#endif
