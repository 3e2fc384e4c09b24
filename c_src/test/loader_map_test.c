/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The elements of maps, one and many at a time, by batches of the kernel and without: where this process may
 * use BPF, and clang is there to build the objects of test/support/loader.
 */
#include "loader/error_name.h"
#include "loader/log.h"
#include "loader/map.h"
#include "loader/map_ahead.h"
#include "loader/map_batch.h"
#include "loader/object.h"
#include "test/loader_fixture.h"
#include "test/object_fixture.h"

#include <errno.h>
#include <linux/bpf.h>
#include <stdio.h>
#include <stdlib.h>

static void test_elements(const struct file *file)
{
	struct object *object = loader_load(file);
	uint32_t key = 7;
	uint64_t value = 70;
	struct map map;

	EXPECT(map__open(object, "hash", SCALAR_U64, SCALAR_U64, &map) == -EPROTOTYPE);
	EXPECT(map__open(object, "none", SCALAR_U32, SCALAR_U64, &map) == -ESRCH);
	EXPECT(!map__open(object, "hash", SCALAR_U32, SCALAR_U64, &map));
	EXPECT(map__lookup(&map, &key, &value) == -ENOENT);
	EXPECT(!map__update(&map, &key, &value, 0));
	value = 0;
	EXPECT(!map__lookup(&map, &key, &value) && value == 70);
	EXPECT(!map__delete(&map, &key) && map__delete(&map, &key) == -ENOENT);
	loader_unload(object);
	EXPECT(map__lookup(&map, &key, &value) == -ERROR_CLOSED);
	EXPECT(map__update(&map, &key, &value, 0) == -ERROR_CLOSED);
	EXPECT(map__delete(&map, &key) == -ERROR_CLOSED);
	map__release(&map);
}

#define ELEMENTS 10000

static void fill(struct map *map, uint32_t elements)
{
	struct map_chunk chunk;
	uint32_t put;

	EXPECT(!map_chunk__take(&chunk, map, elements));
	for (uint32_t key = 0; key < elements; key++) {
		((uint32_t *)chunk.keys)[key] = key;
		((uint64_t *)chunk.values)[key] = key * 2;
	}
	chunk.count = elements;
	EXPECT(!map__put_chunk(map, &chunk, 0, &put) && put == elements);
	map_chunk__release(&chunk);
}

static void see(const struct map_chunk *chunk, bool *seen)
{
	for (uint32_t i = 0; i < chunk->count; i++) {
		uint32_t key = ((const uint32_t *)chunk->keys)[i];

		EXPECT(key < ELEMENTS && !seen[key] && ((uint64_t *)chunk->values)[i] == key * 2);
		seen[key] = true;
	}
}

/* In chunks of so many, which grow where a bucket has more. */
static void walk(struct map *map, enum map_batch how, uint32_t room, uint32_t expected)
{
	struct map_cursor cursor = { 0 };
	bool *seen = calloc(ELEMENTS, sizeof(*seen));
	struct map_chunk chunk;
	uint32_t total = 0;

	EXPECT(!map_chunk__take(&chunk, map, room));
	while (!cursor.done) {
		if (map__next_chunk(map, &cursor, how, &chunk)) {
			EXPECT(false);
			break;
		}
		see(&chunk, seen);
		total += chunk.count;
	}
	EXPECT(total == expected);
	map_chunk__release(&chunk);
	free(seen);
}

/* So many at a time, each chunk read while the one before it is in use. */
static void walk_ahead(struct map *map, enum map_batch how, uint32_t wanted, uint32_t expected)
{
	struct map_cursor cursor = { 0 };
	bool *seen = calloc(ELEMENTS, sizeof(*seen));
	const struct map_chunk *chunk;
	struct map_ahead ahead;
	uint32_t total = 0;
	int err = 0;

	while (!cursor.done && !err) {
		uint32_t before = total;

		map_ahead__start(&ahead, map, &cursor, how, wanted);
		while ((chunk = map_ahead__next(&ahead, &err))) {
			see(chunk, seen);
			total += chunk->count;
		}
		EXPECT(!err && (cursor.done || total - before >= (wanted + 1) / 2));
		EXPECT(total - before <= wanted + 16);
		EXPECT(!map_ahead__next(&ahead, &err) && !err);
		map_ahead__stop(&ahead);
	}
	EXPECT(total == expected);
	free(seen);
}

static void count(struct map *map, uint64_t expected, bool may_repeat)
{
	uint64_t found;
	bool repeats;

	EXPECT(!map__count(map, &found, &repeats));
	EXPECT(found == expected && repeats == may_repeat);
}

