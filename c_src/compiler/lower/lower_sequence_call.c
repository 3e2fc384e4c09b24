/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of sequence_function.def. */
#include "compiler/lower/lower_data.h"
#include "compiler/lower/lower_sequence.h"

static const struct type *result_type(struct lower *lower, const struct expression *call)
{
	return &typed_in(lower, call)->type;
}

static const struct type *argument_type(struct lower *lower, const struct expression *call,
					size_t n)
{
	return &typed_in(lower, call->sequence_call.arguments[n])->type;
}

/* ----- numbers and truths --------------------------------------------------------------------- */

/* Of a range it is one more than there are others, or none: none of both is its number of 64 bits. */
static struct value lower_count(struct lower *lower, const struct expression *call,
				const struct value *value)
{
	const struct type *type = result_type(lower, call);
	struct sequence_value sequence = sequence_of(*value);
	struct range_span span;

	if (type->range.low == type->range.high)
		return integer_value(*type, constant(lower, IR_S64, type->range.low));
	span = range_span(lower, &sequence);
	return integer_value(*type, assign(lower, IR_S64, IR_ADD,
					   as_type(lower, span.others, IR_S64), span.has_any));
}

static struct value lower_is_empty(struct lower *lower, const struct expression *call,
				   const struct value *value)
{
	const struct type *type = result_type(lower, call);
	struct sequence_value sequence = sequence_of(*value);

	if (type_is_single_atom(type))
		return atom_value(lower, type->atoms.ids[0]);
	return truth_value(lower, opposite(lower, range_span(lower, &sequence).has_any));
}

/* Of lists of several lengths, the one that the value is. */
static struct value is_in_lists(struct lower *lower, const struct value *values)
{
	const struct value *lists = &values[0];
	struct ir_block *block = lower->block;
	struct ir_value *is;

	if (lists->type.data_count == 1) {
		is = equals_one(lower, &values[1], lists->data[0], lists->type.data->shape->count);
		return is ? truth_value(lower, is) : atom_value(lower, ATOM_TRUE);
	}
	is = declare(lower, IR_S64, 0, "is_member");
	for (size_t i = 0; i < lists->type.data_count; i++) {
		const struct shape *shape = lists->type.data[i].shape;
		struct ir_value *has = has_tag(lower, lists, shape->tag);
		struct ir_value *equals;

		if (has)
			add_if(lower, has);
		equals = equals_one(lower, &values[1], lists->data[i], shape->count);
		set(lower, is, equals ? equals : constant(lower, IR_S64, 1));
		lower->block = block;
	}
	settle(lower, is);
	return truth_value(lower, is);
}

static struct value is_in_array(struct lower *lower, const struct value *values)
{
	size_t count = values[0].type.memory->count;
	struct value *items = ARENA_ARRAY(lower->compile->arena, struct value, count);
	struct ir_value *is;

	for (size_t i = 0; i < count; i++)
		items[i] = known_element(lower, values[0].memory, (wide)i);
	if (lower->block->is_closed)
		return none_value();
	is = equals_one(lower, &values[1], items, count);
	return is ? truth_value(lower, is) : atom_value(lower, ATOM_TRUE);
}

/* What is no integer is in no range. */
static struct value is_in_range(struct lower *lower, const struct value *values)
{
	struct sequence_value range = sequence_of(values[0]);
	struct type integer = type_only_integer(values[1].type);
	struct ir_value *is_integer, *is;
	struct ir_block *block = lower->block;
	struct value wanted;

	if (values[1].type.integer == INTEGER_NONE)
		return atom_value(lower, ATOM_FALSE);
	is = declare(lower, IR_S64, 0, "is_member");
	is_integer = has_tag(lower, &values[1], TAG_INTEGER);
	if (is_integer)
		add_if(lower, is_integer);
	wanted = as(lower, values[1], &integer);
	set(lower, is, range_has(lower, &range, &wanted));
	lower->block = block;
	settle(lower, is);
	return truth_value(lower, is);
}

