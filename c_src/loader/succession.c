/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/succession.h"

#include "loader/error_name.h"
#include "loader/grace_period.h"
#include "loader/object.h"

#include <bpf/libbpf.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>

/* The descriptors of a map, in the object and in its successor. */
struct kept_map {
	int before, after;
};

struct succession {
	struct object *successor;
	size_t count;
	struct kept_map maps[];
};

static int find(const struct object *object, const char *name)
{
	const struct bpf_map *map = bpf_object__find_map_by_name(object->bpf, name);
	int fd = map ? bpf_map__fd(map) : -1;

	return fd < 0 ? -ESRCH : fd;
}

static int fill(struct succession *succession, const struct object *object,
		const char *const names[])
{
	for (size_t i = 0; i < succession->count; i++) {
		struct kept_map kept = { find(object, names[i]),
					 find(succession->successor, names[i]) };

		if (kept.before < 0 || kept.after < 0)
			return -ESRCH;
		succession->maps[i] = kept;
	}
	return 0;
}

static int succeed_entered(struct object *object, struct object *successor,
			   const char *const names[], size_t count)
{
	struct succession *succession;
	int err;

	succession = calloc(1, sizeof(*succession) + count * sizeof(struct kept_map));
	if (!succession)
		return -ENOMEM;
	succession->successor = successor;
	succession->count = count;
	err = fill(succession, object, names);
	pthread_mutex_lock(&object->lock);
	if (!err && object->succession)
		err = -EALREADY;
	if (!err) {
		object__get(successor);
		object->succession = succession;
	}
	pthread_mutex_unlock(&object->lock);
	if (err)
		free(succession);
	return err;
}

int object__succeed(struct object *object, struct object *successor, const char *const names[],
		    size_t count)
{
	int err = object__enter(object, OBJECT_LOADED);

	if (err)
		return err;
	err = object__enter(successor, OBJECT_LOADED);
	if (!err) {
		err = succeed_entered(object, successor, names, count);
		object__leave(successor);
	}
	object__leave(object);
	return err;
}

/* As the kernel itself waits before it frees a program. */
void object__await_programs(struct object *object)
{
	object__retire(object);
	grace_period__wait();
}

/* It does not change once it is there. */
static const struct succession *succession_of(struct object *object)
{
	const struct succession *succession;

	pthread_mutex_lock(&object->lock);
	succession = object->succession;
	pthread_mutex_unlock(&object->lock);
	return succession;
}

static bool follow(const struct succession *succession, int *fd)
{
	for (size_t i = 0; i < succession->count; i++) {
		if (succession->maps[i].before == *fd) {
			*fd = succession->maps[i].after;
			return true;
		}
	}
	return false;
}

struct object *object__successor(struct object *object, int *fd)
{
	const struct succession *succession = object->succession;

	return succession && follow(succession, fd) ? succession->successor : NULL;
}

/* Without a descriptor, to any successor. */
static int enter(struct object **object, int *fd)
{
	const struct succession *succession;
	int err;

	while ((err = object__enter(*object, OBJECT_LOADED)) == -ERROR_CLOSED) {
		succession = succession_of(*object);
		if (!succession || (fd && !follow(succession, fd)))
			break;
		*object = succession->successor;
	}
	return err;
}

int object__enter_last(struct object **object)
{
	return enter(object, NULL);
}

int object__enter_with(struct object **object, int *fd)
{
	return enter(object, fd);
}

struct object *object__take_successor(struct object *object)
{
	struct succession *succession = object->succession;
	struct object *successor = succession ? succession->successor : NULL;

	free(succession);
	object->succession = NULL;
	return successor;
}
