/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/object.h"

#include "loader/error_name.h"
#include "loader/link.h"
#include "loader/log.h"
#include "loader/map_owned.h"
#include "loader/perf.h"
#include "loader/pin.h"
#include "loader/succession.h"
#include "loader/user_ring.h"

#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

static struct object *object__new(void)
{
	struct object *object = calloc(1, sizeof(*object));

	if (!object)
		return NULL;
	atomic_init(&object->references, 1);
	pthread_mutex_init(&object->lock, NULL);
	pthread_cond_init(&object->changed, NULL);
	object->state = OBJECT_OPENED;
	object->stats_fd = -1;
	return object;
}

/* How many variables a section has, by its BTF. */
static uint32_t variables_in(const struct btf *btf, const char *section)
{
	int32_t id = btf ? btf__find_by_name_kind(btf, section, BTF_KIND_DATASEC) : -1;

	return id < 0 ? 0 : btf_vlen(btf__type_by_id(btf, (uint32_t)id));
}

/* Those that libbpf makes maps of: with a question mark, of such as are not loaded unless asked for. */
static const char *const struct_ops_sections[] = {
	".struct_ops",
	".struct_ops.link",
	"?.struct_ops",
	"?.struct_ops.link",
};

/*
 * Maps of this type are the variables of sections of their own. One that is defined as other maps are makes
 * libbpf 1.1 follow a pointer to nothing when it loads it.
 */
static bool has_stray_struct_ops(const struct bpf_object *object)
{
	const struct btf *btf = bpf_object__btf(object);
	const struct bpf_map *map;
	uint32_t left = 0;

	for (size_t i = 0; i < sizeof(struct_ops_sections) / sizeof(struct_ops_sections[0]); i++)
		left += variables_in(btf, struct_ops_sections[i]);
	bpf_object__for_each_map(map, object)
	{
		if (bpf_map__type(map) == BPF_MAP_TYPE_STRUCT_OPS && !left--)
			return true;
	}
	return false;
}

int object__open(const void *elf, size_t size, const char *name, struct log *log,
		 struct object **result)
{
	LIBBPF_OPTS(bpf_object_open_opts, options, .object_name = name);
	struct object *object = object__new();
	int err = 0;

	if (!object)
		return -ENOMEM;
	log__begin(log);
	object->bpf = bpf_object__open_mem(elf, size, &options);
	if (!object->bpf)
		err = -errno;
	else if (has_stray_struct_ops(object->bpf))
		err = -EOPNOTSUPP;
	log__end(log);
	if (err) {
		object__put(object);
		return err;
	}
	*result = object;
	return 0;
}

static void set_state(struct object *object, enum object_state state)
{
	pthread_mutex_lock(&object->lock);
	object->state = state;
	pthread_cond_broadcast(&object->changed);
	pthread_mutex_unlock(&object->lock);
}

/* A closer waits for LOADING to end, as it does for users. */
int object__load(struct object *object, struct log *log)
{
	int err = 0;

	pthread_mutex_lock(&object->lock);
	if (object->state == OBJECT_OPENED)
		object->state = OBJECT_LOADING;
	else
		err = object->state >= OBJECT_CLOSING ? -ERROR_CLOSED : -EALREADY;
	pthread_mutex_unlock(&object->lock);
	if (err)
		return err;

	pin__forget_wanted(object);
	log__begin(log);
	err = bpf_object__load(object->bpf);
	log__end(log);
	set_state(object, err ? OBJECT_OPENED : OBJECT_LOADED);
	return err;
}

/* True for the caller that now has the object to itself. */
static bool take(struct object *object)
{
	bool taken = false;

	pthread_mutex_lock(&object->lock);
	while (object->state == OBJECT_LOADING)
		pthread_cond_wait(&object->changed, &object->lock);
	if (object->state < OBJECT_CLOSING) {
		object->state = OBJECT_CLOSING;
		taken = true;
		while (object->users)
			pthread_cond_wait(&object->changed, &object->lock);
	}
	pthread_mutex_unlock(&object->lock);
	return taken;
}

