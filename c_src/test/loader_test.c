/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The loader without Erlang: what needs no kernel always, and, where this
 * process may use BPF and clang is there to build the objects of
 * test/support/loader, the life of objects, links and maps under threads.
 */
#include "loader/error_name.h"
#include "loader/link.h"
#include "loader/log.h"
#include "loader/map.h"
#include "loader/map_batch.h"
#include "loader/object.h"
#include "loader/object_info.h"
#include "loader/perf.h"
#include "loader/reaper.h"
#include "loader/reuse.h"
#include "loader/ring.h"
#include "loader/scalar.h"
#include "loader/succession.h"
#include "loader/test_run.h"
#include "test/loader_fixture.h"

#include <bpf/libbpf.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CHECK(condition) check((condition), #condition, __LINE__)

static int failures;

static void check(bool holds, const char *condition, int line)
{
	if (holds)
		return;
	fprintf(stderr, "c_src/test/loader_test.c:%d: %s\n", line, condition);
	failures++;
}

/* What needs no kernel */

static bool stores(enum scalar scalar, int64_t value)
{
	char room[8];

	return scalar__store(scalar, (struct integer){ (uint64_t)value, value < 0 }, room);
}

static void test_scalar_ranges(void)
{
	const struct integer greatest = { UINT64_MAX, false };
	char room[8];

	CHECK(stores(SCALAR_U8, 255) && !stores(SCALAR_U8, 256) && !stores(SCALAR_U8, -1));
	CHECK(stores(SCALAR_S8, 127) && !stores(SCALAR_S8, 128));
	CHECK(stores(SCALAR_S8, -128) && !stores(SCALAR_S8, -129));
	CHECK(stores(SCALAR_U32, UINT32_MAX) && !stores(SCALAR_U32, UINT32_MAX + INT64_C(1)));
	CHECK(stores(SCALAR_S64, INT64_MIN) && stores(SCALAR_S64, INT64_MAX));
	CHECK(scalar__store(SCALAR_U64, greatest, room));
	CHECK(!scalar__store(SCALAR_S64, greatest, room));
	CHECK(!scalar__store(SCALAR_RAW, greatest, room));
}

static void test_scalar_round_trip(void)
{
	static const char *const names[] = { "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64" };
	enum scalar scalar, again;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		bool is_signed = names[i][0] == 's';
		struct integer value = { is_signed ? (uint64_t)-100 : 100, is_signed };
		struct integer loaded;
		char room[8];

		CHECK(scalar__by_name(names[i], &scalar));
		CHECK(!strcmp(scalar__name(scalar), names[i]));
		CHECK(scalar__by_size(scalar__size(scalar), is_signed, &again) && again == scalar);
		CHECK(scalar__store(scalar, value, room));
		loaded = scalar__load(scalar, room);
		CHECK(loaded.bits == value.bits && loaded.negative == value.negative);
	}
	CHECK(!scalar__by_name("raw", &scalar) && !scalar__by_name("u33", &scalar));
	CHECK(!scalar__by_size(3, false, &scalar));
}

static void test_error_names(void)
{
	char text[64];

	error_name(EPERM, text, sizeof(text));
	CHECK(!strcmp(text, "eperm"));
	error_name(LIBBPF_ERRNO__FORMAT, text, sizeof(text));
	CHECK(!strcmp(text, "libbpf_format"));
	error_name(524, text, sizeof(text));
	CHECK(!strcmp(text, "enotsupp"));
	error_name(3999, text, sizeof(text));
	CHECK(!strcmp(text, "errno_3999"));
	error_words(EPERM, text, sizeof(text));
	CHECK(strlen(text) > 0);
}

struct counted_job {
	struct reaper_job job;
	int number;
	int *last;
};

static void run_counted(struct reaper_job *job)
{
	struct counted_job *counted = (void *)job;

	CHECK(*counted->last == counted->number - 1);
	*counted->last = counted->number;
	free(counted);
}

