/* SPDX-License-Identifier: Apache-2.0 */
/* A map's elements, all of them, in chunks. */
#include "loader/error_name.h"
#include "loader/map.h"
#include "loader/object.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <string.h>

/* How often a walk key by key may start again before it gives up. */
#define WALK_RESTARTS 8

/* Hash maps keep a bucket's number (4 bytes) as the position, arrays a key. */
static uint32_t position_size(const struct map *map)
{
	return map->key_size > 4 ? map->key_size : 4;
}

static int read_batch(struct map *map, int fd, struct map_cursor *cursor, void *keys, void *values,
		      uint32_t *count)
{
	LIBBPF_OPTS(bpf_map_batch_opts, options, .elem_flags = map->locked);
	unsigned char next[sizeof(cursor->position)] = { 0 };
	int err;

	err = bpf_map_lookup_batch(fd, cursor->size ? cursor->position : NULL, next, keys, values,
				   count, &options);
	if (err && err != -ENOENT)
		return err;
	cursor->done = err == -ENOENT;
	cursor->size = position_size(map);
	memcpy(cursor->position, next, cursor->size);
	return 0;
}

static bool may_step(const struct map *map, const struct map_cursor *cursor)
{
	return cursor->steps <= ((uint64_t)map->max_entries + 1) * WALK_RESTARTS;
}

/* An element that vanishes between finding its key and reading it is left out. */
static int read_keys(struct map *map, int fd, struct map_cursor *cursor, char *keys, char *values,
		     uint32_t *count)
{
	uint32_t wanted = *count;
	int err;

	cursor->by_key = true;
	for (*count = 0; *count < wanted; cursor->steps++) {
		char *key = keys + (size_t)*count * map->key_size;
		char *value = values + (size_t)*count * map->value_stride;

		if (!may_step(map, cursor))
			return -EAGAIN;
		err = bpf_map_get_next_key(fd, cursor->size ? cursor->position : NULL, key);
		if (err) {
			cursor->done = err == -ENOENT;
			return cursor->done ? 0 : err;
		}
		cursor->size = map->key_size;
		memcpy(cursor->position, key, map->key_size);
		err = bpf_map_lookup_elem_flags(fd, key, value, map->locked);
		if (!err)
			++*count;
		else if (err != -ENOENT)
			return err;
	}
	return 0;
}

static bool lacks_batch(int err)
{
	return err == -ERROR_UNSUPPORTED || err == -EOPNOTSUPP || err == -EINVAL;
}

static int read_entered(struct map *map, int fd, struct map_cursor *cursor, void *keys,
			void *values, uint32_t *count)
{
	uint32_t asked = *count;
	int err;

	if (!atomic_load(&map->no_batch)) {
		err = read_batch(map, fd, cursor, keys, values, count);
		if (cursor->size || !lacks_batch(err))
			return err;
		atomic_store(&map->no_batch, true);
		*count = asked;
	}
	return read_keys(map, fd, cursor, keys, values, count);
}

int map__read(struct map *map, struct map_cursor *cursor, void *keys, void *values, uint32_t *count)
{
	struct map_use use;
	int err = map__enter(map, &use);

	if (err)
		return err;
	err = read_entered(map, use.fd, cursor, keys, values, count);
	object__leave(use.object);
	return err;
}
