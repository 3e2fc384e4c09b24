/* SPDX-License-Identifier: Apache-2.0 */
/*
 * `for`, and the functions of Enum, as loops of the core syntax:
 *
 *	Enum.reduce(0..n, 0, fn i, acc -> i + acc end)
 *	loop over 0..n, element i, state acc = 0: next(i + acc); otherwise acc
 *
 * A literal list is walked by index: its items are computed first, in their order, and the
 * element is `case index do 0 -> item0; 1 -> item1 ... end`.
 */
#include "compiler/desugar_loop.h"

static void bind_items(struct desugar *desugar, struct making *making)
{
	size_t count = term_count(making->list);

	making->items = ARENA_ARRAY(desugar->compile->arena, struct variable *, count);
	for (size_t i = 0; i < count; i++) {
		struct expression *item =
			desugar_expression(desugar, term_item(making->list, i), making->span);
		struct expression *match;

		making->items[i] = made_variable(desugar, "item", making->span);
		match = bind_hidden(desugar, making->items[i], item);
		making->bound = making->bound ? then_do(desugar, making->bound, match) : match;
	}
}

struct making begin_loop(struct desugar *desugar, const struct source *source, struct span span)
{
	struct loop *loop = ARENA_NEW(desugar->compile->arena, struct loop);
	struct making making = { .loop = loop, .list = source->items, .span = span };

	if (source->items) {
		size_t count = term_count(source->items);

		bind_items(desugar, &making);
		loop->is_walk = true;
		loop->first = integer_expression(desugar, 0, span);
		loop->last = integer_expression(desugar, count ? count - 1 : 0, span);
		loop->step = integer_expression(desugar, 1, span);
		if (!count)
			loop->first->integer.magnitude = 1;
	} else {
		loop->first = source->first;
		loop->last = source->last;
		loop->step = source->step;
	}
	loop->element = made_variable(desugar, "element", span);
	return making;
}

void add_state(struct desugar *desugar, struct making *making, struct expression *initial)
{
	struct loop *loop = making->loop;

	loop->states = ARENA_ARRAY(desugar->compile->arena, struct loop_state, 1);
	loop->states[0].initial = initial;
	loop->states[0].variable = made_variable(desugar, "acc", making->span);
	loop->state_count = 1;
}

void begin_body(struct desugar *desugar, struct making *making)
{
	making->loop->first_expression = desugar->function->expression_count;
}

struct expression *end_loop(struct desugar *desugar, struct making *making, struct expression *body,
			    struct expression *otherwise)
{
	struct expression *expression;

	making->loop->end_expression = desugar->function->expression_count;
	expression = new_expression(desugar, EXPRESSION_LOOP, making->span);
	making->loop->body = body;
	making->loop->otherwise = otherwise;
	expression->loop = making->loop;
	return making->bound ? then_do(desugar, making->bound, expression) : expression;
}

struct expression *state_of(struct desugar *desugar, const struct making *making)
{
	return read_variable(desugar, making->loop->states[0].variable, making->span);
}

/* case index do 0 -> item0; 1 -> item1; _ -> item2 end */
static struct expression *walked_item(struct desugar *desugar, const struct making *making)
{
	struct expression *cases = new_expression(desugar, EXPRESSION_CASE, making->span);
	struct clause **end = &cases->cases.clauses;
	size_t count = term_count(making->list);

	cases->cases.subject = read_variable(desugar, making->loop->element, making->span);
	cases->cases.otherwise = RAISE_CASE_CLAUSE;
	for (size_t i = 0; i < count; i++) {
		bool is_last = i + 1 == count;
		struct expression *item = read_variable(desugar, making->items[i], making->span);

		*end = kind_clause(desugar, is_last ? PATTERN_ANY : PATTERN_INTEGER, item);
		(*end)->patterns[0]->integer.magnitude = i;
		end = &(*end)->next;
	}
	return cases;
}

struct expression *element_of(struct desugar *desugar, const struct making *making)
{
	if (!making->list)
		return read_variable(desugar, making->loop->element, making->span);
	if (!term_count(making->list))
		return atom_expression(desugar, "nil", making->span);
	return walked_item(desugar, making);
}

struct expression *next_turn(struct desugar *desugar, const struct making *making,
			     struct expression *state)
{
	struct expression *next = new_expression(desugar, EXPRESSION_NEXT, making->span);

	next->next.loop = making->loop;
	next->next.states = ARENA_ARRAY(desugar->compile->arena, struct expression *, 1);
	next->next.states[0] = state;
	return next;
}

struct expression *list_value(struct desugar *desugar, struct span span)
{
	return new_expression(desugar, EXPRESSION_UNKEPT, span);
}

#define MOST_KEPT 16

/* The numbers of a range of literals, when they are few: how many; 0 otherwise. */
static size_t small_range(const struct source *source, int64_t *first, int64_t *step)
{
	const struct expression *parts[] = { source->first, source->last, source->step };
	int64_t values[] = { 0, 0, 0 };
	int64_t count;

	for (size_t i = 0; i < 3; i++) {
		if (!parts[i] && i == 2)
			break;
		if (parts[i]->kind != EXPRESSION_INTEGER || parts[i]->integer.magnitude > INT32_MAX)
			return 0;
		values[i] = (int64_t)parts[i]->integer.magnitude *
			    (parts[i]->integer.is_negative ? -1 : 1);
	}
	*first = values[0];
	*step = values[2] ? values[2] : values[1] < values[0] ? -1 : 1;
	count = (values[1] - values[0]) / *step + 1;
	return count > 0 && count <= MOST_KEPT && (values[1] - values[0]) * *step >= 0
		       ? (size_t)count
		       : 0;
}

size_t kept_count(const struct source *source)
{
	int64_t first, step;
	size_t count = term_count(source->items);

	if (source->items)
		return count <= MOST_KEPT ? count : 0;
	return small_range(source, &first, &step);
}

struct expression *kept_element(struct desugar *desugar, const struct source *source,
				const struct making *making, size_t n)
{
	int64_t first = 0, step = 0;
	struct expression *number;

	if (source->items)
		return read_variable(desugar, making->items[n], making->span);
	small_range(source, &first, &step);
	first += step * (int64_t)n;
	number = integer_expression(desugar, (uint64_t)(first < 0 ? -first : first), making->span);
	number->integer.is_negative = first < 0;
	return number;
}

struct expression *new_list(struct desugar *desugar, size_t count, struct span span)
{
	struct expression *list = new_expression(desugar, EXPRESSION_DATA, span);

	list->data.kind = DATA_LIST;
	list->data.count = count;
	list->data.items = ARENA_ARRAY(desugar->compile->arena, struct expression *, count);
	return list;
}
