/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Maps for Erlang. Keys and values are integers of their declared type, or
 * binaries of just their size; the value of a per-CPU map is a list of them,
 * one for each possible CPU.
 */
#include "nif/loader_map.h"
#include "nif/loader_term.h"

#include "loader/log.h"
#include "loader/map.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* A chunk of a walk: so many elements, but no more bytes than this unless one needs more. */
#define CHUNK_ELEMENTS 4096
#define CHUNK_BYTES (1024 * 1024)

static ErlNifResourceType *map_type;

struct map *get_map(ErlNifEnv *env, ERL_NIF_TERM term)
{
	struct map_resource *resource;

	if (!enif_get_resource(env, term, map_type, (void **)&resource))
		return NULL;
	return &resource->map;
}

static void map_destroy(ErlNifEnv *env, void *argument)
{
	struct map_resource *resource = argument;

	(void)env;
	map__release(&resource->map);
}

int map_open_types(ErlNifEnv *env, ErlNifResourceFlags flags)
{
	ErlNifResourceTypeInit calls = { .dtor = map_destroy };

	map_type = enif_open_resource_type_x(env, "honey_map", &calls, flags, NULL);
	return map_type ? 0 : -1;
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

/* Of a map without keys any term: there is nothing to it. */
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

static enum misfit get_value(ErlNifEnv *env, ERL_NIF_TERM term, const struct map *map, void *to)
{
	if (map->per_cpu)
		return get_slots(env, term, map, to);
	return get_element(env, term, map->value, map->value_size, to);
}

/* {error, {key | value, type | range | size}} */
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

static ERL_NIF_TERM make_key(ErlNifEnv *env, const struct map *map, const void *from)
{
	return make_element(env, map->key, map->key_size, from);
}

static ERL_NIF_TERM make_value(ErlNifEnv *env, const struct map *map, const char *from)
{
	ERL_NIF_TERM list;

	if (!map->per_cpu)
		return make_element(env, map->value, map->value_size, from);
	list = enif_make_list(env, 0);
	for (unsigned int i = map->slots; i-- > 0;) {
		const char *slot = from + i * map->value_slot;

		list = enif_make_list_cell(
			env, make_element(env, map->value, map->value_size, slot), list);
	}
	return list;
}

/* Room for one element, on the stack where it is small. */

struct room {
	char small[SMALL_ELEMENT] __attribute__((aligned(8)));
	char *bytes;
};

static bool room_take(struct room *room, size_t size)
{
	room->bytes = size <= sizeof(room->small) ? room->small : malloc(size);
	return room->bytes;
}

static void room_release(struct room *room)
{
	if (room->bytes != room->small)
		free(room->bytes);
}

/* The functions */

bool get_scalar(ErlNifEnv *env, ERL_NIF_TERM term, enum scalar *scalar)
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

/* A resource with what `open` makes of its map. */
ERL_NIF_TERM make_opened(ErlNifEnv *env, struct map_resource *resource, int err)
{
	ERL_NIF_TERM term = enif_make_resource(env, resource);

	enif_release_resource(resource);
	return err ? make_error(env, err, NULL) : make_ok(env, term);
}

struct map_resource *new_map_resource(void)
{
	struct map_resource *resource = enif_alloc_resource(map_type, sizeof(*resource));

	memset(resource, 0, sizeof(*resource));
	return resource;
}

ERL_NIF_TERM map_open(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	struct map_resource *resource;
	enum scalar key, value;
	char name[NAME_SIZE];

	(void)argc;
	if (!object || !get_name(env, argv[1], name) || !get_scalar(env, argv[2], &key) ||
	    !get_scalar(env, argv[3], &value))
		return enif_make_badarg(env);
	resource = new_map_resource();
	return make_opened(env, resource, map__open(object, name, key, value, &resource->map));
}

/* {ok, Value} | absent */
static ERL_NIF_TERM make_found(ErlNifEnv *env, const struct map *map, int err, const char *value)
{
	if (err == -ENOENT)
		return make_atom(env, "absent");
	return err ? make_error(env, err, NULL) : make_ok(env, make_value(env, map, value));
}

ERL_NIF_TERM map_get(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map *map = get_map(env, argv[0]);
	unsigned char key[SMALL_ELEMENT];
	enum misfit misfit;
	struct room value;
	ERL_NIF_TERM term;
	int err;

	(void)argc;
	if (!map)
		return enif_make_badarg(env);
	misfit = get_key(env, argv[1], map, key);
	if (misfit)
		return make_misfit(env, "key", misfit);
	if (!room_take(&value, map->value_stride))
		return make_error(env, -ENOMEM, NULL);
	err = map__lookup(map, map->key_size ? key : NULL, value.bytes);
	term = make_found(env, map, err, value.bytes);
	room_release(&value);
	return term;
}

ERL_NIF_TERM make_done(ErlNifEnv *env, int err)
{
	return err ? make_error(env, err, NULL) : make_atom(env, "ok");
}

static ERL_NIF_TERM put_group(ErlNifEnv *env, struct map *map, const void *key, ERL_NIF_TERM term,
			      uint64_t flags)
{
	char path[PATH_MAX];
	ErlNifBinary binary;

	if (!enif_inspect_binary(env, term, &binary) || memchr(binary.data, 0, binary.size))
		return make_misfit(env, "value", MISFIT_TYPE);
	if (binary.size >= sizeof(path))
		return make_error(env, -ENAMETOOLONG, NULL);
	memcpy(path, binary.data, binary.size);
	path[binary.size] = '\0';
	return make_done(env, map__put_group(map, key, path, flags));
}

ERL_NIF_TERM map_put(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map *map = get_map(env, argv[0]);
	unsigned char key[SMALL_ELEMENT];
	enum misfit misfit;
	ErlNifUInt64 flags;
	struct room value;
	ERL_NIF_TERM term;

	(void)argc;
	if (!map || !enif_get_uint64(env, argv[3], &flags))
		return enif_make_badarg(env);
	misfit = get_key(env, argv[1], map, key);
	if (misfit)
		return make_misfit(env, "key", misfit);
	if (map->has_groups)
		return put_group(env, map, key, argv[2], flags);
	if (!room_take(&value, map->value_stride))
		return make_error(env, -ENOMEM, NULL);
	misfit = get_value(env, argv[2], map, value.bytes);
	if (misfit)
		term = make_misfit(env, "value", misfit);
	else
		term = make_done(env,
				 map__update(map, map->key_size ? key : NULL, value.bytes, flags));
	room_release(&value);
	return term;
}

/* Of a queue or stack the next value, which it then has no more. */
ERL_NIF_TERM map_pop(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map *map = get_map(env, argv[0]);
	struct room value;
	ERL_NIF_TERM term;
	int err;

	(void)argc;
	if (!map)
		return enif_make_badarg(env);
	if (!room_take(&value, map->value_stride))
		return make_error(env, -ENOMEM, NULL);
	err = map__pop(map, value.bytes);
	term = make_found(env, map, err, value.bytes);
	room_release(&value);
	return term;
}

/* Whether a filter may have the value: true | false */
ERL_NIF_TERM map_member(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map *map = get_map(env, argv[0]);
	enum misfit misfit;
	struct room value;
	ERL_NIF_TERM term;
	int err;

	(void)argc;
	if (!map)
		return enif_make_badarg(env);
	if (!room_take(&value, map->value_stride))
		return make_error(env, -ENOMEM, NULL);
	misfit = get_value(env, argv[1], map, value.bytes);
	err = misfit ? 0 : map__lookup(map, NULL, value.bytes);
	if (misfit)
		term = make_misfit(env, "value", misfit);
	else if (err && err != -ENOENT)
		term = make_error(env, err, NULL);
	else
		term = make_atom(env, err ? "false" : "true");
	room_release(&value);
	return term;
}

ERL_NIF_TERM map_delete(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map *map = get_map(env, argv[0]);
	unsigned char key[SMALL_ELEMENT];
	enum misfit misfit;

	(void)argc;
	if (!map)
		return enif_make_badarg(env);
	misfit = get_key(env, argv[1], map, key);
	if (misfit)
		return make_misfit(env, "key", misfit);
	return make_done(env, map__delete(map, key));
}

/* A walk: chunks that are prepended to a list, with the cursor as a binary between them. */

struct chunk {
	char *keys;
	char *values;
	uint32_t count;
};

static bool chunk_take(struct chunk *chunk, const struct map *map, uint32_t count)
{
	size_t key_bytes = ((size_t)count * map->key_size + 7) / 8 * 8;

	chunk->keys = malloc(key_bytes + (size_t)count * map->value_stride);
	chunk->values = chunk->keys ? chunk->keys + key_bytes : NULL;
	chunk->count = count;
	return chunk->keys;
}

static uint32_t chunk_elements(const struct map *map)
{
	size_t fit = CHUNK_BYTES / (map->key_size + map->value_stride + 1);
	uint32_t count = fit < CHUNK_ELEMENTS ? (uint32_t)fit : CHUNK_ELEMENTS;

	return count ? count : 1;
}

/* A bucket of a hash map comes whole: one that is larger than the chunk makes the chunk grow. */
static int chunk_read(struct chunk *chunk, struct map *map, struct map_cursor *cursor)
{
	uint32_t count = chunk_elements(map);
	int err;

	for (;;) {
		if (!chunk_take(chunk, map, count))
			return -ENOMEM;
		err = map__read(map, cursor, chunk->keys, chunk->values, &chunk->count);
		if (!err)
			return 0;
		free(chunk->keys);
		if (err != -ENOSPC || count > map->max_entries)
			return err;
		count *= 2;
	}
}

static bool get_cursor(ErlNifEnv *env, ERL_NIF_TERM term, struct map_cursor *cursor)
{
	ErlNifBinary binary;

	memset(cursor, 0, sizeof(*cursor));
	if (enif_is_atom(env, term))
		return true;
	if (!enif_inspect_binary(env, term, &binary) || binary.size != sizeof(*cursor))
		return false;
	memcpy(cursor, binary.data, sizeof(*cursor));
	return cursor->size <= sizeof(cursor->position);
}

/* {more, Cursor, List} | {done, List, exact | repeats} */
static ERL_NIF_TERM make_walk(ErlNifEnv *env, const struct map_cursor *cursor, ERL_NIF_TERM list)
{
	if (!cursor->done)
		return enif_make_tuple3(env, make_atom(env, "more"),
					make_bytes(env, cursor, sizeof(*cursor)), list);
	return enif_make_tuple3(env, make_atom(env, "done"), list,
				make_atom(env, cursor->by_key ? "repeats" : "exact"));
}

static ERL_NIF_TERM make_pair(ErlNifEnv *env, const struct map *map, const char *key,
			      const char *value, bool keys_only)
{
	ERL_NIF_TERM term = make_key(env, map, key);

	return keys_only ? term : enif_make_tuple2(env, term, make_value(env, map, value));
}

/* map_read(Map, Cursor | nil, pairs | keys, List) */
ERL_NIF_TERM map_read(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map *map = get_map(env, argv[0]);
	bool keys_only = enif_is_identical(argv[2], make_atom(env, "keys"));
	ERL_NIF_TERM list = argv[3];
	struct map_cursor cursor;
	struct chunk chunk;
	int err;

	(void)argc;
	if (!map || !get_cursor(env, argv[1], &cursor) || !enif_is_list(env, list))
		return enif_make_badarg(env);
	err = chunk_read(&chunk, map, &cursor);
	if (err)
		return make_error(env, err, NULL);
	for (uint32_t i = 0; i < chunk.count; i++) {
		const char *key = chunk.keys + (size_t)i * map->key_size;
		const char *value = chunk.values + (size_t)i * map->value_stride;

		list = enif_make_list_cell(env, make_pair(env, map, key, value, keys_only), list);
	}
	free(chunk.keys);
	return make_walk(env, &cursor, list);
}

ERL_NIF_TERM map_cpus(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	int cpus = map__cpus();

	(void)argc;
	(void)argv;
	return cpus < 0 ? make_error(env, cpus, NULL) : make_ok(env, enif_make_int(env, cpus));
}
