/* SPDX-License-Identifier: Apache-2.0 */
/* Structs: built, updated, read, matched; and arrays in patterns. */
#include "compiler/lower/lower_internal.h"
#include "compiler/lower/lower_sequence.h"
#include "compiler/unit/record_type.h"

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
		return expression->integer.magnitude == 0 &&
		       (memory->kind == MEMORY_INTEGER || memory->kind == MEMORY_SWAPPED);
	if (expression->kind == EXPRESSION_ATOM)
		return is_zero_atom(lower, expression, memory);
	if (expression->kind == EXPRESSION_STRING)
		return is_zero_string(expression);
	if (expression->kind == EXPRESSION_STRUCT && memory->kind == MEMORY_RECORD)
		return !expression->record.base && are_zero(lower, expression, memory->record);
	if (!is_list_literal(expression) || memory->kind != MEMORY_ARRAY)
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

/* The fields' values over those of `built->base`, or over zeros; false after a raise. */
static bool add_fields(struct lower *lower, const struct expression *whole,
		       const struct record_type *record, struct built *built,
		       const struct field_value *fields, size_t count)
{
	built->parts = ARENA_ARRAY(lower->compile->arena, struct ir_part, count);
	for (size_t i = 0; i < count; i++) {
		struct ir_part *part = &built->parts[built->count];

		part->field = record_field_find(record, fields[i].name);
		if (!built->base && is_zero(lower, fields[i].value, part->field->type))
			continue;
		part->value = to_memory(lower, whole, fields[i].value, part->field->type);
		if (!part->value)
			return false;
		built->count++;
	}
	return true;
}

static struct value build_record(struct lower *lower, const struct expression *whole,
				 const struct record_type *record, const struct built *built)
{
	return (struct value){ .type = typed_in(lower, whole)->type,
			       .memory = add_build(lower, &record->type, built->base, built->parts,
						   built->count) };
}

static const struct record_type *record_of_struct(struct lower *lower,
						  const struct expression *expression)
{
	return record_type_find(lower->typed_unit->unit, expression->record.name);
}

bool lower_struct_parts(struct lower *lower, const struct expression *expression,
			struct built *built)
{
	struct value value;

	*built = (struct built){ 0 };
	if (expression->record.base) {
		value = lower_expression(lower, expression->record.base, USED);
		if (lower->block->is_closed)
			return false;
		built->base = record_of(lower, &value, expression->span.line,
					"what was to be updated was no struct");
	}
	return add_fields(lower, expression, record_of_struct(lower, expression), built,
			  expression->record.fields, expression->record.count);
}

struct value lower_struct(struct lower *lower, const struct expression *expression)
{
	struct built built;

	if (!lower_struct_parts(lower, expression, &built))
		return none_value();
	return build_record(lower, expression, record_of_struct(lower, expression), &built);
}

struct value lower_record_update(struct lower *lower, const struct expression *map,
				 const struct value *base)
{
	size_t count = map->data.count;
	struct field_value *fields = ARENA_ARRAY(lower->compile->arena, struct field_value, count);
	struct built built = { 0 };

	for (size_t i = 0; i < count; i++) {
		fields[i].name = map->data.keys[i].atom;
		fields[i].value = map->data.items[i];
	}
	built.base = record_of(lower, base, map->span.line, "what was to be updated was no struct");
	if (!add_fields(lower, map, base->type.memory->record, &built, fields, count))
		return none_value();
	return build_record(lower, map, base->type.memory->record, &built);
}

struct ir_value *lower_fields(struct lower *lower, const struct expression *map,
			      const struct record_type *record)
{
	size_t count = map->data.count;
	struct field_value *fields = ARENA_ARRAY(lower->compile->arena, struct field_value, count);
	struct built built = { 0 };

	for (size_t i = 0; i < count; i++)
		fields[i] = (struct field_value){ map->data.keys[i].atom, map->data.items[i] };
	if (!add_fields(lower, map, record, &built, fields, count))
		return NULL;
	return build_record(lower, map, record, &built).memory;
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
