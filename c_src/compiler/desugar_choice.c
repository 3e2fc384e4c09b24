/* SPDX-License-Identifier: Apache-2.0 */
/* max, min and abs, which choose between values that are computed once. */
#include "compiler/desugar_internal.h"

#include <string.h>

static struct expression *operation(struct desugar *desugar, const char *name,
				    struct expression *left, struct expression *right,
				    struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_OPERATOR, span);

	expression->operation.operator = operator_find(name, right ? 2 : 1);
	expression->operation.left = left;
	expression->operation.right = right;
	return expression;
}

static struct expression *bound(struct desugar *desugar, struct variable *variable,
				struct expression *value, struct span span)
{
	struct expression *match = new_expression(desugar, EXPRESSION_MATCH, span);

	match->match.pattern = bind_variable(desugar, variable, span);
	match->match.value = value;
	variable->value = value;
	return match;
}

static struct clause *truth_clause(struct desugar *desugar, const char *truth,
				   struct expression *body, struct span span)
{
	struct pattern *pattern = new_pattern(desugar, PATTERN_ATOM, span);

	pattern->atom = truth;
	return made_clause(desugar, pattern, body);
}

/* case condition do true -> yes; false -> no end */
static struct expression *choose(struct desugar *desugar, struct expression *condition,
				 struct expression *yes, struct expression *no, struct span span)
{
	struct expression *cases = new_expression(desugar, EXPRESSION_CASE, span);

	cases->cases.subject = condition;
	cases->cases.otherwise = RAISE_CASE_CLAUSE;
	cases->cases.clauses = truth_clause(desugar, "true", yes, span);
	cases->cases.clauses->next = truth_clause(desugar, "false", no, span);
	return cases;
}

static struct expression *sequence(struct desugar *desugar, struct expression **items, size_t count,
				   struct span span)
{
	struct expression *block = new_expression(desugar, EXPRESSION_BLOCK, span);

	block->sequence.items = ARENA_ARRAY(desugar->compile->arena, struct expression *, count);
	memcpy(block->sequence.items, items, count * sizeof(*items));
	block->sequence.count = count;
	return block;
}

/* a = left; b = right; if a >= b, do: a, else: b */
static struct expression *desugar_extreme(struct desugar *desugar, const char *comparison,
					  const struct form *form, struct span span)
{
	struct expression *left = desugar_expression(desugar, term_item(form->arguments, 0), span);
	struct expression *right = desugar_expression(desugar, term_item(form->arguments, 1), span);
	struct variable *a = made_variable(desugar, "left", span);
	struct variable *b = made_variable(desugar, "right", span);
	struct expression *items[3] = { bound(desugar, a, left, span),
					bound(desugar, b, right, span) };

	items[2] = choose(desugar,
			  operation(desugar, comparison, read_variable(desugar, a, span),
				    read_variable(desugar, b, span), span),
			  read_variable(desugar, a, span), read_variable(desugar, b, span), span);
	a->scope_ends_at = b->scope_ends_at = ++desugar->position;
	return sequence(desugar, items, 3, span);
}

/* a = value; if a < 0, do: -a, else: +a */
static struct expression *desugar_absolute(struct desugar *desugar, const struct form *form,
					   struct span span)
{
	struct expression *value = desugar_expression(desugar, term_item(form->arguments, 0), span);
	struct expression *zero = new_expression(desugar, EXPRESSION_INTEGER, span);
	struct variable *a = made_variable(desugar, "value", span);
	struct expression *items[2] = { bound(desugar, a, value, span) };

	items[1] = choose(
		desugar, operation(desugar, "<", read_variable(desugar, a, span), zero, span),
		operation(desugar, "-", read_variable(desugar, a, span), NULL, span),
		operation(desugar, "+", read_variable(desugar, a, span), NULL, span), span);
	a->scope_ends_at = ++desugar->position;
	return sequence(desugar, items, 2, span);
}

struct expression *desugar_choice(struct desugar *desugar, const char *name,
				  const struct form *form, struct span span)
{
	size_t count = term_count(form->arguments);

	if (count == 2 && strcmp(name, "max") == 0)
		return desugar_extreme(desugar, ">=", form, span);
	if (count == 2 && strcmp(name, "min") == 0)
		return desugar_extreme(desugar, "=<", form, span);
	if (count == 1 && strcmp(name, "abs") == 0)
		return desugar_absolute(desugar, form, span);
	return NULL;
}
