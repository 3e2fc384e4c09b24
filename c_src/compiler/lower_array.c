/* SPDX-License-Identifier: Apache-2.0 */
/* `Enum.at` of an array: the index counts from the end when it is negative. */
#include "compiler/lower_internal.h"

static struct value known_element(struct lower *lower, struct ir_value *array, wide index)
{
	unsigned count = array->memory->count;

	if (index < 0)
		index += count;
	return from_memory(lower, array->memory->element,
			   add_part(lower, array, NULL, (unsigned)index));
}

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

/* Of a longer array, the elements are not registers each: there are ten. */
#define MOST_REGISTERS 8

static struct ir_value *declare_element(struct lower *lower, const struct memory_type *memory)
{
	struct ir_value *element;

	if (memory_type_is_scalar(memory))
		return declare(lower, number_type(memory), 0, NULL);
	element = declare(lower, IR_MEMORY, 0, NULL);
	element->memory = memory;
	return element;
}

/* A long array is not on the stack, where only constant places can be read. */
static struct ir_value *add_element(struct lower *lower, struct ir_value *array,
				    struct ir_value *index)
{
	const struct memory_type *memory = array->memory->element;
	struct ir_value *to = new_part(lower, memory);
	struct ir_statement *statement = add_statement(lower, IR_ELEMENT);

	statement->to = to;
	statement->element.array = used(array);
	statement->element.index = used(index);
	settle(lower, to);
	return to;
}

/* `if (index == 0) element = array[0]; if (index == 1) ...`: no address is computed. */
static struct ir_value *choose_element(struct lower *lower, struct ir_value *array,
				       struct ir_value *index)
{
	const struct memory_type *memory = array->memory->element;
	struct ir_block *block = lower->block;
	bool is_text = memory_type_is_bytes(memory);
	struct ir_value *element = is_text ? declare_text(lower, memory_type_array_size(memory))
					   : declare_element(lower, memory);

	if (array->memory->count > MOST_REGISTERS)
		add_statement(lower, IR_PIN)->pinned = used(array);
	for (unsigned i = 0; i < array->memory->count; i++) {
		add_if(lower,
		       assign(lower, IR_S64, IR_EQUAL, index, constant(lower, index->type, i)));
		if (is_text)
			set_text(lower, element, add_part(lower, array, NULL, i));
		else
			set(lower, element, add_part(lower, array, NULL, i));
		lower->block = block;
	}
	settle(lower, element);
	return element;
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

struct value lower_at(struct lower *lower, const struct expression *expression)
{
	const struct type *type = &typed_in(lower, expression)->type;
	struct value array = lower_expression(lower, expression->at.array, USED);
	struct value index = none_value(), result;
	struct ir_block *block;
	struct ir_value *at;
	bool is_long;

	if (!lower->block->is_closed)
		index = lower_expression(lower, expression->at.index, USED);
	if (lower->block->is_closed)
		return none_value();
	at = lower_integer(lower, expression, expression->at.index, index,
			   type_is_integer(&index.type) ? 0 : RAISES_PART, "`Enum.at`");
	if (type_is_only_atom(type, ATOM_NIL))
		return atom_value(lower, ATOM_NIL);
	if (index.type.range.low == index.type.range.high)
		return known_element(lower, array.memory, index.type.range.low);
	index.payload = at;
	is_long = array.memory->memory->size > MOST_ON_STACK;
	at = from_start(lower, &index, array.memory->memory->count);
	block = lower->block;
	result = declare_value(lower, type);
	if (type_has_atom(type, ATOM_NIL))
		set_value(lower, &result, atom_value(lower, ATOM_NIL));
	add_if(lower, is_inside(lower, at, array.memory->memory->count));
	set_value(lower, &result,
		  from_memory(lower, array.memory->memory->element,
			      is_long ? add_element(lower, array.memory, at)
				      : choose_element(lower, array.memory, at)));
	lower->block = block;
	settle_value(lower, &result);
	return result;
}