/* What the programs have left is to be read now, before it goes. */
static void tell_watchers(struct object *object)
{
	pthread_mutex_lock(&object->lock);
	for (struct object_watcher *w = object->watchers; w; w = w->next)
		eventfd_write(w->fd, 1);
	pthread_mutex_unlock(&object->lock);
}

void object__watch(struct object *object, struct object_watcher *watcher)
{
	pthread_mutex_lock(&object->lock);
	watcher->next = object->watchers;
	object->watchers = watcher;
	pthread_mutex_unlock(&object->lock);
}

void object__unwatch(struct object *object, struct object_watcher *watcher)
{
	struct object_watcher **at = &object->watchers;

	pthread_mutex_lock(&object->lock);
	while (*at && *at != watcher)
		at = &(*at)->next;
	if (*at)
		*at = watcher->next;
	pthread_mutex_unlock(&object->lock);
}

static void release(struct object *object)
{
	for (size_t i = 0; i < LIVE_SECTIONS; i++) {
		if (object->live[i].bytes)
			munmap(object->live[i].bytes, object->live[i].mapped);
		object->live[i].bytes = NULL;
	}
	map__close_owned(object);
	user_ring__close_all(object);
	if (object->stats_fd >= 0)
		close(object->stats_fd);
	object->stats_fd = -1;
	perf__put_all(object);
	bpf_object__close(object->bpf);
	object->bpf = NULL;
}

bool object__close(struct object *object)
{
	if (!take(object)) {
		object__await_closed(object);
		return false;
	}
	link__detach_all(object, false);
	tell_watchers(object);
	release(object);
	set_state(object, OBJECT_CLOSED);
	return true;
}

void object__await_closed(struct object *object)
{
	pthread_mutex_lock(&object->lock);
	while (object->state == OBJECT_CLOSING)
		pthread_cond_wait(&object->changed, &object->lock);
	pthread_mutex_unlock(&object->lock);
}

struct object *object__get(struct object *object)
{
	atomic_fetch_add(&object->references, 1);
	return object;
}

/* Not by recursion: what was replaced often has as many successors. */
void object__put(struct object *object)
{
	while (object && atomic_fetch_sub(&object->references, 1) == 1) {
		struct object *successor = object__take_successor(object);

		release(object);
		pthread_cond_destroy(&object->changed);
		pthread_mutex_destroy(&object->lock);
		free(object);
		object = successor;
	}
}

int object__enter(struct object *object, enum object_state needed)
{
	int err = 0;

	pthread_mutex_lock(&object->lock);
	if (object->state == needed)
		object->users++;
	else
		err = object->state >= OBJECT_CLOSING ? -ERROR_CLOSED : -EINVAL;
	pthread_mutex_unlock(&object->lock);
	return err;
}

int object__begin_run(struct object *object)
{
	int err = 0;

	pthread_mutex_lock(&object->lock);
	if (object->is_retired)
		err = -ERROR_CLOSED;
	else
		object->runs++;
	pthread_mutex_unlock(&object->lock);
	return err;
}

void object__end_run(struct object *object)
{
	pthread_mutex_lock(&object->lock);
	if (!--object->runs)
		pthread_cond_broadcast(&object->changed);
	pthread_mutex_unlock(&object->lock);
}

void object__retire(struct object *object)
{
	pthread_mutex_lock(&object->lock);
	object->is_retired = true;
	while (object->runs)
		pthread_cond_wait(&object->changed, &object->lock);
	pthread_mutex_unlock(&object->lock);
}

void object__leave(struct object *object)
{
	pthread_mutex_lock(&object->lock);
	if (!--object->users)
		pthread_cond_broadcast(&object->changed);
	pthread_mutex_unlock(&object->lock);
}
