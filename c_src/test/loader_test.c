/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The loader without Erlang: what needs no kernel always, and, where this
 * process may use BPF and clang is there to build the objects of
 * test/support/loader, the life of objects, links and maps under threads.
 */
#include "loader/error_name.h"
#include "loader/grace_period.h"
#include "loader/link.h"
#include "loader/log.h"
#include "loader/map.h"
#include "loader/object.h"
#include "loader/object_info.h"
#include "loader/reaper.h"
#include "loader/reuse.h"
#include "loader/scalar.h"
#include "loader/succession.h"
#include "loader/test_run.h"
#include "test/loader_fixture.h"
#include "test/object_fixture.h"

#include <bpf/libbpf.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

	EXPECT(stores(SCALAR_U8, 255) && !stores(SCALAR_U8, 256) && !stores(SCALAR_U8, -1));
	EXPECT(stores(SCALAR_S8, 127) && !stores(SCALAR_S8, 128));
	EXPECT(stores(SCALAR_S8, -128) && !stores(SCALAR_S8, -129));
	EXPECT(stores(SCALAR_U32, UINT32_MAX) && !stores(SCALAR_U32, UINT32_MAX + INT64_C(1)));
	EXPECT(stores(SCALAR_S64, INT64_MIN) && stores(SCALAR_S64, INT64_MAX));
	EXPECT(scalar__store(SCALAR_U64, greatest, room));
	EXPECT(!scalar__store(SCALAR_S64, greatest, room));
	EXPECT(!scalar__store(SCALAR_RAW, greatest, room));
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

		EXPECT(scalar__by_name(names[i], &scalar));
		EXPECT(!strcmp(scalar__name(scalar), names[i]));
		EXPECT(scalar__by_size(scalar__size(scalar), is_signed, &again) && again == scalar);
		EXPECT(scalar__store(scalar, value, room));
		loaded = scalar__load(scalar, room);
		EXPECT(loaded.bits == value.bits && loaded.negative == value.negative);
	}
	EXPECT(!scalar__by_name("raw", &scalar) && !scalar__by_name("u33", &scalar));
	EXPECT(!scalar__by_size(3, false, &scalar));
}

static void test_error_names(void)
{
	char text[64];

	error_name(EPERM, text, sizeof(text));
	EXPECT(!strcmp(text, "eperm"));
	error_name(LIBBPF_ERRNO__FORMAT, text, sizeof(text));
	EXPECT(!strcmp(text, "libbpf_format"));
	error_name(524, text, sizeof(text));
	EXPECT(!strcmp(text, "enotsupp"));
	error_name(3999, text, sizeof(text));
	EXPECT(!strcmp(text, "errno_3999"));
	error_words(EPERM, text, sizeof(text));
	EXPECT(strlen(text) > 0);
}

struct counted_job {
	struct reaper_job job;
	int number;
	int *last;
};

static void run_counted(struct reaper_job *job)
{
	struct counted_job *counted = (void *)job;

	EXPECT(*counted->last == counted->number - 1);
	*counted->last = counted->number;
	free(counted);
}

static void test_reaper_runs_all_in_order(void)
{
	struct reaper reaper;
	int last = 0;

	EXPECT(!reaper__start(&reaper));
	for (int i = 1; i <= 100; i++) {
		struct counted_job *counted = calloc(1, sizeof(*counted));

		counted->job.run = run_counted;
		counted->number = i;
		counted->last = &last;
		reaper__push(&reaper, &counted->job);
	}
	reaper__stop(&reaper);
	EXPECT(last == 100);
}

static void test_garbage_is_refused(void)
{
	struct object *object = NULL;
	struct log log = { 0 };
	int err = object__open("garbage", 7, "garbage", &log, &object);

	EXPECT(err == -LIBBPF_ERRNO__FORMAT);
	EXPECT(!object);
	EXPECT(log.size && strstr(log.text, "garbage") && strlen(log.text) == log.size);
	log__release(&log);
}

/* On the kernel */

static struct object *open_object(const struct file *file)
{
	struct object *object = NULL;
	struct log log = { 0 };

