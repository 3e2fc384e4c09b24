/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Ranges: as values, and counted. What is counted is the difference of the bounds, in the
 * direction of the step, divided by its magnitude: numbers of 64 bits without a sign, of which
 * none wraps.
 */
#include "compiler/lower/lower_sequence.h"

#include "compiler/lower/lower_data.h"

static bool is_known(const struct value *value)
{
	return value->type.range.low == value->type.range.high;
}

static struct ir_value *is_ordered(struct lower *lower, const struct value *a,
				   const struct value *b)
{
	return compare_integers(lower, OPERATOR_LESS_EQUAL, a, b);
}

static struct ir_value *u64(struct lower *lower, wide value)
{
	return constant(lower, IR_U64, value);
}

static struct value zero(struct lower *lower)
{
	return integer_value(type_integer(INTEGER_S64, 0, 0), constant(lower, IR_S64, 0));
}

/* ----- first..last//step ---------------------------------------------------------------------- */

/* A part that is no integer raises. */
static struct value checked_part(struct lower *lower, const struct expression *range,
				 struct value value, unsigned raises)
{
	struct type type = type_only_integer(value.type);
	struct ir_value *is_integer;

	if (typed_in(lower, range)->raises & raises) {
		is_integer = has_tag(lower, &value, TAG_INTEGER);
		if (is_integer)
			raise_if(lower, opposite(lower, is_integer), RAISE_ARGUMENT,
				 range->span.line,
				 raises == RAISES_PART ? "the step of a range was no integer"
						       : "a bound of a range was no integer");
	}
	return as(lower, value, &type);
}

bool lower_range_parts(struct lower *lower, const struct expression *range,
		       struct sequence_value *sequence)
{
	static const unsigned raises[] = { RAISES_LEFT, RAISES_RIGHT, RAISES_PART };
	size_t count = range->sequence_call.count;
	struct value parts[3] = { { .payload = NULL } };

	for (size_t i = 0; i < count; i++) {
		parts[i] = lower_expression(lower, range->sequence_call.arguments[i], USED);
		if (lower->block->is_closed)
			return false;
	}
	for (size_t i = 0; i < count; i++)
		parts[i] = checked_part(lower, range, parts[i], raises[i]);
	*sequence = (struct sequence_value){ .kind = SEQUENCE_IS_RANGE,
					     .first = parts[0],
					     .last = parts[1],
					     .is_auto = count == 2 };
	if (sequence->is_auto) {
		const struct type *step = &typed_in(lower, range)->type.data->elements[RANGE_STEP];

		sequence->known_step = step->range.low == step->range.high ? step->range.low : 0;
		return true;
	}
	sequence->step = parts[2];
	if (is_known(&parts[2]))
		sequence->known_step = parts[2].type.range.low;
	if (typed_in(lower, range)->raises & RAISES_ZERO)
		raise_if(lower,
			 assign(lower, IR_S64, IR_EQUAL, parts[2].payload,
				constant(lower, parts[2].payload->type, 0)),
			 RAISE_ARGUMENT, range->span.line, "the step of a range was 0");
	return true;
}

/* 1, or -1 where the last number is below the first */
static struct value step_of_bounds(struct lower *lower, const struct sequence_value *range,
				   const struct type *type)
{
	struct ir_block *block = lower->block;
	struct ir_value *step;

	if (type->range.low == type->range.high)
		return integer_value(*type, constant(lower, IR_S64, type->range.low));
	step = declare(lower, IR_S64, -1, "step");
	add_if(lower, is_ordered(lower, &range->first, &range->last));
	set(lower, step, constant(lower, IR_S64, 1));
	lower->block = block;
	settle(lower, step);
	return integer_value(*type, step);
}

struct value lower_range(struct lower *lower, const struct expression *range)
{
	const struct type *type = &typed_in(lower, range)->type;
	struct value *parts = ARENA_ARRAY(lower->compile->arena, struct value, RANGE_PARTS);
	struct sequence_value sequence;

	if (!lower_range_parts(lower, range, &sequence))
		return none_value();
	parts[RANGE_STRUCT] = atom_value(lower, type->data->elements[RANGE_STRUCT].atoms.ids[0]);
	parts[RANGE_FIRST] = sequence.first;
	parts[RANGE_LAST] = sequence.last;
	parts[RANGE_STEP] = sequence.is_auto ? step_of_bounds(lower, &sequence,
							      &type->data->elements[RANGE_STEP])
					     : sequence.step;
	return data_value(lower, type->data->shape, parts);
}

