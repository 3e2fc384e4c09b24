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
struct clause *desugar_function_clause(struct desugar *desugar, const struct term *term);

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
