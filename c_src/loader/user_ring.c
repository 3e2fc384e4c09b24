/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/user_ring.h"

#include "loader/object.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* One for each map of the kernel's, however many objects have it. */
struct producer {
	struct producer *next;
	uint32_t id;
	unsigned rings;
	pthread_mutex_t lock;
};

struct user_ring {
	struct user_ring *next;
	int map_fd; /* the object's */
	struct user_ring_buffer *buffer;
	struct producer *producer;
};

/* Objects know nothing of each other: what they share is found here. */
static pthread_mutex_t producers_lock = PTHREAD_MUTEX_INITIALIZER;
static struct producer *producers;

/* Under the lock of all; NULL when there is no memory. */
static struct producer *find_producer(uint32_t id)
{
	struct producer *producer = producers;

	while (producer && producer->id != id)
		producer = producer->next;
	if (producer)
		return producer;
	producer = calloc(1, sizeof(*producer));
	if (!producer)
		return NULL;
	producer->id = id;
	producer->next = producers;
	pthread_mutex_init(&producer->lock, NULL);
	producers = producer;
	return producer;
}

static int get_producer(int map_fd, struct producer **producer)
{
	struct bpf_map_info info = { 0 };
	uint32_t size = sizeof(info);

	if (bpf_obj_get_info_by_fd(map_fd, &info, &size))
		return -errno;
	pthread_mutex_lock(&producers_lock);
	*producer = find_producer(info.id);
	if (*producer)
		(*producer)->rings++;
	pthread_mutex_unlock(&producers_lock);
	return *producer ? 0 : -ENOMEM;
}

/* The last ring has the map still: its number is nobody else's until then. */
static void put_producer(struct producer *producer)
{
	struct producer **at = &producers;

	pthread_mutex_lock(&producers_lock);
	if (!--producer->rings) {
		while (*at && *at != producer)
			at = &(*at)->next;
		if (*at)
			*at = producer->next;
		pthread_mutex_destroy(&producer->lock);
		free(producer);
	}
	pthread_mutex_unlock(&producers_lock);
}

static struct user_ring *find(const struct object *object, int map_fd)
{
	struct user_ring *ring = object->user_rings;

	while (ring && ring->map_fd != map_fd)
		ring = ring->next;
	return ring;
}

static int open_ring(struct object *object, int map_fd, struct user_ring **result)
{
	struct user_ring *ring = calloc(1, sizeof(*ring));
	int err;

	if (!ring)
		return -ENOMEM;
	ring->map_fd = map_fd;
	err = get_producer(map_fd, &ring->producer);
	if (err)
		goto free_ring;
	ring->buffer = user_ring_buffer__new(map_fd, NULL);
	if (!ring->buffer) {
		err = -errno;
		goto put_producer;
	}
	ring->next = object->user_rings;
	object->user_rings = ring;
	*result = ring;
	return 0;
put_producer:
	put_producer(ring->producer);
free_ring:
	free(ring);
	return err;
}

static int write_record(struct user_ring *ring, const void *record, size_t size)
{
	void *room;
	int err = 0;

	pthread_mutex_lock(&ring->producer->lock);
	room = user_ring_buffer__reserve(ring->buffer, (uint32_t)size);
	if (room) {
		memcpy(room, record, size);
		user_ring_buffer__submit(ring->buffer, room);
	} else {
		err = -errno;
	}
	pthread_mutex_unlock(&ring->producer->lock);
	return err;
}

static int push(const struct map_use *use, const struct map *map, const void *record, size_t size)
{
	struct user_ring *ring = find(use->object, use->fd);
	int err = 0;

	if (size >= map->max_entries)
		return -E2BIG;
	if (!ring)
		err = open_ring(use->object, use->fd, &ring);
	return err ? err : write_record(ring, record, size);
}

int user_ring__push(struct map *map, const void *record, size_t size)
{
	struct map_use use;
	int err = map__enter(map, &use);

	if (err)
		return err;
	pthread_mutex_lock(&use.object->lock);
	err = push(&use, map, record, size);
	pthread_mutex_unlock(&use.object->lock);
	object__leave(use.object);
	return err;
}

void user_ring__close_all(struct object *object)
{
	struct user_ring *ring = object->user_rings;

	object->user_rings = NULL;
	while (ring) {
		struct user_ring *next = ring->next;

		put_producer(ring->producer);
		user_ring_buffer__free(ring->buffer);
		free(ring);
		ring = next;
	}
}
