/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/link.h"

#include "loader/attachment.h"
#include "loader/log.h"
#include "loader/object.h"
#include "loader/pin.h"
#include "loader/stub.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <net/if.h>
#include <stdio.h>
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

/* Not by recursion: a program that was replaced often has as many links. */
void link__put(struct link *link)
{
	while (link && atomic_fetch_sub(&link->references, 1) == 1) {
		struct link *successor = link->successor;

		object__put(link->object);
		free(link->pin);
		free(link);
		link = successor;
	}
}

static struct link *link__get(struct link *link)
{
	atomic_fetch_add(&link->references, 1);
	return link;
}

static void list_add(struct link *link)
{
	struct object *object = link->object;

	pthread_mutex_lock(&object->lock);
	link__get(link);
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

static int attach(struct object *object, const char *name, const struct attachment_target *target,
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
	else
		err = attachment__make(link, program, target, log);
	if (!err) {
		list_add(link);
		*result = link;
	} else if (link) {
		link__put(link);
	}
	object__leave(object);
	return err;
}

int link__attach(struct object *object, const char *program, bool by_stub, const char *pin,
		 struct log *log, struct link **link)
{
	const struct attachment_target target = { .by_stub = by_stub, .pin = pin };

	return attach(object, program, &target, log, link);
}

int link__attach_xdp(struct object *object, const char *program, const char *interface,
		     enum xdp_mode mode, const char *pin, struct log *log, struct link **link)
{
	const struct attachment_target target = { .interface = interface,
						  .mode = mode,
						  .pin = pin };

	return attach(object, program, &target, log, link);
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
	while (link->state == LINK_GOING || link->asked)
		pthread_cond_wait(&object->changed, &object->lock);
	if (link->state == LINK_LIVE) {
		link->state = LINK_GOING;
		list_remove(link);
		taken = true;
	}
	pthread_mutex_unlock(&object->lock);
	return taken;
}

/* The taker's: it is no more, or what `successor` is, and the list's reference goes. */
static void set_gone(struct link *link, struct link *successor)
{
	struct object *object = link->object;

	pthread_mutex_lock(&object->lock);
	link->state = LINK_GONE;
	link->successor = successor ? link__get(successor) : NULL;
	pthread_cond_broadcast(&object->changed);
	pthread_mutex_unlock(&object->lock);
	link__put(link);
}

/* The taker's: it is what it was before. */
static void set_live(struct link *link)
{
	struct object *object = link->object;

	list_add(link);
	pthread_mutex_lock(&object->lock);
	pthread_cond_broadcast(&object->changed);
	pthread_mutex_unlock(&object->lock);
	link__put(link);
}

/* Whether it has its name still: another object that is to have it takes it over. */
static bool has_name(const struct link *link)
{
	const struct bpf_program *program =
		bpf_object__find_program_by_name(link->object->bpf, link->program);

	return link->is_pinned && program && pin__leads_to(link->pin, bpf_program__fd(program));
}

/* The name only goes when the program is to, not with the object. */
static void detach_entered(struct link *link, bool unpin)
{
	if (!take(link))
		return;
	if (unpin && has_name(link))
		unlink(link->pin);
	attachment__end(link);
	set_gone(link, NULL);
}

static struct link *successor_of(struct link *link)
{
	struct link *successor;

	pthread_mutex_lock(&link->object->lock);
	successor = link->successor ? link__get(link->successor) : NULL;
	pthread_mutex_unlock(&link->object->lock);
	return successor;
}

static void detach_one(struct link *link)
{
	if (object__enter(link->object, OBJECT_LOADED)) {
		object__await_closed(link->object);
		return;
	}
	detach_entered(link, true);
	object__leave(link->object);
}

void link__detach(struct link *link)
{
	struct link *successor;

	link__get(link);
	do {
		detach_one(link);
		successor = successor_of(link);
		link__put(link);
		link = successor;
	} while (link);
}

/* The kinds of links into which the kernel puts another program, by their numbers in the UAPI. */
static bool is_updatable(int fd)
{
	static const uint32_t kinds = 1 << 3 /* cgroup */ | 1 << 4 /* iterator */ |
				      1 << 5 /* network namespace */ | 1 << 6 /* XDP */ |
				      1 << 11 /* tcx */ | 1 << 13 /* netkit */ |
				      1 << 14 /* sock map, from Linux 6.10 on */;
	struct bpf_link_info info = { 0 };
	uint32_t size = sizeof(info);

	return !bpf_obj_get_info_by_fd(fd, &info, &size) && info.type < 32 &&
	       (kinds >> info.type & 1);
}

static int link_fd(const struct link *link)
{
	return link->bpf ? bpf_link__fd(link->bpf) : link->fd;
}

/* Whether the program goes to where the link's does. */
static bool same_section(const struct link *link, const struct bpf_program *program)
{
	const struct bpf_program *before =
		bpf_object__find_program_by_name(link->object->bpf, link->program);

	return before &&
	       !strcmp(bpf_program__section_name(before), bpf_program__section_name(program));
}

/*
 * The link, which the caller has taken, to the next. Attached first, the new program misses nothing;
 * detached first, the last program of a tracepoint would take the tracepoint's own hook with it, for
 * whose end the kernel waits.
 */
static int hand_on(struct link *link, struct link *next, struct bpf_program *program,
		   struct log *log, enum link_change *change)
{
	int err;

	if (link->stub && same_section(link, program)) {
		*change = LINK_CHANGE_SLOT;
		err = stub__set(link->stub, program);
		program__stats(stub__program(link->stub), &next->before);
	} else if (is_updatable(link_fd(link))) {
		*change = LINK_CHANGE_UPDATE;
		err = bpf_link_update(link_fd(link), bpf_program__fd(program), NULL);
	} else {
		*change = LINK_CHANGE_OVERLAP;
		return attachment__overlap(link, next, program, log);
	}
	if (!err)
		attachment__move(link, next);
	return err;
}

static int replace_entered(struct link *link, struct link *next, struct bpf_program *program,
			   struct log *log, enum link_change *change)
{
	int err;

	if (!take(link))
		return -ENOENT;
	err = hand_on(link, next, program, log, change);
	if (err) {
		set_live(link);
		return err;
	}
	list_add(next);
	set_gone(link, next);
	return 0;
}

/* Both objects are entered. */
static int replace(struct link *link, struct object *object, const char *name, struct log *log,
		   struct link **result, enum link_change *change)
{
	struct bpf_program *program = bpf_object__find_program_by_name(object->bpf, name);
	struct link *next = program ? link__new(object, program) : NULL;
	int err;

	if (!next)
		return program ? -ENOMEM : -ESRCH;
	err = replace_entered(link, next, program, log, change);
	if (err)
		link__put(next);
	else
		*result = next;
	return err;
}

int link__replace(struct link *link, struct object *object, const char *program, struct log *log,
		  struct link **successor, enum link_change *change)
{
	int err = object__enter(object, OBJECT_LOADED);

	if (err)
		return err;
	err = object__enter(link->object, OBJECT_LOADED);
	if (!err) {
		err = replace(link, object, program, log, successor, change);
		object__leave(link->object);
	}
	object__leave(object);
	return err;
}

/* Under the object's lock. */
static int rename_live(struct link *link, char **pin)
{
	char *before = link->pin;

	if (link->state != LINK_LIVE)
		return -ENOENT;
	if (!before)
		return 0;
	if (has_name(link) && rename(before, *pin))
		return -errno;
	link->pin = *pin;
	*pin = before;
	return 0;
}

int link__rename(struct link *link, const char *pin)
{
	struct object *object = link->object;
	int err = object__enter(object, OBJECT_LOADED);
	char *name;

	if (err)
		return err;
	name = strdup(pin);
	if (name) {
		pthread_mutex_lock(&object->lock);
		err = rename_live(link, &name);
		pthread_mutex_unlock(&object->lock);
	} else {
		err = -ENOMEM;
	}
	object__leave(object);
	free(name);
	return err;
}

/*
 * What the kernel tells of a link that is LIVE, and stays so meanwhile. Under the object's lock, which
 * others have while the kernel is asked: of XDP links it waits for all that changes interfaces.
 */
static bool ask(struct link *link, struct bpf_link_info *info)
{
	struct object *object = link->object;
	uint32_t size = sizeof(*info);
	int err;

	link->asked++;
	pthread_mutex_unlock(&object->lock);
	err = bpf_obj_get_info_by_fd(link_fd(link), info, &size);
	pthread_mutex_lock(&object->lock);
	if (!--link->asked)
		pthread_cond_broadcast(&object->changed);
	return !err;
}

static bool get_info(struct link *link, struct bpf_link_info *info)
{
	bool is_known;

	pthread_mutex_lock(&link->object->lock);
	is_known = link->state == LINK_LIVE && ask(link, info);
	pthread_mutex_unlock(&link->object->lock);
	return is_known;
}

bool link__interface(struct link *link, char *name)
{
	struct bpf_link_info info = { 0 };

	return get_info(link, &info) && info.type == BPF_LINK_TYPE_XDP &&
	       if_indextoname(info.xdp.ifindex, name);
}

int link__all(struct object *object, struct link ***links, size_t *count)
{
	struct link **found = NULL;
	size_t length = 0;

	pthread_mutex_lock(&object->lock);
	for (struct link *link = object->links; link; link = link->next)
		length++;
	found = calloc(length + 1, sizeof(struct link *));
	*count = 0;
	for (struct link *link = object->links; link && found; link = link->next)
		found[(*count)++] = link__get(link);
	pthread_mutex_unlock(&object->lock);
	*links = found;
	return found ? 0 : -ENOMEM;
}

/* The first LIVE link, with a reference for the caller. */
static struct link *first_link(struct object *object)
{
	struct link *link;

	pthread_mutex_lock(&object->lock);
	link = object->links ? link__get(object->links) : NULL;
	pthread_mutex_unlock(&object->lock);
	return link;
}

void link__detach_all(struct object *object, bool unpin)
{
	struct link *link;

	while ((link = first_link(object))) {
		detach_entered(link, unpin);
		link__put(link);
	}
}

int link__unpin_all(struct object *object)
{
	int err = 0;

	pthread_mutex_lock(&object->lock);
	for (struct link *link = object->links; link && !err; link = link->next) {
		if (has_name(link) && unlink(link->pin) && errno != ENOENT)
			err = -errno;
		else
			link->is_pinned = false;
	}
	pthread_mutex_unlock(&object->lock);
	return err;
}

static void add_runs(const struct link *link, struct program_stats *stats)
{
	struct program_stats now;

	if (program__stats(stub__program(link->stub), &now))
		return;
	stats->runs += now.runs - link->before.runs;
	stats->nanoseconds += now.nanoseconds - link->before.nanoseconds;
	stats->skipped += now.skipped - link->before.skipped;
}

void link__add_runs(struct object *object, const char *program, struct program_stats *stats)
{
	pthread_mutex_lock(&object->lock);
	for (const struct link *link = object->links; link; link = link->next) {
		if (link->stub && !strcmp(link->program, program))
			add_runs(link, stats);
	}
	pthread_mutex_unlock(&object->lock);
}

/* Of an XDP link, the interface has gone. */
static bool is_severed(struct link *link)
{
	struct bpf_link_info info = { 0 };

	return ask(link, &info) && info.type == BPF_LINK_TYPE_XDP && !info.xdp.ifindex;
}

bool link__exists(struct object *object, const char *program)
{
	struct link *link;

	if (object__enter(object, OBJECT_LOADED))
		return false;
	pthread_mutex_lock(&object->lock);
	link = object->links;
	while (link && (strcmp(link->program, program) || is_severed(link)))
		link = link->next;
	pthread_mutex_unlock(&object->lock);
	object__leave(object);
	return link;
}
