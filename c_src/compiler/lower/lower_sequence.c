/* SPDX-License-Identifier: Apache-2.0 */
/* What a loop goes over: the elements of ranges, lists and arrays, the entries of maps. */
#include "compiler/lower/lower_data.h"
#include "compiler/lower/lower_sequence.h"
#include "compiler/unit/ring_definition.h"

struct sequence_value sequence_of(struct value value)
{
	struct sequence_value sequence = { .kind = sequence_kind_of(&value.type), .whole = value };

	if (sequence.kind == SEQUENCE_IS_RANGE) {
		sequence.first = value.data[0][RANGE_FIRST];
		sequence.last = value.data[0][RANGE_LAST];
		sequence.step = value.data[0][RANGE_STEP];
		if (sequence.step.type.range.low == sequence.step.type.range.high)
			sequence.known_step = sequence.step.type.range.low;
	} else if (sequence.kind == SEQUENCE_IS_LIST) {
		sequence.count = value.type.data->shape->count;
	} else if (sequence.kind == SEQUENCE_IS_ARRAY) {
		sequence.count = value.type.memory->count;
	}
	return sequence;
}

bool lower_sequence(struct lower *lower, const struct expression *operand,
		    struct sequence_value *sequence)
{
	struct value value;

	if (operand->kind == EXPRESSION_SEQUENCE &&
	    operand->sequence_call.function->kind <= SEQUENCE_NEW_STEPPED)
		return lower_range_parts(lower, operand, sequence);
	value = lower_expression(lower, operand, USED);
	if (lower->block->is_closed)
		return false;
	*sequence = sequence_of(value);
	return true;
}

/* The whole pieces of a binary. */
static struct ir_value *binary_turns(struct lower *lower, const struct sequence_value *sequence)
{
	struct ir_value *length = sequence->whole.length;
	wide chunk = (wide)sequence->chunk;

	if (length->kind == IR_CONSTANT)
		return constant(lower, IR_U64, length->constant / chunk);
	return assign(lower, IR_U64, IR_DIVIDE_UNSIGNED, as_type(lower, length, IR_U64),
		      constant(lower, IR_U64, chunk));
}

struct ir_value *sequence_turns(struct lower *lower, struct sequence_value *sequence, uint64_t most)
{
	if (sequence->kind == SEQUENCE_IS_RANGE)
		return range_turns(lower, sequence, most);
	if (sequence->kind == SEQUENCE_IS_BINARY)
		return binary_turns(lower, sequence);
	if (sequence->kind == SEQUENCE_IS_ENTRIES)
		return NULL;
	return constant(lower, IR_U64,
			sequence->count > most ? (wide)most + 1 : (wide)sequence->count);
}

/* if (turn == 0) element = item0; else if (turn == 1) ...; else element = the last */
static struct value choose_item(struct lower *lower, const struct value *items, size_t count,
				struct ir_value *turn, const struct type *type)
{
	struct value element = declare_value(lower, type);
	struct ir_block *block = lower->block;

	for (size_t i = 0; i < count; i++) {
		struct ir_statement *branch = NULL;

		if (i + 1 < count)
			branch = add_if(lower, assign(lower, IR_S64, IR_EQUAL, turn,
						      constant(lower, turn->type, (wide)i)));
		set_value(lower, &element, items[i]);
		if (branch)
			lower->block = branch->branch.otherwise;
	}
	lower->block = block;
	settle_value(lower, &element);
	return element;
}

/* One that fills its array is all of it. */
static struct value piece_of_binary(struct lower *lower, const struct sequence_value *sequence,
				    struct ir_value *turn, const struct type *type)
{
	struct ir_value *chunk = constant(lower, IR_S64, (wide)sequence->chunk);
	struct value piece = { .type = *type, .text = sequence->whole.text };
	struct ir_value *offset;

	if (!type_has_place(type))
		return piece;
	offset = assign(lower, IR_S64, IR_MULTIPLY, as_type(lower, turn, IR_S64), chunk);
	piece.position = sum(lower, sequence->whole.position, offset);
	piece.length = chunk;
	return piece;
}

struct ir_value *read_element(struct lower *lower, const struct ir_loop *loop, bool is_value)
{
	const struct memory_type *memory = is_value ? loop->map->value_type : loop->map->key_type;
	struct ir_statement *statement = add_statement(lower, IR_ELEMENT);
	struct ir_value *to = new_loaded(lower, memory);

	statement->element.loop = loop;
	statement->element.is_value = is_value;
	statement->to = to;
	to->name = is_value ? "value" : "key";
	settle(lower, to);
	return to;
}

void read_entry(struct lower *lower, struct ir_loop *loop, struct sequence_value *sequence)
{
	loop->map = sequence->whole.type.data->shape->map;
	loop->inner = used(sequence->inner);
	if (!map_is_drained(loop->map))
		sequence->key = read_element(lower, loop, false);
	sequence->value = read_element(lower, loop, true);
}

/* {key, value}, or the record */
static struct value entry(struct lower *lower, const struct sequence_value *sequence,
			  const struct type *type)
{
	const struct map_definition *map = sequence->whole.type.data->shape->map;
	struct value *parts;

	if (map_is_drained(map))
		return from_memory(lower, map->value_type, sequence->value);
	parts = ARENA_ARRAY(lower->compile->arena, struct value, 2);
	parts[0] = from_memory(lower, map->key_type, sequence->key);
	if (lower->block->is_closed)
		return none_value();
	parts[1] = from_memory(lower, map->value_type, sequence->value);
	if (lower->block->is_closed)
		return none_value();
	return data_value(lower, type->data->shape, parts);
}

struct value sequence_element(struct lower *lower, const struct sequence_value *sequence,
			      struct ir_value *turn, const struct type *type)
{
	struct value element;

	if (sequence->kind == SEQUENCE_IS_BINARY)
		return piece_of_binary(lower, sequence, turn, type);
	if (sequence->kind == SEQUENCE_IS_ENTRIES)
		return entry(lower, sequence, type);
	if (sequence->kind == SEQUENCE_IS_RANGE)
		return range_element(lower, sequence, turn, type);
	if (sequence->kind == SEQUENCE_IS_LIST)
		return choose_item(lower, sequence->whole.data[0], sequence->count, turn, type);
	element = from_memory(lower, sequence->whole.type.memory->element,
			      choose_element(lower, sequence->whole.memory, turn));
	return as(lower, element, type);
}

/* The step is known; the first number may be one of the program's. */
static struct value range_item(struct lower *lower, const struct sequence_value *range, size_t n)
{
	struct type type = type_join(lower->compile, range->first.type, range->last.type);
	wide offset = range->known_step * (wide)n;
	struct ir_value *first;

	if (range->first.type.range.low == range->first.type.range.high) {
		wide number = range->first.type.range.low + offset;

		type.range = (struct range){ number, number };
		return integer_value(type, constant(lower, payload_type(&type), number));
	}
	first = as_type(lower, range->first.payload, payload_type(&type));
	return integer_value(type,
			     assign(lower, first->type, IR_ADD, first,
				    as_type(lower, constant(lower, IR_S64, offset), first->type)));
}

struct value sequence_item(struct lower *lower, const struct sequence_value *sequence, size_t n)
{
	if (sequence->kind == SEQUENCE_IS_LIST)
		return sequence->whole.data[0][n];
	if (sequence->kind == SEQUENCE_IS_ARRAY)
		return known_element(lower, sequence->whole.memory, (wide)n);
	return range_item(lower, sequence, n);
}
