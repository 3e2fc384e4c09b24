/* SPDX-License-Identifier: Apache-2.0 */
/* The unit: one Elixir module as the compiler gets it, checked and put into structs. */
#ifndef HONEY_COMPILER_UNIT_H
#define HONEY_COMPILER_UNIT_H

#include "compiler/context.h"
#include "compiler/tables.h"
#include "compiler/term.h"

struct map_definition {
	const char *name;   /* Elixir's */
	const char *symbol; /* ELF's */
	const struct map_kind *kind;
	const struct integer_type *key, *value; /* never NULL */
	unsigned max_entries;
	unsigned flags;
	bool may_fuse;	 /* `fuse: false` was not given */
	bool says_fuse;	 /* `fuse: true` was given */
	bool is_deleted; /* some program deletes from it; set by infer */
	struct span span;
};

/* What a program reads through `ctx`. */
struct program {
	const char *symbol; /* ELF's */
	const char *section;
	struct span span; /* of the @sec */
	const struct program_kind *kind;
	const struct tracepoint *tracepoint; /* with CONTEXT_TRACEPOINT; NULL after an error */
};

struct function {
	const char *name;
	int arity;
	bool is_private;
	struct program *program; /* NULL for a function without @sec */
	struct span span;
	const struct term *clauses;  /* [{meta, arguments, guards, body}] */
	struct clause *first_clause; /* from desugar on */
	struct variable *variables;  /* the latest first */
	int expression_count, variable_count, clause_count;
	struct loop *loop; /* of a function that calls itself in tail position only; else NULL */
	int component;	   /* the same for functions that call each other in a circle */
	bool is_recursive; /* it is in such a circle, and no loop */
};

struct unit {
	const char *module;
	const char *file;
	const char *license;
	bool overflow_raises;
	bool may_fuse;
	int kernel;
	bool has_on_error;
	int on_error;
	struct map_definition *maps;
	size_t map_count;
	struct function *functions;
	size_t function_count;
	struct function *entry; /* see entry.h; NULL for a unit of programs */
	const struct term *entry_arguments;
};

/* NULL when the term is no unit (the front end's fault, or a fuzzer's). */
struct unit *unit_read(struct compile *compile, const struct term *term);

struct map_definition *unit_find_map(struct unit *unit, const char *name);
struct function *unit_find_function(struct unit *unit, const char *name, int arity);

#endif
