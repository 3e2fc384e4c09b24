/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The user's end of a ring of events: what programs have put there, record by record.
 *
 * A ring has memory and descriptors of its own, which keep the kernel's ring: it can still be read
 * when its object is closed, and is gone from the kernel when it is released, too. It has one
 * reader. `poll` is readable from the closing of the object on and, if these are waited for, while there
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
	int poll; /* an epoll descriptor */
	int map;
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
	const void *bytes; /* at a multiple of 8, valid until the ring is consumed */
	uint32_t size;
};

/* Goes to the next record that is complete; false when there is none now. */
bool ring__next(struct ring *ring, struct record *record);
/* Gives back the room of all that was read. */
void ring__give_back(struct ring *ring);

void ring__wait_for_records(struct ring *ring, bool wait);
bool ring__is_closing(const struct ring *ring);
uint64_t ring__lost(const struct ring *ring);

#endif
