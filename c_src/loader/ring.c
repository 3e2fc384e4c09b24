/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/ring.h"

#include "loader/object_info.h"
#include "loader/perf.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

/* Before each record: its size with these bits, and a word that is the kernel's. */
#define HEADER 8

/* So often the programs get the room back of what was read. */
#define GIVE_BACK_EACH 64

static void *map_memory(size_t size, int protection, int fd, size_t offset)
{
	void *memory = mmap(NULL, size, protection, MAP_SHARED, fd, (off_t)offset);

	return memory == MAP_FAILED ? NULL : memory;
}

static int map_ring(struct ring *ring)
{
	ring->consumed = map_memory(ring->page, PROT_READ | PROT_WRITE, ring->map, 0);
	if (!ring->consumed)
		return -errno;
	ring->produced = map_memory(ring->page + 2 * ring->size, PROT_READ, ring->map, ring->page);
	if (!ring->produced)
		return -errno;
	ring->position = *ring->consumed;
	return 0;
}

static int map_counters(struct ring *ring, size_t first, size_t types)
{
	struct variable variable;
	int err = object__variable(ring->object, LOST_COUNTERS, &variable);

	if (err)
		return err;
	if ((first + types) * sizeof(uint64_t) > variable.size)
		return -EINVAL;
	ring->counters_size = (variable.map_size + ring->page - 1) / ring->page * ring->page;
	ring->counters = map_memory(ring->counters_size, PROT_READ, variable.fd, 0);
	if (!ring->counters)
		return -errno;
	ring->lost = (const uint64_t *)(ring->counters + variable.offset) + first;
	ring->types = types;
	return 0;
}

static int watch(struct ring *ring, int fd, uint32_t events)
{
	struct epoll_event event = { .events = events };

	return epoll_ctl(ring->poll, EPOLL_CTL_ADD, fd, &event) ? -errno : 0;
}

static int open_polling(struct ring *ring)
{
	int err;

	ring->poll = epoll_create1(EPOLL_CLOEXEC);
	ring->closing.fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (ring->poll < 0 || ring->closing.fd < 0)
		return -errno;
	err = watch(ring, ring->records, 0);
	return err ? err : watch(ring, ring->closing.fd, EPOLLIN);
}

static int open_ring_buffer(struct ring *ring, const struct bpf_map *map)
{
	ring->size = bpf_map__max_entries(map);
	ring->map = fcntl(bpf_map__fd(map), F_DUPFD_CLOEXEC, 3);
	if (ring->map < 0)
		return -errno;
	ring->records = ring->map;
	return map_ring(ring);
}

static int open_perf(struct ring *ring, const char *name)
{
	ring->perf = perf__get(ring->object, name);
	if (!ring->perf)
		return -ESRCH;
	ring->records = perf__poll_fd(ring->perf);
	return 0;
}

static int open_entered(struct ring *ring, const char *name, size_t first, size_t types)
{
	const struct bpf_map *map = bpf_object__find_map_by_name(ring->object->bpf, name);
	int err;

	ring->page = (size_t)sysconf(_SC_PAGESIZE);
	if (map && bpf_map__type(map) == BPF_MAP_TYPE_RINGBUF)
		err = open_ring_buffer(ring, map);
	else
		err = open_perf(ring, name);
	if (!err)
		err = map_counters(ring, first, types);
	if (!err)
		err = open_polling(ring);
	if (!err)
		object__watch(ring->object, &ring->closing);
	return err;
}

int ring__open(struct object *object, const char *name, size_t first, size_t types,
	       struct ring *ring)
{
	int err = object__enter(object, OBJECT_LOADED);

	*ring = (struct ring){ .poll = -1, .map = -1, .closing.fd = -1 };
	if (err)
		return err;
	ring->object = object__get(object);
	err = open_entered(ring, name, first, types);
	object__leave(object);
	if (err)
		ring__release(ring);
	return err;
}

static void close_fd(int fd)
{
	if (fd >= 0)
		close(fd);
}

void ring__release(struct ring *ring)
{
	if (!ring->object)
		return;
	object__unwatch(ring->object, &ring->closing);
	if (ring->counters)
		munmap(ring->counters, ring->counters_size);
	if (ring->produced)
		munmap(ring->produced, ring->page + 2 * ring->size);
	if (ring->consumed)
		munmap(ring->consumed, ring->page);
	if (ring->perf)
		perf__put(ring->perf);
	close_fd(ring->poll);
	close_fd(ring->closing.fd);
	close_fd(ring->map);
	object__put(ring->object);
	ring->object = NULL;
}

static bool next_record(struct ring *ring, struct record *record)
{
	uint64_t produced = __atomic_load_n((uint64_t *)ring->produced, __ATOMIC_ACQUIRE);
	const char *records = ring->produced + ring->page;

	while (ring->position < produced) {
		const char *header = records + (ring->position & (ring->size - 1));
		uint32_t word = __atomic_load_n((const uint32_t *)header, __ATOMIC_ACQUIRE);
		uint32_t size = word & ~(BPF_RINGBUF_BUSY_BIT | BPF_RINGBUF_DISCARD_BIT);

		if (word & BPF_RINGBUF_BUSY_BIT)
			return false;
		ring->position += (HEADER + (uint64_t)size + 7) / 8 * 8;
		if (word & BPF_RINGBUF_DISCARD_BIT)
			continue;
		*record = (struct record){ header + HEADER, size };
		return true;
	}
	return false;
}

static void give_back(struct ring *ring)
{
	__atomic_store_n(ring->consumed, ring->position, __ATOMIC_RELEASE);
}

void ring__read(struct ring *ring, bool (*take)(void *context, const struct record *record),
		void *context)
{
	struct record record;
	size_t count = 0;

	if (ring->perf) {
		perf__read(ring->perf, take, context);
		return;
	}
	while (next_record(ring, &record) && take(context, &record)) {
		if (++count % GIVE_BACK_EACH == 0)
			give_back(ring);
	}
	give_back(ring);
}

/* Changes what was said when the ring was opened, which cannot fail. */
void ring__wait_for_records(struct ring *ring, bool wait)
{
	struct epoll_event event = { .events = wait ? EPOLLIN : 0 };

	epoll_ctl(ring->poll, EPOLL_CTL_MOD, ring->records, &event);
}

/*
 * That buffers of CPUs have got something is told once, to whoever asks first: to the kernel, when
 * it is asked to wait for it.
 */
bool ring__has_untold(const struct ring *ring)
{
	return ring->perf && perf__has_records(ring->perf);
}

bool ring__is_closing(const struct ring *ring)
{
	struct pollfd pollfd = { .fd = ring->closing.fd, .events = POLLIN };

	return poll(&pollfd, 1, 0) > 0;
}

uint64_t ring__lost(const struct ring *ring)
{
	uint64_t lost = 0;

	for (size_t i = 0; i < ring->types; i++)
		lost += __atomic_load_n(&ring->lost[i], __ATOMIC_RELAXED);
	return lost;
}