	EXPECT(!object__open(file->bytes, file->size, "test", &log, &object));
	log__release(&log);
	return object;
}

/* Two objects have one map, which outlives the first of them; what is another map is refused. */
static void test_reuse(const struct file *file)
{
	struct object *first = loader_load(file), *second = open_object(file);
	struct map_comparison comparison;
	struct log log = { 0 };
	struct map map;
	uint32_t key = 3;
	uint64_t value = 30;

	EXPECT(!map__open(first, "hash", SCALAR_U32, SCALAR_U64, &map));
	EXPECT(!map__update(&map, &key, &value, 0));
	map__release(&map);
	EXPECT(object__reuse_from(second, "none", first, "hash", &comparison) == -ESRCH);
	EXPECT(object__reuse_from(second, "hash", first, "none", &comparison) == -ESRCH);
	EXPECT(object__reuse_from(second, "hash", first, "lru", &comparison) == -EMEDIUMTYPE);
	EXPECT(comparison.wanted.aspects[MAP_ASPECT_max_entries] == 4);
	EXPECT(comparison.found.aspects[MAP_ASPECT_max_entries] == 64);
	EXPECT(comparison.wanted.aspects[MAP_ASPECT_key_size] ==
	       comparison.found.aspects[MAP_ASPECT_key_size]);
	EXPECT(!object__reuse_from(second, "hash", first, "hash", &comparison));
	EXPECT(!object__load(second, &log));
	EXPECT(object__reuse_from(second, "lru", first, "lru", &comparison) == -EINVAL);
	loader_unload(first);
	value = 0;
	EXPECT(!map__open(second, "hash", SCALAR_U32, SCALAR_U64, &map));
	EXPECT(!map__lookup(&map, &key, &value) && value == 30);
	map__release(&map);
	loader_unload(second);
	log__release(&log);
}

static struct object *load_with_hash_of(const struct file *file, struct object *source)
{
	struct object *object = open_object(file);
	struct map_comparison comparison;
	struct log log = { 0 };

	EXPECT(!object__reuse_from(object, "hash", source, "hash", &comparison));
	EXPECT(!object__load(object, &log));
	log__release(&log);
	return object;
}

#define SUCCESSORS 50

static uint32_t map_id(struct object *object, const char *name)
{
	const struct bpf_map *map = NULL;
	struct map_info info;

	EXPECT(!object__enter(object, OBJECT_LOADED));
	while ((map = object__next_map(object, map))) {
		object__map_info(object, map, &info);
		if (!strcmp(info.name, name))
			break;
	}
	object__leave(object);
	return info.id;
}

/*
 * A handle of a map that was kept works on the last object, and so do those of maps that came out of it;
 * one of another map is closed, with its own.
 */
static void test_succession(const struct file *file)
{
	static const char *const kept[] = { "hash" }, *const none[] = { "none" };
	struct object *object = loader_load(file), *next;
	struct map hash, lru, of_hash, of_lru, released;
	uint32_t id = map_id(object, "lru");
	uint32_t key = 1;
	uint64_t value = 10, given;

	EXPECT(!map__open(object, "hash", SCALAR_U32, SCALAR_U64, &hash));
	EXPECT(!map__open(object, "lru", SCALAR_U32, SCALAR_U64, &lru));
	EXPECT(!map__update(&hash, &key, &value, 0) && !map__update(&lru, &key, &value, 0));
	EXPECT(!map__open_id(&hash, id, SCALAR_U32, SCALAR_U64, &of_hash));
	EXPECT(!map__open_id(&hash, id, SCALAR_U32, SCALAR_U64, &released));
	EXPECT(!map__open_id(&lru, id, SCALAR_U32, SCALAR_U64, &of_lru));
	for (int i = 0; i < SUCCESSORS; i++) {
		next = load_with_hash_of(file, object);
		EXPECT(object__succeed(object, next, none, 1) == -ESRCH);
		EXPECT(!object__succeed(object, next, kept, 1));
		EXPECT(object__succeed(object, next, kept, 1) == -EALREADY);
		loader_unload(object);
		object = next;
		EXPECT(!map__lookup(&hash, &key, &value) && value == 10 + (uint64_t)i);
		value++;
		EXPECT(!map__update(&hash, &key, &value, 0));
		EXPECT(map__lookup(&lru, &key, &given) == -ERROR_CLOSED);
		EXPECT(map__lookup(&of_lru, &key, &given) == -ERROR_CLOSED);
		EXPECT(!map__lookup(&of_hash, &key, &given) && given == 10);
		if (i == 1)
			map__release(&released);
	}
	loader_unload(object);
	EXPECT(map__lookup(&hash, &key, &value) == -ERROR_CLOSED);
	EXPECT(map__lookup(&of_hash, &key, &value) == -ERROR_CLOSED);
	map__release(&of_hash);
	map__release(&of_lru);
	map__release(&hash);
	map__release(&lru);
}

