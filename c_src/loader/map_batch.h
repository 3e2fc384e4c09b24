/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Many elements of a map at a time: by the batch operations of the kernel (Linux 5.6) where it has
 * them for maps of the type, else one by one. Which it does not have is remembered by the map.
 */
#ifndef HONEY_LOADER_MAP_BATCH_H
#define HONEY_LOADER_MAP_BATCH_H

#include "loader/map.h"

/* Elements on their way: buffers as map.h has them. */
struct map_chunk {
	char *keys, *values;
	uint32_t count, room;
};

/* Room for so many elements; with 0 for as many as go well at a time. -ENOMEM */
int map_chunk__take(struct map_chunk *chunk, const struct map *map, uint32_t room);
void map_chunk__release(struct map_chunk *chunk);

/*
 * Where a walk over a map stands: to be zeroed before the first chunk.
 *
 * `position` is the kernel's, of a batch; one by one it is the last key that was read, or, where
 * elements are taken, the next one, which has to be found while the one before it is still there.
 */
struct map_cursor {
	uint64_t steps; /* what was read, where a walk may start again */
	uint32_t size;	/* of the position: 0 at the start */
	bool done;
	bool by_key;
	bool repeats; /* the walk may have started again, and read an element twice */
	unsigned char position[MAP_KEY_MOST];
};

/*
 * Reads the next elements, or takes them (MAP_BATCH_TAKE), as many as the chunk has room for. A chunk
 * may be empty before the walk is done; it grows where the next elements come only together, as
 * those of a hash's bucket do.
 *
 * What is in the map all the time is read. What programs add or remove meanwhile may or may not be.
 * Buckets of a hash and indices are passed once. Where the kernel goes from key to key, it starts
 * again when the key where it stands is gone: then a reader gets -EAGAIN when the map changes faster than
 * it can be read, and one that takes is done. So every walk ends.
 */
int map__next_chunk(struct map *map, struct map_cursor *cursor, enum map_batch how,
		    struct map_chunk *chunk);

/* Puts the elements of a chunk; *put is how many, and the error that of the next one. */
int map__put_chunk(struct map *map, const struct map_chunk *chunk, uint64_t flags, uint32_t *put);

/* How many keys there are; *repeats: some may have been counted twice. */
int map__count(struct map *map, uint64_t *count, bool *repeats);

/* Takes everything out; what cannot be taken out of an array becomes zeros. */
int map__clear(struct map *map);

#endif
