/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/map_batch.h"

#include "loader/error_name.h"
#include "loader/object.h"

#include <bpf/bpf.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* A chunk: so many elements, but no more bytes than this unless one needs more. */
#define CHUNK_ELEMENTS 8192
#define CHUNK_BYTES (1024 * 1024)

/* How often a walk from key to key may start again before it gives up. */
#define WALK_RESTARTS 8

static uint32_t good_room(const struct map *map)
{
	size_t fit = CHUNK_BYTES / (map->key_size + map->value_stride + 1);
	uint32_t room = fit < CHUNK_ELEMENTS ? (uint32_t)fit : CHUNK_ELEMENTS;

	return room ? room : 1;
}

int map_chunk__take(struct map_chunk *chunk, const struct map *map, uint32_t room)
{
	uint32_t count = room ? room : good_room(map);
	size_t key_bytes = ((size_t)count * map->key_size + 7) / 8 * 8;

	*chunk = (struct map_chunk){ .keys = calloc(1, key_bytes + count * map->value_stride + 1) };
	if (!chunk->keys)
		return -ENOMEM;
	chunk->values = chunk->keys + key_bytes;
	chunk->room = count;
	return 0;
}

void map_chunk__release(struct map_chunk *chunk)
{
	free(chunk->keys);
	*chunk = (struct map_chunk){ 0 };
}

static bool is_hash(const struct map *map)
{
	return map->type == BPF_MAP_TYPE_HASH || map->type == BPF_MAP_TYPE_PERCPU_HASH ||
	       map->type == BPF_MAP_TYPE_LRU_HASH || map->type == BPF_MAP_TYPE_LRU_PERCPU_HASH ||
	       map->type == BPF_MAP_TYPE_HASH_OF_MAPS;
}

/* Those whose keys are indices, each of which has a next one whether or not it has a value. */
static bool is_indexed(const struct map *map)
{
	return map->type == BPF_MAP_TYPE_ARRAY || map->type == BPF_MAP_TYPE_PERCPU_ARRAY ||
	       map->type == BPF_MAP_TYPE_PROG_ARRAY || map->type == BPF_MAP_TYPE_ARRAY_OF_MAPS ||
	       map->type == BPF_MAP_TYPE_DEVMAP || map->type == BPF_MAP_TYPE_CPUMAP ||
	       map->type == BPF_MAP_TYPE_STACK_TRACE;
}

/* By a batch a hash goes from bucket to bucket. */
static bool may_restart(const struct map *map, bool by_key)
{
	return !is_indexed(map) && (by_key || !is_hash(map));
}

static bool may_step(const struct map *map, const struct map_cursor *cursor)
{
	return !cursor->repeats ||
	       cursor->steps <= ((uint64_t)map->max_entries + 1) * WALK_RESTARTS;
}

/* Hashes keep a bucket's number (4 bytes) as the position, others a key. */
static uint32_t position_size(const struct map *map)
{
	return map->key_size > 4 ? map->key_size : 4;
}

static int call_batch(struct map *map, int fd, enum map_batch how, void *position, void *next,
		      struct map_chunk *chunk)
{
	LIBBPF_OPTS(bpf_map_batch_opts, options, .elem_flags = map->locked);

	chunk->count = chunk->room;
	if (how == MAP_BATCH_TAKE)
		return bpf_map_lookup_and_delete_batch(fd, position, next, chunk->keys,
						       chunk->values, &chunk->count, &options);
	return bpf_map_lookup_batch(fd, position, next, chunk->keys, chunk->values, &chunk->count,
				    &options);
}

/* -EINTR is that an element went away while it was read; what was read before it is there. */
static int read_batch(struct map *map, int fd, struct map_cursor *cursor, enum map_batch how,
		      struct map_chunk *chunk)
{
	unsigned char next[MAP_KEY_MOST] = { 0 };
	int err;

	cursor->repeats = may_restart(map, false);
	if (!may_step(map, cursor))
		return -EAGAIN;
	err = call_batch(map, fd, how, cursor->size ? cursor->position : NULL, next, chunk);
	if (err && err != -ENOENT && err != -EINTR)
		return err;
	cursor->steps += chunk->count + 1;
	cursor->done = err == -ENOENT;
	if (err == -EINTR && !chunk->count)
		return 0;
	cursor->size = position_size(map);
	memcpy(cursor->position, next, cursor->size);
	return 0;
}

