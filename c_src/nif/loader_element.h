/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Keys and values of maps: terms to bytes, and back.
 *
 * They are given as integers of their declared type, or as binaries of just their size. They are
 * answered as the same, or, where a codec was given, as terms of its type. The value of a per-CPU map
 * is a list, one for each possible CPU.
 */
#ifndef HONEY_NIF_LOADER_ELEMENT_H
#define HONEY_NIF_LOADER_ELEMENT_H

#include "nif/loader_decode.h"

#include "loader/map.h"

#include <erl_nif.h>

/* How the bytes of a map become terms; a decoder is NULL where it is as the map's scalar says. */
struct element_types {
	struct decoder *key, *value;
};

/* Why a term is no key or value. */
enum misfit {
	MISFIT_NONE,
	MISFIT_TYPE,
	MISFIT_RANGE,
	MISFIT_SIZE,
};

/* An atom that names a scalar, or a codec, whose scalar is SCALAR_RAW. */
bool get_type(ErlNifEnv *env, ERL_NIF_TERM term, enum scalar *scalar, struct decoder **decoder);

/* Of a map without keys any term: there is nothing to it. */
enum misfit get_key(ErlNifEnv *env, ERL_NIF_TERM term, const struct map *map, void *to);
enum misfit get_value(ErlNifEnv *env, ERL_NIF_TERM term, const struct map *map, void *to);
/* {error, {key | value, type | range | size}} */
ERL_NIF_TERM make_misfit(ErlNifEnv *env, const char *what, enum misfit misfit);

/* Room for so many terms is needed to make a key or a value. */
size_t element_room(const struct element_types *types);
ERL_NIF_TERM make_key(ErlNifEnv *env, const struct map *map, const struct element_types *types,
		      const void *from, ERL_NIF_TERM *room);
ERL_NIF_TERM make_value(ErlNifEnv *env, const struct map *map, const struct element_types *types,
			const char *from, ERL_NIF_TERM *room);

#endif
