/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Access to a map's elements from user space.
 *
 * A map's handle keeps its object's memory, and works until the object is
 * closed, or the last of those that took the map over. Buffers of keys have key_size bytes an element, buffers of values
 * value_stride bytes: per-CPU maps have a slot of value_slot bytes for each of
 * slots CPUs, other maps one slot.
 */
#ifndef HONEY_LOADER_MAP_H
#define HONEY_LOADER_MAP_H

#include "loader/scalar.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct object;

/* No key is longer: the kernel's own limit of most types. */
#define MAP_KEY_MOST 512

enum map_batch { MAP_BATCH_READ, MAP_BATCH_TAKE, MAP_BATCH_PUT, MAP_BATCHES };

enum map_key {
	MAP_KEY_BYTES,
	MAP_KEY_TASK,  /* the number of one */
	MAP_KEY_GROUP, /* the path of a control group's directory */
	MAP_KEY_FILE,  /* the path of a file */
};

/*
 * A map of the object, or one that is the value of such a map: then it has a descriptor of its own,
 * which is closed with the object at the latest, or with the last that took over the map of maps.
 */
struct map {
	struct object *object;
	int fd; /* the object's, unless it is owned */
	bool is_owned;
	int outer; /* of one that is owned: the descriptor, in the object, of what it came out of; -1 */
	_Atomic(struct object *) home; /* whose list it is in: see map_owned.h */
	int outer_at_home;
	struct map *next_owned;
	enum scalar key;
	enum scalar value;
	uint32_t key_size;
	uint32_t value_size;
	uint32_t type; /* the kernel's number */
	size_t value_slot;
	size_t value_stride;
	unsigned int slots;
	uint32_t max_entries;
	bool per_cpu;
	bool has_groups;    /* its values are control groups, by descriptors */
	enum map_key names; /* what a key is, where the kernel takes a descriptor */
	uint64_t
		locked; /* BPF_F_LOCK, of a map whose values have a lock: all of a value at a time */
	/* What this kernel has turned out not to do with many elements of this kind of map at once. */
	atomic_bool no_batch[MAP_BATCHES];
};

/* -EPROTOTYPE where the types do not have the sizes of the map's keys and values. */
int map__open(struct object *object, const char *name, enum scalar key, enum scalar value,
	      struct map *map);
void map__release(struct map *map);

/* What a new map is made of that a map of maps gets. */
struct map_template {
	uint32_t type, key_size, value_size, max_entries, flags, node;
};

int map__create(struct object *object, const struct map_template *template, enum scalar key,
		enum scalar value, struct map *map);
/* One that is there, by the number that a lookup in a map of maps gives. */
int map__open_id(const struct map *outer, uint32_t id, enum scalar key, enum scalar value,
		 struct map *map);
/* Gives up a descriptor that is the map's own, before its release does. */
void map__close(struct map *map);
/*
 * Of a map of maps: one of the object's becomes a value. -ESTALE where that is closed, and the map of
 * maps is its successor's by now.
 */
int map__update_map(struct map *map, const void *key, const struct map *inner, uint64_t flags);

/* A use of a map: until object__leave(), the descriptor is that of the map. */
struct map_use {
	struct object *object;
	int fd;
};

/* The map of its object, or of the object that took it over. */
int map__enter(const struct map *map, struct map_use *use);

/* Maps without keys take NULL; a lookup reads the next value then, a pop takes it out. */
int map__lookup(struct map *map, const void *key, void *value);
int map__pop(struct map *map, void *value);
/* Looks up and deletes; at once where the kernel can: hashes from Linux 5.14 on. */
int map__take(struct map *map, const void *key, void *value);
/* The same for who has entered the object; the key is as the kernel takes it. */
int map__take_entered(const struct map *map, int fd, const void *key, void *value);
/*
 * Whether a lookup, or what writes, of one element may take milliseconds: where the kernel waits until no
 * program is at what the map had, or until a thread runs, and where the key or the value is a path, which
 * has to be opened.
 */
bool map__may_wait(const struct map *map, bool writes);
/* Whether an error is that the kernel does not do a thing with maps of the type. */
bool map__lacks(int err);
int map__update(struct map *map, const void *key, const void *value, uint64_t flags);
/* Of a map of control groups: the value is the one with the directory at `path`. */
int map__put_group(struct map *map, const void *key, const char *path, uint64_t flags);
/* Of a map of programs, one of the object's: -ESRCH where it has none of the name. */
int map__update_program(struct map *map, const void *key, const char *name, uint64_t flags);
int map__delete(struct map *map, const void *key);

int map__cpus(void); /* how many CPUs a per-CPU value has slots for, or -errno */

#endif
