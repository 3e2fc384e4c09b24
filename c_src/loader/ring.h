/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The user's end of a ring of events: what programs have put there, record by record.
 *
 * A ring has memory and descriptors of its own, which keep the kernel's ring: it can still be read
 * when its object is closed, and is gone from the kernel when it is released, too. It has one
 * reader. So has a perf event array, whose buffers are the object's (perf.h). `poll` is readable from the closing of the object on and, if these are waited for, while there
 * are records.
 */
#ifndef HONEY_LOADER_RING_H
#define HONEY_LOADER_RING_H

#include "loader/object.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ring {
	struct object *object; /* its memory only */
	struct object_watcher closing;
	int poll;    /* an epoll descriptor */
	int records; /* readable when there are some: of `map`, or of `perf` */
	int map;
	struct perf *perf; /* buffers of the CPUs, in place of what follows; else NULL */
	size_t page, size;
	uint64_t *consumed; /* the reader's position, which the kernel reads */
	char *produced;	    /* the page of the writer's position, then the records, twice */
	uint64_t position;
	char *counters; /* the map of the programs' variables */
	size_t counters_size;
	const uint64_t *lost; /* of this ring's types */
	size_t types;
};

/* The counters of lost records are `types` from `first` on. */
int ring__open(struct object *object, const char *name, size_t first, size_t types,
	       struct ring *ring);
void ring__release(struct ring *ring);

struct record {
	const void *bytes; /* valid while it is taken */
	uint32_t size;
};

/*
 * Gives records until there is none that is complete, or `take` says false after one. Programs get
 * the room back of what was read.
 */
void ring__read(struct ring *ring, bool (*take)(void *context, const struct record *record),
		void *context);

void ring__wait_for_records(struct ring *ring, bool wait);
/* Whether there are records that `poll` may not tell of any more, when somebody waits for it. */
bool ring__has_untold(const struct ring *ring);
bool ring__is_closing(const struct ring *ring);
uint64_t ring__lost(const struct ring *ring);

#endif
