/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The loader and libbpf on a kernel that is not there (fake_kernel.h): what a loader does with its
 * objects, and the same with each call failing, in turn and from then on. Whatever fails, nothing
 * may crash or leak, and no descriptor may stay.
 */
#include "loader/global.h"
#include "loader/link.h"
#include "loader/log.h"
#include "loader/map.h"
#include "loader/map_ahead.h"
#include "loader/map_batch.h"
#include "loader/object.h"
#include "loader/object_info.h"
#include "loader/perf.h"
#include "loader/reuse.h"
#include "loader/ring.h"
#include "loader/stats.h"
#include "loader/succession.h"
#include "loader/test_run.h"
#include "test/fake_kernel.h"
#include "test/loader_fixture.h"
#include "test/object_fixture.h"

#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What the linker, or libbpf's, comes to in place of the C library's */

void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size)
{
	return fake_kernel__fails() ? NULL : __real_calloc(count, size);
}

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_malloc(size_t size)
{
	return fake_kernel__fails() ? NULL : __real_malloc(size);
}

void *__real_realloc(void *memory, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void *__wrap_realloc(void *memory, size_t size)
{
	return fake_kernel__fails() ? NULL : __real_realloc(memory, size);
}

char *__real_strdup(const char *text);
char *__wrap_strdup(const char *text);
char *__wrap_strdup(const char *text)
{
	return fake_kernel__fails() ? NULL : __real_strdup(text);
}

int __real_fcntl(int fd, int command, int argument);
int __wrap_fcntl(int fd, int command, int argument);
int __wrap_fcntl(int fd, int command, int argument)
{
	return fake_kernel__fails() ? -1 : __real_fcntl(fd, command, argument);
}

int __real_eventfd(unsigned count, int flags);
int __wrap_eventfd(unsigned count, int flags);
int __wrap_eventfd(unsigned count, int flags)
{
	return fake_kernel__fails() ? -1 : __real_eventfd(count, flags);
}

int __real_epoll_create1(int flags);
int __wrap_epoll_create1(int flags);
int __wrap_epoll_create1(int flags)
{
	return fake_kernel__fails() ? -1 : __real_epoll_create1(flags);
}

void *__real_mmap(void *at, size_t size, int protection, int flags, int fd, off_t offset);
void *__wrap_mmap(void *at, size_t size, int protection, int flags, int fd, off_t offset);
void *__wrap_mmap(void *at, size_t size, int protection, int flags, int fd, off_t offset)
{
	return fake_kernel__fails() ? (void *)-1
				    : __real_mmap(at, size, protection, flags, fd, offset);
}

#define FOR_LIBRARIES __attribute__((visibility("default")))

FOR_LIBRARIES long syscall(long number, ...)
{
	long arguments[6];
	va_list list;

	va_start(list, number);
	for (int i = 0; i < 6; i++)
		arguments[i] = va_arg(list, long);
	va_end(list);
	return fake_kernel__syscall(number, arguments);
}

/* Of what is fake nothing else needs to be true. */
FOR_LIBRARIES int ioctl(int fd, unsigned long request, ...)
{
	(void)fd;
	(void)request;
	return fake_kernel__fails() ? -1 : 0;
}

FOR_LIBRARIES int epoll_ctl(int poll, int operation, int fd, struct epoll_event *event)
{
	const long arguments[6] = { poll, operation, fd, (long)event };

	if (fake_kernel__fails())
		return -1;
	if (fake_kernel__is_fake(fd))
		return 0;
	return (int)fake_kernel__syscall(SYS_epoll_ctl, arguments);
}

/* The life of an object. `errors` counts what was refused. */

static int errors;

static bool ok(int err)
{
	errors += err != 0;
	return !err;
}

struct files {
	struct file maps, run, ring;
};

static struct object *open_object(const struct file *file)
{
	struct object *object = NULL;
	struct log log = { 0 };

	ok(object__open(file->bytes, file->size, "test", &log, &object));
	log__release(&log);
	return object;
}

static bool load_opened(struct object *object)
{
	struct log log = { 0 };
	bool loaded = ok(object__load(object, &log));

	log__release(&log);
	return loaded;
}

static struct object *load(const struct file *file)
{
	struct object *object = open_object(file);

	if (!object || load_opened(object))
		return object;
	object__put(object);
	return NULL;
}

static void unload(struct object *object)
{
	EXPECT(object__close(object));
	object__put(object);
}

static void fill(struct map *map, uint32_t elements)
{
	struct map_chunk chunk;
	uint32_t put;

	if (!ok(map_chunk__take(&chunk, map, elements)))
		return;
	for (uint32_t key = 0; key < elements; key++)
		((uint32_t *)chunk.keys)[key] = key;
	chunk.count = elements;
	ok(map__put_chunk(map, &chunk, 0, &put));
	map_chunk__release(&chunk);
}

static void walk(struct map *map, enum map_batch how)
{
	struct map_cursor cursor = { 0 };
	struct map_chunk chunk;
	int err = map_chunk__take(&chunk, map, 3);

	while (!err && !cursor.done)
		err = map__next_chunk(map, &cursor, how, &chunk);
	ok(err);
	map_chunk__release(&chunk);
}

static void walk_ahead(struct map *map)
{
	struct map_cursor cursor = { 0 };
	struct map_ahead ahead;
	int err = 0;

	while (!err && !cursor.done) {
		map_ahead__start(&ahead, map, &cursor, MAP_BATCH_READ, 3);
		while (map_ahead__next(&ahead, &err))
			;
		map_ahead__stop(&ahead);
	}
	ok(err);
}

static void use_elements(struct map *map)
{
	uint32_t key = 2;
	uint64_t value = 7, count;
	bool repeats;

	ok(map__update(map, &key, &value, 0));
	ok(map__lookup(map, &key, &value));
	ok(map__take(map, &key, &value));
	fill(map, 4);
	walk(map, MAP_BATCH_READ);
	walk_ahead(map);
	ok(map__count(map, &count, &repeats));
	if (!errors)
		EXPECT(count == 4);
	walk(map, MAP_BATCH_TAKE);
	fill(map, 4);
	ok(map__delete(map, &key));
	ok(map__clear(map));
	if (!errors)
		EXPECT(map__lookup(map, &key, &value) < 0);
}

/* A map that is the value of a map of maps, and one that has its number. */
static void use_inner(struct object *object)
{
	const struct map_template template = {
		.type = BPF_MAP_TYPE_HASH, .key_size = 4, .value_size = 8, .max_entries = 4
	};
	struct map outer = { 0 }, inner = { 0 }, same = { 0 };
	struct map_info info;

	if (ok(map__create(object, &template, SCALAR_U32, SCALAR_U64, &inner)))
		use_elements(&inner);
	object__map_info(object, object__next_map(object, NULL), &info);
	if (ok(map__open(object, "array", SCALAR_U32, SCALAR_U64, &outer)))
		ok(map__open_id(&outer, info.id, SCALAR_RAW, SCALAR_RAW, &same));
	map__release(&same);
	map__release(&outer);
	map__release(&inner);
}

static void use_maps(const struct files *files)
{
	struct object *object = load(&files->maps);
	struct map map = { 0 }, array = { 0 };

	if (!object)
		return;
	if (ok(map__open(object, "hash", SCALAR_U32, SCALAR_U64, &map)))
		use_elements(&map);
	if (ok(map__open(object, "array", SCALAR_U32, SCALAR_U64, &array))) {
		fill(&array, 10);
		walk(&array, MAP_BATCH_READ);
		ok(map__clear(&array));
	}
	use_inner(object);
	unload(object);
	map__release(&map);
	map__release(&array);
}

/* What two objects have together, and what the second takes over from the first. */
static void use_two(const struct files *files)
{
	const char *const names[] = { "hash" };
	struct object *first = load(&files->maps), *second;
	struct map_comparison comparison;
	struct map map = { 0 }, inner = { 0 };
	uint32_t key = 1;
	uint64_t value = 1;
	struct map_info info;

	if (!first)
		return;
	object__map_info(first, object__next_map(first, NULL), &info);
	if (ok(map__open(first, "hash", SCALAR_U32, SCALAR_U64, &map)))
		ok(map__open_id(&map, info.id, SCALAR_RAW, SCALAR_RAW, &inner));
	second = open_object(&files->maps);
	if (second) {
		ok(object__reuse_from(second, "hash", first, "hash", &comparison));
		if (load_opened(second))
			ok(object__succeed(first, second, names, 1));
	}
	unload(first);
	if (map.object && second)
		ok(map__update(&map, &key, &value, 0));
	if (second)
		unload(second);
	map__release(&inner);
	map__release(&map);
}

static struct link *attach(struct object *object, bool by_stub)
{
	struct link *link = NULL;
	struct log log = { 0 };

	ok(link__attach(object, "raise_third", by_stub, NULL, &log, &link));
	log__release(&log);
	return link;
}

static void replace(struct link *link, struct object *object)
{
	struct link *next = NULL;
	enum link_change change;
	struct log log = { 0 };

	if (link)
		ok(link__replace(link, object, "raise_third", &log, &next, &change));
	log__release(&log);
	link__put(next);
}

static void use_links(struct object *object)
{
	struct link *link = attach(object, false), *by_stub = attach(object, true);

	replace(link, object);
	replace(by_stub, object);
	if (link)
		link__detach(link);
	link__put(link);
	link__put(by_stub);
}

static void use_programs(const struct files *files)
{
	struct object *object = load(&files->run);
	uint64_t given[3] = { 40, 2, 0 }, taken[3] = { 0 }, *counts = NULL;
	struct test_run add = { .context = given,
				.context_size = sizeof(given),
				.context_out = taken,
				.context_out_size = sizeof(taken) };
	struct program_stats stats;
	size_t count;

	if (!object)
		return;
	use_links(object);
	ok(object__test_run(object, "add", &add));
	ok(object__count_runs(object));
	ok(program__stats(object__next_program(object, NULL), &stats));
	ok(object__raised(object, &counts, &count));
	free(counts);
	unload(object);
}

static bool take(void *context, const struct record *record)
{
	(void)context;
	(void)record;
	return true;
}

static void use_rings(const struct files *files)
{
	struct object *object = load(&files->ring);
	struct ring ring, buffers;

	if (!object)
		return;
	if (ok(ring__open(object, "events", 1, 2, &ring))) {
		ring__read(&ring, take, NULL);
		EXPECT(!ring__lost(&ring));
	}
	if (ok(perf__open(object, "buffers", 4096)) &&
	    ok(ring__open(object, "buffers", 1, 2, &buffers))) {
		EXPECT(!ring__has_untold(&buffers));
		ring__read(&buffers, take, NULL);
		ring__release(&buffers);
	}
	unload(object);
	ring__release(&ring);
}

typedef void scenario(const struct files *files);

static unsigned run(scenario *live, const struct files *files, enum fake_failure failure,
		    unsigned at, int error, bool has_batches)
{
	int descriptors = open_fds();
	unsigned calls;

	errors = 0;
	fake_kernel__begin(failure, at, error, has_batches);
	live(files);
	calls = fake_kernel__calls();
	EXPECT(!fake_kernel__end());
	EXPECT(open_fds() == descriptors);
	return calls;
}

/* The first run also tells libbpf what the kernel can do, which it remembers. */
static void test_scenario(const char *name, scenario *live, const struct files *files,
			  bool has_batches)
{
	static const int numbers[] = { EPERM, ENOMEM, EINVAL };
	unsigned calls, refused = 0;

	run(live, files, FAKE_NEVER, 0, 0, has_batches);
	calls = run(live, files, FAKE_NEVER, 0, 0, has_batches);
	EXPECT(!errors && calls > 10);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		for (unsigned at = 0; at < calls; at++) {
			run(live, files, FAKE_ONCE, at, numbers[i], has_batches);
			refused += errors > 0;
			run(live, files, FAKE_AFTER, at, numbers[i], has_batches);
			refused += errors > 0;
		}
	}
	/* Libraries do without some of what they ask for, and a kernel may lack a batch. */
	EXPECT(refused > calls);
	printf("%s: %u calls, %u of %u failures told\n", name, calls, refused, 6 * calls);
}

