/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/link.h"

#include "loader/log.h"
#include "loader/object.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <linux/if_link.h>
#include <net/if.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct link *link__new(struct object *object, struct bpf_program *program)
{
	struct link *link = calloc(1, sizeof(*link));

	if (!link)
		return NULL;
	link->object = object__get(object);
	link->program = bpf_program__name(program);
	link->state = LINK_GONE;
	link->fd = -1;
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

/* Where a program goes; without an interface, to what its section names. */
struct target {
	const char *interface;
	enum xdp_mode mode;
};

static int attach_by_section(struct link *link, struct bpf_program *program, struct log *log)
{
	int err = 0;

	log__begin(log);
	link->bpf = bpf_program__attach(program);
	if (!link->bpf)
		err = -errno;
	log__end(log);
	return err;
}

static int attach_to_interface(struct link *link, struct bpf_program *program,
			       const struct target *target)
{
	static const unsigned flags[] = {
		[XDP_MODE_AUTO] = 0,
		[XDP_MODE_NATIVE] = XDP_FLAGS_DRV_MODE,
		[XDP_MODE_GENERIC] = XDP_FLAGS_SKB_MODE,
	};
	LIBBPF_OPTS(bpf_link_create_opts, options, .flags = flags[target->mode]);
	unsigned index = if_nametoindex(target->interface);

	if (!index)
		return -ENODEV;
	link->fd = bpf_link_create(bpf_program__fd(program), (int)index, BPF_XDP, &options);
	return link->fd < 0 ? -errno : 0;
}

static int attach(struct object *object, const char *name, const struct target *target,
		  struct log *log, struct link **result)
{
	struct bpf_program *program;
	struct link *link;
	int err;

	err = object__enter(object, OBJECT_LOADED);
	if (err)
		return err;
	program = bpf_object__find_program_by_name(object->bpf, name);
	link = program ? link__new(object, program) : NULL;
	if (!link)
		err = program ? -ENOMEM : -ESRCH;
	else if (target->interface)
		err = attach_to_interface(link, program, target);
	else
		err = attach_by_section(link, program, log);
	if (!err) {
		list_add(link);
		*result = link;
	} else if (link) {
		link__put(link);
	}
	object__leave(object);
	return err;
}

int link__attach(struct object *object, const char *program, struct log *log, struct link **link)
{
	return attach(object, program, &(struct target){ .interface = NULL }, log, link);
}

int link__attach_xdp(struct object *object, const char *program, const char *interface,
		     enum xdp_mode mode, struct log *log, struct link **link)
{
	return attach(object, program, &(struct target){ interface, mode }, log, link);
}

/*
 * The taker: the one caller that finds the link LIVE. The others wait for it. Nobody else looks at
 * what the link has of libbpf and the kernel then.
 */
static bool take(struct link *link)
{
	struct object *object = link->object;
	bool taken = false;

	pthread_mutex_lock(&object->lock);
	while (link->state == LINK_GOING)
		pthread_cond_wait(&object->changed, &object->lock);
	if (link->state == LINK_LIVE) {
		link->state = LINK_GOING;
		list_remove(link);
		taken = true;
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
	if (!take(link))
		return;
	bpf_link__destroy(link->bpf);
	link->bpf = NULL;
	if (link->fd >= 0)
		close(link->fd);
	link->fd = -1;
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
