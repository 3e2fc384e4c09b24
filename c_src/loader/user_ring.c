/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/user_ring.h"

#include "loader/object.h"

#include <bpf/libbpf.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct user_ring {
	struct user_ring *next;
	int map_fd; /* the object's */
	struct user_ring_buffer *buffer;
};

static struct user_ring *find(const struct object *object, int map_fd)
{
	struct user_ring *ring = object->user_rings;

	while (ring && ring->map_fd != map_fd)
		ring = ring->next;
	return ring;
}

/* NULL with errno. */
static struct user_ring *open_ring(struct object *object, int map_fd)
{
	struct user_ring *ring = malloc(sizeof(*ring));

	if (!ring)
		return NULL;
	ring->map_fd = map_fd;
	ring->buffer = user_ring_buffer__new(map_fd, NULL);
	if (!ring->buffer) {
		int err = errno;

		free(ring);
		errno = err;
		return NULL;
	}
	ring->next = object->user_rings;
	object->user_rings = ring;
	return ring;
}

static int push(const struct map_use *use, const struct map *map, const void *record, size_t size)
{
	struct user_ring *ring = find(use->object, use->fd);
	void *room;

	if (size >= map->max_entries)
		return -E2BIG;
	if (!ring)
		ring = open_ring(use->object, use->fd);
	if (!ring)
		return -errno;
	room = user_ring_buffer__reserve(ring->buffer, (uint32_t)size);
	if (!room)
		return -errno;
	memcpy(room, record, size);
	user_ring_buffer__submit(ring->buffer, room);
	return 0;
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

		user_ring_buffer__free(ring->buffer);
		free(ring);
		ring = next;
	}
}
