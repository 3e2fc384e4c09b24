/* SPDX-License-Identifier: Apache-2.0 */
/* Ranges: the types of their bounds and of their step, and how many elements these leave possible. */
#include "compiler/infer/infer_loop.h"

static wide smaller(wide a, wide b)
{
	return a < b ? a : b;
}

static wide greater(wide a, wide b)
{
	return a > b ? a : b;
}

/* ----- first..last//step ---------------------------------------------------------------------- */

/* False when the part is certainly no integer, or has no value, which its type then says. */
static bool infer_part(struct infer *infer, const struct expression *range, size_t n,
		       unsigned raises, struct type *type)
{
	const struct expression *part = range->sequence_call.arguments[n];

	*type = infer_expression(infer, part);
	if (type_is_none(type) || type->is_poison)
		return false;
	if (may_be_no_integer(infer, part, type, "a range"))
		mark_raise(infer, range, raises);
	if (type->integer == INTEGER_NONE)
		*type = type_poison();
	return !type->is_poison;
}

static struct type step_of_bounds(const struct type *first, const struct type *last)
{
	bool never_down = first->range.high <= last->range.low;
	bool never_up = first->range.low > last->range.high;

	return type_integer(INTEGER_S64, never_down ? 1 : -1, never_up ? -1 : 1);
}

static bool infer_step(struct infer *infer, const struct expression *range, struct type *step)
{
	const struct expression *written = range->sequence_call.arguments[2];

	if (!infer_part(infer, range, 2, RAISES_PART, step))
		return false;
	if (step->range.low > 0 || step->range.high < 0)
		return true;
	mark_raise(infer, range, RAISES_ZERO);
	if (step->range.low != step->range.high)
		return true;
	error_at(&infer->compile->diagnostics, operand_span(written, range), CODE_ALWAYS_FAILS,
		 "the step of this range is 0");
	*step = type_poison();
	return false;
}

/* Where what computes an end of the range begins; of a range itself no column is known. */
static struct span span_of_part(const struct expression *range, const struct expression *part)
{
	struct span span = operand_span(part, range);
	const struct expression *left = part;

	while (left->kind == EXPRESSION_OPERATOR)
		left = left->operation.left;
	if (left->span.line == span.line && left->span.column && left->span.column < span.column)
		span.column = left->span.column;
	return span;
}

static void warn_of_direction(struct infer *infer, const struct expression *range,
			      const struct type *first, const struct type *last)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	const struct expression *written = range->sequence_call.arguments[1];
	struct diagnostic *diagnostic;

	if (first->range.high <= last->range.low || first->range.low >= last->range.high)
		return;
	diagnostic = warn_at(diagnostics, span_of_part(range, written), CODE_COUNTS_DOWN,
			     "this range counts down where its last number is below its first");
	diagnostic_hint(diagnostics, diagnostic,
			"say that it goes up, and is empty then: `first..last//1`");
}

struct type infer_range(struct infer *infer, const struct expression *range)
{
	struct type *parts = ARENA_ARRAY(infer->compile->arena, struct type, RANGE_PARTS);
	bool has_step = range->sequence_call.count == 3;
	bool is_right = infer_part(infer, range, 0, RAISES_LEFT, &parts[RANGE_FIRST]);

	is_right = infer_part(infer, range, 1, RAISES_RIGHT, &parts[RANGE_LAST]) && is_right;
	if (has_step)
		is_right = infer_step(infer, range, &parts[RANGE_STEP]) && is_right;
	for (size_t i = RANGE_FIRST; !is_right && i < (has_step ? RANGE_PARTS : RANGE_STEP); i++) {
		if (type_is_none(&parts[i]))
			return type_none();
	}
	if (!is_right)
		return type_poison();
	if (!has_step) {
		warn_of_direction(infer, range, &parts[RANGE_FIRST], &parts[RANGE_LAST]);
		parts[RANGE_STEP] = step_of_bounds(&parts[RANGE_FIRST], &parts[RANGE_LAST]);
	}
	for (size_t i = RANGE_FIRST; i < RANGE_PARTS; i++) {
		parts[i] = type_only_integer(parts[i]);
		parts[i].is_literal = false;
	}
	parts[RANGE_STRUCT] = type_atom(
		infer->compile, atom_id(infer->compile, &infer->typed_unit->atoms, "Elixir.Range"));
	return type_data(infer->compile, range_shape(infer->compile), parts);
}

/* ----- how many elements ---------------------------------------------------------------------- */

struct bounds bounds_of(const struct type *range, const struct expression *expression)
{
	const struct type *parts = range->data->elements;

	return (struct bounds){
		.first = parts[RANGE_FIRST],
		.last = parts[RANGE_LAST],
		.step = parts[RANGE_STEP].range,
		.is_auto = expression->kind == EXPRESSION_SEQUENCE &&
			   expression->sequence_call.function->kind == SEQUENCE_NEW,
	};
}

/* The elements that a difference of the bounds makes, in the direction of the step. */
static wide elements_of(wide difference, wide step)
{
	return difference < 0 ? 0 : difference / step + 1;
}

wide most_elements(const struct bounds *b)
{
	wide up = 0, down = 0;

	if (b->step.high > 0)
		up = elements_of(b->last.range.high - b->first.range.low, greater(b->step.low, 1));
	if (b->step.low < 0)
		down = elements_of(b->first.range.high - b->last.range.low,
				   greater(-b->step.high, 1));
	return greater(up, down);
}

wide least_elements(const struct bounds *b)
{
	wide up = b->last.range.low - b->first.range.high;
	wide down = b->first.range.low - b->last.range.high;

	if (b->step.low > 0)
		return elements_of(up, b->step.high);
	if (b->step.high < 0)
		return elements_of(down, -b->step.low);
	return b->is_auto ? greater(greater(up, down), 0) + 1 : 0;
}

struct type range_element_type(struct infer *infer, const struct bounds *b)
{
	struct type type = type_join(infer->compile, b->first, b->last);
	struct range first = b->first.range, last = b->last.range, range, full;

	range.low = b->step.low > 0 ? first.low : smaller(first.low, last.low);
	range.high = b->step.high < 0 ? first.high : greater(first.high, last.high);
	full = range_of_kind(type.integer);
	type.range = range_within(range, full) ? range : full;
	return type;
}
