/* SPDX-License-Identifier: Apache-2.0 */
/* `for`: a loop for each generator, within the loop of the one before. */
#include "compiler/desugar_loop.h"

#include <string.h>

struct comprehension {
	const struct term *qualifiers; /* the last item is the options */
	const struct term *body;
	bool reduces;
};

static struct expression *for_rest(struct desugar *desugar, const struct comprehension *whole,
				   size_t n, const struct making *loop);

static struct expression *for_body(struct desugar *desugar, const struct comprehension *whole,
				   const struct making *loop)
{
	struct expression *value;

	if (!whole->reduces) {
		value = desugar_expression(desugar, whole->body, loop->span);
		return then_do(desugar, value, next_turn(desugar, loop, NULL));
	}
	value = new_expression(desugar, EXPRESSION_CASE, loop->span);
	value->cases.subject = state_of(desugar, loop);
	value->cases.otherwise = RAISE_CASE_CLAUSE;
	value->cases.clauses = desugar_clauses(desugar, whole->body, loop->span);
	return next_turn(desugar, loop, value);
}

/* Elements that do not match are left out. */
static struct expression *skip(struct desugar *desugar, const struct comprehension *whole,
			       const struct making *loop)
{
	return next_turn(desugar, loop, whole->reduces ? state_of(desugar, loop) : NULL);
}

/* case element do pattern when guard -> rest; _ -> next end */
static struct expression *for_element(struct desugar *desugar, const struct comprehension *whole,
				      size_t n, const struct term *pattern,
				      const struct making *loop)
{
	struct expression *cases = new_expression(desugar, EXPRESSION_CASE, loop->span);
	const struct variable *outer = desugar->variables;
	struct clause *clause;

	cases->cases.subject = element_of(desugar, loop);
	cases->cases.otherwise = RAISE_CASE_CLAUSE;
	clause = open_clause(desugar, pattern, loop->span);
	clause->body = for_rest(desugar, whole, n + 1, loop);
	close_scope(desugar, outer);
	cases->cases.clauses = clause;
	clause->next = kind_clause(desugar, PATTERN_ANY, skip(desugar, whole, loop));
	return cases;
}

/* The loop of the n-th qualifier; `state` is what it begins with, NULL without :reduce. */
static struct expression *for_loop(struct desugar *desugar, const struct comprehension *whole,
				   size_t n, struct expression *state, struct span span)
{
	const struct term *generator = term_item(whole->qualifiers, n);
	struct expression *body, *otherwise;
	struct source source;
	struct making loop;
	struct form arrow;

	if (!form_of(generator, &arrow) || !arrow.name || strcmp(arrow.name, "<-") != 0)
		return refuse(desugar, span, "a `for` over the bytes of a binary", NULL);
	if (!nesting_enter(desugar->compile, span))
		return new_expression(desugar, EXPRESSION_POISON, span);
	if (!desugar_source(desugar, term_item(arrow.arguments, 1), span, "a `for`", &source)) {
		nesting_leave(desugar->compile);
		return new_expression(desugar, EXPRESSION_POISON, span);
	}
	loop = begin_loop(desugar, &source, span);
	if (state)
		add_state(desugar, &loop, state);
	begin_body(desugar, &loop);
	body = for_element(desugar, whole, n, term_item(arrow.arguments, 0), &loop);
	otherwise = state ? state_of(desugar, &loop) : list_value(desugar, span);
	nesting_leave(desugar->compile);
	return end_loop(desugar, &loop, body, otherwise);
}

static bool is_generator(const struct term *qualifier)
{
	struct form form;

	return form_of(qualifier, &form) && form.name &&
	       (strcmp(form.name, "<-") == 0 || strcmp(form.name, "<<>>") == 0);
}

/* The qualifiers from the n-th on, inside of `loop`; ends with the loop's next turn. */
static struct expression *for_rest(struct desugar *desugar, const struct comprehension *whole,
				   size_t n, const struct making *loop)
{
	const struct term *qualifier = term_item(whole->qualifiers, n);
	struct expression *condition, *inner, *rest;
	const struct variable *outer = desugar->variables;

	if (n + 1 >= term_count(whole->qualifiers))
		return for_body(desugar, whole, loop);
	if (!nesting_enter(desugar->compile, loop->span))
		return new_expression(desugar, EXPRESSION_POISON, loop->span);
	if (is_generator(qualifier)) {
		inner = for_loop(desugar, whole, n, whole->reduces ? state_of(desugar, loop) : NULL,
				 loop->span);
		rest = whole->reduces ? next_turn(desugar, loop, inner)
				      : then_do(desugar, inner, next_turn(desugar, loop, NULL));
	} else {
		condition = desugar_expression(desugar, qualifier, loop->span);
		rest = for_rest(desugar, whole, n + 1, loop);
		rest = choice(desugar, condition, rest, skip(desugar, whole, loop));
		close_scope(desugar, outer);
	}
	nesting_leave(desugar->compile);
	return rest;
}

