/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the map functions share. */
#ifndef HONEY_NIF_LOADER_MAP_H
#define HONEY_NIF_LOADER_MAP_H

#include "loader/map.h"

#include <erl_nif.h>

struct map_resource {
	struct map map;
};

/* Why a term is no key or value. */
enum misfit {
	MISFIT_NONE,
	MISFIT_TYPE,
	MISFIT_RANGE,
	MISFIT_SIZE,
};

/* Keys and values up to this size need no memory of their own. */
#define SMALL_ELEMENT 512

struct map *get_map(ErlNifEnv *env, ERL_NIF_TERM term);
struct map_resource *new_map_resource(void);
/* A resource with what was made of its map; the error where there is one. */
ERL_NIF_TERM make_opened(ErlNifEnv *env, struct map_resource *resource, int err);
/* Of a map without keys any term: there is nothing to it. */
enum misfit get_key(ErlNifEnv *env, ERL_NIF_TERM term, const struct map *map, void *to);
/* {error, {key | value, type | range | size}} */
ERL_NIF_TERM make_misfit(ErlNifEnv *env, const char *what, enum misfit misfit);
bool get_scalar(ErlNifEnv *env, ERL_NIF_TERM term, enum scalar *scalar);
/* ok, or the error */
ERL_NIF_TERM make_done(ErlNifEnv *env, int err);

#endif
