/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of desugar share: expressions, patterns, clauses, calls. */
#ifndef HONEY_COMPILER_DESUGAR_INTERNAL_H
#define HONEY_COMPILER_DESUGAR_INTERNAL_H

#include "compiler/context.h"
#include "compiler/syntax.h"
#include "compiler/term.h"
#include "compiler/unit.h"

struct desugar {
	struct compile *compile;
	struct unit *unit;
	struct function *function;
	struct variable *variables; /* of the function's clause at hand */
	int position;
	int last_line; /* of the latest node that had one: literals have none of their own */
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

struct expression *new_expression(struct desugar *desugar, enum expression_kind kind,
				  struct span span);
struct expression *desugar_expression(struct desugar *desugar, const struct term *term,
				      struct span parent);
struct expression **desugar_list(struct desugar *desugar, const struct term *list,
				 struct span parent);
struct pattern *desugar_pattern(struct desugar *desugar, const struct term *term,
				struct span parent);
/* {{:., _, [module, name]}, meta, arguments} */
struct expression *desugar_remote(struct desugar *desugar, const struct form *form,
				  struct span span);
/* [{:->, meta, [[pattern], body]}, ...] */
struct clause *desugar_clauses(struct desugar *desugar, const struct term *list,
			       struct span parent);
struct expression *desugar_cond(struct desugar *desugar, const struct term *list, size_t n,
				struct span span);
/* :lists.member(x, list), which `x in list` is where the list is not literal throughout */
struct expression *desugar_member(struct desugar *desugar, const struct form *form,
				  struct span span);
/* Enum.member?(list, x), which `x in list` is where the list is a variable */
struct expression *desugar_member_of(struct desugar *desugar, const struct form *form,
				     struct span span);
struct clause *desugar_function_clause(struct desugar *desugar, const struct term *term);

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

/* desugar_choice.c: max, min, abs; NULL for any other name */
struct expression *desugar_choice(struct desugar *desugar, const char *name,
				  const struct form *form, struct span span);

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

struct expression *refuse(struct desugar *desugar, struct span span, const char *found,
			  const char *hint);
struct variable *find_variable(struct desugar *desugar, const struct form *form);
bool read_integer(struct desugar *desugar, const struct term *term, struct span span,
		  struct integer_literal *integer);

#endif
