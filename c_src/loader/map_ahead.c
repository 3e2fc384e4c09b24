/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/map_ahead.h"

#include "loader/thread.h"

void map_ahead__start(struct map_ahead *ahead, struct map *map, struct map_cursor *cursor,
		      enum map_batch how, uint32_t wanted)
{
	*ahead = (struct map_ahead){ .map = map, .cursor = cursor, .how = how, .wanted = wanted };
	pthread_mutex_init(&ahead->lock, NULL);
	pthread_cond_init(&ahead->changed, NULL);
}

static struct map_chunk *chunk_at(struct map_ahead *ahead, unsigned number)
{
	return &ahead->chunks[number % 2];
}

/* A chunk is taken when it is needed first; one that has grown, as buckets need it, has grown for good. */
static int read_next(struct map_ahead *ahead, struct map_chunk *chunk)
{
	int err = chunk->keys ? 0 : map_chunk__take(chunk, ahead->map, 0);

	if (!err && chunk->room > ahead->wanted - ahead->elements)
		chunk->room = ahead->wanted - ahead->elements;
	return err ? err : map__next_chunk(ahead->map, ahead->cursor, ahead->how, chunk);
}

/* A chunk has less than the room of it where the next bucket does not fit; that is no reason for another one. */
static bool has_enough(const struct map_ahead *ahead, const struct map_chunk *chunk)
{
	return ahead->elements >= ahead->wanted ||
	       ahead->wanted - ahead->elements < (chunk->room + 1) / 2;
}

/* What a read gave: another chunk, or the end. */
static void note_read(struct map_ahead *ahead, const struct map_chunk *chunk, int err)
{
	if (!err) {
		ahead->read++;
		ahead->elements += chunk->count;
	}
	ahead->err = err;
	if (err || ahead->cursor->done || has_enough(ahead, chunk))
		ahead->has_ended = true;
}

/* Reads while there is a chunk that is not in use. */
static void *read_ahead(void *argument)
{
	struct map_ahead *ahead = argument;

	pthread_mutex_lock(&ahead->lock);
	while (!ahead->has_ended) {
		struct map_chunk *chunk = chunk_at(ahead, ahead->read);
		int err;

		if (ahead->read - ahead->used == 2) {
			pthread_cond_wait(&ahead->changed, &ahead->lock);
			continue;
		}
		pthread_mutex_unlock(&ahead->lock);
		err = read_next(ahead, chunk);
		pthread_mutex_lock(&ahead->lock);
		note_read(ahead, chunk, err);
		pthread_cond_signal(&ahead->changed);
	}
	pthread_mutex_unlock(&ahead->lock);
	return NULL;
}

static void wait_for_chunk(struct map_ahead *ahead)
{
	pthread_mutex_lock(&ahead->lock);
	ahead->used += ahead->in_use;
	pthread_cond_signal(&ahead->changed);
	while (ahead->read == ahead->used && !ahead->has_ended)
		pthread_cond_wait(&ahead->changed, &ahead->lock);
	ahead->in_use = ahead->read != ahead->used;
	pthread_mutex_unlock(&ahead->lock);
}

/* The caller reads; with more to come a thread reads on. */
static void read_here(struct map_ahead *ahead)
{
	struct map_chunk *chunk;

	ahead->used += ahead->in_use;
	ahead->in_use = false;
	if (ahead->has_ended)
		return;
	chunk = chunk_at(ahead, ahead->read);
	note_read(ahead, chunk, read_next(ahead, chunk));
	ahead->in_use = ahead->read != ahead->used;
	if (!ahead->has_ended)
		ahead->has_thread = !thread__start(&ahead->thread, read_ahead, ahead);
}

const struct map_chunk *map_ahead__next(struct map_ahead *ahead, int *err)
{
	if (ahead->has_thread)
		wait_for_chunk(ahead);
	else
		read_here(ahead);
	*err = ahead->in_use ? 0 : ahead->err;
	return ahead->in_use ? chunk_at(ahead, ahead->used) : NULL;
}

/* The thread may wait for a chunk that was in use. */
void map_ahead__stop(struct map_ahead *ahead)
{
	if (ahead->has_thread) {
		pthread_mutex_lock(&ahead->lock);
		ahead->has_ended = true;
		pthread_cond_signal(&ahead->changed);
		pthread_mutex_unlock(&ahead->lock);
		pthread_join(ahead->thread, NULL);
	}
	pthread_cond_destroy(&ahead->changed);
	pthread_mutex_destroy(&ahead->lock);
	map_chunk__release(&ahead->chunks[0]);
	map_chunk__release(&ahead->chunks[1]);
}
