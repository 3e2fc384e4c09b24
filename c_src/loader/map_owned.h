/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Maps that have a descriptor of their own. Each is in the list of its home, an object, when whose time
 * comes the descriptor is closed; or handed on: a map that came out of a map of maps goes to
 * the object that took that one over.
 *
 * A home is the map's object, or a successor of it, so the map keeps its memory.
 */
#ifndef HONEY_LOADER_MAP_OWNED_H
#define HONEY_LOADER_MAP_OWNED_H

struct map;
struct object;

/* The map owns its descriptor from then on. The caller has entered its object, the first home. */
void map__own(struct map *map);
/* The descriptor is closed, if it is still open; the map stays in the list. */
void map__close_own(struct map *map);
/* Before the map's memory goes. */
void map__disown(struct map *map);
/* Of an object that nobody uses any more, nor will. */
void map__close_owned(struct object *object);

#endif
