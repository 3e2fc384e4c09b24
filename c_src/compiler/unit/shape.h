/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The shapes of data: what tells one tuple, list or map from another without looking at
 * its elements. `{:ok, x}` and `{:error, y}` have two shapes, so that a value that may be
 * either keeps apart what x and y can be.
 */
#ifndef HONEY_COMPILER_SHAPE_H
#define HONEY_COMPILER_SHAPE_H

#include "compiler/core/context.h"

#include <limits.h>
#include <stdint.h>

enum data_kind {
	DATA_TUPLE,
	DATA_LIST,
	DATA_MAP,
	DATA_FUNCTION,	  /* its elements are what it has captured */
	DATA_UNKEPT,	  /* a list of unknown length */
	DATA_ENTRIES,	  /* those of a map of the kernel, to go over */
	DATA_TASK_GROUPS, /* its control groups; and that of version 2 */
	DATA_CGROUP,
	DATA_TASK, /* the current one, which is the same for as long as a program runs */
};

struct function;
struct map_definition;

struct integer_literal {
	uint64_t magnitude;
	bool is_negative;
};

/* A key of a map, as it stands in the source. */
struct map_key {
	const char *atom; /* NULL for an integer */
	struct integer_literal integer;
};

#define NO_LABEL INT_MAX

struct shape {
	struct shape *next;
	enum data_kind kind;
	int tag;		    /* of the values that have it; see enum tag */
	size_t count;		    /* of elements */
	int label;		    /* the atom that all its tuples begin with, or NO_LABEL */
	const struct map_key *keys; /* of a map, ascending */
	struct function *function;  /* of a function: which one */
	/* Of ENTRIES: whose. The map that is under a key of another one has the key as its element. */
	const struct map_definition *map;
};

/* The one shape of this description. The keys must be ascending, each once. */
const struct shape *shape_of(struct compile *compile, enum data_kind kind, size_t count, int label,
			     const struct map_key *keys);
const struct shape *shape_of_function(struct compile *compile, struct function *function,
				      size_t captured);
const struct shape *shape_of_entries(struct compile *compile, const struct map_definition *map);
/* Whether they differ in their labels at most. */
bool shape_is_like(const struct shape *a, const struct shape *b);
/* The element of the key; -1 when the map has no such key. */
int shape_find_key(const struct shape *shape, const struct map_key *key);

bool shape_has_keys(const struct shape *shape, const struct map_key *keys, size_t count);

int map_key_compare(const struct map_key *a, const struct map_key *b);
/* "key", "7": as it stands before a colon or an arrow. */
const char *map_key_text(struct compile *compile, const struct map_key *key);

#endif
