/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of desugar share: expressions, patterns, clauses, calls. */
#ifndef HONEY_COMPILER_DESUGAR_INTERNAL_H
#define HONEY_COMPILER_DESUGAR_INTERNAL_H

#include "base/index.h"
#include "compiler/core/context.h"
#include "compiler/syntax/syntax.h"
#include "compiler/core/term.h"
#include "compiler/unit/unit.h"

struct desugar {
	struct compile *compile;
	struct unit *unit;
	struct function *function;
	struct variable *variables; /* of the function's clause at hand */
	struct index versions;	    /* these by Elixir's version, the latest first */
	int position;
	int last_line; /* of the latest node that had one: literals have none of their own */
	struct desugar *outer;	   /* of an anonymous function: the function around it */
	struct captured *captured; /* the latest first */
	int loop_depth;		   /* of the bodies of loops around this place */
	struct span written_at;	   /* what is read is not in the source: where it belongs */
	const char *written;	   /* ... and as what: `Map.update!/3` */
};

/* A call-like form {name, meta, arguments}, taken apart; name is NULL for anything else. */
struct form {
	const char *name;
	const struct term *head; /* the first element, which may be {:., ...} */
	const struct term *meta;
	const struct term *arguments; /* a list, or an atom for a variable */
};

bool form_of(const struct term *term, struct form *form);
/* The node's own place; what it lacks comes from `parent`. `width` is of its text, 0 unknown. */
struct span span_of(const struct term *meta, struct span parent, size_t width);
/* Where it has no column, as what macros make has none: that of the leftmost part on its line. */
struct span span_within(const struct term *parts, struct span span);

struct expression *new_expression(struct desugar *desugar, enum expression_kind kind,
				  struct span span);
struct expression *desugar_expression(struct desugar *desugar, const struct term *term,
				      struct span parent);
struct expression **desugar_list(struct desugar *desugar, const struct term *list,
				 struct span parent);
struct pattern *desugar_pattern(struct desugar *desugar, const struct term *term,
				struct span parent);
/* {{:., _, [module, name]}, meta, arguments} */
bool refuse_helper(struct desugar *desugar, const struct helper *helper, struct span span);
struct expression *desugar_remote(struct desugar *desugar, const struct form *form,
				  struct span span);
/* [{:->, meta, [[pattern], body]}, ...] */
struct clause *desugar_clauses(struct desugar *desugar, const struct term *list,
			       struct span parent);
/* desugar_cond.c */
struct expression *desugar_cond(struct desugar *desugar, const struct term *list, struct span span);
/* :lists.member(x, list), which `x in list` is where the list is not literal throughout */
struct expression *desugar_member(struct desugar *desugar, const struct form *form,
				  struct span span);
/* desugar_struct.c; the default is NULL for a map that is none */
struct expression *desugar_struct(struct desugar *desugar, const struct form *form,
				  struct span span);
struct expression *desugar_default(struct desugar *desugar, const struct form *form,
				   struct span span);
struct pattern *struct_pattern(struct desugar *desugar, const struct form *form, struct span span);
struct clause *desugar_function_clause(struct desugar *desugar, const struct term *term);

/* How many arguments the clauses of an `fn` take. */
size_t clause_arity(const struct term *clauses);
/* [{:->, meta, [patterns, body]}, ...] of an `fn` with `arity` arguments */
struct clause *desugar_fn_clauses(struct desugar *desugar, const struct term *list, size_t arity,
				  struct span parent);
/* A clause that always matches, or matches nil and false (PATTERN_FALSY). */
struct clause *kind_clause(struct desugar *desugar, enum pattern_kind kind,
			   struct expression *body);

/* desugar_build.c: syntax that stands for what the source says shortly */
struct expression *atom_expression(struct desugar *desugar, const char *atom, struct span span);
struct expression *integer_expression(struct desugar *desugar, uint64_t value, struct span span);
/* `right` is NULL of an operator with one operand */
struct expression *made_operation(struct desugar *desugar, const char *operator,
				  struct expression *left, struct expression *right,
				  struct span span);
struct expression *bind_hidden(struct desugar *desugar, struct variable *variable,
			       struct expression *value);
