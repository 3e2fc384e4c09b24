/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rings of events and buffers of CPUs, which outlive their object: where this process may use BPF, and
 * clang is there to build the objects of test/support/loader.
 */
#include "loader/error_name.h"
#include "loader/log.h"
#include "loader/object.h"
#include "loader/perf.h"
#include "loader/ring.h"
#include "loader/test_run.h"
#include "test/loader_fixture.h"
#include "test/object_fixture.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
	EXPECT(record->size == 16 || record->size == 20);
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
	struct object *object = loader_load(file);
	struct test_run run = { .repeat = 1 };
	struct taken taken;
	struct ring ring;

	EXPECT(ring__open(object, "array", 1, 2, &ring) == -ESRCH);
	EXPECT(ring__open(object, "none", 1, 2, &ring) == -ESRCH);
	EXPECT(ring__open(object, "events", 2, 2, &ring) == -EINVAL);
	EXPECT(!open_ring(object, &ring));
	EXPECT(!read_ring(&ring, 10).count);
	EXPECT(!object__test_run(object, "two", &run));
	EXPECT(!is_readable(&ring));
	ring__wait_for_records(&ring, true);
	EXPECT(is_readable(&ring) && !ring__has_untold(&ring));
	taken = read_ring(&ring, 1);
	EXPECT(taken.count == 1 && taken.numbers[0] == 1 && is_readable(&ring));
	taken = read_ring(&ring, 10);
	EXPECT(taken.count == 1 && taken.numbers[0] == 3);
	EXPECT(!is_readable(&ring) && !ring__is_closing(&ring));
	ring__release(&ring);
	ring__release(&ring);
	loader_unload(object);
}

/* What is there when the object closes is there still; who comes later has nothing. */
static void test_ring_outlives_object(const struct file *file)
{
	struct object *object = loader_load(file);
	struct test_run run = { .repeat = 1 };
	struct ring ring, later;
	struct taken taken;

	EXPECT(!open_ring(object, &ring));
	EXPECT(!object__test_run(object, "fill", &run));
	EXPECT(ring__lost(&ring) == 30);
	EXPECT(object__close(object));
	EXPECT(is_readable(&ring) && ring__is_closing(&ring));
	EXPECT(open_ring(object, &later) == -ERROR_CLOSED);
	taken = read_ring(&ring, 256);
	for (size_t i = 0; i < taken.count; i++)
		EXPECT(taken.numbers[i] == i);
	EXPECT(taken.count == 170 && ring__lost(&ring) == 30);
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
	struct object *object = loader_load(file);
	struct test_run run = { .repeat = 1 };
	struct taken taken;
	struct ring ring;

	EXPECT(perf__open(object, "events", 4096) == -ESRCH);
	EXPECT(ring__open(object, "buffers", 1, 2, &ring) == -ESRCH);
	EXPECT(perf__open(object, "buffers", 5000 * 4096) == -EINVAL);
	EXPECT(!open_perf(object, &ring));
	EXPECT(!ring__has_untold(&ring));
	EXPECT(!object__test_run(object, "three", &run));
	ring__wait_for_records(&ring, true);
	EXPECT(ring__has_untold(&ring));
	taken = read_ring(&ring, 2);
	EXPECT(taken.count == 2 && taken.numbers[0] == 1 && taken.numbers[1] == 2);
	EXPECT(ring__has_untold(&ring));
	ring__release(&ring);
	EXPECT(!ring__open(object, "buffers", 1, 2, &ring));
	EXPECT(object__close(object));
	EXPECT(ring__is_closing(&ring));
	taken = read_ring(&ring, 10);
	EXPECT(taken.count == 1 && taken.numbers[0] == 3);
	object__put(object);
	ring__release(&ring);
}

int main(void)
{
	struct file ring = { 0 };

	log__install();
	if (loader_build("ring", &ring) && loader_has_kernel(&ring)) {
		test_ring(&ring);
		test_ring_outlives_object(&ring);
		test_perf(&ring);
	}
	free(ring.bytes);
	log__uninstall();
	if (!failures())
		puts("loader_ring_test: ok");
	return failures() != 0;
}
