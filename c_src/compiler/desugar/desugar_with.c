/* SPDX-License-Identifier: Apache-2.0 */
/*
 * with p1 <- e1, x = e2, p3 <- e3 do body end is
 *
 *	case e1 do
 *	  p1 -> x = e2; case e3 do p3 -> body; other -> other end
 *	  other -> other
 *	end
 *
 * With `else`, the steps end with {:done, body} or {:else, other}, and an outer case takes
 * these apart: so the clauses after `else` stand in the tree once. Where there is one `<-`, they
 * stand in its last clause.
 */
#include "compiler/desugar/desugar_internal.h"

#include <string.h>

struct with {
	const struct term *steps; /* e1, ..., and [do: body, else: clauses] at the end */
	size_t count;
	const struct term *body, *otherwise; /* otherwise is NULL without `else` */
	bool is_labelled; /* the steps end with {:done, body} or {:else, other} */
	struct span span;
};

static struct expression *labelled(struct desugar *desugar, const char *label,
				   struct expression *value)
{
	struct expression *pair = new_expression(desugar, EXPRESSION_DATA, value->span);
	struct expression *atom = new_expression(desugar, EXPRESSION_ATOM, value->span);

	atom->atom = label;
	pair->data.kind = DATA_TUPLE;
	pair->data.count = 2;
	pair->data.is_of_with = true;
	pair->data.items = ARENA_ARRAY(desugar->compile->arena, struct expression *, 2);
	pair->data.items[0] = atom;
	pair->data.items[1] = value;
	return pair;
}

static struct pattern *labelled_pattern(struct desugar *desugar, const char *label,
					struct variable *variable, struct span span)
{
	struct pattern *pair = new_pattern(desugar, PATTERN_DATA, span);
	struct pattern *atom = new_pattern(desugar, PATTERN_ATOM, span);

	atom->atom = label;
	pair->data.kind = DATA_TUPLE;
	pair->data.count = 2;
	pair->data.items = ARENA_ARRAY(desugar->compile->arena, struct pattern *, 2);
	pair->data.items[0] = atom;
	pair->data.items[1] = bind_variable(desugar, variable, span);
	return pair;
}

/* case other do <the clauses after else> end */
static struct expression *desugar_else(struct desugar *desugar, const struct with *with,
				       struct expression *other)
{
	struct expression *cases = new_expression(desugar, EXPRESSION_CASE, with->span);

	cases->cases.subject = other;
	cases->cases.clauses = desugar_clauses(desugar, with->otherwise, with->span);
	cases->cases.otherwise = RAISE_WITH_CLAUSE;
	return cases;
}

/* other -> other */
static struct clause *pass_on(struct desugar *desugar, const struct with *with, struct span span)
{
	const struct variable *outer = desugar->variables;
	struct variable *other = made_variable(desugar, "other", span);
	struct expression *value = read_variable(desugar, other, span);
	struct clause *clause;

	if (with->is_labelled)
		value = labelled(desugar, "else", value);
	else if (with->otherwise)
		value = desugar_else(desugar, with, value);
	clause = made_clause(desugar, bind_variable(desugar, other, span), value);
	close_scope(desugar, outer);
	return clause;
}

static struct expression *desugar_steps(struct desugar *desugar, const struct with *with, size_t n);

/* pattern <- value */
static struct expression *desugar_generator(struct desugar *desugar, const struct with *with,
					    const struct form *arrow, size_t n)
{
	const struct variable *outer = desugar->variables;
	struct span span = span_of(arrow->meta, with->span, 2);
	struct expression *cases = new_expression(desugar, EXPRESSION_CASE, span);
	struct clause *clause;

	cases->cases.subject = desugar_expression(desugar, term_item(arrow->arguments, 1), span);
	clause = open_clause(desugar, term_item(arrow->arguments, 0), span);
	clause->body = desugar_steps(desugar, with, n + 1);
	close_scope(desugar, outer);
	clause->next = pass_on(desugar, with, span);
	cases->cases.clauses = clause;
	cases->cases.otherwise = RAISE_CASE_CLAUSE;
	check_later(desugar, cases);
	return cases;
}

static struct expression *desugar_plain_step(struct desugar *desugar, const struct with *with,
					     const struct term *step, size_t n)
{
	struct expression *block = new_expression(desugar, EXPRESSION_BLOCK, with->span);

	block->sequence.count = 2;
	block->sequence.items = ARENA_ARRAY(desugar->compile->arena, struct expression *, 2);
	block->sequence.items[0] = desugar_expression(desugar, step, with->span);
	block->sequence.items[1] = desugar_steps(desugar, with, n + 1);
	return block;
}

static struct expression *desugar_steps(struct desugar *desugar, const struct with *with, size_t n)
{
	const struct term *step = term_item(with->steps, n);
	struct expression *expression;
	struct form form;

	if (n == with->count) {
		expression = desugar_expression(desugar, with->body, with->span);
		return with->is_labelled ? labelled(desugar, "done", expression) : expression;
	}
	if (!nesting_enter(desugar->compile, with->span))
		return new_expression(desugar, EXPRESSION_POISON, with->span);
	if (form_of(step, &form) && form.name && strcmp(form.name, "<-") == 0)
		expression = desugar_generator(desugar, with, &form, n);
	else
		expression = desugar_plain_step(desugar, with, step, n);
	nesting_leave(desugar->compile);
	return expression;
}

/* {:done, value} -> value */
static struct clause *done_clause(struct desugar *desugar, struct span span)
{
	const struct variable *outer = desugar->variables;
	struct variable *value = made_variable(desugar, "value", span);
	struct clause *clause = made_clause(desugar, labelled_pattern(desugar, "done", value, span),
					    read_variable(desugar, value, span));

	close_scope(desugar, outer);
	return clause;
}

/* {:else, other} -> ... */
static struct clause *else_clause(struct desugar *desugar, const struct with *with)
{
	const struct variable *outer = desugar->variables;
	struct variable *other = made_variable(desugar, "other", with->span);
	struct pattern *pattern = labelled_pattern(desugar, "else", other, with->span);
	struct clause *clause =
		made_clause(desugar, pattern,
			    desugar_else(desugar, with, read_variable(desugar, other, with->span)));

	close_scope(desugar, outer);
	return clause;
}

static size_t count_arrows(const struct with *with)
{
	struct form form;
	size_t count = 0;

	for (size_t i = 0; i < with->count; i++)
		count += form_of(term_item(with->steps, i), &form) && form.name &&
			 strcmp(form.name, "<-") == 0;
	return count;
}

struct expression *desugar_with(struct desugar *desugar, const struct form *form, struct span span)
{
	size_t count = term_count(form->arguments);
	const struct term *blocks = count ? term_item(form->arguments, count - 1) : NULL;
	const struct variable *outer = desugar->variables;
	struct with with = { .steps = form->arguments, .span = span };
	struct expression *steps, *cases;

	if (!blocks || !term_get(blocks, "do"))
		return refuse(desugar, span, "`with` without `do`", NULL);
	with.count = count - 1;
	with.body = term_get(blocks, "do");
	with.otherwise = term_get(blocks, "else");
	with.is_labelled = with.otherwise && count_arrows(&with) != 1;
	steps = desugar_steps(desugar, &with, 0);
	close_scope(desugar, outer);
	if (!with.is_labelled)
		return steps;
	cases = new_expression(desugar, EXPRESSION_CASE, span);
	cases->cases.subject = steps;
	cases->cases.otherwise = RAISE_WITH_CLAUSE;
	cases->cases.clauses = done_clause(desugar, span);
	cases->cases.clauses->next = else_clause(desugar, &with);
	return cases;
}
