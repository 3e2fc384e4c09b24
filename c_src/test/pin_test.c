/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pins without Erlang, in a BPF file system of this program's own, which is gone when it has ended. Where
 * this process may not mount one, or use BPF, that is said and nothing is tested.
 */
#include "loader/pin.h"

#include "loader/error_name.h"
#include "loader/layout.h"
#include "loader/link.h"
#include "loader/log.h"
#include "loader/map.h"
#include "loader/object.h"
#include "loader/reuse.h"
#include "test/loader_fixture.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHECK(condition) check((condition), #condition, __LINE__)

static int failures;

static void check(bool holds, const char *condition, int line)
{
	if (holds)
		return;
	fprintf(stderr, "c_src/test/pin_test.c:%d: %s\n", line, condition);
	failures++;
}

static struct object *open_object(const struct file *file)
{
	struct object *object = NULL;
	struct log log = { 0 };

	CHECK(!object__open(file->bytes, file->size, "test", &log, &object));
	log__release(&log);
	return object;
}

/* NULL where the kernel does not take it. */
static struct object *load(const struct file *file)
{
	struct object *object = open_object(file);
	struct log log = { 0 };
	int err = object ? object__load(object, &log) : 0;

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
	object__put(object);
}

/* "ROOT/name", in room that the next call but three takes again. */
static const char *in(const char *root, const char *name)
{
	static char paths[4][256];
	static unsigned next;
	char *path = paths[next++ % 4];

	snprintf(path, sizeof(paths[0]), "%s/%s", root, name);
	return path;
}

static bool is_there(const char *path)
{
	struct stat status;

	return !stat(path, &status);
}

static void put(struct object *object, uint32_t key, uint64_t value)
{
	struct map map;

	CHECK(!map__open(object, "hash", SCALAR_U32, SCALAR_U64, &map));
	CHECK(!map__update(&map, &key, &value, 0));
	map__release(&map);
}

static uint64_t get(struct object *object, uint32_t key)
{
	uint64_t value = 0;
	struct map map;

	CHECK(!map__open(object, "hash", SCALAR_U32, SCALAR_U64, &map));
	CHECK(!map__lookup(&map, &key, &value));
	map__release(&map);
	return value;
}

static void test_place(const char *root)
{
	CHECK(!pin__check_place(root));
	CHECK(!pin__check_place(in(root, "not/there/yet")));
	CHECK(pin__check_place("/tmp/not/there/yet") == -EXDEV);
	CHECK(pin__check_place("/proc") == -EXDEV);
	CHECK(pin__open(in(root, "none"), PIN_MAP) == -ENOENT);
}

static struct object *adopt(const struct file *file, const char *path)
{
	struct object *object = open_object(file);
	struct map_comparison comparison;
	struct layout_comparison layouts;
	struct log log = { 0 };
	int fd = pin__open(path, PIN_MAP);

	CHECK(fd >= 0);
	CHECK(object__reuse(object, "lru", fd, &comparison) == -EMEDIUMTYPE);
	CHECK(!object__reuse(object, "hash", fd, &comparison));
	CHECK(!object__enter(object, OBJECT_OPENED));
	CHECK(!layout__compare(object, "hash", fd, &layouts));
	CHECK(!layouts.key_differs && !layouts.value_differs);
	object__leave(object);
	close(fd);
	CHECK(!object__load(object, &log));
	log__release(&log);
	return object;
}

static void test_map(const struct file *file, const char *root)
{
	const char *directory = in(root, "a/b"), *path = in(root, "a/b/hash");
	struct map_pin pin = { "hash", path };
	struct object *object = load(file);

	put(object, 1, 10);
	CHECK(!pin__commit(object, directory, &pin, 1));
	CHECK(pin__commit(object, directory, &pin, 1) == -EEXIST);
	CHECK(pin__open(path, PIN_LINK) == -EPROTOTYPE);
	CHECK(object__close(object));
	CHECK(pin__commit(object, directory, &pin, 1) == -ERROR_CLOSED);
	object__put(object);
}

