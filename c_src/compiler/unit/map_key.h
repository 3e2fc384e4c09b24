/* SPDX-License-Identifier: Apache-2.0 */
/* What the keys of a map have to be: small enough, an index, a number, or a prefix. */
#ifndef HONEY_COMPILER_MAP_KEY_H
#define HONEY_COMPILER_MAP_KEY_H

#include "compiler/unit/unit.h"

#define MAP_PREFIX_HINT "write `key_type: {:lpm, :ipv4}`, `{:lpm, :ipv6}` or `{:lpm, {:binary, n}}`"

/* Of the type that `key_type` says. One that is no index or number stands there as a u32 then. */
void map_key_check(struct compile *compile, struct map_definition *map);

#endif