static void test_reaper_runs_all_in_order(void)
{
	struct reaper reaper;
	int last = 0;

	CHECK(!reaper__start(&reaper));
	for (int i = 1; i <= 100; i++) {
		struct counted_job *counted = calloc(1, sizeof(*counted));

		counted->job.run = run_counted;
		counted->number = i;
		counted->last = &last;
		reaper__push(&reaper, &counted->job);
	}
	reaper__stop(&reaper);
	CHECK(last == 100);
}

static void test_garbage_is_refused(void)
{
	struct object *object = NULL;
	struct log log = { 0 };
	int err = object__open("garbage", 7, "garbage", &log, &object);

	CHECK(err == -LIBBPF_ERRNO__FORMAT);
	CHECK(!object);
	CHECK(log.size && strstr(log.text, "garbage") && strlen(log.text) == log.size);
	log__release(&log);
}

/* On the kernel */

static struct object *load(const struct file *file)
{
	struct object *object = NULL;
	struct log log = { 0 };
	int err = object__open(file->bytes, file->size, "test", &log, &object);

	CHECK(!err);
	log__release(&log);
	if (err)
		return NULL;
	err = object__load(object, &log);
	log__release(&log);
	if (!err)
		return object;
	object__close(object);
	object__put(object);
	return NULL;
}

static void unload(struct object *object)
{
	CHECK(object__close(object));
	CHECK(!object__close(object));
	object__put(object);
}

static void test_elements(const struct file *file)
{
	struct object *object = load(file);
	uint32_t key = 7;
	uint64_t value = 70;
	struct map map;

	CHECK(map__open(object, "hash", SCALAR_U64, SCALAR_U64, &map) == -EPROTOTYPE);
	CHECK(map__open(object, "none", SCALAR_U32, SCALAR_U64, &map) == -ESRCH);
	CHECK(!map__open(object, "hash", SCALAR_U32, SCALAR_U64, &map));
	CHECK(map__lookup(&map, &key, &value) == -ENOENT);
	CHECK(!map__update(&map, &key, &value, 0));
	value = 0;
	CHECK(!map__lookup(&map, &key, &value) && value == 70);
	CHECK(!map__delete(&map, &key) && map__delete(&map, &key) == -ENOENT);
	unload(object);
	CHECK(map__lookup(&map, &key, &value) == -ERROR_CLOSED);
	CHECK(map__update(&map, &key, &value, 0) == -ERROR_CLOSED);
	CHECK(map__delete(&map, &key) == -ERROR_CLOSED);
	map__release(&map);
}

#define ELEMENTS 10000

static void fill(struct map *map, uint32_t elements)
{
	struct map_chunk chunk;
	uint32_t put;

	CHECK(!map_chunk__take(&chunk, map, elements));
	for (uint32_t key = 0; key < elements; key++) {
		((uint32_t *)chunk.keys)[key] = key;
		((uint64_t *)chunk.values)[key] = key * 2;
	}
	chunk.count = elements;
	CHECK(!map__put_chunk(map, &chunk, 0, &put) && put == elements);
	map_chunk__release(&chunk);
}