/* What a call has made before it fails is gone again: directories, too. */
static void test_all_or_none(const struct file *file, const char *root)
{
	const char *directory = in(root, "c/d");
	struct map_pin pins[] = { { "hash", in(root, "c/d/hash") },
				  { "none", in(root, "c/d/none") } };
	struct object *object = load(file);

	CHECK(pin__commit(object, directory, pins, 2) == -ESRCH);
	CHECK(!is_there(in(root, "c")));
	CHECK(pin__commit(object, in(root, "c/d.e"), pins, 1) == -EPERM);
	CHECK(!is_there(in(root, "c")));
	CHECK(pin__commit(object, "/tmp/not/there", pins, 1) == -EXDEV);
	unload(object);
}

static struct link *attach(struct object *object, const char *pin)
{
	struct log log = { 0 };
	struct link *link = NULL;

	CHECK(!link__attach(object, "raise_third", false, pin, &log, &link));
	log__release(&log);
	return link;
}

/* The program goes from an object to the next one, whose link ends when it is detached. */
static void test_link(const struct file *file, const char *root)
{
	const char *path = in(root, "link");
	struct object *first = load(file), *second = load(file);
	struct link *link = attach(first, path);

	CHECK(!link->is_adopted && !is_there(path));
	CHECK(!pin__commit(first, root, NULL, 0) && is_there(path));
	link__put(link);
	unload(first);
	CHECK(is_there(path));

	link = attach(second, path);
	CHECK(link->is_adopted && link->is_pinned && is_there(path));
	link__detach(link);
	CHECK(!is_there(path));
	link__put(link);
	unload(second);
}

static void test_unpinned_link(const struct file *file, const char *root)
{
	const char *path = in(root, "link");
	struct object *object = load(file);
	struct link *link = attach(object, path);

	CHECK(!pin__commit(object, root, NULL, 0) && is_there(path));
	CHECK(!object__enter(object, OBJECT_LOADED));
	CHECK(!link__unpin_all(object) && !is_there(path));
	CHECK(!link__unpin_all(object));
	object__leave(object);
	CHECK(link__exists(object, "raise_third"));
	link__put(link);
	unload(object);
}

/* A replaced link's pin is its successor's. */
static void test_replaced_link(const struct file *file, const char *root)
{
	const char *path = in(root, "link");
	struct object *first = load(file), *second = load(file);
	struct link *link = attach(first, path), *next = NULL;
	enum link_change change;
	struct log log = { 0 };

	CHECK(!pin__commit(first, root, NULL, 0));
	CHECK(!link__replace(link, second, "raise_third", &log, &next, &change));
	CHECK(change == LINK_CHANGE_OVERLAP);
	unload(first);
	CHECK(is_there(path) && next->is_pinned);
	link__detach(link);
	CHECK(!is_there(path) && !link__exists(second, "raise_third"));
	link__put(next);
	link__put(link);
	unload(second);
	log__release(&log);
}

static void test_pins(const char *root)
{
	struct file maps = { 0 }, run = { 0 };
	struct object *object;

	if (!loader_build("maps", &maps) || !loader_build("run", &run)) {
		puts("skipped on the kernel: clang does not build test/support/loader");
	} else if (!(object = load(&maps))) {
		puts("skipped on the kernel: this process may not create BPF maps");
	} else {
		unload(object);
		test_place(root);
		test_map(&maps, root);
		object = adopt(&maps, in(root, "a/b/hash"));
		CHECK(get(object, 1) == 10);
		unload(object);
		test_all_or_none(&maps, root);
		test_link(&run, root);
		test_unpinned_link(&run, root);
		test_replaced_link(&run, root);
	}
	free(maps.bytes);
	free(run.bytes);
}

int main(void)
{
	char root[] = "/tmp/honey-pin-test-XXXXXX";

	log__install();
	if (!mkdtemp(root))
		return 1;
	if (mount("bpf", root, "bpf", 0, NULL)) {
		printf("skipped on the kernel: no BPF file system can be mounted: %s\n",
		       strerror(errno));
	} else {
		test_pins(root);
		CHECK(!umount(root));
	}
	CHECK(!rmdir(root));
	log__uninstall();
	if (!failures)
		puts("pin_test: ok");
	return failures != 0;
}
