/* SPDX-License-Identifier: Apache-2.0 */
#ifndef HONEY_COMPILER_FUSE_INTERNAL_H
#define HONEY_COMPILER_FUSE_INTERNAL_H

#include "compiler/infer/fuse.h"
#include "compiler/infer/infer.h"
#include "compiler/infer/trace.h"

/*
 * What a lookup found, while nothing has changed the map since. It has the name of the variable that it
 * was bound to, and that which the clause around gives it, of a `case` of it: each may be NULL. `is_nil`
 * says that this clause is for nil alone.
 */
struct lookup {
	struct lookup *next;
	const struct variable *variable, *alias;
	struct map_definition *map;
	const struct expression *call, *key;
	bool is_fresh, is_nil;
	/* It stands for the call, by whatever names its value is known; see trace.h. */
	bool is_traced;
	/* The update of the found-arm that was fused, and those of the nil-arm that could be. */
	const struct expression *added;
	struct candidate *inserts;
};

struct candidate {
	struct candidate *next;
	const struct expression *update;
};

/* What is known in the clauses around an expression, the innermost first. */
struct scope {
	const struct scope *outer;
	const struct known *known;
};

struct fuse {
	struct compile *compile;
	const struct typed_unit *typed_unit;
	const struct instance *instance;
	struct trace *trace;
	struct lookup *lookups;
	const struct scope *scope;
};

/* A lookup, by whatever names its value will be known; and that of the call, or NULL. */
void fuse_note_traced(struct fuse *fuse, const struct expression *call);
struct lookup *fuse_find_traced(const struct fuse *fuse, const struct expression *call);
/* What all lookups by one call know together. */
struct lookup *fuse_common(const struct fuse *fuse, struct lookup *lookup);

/* Whether updates of the map may be fused. What alone keeps this one from it is said. */
bool fuse_is_allowed(struct fuse *fuse, const struct expression *update,
		     const struct map_definition *map);
void fuse_note_insert(struct fuse *fuse, struct lookup *lookup, const struct expression *update);
void fuse_consider_sum(struct fuse *fuse, const struct expression *update);

#endif
