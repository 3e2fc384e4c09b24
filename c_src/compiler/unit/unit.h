/* SPDX-License-Identifier: Apache-2.0 */
/* The unit: one Elixir module as the compiler gets it, checked and put into structs. */
#ifndef HONEY_COMPILER_UNIT_H
#define HONEY_COMPILER_UNIT_H

#include "base/index.h"
#include "compiler/core/context.h"
#include "compiler/unit/memory_type.h"
#include "compiler/table/tables.h"
#include "compiler/core/term.h"

struct global;
struct instance;
struct module;

struct map_definition {
	const char *name;   /* Elixir's */
	const char *symbol; /* ELF's */
	const struct map_kind *kind;
	const struct memory_type *key_type, *value_type; /* never NULL */
	const struct integer_type *key, *value;		 /* what they are, of integers; else NULL */
	const struct memory_type **types;		 /* of a ring's records, by their numbers */
	const struct memory_type **events; /* the same behind their numbers, or NULL */
	size_t type_count;
	unsigned first_lost; /* the counter of the records of the first of them that were lost */
	unsigned max_entries;
	unsigned flags;
	bool has_node;	/* its memory is on one node */
	bool is_pinned; /* by its name, where the loader is told to */
	unsigned node;
	const struct term *entries;	    /* that it begins with; NULL for none */
	struct map_definition *inner;	    /* what each of its values is, of a map of maps */
	const struct map_definition *outer; /* of such a one, whose values it is */
	/* Of a program array: of whose type all are; set by program_array.c. */
	const struct function *program;
	bool may_fuse;	  /* `fuse: false` was not given */
	bool says_fuse;	  /* `fuse: true` was given */
	bool is_deleted;  /* some program deletes from it; set by infer */
	bool is_replaced; /* some program puts values over others; set by in_place.c */
	const struct module *module;
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

/* The module with the programs, and the libraries that it links. */
struct module {
	const char *name;
	const char *file;
	bool overflow_raises;
	bool may_fuse;
	bool strict;
	bool is_library;
	const struct term *names; /* [{name, arity}], when a function is called that it lacks */
};

/* A comparison, a shift, a `case` or a call of the source. */
struct checked {
	struct checked *next;
	const struct expression *expression;
};

struct function {
	const char *name;
	struct function *same_name;
	int arity;
	const struct module *module;
	struct origin origin;
	bool is_private;
	struct program *program; /* NULL for a function without @sec */
	struct span span;
	const struct term *clauses;	   /* [{meta, arguments, guards, body}] */
	struct clause *first_clause;	   /* from desugar on */
	struct variable *variables;	   /* the latest first */
	const struct function *written_in; /* of an anonymous function: the named one */
	size_t captured_count;		   /* of its arguments, the first */
	struct function *next_anonymous;
	struct checked *checked, *last_checked; /* what decided.c looks at */
	int expression_count, variable_count, clause_count;
	struct loop *loop; /* of a function that calls itself in tail position only; else NULL */
	int component;	   /* the same for functions that call each other in a circle */
	bool is_recursive; /* it is in such a circle, and no loop */
	struct instance *instances; /* the latest first */
};

struct unit {
	const char *module;
	const char *file;
	const char *license;
	struct module *modules; /* the unit's own first */
	size_t module_count;
	const struct term *unlinked; /* [{module, reason}]: called, but none to link */
	const struct term *standard; /* functions of Elixir's own modules; see Honey.Standard */
	int kernel;
	bool has_on_error;
	int on_error;
	struct record_type *records;
	size_t record_count;
	struct record_type **tuples; /* each type once, as they were first named */
	size_t tuple_count;
	struct map_definition *maps;
	size_t map_count;
	unsigned lost_count; /* counters of lost records */
	struct global *globals;
	size_t global_count;
	struct function *functions;
	size_t function_count;
	struct index functions_by_name; /* the latest of the name */
	struct function *anonymous;	/* what `fn` has made */
	struct function *entry;		/* see entry.h; NULL for a unit of programs */
	const struct term *entry_arguments;
};

/* NULL when the term is no unit (the front end's fault, or a fuzzer's). */
struct unit *unit_read(struct compile *compile, const struct term *term);

/* Its values have a lock. */
bool map_has_lock(const struct map_definition *map);
bool map_has_timer(const struct map_definition *map);

struct map_definition *unit_find_map(struct unit *unit, const char *name);
struct global *unit_find_global(struct unit *unit, const char *name);
struct module *unit_find_module(struct unit *unit, const char *name);
struct function *unit_find_function(struct unit *unit, const struct module *module,
				    const char *name, int arity);
/* "run/1", and "Lib.run/1" of a library: for messages */
const char *function_text(struct compile *compile, const struct function *function);
/* Without "Elixir." */
const char *module_text(const char *module);

#endif