static struct value lower_is_member(struct lower *lower, const struct expression *call,
				    const struct value *values)
{
	const struct type *type = result_type(lower, call);

	if (type_is_single_atom(type))
		return atom_value(lower, type->atoms.ids[0]);
	switch (sequence_kind_of(&values[0].type)) {
	case SEQUENCE_IS_RANGE:
		return is_in_range(lower, values);
	case SEQUENCE_IS_ARRAY:
		return is_in_array(lower, values);
	case SEQUENCE_IS_LIST:
	case SEQUENCE_IS_NONE:
	case SEQUENCE_IS_BINARY:
	case SEQUENCE_IS_ENTRIES:
		break;
	}
	return is_in_lists(lower, values);
}

/* ----- Enum.at: the index counts from the end when it is negative ----------------------------- */

/* The element's number, and whether there is one. */
struct place_in {
	struct ir_value *number, *is_inside;
};

static struct ir_value *from_start(struct lower *lower, const struct value *index, unsigned count)
{
	struct ir_value *at = index->payload;
	struct ir_value *whole;
	struct ir_block *block = lower->block;

	if (index->type.range.low >= 0)
		return at;
	whole = declare(lower, IR_S64, 0, "index");
	set(lower, whole, at);
	add_if(lower, assign(lower, IR_S64, IR_LESS, at, constant(lower, at->type, 0)));
	set(lower, whole, assign(lower, IR_S64, IR_ADD, at, constant(lower, IR_S64, count)));
	lower->block = block;
	settle(lower, whole);
	return whole;
}

static struct ir_value *is_inside(struct lower *lower, struct ir_value *index, unsigned count)
{
	struct ir_value *below =
		assign(lower, IR_S64, IR_LESS, index, constant(lower, index->type, count));

	if (index->type == IR_U64)
		return below;
	return both(lower, assign(lower, IR_S64, IR_LESS_EQUAL, constant(lower, IR_S64, 0), index),
		    below);
}

/* From the end, the last element is number -1, that before it -2: the other end's bnot. */
static struct place_in place_in_range(struct lower *lower, const struct sequence_value *range,
				      const struct value *index)
{
	struct range_span span = range_span(lower, range);
	struct ir_value *at = as_type(lower, index->payload, IR_U64);
	struct ir_value *number = declare(lower, IR_U64, 0, "index");
	struct ir_value *away = declare(lower, IR_U64, 0, "away");
	struct ir_block *block = lower->block;
	struct place_in place;

	set(lower, number, at);
	set(lower, away, at);
	if (index->type.range.low < 0) {
		add_if(lower, assign(lower, IR_S64, IR_LESS, index->payload,
				     constant(lower, index->payload->type, 0)));
		set(lower, away, assign(lower, IR_U64, IR_BNOT, at, NULL));
		set(lower, number, assign(lower, IR_U64, IR_SUBTRACT, span.others, away));
		lower->block = block;
	}
	settle(lower, number);
	settle(lower, away);
	place.number = number;
	place.is_inside =
		both(lower, span.has_any, assign(lower, IR_S64, IR_LESS_EQUAL, away, span.others));
	return place;
}

static struct place_in place_of_index(struct lower *lower, const struct sequence_value *sequence,
				      const struct value *index)
{
	struct place_in place;

	if (sequence->kind == SEQUENCE_IS_RANGE)
		return place_in_range(lower, sequence, index);
	place.number = from_start(lower, index, (unsigned)sequence->count);
	place.is_inside = is_inside(lower, place.number, (unsigned)sequence->count);
	return place;
}