struct expression *then_do(struct desugar *desugar, struct expression *first,
			   struct expression *second);
/* if `condition` is neither nil nor false, `then`, else `otherwise` */
struct expression *choice(struct desugar *desugar, struct expression *condition,
			  struct expression *then, struct expression *otherwise);

/* Lets decided.c look at the expression, when it stands in the source. */
void check_later(struct desugar *desugar, const struct expression *expression);

/* desugar_unused.c: warns when what stands there has no use but its result, which nothing uses */
void check_unused(struct desugar *desugar, const struct term *term, struct span parent);

/* desugar_for.c, desugar_enum.c, desugar_fuel.c: loops over ranges, lists and arrays */
struct expression *desugar_for(struct desugar *desugar, const struct form *form, struct span span);
/* NULL when there is no such function. */
struct expression *desugar_enum(struct desugar *desugar, const char *name, const struct form *form,
				struct span span);
size_t enum_function_names(const char **names);
/* Enum.map, Enum.filter, Enum.reject: what some functions of Enum take the elements of. */
bool is_stage(const struct term *term);
/* desugar_global.c: a function of Honey.Var */
struct expression *desugar_global(struct desugar *desugar, const char *name,
				  const struct form *form, struct span span);
/* desugar_printk.c: a text with its values as a list, NULL for another term */
struct expression *desugar_printk(struct desugar *desugar, const struct term *text,
				  struct span span);
/* desugar_construct.c: what String.Chars.to_string(value) is given; NULL for another term */
const struct term *interpolated_value(const struct term *call);
/* The string that is made of a value. */
struct expression *desugar_conversion(struct desugar *desugar, const struct term *value,
				      enum conversion conversion, struct span span);
/* Honey.fuel(most, call) */
struct expression *desugar_lock(struct desugar *desugar, const struct form *form, struct span span);
/* desugar_tail_call.c: Honey.tail_call/2 */
struct expression *desugar_tail_call(struct desugar *desugar, const struct form *form,
				     struct span span);
struct expression *desugar_fuel(struct desugar *desugar, const struct form *form, struct span span);
/* desugar_emit.c: calls of functions of this module */
#define EVENTS_MODULE "Elixir.Honey.Events"
#define TIMER_MODULE "Elixir.Honey.Timer"
#define KFUNC_MODULE "Elixir.Honey.Kfunc"
struct expression *desugar_kfunc(struct desugar *desugar, const char *name, const struct form *form,
				 struct span span);
struct expression *desugar_timer(struct desugar *desugar, const char *name, const struct form *form,
				 struct span span);
struct expression *desugar_emit(struct desugar *desugar, const char *name, const struct form *form,
				struct span span);

/* desugar_source.c: what a loop goes over */
struct source {
	const struct term *items; /* of a literal list, else NULL */
	struct expression *value; /* of anything else */
};
struct source desugar_source(struct desugar *desugar, const struct term *term, struct span span);
/* The fields of %Range{...}. */
struct expression *range_of_fields(struct desugar *desugar, const struct term *fields,
				   struct span span);
/* A function of Enum or of Range. */
struct expression *desugar_sequence_call(struct desugar *desugar, const char *module,
					 const char *name, const struct form *form,
					 struct span span);

/* desugar_function.c: the function that an Enum function is given */
struct callable {
	const struct term *clauses;  /* of an `fn` */
	const struct term *variable; /* that holds a function */
	const struct term *name;     /* of a capture: {name, _, _}, or {{:., ...}, _, []} */
	size_t arity;
	struct span span; /* where it is written: what an `fn` raises is told with its line */
};
bool desugar_callable(struct desugar *desugar, const struct term *term, size_t arity,
		      struct span span, struct callable *callable);
struct expression *call_callable(struct desugar *desugar, const struct callable *callable,
				 struct expression **arguments, struct span span);

/* desugar_closure.c: functions as values */
struct expression *desugar_fn(struct desugar *desugar, const struct form *form, struct span span);
struct expression *desugar_capture(struct desugar *desugar, const struct form *form,
				   struct span span);