static struct expression *refuse_option(struct desugar *desugar, const struct term *options,
					struct span span)
{
	const struct term *into = term_get(options, "into");

	if (into && !(into->kind == TERM_LIST && !term_count(into)))
		return refuse(desugar, span, "`for` with `into:`",
			      "put the values into a `defmap` map in its body, or collect them "
			      "with `reduce:`");
	if (term_is_atom(term_get(options, "uniq"), "true"))
		return refuse(
			desugar, span, "`for` with `uniq:`",
			"use each value where it comes, and `reduce:` to keep what is needed");
	return NULL;
}

/* A pattern that takes everything: a variable. */
static bool is_plain(const struct term *pattern)
{
	struct form form;

	return form_of(pattern, &form) && form.name && form.arguments->kind == TERM_ATOM;
}

/* [case item0 do x -> body end, case item1 do x -> body end] */
static struct expression *for_kept(struct desugar *desugar, const struct term *pattern,
				   const struct term *body, const struct source *source,
				   struct span span)
{
	struct making making = begin_loop(desugar, source, span);
	struct expression *list = new_list(desugar, kept_count(source), span);

	for (size_t i = 0; i < list->data.count; i++) {
		struct expression *cases = new_expression(desugar, EXPRESSION_CASE, span);
		const struct variable *outer = desugar->variables;

		cases->cases.subject = kept_element(desugar, source, &making, i);
		cases->cases.otherwise = RAISE_CASE_CLAUSE;
		cases->cases.clauses = open_clause(desugar, pattern, span);
		cases->cases.clauses->body = desugar_expression(desugar, body, span);
		close_scope(desugar, outer);
		list->data.items[i] = cases;
	}
	return making.bound ? then_do(desugar, making.bound, list) : list;
}

/* A literal list, or a range whose bounds are literals, which is a struct already. */
static bool is_small_source(const struct term *source)
{
	struct form form;

	return source && (source->kind == TERM_LIST ||
			  (form_of(source, &form) && form.name && strcmp(form.name, "%{}") == 0));
}

/* One generator, no filter, and few elements: its list is kept. NULL otherwise. */
static struct expression *desugar_kept_for(struct desugar *desugar,
					   const struct comprehension *whole, struct span span)
{
	struct source source;
	struct form arrow;

	if (whole->reduces || term_count(whole->qualifiers) != 2 ||
	    !form_of(term_item(whole->qualifiers, 0), &arrow) || !arrow.name ||
	    strcmp(arrow.name, "<-") != 0 || !is_plain(term_item(arrow.arguments, 0)) ||
	    !is_small_source(term_item(arrow.arguments, 1)) ||
	    !desugar_source(desugar, term_item(arrow.arguments, 1), span, "a `for`", &source) ||
	    !kept_count(&source))
		return NULL;
	return for_kept(desugar, term_item(arrow.arguments, 0), whole->body, &source, span);
}

struct expression *desugar_for(struct desugar *desugar, const struct form *form, struct span span)
{
	size_t count = term_count(form->arguments);
	const struct term *options = term_item(form->arguments, count - 1);
	const struct term *reduce = term_get(options, "reduce");
	struct comprehension whole = { .qualifiers = form->arguments,
				       .body = term_get(options, "do"),
				       .reduces = reduce };
	const struct variable *outer = desugar->variables;
	struct expression *refused = refuse_option(desugar, options, span);
	struct expression *loop, *state = NULL, *bound = NULL;
	struct variable *initial;

	if (refused)
		return refused;
	loop = desugar_kept_for(desugar, &whole, span);
	if (loop)
		return loop;
	if (reduce) {
		initial = made_variable(desugar, "initial", span);
		bound = bind_hidden(desugar, initial, desugar_expression(desugar, reduce, span));
		state = read_variable(desugar, initial, span);
	}
	loop = for_loop(desugar, &whole, 0, state, span);
	close_scope(desugar, outer);
	return bound ? then_do(desugar, bound, loop) : loop;
}
