/* SPDX-License-Identifier: Apache-2.0 */
/* Many elements of a map at a time, for Erlang. */
#include "nif/loader_map.h"
#include "nif/loader_term.h"

#include "loader/map_ahead.h"
#include "loader/map_batch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

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

/* A walk that goes on, or ends; what it reads is prepended to the list. */
struct walk {
	struct map_resource *resource;
	struct map_cursor cursor;
	enum map_batch how;
	bool keys_only;
	ERL_NIF_TERM *room;
	ERL_NIF_TERM list;
};

static ERL_NIF_TERM make_item(ErlNifEnv *env, const struct walk *walk, const char *key,
			      const char *value)
{
	const struct map_resource *resource = walk->resource;
	ERL_NIF_TERM term = make_key(env, &resource->map, &resource->types, key, walk->room);

	if (walk->keys_only)
		return term;
	return enif_make_tuple2(
		env, term, make_value(env, &resource->map, &resource->types, value, walk->room));
}

static void prepend(ErlNifEnv *env, struct walk *walk, const struct map_chunk *chunk)
{
	const struct map *map = &walk->resource->map;

	for (uint32_t i = 0; i < chunk->count; i++) {
		const char *key = chunk->keys + (size_t)i * map->key_size;
		const char *value = chunk->values + (size_t)i * map->value_stride;

		walk->list = enif_make_list_cell(env, make_item(env, walk, key, value), walk->list);
	}
}

/* So many elements, or as many as have so many bytes, where that is less. */
static uint32_t at_most(const struct map *map, uint32_t elements, uint32_t bytes)
{
	size_t fit = bytes / (map->key_size + map->value_stride + 1) + 1;

	return fit < elements ? (uint32_t)fit : elements;
}

static int read_chunks(ErlNifEnv *env, struct walk *walk, uint32_t wanted)
{
	struct map *map = &walk->resource->map;
	const struct map_chunk *chunk;
	struct map_ahead ahead;
	int err;

	map_ahead__start(&ahead, map, &walk->cursor, walk->how, wanted);
	while ((chunk = map_ahead__next(&ahead, &err)))
		prepend(env, walk, chunk);
	map_ahead__stop(&ahead);
	return err;
}

/* {more, Cursor, List} | {done, List, exact | repeats} */
static ERL_NIF_TERM make_walk(ErlNifEnv *env, const struct walk *walk)
{
	const struct map_cursor *cursor = &walk->cursor;

	if (!cursor->done)
		return enif_make_tuple3(env, make_atom(env, "more"),
					make_bytes(env, cursor, sizeof(*cursor)), walk->list);
	return enif_make_tuple3(env, make_atom(env, "done"), walk->list,
				make_atom(env, cursor->repeats ? "repeats" : "exact"));
}

/* map_read(Map, Cursor | nil, pairs | keys | taken, Elements, Bytes, List) */
ERL_NIF_TERM map_read(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct walk walk = { .resource = get_map(env, argv[0]), .list = argv[5] };
	unsigned int elements, bytes;
	int err = -ENOMEM;

	if (!walk.resource || !get_cursor(env, argv[1], &walk.cursor) ||
	    !enif_get_uint(env, argv[3], &elements) || !elements ||
	    !enif_get_uint(env, argv[4], &bytes) || !enif_is_list(env, walk.list))
		return refuse_arguments(env, argc, argv);
	walk.how = enif_is_identical(argv[2], make_atom(env, "taken")) ? MAP_BATCH_TAKE
								       : MAP_BATCH_READ;
	walk.keys_only = enif_is_identical(argv[2], make_atom(env, "keys"));
	walk.room = calloc(element_room(&walk.resource->types) + 1, sizeof(*walk.room));
	if (walk.room)
		err = read_chunks(env, &walk, at_most(&walk.resource->map, elements, bytes));
	free(walk.room);
	return err ? make_error(env, err, NULL) : make_walk(env, &walk);
}

/* map_count(Map): {ok, Count, exact | repeats} */
ERL_NIF_TERM map_count(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *resource = get_map(env, argv[0]);
	uint64_t count;
	bool repeats;
	int err;

	if (!resource)
		return refuse_arguments(env, argc, argv);
	err = map__count(&resource->map, &count, &repeats);
	if (err)
		return make_error(env, err, NULL);
	return enif_make_tuple3(env, make_atom(env, "ok"), enif_make_uint64(env, count),
				make_atom(env, repeats ? "repeats" : "exact"));
}

ERL_NIF_TERM map_clear(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *resource = get_map(env, argv[0]);

	return resource ? make_done(env, map__clear(&resource->map))
			: refuse_arguments(env, argc, argv);
}

/* A list of pairs on its way into a map; `failed` is what stops it, for the pair number `put`. */
struct putting {
	const struct map *map;
	struct map_chunk chunk;
	ERL_NIF_TERM left;
	ERL_NIF_TERM failed;
	bool has_failed;
	size_t put;
};

static bool get_pair(ErlNifEnv *env, ERL_NIF_TERM term, struct putting *putting)
{
	const struct map *map = putting->map;
	struct map_chunk *chunk = &putting->chunk;
	char *key = chunk->keys + (size_t)chunk->count * map->key_size;
	char *value = chunk->values + (size_t)chunk->count * map->value_stride;
	const ERL_NIF_TERM *pair;
	const char *what = "key";
	enum misfit misfit = MISFIT_TYPE;
	int arity;

	if (enif_get_tuple(env, term, &arity, &pair) && arity == 2)
		misfit = get_key(env, pair[0], map, key);
	if (!misfit) {
		what = "value";
		misfit = get_value(env, pair[1], map, value);
	}
	if (!misfit)
		return true;
	putting->failed = make_misfit(env, what, misfit);
	putting->has_failed = true;
	return false;
}

/* As many pairs as the chunk has room for, up to one that is none. */
static void fill_chunk(ErlNifEnv *env, struct putting *putting)
{
	ERL_NIF_TERM head, tail;

	putting->chunk.count = 0;
	while (putting->chunk.count < putting->chunk.room &&
	       enif_get_list_cell(env, putting->left, &head, &tail) &&
	       get_pair(env, head, putting)) {
		putting->left = tail;
		putting->chunk.count++;
	}
}

static int put_chunks(ErlNifEnv *env, struct map *map, struct putting *putting, uint64_t flags)
{
	int err = map_chunk__take(&putting->chunk, map, 0);
	uint32_t put;

	while (!err && !putting->has_failed && !enif_is_empty_list(env, putting->left)) {
		fill_chunk(env, putting);
		err = map__put_chunk(map, &putting->chunk, flags, &put);
		putting->put += put;
	}
	map_chunk__release(&putting->chunk);
	return err;
}

/*
 * map_put_many(Map, Pairs, Flags): ok, or {Put, Error}, where so many were put, and the error is that
 * of the next one.
 */
ERL_NIF_TERM map_put_many(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *resource = get_map(env, argv[0]);
	struct putting putting = { .left = argv[1] };
	ErlNifUInt64 flags;
	unsigned int length;
	int err;

	if (!resource || !enif_get_list_length(env, putting.left, &length) ||
	    !enif_get_uint64(env, argv[2], &flags))
		return refuse_arguments(env, argc, argv);
	putting.map = &resource->map;
	err = put_chunks(env, &resource->map, &putting, flags);
	if (!err && !putting.has_failed)
		return make_atom(env, "ok");
	return enif_make_tuple2(env, enif_make_uint64(env, putting.put),
				err ? make_error(env, err, NULL) : putting.failed);
}