static void test_info(const struct file *file)
{
	struct object *object = loader_load(file);
	const struct bpf_map *map = NULL;
	struct map_info info;
	int count = 0;

	EXPECT(!object__enter(object, OBJECT_LOADED));
	while ((map = object__next_map(object, map))) {
		object__map_info(object, map, &info);
		count += !info.internal && info.id;
		if (!strcmp(info.name, "s16"))
			EXPECT(info.key == SCALAR_S16 && info.value == SCALAR_S16);
		if (!strcmp(info.name, "pairs"))
			EXPECT(info.key == SCALAR_RAW && info.key_size == 8);
	}
	EXPECT(count == 15);
	object__leave(object);
	loader_unload(object);
}

static void test_runs(const struct file *file)
{
	struct object *object = loader_load(file);
	uint64_t given[3] = { 40, 2, 0 }, taken[3] = { 0 };
	struct test_run add = { .context = given,
				.context_size = sizeof(given),
				.context_out = taken,
				.context_out_size = sizeof(taken) };
	struct test_run raise = { .repeat = 1 };
	uint64_t *counts;
	size_t count;

	EXPECT(!object__test_run(object, "add", &add));
	EXPECT(add.result == -3 && taken[2] == 42 && given[2] == 0);
	EXPECT(!object__test_run(object, "raise_second", &raise));
	EXPECT(object__test_run(object, "none", &raise) == -ESRCH);
	EXPECT(!object__enter(object, OBJECT_LOADED));
	EXPECT(!object__raised(object, &counts, &count));
	EXPECT(count == 3 && counts[0] == 0 && counts[1] == 1 && counts[2] == 0);
	free(counts);
	object__leave(object);
	loader_unload(object);
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
	EXPECT(err == -ERROR_CLOSED);
	return NULL;
}

static void *close_object(void *argument)
{
	return object__close(argument) ? argument : NULL;
}

/* One closer wins; no reader ever sees a descriptor that means another file. */
static void test_close_under_readers(const struct file *file)
{
	struct object *object = loader_load(file);
	pthread_t readers[4], closers[4];
	struct map map;
	void *won;
	int winners = 0;

	EXPECT(!map__open(object, "hash", SCALAR_U32, SCALAR_U64, &map));
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
	EXPECT(winners == 1);
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
	struct object *object = loader_load(file);
	struct link *link = NULL, *other = NULL;
	struct log log = { 0 };
	pthread_t threads[4];

	EXPECT(link__attach(object, "none", false, NULL, &log, &link) == -ESRCH);
	EXPECT(!link__attach(object, "raise_third", false, NULL, &log, &link));
	EXPECT(link__exists(object, "raise_third") && !link__exists(object, "add"));
	for (int i = 0; i < 4; i++)
		pthread_create(&threads[i], NULL, detach, link);
	for (int i = 0; i < 4; i++)
		pthread_join(threads[i], NULL);
	EXPECT(!link__exists(object, "raise_third"));
	link__put(link);

	EXPECT(!link__attach(object, "raise_third", false, NULL, &log, &other));
	loader_unload(object);
	link__detach(other);
	EXPECT(link__attach(object, "raise_third", false, NULL, &log, &link) == -ERROR_CLOSED);
	link__put(other);
	log__release(&log);
}

