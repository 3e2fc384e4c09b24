/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the map functions share. */
#ifndef HONEY_NIF_LOADER_MAP_H
#define HONEY_NIF_LOADER_MAP_H

#include "nif/loader_element.h"

#include "loader/map.h"

#include <erl_nif.h>
#include <limits.h>

struct map_resource {
	struct map map;
	struct element_types types;
};

/* Keys and values up to this size need no memory of their own. */
#define SMALL_ELEMENT 512
/* A key may be a path. */
#define KEY_ROOM PATH_MAX

struct map_resource *get_map(ErlNifEnv *env, ERL_NIF_TERM term);
/* A new resource, with the scalars of its map; NULL where the terms are no types. */
struct map_resource *new_map_resource(ErlNifEnv *env, ERL_NIF_TERM key, ERL_NIF_TERM value,
				      enum scalar *key_scalar, enum scalar *value_scalar);
/* A resource with what was made of its map; the error where there is one. */
ERL_NIF_TERM make_opened(ErlNifEnv *env, struct map_resource *resource, int err);

#endif
