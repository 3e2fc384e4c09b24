/* SPDX-License-Identifier: Apache-2.0 */
#ifndef HONEY_COMPILER_MAP_OPTION_H
#define HONEY_COMPILER_MAP_OPTION_H

#include "compiler/unit/unit.h"

/* After `kind` and the name are known. */
void map_options_read(struct compile *compile, struct map_definition *map,
		      const struct term *options, int kernel);

/* Whether an option that is none was meant to be this one: then this one is not missing. */
bool map_option_is_misspelt(struct compile *compile, const struct term *options,
			    const char *option);
/* The diagnostic, at the `defmap`. */
void map_refuse(struct compile *compile, const struct map_definition *map, const char *problem,
		const char *hint);

#endif
