/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The function of Enum.reduce_while ends each of its ways with `{:cont, state}` or
 * `{:halt, result}`. Where these stand in the source, the loop needs no tuple: the first becomes
 * {CONT_FORM, [], [state]}, the second its result alone.
 */
#include "compiler/desugar_internal.h"

#include <string.h>

struct marking {
	struct desugar *desugar;
	struct span span;
	bool failed;
};

static const struct term *mark(struct marking *marking, const struct term *term);

static struct term *copy_with(struct marking *marking, const struct term *term, size_t n,
			      const struct term *item)
{
	struct arena *arena = marking->desugar->compile->arena;
	struct term *copy = ARENA_NEW(arena, struct term);
	size_t count = term->sequence.count;

	*copy = *term;
	copy->sequence.items = ARENA_ARRAY(arena, const struct term *, count);
	memcpy(copy->sequence.items, term->sequence.items, count * sizeof(*copy->sequence.items));
	if (n < count)
		copy->sequence.items[n] = item;
	return copy;
}

static const struct term *refuse_tail(struct marking *marking)
{
	if (!marking->failed)
		refuse(marking->desugar, marking->span,
		       "an `Enum.reduce_while` whose function ends with something else than "
		       "`{:cont, state}` or `{:halt, result}`",
		       "end every branch of the function with one of the two");
	marking->failed = true;
	return NULL;
}

static const struct term *mark_pair(struct marking *marking, const struct term *pair)
{
	struct arena *arena = marking->desugar->compile->arena;
	struct term *form, *name, *nothing, *arguments;

	if (term_is_atom(term_item(pair, 0), "halt"))
		return term_item(pair, 1);
	if (!term_is_atom(term_item(pair, 0), "cont"))
		return refuse_tail(marking);
	form = ARENA_NEW(arena, struct term);
	name = ARENA_NEW(arena, struct term);
	nothing = ARENA_NEW(arena, struct term);
	arguments = ARENA_NEW(arena, struct term);
	name->kind = TERM_ATOM;
	name->atom = name_of(&marking->desugar->compile->names, CONT_FORM, strlen(CONT_FORM));
	nothing->kind = TERM_LIST;
	arguments->kind = TERM_LIST;
	arguments->sequence.items = ARENA_ARRAY(arena, const struct term *, 1);
	arguments->sequence.items[0] = term_item(pair, 1);
	arguments->sequence.count = 1;
	form->kind = TERM_TUPLE;
	form->sequence.items = ARENA_ARRAY(arena, const struct term *, 3);
	form->sequence.items[0] = name;
	form->sequence.items[1] = nothing;
	form->sequence.items[2] = arguments;
	form->sequence.count = 3;
	return form;
}

/* [{:->, meta, [patterns, body]}, ...] */
static const struct term *mark_clauses(struct marking *marking, const struct term *list)
{
	struct term *copy = copy_with(marking, list, term_count(list), NULL);

	for (size_t i = 0; i < term_count(list); i++) {
		const struct term *arrow = term_item(list, i);
		const struct term *parts = term_item(arrow, 2);
		const struct term *body = term_item(parts, 1);

		if (!body)
			return refuse_tail(marking);
		copy->sequence.items[i] = copy_with(
			marking, arrow, 2, copy_with(marking, parts, 1, mark(marking, body)));
	}
	return copy;
}

/* [do: clauses], the n-th argument of `case` or `cond` */
static const struct term *mark_branches(struct marking *marking, const struct term *term, size_t n)
{
	const struct term *arguments = term_item(term, 2);
	const struct term *options = term_item(arguments, n);
	const struct term *pair = term_item(options, 0);
	const struct term *clauses = term_item(pair, 1);

	if (!clauses || clauses->kind != TERM_LIST)
		return refuse_tail(marking);
	pair = copy_with(marking, pair, 1, mark_clauses(marking, clauses));
	return copy_with(marking, term, 2,
			 copy_with(marking, arguments, n, copy_with(marking, options, 0, pair)));
}

static bool is_raise(const struct form *form)
{
	const struct term *dot = term_item(form->head, 2);

	return !form->name && term_is_atom(term_item(dot, 0), "erlang") &&
	       term_is_atom(term_item(dot, 1), "error");
}

static const struct term *mark(struct marking *marking, const struct term *term)
{
	struct form form;
	size_t count;

	if (term->kind == TERM_TUPLE && term->sequence.count == 2)
		return mark_pair(marking, term);
	if (!form_of(term, &form))
		return refuse_tail(marking);
	if (is_raise(&form))
		return term;
	if (!form.name)
		return refuse_tail(marking);
	count = term_count(form.arguments);
	if (strcmp(form.name, "{}") == 0 && count == 2)
		return mark_pair(marking, form.arguments);
	if (strcmp(form.name, "case") == 0 && count == 2)
		return mark_branches(marking, term, 1);
	if (strcmp(form.name, "cond") == 0 && count == 1)
		return mark_branches(marking, term, 0);
	if (strcmp(form.name, "__block__") == 0 && count)
		return copy_with(marking, term, 2,
				 copy_with(marking, form.arguments, count - 1,
					   mark(marking, term_item(form.arguments, count - 1))));
	return refuse_tail(marking);
}

const struct term *mark_tails(struct desugar *desugar, const struct term *clauses, struct span span)
{
	struct marking marking = { .desugar = desugar, .span = span };

	if (!clauses)
		return refuse_tail(&marking);
	clauses = mark_clauses(&marking, clauses);
	return marking.failed ? NULL : clauses;
}
