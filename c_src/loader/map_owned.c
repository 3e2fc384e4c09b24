/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/map_owned.h"

#include "loader/map.h"
#include "loader/object.h"
#include "loader/succession.h"

#include <unistd.h>

/* Under the object's lock, as all of a list. */
static void join(struct map *map, struct object *object)
{
	map->next_owned = object->owned_maps;
	object->owned_maps = map;
	atomic_store(&map->home, object);
}

static void leave(struct map *map, struct object *object)
{
	struct map **at = &object->owned_maps;

	while (*at && *at != map)
		at = &(*at)->next_owned;
	if (*at)
		*at = map->next_owned;
}

static void close_descriptor(struct map *map)
{
	if (map->fd >= 0)
		close(map->fd);
	map->fd = -1;
}

void map__own(struct map *map)
{
	map->is_owned = true;
	map->outer_at_home = map->outer;
	pthread_mutex_lock(&map->object->lock);
	join(map, map->object);
	pthread_mutex_unlock(&map->object->lock);
}

/* It may be handed on until the home is locked. */
static struct object *lock_home(const struct map *map)
{
	struct object *home;

	for (;;) {
		home = atomic_load(&map->home);
		pthread_mutex_lock(&home->lock);
		if (home == atomic_load(&map->home))
			return home;
		pthread_mutex_unlock(&home->lock);
	}
}

void map__close_own(struct map *map)
{
	struct object *home = lock_home(map);

	close_descriptor(map);
	pthread_mutex_unlock(&home->lock);
}

void map__disown(struct map *map)
{
	struct object *home = lock_home(map);

	leave(map, home);
	close_descriptor(map);
	pthread_mutex_unlock(&home->lock);
}

/*
 * Under the lock of the home that the map has left. Locks are taken from an object to its successor
 * only. One that has closed what it owns has nobody who uses it: then its own successor is next.
 */
static bool hand_on(struct map *map, struct object *home)
{
	int outer = map->outer_at_home;
	struct object *next = outer < 0 ? NULL : object__successor(home, &outer);
	bool is_home = false;

	while (next && !is_home) {
		struct object *object = next;

		pthread_mutex_lock(&object->lock);
		is_home = !object->has_closed_owned;
		if (is_home) {
			map->outer_at_home = outer;
			join(map, object);
		} else {
			next = object__successor(object, &outer);
		}
		pthread_mutex_unlock(&object->lock);
	}
	return is_home;
}

void map__close_owned(struct object *object)
{
	struct map *map;

	pthread_mutex_lock(&object->lock);
	object->has_closed_owned = true;
	while ((map = object->owned_maps)) {
		object->owned_maps = map->next_owned;
		map->next_owned = NULL;
		if (!hand_on(map, object))
			close_descriptor(map);
	}
	pthread_mutex_unlock(&object->lock);
}
