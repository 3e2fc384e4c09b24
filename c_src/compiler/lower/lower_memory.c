/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records and arrays: each value is a piece of memory of its own that never changes, and parts
 * are copied out of it. clang makes registers of what needs no memory.
 *
 * An atom in memory is its number:
 *
 *	atom = none; if (number == 1) atom = <:exec>; if (number == 2) atom = <:exit>;
 *	if (atom == none) <raise>
 */
#include "compiler/lower/lower_internal.h"
#include "compiler/unit/record_type.h"
#include "compiler/core/symbol.h"

/* No atom, no error number. */
#define NO_ATOM INT32_MIN

struct ir_value *new_memory(struct lower *lower, const struct memory_type *memory)
{
	struct ir_value *data = new_register(lower, IR_MEMORY, NULL);

	data->memory = memory;
	data->is_fixed = true;
	return data;
}

struct ir_value *add_build(struct lower *lower, const struct memory_type *memory,
			   struct ir_value *base, struct ir_part *parts, size_t count)
{
	struct ir_value *to = new_memory(lower, memory);
	struct ir_statement *statement = add_statement(lower, IR_BUILD);

	for (size_t i = 0; i < count; i++)
		used(parts[i].value);
	statement->to = to;
	statement->build.base = used(base);
	statement->build.parts = parts;
	statement->build.count = count;
	return to;
}

struct ir_value *zero_memory(struct lower *lower, const struct memory_type *memory)
{
	struct ir_value *zero = constant(lower, IR_MEMORY, 0);

	zero->memory = memory;
	return zero;
}

struct ir_value *copied_memory(struct lower *lower, struct ir_value *value)
{
	return add_build(lower, value->memory, value, NULL, 0);
}

struct ir_value *new_loaded(struct lower *lower, const struct memory_type *memory)
{
	struct ir_value *loaded;

	if (memory_type_is_scalar(memory))
		return new_register(lower, number_type(memory), NULL);
	loaded = new_memory(lower, memory);
	if (memory_type_is_bytes(memory)) {
		loaded->type = IR_TEXT;
		loaded->size = memory_type_array_size(memory);
	}
	return loaded;
}

enum ir_type number_type(const struct memory_type *memory)
{
	return integer_type_range(memory->integer).high > WIDE_S64_MAX ? IR_U64 : IR_S64;
}

struct ir_value *new_part(struct lower *lower, const struct memory_type *memory)
{
	struct ir_value *part;

	if (memory_type_is_scalar(memory))
		return new_register(lower, number_type(memory), NULL);
	if (!memory_type_is_bytes(memory))
		return new_memory(lower, memory);
	part = new_register(lower, IR_TEXT, NULL);
	part->size = memory_type_array_size(memory);
	return part;
}

struct ir_value *add_part(struct lower *lower, struct ir_value *whole,
			  const struct record_field *field, unsigned index)
{
	const struct memory_type *memory = field ? field->type : whole->memory->element;
	struct ir_value *to = new_part(lower, memory);
	struct ir_statement *statement;

	if (field)
		to->name = identifier_of(lower->compile, field->name);
	statement = add_statement(lower, IR_PART);
	statement->to = to;
	statement->part.whole = used(whole);
	statement->part.field = field;
	statement->part.index = index;
	if (to->type == IR_MEMORY && whole->is_fixed)
		to->part = statement;
	settle(lower, to);
	return to;
}

struct ir_value *same_memory(struct lower *lower, struct ir_value *left, struct ir_value *right)
{
	struct ir_value *to = new_register(lower, IR_S64, "same");
	struct ir_statement *statement = add_statement(lower, IR_SAME);

	statement->to = to;
	statement->same.left = used(left);
	statement->same.right = used(right);
	settle(lower, to);
	return to;
}

/* Atoms */

static int member_atom(struct lower *lower, const struct enum_member *member)
{
	return atom_id(lower->compile, &lower->typed_unit->atoms, member->name);
}

/* `if (value == from) to = number;` */
static void set_when(struct lower *lower, struct ir_value *value, wide from, struct ir_value *to,
		     wide number)
{
	struct ir_block *block = lower->block;

	add_if(lower, assign(lower, IR_S64, IR_EQUAL, value, constant(lower, value->type, from)));
	set(lower, to, constant(lower, to->type, number));
	lower->block = block;
}

static struct ir_value *atom_of_number(struct lower *lower, const struct memory_type *memory,
				       struct ir_value *number)
{
	struct ir_value *atom = declare(lower, IR_S64, NO_ATOM, NULL);

	for (size_t i = 0; i < memory->member_count; i++)
		set_when(lower, number, memory->members[i].number, atom,
			 member_atom(lower, &memory->members[i]));
	if (!enum_has_zero(memory))
		set_when(lower, number, 0, atom, ATOM_NIL);
	if (!lower->is_comparing)
		raise_if(lower,
			 assign(lower, IR_S64, IR_EQUAL, atom, constant(lower, IR_S64, NO_ATOM)),
			 RAISE_ARGUMENT, lower->line,
			 "a number in memory stands for none of its atoms");
	settle(lower, atom);
	return atom;
}