static void *key_at(const struct map *map, const struct map_chunk *chunk)
{
	return chunk->keys + (size_t)chunk->count * map->key_size;
}

static void *value_at(const struct map *map, const struct map_chunk *chunk)
{
	return chunk->values + (size_t)chunk->count * map->value_stride;
}

/* The next key becomes the position; after the last one the walk is done. */
static int next_key(struct map *map, int fd, struct map_cursor *cursor)
{
	unsigned char next[MAP_KEY_MOST];
	int err = bpf_map_get_next_key(fd, cursor->size ? cursor->position : NULL, next);

	cursor->steps++;
	cursor->done = err == -ENOENT;
	if (err)
		return cursor->done ? 0 : err;
	cursor->size = map->key_size;
	memcpy(cursor->position, next, map->key_size);
	return 0;
}

/* An element that vanishes between finding its key and reading it is left out. */
static int read_keys(struct map *map, int fd, struct map_cursor *cursor, struct map_chunk *chunk)
{
	int err;

	while (chunk->count < chunk->room) {
		if (!may_step(map, cursor))
			return -EAGAIN;
		err = next_key(map, fd, cursor);
		if (err || cursor->done)
			return err;
		err = bpf_map_lookup_elem_flags(fd, cursor->position, value_at(map, chunk),
						map->locked);
		if (err && err != -ENOENT)
			return err;
		memcpy(key_at(map, chunk), cursor->position, map->key_size);
		chunk->count += !err;
	}
	return 0;
}

/* The key where the walk stands, and on to the next, as long as there is one to go on from. */
static int take_key(struct map *map, int fd, struct map_cursor *cursor, struct map_chunk *chunk)
{
	void *key = key_at(map, chunk);
	int err, taken;

	memcpy(key, cursor->position, map->key_size);
	err = next_key(map, fd, cursor);
	if (err)
		return err;
	taken = map__take_entered(map, fd, key, value_at(map, chunk));
	chunk->count += !taken;
	return taken == -ENOENT ? 0 : taken;
}

/* What was taken is given before an error is told. */
static int take_keys(struct map *map, int fd, struct map_cursor *cursor, struct map_chunk *chunk)
{
	int err = cursor->size ? 0 : next_key(map, fd, cursor);

	while (!err && !cursor->done && chunk->count < chunk->room) {
		err = take_key(map, fd, cursor, chunk);
		cursor->done = cursor->done || !may_step(map, cursor);
	}
	return chunk->count ? 0 : err;
}

static int read_entered(struct map *map, int fd, struct map_cursor *cursor, enum map_batch how,
			struct map_chunk *chunk)
{
	int err;

	if (!cursor->by_key && !atomic_load(&map->no_batch[how])) {
		err = read_batch(map, fd, cursor, how, chunk);
		if (cursor->size || !map__lacks(err))
			return err;
		atomic_store(&map->no_batch[how], true);
	}
	cursor->by_key = true;
	cursor->repeats = may_restart(map, true);
	chunk->count = 0;
	return how == MAP_BATCH_TAKE ? take_keys(map, fd, cursor, chunk)
				     : read_keys(map, fd, cursor, chunk);
}

static int read_chunk(struct map *map, struct map_cursor *cursor, enum map_batch how,
		      struct map_chunk *chunk)
{
	struct map_use use;
	int err = map__enter(map, &use);

	if (err)
		return err;
	err = read_entered(map, use.fd, cursor, how, chunk);
	object__leave(use.object);
	return err;
}

int map__next_chunk(struct map *map, struct map_cursor *cursor, enum map_batch how,
		    struct map_chunk *chunk)
{
	uint32_t room;
	int err;

	for (;;) {
		err = read_chunk(map, cursor, how, chunk);
		room = chunk->room;
		if (err != -ENOSPC || room > map->max_entries)
			return err;
		map_chunk__release(chunk);
		err = map_chunk__take(chunk, map, room * 2);
		if (err)
			return err;
	}
}

