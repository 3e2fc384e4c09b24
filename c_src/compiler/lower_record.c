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
#include "compiler/lower_internal.h"
#include "compiler/lower_sequence.h"
#include "compiler/record_type.h"
#include "compiler/symbol.h"

#include <string.h>

/* No atom, no error number. */
#define NO_ATOM INT32_MIN

struct ir_value *new_memory(struct lower *lower, const struct memory_type *memory)
{
	struct ir_value *data = new_register(lower, IR_MEMORY, NULL);

	data->memory = memory;
	data->is_fixed = true;
	return data;
}

static struct ir_value *add_build(struct lower *lower, const struct memory_type *memory,
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

static enum ir_type number_type(const struct memory_type *memory)
{
	return integer_type_range(memory->integer).high > WIDE_S64_MAX ? IR_U64 : IR_S64;
}

static struct ir_value *add_part(struct lower *lower, struct ir_value *whole,
				 const struct record_field *field, unsigned index)
{
	const struct memory_type *memory = field ? field->type : whole->memory->element;
	struct ir_statement *statement;
	struct ir_value *to;

	if (memory_type_is_scalar(memory)) {
		to = new_register(lower, number_type(memory), NULL);
	} else if (memory_type_is_bytes(memory)) {
		to = new_register(lower, IR_TEXT, NULL);
		to->size = memory_type_array_size(memory);
	} else {
		to = new_memory(lower, memory);
	}
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
	raise_if(lower, assign(lower, IR_S64, IR_EQUAL, atom, constant(lower, IR_S64, NO_ATOM)),
		 RAISE_ARGUMENT, lower->line, "a number in memory stands for none of its atoms");
	settle(lower, atom);
	return atom;
}

/* The atom's number, where it is a member for sure; false otherwise. */
static bool number_of_atom(struct lower *lower, const struct memory_type *memory, int id,
			   wide *number)
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

static bool is_list(const struct expression *expression)
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

static struct ir_value *value_to_memory(struct lower *lower, const struct value *value,
					const struct memory_type *memory, int line);

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

static struct ir_value *data_of_value(struct lower *lower, const struct value *value,
				      const struct memory_type *memory, int line)
{
	struct ir_value *is_data = has_tag(lower, value, TAG_MEMORY);

	if (!value->type.memory)
		return elements_to_memory(lower, value->data[0], memory, line);
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

static struct ir_value *value_to_memory(struct lower *lower, const struct value *value,
					const struct memory_type *memory, int line)
{
	switch (memory->kind) {
	case MEMORY_INTEGER:
		return value->payload;
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
	}
	return NULL;
}

struct ir_value *to_memory(struct lower *lower, const struct expression *whole,
			   const struct expression *expression, const struct memory_type *memory)
{
	struct value value;

	if (is_list(expression) && memory->kind == MEMORY_ARRAY)
		return list_to_memory(lower, whole, expression, memory);
	value = lower_expression(lower, expression, USED);
	if (lower->block->is_closed)
		return NULL;
	if (memory->kind == MEMORY_INTEGER)
		return integer_to_memory(lower, whole, expression, &value);
	return value_to_memory(lower, &value, memory, whole->span.line);
}

/* Expressions */

static bool is_zero(struct lower *lower, const struct expression *expression,
		    const struct memory_type *memory);

static bool are_zero(struct lower *lower, const struct expression *expression,
		     const struct record_type *record)
{
	for (size_t i = 0; i < expression->record.count; i++) {
		const struct field_value *given = &expression->record.fields[i];

		if (!is_zero(lower, given->value, record_field_find(record, given->name)->type))
			return false;
	}
	return true;
}

static bool is_zero_atom(struct lower *lower, const struct expression *expression,
			 const struct memory_type *memory)
{
	int id = atom_id(lower->compile, &lower->typed_unit->atoms, expression->atom);
	wide number;

	if (memory->kind == MEMORY_BOOLEAN)
		return id == ATOM_FALSE;
	return memory->kind == MEMORY_ENUM && number_of_atom(lower, memory, id, &number) &&
	       number == 0;
}

static bool is_zero_string(const struct expression *expression)
{
	for (size_t i = 0; i < expression->string.size; i++) {
		if (expression->string.bytes[i])
			return false;
	}
	return true;
}

/* Whether a literal's bytes are zero, as those of a field's default are. */
static bool is_zero(struct lower *lower, const struct expression *expression,
		    const struct memory_type *memory)
{
	if (expression->kind == EXPRESSION_INTEGER)
		return expression->integer.magnitude == 0 && memory->kind == MEMORY_INTEGER;
	if (expression->kind == EXPRESSION_ATOM)
		return is_zero_atom(lower, expression, memory);
	if (expression->kind == EXPRESSION_STRING)
		return is_zero_string(expression);
	if (expression->kind == EXPRESSION_STRUCT && memory->kind == MEMORY_RECORD)
		return !expression->record.base && are_zero(lower, expression, memory->record);
	if (!is_list(expression) || memory->kind != MEMORY_ARRAY)
		return false;
	for (size_t i = 0; i < expression->data.count; i++) {
		if (!is_zero(lower, expression->data.items[i], memory->element))
			return false;
	}
	return true;
}

static struct ir_value *record_of(struct lower *lower, const struct value *value, int line,
				  const char *message)
{
	struct ir_value *is_record = has_tag(lower, value, TAG_MEMORY);

	if (is_record)
		raise_if(lower, opposite(lower, is_record), RAISE_KEY, line, message);
	return value->memory;
}

/* With the fields' values over those of `base`, or over zeros. */
static struct value build_record(struct lower *lower, const struct expression *whole,
				 const struct record_type *record, struct ir_value *base,
				 const struct field_value *fields, size_t count)
{
	struct ir_part *parts = ARENA_ARRAY(lower->compile->arena, struct ir_part, count);
	size_t written = 0;

	for (size_t i = 0; i < count; i++) {
		struct ir_part *part = &parts[written];

		part->field = record_field_find(record, fields[i].name);
		if (!base && is_zero(lower, fields[i].value, part->field->type))
			continue;
		part->value = to_memory(lower, whole, fields[i].value, part->field->type);
		if (!part->value)
			return none_value();
		written++;
	}
	return (struct value){ .type = typed_in(lower, whole)->type,
			       .memory = add_build(lower, &record->type, base, parts, written) };
}

struct value lower_struct(struct lower *lower, const struct expression *expression)
{
	const struct record_type *record;
	struct ir_value *base = NULL;
	struct value value;

	record = record_type_find(lower->typed_unit->unit, expression->record.name);
	if (expression->record.base) {
		value = lower_expression(lower, expression->record.base, USED);
		if (lower->block->is_closed)
			return none_value();
		base = record_of(lower, &value, expression->span.line,
				 "what was to be updated was no struct");
	}
	return build_record(lower, expression, record, base, expression->record.fields,
			    expression->record.count);
}

struct value lower_record_update(struct lower *lower, const struct expression *map,
				 const struct value *base)
{
	size_t count = map->data.count;
	struct field_value *fields = ARENA_ARRAY(lower->compile->arena, struct field_value, count);

	for (size_t i = 0; i < count; i++) {
		fields[i].name = map->data.keys[i].atom;
		fields[i].value = map->data.items[i];
	}
	return build_record(
		lower, map, base->type.memory->record,
		record_of(lower, base, map->span.line, "what was to be updated was no struct"),
		fields, count);
}

struct value lower_record_field(struct lower *lower, const struct expression *expression)
{
	const struct record_field *field = typed_in(lower, expression)->field;
	struct value object = lower_expression(lower, expression->field.object, USED);
	struct ir_value *whole;

	if (lower->block->is_closed)
		return none_value();
	whole = record_of(lower, &object, expression->span.line,
			  arena_print(lower->compile->arena,
				      "the value of which `%s` was to be read is no struct",
				      field->name));
	return from_memory(lower, field->type, add_part(lower, whole, field, 0));
}

/* The index counts from the end when it is negative. */
struct value known_element(struct lower *lower, struct ir_value *array, wide index)
{
	unsigned count = array->memory->count;

	if (index < 0)
		index += count;
	return from_memory(lower, array->memory->element,
			   add_part(lower, array, NULL, (unsigned)index));
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

/* A number that is in memory, read there: the index is below the array's count. */
static struct ir_value *element_at(struct lower *lower, struct ir_value *array,
				   struct ir_value *index)
{
	struct ir_value *element = add_part(lower, array, NULL, 0);

	lower->block->last->part.at = used(index);
	return element;
}

/* `if (index == 0) element = array[0]; if (index == 1) ...`: no address is computed. */
struct ir_value *choose_element(struct lower *lower, struct ir_value *array, struct ir_value *index)
{
	const struct memory_type *memory = array->memory->element;
	struct ir_block *block = lower->block;
	bool is_text = memory_type_is_bytes(memory);
	struct ir_value *element;

	if (array->memory->count > MOST_REGISTERS && memory_type_is_scalar(memory))
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

/* Patterns */

static struct ir_value *test_part(struct lower *lower, struct ir_value *whole,
				  const struct record_field *field, size_t index,
				  const struct pattern *pattern)
{
	const struct memory_type *memory = field ? field->type : whole->memory->element;
	struct ir_value *stored;
	wide number;

	if (pattern->kind == PATTERN_ANY)
		return NULL;
	stored = add_part(lower, whole, field, (unsigned)index);
	if (pattern->kind == PATTERN_ATOM && memory->kind == MEMORY_ENUM) {
		int id = atom_id(lower->compile, &lower->typed_unit->atoms, pattern->atom);

		if (!number_of_atom(lower, memory, id, &number))
			return constant(lower, IR_S64, 0);
		return assign(lower, IR_S64, IR_EQUAL, stored,
			      constant(lower, stored->type, number));
	}
	return test_pattern(lower, pattern, from_memory(lower, memory, stored));
}

struct ir_value *test_struct(struct lower *lower, const struct pattern *pattern,
			     const struct value *value)
{
	struct ir_value *is = has_tag(lower, value, TAG_MEMORY);
	const struct record_type *record = value->type.memory->record;

	for (size_t i = 0; i < pattern->record.count; i++) {
		const struct field_pattern *given = &pattern->record.fields[i];

		is = both(lower, is,
			  test_part(lower, value->memory, record_field_find(record, given->name), 0,
				    given->pattern));
	}
	return is;
}

struct ir_value *test_memory(struct lower *lower, const struct pattern *pattern,
			     const struct value *value)
{
	struct ir_value *is = has_tag(lower, value, TAG_MEMORY);
	const struct record_type *record = value->type.memory->record;

	for (size_t i = 0; i < pattern->data.count; i++) {
		const char *name = record ? pattern->data.keys[i].atom : NULL;
		const struct record_field *field = name ? record_field_find(record, name) : NULL;

		if (record ? !field : pattern->data.count != value->type.memory->count)
			return constant(lower, IR_S64, 0);
		is = both(lower, is,
			  test_part(lower, value->memory, field, i, pattern->data.items[i]));
	}
	return is;
}