/* f.(...), of any expression f */
struct expression *desugar_invoke(struct desugar *desugar, const struct term *function,
				  const struct term *arguments, struct span span);
/* A variable of the functions around the anonymous one that is being read; NULL for none. */
struct variable *find_captured(struct desugar *desugar, const struct form *form);

/* desugar_data.c */
struct expression *desugar_tuple(struct desugar *desugar, const struct term *items,
				 struct span span);
struct expression *desugar_list_literal(struct desugar *desugar, const struct term *items,
					struct span span);
struct expression *desugar_map(struct desugar *desugar, const struct term *arguments,
			       struct span span);
struct pattern *tuple_pattern(struct desugar *desugar, const struct term *items, struct span span);
struct pattern *list_pattern(struct desugar *desugar, const struct term *items, struct span span);
struct pattern *map_pattern(struct desugar *desugar, const struct term *pairs, struct span span);

/* desugar_choice.c: max, min, abs, trunc and the like; NULL for any other name */
struct expression *desugar_choice(struct desugar *desugar, const char *name,
				  const struct form *form, struct span span);

/* desugar_struct.c: what is_struct(value, Name) expands to outside of guards; NULL for another case */
struct expression *desugar_is_struct(struct desugar *desugar, const struct form *form,
				     struct span span);

/* desugar_kernel_map.c: what of Honey.KernelMap is no Elixir; NULL for all else */
struct expression *desugar_kernel_map(struct desugar *desugar, const char *name,
				      const struct form *form, struct span span);

/* desugar_standard.c: a call of a function of Elixir's own modules; NULL for one that is not there */
struct expression *desugar_standard(struct desugar *desugar, const char *module, const char *name,
				    const struct form *form, struct span span);
/* desugar_foreign.c: says that this is no kernel code, and which was meant or serves instead */
struct expression *refuse_foreign(struct desugar *desugar, const char *module, const char *name,
				  size_t count, struct span span);

/* desugar_with.c: with p1 <- e1, p2 <- e2 do body else clauses end */
struct expression *desugar_with(struct desugar *desugar, const struct form *form, struct span span);

struct pattern *new_pattern(struct desugar *desugar, enum pattern_kind kind, struct span span);
struct clause *new_clause(struct desugar *desugar, const struct term *patterns, size_t count,
			  struct span span);
/* A clause that is not in the source: pattern -> body. */
struct clause *made_clause(struct desugar *desugar, struct pattern *pattern,
			   struct expression *body);
/* A variable that is not in the source. */
struct variable *made_variable(struct desugar *desugar, const char *name, struct span span);
struct expression *read_variable(struct desugar *desugar, struct variable *variable,
				 struct span span);
struct pattern *bind_variable(struct desugar *desugar, struct variable *variable, struct span span);
/* The variables bound since `outer` are no longer in scope. */
void close_scope(struct desugar *desugar, const struct variable *outer);
/* `pattern` or `pattern when guard`; its body is still missing. */
struct clause *open_clause(struct desugar *desugar, const struct term *head, struct span span);
/* An integer with a sign, or the term itself. */
const struct term *signed_literal(struct desugar *desugar, const struct term *term);
struct pattern *new_pattern(struct desugar *desugar, enum pattern_kind kind, struct span span);
/* desugar_binary.c: <<...>> with its segments, "text" as a pattern, <<1, 2>> as a value */
struct pattern *binary_pattern(struct desugar *desugar, const struct form *form, struct span span);
struct pattern *text_pattern(struct desugar *desugar, const struct term *text, struct span span);
struct expression *desugar_binary(struct desugar *desugar, const struct form *form,
				  struct span span);

/* desugar_string.c: functions of String, :binary and :erlang that are patterns; NULL for no such */
struct expression *desugar_string(struct desugar *desugar, const char *module, const char *name,
				  const struct form *form, struct span span);

struct expression *refuse(struct desugar *desugar, struct span span, const char *found,
			  const char *hint);
struct variable *find_variable(struct desugar *desugar, const struct form *form);
bool read_integer(struct desugar *desugar, const struct term *term, struct span span,
		  struct integer_literal *integer);

#endif
