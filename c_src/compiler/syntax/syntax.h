/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The core syntax: what every Elixir version's expanded forms come down to.
 *
 * Expressions and variables are numbered per function, so that what a pass finds out
 * about one of a function's instances stands in an array beside the tree, and the tree
 * itself is never changed after resolve.
 */
#ifndef HONEY_COMPILER_SYNTAX_H
#define HONEY_COMPILER_SYNTAX_H

#include "compiler/core/diagnostic.h"
#include "compiler/unit/shape.h"
#include "compiler/table/tables.h"

#include <stdint.h>

struct function;
struct module;

struct variable {
	const char *name;  /* Elixir's */
	const char *scope; /* the module whose macro made it, NULL for the user's own */
	int number;
	int version;		  /* Elixir's */
	struct span span;	  /* where it is bound */
	struct expression *value; /* of `name = value`, else NULL */
	struct expression *given; /* of a function of the standard library's, its argument */
	int bound_at;		  /* a position in reading order */
	int scope_ends_at;	  /* the end of the innermost clause that it is bound in */
	int loop_depth;		  /* of the loops whose turns bind it */
	struct reading *readings; /* the latest first */
	struct variable *next;	  /* of the function, the latest first */
	struct variable *same_version;
};

struct reading {
	struct reading *next;
	struct span span;
	int at;
};

enum pattern_kind {
	PATTERN_ANY,
	PATTERN_VARIABLE,
	PATTERN_PIN,
	PATTERN_INTEGER,
	PATTERN_ATOM,
	PATTERN_FALSY,	/* nil or false, bound to a variable: what `if` and `||` expand to */
	PATTERN_BOTH,	/* left = right */
	PATTERN_DATA,	/* a tuple, a list, a map */
	PATTERN_STRUCT, /* %Name{field: pattern, ...} */
	PATTERN_BINARY, /* <<...>>, and a string literal, which is one of a single segment */
};

enum segment_kind {
	SEGMENT_INTEGER,
	SEGMENT_BITS, /* binary and bitstring */
	SEGMENT_TEXT, /* bytes that are known */
};

/* Of a value that becomes a string: by "#{value}", or by a function that takes integers, or atoms. */
enum conversion { CONVERSION_NONE, CONVERSION_ANY, CONVERSION_INTEGER, CONVERSION_ATOM };

/* One part of a binary pattern; its size is a constant, an expression, or what is left. */
struct segment {
	enum segment_kind kind;
	struct span span;
	struct pattern *pattern;  /* INTEGER: of the value; BITS: ANY, VARIABLE or PIN */
	struct expression *value; /* instead, of a binary that is put together */
	enum conversion conversion;
	struct expression *size; /* in units; NULL for a constant, or none */
	uint64_t bits;		 /* without `size`; of a rest, what its length is a multiple of */
	unsigned unit;
	bool is_rest, is_signed, is_little;
	const char *bytes; /* TEXT, of bits / 8 bytes */
};

struct pattern {
	enum pattern_kind kind;
	struct span span;
	union {
		struct variable *variable; /* VARIABLE, PIN, FALSY */
		struct integer_literal integer;
		const char *atom;
		struct {
			struct pattern *left, *right;
		} both;
		struct {
			struct segment *segments;
			size_t count;
		} binary;
		struct {
			enum data_kind kind;
			struct pattern **items;
			size_t count;
			const struct map_key *keys; /* of a map's items */
			struct pattern *tail;	    /* of [a, b | tail], else NULL */
		} data;
		struct {
			const char *name; /* of the struct's module */
			struct field_pattern *fields;
			size_t count;
		} record;
	};
};

struct field_pattern {
	const char *name;
	struct pattern *pattern;
};

/* patterns when guard -> body; a function's clause has a pattern for each argument. */
struct clause {
	struct clause *next;
	struct span span;
	int number; /* in the function */
	bool is_generated;
	struct pattern **patterns;
	size_t pattern_count;
	struct expression **guards; /* one of them must hold; a guard that raises does not */
	size_t guard_count;
	struct expression *body;
};