static void see(const struct map_chunk *chunk, bool *seen)
{
	for (uint32_t i = 0; i < chunk->count; i++) {
		uint32_t key = ((const uint32_t *)chunk->keys)[i];

		CHECK(key < ELEMENTS && !seen[key] && ((uint64_t *)chunk->values)[i] == key * 2);
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

	CHECK(!map_chunk__take(&chunk, map, room));
	while (!cursor.done) {
		if (map__next_chunk(map, &cursor, how, &chunk)) {
			CHECK(false);
			break;
		}
		see(&chunk, seen);
		total += chunk.count;
	}
	CHECK(total == expected);
	map_chunk__release(&chunk);
	free(seen);
}

static void count(struct map *map, uint64_t expected, bool may_repeat)
{
	uint64_t found;
	bool repeats;

	CHECK(!map__count(map, &found, &repeats));
	CHECK(found == expected && repeats == may_repeat);
}

static void test_many(struct map *map, bool by_key)
{
	for (int i = 0; i < MAP_BATCHES; i++)
		atomic_store(&map->no_batch[i], by_key);
	fill(map, ELEMENTS);
	walk(map, MAP_BATCH_READ, 300, ELEMENTS);
	walk(map, MAP_BATCH_READ, 1, ELEMENTS);
	count(map, ELEMENTS, by_key);
	walk(map, MAP_BATCH_TAKE, 300, ELEMENTS);
	count(map, 0, by_key);
	fill(map, 500);
	walk(map, MAP_BATCH_TAKE, 1, 500);
	fill(map, ELEMENTS);
	CHECK(!map__clear(map));
	count(map, 0, by_key);
	for (int i = 0; i < MAP_BATCHES; i++)
		CHECK(atomic_load(&map->no_batch[i]) == by_key);
}

/* Of a full map: what was put before, and the error of the next. */
static void test_put_until_full(struct object *object, bool by_key)
{
	struct map_chunk chunk;
	struct map map;
	uint32_t put;

	CHECK(!map__open(object, "hash", SCALAR_U32, SCALAR_U64, &map));
	CHECK(!map_chunk__take(&chunk, &map, 6));
	atomic_store(&map.no_batch[MAP_BATCH_PUT], by_key);
	for (uint32_t key = 0; key < 6; key++)
		((uint32_t *)chunk.keys)[key] = key;
	chunk.count = 6;
	CHECK(map__put_chunk(&map, &chunk, 0, &put) == -E2BIG && put == 4);
	chunk.count = 4;
	CHECK(map__put_chunk(&map, &chunk, BPF_NOEXIST, &put) == -EEXIST && put == 0);
	CHECK(!map__put_chunk(&map, &chunk, BPF_EXIST, &put) && put == 4);
	CHECK(!map__clear(&map));
	map_chunk__release(&chunk);
	map__release(&map);
}

static void test_takes(struct map *map)
{
	uint32_t key = 3;
	uint64_t value = 0;

	fill(map, 5);
	CHECK(!map__take(map, &key, &value) && value == 6);
	CHECK(map__take(map, &key, &value) == -ENOENT);
	count(map, 4, true);
	CHECK(!map__clear(map));
}

/* All indices are there, and become zeros. */
static void test_array(struct object *object)
{
	uint32_t key = 7;
	uint64_t value = 0;
	struct map map;

	CHECK(!map__open(object, "array", SCALAR_U32, SCALAR_U64, &map));
	fill(&map, 10);
	count(&map, 10, false);
	atomic_store(&map.no_batch[MAP_BATCH_READ], true);
	walk(&map, MAP_BATCH_READ, 3, 10);
	count(&map, 10, false);
	CHECK(map__take(&map, &key, &value) == -EINVAL && value == 14);
	CHECK(!map__clear(&map));
	CHECK(!map__lookup(&map, &key, &value) && !value);
	map__release(&map);
}

static void test_walks(const struct file *file)
{
	struct object *object = load(file);
	struct map_cursor cursor = { 0 };
	struct map_chunk chunk;
	struct map map;
	uint32_t put;

	CHECK(!map__open(object, "large", SCALAR_U32, SCALAR_U64, &map));
	test_many(&map, false);
	test_many(&map, true);
	test_takes(&map);
	test_put_until_full(object, false);
	test_put_until_full(object, true);
	test_array(object);
	CHECK(!map_chunk__take(&chunk, &map, 1));
	unload(object);
	CHECK(map__next_chunk(&map, &cursor, MAP_BATCH_READ, &chunk) == -ERROR_CLOSED);
	CHECK(map__put_chunk(&map, &chunk, 0, &put) == -ERROR_CLOSED && put == 0);
	CHECK(map__clear(&map) == -ERROR_CLOSED);
	map_chunk__release(&chunk);
	map__release(&map);
}

static struct object *open_object(const struct file *file)
{
	struct object *object = NULL;
	struct log log = { 0 };

	CHECK(!object__open(file->bytes, file->size, "test", &log, &object));
	log__release(&log);
	return object;
}

/* Two objects have one map, which outlives the first of them; what is another map is refused. */
static void test_reuse(const struct file *file)
{
	struct object *first = load(file), *second = open_object(file);
	struct map_comparison comparison;
	struct log log = { 0 };
	struct map map;
	uint32_t key = 3;
	uint64_t value = 30;

	CHECK(!map__open(first, "hash", SCALAR_U32, SCALAR_U64, &map));
	CHECK(!map__update(&map, &key, &value, 0));
	map__release(&map);
	CHECK(object__reuse_from(second, "none", first, "hash", &comparison) == -ESRCH);
	CHECK(object__reuse_from(second, "hash", first, "none", &comparison) == -ESRCH);
	CHECK(object__reuse_from(second, "hash", first, "lru", &comparison) == -EMEDIUMTYPE);
	CHECK(comparison.wanted.aspects[MAP_ASPECT_max_entries] == 4);
	CHECK(comparison.found.aspects[MAP_ASPECT_max_entries] == 64);
	CHECK(comparison.wanted.aspects[MAP_ASPECT_key_size] ==
	      comparison.found.aspects[MAP_ASPECT_key_size]);
	CHECK(!object__reuse_from(second, "hash", first, "hash", &comparison));
	CHECK(!object__load(second, &log));
	CHECK(object__reuse_from(second, "lru", first, "lru", &comparison) == -EINVAL);
	unload(first);
	value = 0;
	CHECK(!map__open(second, "hash", SCALAR_U32, SCALAR_U64, &map));
	CHECK(!map__lookup(&map, &key, &value) && value == 30);
	map__release(&map);
	unload(second);
	log__release(&log);
}

static struct object *load_with_hash_of(const struct file *file, struct object *source)
{
	struct object *object = open_object(file);
	struct map_comparison comparison;
	struct log log = { 0 };

	CHECK(!object__reuse_from(object, "hash", source, "hash", &comparison));
	CHECK(!object__load(object, &log));
	log__release(&log);
	return object;
}

#define SUCCESSORS 50

/* A handle of a map that was kept works on the last object; one of another map is closed. */
static void test_succession(const struct file *file)
{
	static const char *const kept[] = { "hash" }, *const none[] = { "none" };
	struct object *object = load(file), *next;
	struct map hash, lru;
	uint32_t key = 1;
	uint64_t value = 10;

	CHECK(!map__open(object, "hash", SCALAR_U32, SCALAR_U64, &hash));
	CHECK(!map__open(object, "lru", SCALAR_U32, SCALAR_U64, &lru));
	CHECK(!map__update(&hash, &key, &value, 0) && !map__update(&lru, &key, &value, 0));
	for (int i = 0; i < SUCCESSORS; i++) {
		next = load_with_hash_of(file, object);
		CHECK(object__succeed(object, next, none, 1) == -ESRCH);
		CHECK(!object__succeed(object, next, kept, 1));
		CHECK(object__succeed(object, next, kept, 1) == -EALREADY);
		unload(object);
		object = next;
		CHECK(!map__lookup(&hash, &key, &value) && value == 10 + (uint64_t)i);
		value++;
		CHECK(!map__update(&hash, &key, &value, 0));
		CHECK(map__lookup(&lru, &key, &value) == -ERROR_CLOSED);
	}
	unload(object);
	CHECK(map__lookup(&hash, &key, &value) == -ERROR_CLOSED);
	map__release(&hash);
	map__release(&lru);
}

static void test_info(const struct file *file)
{
	struct object *object = load(file);
	const struct bpf_map *map = NULL;
	struct map_info info;
	int count = 0;

	CHECK(!object__enter(object, OBJECT_LOADED));
	while ((map = object__next_map(object, map))) {
		object__map_info(object, map, &info);
		count += !info.internal && info.id;
		if (!strcmp(info.name, "s16"))
			CHECK(info.key == SCALAR_S16 && info.value == SCALAR_S16);
		if (!strcmp(info.name, "pairs"))
			CHECK(info.key == SCALAR_RAW && info.key_size == 8);
	}
	CHECK(count == 15);
	object__leave(object);
	unload(object);
}

static void test_runs(const struct file *file)
{
	struct object *object = load(file);
	uint64_t given[3] = { 40, 2, 0 }, taken[3] = { 0 };
	struct test_run add = { .context = given,
				.context_size = sizeof(given),
				.context_out = taken,
				.context_out_size = sizeof(taken) };
	struct test_run raise = { .repeat = 1 };
	uint64_t *counts;
	size_t count;

	CHECK(!object__test_run(object, "add", &add));
	CHECK(add.result == -3 && taken[2] == 42 && given[2] == 0);
	CHECK(!object__test_run(object, "raise_second", &raise));
	CHECK(object__test_run(object, "none", &raise) == -ESRCH);
	CHECK(!object__enter(object, OBJECT_LOADED));
	CHECK(!object__raised(object, &counts, &count));
	CHECK(count == 3 && counts[0] == 0 && counts[1] == 1 && counts[2] == 0);
	free(counts);
	object__leave(object);
	unload(object);
}

static void *read_until_closed(void *argument)
{
	struct map *map = argument;
	uint32_t key = 1;
	uint64_t value;
	int err;

	do
		err = map__lookup(map, &key, &value);
	while (err == -ENOENT);
	CHECK(err == -ERROR_CLOSED);
	return NULL;
}

static void *close_object(void *argument)
{
	return object__close(argument) ? argument : NULL;
}

/* One closer wins; no reader ever sees a descriptor that means another file. */
static void test_close_under_readers(const struct file *file)
{
	struct object *object = load(file);
	pthread_t readers[4], closers[4];
	struct map map;
	void *won;
	int winners = 0;

	CHECK(!map__open(object, "hash", SCALAR_U32, SCALAR_U64, &map));
	for (int i = 0; i < 4; i++)
		pthread_create(&readers[i], NULL, read_until_closed, &map);
	usleep(10000);
	for (int i = 0; i < 4; i++)
		pthread_create(&closers[i], NULL, close_object, object);
	for (int i = 0; i < 4; i++) {
		pthread_join(closers[i], &won);
		winners += won != NULL;
		pthread_join(readers[i], NULL);
	}
	CHECK(winners == 1);
	map__release(&map);
	object__put(object);
}

static void *detach(void *argument)
{
	link__detach(argument);
	return NULL;
}

static void test_detach_from_threads(const struct file *file)
{
	struct object *object = load(file);
	struct link *link = NULL, *other = NULL;
	struct log log = { 0 };
	pthread_t threads[4];

	CHECK(link__attach(object, "none", false, NULL, &log, &link) == -ESRCH);
	CHECK(!link__attach(object, "raise_third", false, NULL, &log, &link));
	CHECK(link__exists(object, "raise_third") && !link__exists(object, "add"));
	for (int i = 0; i < 4; i++)
		pthread_create(&threads[i], NULL, detach, link);
	for (int i = 0; i < 4; i++)
		pthread_join(threads[i], NULL);
	CHECK(!link__exists(object, "raise_third"));
	link__put(link);

	CHECK(!link__attach(object, "raise_third", false, NULL, &log, &other));
	unload(object);
	link__detach(other);
	CHECK(link__attach(object, "raise_third", false, NULL, &log, &link) == -ERROR_CLOSED);
	link__put(other);
	log__release(&log);
}

/* A link's handle means what the program was replaced by, however often, and in whichever object. */
static void replace_and_back(const struct file *file, bool by_stub, enum link_change expected)
{
	struct object *first = load(file), *second = load(file);
	struct link *link = NULL, *next = NULL, *last = NULL;
	enum link_change change;
	struct log log = { 0 };

	CHECK(!link__attach(first, "raise_third", by_stub, NULL, &log, &link));
	CHECK(link__replace(link, second, "none", &log, &next, &change) == -ESRCH);
	CHECK(link__exists(first, "raise_third"));
	CHECK(!link__replace(link, second, "raise_third", &log, &next, &change));
	CHECK(change == expected);
	CHECK(!link__exists(first, "raise_third") && link__exists(second, "raise_third"));
	CHECK(link__replace(link, second, "raise_third", &log, &last, &change) == -ENOENT);
	CHECK(!link__replace(next, first, "raise_third", &log, &last, &change));
	CHECK(change == expected && link__exists(first, "raise_third"));
	unload(second);
	CHECK(link__exists(first, "raise_third"));
	link__detach(link);
	CHECK(!link__exists(first, "raise_third"));
	CHECK(link__replace(last, first, "raise_third", &log, &next, &change) == -ENOENT);
	link__put(next);
	link__put(last);
	link__put(link);
	unload(first);
	log__release(&log);
}

static void test_replaced_links(const struct file *file)
{
	replace_and_back(file, false, LINK_CHANGE_OVERLAP);
	replace_and_back(file, true, LINK_CHANGE_SLOT);
}

/* Threads detach by the first handle while the program goes from object to object. */
static void test_detach_while_replaced(const struct file *file)
{
	struct object *objects[2] = { load(file), load(file) };
	struct link *link = NULL, *now, *next;
	enum link_change change;
	struct log log = { 0 };
	pthread_t thread;
	int err = 0;

	CHECK(!link__attach(objects[0], "raise_third", true, NULL, &log, &link));
	now = link;
	for (int i = 1; !err; i++) {
		if (i == 20)
			pthread_create(&thread, NULL, detach, link);
		err = link__replace(now, objects[i % 2], "raise_third", &log, &next, &change);
		if (now != link)
			link__put(now);
		now = next;
	}
	CHECK(err == -ENOENT);
	pthread_join(thread, NULL);
	CHECK(!link__exists(objects[0], "raise_third"));
	CHECK(!link__exists(objects[1], "raise_third"));
	link__put(link);
	unload(objects[0]);
	unload(objects[1]);
	log__release(&log);
}

static void test_refusal_keeps_the_log(const struct file *file)
{
	struct object *object = NULL;
	struct log log = { 0 };

	CHECK(!object__open(file->bytes, file->size, "refused", &log, &object));
	CHECK(object__load(object, &log) == -EACCES);
	CHECK(strstr(log.text, "prog 'unchecked': -- BEGIN PROG LOAD LOG --"));
	CHECK(strstr(log.text, "map_value_or_null"));
	log__release(&log);
	CHECK(object__enter(object, OBJECT_LOADED) == -EINVAL);
	unload(object);
}

static int open_ring(struct object *object, struct ring *ring)
{
	return ring__open(object, "events", 1, 2, ring);
}

static bool is_readable(const struct ring *ring)
{
	struct pollfd pollfd = { .fd = ring->poll, .events = POLLIN };

	return poll(&pollfd, 1, 0) == 1;
}

/* The second words of what was read, up to `most`. */
struct taken {
	uint64_t numbers[256];
	size_t count, most;
};

static bool take(void *context, const struct record *record)
{
	struct taken *taken = context;

	/* A buffer's last word is filled up behind a size of four bytes. */
	CHECK(record->size == 16 || record->size == 20);
	memcpy(&taken->numbers[taken->count++], (const char *)record->bytes + 8, 8);
	return taken->count < taken->most;
}

static struct taken read_ring(struct ring *ring, size_t most)
{
	struct taken taken = { .most = most };

	ring__read(ring, take, &taken);
	return taken;
}

static void test_ring(const struct file *file)
{
	struct object *object = load(file);
	struct test_run run = { .repeat = 1 };
	struct taken taken;
	struct ring ring;

	CHECK(ring__open(object, "array", 1, 2, &ring) == -ESRCH);
	CHECK(ring__open(object, "none", 1, 2, &ring) == -ESRCH);
	CHECK(ring__open(object, "events", 2, 2, &ring) == -EINVAL);
	CHECK(!open_ring(object, &ring));
	CHECK(!read_ring(&ring, 10).count);
	CHECK(!object__test_run(object, "two", &run));
	CHECK(!is_readable(&ring));
	ring__wait_for_records(&ring, true);
	CHECK(is_readable(&ring) && !ring__has_untold(&ring));
	taken = read_ring(&ring, 1);
	CHECK(taken.count == 1 && taken.numbers[0] == 1 && is_readable(&ring));
	taken = read_ring(&ring, 10);
	CHECK(taken.count == 1 && taken.numbers[0] == 3);
	CHECK(!is_readable(&ring) && !ring__is_closing(&ring));
	ring__release(&ring);
	ring__release(&ring);
	unload(object);
}

/* What is there when the object closes is there still; who comes later has nothing. */
static void test_ring_outlives_object(const struct file *file)
{
	struct object *object = load(file);
	struct test_run run = { .repeat = 1 };
	struct ring ring, later;
	struct taken taken;

	CHECK(!open_ring(object, &ring));
	CHECK(!object__test_run(object, "fill", &run));
	CHECK(ring__lost(&ring) == 30);
	CHECK(object__close(object));
	CHECK(is_readable(&ring) && ring__is_closing(&ring));
	CHECK(open_ring(object, &later) == -ERROR_CLOSED);
	taken = read_ring(&ring, 256);
	for (size_t i = 0; i < taken.count; i++)
		CHECK(taken.numbers[i] == i);
	CHECK(taken.count == 170 && ring__lost(&ring) == 30);
	object__put(object);
	ring__release(&ring);
}

static int open_perf(struct object *object, struct ring *ring)
{
	int err = perf__open(object, "buffers", 4096);

	return err ? err : ring__open(object, "buffers", 1, 2, ring);
}

/* The buffers are the object's; a reader of them may be the last to leave. */
static void test_perf(const struct file *file)
{
	struct object *object = load(file);
	struct test_run run = { .repeat = 1 };
	struct taken taken;
	struct ring ring;

	CHECK(perf__open(object, "events", 4096) == -ESRCH);
	CHECK(ring__open(object, "buffers", 1, 2, &ring) == -ESRCH);
	CHECK(perf__open(object, "buffers", 5000 * 4096) == -EINVAL);
	CHECK(!open_perf(object, &ring));
	CHECK(!ring__has_untold(&ring));
	CHECK(!object__test_run(object, "three", &run));
	ring__wait_for_records(&ring, true);
	CHECK(ring__has_untold(&ring));
	taken = read_ring(&ring, 2);
	CHECK(taken.count == 2 && taken.numbers[0] == 1 && taken.numbers[1] == 2);
	CHECK(ring__has_untold(&ring));
	ring__release(&ring);
	CHECK(!ring__open(object, "buffers", 1, 2, &ring));
	CHECK(object__close(object));
	CHECK(ring__is_closing(&ring));
	taken = read_ring(&ring, 10);
	CHECK(taken.count == 1 && taken.numbers[0] == 3);
	object__put(object);
	ring__release(&ring);
}

static void on_kernel(void)
{
	struct file maps = { 0 }, run = { 0 }, refused = { 0 }, ring = { 0 };
	bool built = loader_build("maps", &maps) && loader_build("run", &run) &&
		     loader_build("refused", &refused) && loader_build("ring", &ring);
	struct object *probe = built ? load(&maps) : NULL;

	if (!built) {
		puts("skipped on the kernel: clang does not build test/support/loader");
	} else if (probe) {
		unload(probe);
		test_elements(&maps);
		test_walks(&maps);
		test_reuse(&maps);
		test_succession(&maps);
		test_info(&maps);
		test_runs(&run);
		test_close_under_readers(&maps);
		test_detach_from_threads(&run);
		test_replaced_links(&run);
		test_detach_while_replaced(&run);
		test_refusal_keeps_the_log(&refused);
		test_ring(&ring);
		test_ring_outlives_object(&ring);
		test_perf(&ring);
	} else {
		puts("skipped on the kernel: this process may not create BPF maps");
	}
	free(maps.bytes);
	free(run.bytes);
	free(refused.bytes);
	free(ring.bytes);
}

int main(void)
{
	log__install();
	test_scalar_ranges();
	test_scalar_round_trip();
	test_error_names();
	test_reaper_runs_all_in_order();
	test_garbage_is_refused();
	on_kernel();
	log__uninstall();
	if (!failures)
		puts("loader_test: ok");
	return failures != 0;
}