bool number_of_atom(struct lower *lower, const struct memory_type *memory, int id, wide *number)
{
	*number = 0;
	if (id == ATOM_NIL && !enum_has_zero(memory))
		return true;
	for (size_t i = 0; i < memory->member_count; i++) {
		if (member_atom(lower, &memory->members[i]) != id)
			continue;
		*number = memory->members[i].number;
		return true;
	}
	return false;
}

static void add_numbers(struct lower *lower, const struct memory_type *memory,
			const struct value *value, struct ir_value *number,
			struct ir_value *is_member)
{
	for (size_t i = 0; i <= memory->member_count; i++) {
		bool is_last = i == memory->member_count;
		int id = is_last ? ATOM_NIL : member_atom(lower, &memory->members[i]);

		if ((is_last && enum_has_zero(memory)) || !type_has_atom(&value->type, id))
			continue;
		set_when(lower, value->payload, id, number,
			 is_last ? 0 : memory->members[i].number);
		if (is_member)
			set_when(lower, value->payload, id, is_member, 1);
	}
}

static bool are_all_members(struct lower *lower, const struct memory_type *memory,
			    const struct type *type)
{
	wide number;

	if (!type_is_atoms(type) || type->atoms.any_errno)
		return false;
	for (size_t i = 0; i < type->atoms.count; i++) {
		if (!number_of_atom(lower, memory, type->atoms.ids[i], &number))
			return false;
	}
	return true;
}

static struct ir_value *number_of_value(struct lower *lower, const struct memory_type *memory,
					const struct value *value, int line)
{
	struct ir_value *number, *is_member = NULL, *is_atom = has_tag(lower, value, TAG_ATOM);
	wide certain;

	if (type_is_single_atom(&value->type) &&
	    number_of_atom(lower, memory, value->type.atoms.ids[0], &certain))
		return constant(lower, number_type(memory), certain);
	if (is_atom)
		raise_if(lower, opposite(lower, is_atom), RAISE_ARGUMENT, line,
			 "a value is none of the atoms of its type");
	number = declare(lower, number_type(memory), 0, NULL);
	if (!are_all_members(lower, memory, &value->type))
		is_member = declare(lower, IR_S64, 0, NULL);
	add_numbers(lower, memory, value, number, is_member);
	if (is_member)
		raise_if(lower, opposite(lower, is_member), RAISE_ARGUMENT, line,
			 "a value is none of the atoms of its type");
	settle(lower, number);
	return number;
}

static struct ir_value *number_of_boolean(struct lower *lower, const struct value *value, int line)
{
	struct type boolean = type_boolean(lower->compile);
	struct ir_value *is_boolean = NULL;

	if (!type_is_boolean(&value->type)) {
		is_boolean = equal_values(lower, *value, atom_value(lower, ATOM_TRUE));
		is_boolean = assign(lower, IR_S64, IR_OR, is_boolean,
				    equal_values(lower, *value, atom_value(lower, ATOM_FALSE)));
		raise_if(lower, opposite(lower, is_boolean), RAISE_ARGUMENT, line,
			 "a value is neither true nor false");
	}
	return as(lower, *value, &boolean).payload;
}

bool is_list_literal(const struct expression *expression)
{
	return expression->kind == EXPRESSION_DATA && expression->data.kind == DATA_LIST &&
	       !expression->data.base;
}

/* Memory to values and back */

struct value from_memory(struct lower *lower, const struct memory_type *memory,
			 struct ir_value *stored)
{
	struct value value = { .type = type_of_memory(lower->compile, &lower->typed_unit->atoms,
						      memory) };

	switch (memory->kind) {
	case MEMORY_INTEGER:
		value.payload = stored;
		break;
	case MEMORY_STRING:
	case MEMORY_BINARY:
		value.text = stored;
		break;
	case MEMORY_BOOLEAN:
		value.payload = assign(lower, IR_S64, IR_NOT_EQUAL, stored,
				       constant(lower, stored->type, 0));
		break;
	case MEMORY_ENUM:
		value.payload = atom_of_number(lower, memory, stored);
		break;
	case MEMORY_ARRAY:
	case MEMORY_RECORD:
		value.memory = stored;
		break;
	case MEMORY_TUPLE:
		return tuple_from_memory(lower, &value.type, memory, stored);
	case MEMORY_SWAPPED:
		value.payload = number_from_memory(lower, memory, stored);
		break;
	}
	return value;
}

static struct ir_value *list_to_memory(struct lower *lower, const struct expression *whole,
				       const struct expression *list,
				       const struct memory_type *memory)
{
	size_t count = list->data.count;
	struct ir_part *parts = ARENA_ARRAY(lower->compile->arena, struct ir_part, count);

	for (size_t i = 0; i < count; i++) {
		parts[i].index = (unsigned)i;
		parts[i].value = to_memory(lower, whole, list->data.items[i], memory->element);
		if (!parts[i].value)
			return NULL;
	}
	return add_build(lower, memory, NULL, parts, count);
}