/* Where the index is certainly inside, what is put first is never seen. */
static struct value lower_chosen(struct lower *lower, const struct expression *call,
				 struct sequence_value *sequence, const struct value *index,
				 const struct value *otherwise)
{
	const struct type *type = result_type(lower, call);
	struct place_in place = place_of_index(lower, sequence, index);
	struct ir_block *block = lower->block;
	struct value result = declare_value(lower, type);
	wide count = (wide)sequence->count;
	bool is_certain = index->type.range.low >= -count && index->type.range.high < count;
	struct type element;

	if (!is_certain)
		set_value(lower, &result, *otherwise);
	add_if(lower, place.is_inside);
	if (sequence->kind == SEQUENCE_IS_RANGE) {
		sequence->direction = sequence->known_step ? NULL : sequence->step.payload;
		element = type_join(lower->compile, sequence->first.type, sequence->last.type);
		element.range = range_of_kind(element.integer);
	} else {
		element = *type;
	}
	set_value(lower, &result, sequence_element(lower, sequence, place.number, &element));
	lower->block = block;
	settle_value(lower, &result);
	return result;
}

static struct value lower_at(struct lower *lower, const struct expression *call,
			     struct value *values)
{
	const struct expression *at = call->sequence_call.arguments[1];
	struct value *index = &values[1], nothing = atom_value(lower, ATOM_NIL);
	const struct value *otherwise = call->sequence_call.count == 3 ? &values[2] : &nothing;
	struct sequence_value sequence = sequence_of(values[0]);
	wide count = (wide)sequence.count;
	struct range range = index->type.range;

	index->payload = lower_integer(lower, call, at, *index,
				       type_is_integer(&index->type) ? 0 : RAISES_PART,
				       "`Enum.at`");
	if (sequence.kind == SEQUENCE_IS_RANGE)
		return lower_chosen(lower, call, &sequence, index, otherwise);
	if (range.low >= count || range.high < -count)
		return *otherwise;
	if (range.low == range.high)
		return sequence_item(lower, &sequence,
				     (size_t)(range.low < 0 ? range.low + count : range.low));
	return lower_chosen(lower, call, &sequence, index, otherwise);
}

/* ----- lists of items ------------------------------------------------------------------------- */

static size_t count_of_items(struct lower *lower, const struct expression *call, size_t n,
			     const struct sequence_value *sequence)
{
	const struct type *parts;
	wide difference;

	if (sequence->kind != SEQUENCE_IS_RANGE)
		return sequence->count;
	parts = argument_type(lower, call, n)->data->elements;
	difference = parts[RANGE_LAST].range.low - parts[RANGE_FIRST].range.low;
	difference = sequence->known_step < 0 ? -difference : difference;
	if (difference < 0)
		return 0;
	return (size_t)(difference /
			(sequence->known_step < 0 ? -sequence->known_step : sequence->known_step)) +
	       1;
}

struct items {
	struct value *values;
	size_t count;
};

/* The items of the n-th argument, with room for `more`. */
static struct items items_of(struct lower *lower, const struct expression *call, size_t n,
			     const struct value *value)
{
	struct sequence_value sequence = sequence_of(*value);
	struct items items = { .count = count_of_items(lower, call, n, &sequence) };

	items.values = ARENA_ARRAY(lower->compile->arena, struct value, items.count);
	for (size_t i = 0; i < items.count; i++)
		items.values[i] = sequence_item(lower, &sequence, i);
	return items;
}

/* The pair of a list's n-th element, whose shape the list's type tells. */
static struct value pair_of(struct lower *lower, const struct type *list, size_t n,
			    struct value first, struct value second)
{
	const struct type *pair = &list->data->elements[n];
	struct value *parts = ARENA_ARRAY(lower->compile->arena, struct value, 2);

	parts[0] = as(lower, first, &pair->data->elements[0]);
	parts[1] = as(lower, second, &pair->data->elements[1]);
	return data_value(lower, pair->data->shape, parts);
}

static struct value index_value(struct lower *lower, const struct type *list, size_t n)
{
	const struct type *type = &list->data->elements[n].data->elements[1];

	return integer_value(*type, constant(lower, payload_type(type), type->range.low));
}

static void fill_map(struct lower *lower, const struct expression *call, const struct items *items,
		     struct value *elements)
{
	const struct shape *shape = result_type(lower, call)->data->shape;
	const struct type *list = argument_type(lower, call, 0);