/* The kernel says how many it has put, and leaves the number alone where it does not begin. */
static int put_batch(struct map *map, int fd, const struct map_chunk *chunk, uint32_t *put)
{
	LIBBPF_OPTS(bpf_map_batch_opts, options, .elem_flags = map->locked);
	int err;

	*put = chunk->count;
	err = bpf_map_update_batch(fd, chunk->keys, chunk->values, put, &options);
	if (err && *put == chunk->count)
		*put = 0;
	return err;
}

static int put_keys(struct map *map, int fd, const struct map_chunk *chunk, uint64_t flags,
		    uint32_t *put)
{
	int err = 0;

	for (*put = 0; *put < chunk->count; ++*put) {
		err = bpf_map_update_elem(fd, chunk->keys + (size_t)*put * map->key_size,
					  chunk->values + (size_t)*put * map->value_stride,
					  flags | map->locked);
		if (err)
			break;
	}
	return err;
}

/* In a batch the kernel knows no other flag than that for locks. */
static int put_entered(struct map *map, int fd, const struct map_chunk *chunk, uint64_t flags,
		       uint32_t *put)
{
	int err;

	if (!flags && !atomic_load(&map->no_batch[MAP_BATCH_PUT])) {
		err = put_batch(map, fd, chunk, put);
		if (*put || !map__lacks(err))
			return err;
		atomic_store(&map->no_batch[MAP_BATCH_PUT], true);
	}
	return put_keys(map, fd, chunk, flags, put);
}

int map__put_chunk(struct map *map, const struct map_chunk *chunk, uint64_t flags, uint32_t *put)
{
	struct map_use use;
	int err = map__enter(map, &use);

	*put = 0;
	if (err)
		return err;
	err = put_entered(map, use.fd, chunk, flags, put);
	object__leave(use.object);
	return err;
}

int map__count(struct map *map, uint64_t *count, bool *repeats)
{
	struct map_cursor cursor = { 0 };
	struct map_chunk chunk;
	int err = map_chunk__take(&chunk, map, 0);

	for (*count = 0; !err && !cursor.done;) {
		err = map__next_chunk(map, &cursor, MAP_BATCH_READ, &chunk);
		*count += err ? 0 : chunk.count;
	}
	*repeats = cursor.repeats;
	map_chunk__release(&chunk);
	return err;
}

static int take_all(struct map *map)
{
	struct map_cursor cursor = { 0 };
	struct map_chunk chunk;
	int err = map_chunk__take(&chunk, map, 0);

	while (!err && !cursor.done)
		err = map__next_chunk(map, &cursor, MAP_BATCH_TAKE, &chunk);
	map_chunk__release(&chunk);
	return err;
}

/* The chunk is of zeros; a key is an index of 4 bytes. */
static int zero_all(struct map *map)
{
	struct map_chunk chunk;
	uint32_t index = 0, put;
	int err = map_chunk__take(&chunk, map, 0);

	while (!err && index < map->max_entries) {
		for (chunk.count = 0; chunk.count < chunk.room && index < map->max_entries; index++)
			memcpy(chunk.keys + chunk.count++ * sizeof(index), &index, sizeof(index));
		err = map__put_chunk(map, &chunk, 0, &put);
	}
	map_chunk__release(&chunk);
	return err;
}

/* Programs may push meanwhile: no more than there can have been. */
static int pop_all(struct map *map)
{
	struct map_chunk chunk;
	int err = map_chunk__take(&chunk, map, 1);

	for (uint32_t i = 0; !err && i < map->max_entries; i++)
		err = map__pop(map, chunk.values);
	map_chunk__release(&chunk);
	return err == -ENOENT ? 0 : err;
}

int map__clear(struct map *map)
{
	if (map->type == BPF_MAP_TYPE_ARRAY || map->type == BPF_MAP_TYPE_PERCPU_ARRAY)
		return zero_all(map);
	if (map->type == BPF_MAP_TYPE_QUEUE || map->type == BPF_MAP_TYPE_STACK)
		return pop_all(map);
	return take_all(map);
}
