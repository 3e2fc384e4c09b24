/* SPDX-License-Identifier: Apache-2.0 */
/* Elements of arrays. */
#include "compiler/lower/lower_internal.h"
#include "compiler/lower/lower_sequence.h"

/* The index counts from the end when it is negative. */
struct value known_element(struct lower *lower, struct ir_value *array, wide index)
{
	unsigned count = array->memory->count;

	if (index < 0)
		index += count;
	return from_memory(lower, array->memory->element,
			   add_part(lower, array, NULL, (unsigned)index));
}

struct value compared_element(struct lower *lower, struct ir_value *array, unsigned index)
{
	bool is_comparing = lower->is_comparing;
	struct value element;

	lower->is_comparing = true;
	element = known_element(lower, array, index);
	lower->is_comparing = is_comparing;
	return element;
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

/* Read where it is: the index is below the array's count. */
static struct ir_value *element_at(struct lower *lower, struct ir_value *array,
				   struct ir_value *index)
{
	struct ir_value *element = add_part(lower, array, NULL, 0);

	lower->block->last->part.at = used(index);
	element->part = NULL;
	return element;
}

/* A number on the stack is read at any place, and so is all that is in scratch memory. */
static bool can_be_read_there(const struct memory_type *array)
{
	return array->size > MOST_ON_STACK ||
	       (array->count > MOST_REGISTERS && memory_type_is_scalar(array->element));
}

/* `if (index == 0) element = array[0]; if (index == 1) ...`: no address is computed. */
struct ir_value *choose_element(struct lower *lower, struct ir_value *array, struct ir_value *index)
{
	const struct memory_type *memory = array->memory->element;
	struct ir_block *block = lower->block;
	bool is_text = memory_type_is_bytes(memory);
	struct ir_value *element;

	if (can_be_read_there(array->memory))
		return element_at(lower, array, index);
	if (array->memory->count > MOST_REGISTERS)
		add_statement(lower, IR_PIN)->pinned = used(array);
	element = is_text ? declare_text(lower, memory_type_array_size(memory))
			  : declare_element(lower, memory);
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
