/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Maps that are there already, in place of new ones: before an object is loaded, a map of it is
 * given the descriptor of one that has the same definition. Its contents are the object's then.
 *
 * Not compared is what the kernel does not tell of a map: its NUMA node, and what the maps are that
 * are its values.
 */
#ifndef HONEY_LOADER_REUSE_H
#define HONEY_LOADER_REUSE_H

#include <stddef.h>
#include <stdint.h>

struct object;

/* X(name): what a definition consists of */
#define MAP_ASPECTS(X) X(type) X(key_size) X(value_size) X(max_entries) X(flags) X(extra)

enum map_aspect {
#define X(name) MAP_ASPECT_##name,
	MAP_ASPECTS(X)
#undef X
		MAP_ASPECTS_COUNT,
};

struct map_definition {
	uint64_t aspects[MAP_ASPECTS_COUNT];
};

const char *map_aspect__name(enum map_aspect aspect);

struct map_comparison {
	struct map_definition wanted, found;
};

/*
 * The object, which is not loaded yet, gets a descriptor of its own of the map that `fd` is.
 * -ESRCH where it has no map of the name, -EMEDIUMTYPE where the definitions differ: the comparison
 * tells in what. A name such as ".data" is that of the map of a section's variables.
 */
int object__reuse(struct object *object, const char *name, int fd,
		  struct map_comparison *comparison);

/* The same with a map of another object, which is loaded. */
int object__reuse_from(struct object *object, const char *name, struct object *source,
		       const char *source_name, struct map_comparison *comparison);

#endif
