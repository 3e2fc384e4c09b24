/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A walk over a map that reads ahead: while a chunk is in use, a thread reads the next one. The kernel
 * takes as long to find elements as it takes to make terms of them, or longer, so that a long walk
 * costs little more than the longer one of both.
 *
 * A walk of one chunk, or of a process that can have no more threads, has no thread.
 */
#ifndef HONEY_LOADER_MAP_AHEAD_H
#define HONEY_LOADER_MAP_AHEAD_H

#include "loader/map_batch.h"

#include <pthread.h>

struct map_ahead {
	struct map *map;
	struct map_cursor *cursor; /* the walk's, from the start to the stop */
	enum map_batch how;
	uint32_t wanted;
	struct map_chunk chunks[2];
	bool in_use; /* the chunk number `used` */
	bool has_thread;
	pthread_t thread;

	/* Under the lock while there is a thread. */
	pthread_mutex_t lock;
	pthread_cond_t changed;
	unsigned read, used; /* chunks */
	uint32_t elements;   /* of those that were read */
	int err;	     /* of the read after them */
	bool has_ended;
};

/*
 * Goes on from the cursor, for about so many elements: the last chunk is left out where it would be less
 * than half of one, and may have more, as elements of a hash's bucket come together. What is read ahead
 * is in the cursor: all chunks have to be used before the stop.
 */
void map_ahead__start(struct map_ahead *ahead, struct map *map, struct map_cursor *cursor,
		      enum map_batch how, uint32_t wanted);

/* The next chunk, which is in use until the next call; NULL at the end, or with what stopped the walk in *err. */
const struct map_chunk *map_ahead__next(struct map_ahead *ahead, int *err);

void map_ahead__stop(struct map_ahead *ahead);

#endif
