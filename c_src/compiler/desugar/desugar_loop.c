/* SPDX-License-Identifier: Apache-2.0 */
/*
 * `for`, and the functions of Enum, as loops of the core syntax:
 *
 *	Enum.reduce(0..n, 0, fn i, acc -> i + acc end)
 *	loop over 0..n, element i, state acc = 0: next(i + acc); otherwise acc
 *
 * What the loop goes over is any expression: infer sees whether it is a range, a list or an array.
 */
#include "compiler/desugar/desugar_loop.h"

#include "compiler/syntax/sequence.h"

struct making begin_loop(struct desugar *desugar, const struct source *source, struct span span)
{
	struct loop *loop = ARENA_NEW(desugar->compile->arena, struct loop);
	struct making making = { .loop = loop, .span = span };

	loop->source = source->items ? desugar_expression(desugar, source->items, span)
				     : source->value;
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
	desugar->loop_depth++;
}

struct expression *end_loop(struct desugar *desugar, struct making *making, struct expression *body,
			    struct expression *otherwise)
{
	struct expression *expression;

	making->loop->end_expression = desugar->function->expression_count;
	desugar->loop_depth--;
	expression = new_expression(desugar, EXPRESSION_LOOP, making->span);
	making->loop->body = body;
	making->loop->otherwise = otherwise;
	expression->loop = making->loop;
	return expression;
}

struct expression *state_of(struct desugar *desugar, const struct making *making)
{
	return read_variable(desugar, making->loop->states[0].variable, making->span);
}

struct expression *element_of(struct desugar *desugar, const struct making *making)
{
	return read_variable(desugar, making->loop->element, making->span);
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

/* The numbers of a range of literals, when they are few: how many; 0 otherwise. */
static size_t small_range(const struct expression *range, int64_t *first, int64_t *step)
{
	int64_t values[] = { 0, 0, 0 };
	int64_t count;

	if (range->kind != EXPRESSION_SEQUENCE ||
	    (range->sequence_call.function->kind != SEQUENCE_NEW &&
	     range->sequence_call.function->kind != SEQUENCE_NEW_STEPPED))
		return 0;
	for (size_t i = 0; i < range->sequence_call.count; i++) {
		const struct expression *part = range->sequence_call.arguments[i];

		if (part->kind != EXPRESSION_INTEGER || part->integer.magnitude > INT32_MAX)
			return 0;
		values[i] = (int64_t)part->integer.magnitude * (part->integer.is_negative ? -1 : 1);
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
	return small_range(source->value, &first, &step);
}

static void bind_items(struct desugar *desugar, const struct term *list, struct keeping *keeping)
{
	size_t count = term_count(list);

	keeping->items = ARENA_ARRAY(desugar->compile->arena, struct variable *, count);
	for (size_t i = 0; i < count; i++) {
		struct expression *item =
			desugar_expression(desugar, term_item(list, i), keeping->span);
		struct expression *match;

		keeping->items[i] = made_variable(desugar, "item", keeping->span);
		match = bind_hidden(desugar, keeping->items[i], item);
		keeping->bound = keeping->bound ? then_do(desugar, keeping->bound, match) : match;
	}
}

struct keeping begin_kept(struct desugar *desugar, const struct source *source, struct span span)
{
	struct keeping keeping = { .span = span };

	if (source->items)
		bind_items(desugar, source->items, &keeping);
	else
		small_range(source->value, &keeping.first, &keeping.step);
	keeping.list = new_expression(desugar, EXPRESSION_DATA, span);
	keeping.list->data.kind = DATA_LIST;
	keeping.list->data.count = kept_count(source);
	keeping.list->data.items =
		ARENA_ARRAY(desugar->compile->arena, struct expression *, keeping.list->data.count);
	desugar->loop_depth++;
	return keeping;
}

struct expression *kept_element(struct desugar *desugar, const struct keeping *keeping, size_t n)
{
	int64_t number = keeping->first + keeping->step * (int64_t)n;
	struct expression *literal;

	if (keeping->items)
		return read_variable(desugar, keeping->items[n], keeping->span);
	literal = integer_expression(desugar, (uint64_t)(number < 0 ? -number : number),
				     keeping->span);
	literal->integer.is_negative = number < 0;
	return literal;
}

struct expression *end_kept(struct desugar *desugar, const struct keeping *keeping)
{
	desugar->loop_depth--;
	return keeping->bound ? then_do(desugar, keeping->bound, keeping->list) : keeping->list;
}
