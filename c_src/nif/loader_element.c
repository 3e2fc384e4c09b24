/* SPDX-License-Identifier: Apache-2.0 */
#include "nif/loader_element.h"

#include "nif/loader_term.h"

#include <string.h>

static bool get_scalar(ErlNifEnv *env, ERL_NIF_TERM term, enum scalar *scalar)
{
	char name[8];

	if (enif_get_atom(env, term, name, sizeof(name), ERL_NIF_LATIN1) <= 0)
		return false;
	if (!strcmp(name, scalar__name(SCALAR_RAW))) {
		*scalar = SCALAR_RAW;
		return true;
	}
	return scalar__by_name(name, scalar);
}

bool get_type(ErlNifEnv *env, ERL_NIF_TERM term, enum scalar *scalar, struct decoder **decoder)
{
	*decoder = NULL;
	if (enif_is_atom(env, term))
		return get_scalar(env, term, scalar);
	*scalar = SCALAR_RAW;
	*decoder = decoder_new(env, term);
	return *decoder;
}

/* Terms to bytes */

static enum misfit get_integer(ErlNifEnv *env, ERL_NIF_TERM term, struct integer *integer)
{
	ErlNifSInt64 narrow;
	ErlNifUInt64 wide;

	if (enif_get_int64(env, term, &narrow))
		*integer = (struct integer){ (uint64_t)narrow, narrow < 0 };
	else if (enif_get_uint64(env, term, &wide))
		*integer = (struct integer){ wide, false };
	else if (enif_term_type(env, term) == ERL_NIF_TERM_TYPE_INTEGER)
		return MISFIT_RANGE;
	else
		return MISFIT_TYPE;
	return MISFIT_NONE;
}

static enum misfit get_element(ErlNifEnv *env, ERL_NIF_TERM term, enum scalar scalar, size_t size,
			       void *to)
{
	struct integer integer;
	ErlNifBinary binary;
	enum misfit misfit;

	if (scalar == SCALAR_RAW) {
		if (!enif_inspect_binary(env, term, &binary))
			return MISFIT_TYPE;
		if (binary.size != size)
			return MISFIT_SIZE;
		memcpy(to, binary.data, size);
		return MISFIT_NONE;
	}
	misfit = get_integer(env, term, &integer);
	if (misfit)
		return misfit;
	return scalar__store(scalar, integer, to) ? MISFIT_NONE : MISFIT_RANGE;
}

enum misfit get_key(ErlNifEnv *env, ERL_NIF_TERM term, const struct map *map, void *to)
{
	if (!map->key_size)
		return MISFIT_NONE;
	return get_element(env, term, map->key, map->key_size, to);
}

static enum misfit get_slots(ErlNifEnv *env, ERL_NIF_TERM term, const struct map *map, char *to)
{
	enum misfit misfit = MISFIT_NONE;
	ERL_NIF_TERM head;
	unsigned int length;

	if (!enif_get_list_length(env, term, &length))
		return MISFIT_TYPE;
	if (length != map->slots)
		return MISFIT_SIZE;
	memset(to, 0, map->value_stride);
	for (; !misfit && enif_get_list_cell(env, term, &head, &term); to += map->value_slot)
		misfit = get_element(env, head, map->value, map->value_size, to);
	return misfit;
}

enum misfit get_value(ErlNifEnv *env, ERL_NIF_TERM term, const struct map *map, void *to)
{
	if (map->per_cpu)
		return get_slots(env, term, map, to);
	return get_element(env, term, map->value, map->value_size, to);
}

ERL_NIF_TERM make_misfit(ErlNifEnv *env, const char *what, enum misfit misfit)
{
	static const char *const names[] = {
		[MISFIT_NONE] = "none",
		[MISFIT_TYPE] = "type",
		[MISFIT_RANGE] = "range",
		[MISFIT_SIZE] = "size",
	};
	ERL_NIF_TERM reason =
		enif_make_tuple2(env, make_atom(env, what), make_atom(env, names[misfit]));

	return enif_make_tuple2(env, make_atom(env, "error"), reason);
}

/* Bytes to terms */

size_t element_room(const struct element_types *types)
{
	size_t key = types->key ? decoder_room(types->key) : 0;
	size_t value = types->value ? decoder_room(types->value) : 0;

	return key > value ? key : value;
}

static ERL_NIF_TERM make_element(ErlNifEnv *env, enum scalar scalar, size_t size, const void *from)
{
	struct integer integer;

	if (scalar == SCALAR_RAW)
		return make_bytes(env, from, size);
	integer = scalar__load(scalar, from);
	if (integer.negative)
		return enif_make_int64(env, (int64_t)integer.bits);
	return enif_make_uint64(env, integer.bits);
}

ERL_NIF_TERM make_key(ErlNifEnv *env, const struct map *map, const struct element_types *types,
		      const void *from, ERL_NIF_TERM *room)
{
	if (types->key)
		return decoder_term(env, types->key, from, room);
	return make_element(env, map->key, map->key_size, from);
}

static ERL_NIF_TERM make_slot(ErlNifEnv *env, const struct map *map,
			      const struct element_types *types, const void *from,
			      ERL_NIF_TERM *room)
{
	if (types->value)
		return decoder_term(env, types->value, from, room);
	return make_element(env, map->value, map->value_size, from);
}

ERL_NIF_TERM make_value(ErlNifEnv *env, const struct map *map, const struct element_types *types,
			const char *from, ERL_NIF_TERM *room)
{
	ERL_NIF_TERM list;

	if (!map->per_cpu)
		return make_slot(env, map, types, from, room);
	list = enif_make_list(env, 0);
	for (unsigned int i = map->slots; i-- > 0;)
		list = enif_make_list_cell(
			env, make_slot(env, map, types, from + i * map->value_slot, room), list);
	return list;
}