static struct object *asked;
static unsigned answers;

static void expect_unlocked(void)
{
	bool is_free = !pthread_mutex_trylock(&asked->lock);

	EXPECT(is_free);
	if (is_free)
		pthread_mutex_unlock(&asked->lock);
	answers++;
}

/* The kernel may take seconds, and who reads a map takes the object's lock. */
static void test_asking(const struct files *files)
{
	char name[IF_NAMESIZE];
	struct link *link;

	fake_kernel__begin(FAKE_NEVER, 0, 0, true);
	asked = load(&files->run);
	link = attach(asked, false);
	fake_kernel__on_link_info(expect_unlocked);
	EXPECT(link__exists(asked, "raise_third") && !link__interface(link, name));
	fake_kernel__on_link_info(NULL);
	EXPECT(answers == 2);
	link__put(link);
	unload(asked);
	EXPECT(!fake_kernel__end());
}

int main(void)
{
	struct files files = { 0 };

	fake_kernel__begin(FAKE_NEVER, 0, 0, true);
	log__install();
	if (loader_build("maps", &files.maps) && loader_build("run", &files.run) &&
	    loader_build("ring", &files.ring)) {
		test_scenario("maps", use_maps, &files, true);
		test_scenario("maps, without batches", use_maps, &files, false);
		test_scenario("two objects", use_two, &files, true);
		test_scenario("programs", use_programs, &files, true);
		test_scenario("rings", use_rings, &files, true);
		test_asking(&files);
	}
	free(files.maps.bytes);
	free(files.run.bytes);
	free(files.ring.bytes);
	log__uninstall();
	if (!failures())
		puts("fake_kernel_test: ok");
	return failures() != 0;
}