/* ----- going over one ------------------------------------------------------------------------- */

/*
 * turns = (to - from) / step + 1, and where the difference is more than there can be turns, just
 * that number and one: the sum must not wrap.
 */
static void set_turns(struct lower *lower, struct ir_value *turns, uint64_t most, struct value from,
		      struct value to, struct ir_value *step)
{
	struct ir_value *difference = assign(lower, IR_U64, IR_SUBTRACT,
					     as_type(lower, to.payload, IR_U64),
					     as_type(lower, from.payload, IR_U64));
	struct ir_value *limit = u64(lower, most);
	struct ir_block *block = lower->block;
	struct ir_statement *branch;

	if (step)
		difference = assign(lower, IR_U64, IR_DIVIDE_UNSIGNED, difference, step);
	difference->name = "difference";
	branch = add_if(lower, assign(lower, IR_S64, IR_LESS, difference, limit));
	set(lower, turns, assign(lower, IR_U64, IR_ADD, difference, u64(lower, 1)));
	lower->block = branch->branch.otherwise;
	set(lower, turns, assign(lower, IR_U64, IR_ADD, limit, u64(lower, 1)));
	lower->block = block;
}

/* The bounds and the step are known, and there are elements. */
static struct ir_value *known_turns(struct lower *lower, struct sequence_value *range,
				    uint64_t most)
{
	wide difference = range->last.type.range.low - range->first.type.range.low;
	wide asked;

	if (!range->known_step)
		range->known_step = difference < 0 ? -1 : 1;
	asked = range->known_step < 0 ? -difference / -range->known_step + 1
				      : difference / range->known_step + 1;
	return u64(lower, asked > (wide)most ? (wide)most + 1 : asked);
}

static void set_turns_by_direction(struct lower *lower, struct sequence_value *range,
				   struct ir_value *turns, uint64_t most)
{
	struct ir_block *block = lower->block;
	struct ir_statement *branch;

	range->direction = declare(lower, IR_S64, 1, "direction");
	branch = add_if(lower, is_ordered(lower, &range->first, &range->last));
	set_turns(lower, turns, most, range->first, range->last, NULL);
	lower->block = branch->branch.otherwise;
	set_turns(lower, turns, most, range->last, range->first, NULL);
	set(lower, range->direction, constant(lower, IR_S64, -1));
	lower->block = block;
	settle(lower, range->direction);
}

static struct ir_value *magnitude(struct lower *lower, const struct sequence_value *range,
				  bool is_up)
{
	wide known = is_up ? range->known_step : -range->known_step;
	struct ir_value *step;

	if (known)
		return known == 1 ? NULL : u64(lower, known);
	step = as_type(lower, range->step.payload, IR_U64);
	return is_up ? step : assign(lower, IR_U64, IR_SUBTRACT, u64(lower, 0), step);
}

static void set_turns_one_way(struct lower *lower, const struct sequence_value *range,
			      struct ir_value *turns, uint64_t most, bool is_up)
{
	struct value from = is_up ? range->first : range->last;
	struct value to = is_up ? range->last : range->first;
	struct ir_block *block = lower->block;

	add_if(lower, is_ordered(lower, &from, &to));
	set_turns(lower, turns, most, from, to, magnitude(lower, range, is_up));
	lower->block = block;
}

static struct ir_value *goes_up(struct lower *lower, const struct sequence_value *range)
{
	struct value none = zero(lower);

	return compare_integers(lower, OPERATOR_LESS, &none, &range->step);
}

static void set_turns_by_step(struct lower *lower, const struct sequence_value *range,
			      struct ir_value *turns, uint64_t most)
{
	struct range step = range->step.type.range;
	struct ir_block *block = lower->block;
	struct ir_statement *branch;

	if (step.low > 0 || step.high < 0) {
		set_turns_one_way(lower, range, turns, most, step.low > 0);
		return;
	}
	branch = add_if(lower, goes_up(lower, range));
	set_turns_one_way(lower, range, turns, most, true);
	lower->block = branch->branch.otherwise;
	set_turns_one_way(lower, range, turns, most, false);
	lower->block = block;
}

struct ir_value *range_turns(struct lower *lower, struct sequence_value *range, uint64_t most)
{
	const struct value *first = &range->first, *last = &range->last;
	struct ir_value *turns;