	for (size_t i = 0; i < items->count; i++) {
		struct map_key key;

		if (pair_key(&lower->typed_unit->atoms, &list->data->elements[i], &key))
			elements[shape_find_key(shape, &key)] = items->values[i].data[0][1];
	}
}

static void fill_list(struct lower *lower, const struct expression *call, const struct items *first,
		      const struct items *second, struct value *elements)
{
	enum sequence_function_kind kind = call->sequence_call.function->kind;
	const struct type *type = result_type(lower, call);
	struct stretch part = { 0, first->count };

	if (kind == SEQUENCE_TAKE || kind == SEQUENCE_DROP)
		part = take_part(kind, argument_type(lower, call, 1)->range.low, first->count);
	for (size_t i = 0; i < type->data->shape->count; i++) {
		if (kind == SEQUENCE_REVERSE)
			elements[i] = first->values[first->count - 1 - i];
		else if (kind == SEQUENCE_CONCAT)
			elements[i] = i < first->count ? first->values[i]
						       : second->values[i - first->count];
		else if (kind == SEQUENCE_ZIP)
			elements[i] = pair_of(lower, type, i, first->values[i], second->values[i]);
		else if (kind == SEQUENCE_WITH_INDEX || kind == SEQUENCE_WITH_INDEX_FROM)
			elements[i] = pair_of(lower, type, i, first->values[i],
					      index_value(lower, type, i));
		else
			elements[i] = first->values[part.from + i];
	}
}

static struct value lower_list(struct lower *lower, const struct expression *call,
			       const struct value *values)
{
	enum sequence_function_kind kind = call->sequence_call.function->kind;
	const struct shape *shape = result_type(lower, call)->data->shape;
	struct value *elements = ARENA_ARRAY(lower->compile->arena, struct value, shape->count);
	struct items first = items_of(lower, call, 0, &values[0]), second = { .values = NULL };

	if (kind == SEQUENCE_CONCAT || kind == SEQUENCE_ZIP)
		second = items_of(lower, call, 1, &values[1]);
	if (lower->block->is_closed)
		return none_value();
	if (shape->kind == DATA_MAP)
		fill_map(lower, call, &first, elements);
	else
		fill_list(lower, call, &first, &second, elements);
	return data_value(lower, shape, elements);
}

/* ----- the call ------------------------------------------------------------------------------- */

struct value lower_sequence_call(struct lower *lower, const struct expression *call)
{
	size_t count = call->sequence_call.count;
	struct value values[3];

	if (call->sequence_call.function->kind <= SEQUENCE_NEW_STEPPED)
		return lower_range(lower, call);
	if (!lower_arguments(lower, call->sequence_call.arguments, count, values))
		return none_value();
	switch (call->sequence_call.function->kind) {
	case SEQUENCE_NEW:
	case SEQUENCE_NEW_STEPPED:
		break;
	case SEQUENCE_STREAM:
	case SEQUENCE_DRAIN:
		return lower_entries(lower, call, &values[0]);
	case SEQUENCE_SIZE:
	case SEQUENCE_COUNT:
		return lower_count(lower, call, &values[0]);
	case SEQUENCE_IS_EMPTY:
		return lower_is_empty(lower, call, &values[0]);
	case SEQUENCE_IS_MEMBER:
		return lower_is_member(lower, call, values);
	case SEQUENCE_AT:
	case SEQUENCE_AT_OR:
		return lower_at(lower, call, values);
	case SEQUENCE_TAKE:
	case SEQUENCE_DROP:
	case SEQUENCE_REVERSE:
	case SEQUENCE_CONCAT:
	case SEQUENCE_ZIP:
	case SEQUENCE_WITH_INDEX:
	case SEQUENCE_WITH_INDEX_FROM:
	case SEQUENCE_TO_LIST:
	case SEQUENCE_INTO:
		return lower_list(lower, call, values);
	}
	return none_value();
}
