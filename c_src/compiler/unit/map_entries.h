/* SPDX-License-Identifier: Apache-2.0 */
/* `entries:` of defmap: what the map holds when it is made. The loader puts it there. */
#ifndef HONEY_COMPILER_MAP_ENTRIES_H
#define HONEY_COMPILER_MAP_ENTRIES_H

#include "compiler/unit/unit.h"

/* After all else is known of the map. */
void map_entries_read(struct compile *compile, struct map_definition *map,
		      const struct term *options);

/* The name of the program that the n-th value is, of a map of programs. */
const char *map_entry_program(const struct map_definition *map, size_t n);

#endif
