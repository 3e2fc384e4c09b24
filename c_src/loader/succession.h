/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An object that takes over another one's maps: handles of these maps go on working when the object
 * that they came from is closed.
 *
 * A successor is said once, before the object is closed; from its closing on, who wants to use a
 * map of it is sent on, as often as there are successors.
 */
#ifndef HONEY_LOADER_SUCCESSION_H
#define HONEY_LOADER_SUCCESSION_H

#include <stddef.h>

struct object;
struct succession;

/*
 * Both objects are loaded, and have the maps of these names. -EALREADY where the object has a
 * successor, -ESRCH where one of the two has not a map of the name.
 */
int object__succeed(struct object *object, struct object *successor, const char *const names[],
		    size_t count);

/*
 * Returns when no program runs that was replaced or detached before, on any CPU; but for those that
 * sleep. No test run of the object's goes on, and none begins. What they have counted and sent is all,
 * then.
 */
void object__await_programs(struct object *object);

/* The caller uses the object, or its last successor in its place, until object__leave(). */
int object__enter_last(struct object **object);
/* The same, with the descriptor that the map has there. */
int object__enter_with(struct object **object, int *fd);

/*
 * The next of who has the object's lock: the successor that took over the map with the descriptor, which
 * becomes the one that it has there. NULL where there is none.
 */
struct object *object__successor(struct object *object, int *fd);

/* Of an object whose last reference has gone: its reference on the successor, or NULL. */
struct object *object__take_successor(struct object *object);

#endif