enum expression_kind {
	EXPRESSION_INTEGER,
	EXPRESSION_ATOM,
	EXPRESSION_STRING,
	EXPRESSION_BINARY, /* <<...>> that is put together at run time */
	EXPRESSION_DATA,   /* a tuple, a list, a map */
	EXPRESSION_VARIABLE,
	EXPRESSION_MATCH,
	EXPRESSION_BLOCK,
	EXPRESSION_CASE,
	EXPRESSION_COND, /* many conditions, each the one guard of a clause without patterns */
	EXPRESSION_OPERATOR,
	EXPRESSION_FIELD,
	EXPRESSION_CALL,
	EXPRESSION_HELPER,
	EXPRESSION_RAISE,
	EXPRESSION_FUNCTION, /* hd/1 and the like; see data_function.def */
	EXPRESSION_POISON,   /* was refused: a diagnostic stands already */
	EXPRESSION_STRUCT,   /* %Name{field: value}, %Name{base | field: value} */
	EXPRESSION_SEQUENCE, /* Range.new/2, Enum.at/2 and the like; see sequence_function.def */
	EXPRESSION_APPLY,    /* an `fn` where it is called: clauses for several values */
	EXPRESSION_LOOP,
	EXPRESSION_NEXT,    /* leaves the turn of a loop for the next one */
	EXPRESSION_UNKEPT,  /* a list that the kernel does not keep: what `for` gives */
	EXPRESSION_CLOSURE, /* a function that is a value */
	EXPRESSION_INVOKE,  /* f.(...) */
	EXPRESSION_GLOBAL,  /* threshold(), Honey.Var.put(:threshold, 5) */
};

/* What is done with a variable of `defvar`; ADD and SUBTRACT in one step, other CPUs or not. */
enum global_use { GLOBAL_READ, GLOBAL_WRITE, GLOBAL_ADD, GLOBAL_SUBTRACT };

/* What Elixir would raise. */
enum raise_kind {
#define RAISE_KIND(enumerator, name, exception) RAISE_##enumerator,
#include "compiler/syntax/raise_kind.def"
#undef RAISE_KIND
};

struct field_value {
	const char *name;
	struct expression *value;
};

/* What one turn of a loop hands to the next: an accumulator, an argument of a recursion. */
struct loop_state {
	struct variable *variable;
	struct expression *initial;
};

/*
 * A body that is computed again and again, each time with new states, until it comes to a value
 * instead of an EXPRESSION_NEXT: the loop's value. With a source, each turn has an element of it,
 * and when there is none left, the value is that of `otherwise`.
 *
 * A function whose calls of itself are all in tail position is a loop without a source: its
 * clauses are the body, its arguments the states.
 */
struct loop {
	struct expression *source; /* a range, a list, an array; NULL for a recursion */
	uint64_t chunk;		   /* the source is a binary, taken in pieces of so many bits */
	struct variable *element;
	struct variable *turn;	   /* the number of the turn, from 0 on; NULL: nobody reads it */
	struct expression *kept;   /* a part of the body: an item of the list, if that is kept */
	struct expression *silent; /* a part that must not raise; see infer_loop.c */
	/*
	 * Calls of functions that each element goes through, and that of what takes it then, or NULL:
	 * those of a pipeline, which on the BEAM run one after the other. See infer_stage.c.
	 */
	struct expression **stages, *final;
	size_t stage_count;
	bool ends_early; /* what takes them may leave the loop */
	struct loop_state *states;
	size_t state_count;
	struct expression *body, *otherwise; /* NULL for a recursion */
	unsigned limit;			     /* the most turns, by `fuel`; 0 when it says nothing */
	int first_expression, end_expression; /* the numbers of those that run in each turn */
};

