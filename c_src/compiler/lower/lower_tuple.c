/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tuples, and numbers in the byte order of the network: where memory becomes a value, and a value
 * memory (tuple_type.h).
 */
#include "compiler/lower/lower_data.h"
#include "compiler/lower/lower_internal.h"
#include "compiler/unit/record_type.h"
#include "compiler/unit/tuple_type.h"

/* Numbers */

static struct ir_value *swapped(struct lower *lower, const struct memory_type *memory,
				struct ir_value *number)
{
	enum ir_op op = memory->size == 2   ? IR_SWAP_16
			: memory->size == 4 ? IR_SWAP_32
					    : IR_SWAP_64;

	return assign(lower, number_type(swapped_number(memory)->type), op, number, NULL);
}

struct ir_value *number_to_memory(struct lower *lower, const struct memory_type *memory,
				  struct ir_value *number)
{
	struct ir_part *part;

	if (memory->kind == MEMORY_INTEGER)
		return number;
	part = ARENA_NEW(lower->compile->arena, struct ir_part);
	part->field = swapped_number(memory);
	part->value = swapped(lower, memory, number);
	return add_build(lower, memory, NULL, part, 1);
}

struct ir_value *number_from_memory(struct lower *lower, const struct memory_type *memory,
				    struct ir_value *stored)
{
	return swapped(lower, memory, add_part(lower, stored, swapped_number(memory), 0));
}

/* Tuples */

bool is_tuple_literal(const struct expression *expression)
{
	return expression->kind == EXPRESSION_DATA && expression->data.kind == DATA_TUPLE &&
	       !expression->data.base;
}

struct value tuple_from_memory(struct lower *lower, const struct type *type,
			       const struct memory_type *memory, struct ir_value *stored)
{
	size_t count = tuple_type_count(memory);
	struct value *elements = ARENA_ARRAY(lower->compile->arena, struct value, count);

	for (size_t i = 0; i < count; i++) {
		const struct record_field *field = tuple_element(memory, i);

		elements[i] = from_memory(lower, field->type, add_part(lower, stored, field, 0));
	}
	return data_value(lower, type->data->shape, elements);
}

struct ir_value *items_to_memory(struct lower *lower, const struct expression *whole,
				 const struct expression *tuple, const struct memory_type *memory)
{
	size_t count = tuple->data.count;
	struct ir_part *parts = ARENA_ARRAY(lower->compile->arena, struct ir_part, count);

	for (size_t i = 0; i < count; i++) {
		parts[i].field = tuple_element(memory, i);
		parts[i].value =
			to_memory(lower, whole, tuple->data.items[i], parts[i].field->type);
		if (!parts[i].value)
			return NULL;
	}
	return add_build(lower, memory, NULL, parts, count);
}

/* Whether it is one of the shapes that become the tuple; NULL where it can be nothing else. */
static struct ir_value *is_tuple(struct lower *lower, const struct value *value, size_t count)
{
	struct ir_value *is = NULL;
	bool is_sure = type_is_data(&value->type);

	for (size_t i = 0; i < value->type.data_count; i++) {
		const struct shape *shape = value->type.data[i].shape;
		struct ir_value *has;

		if (shape->kind != DATA_TUPLE || shape->count != count) {
			is_sure = false;
			continue;
		}
		has = has_tag(lower, value, shape->tag);
		is = is ? assign(lower, IR_S64, IR_OR, is, has) : has;
	}
	return is_sure ? NULL : is;
}

struct ir_value *tuple_of_value(struct lower *lower, const struct value *value,
				const struct memory_type *memory, int line)
{
	size_t count = tuple_type_count(memory);
	struct type type = type_only_tuples(lower->compile, &value->type, count);
	struct ir_part *parts = ARENA_ARRAY(lower->compile->arena, struct ir_part, count);
	struct ir_value *is = is_tuple(lower, value, count);
	struct value tuple;

	if (is)
		raise_if(lower, opposite(lower, is), RAISE_ARGUMENT, line,
			 "a value is not of the type that it is stored as");
	tuple = as(lower, *value, &type);
	for (size_t i = 0; i < count; i++) {
		parts[i].field = tuple_element(memory, i);
		parts[i].value =
			value_to_memory(lower, &tuple.data[0][i], parts[i].field->type, line);
	}
	return add_build(lower, memory, NULL, parts, count);
}
