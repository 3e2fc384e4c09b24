/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The buffers of a perf event array, one for each CPU: the kernel puts nothing into one that is not
 * open, so they are opened with their object, before any program runs, and belong to it. A reader of
 * them holds on to them when the object is closed.
 *
 * What finds a buffer full is counted by the program that sent it, as it is for rings.
 */
#ifndef HONEY_LOADER_PERF_H
#define HONEY_LOADER_PERF_H

#include <stdbool.h>
#include <stddef.h>

struct object;
struct perf;
struct record;

/* The buffers of the map of that name, of so many bytes each. */
int perf__open(struct object *object, const char *name, size_t size);
/* Those of the map go over to another object, which has the map, too. -ESRCH where there are none. */
int perf__move(struct object *object, struct object *to, const char *name);
/* Those of the map; NULL when there are none. The caller has entered the object. */
struct perf *perf__get(struct object *object, const char *name);
void perf__put(struct perf *perf);
void perf__put_all(struct object *object);

/* Readable once after something has come, as the kernel tells it; see perf__has_records(). */
int perf__poll_fd(const struct perf *perf);
bool perf__has_records(const struct perf *perf);
/*
 * Gives records until there are none, or `take` says false after one; those of a CPU in their
 * order, one CPU after the other. One reader at a time.
 */
void perf__read(struct perf *perf, bool (*take)(void *context, const struct record *record),
		void *context);

#endif