static struct ir_value *integer_to_memory(struct lower *lower, const struct expression *whole,
					  const struct expression *expression,
					  const struct value *value)
{
	unsigned raises = type_is_integer(&value->type) ? 0 : RAISES_PART;

	return lower_integer(lower, whole, expression, *value, raises, "what it is stored into");
}

static struct ir_value *elements_to_memory(struct lower *lower, struct value *elements,
					   const struct memory_type *memory, int line)
{
	struct ir_part *parts = ARENA_ARRAY(lower->compile->arena, struct ir_part, memory->count);

	for (unsigned i = 0; i < memory->count; i++) {
		parts[i].index = i;
		parts[i].value = value_to_memory(lower, &elements[i], memory->element, line);
	}
	return add_build(lower, memory, NULL, parts, memory->count);
}

/* `if (tag == memory) array = value; if (tag == list) array = [elements];` */
static struct ir_value *array_of_either(struct lower *lower, const struct value *value,
					const struct data *list, const struct memory_type *memory,
					int line)
{
	struct ir_value *array = declare(lower, IR_MEMORY, 0, NULL);
	struct ir_value *is_list = has_tag(lower, value, list->shape->tag);
	struct ir_value *is_array = has_tag(lower, value, TAG_MEMORY);
	struct type others = type_without_memory(value->type);
	struct ir_block *block = lower->block;

	array->memory = memory;
	if (others.data_count > 1 || !type_is_data(&others))
		raise_if(lower, opposite(lower, assign(lower, IR_S64, IR_OR, is_list, is_array)),
			 RAISE_ARGUMENT, line, "a value is not of the type that it is stored as");
	add_if(lower, is_array);
	set(lower, array, value->memory);
	lower->block = block;
	add_if(lower, is_list);
	set(lower, array,
	    elements_to_memory(lower, value->data[list - value->type.data], memory, line));
	lower->block = block;
	settle(lower, array);
	return array;
}

static struct ir_value *data_of_value(struct lower *lower, const struct value *value,
				      const struct memory_type *memory, int line)
{
	const struct data *list = NULL;
	struct ir_value *is_data;

	if (memory->kind == MEMORY_ARRAY)
		list = type_find_list(&value->type, memory->count);
	if (!value->type.memory)
		return elements_to_memory(lower, value->data[0], memory, line);
	if (list)
		return array_of_either(lower, value, list, memory, line);
	is_data = has_tag(lower, value, TAG_MEMORY);
	if (is_data)
		raise_if(lower, opposite(lower, is_data), RAISE_ARGUMENT, line,
			 "a value is not of the type that it is stored as");
	return value->memory;
}

static struct ir_value *binary_of_value(struct lower *lower, const struct value *value,
					const struct memory_type *memory, int line)
{
	struct type bytes = type_bytes(memory->size);
	struct ir_value *is_text = has_tag(lower, value, TAG_BINARY);

	if (is_text)
		raise_if(lower, opposite(lower, is_text), RAISE_ARGUMENT, line,
			 "a value is not of the type that it is stored as");
	if (memory->kind == MEMORY_BINARY)
		return as(lower, *value, &bytes).text;
	return text_of_bytes(lower, *value, memory->size);
}

struct ir_value *value_to_memory(struct lower *lower, const struct value *value,
				 const struct memory_type *memory, int line)
{
	switch (memory->kind) {
	case MEMORY_INTEGER:
	case MEMORY_SWAPPED:
		return number_to_memory(lower, memory, value->payload);
	case MEMORY_BOOLEAN:
		return number_of_boolean(lower, value, line);
	case MEMORY_ENUM:
		return number_of_value(lower, memory, value, line);
	case MEMORY_STRING:
	case MEMORY_BINARY:
		return binary_of_value(lower, value, memory, line);
	case MEMORY_ARRAY:
	case MEMORY_RECORD:
		return data_of_value(lower, value, memory, line);
	case MEMORY_TUPLE:
		return tuple_of_value(lower, value, memory, line);
	}
	return NULL;
}

struct ir_value *to_memory(struct lower *lower, const struct expression *whole,
			   const struct expression *expression, const struct memory_type *memory)
{
	struct value value;

	if (is_list_literal(expression) && memory->kind == MEMORY_ARRAY)
		return list_to_memory(lower, whole, expression, memory);
	if (is_tuple_literal(expression) && memory->kind == MEMORY_TUPLE)
		return items_to_memory(lower, whole, expression, memory);
	value = lower_expression(lower, expression, USED);
	if (lower->block->is_closed)
		return NULL;
	if (memory->kind == MEMORY_INTEGER || memory->kind == MEMORY_SWAPPED)
		return number_to_memory(lower, memory,
					integer_to_memory(lower, whole, expression, &value));
	return value_to_memory(lower, &value, memory, whole->span.line);
}