	if (is_known(first) && is_known(last) && (range->is_auto || range->known_step))
		return known_turns(lower, range, most);
	turns = declare(lower, IR_U64, 0, "turns");
	if (range->known_step) {
		set_turns_one_way(lower, range, turns, most, range->known_step > 0);
	} else if (range->is_auto) {
		set_turns_by_direction(lower, range, turns, most);
	} else {
		set_turns_by_step(lower, range, turns, most);
		range->direction = range->step.payload;
	}
	settle(lower, turns);
	return turns;
}

/* element = first + turn * step */
struct value range_element(struct lower *lower, const struct sequence_value *range,
			   struct ir_value *turn, const struct type *type)
{
	enum ir_type kind = payload_type(type);
	struct ir_value *offset = as_type(lower, turn, kind);
	struct ir_value *first = as_type(lower, range->first.payload, kind);

	if (range->direction)
		offset = assign(lower, kind, IR_MULTIPLY, offset,
				as_type(lower, range->direction, kind));
	else if (range->known_step != 1)
		offset = assign(lower, kind, IR_MULTIPLY, offset,
				as_type(lower, constant(lower, IR_S64, range->known_step), kind));
	if (first->kind != IR_CONSTANT || first->constant)
		offset = assign(lower, kind, IR_ADD, first, offset);
	return integer_value(*type, offset);
}

/* ----- what is asked of one ------------------------------------------------------------------- */

static void set_span(struct lower *lower, const struct sequence_value *range,
		     const struct range_span *span, bool is_up)
{
	const struct value *from = is_up ? &range->first : &range->last;
	const struct value *to = is_up ? &range->last : &range->first;
	struct ir_block *block = lower->block;
	struct ir_value *difference, *step;

	add_if(lower, is_ordered(lower, from, to));
	difference = assign(lower, IR_U64, IR_SUBTRACT, as_type(lower, to->payload, IR_U64),
			    as_type(lower, from->payload, IR_U64));
	step = magnitude(lower, range, is_up);
	if (step)
		difference = assign(lower, IR_U64, IR_DIVIDE_UNSIGNED, difference, step);
	set(lower, span->others, difference);
	set(lower, span->has_any, constant(lower, IR_S64, 1));
	lower->block = block;
}

struct range_span range_span(struct lower *lower, const struct sequence_value *range)
{
	struct range_span span = { .has_any = declare(lower, IR_S64, 0, "has_any"),
				   .others = declare(lower, IR_U64, 0, "others") };
	struct range step = range->step.type.range;
	struct ir_block *block = lower->block;
	struct ir_statement *branch;

	if (step.low > 0 || step.high < 0) {
		set_span(lower, range, &span, step.low > 0);
	} else {
		branch = add_if(lower, goes_up(lower, range));
		set_span(lower, range, &span, true);
		lower->block = branch->branch.otherwise;
		set_span(lower, range, &span, false);
		lower->block = block;
	}
	settle(lower, span.has_any);
	settle(lower, span.others);
	return span;
}

static void set_if_inside(struct lower *lower, const struct sequence_value *range,
			  const struct value *integer, struct ir_value *is, bool is_up)
{
	const struct value *low = is_up ? &range->first : &range->last;
	const struct value *high = is_up ? &range->last : &range->first;
	struct ir_value *a = as_type(lower, integer->payload, IR_U64);
	struct ir_value *b = as_type(lower, range->first.payload, IR_U64);
	struct ir_block *block = lower->block;
	struct ir_value *distance, *step;

	add_if(lower, is_ordered(lower, low, integer));
	add_if(lower, is_ordered(lower, integer, high));
	distance = assign(lower, IR_U64, IR_SUBTRACT, is_up ? a : b, is_up ? b : a);
	step = magnitude(lower, range, is_up);
	if (step)
		distance = assign(lower, IR_U64, IR_REMAINDER_UNSIGNED, distance, step);
	set(lower, is,
	    step ? assign(lower, IR_S64, IR_EQUAL, distance, u64(lower, 0))
		 : constant(lower, IR_S64, 1));
	lower->block = block;
}

struct ir_value *range_has(struct lower *lower, const struct sequence_value *range,
			   const struct value *integer)
{
	struct ir_value *is = declare(lower, IR_S64, 0, "is_member");
	struct range step = range->step.type.range;
	struct ir_block *block = lower->block;
	struct ir_statement *branch;

	if (step.low > 0 || step.high < 0) {
		set_if_inside(lower, range, integer, is, step.low > 0);
	} else {
		branch = add_if(lower, goes_up(lower, range));
		set_if_inside(lower, range, integer, is, true);
		lower->block = branch->branch.otherwise;
		set_if_inside(lower, range, integer, is, false);
		lower->block = block;
	}
	settle(lower, is);
	return is;
}