static void test_many(struct map *map, bool by_key)
{
	for (int i = 0; i < MAP_BATCHES; i++)
		atomic_store(&map->no_batch[i], by_key);
	fill(map, ELEMENTS);
	walk(map, MAP_BATCH_READ, 300, ELEMENTS);
	walk(map, MAP_BATCH_READ, 1, ELEMENTS);
	for (uint32_t wanted = 1; wanted < 8 * ELEMENTS; wanted *= 6)
		walk_ahead(map, MAP_BATCH_READ, wanted, ELEMENTS);
	count(map, ELEMENTS, by_key);
	walk_ahead(map, MAP_BATCH_TAKE, 4 * ELEMENTS, ELEMENTS);
	count(map, 0, by_key);
	fill(map, ELEMENTS);
	walk(map, MAP_BATCH_TAKE, 300, ELEMENTS);
	count(map, 0, by_key);
	fill(map, 500);
	walk(map, MAP_BATCH_TAKE, 1, 500);
	fill(map, ELEMENTS);
	EXPECT(!map__clear(map));
	count(map, 0, by_key);
	for (int i = 0; i < MAP_BATCHES; i++)
		EXPECT(atomic_load(&map->no_batch[i]) == by_key);
}

/* Of a full map: what was put before, and the error of the next. */
static void test_put_until_full(struct object *object, bool by_key)
{
	struct map_chunk chunk;
	struct map map;
	uint32_t put;

	EXPECT(!map__open(object, "hash", SCALAR_U32, SCALAR_U64, &map));
	EXPECT(!map_chunk__take(&chunk, &map, 6));
	atomic_store(&map.no_batch[MAP_BATCH_PUT], by_key);
	for (uint32_t key = 0; key < 6; key++)
		((uint32_t *)chunk.keys)[key] = key;
	chunk.count = 6;
	EXPECT(map__put_chunk(&map, &chunk, 0, &put) == -E2BIG && put == 4);
	chunk.count = 4;
	EXPECT(map__put_chunk(&map, &chunk, BPF_NOEXIST, &put) == -EEXIST && put == 0);
	EXPECT(!map__put_chunk(&map, &chunk, BPF_EXIST, &put) && put == 4);
	EXPECT(!map__clear(&map));
	map_chunk__release(&chunk);
	map__release(&map);
}

static void test_takes(struct map *map)
{
	uint32_t key = 3;
	uint64_t value = 0;

	fill(map, 5);
	EXPECT(!map__take(map, &key, &value) && value == 6);
	EXPECT(map__take(map, &key, &value) == -ENOENT);
	count(map, 4, true);
	EXPECT(!map__clear(map));
}

/* All indices are there, and become zeros. */
static void test_array(struct object *object)
{
	uint32_t key = 7;
	uint64_t value = 0;
	struct map map;

	EXPECT(!map__open(object, "array", SCALAR_U32, SCALAR_U64, &map));
	fill(&map, 10);
	count(&map, 10, false);
	atomic_store(&map.no_batch[MAP_BATCH_READ], true);
	walk(&map, MAP_BATCH_READ, 3, 10);
	count(&map, 10, false);
	EXPECT(map__take(&map, &key, &value) == -EINVAL && value == 14);
	EXPECT(!map__clear(&map));
	EXPECT(!map__lookup(&map, &key, &value) && !value);
	map__release(&map);
}

static void test_closed_walk(struct map *map)
{
	struct map_cursor cursor = { 0 };
	struct map_ahead ahead;
	int err;

	map_ahead__start(&ahead, map, &cursor, MAP_BATCH_READ, ELEMENTS);
	EXPECT(!map_ahead__next(&ahead, &err) && err == -ERROR_CLOSED);
	EXPECT(!map_ahead__next(&ahead, &err) && err == -ERROR_CLOSED);
	map_ahead__stop(&ahead);
}

/* Stopped with chunks that were not used, the object open and closed. */
static void test_stopped_walks(struct map *map, struct object *object)
{
	struct map_ahead ahead;
	int err;

	fill(map, ELEMENTS);
	for (int used = 0; used < 3; used++) {
		struct map_cursor cursor = { 0 };

		map_ahead__start(&ahead, map, &cursor, MAP_BATCH_READ, 4 * ELEMENTS);
		for (int i = 0; i < used; i++)
			EXPECT(map_ahead__next(&ahead, &err) && !err);
		if (used == 2)
			loader_unload(object);
		map_ahead__stop(&ahead);
	}
	test_closed_walk(map);
}

static void test_walks(const struct file *file)
{
	struct object *object = loader_load(file);
	struct map_cursor cursor = { 0 };
	struct map_chunk chunk;
	struct map map;
	uint32_t put;

	EXPECT(!map__open(object, "large", SCALAR_U32, SCALAR_U64, &map));
	test_many(&map, false);
	test_many(&map, true);
	test_takes(&map);
	test_put_until_full(object, false);
	test_put_until_full(object, true);
	test_array(object);
	EXPECT(!map_chunk__take(&chunk, &map, 1));
	test_stopped_walks(&map, object);
	EXPECT(map__next_chunk(&map, &cursor, MAP_BATCH_READ, &chunk) == -ERROR_CLOSED);
	EXPECT(map__put_chunk(&map, &chunk, 0, &put) == -ERROR_CLOSED && put == 0);
	EXPECT(map__clear(&map) == -ERROR_CLOSED);
	map_chunk__release(&chunk);
	map__release(&map);
}

int main(void)
{
	struct file maps = { 0 };

	log__install();
	if (loader_build("maps", &maps) && loader_has_kernel(&maps)) {
		test_elements(&maps);
		test_walks(&maps);
	}
	free(maps.bytes);
	log__uninstall();
	if (!failures())
		puts("loader_map_test: ok");
	return failures() != 0;
}
