/* SPDX-License-Identifier: Apache-2.0 */
/* `cond`: a few conditions are nested in each other, more are a list. */
#include "compiler/desugar/desugar_internal.h"

/* More are not nested. */
#define MOST_NESTED 32

/*
 * cond do c1 -> b1; c2 -> b2 end is
 * case c1 do falsy -> (case c2 do falsy -> raise; _ -> b2 end); _ -> b1 end
 */
static struct expression *nested_cond(struct desugar *desugar, const struct term *list, size_t n,
				      struct span span)
{
	struct expression *expression, *body, *rest;
	const struct variable *outer;
	struct form arrow;

	if (n >= term_count(list) || !form_of(term_item(list, n), &arrow)) {
		expression = new_expression(desugar, EXPRESSION_RAISE, span);
		expression->raise.kind = RAISE_COND_CLAUSE;
		return expression;
	}
	if (!nesting_enter(desugar->compile, span))
		return new_expression(desugar, EXPRESSION_POISON, span);
	outer = desugar->variables;
	span = span_of(arrow.meta, span, 2);
	expression = new_expression(desugar, EXPRESSION_CASE, span);
	expression->cases.subject =
		desugar_expression(desugar, term_item(term_item(arrow.arguments, 0), 0), span);
	body = desugar_expression(desugar, term_item(arrow.arguments, 1), span);
	close_scope(desugar, outer);
	rest = nested_cond(desugar, list, n + 1, span);
	expression->cases.otherwise = RAISE_COND_CLAUSE;
	expression->cases.clauses = kind_clause(desugar, PATTERN_FALSY, rest);
	expression->cases.clauses->next = kind_clause(desugar, PATTERN_ANY, body);
	nesting_leave(desugar->compile);
	return expression;
}

/* The clause `_ when condition -> body`, of no value, whose condition can be anything. */
static struct clause *condition_clause(struct desugar *desugar, const struct form *arrow,
				       struct span span)
{
	const struct variable *outer = desugar->variables;
	struct clause *clause = new_clause(desugar, NULL, 0, span);

	clause->guards = ARENA_NEW(desugar->compile->arena, struct expression *);
	clause->guards[0] =
		desugar_expression(desugar, term_item(term_item(arrow->arguments, 0), 0), span);
	clause->guard_count = 1;
	clause->body = desugar_expression(desugar, term_item(arrow->arguments, 1), span);
	close_scope(desugar, outer);
	return clause;
}

/* What no condition takes is raised where the last of them stands, as when they are nested. */
static struct expression *long_cond(struct desugar *desugar, const struct term *list,
				    struct span span)
{
	struct expression *cond = new_expression(desugar, EXPRESSION_COND, span);
	struct clause **end = &cond->cases.clauses;
	struct form arrow;

	cond->cases.otherwise = RAISE_COND_CLAUSE;
	for (size_t i = 0; i < term_count(list); i++) {
		if (!form_of(term_item(list, i), &arrow))
			break;
		cond->span = span_of(arrow.meta, span, 2);
		*end = condition_clause(desugar, &arrow, cond->span);
		end = &(*end)->next;
	}
	return cond;
}

struct expression *desugar_cond(struct desugar *desugar, const struct term *list, struct span span)
{
	if (term_count(list) > MOST_NESTED)
		return long_cond(desugar, list, span);
	return nested_cond(desugar, list, 0, span);
}