struct expression {
	enum expression_kind kind;
	int number; /* in the function */
	struct span span;
	union {
		struct integer_literal integer;
		const char *atom;
		struct {
			const char *bytes;
			size_t size;
		} string;
		struct {
			struct segment *segments;
			size_t count;
			struct expression **inner; /* their values and sizes */
			size_t inner_count;
		} binary;
		struct {
			struct expression **items;
			size_t count;
		} sequence; /* BLOCK */
		struct {
			enum data_kind kind;
			struct expression **items;
			size_t count;
			const struct map_key *keys; /* of a map's items */
			bool is_of_with;	    /* what goes from the steps to `else` */
			struct expression *base;    /* [a | base], %{base | k: v}, else NULL */
		} data;
		struct variable *variable;
		struct {
			struct pattern *pattern;
			struct expression *value;
		} match;
		struct {
			struct expression *subject;
			struct clause *clauses;
			enum raise_kind otherwise; /* raised when no clause matches */
			/* Of a case that is a call of a function of binaries: which, of what. */
			const char *function;
			const struct expression *operand;
		} cases; /* CASE; COND, without a subject */
		struct {
			const struct operator *operator;
			struct expression *left, *right; /* right is NULL with one operand */
			const char *function;		 /* "abs", which it is a part of, or NULL */
		} operation;
		struct {
			struct expression *object;
			const char *name;
			struct span name_span;
		} field;
		struct {
			const struct module *module; /* NULL: the one that the call is in */
			const char *name;
			struct function *function; /* from resolve on */
			struct expression **arguments;
			size_t count;
			unsigned fuel; /* how many calls may nest; 0 when nothing says */
		} call;
		struct {
			const struct helper *helper;
			bool is_interpolated; /* of bpf_printk, given a text with its values */
			struct expression **arguments;
			size_t count;
			/*
			 * Of Honey.KernelMap.update/4: what is there, of which the last argument,
			 * in place of the flag, makes what is put. The one before is put where
			 * nothing is. NULL of all other calls.
			 */
			struct variable *there;
			bool puts_fields; /* what is put where nothing is are fields of a struct */
			/*
			 * Of Honey.with_lock, a lookup whose third argument is what the value
			 * becomes: the variable that it is in it. Else NULL.
			 */
			struct variable *locked;
		} helper;
		struct {
			const struct data_function *function;
			const char *written; /* the function of Elixir's that calls it, or NULL */
			struct expression **arguments;
			size_t count;
		} function;
		struct {
			enum raise_kind kind;
			const char *message; /* may be NULL */
		} raise;
		struct {
			const char *name;	 /* of the struct's module */
			struct expression *base; /* NULL when it is built from its defaults */
			struct field_value *fields;
			size_t count;
		} record;
		struct {
			const struct sequence_function *function;
			struct expression **arguments;
			size_t count;
		} sequence_call; /* SEQUENCE */
		struct {
			struct expression **arguments;
			size_t count;
			struct clause *clauses;
		} apply;
		struct loop *loop;
		struct {
			struct loop *loop;
			struct expression **states;
		} next;
		struct {
			struct function *function;
			struct variable **captured; /* what its first arguments are */
		} anonymous;			    /* CLOSURE */
		struct {
			struct expression *function;
			struct expression **arguments;
			size_t count;
		} invoke;
		struct {
			const struct global *global;
			enum global_use use;
			struct expression *value; /* NULL of READ */
		} global;
	};
};

/*
 * children.c: the expressions that it is made of, in the order in which they are computed, or would
 * be. Not the sizes in patterns, which only read variables (desugar_segment.c), nor the function that
 * a CLOSURE is, whose expressions have numbers of their own.
 */
typedef void expression_visitor(void *context, struct expression *child);
void expression_visit_children(const struct expression *expression, expression_visitor *visit,
			       void *context);
/* Those of all these clauses: guards and bodies. */
void clauses_visit_children(const struct clause *clauses, expression_visitor *visit, void *context);

const char *raise_kind_name(enum raise_kind kind);	/* "arithmetic" */
const char *raise_kind_exception(enum raise_kind kind); /* "ArithmeticError" */

#endif