/* A link's handle means what the program was replaced by, however often, and in whichever object. */
static void replace_and_back(const struct file *file, bool by_stub, enum link_change expected)
{
	struct object *first = loader_load(file), *second = loader_load(file);
	struct link *link = NULL, *next = NULL, *last = NULL;
	enum link_change change;
	struct log log = { 0 };

	EXPECT(!link__attach(first, "raise_third", by_stub, NULL, &log, &link));
	EXPECT(link__replace(link, second, "none", &log, &next, &change) == -ESRCH);
	EXPECT(link__exists(first, "raise_third"));
	EXPECT(!link__replace(link, second, "raise_third", &log, &next, &change));
	EXPECT(change == expected);
	EXPECT(!link__exists(first, "raise_third") && link__exists(second, "raise_third"));
	EXPECT(link__replace(link, second, "raise_third", &log, &last, &change) == -ENOENT);
	EXPECT(!link__replace(next, first, "raise_third", &log, &last, &change));
	EXPECT(change == expected && link__exists(first, "raise_third"));
	loader_unload(second);
	EXPECT(link__exists(first, "raise_third"));
	link__detach(link);
	EXPECT(!link__exists(first, "raise_third"));
	EXPECT(link__replace(last, first, "raise_third", &log, &next, &change) == -ENOENT);
	link__put(next);
	link__put(last);
	link__put(link);
	loader_unload(first);
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
	struct object *objects[2] = { loader_load(file), loader_load(file) };
	struct link *link = NULL, *now, *next;
	enum link_change change;
	struct log log = { 0 };
	pthread_t thread;
	int err = 0;

	EXPECT(!link__attach(objects[0], "raise_third", true, NULL, &log, &link));
	now = link;
	for (int i = 1; !err; i++) {
		if (i == 20)
			pthread_create(&thread, NULL, detach, link);
		err = link__replace(now, objects[i % 2], "raise_third", &log, &next, &change);
		if (now != link)
			link__put(now);
		now = next;
	}
	EXPECT(err == -ENOENT);
	pthread_join(thread, NULL);
	EXPECT(!link__exists(objects[0], "raise_third"));
	EXPECT(!link__exists(objects[1], "raise_third"));
	link__put(link);
	loader_unload(objects[0]);
	loader_unload(objects[1]);
	log__release(&log);
}

static void test_refusal_keeps_the_log(const struct file *file)
{
	struct object *object = NULL;
	struct log log = { 0 };

	EXPECT(!object__open(file->bytes, file->size, "refused", &log, &object));
	EXPECT(object__load(object, &log) == -EACCES);
	EXPECT(strstr(log.text, "prog 'unchecked': -- BEGIN PROG LOAD LOG --"));
	EXPECT(strstr(log.text, "map_value_or_null"));
	log__release(&log);
	EXPECT(object__enter(object, OBJECT_LOADED) == -EINVAL);
	loader_unload(object);
}

static void test_grace_period(void)
{
	int descriptors = open_fds();

	EXPECT(!grace_period__wait_by_map());
	grace_period__wait();
	EXPECT(open_fds() == descriptors);
}

static void on_kernel(void)
{
	struct file maps = { 0 }, run = { 0 }, refused = { 0 };

	if (loader_build("maps", &maps) && loader_build("run", &run) &&
	    loader_build("refused", &refused) && loader_has_kernel(&maps)) {
		test_reuse(&maps);
		test_succession(&maps);
		test_info(&maps);
		test_runs(&run);
		test_close_under_readers(&maps);
		test_detach_from_threads(&run);
		test_replaced_links(&run);
		test_detach_while_replaced(&run);
		test_refusal_keeps_the_log(&refused);
		test_grace_period();
	}
	free(maps.bytes);
	free(run.bytes);
	free(refused.bytes);
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
	if (!failures())
		puts("loader_test: ok");
	return failures() != 0;
}
