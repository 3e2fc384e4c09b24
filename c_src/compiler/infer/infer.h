/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One type per expression; what it can raise; which map, function or field it means.
 *
 * A function is inferred once for each combination of argument types that it is called
 * with, an instance. What infer finds stands in arrays beside the syntax tree, indexed
 * by the numbers of expressions, variables and clauses.
 */
#ifndef HONEY_COMPILER_INFER_H
#define HONEY_COMPILER_INFER_H

#include "compiler/syntax/syntax.h"
#include "compiler/table/tracepoint.h"
#include "compiler/unit/type.h"
#include "compiler/unit/unit.h"

/* Why an expression can leave its function; in a guard it makes the guard fail instead. */
enum raises {
	RAISES_LEFT = 1,      /* the left or only operand may be no integer */
	RAISES_RIGHT = 2,     /* the right operand may be no integer */
	RAISES_ZERO = 4,      /* the divisor may be zero */
	RAISES_OVERFLOW = 8,  /* with overflow: :raise */
	RAISES_NO_MATCH = 16, /* no clause or pattern may match */
	RAISES_ALWAYS = 32,
	RAISES_PART = 64, /* a value may not be what the memory or a record holds */
};

enum fusion {
	FUSION_NONE,
	FUSION_IN_PLACE, /* what is there is changed where it is; see in_place.h */
	FUSION_EXCHANGE, /* the same, until no other CPU has done so meanwhile */
	FUSION_ADD,	 /* an atomic addition to the value that a lookup found */
	FUSION_SUBTRACT, /* the same with a minus */
	FUSION_INSERT,	 /* put if absent; else look up and add */
	FUSION_SUM,	 /* an addition in place, to what is looked up once more */
	FUSION_DIFFERENCE,
};

/* "+", or "abs" where the operation is a part of that. */
const char *operation_name(const struct expression *expression);

struct record_field;
/* About what the verifier walks. */
struct cost {
	uint64_t walk; /* expressions */
	uint64_t branches;
	/*
	 * From each turn that may be a loop's last, the verifier walks on behind the loop, until it
	 * comes to what it knows: that is little, but where a loop around has it come back. So it
	 * does behind a loop that is called.
	 */
	uint64_t leaving;
};

void cost_add(struct cost *cost, const struct cost *more, uint64_t times);

/* What infer found out about a loop. */
struct typed_loop {
	struct type *states; /* at the beginning of each turn */
	uint64_t most;	     /* turns; 0: the body is never reached */
	bool may_exceed;     /* more may be asked for, which raises */
	bool is_callback;    /* by bpf_loop; else the verifier walks every turn */
	bool leaves_early;   /* some turn may be the last, whatever is left */
	bool forgets; /* the verifier must know nothing at a turn of what turns before found out */
	bool is_kept; /* no loop: its body stands there for each element */
};
struct ir_function;

struct typed {
	struct type type;
	unsigned raises;		  /* of enum raises */
	const struct record_field *field; /* FIELD of a record */
	bool right_is_dead; /* of `and`, `or`: control never comes to the right side */
	union {
		struct typed_loop loop;		 /* LOOP */
		struct instance *callee;	 /* CALL */
		struct instance **callees;	 /* INVOKE: of each data that is called, or NULL */
		struct tracepoint_access access; /* FIELD */
		struct {
			struct map_definition *map;   /* HELPER; NULL for one without */
			struct map_definition *outer; /* whose value the map is, or NULL */
			int flag;
			/* What it fills, or changes, and what it is given, by C's parameters. */
			const struct memory_type *output, *given[HELPER_MOST_PARAMETERS];
			unsigned text_size;	   /* of the text that it fills */
			const struct timer *timer; /* that is started */
			enum fusion fusion;
			const struct variable *found;	 /* the lookup's result, for fusion */
			const struct expression *amount; /* of SUM and DIFFERENCE */
			bool is_told;	   /* what kept it from being fused was said */
			bool is_disturbed; /* what is computed of what is there changes maps */
		} helper;
	};
};

/* What is known of variables inside a clause, from its pattern and guard. */
struct known {
	struct known *next;
	const struct variable *variable;
	struct type type;
};

struct typed_clause {
	bool is_dead;	     /* nothing gets here */
	struct type *before; /* of each subject, as the clauses before have left it */
	struct known *known;
};

struct callee {
	struct callee *next;
	struct instance *instance;
};

struct helper_call {
	struct helper_call *next;
	const struct expression *call;
	const struct helper *helper; /* what that calls in the kernel */
	struct map_definition *map;  /* NULL: it takes none */
	const struct timer *timer;   /* that it starts; else NULL */
};

struct map_use {
	struct map_use *next;
	const struct map_definition *map;
	const struct expression *expression;
};

/* The field of the context that the item of a map's pattern looks at. */
struct context_look {
	struct context_look *next;
	const struct pattern *item;
	const char *name;
	struct type type;
	struct tracepoint_access access;
};

/* A function that the kernel calls with an entry of the map when a timer of it ends. */
struct timer {
	struct timer *next;
	struct function *function;
	const struct map_definition *map;
	const struct program *program; /* the first that starts it */
	struct instance *instance;     /* of which the arguments are the key and the value */
	const char *symbol;
};

struct instance {
	struct instance *next;
	const struct timer *timer; /* that calls it, and nothing else; NULL for none */
	struct instance *next_of_function;
	bool is_open; /* it is being inferred */
	struct function *function;
	struct type *arguments;
	struct type result;
	struct typed *typed;	      /* by expression number */
	struct type *variables;	      /* by variable number, as bound */
	bool *is_field;		      /* by variable number: a pattern took it out of memory */
	struct typed_clause *clauses; /* by clause number */
	bool can_raise;
	bool no_clause_may_match; /* of the function's own */
	bool changes_maps;
	bool changes_variables;
	bool changes_packet;		    /* it calls what does; set by packet_change.c */
	struct context_look *context_looks; /* the latest first */
	struct helper_call *helper_calls;   /* the latest first */
	struct map_use *map_uses;	    /* by helpers and by loops, the latest first */
	int checked_for;		    /* the latest program, see helper_use.c */
	int call_count;
	int sharers; /* programs that call it; one that does so again counts once */
	const struct instance *last_caller;
	int size;		/* expressions */
	struct callee *callees; /* of its calls, the latest first */
	unsigned fuel;		/* calls that may still nest in this one, itself counted; 0: any */
	struct typed_loop loop; /* of a function that is one */
	struct cost cost;
	bool has_loop;		     /* or calls a function that has */
	const char *symbol;	     /* C's */
	struct ir_function *lowered; /* from lower on */
};

/* The calls of helpers as they stand in the function. */
const struct expression **calls_in_order(struct compile *compile, const struct instance *instance,
					 size_t *count);

struct typed_unit {
	struct unit *unit;
	struct atom_table atoms;
	struct instance *instances, **last_instance; /* callees before callers */
	int instance_count; /* without the first of each function: that one is in the source */
	bool is_full; /* there are more combinations of types than can be had, which was said */
	struct timer *timers;
	const struct instance *entry; /* of the unit's entry; NULL for none */
};

/* The type of a parameter that takes a number; NULL of one that takes something else. */
const struct integer_type *helper_integer_type(enum parameter_kind kind);

/* NULL when the item is of no pattern for a context. */
const struct context_look *context_look_find(const struct instance *instance,
					     const struct pattern *item);

/* What bound the variable, where a pattern took it out of the context; NULL for all else. */
const struct context_look *context_look_of(const struct instance *instance,
					   const struct variable *variable);

struct typed_unit *infer(struct compile *compile, struct unit *unit);

#endif
