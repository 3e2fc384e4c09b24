/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/link.h"

#include "loader/log.h"
#include "loader/object.h"

#include <bpf/libbpf.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static struct link *link__new(struct object *object, struct bpf_program *program)
{
	struct link *link = calloc(1, sizeof(*link));

	if (!link)
		return NULL;
	link->object = object__get(object);
	link->program = bpf_program__name(program);
	link->state = LINK_GONE;
	atomic_init(&link->references, 1);
	return link;
}

void link__put(struct link *link)
{
	if (atomic_fetch_sub(&link->references, 1) != 1)
		return;
	object__put(link->object);
	free(link);
}

static void list_add(struct link *link)
{
	struct object *object = link->object;

	pthread_mutex_lock(&object->lock);
	atomic_fetch_add(&link->references, 1);
	link->state = LINK_LIVE;
	link->next = object->links;
	object->links = link;
	pthread_mutex_unlock(&object->lock);
}

/* Under the object's lock. */
static void list_remove(struct link *link)
{
	struct link **at = &link->object->links;

	while (*at != link)
		at = &(*at)->next;
	*at = link->next;
	link->next = NULL;
}

static int attach(struct link *link, struct bpf_program *program, struct log *log)
{
	int err = 0;

	log__begin(log);
	link->bpf = bpf_program__attach(program);
	if (!link->bpf)
		err = -errno;
	log__end(log);
	return err;
}

int link__attach(struct object *object, const char *name, struct log *log, struct link **result)
{
	struct bpf_program *program;
	struct link *link;
	int err;

	err = object__enter(object, OBJECT_LOADED);
	if (err)
		return err;
	program = bpf_object__find_program_by_name(object->bpf, name);
	link = program ? link__new(object, program) : NULL;
	err = !program ? -ESRCH : !link ? -ENOMEM : attach(link, program, log);
	if (!err) {
		list_add(link);
		*result = link;
	} else if (link) {
		link__put(link);
	}
	object__leave(object);
	return err;
}

/* The taker: the one caller that finds the link LIVE. The others wait for it. */
static struct bpf_link *take(struct link *link)
{
	struct object *object = link->object;
	struct bpf_link *taken = NULL;

	pthread_mutex_lock(&object->lock);
	while (link->state == LINK_GOING)
		pthread_cond_wait(&object->changed, &object->lock);
	if (link->state == LINK_LIVE) {
		link->state = LINK_GOING;
		list_remove(link);
		taken = link->bpf;
		link->bpf = NULL;
	}
	pthread_mutex_unlock(&object->lock);
	return taken;
}

static void set_gone(struct link *link)
{
	struct object *object = link->object;

	pthread_mutex_lock(&object->lock);
	link->state = LINK_GONE;
	pthread_cond_broadcast(&object->changed);
	pthread_mutex_unlock(&object->lock);
}

/* Ends with the list's reference, if it was this call that took the link. */
static void detach_entered(struct link *link)
{
	struct bpf_link *taken = take(link);

	if (!taken)
		return;
	bpf_link__destroy(taken);
	set_gone(link);
	link__put(link);
}

void link__detach(struct link *link)
{
	if (object__enter(link->object, OBJECT_LOADED)) {
		object__await_closed(link->object);
		return;
	}
	detach_entered(link);
	object__leave(link->object);
}

/* The first LIVE link, with a reference for the caller. */
static struct link *first_link(struct object *object)
{
	struct link *link;

	pthread_mutex_lock(&object->lock);
	link = object->links;
	if (link)
		atomic_fetch_add(&link->references, 1);
	pthread_mutex_unlock(&object->lock);
	return link;
}

void link__detach_all(struct object *object)
{
	struct link *link;

	while ((link = first_link(object))) {
		detach_entered(link);
		link__put(link);
	}
}

bool link__exists(struct object *object, const char *program)
{
	const struct link *link;

	if (object__enter(object, OBJECT_LOADED))
		return false;
	pthread_mutex_lock(&object->lock);
	link = object->links;
	while (link && strcmp(link->program, program))
		link = link->next;
	pthread_mutex_unlock(&object->lock);
	object__leave(object);
	return link;
}
