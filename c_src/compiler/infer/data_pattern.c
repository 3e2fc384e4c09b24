/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/data_pattern.h"

#include "compiler/unit/record_type.h"

#include <string.h>

struct type pattern_element(struct compile *compile, const struct pattern *pattern,
			    const struct data *data, size_t n)
{
	const struct shape *shape = data->shape;
	size_t skipped = pattern->data.count;
	int at = (int)n;

	if (shape->kind != pattern->data.kind)
		return type_none();
	if (shape->kind == DATA_MAP)
		at = shape_find_key(shape, &pattern->data.keys[n]);
	else if (pattern->data.tail ? shape->count < skipped : shape->count != skipped)
		return type_none();
	if (n < pattern->data.count)
		return at < 0 ? type_none() : data->elements[at];
	return type_data(compile,
			 shape_of(compile, DATA_LIST, shape->count - skipped, NO_LABEL, NULL),
			 data->elements + skipped);
}

size_t pattern_item_count(const struct pattern *pattern)
{
	return pattern->data.count + (pattern->data.tail != NULL);
}

const struct pattern *pattern_item(const struct pattern *pattern, size_t n)
{
	return n < pattern->data.count ? pattern->data.items[n] : pattern->data.tail;
}

static bool integer_can_match(const struct integer_literal *literal, const struct type *type)
{
	wide value = literal->is_negative ? -(wide)literal->magnitude : (wide)literal->magnitude;

	return type->integer != INTEGER_NONE && type->range.low <= value &&
	       value <= type->range.high;
}

bool shape_can_match(struct compile *compile, struct atom_table *atoms,
		     const struct pattern *pattern, const struct data *data)
{
	if (data->shape->kind != pattern->data.kind ||
	    (data->shape->kind != DATA_MAP && !pattern_item_count(pattern) && data->shape->count))
		return false;
	for (size_t i = 0; i < pattern_item_count(pattern); i++) {
		struct type element = pattern_element(compile, pattern, data, i);

		if (type_is_none(&element) ||
		    !pattern_can_match(compile, atoms, pattern_item(pattern, i), &element))
			return false;
	}
	return true;
}

bool is_no_member(const struct pattern *pattern, const struct memory_type *type)
{
	if (pattern->kind != PATTERN_ATOM || type->kind != MEMORY_ENUM)
		return false;
	for (size_t i = 0; i < type->member_count; i++) {
		if (strcmp(type->members[i].name, pattern->atom) == 0)
			return false;
	}
	return true;
}

bool pattern_is_of_memory(const struct pattern *pattern, const struct type *type)
{
	if (!type->memory)
		return false;
	return pattern->data.kind == (type->memory->kind == MEMORY_RECORD ? DATA_MAP : DATA_LIST);
}

bool pattern_is_of_context(const struct pattern *pattern, const struct type *type)
{
	return type->context && pattern->data.kind == DATA_MAP;
}

static bool field_can_match(struct compile *compile, struct atom_table *atoms,
			    const struct record_field *field, const struct pattern *pattern)
{
	struct type type = type_of_memory(compile, atoms, field->type);

	return pattern_can_match(compile, atoms, pattern, &type);
}

/* What names the struct and cannot be is not left out, but refused: see match_struct(). */
static bool struct_can_match(struct compile *compile, struct atom_table *atoms,
			     const struct pattern *pattern, const struct memory_type *memory)
{
	if (!memory || memory->kind != MEMORY_RECORD ||
	    (pattern->record.name && strcmp(memory->record->name, pattern->record.name) != 0))
		return false;
	for (size_t i = 0; i < pattern->record.count; i++) {
		const struct record_field *field =
			record_field_find(memory->record, pattern->record.fields[i].name);
		const struct pattern *inner = pattern->record.fields[i].pattern;

		if (!field)
			return pattern->record.name != NULL;
		if (pattern->record.name && is_no_member(inner, field->type))
			return true;
		if (!field_can_match(compile, atoms, field, inner))
			return false;
	}
	return true;
}

/* A map's pattern for a record, a list's for an array. */
static bool memory_can_match(struct compile *compile, struct atom_table *atoms,
			     const struct pattern *pattern, const struct type *type)
{
	if (!pattern_is_of_memory(pattern, type) || pattern->data.kind != DATA_MAP ||
	    type->is_mixed || type->data_count)
		return pattern_is_of_memory(pattern, type);
	for (size_t i = 0; i < pattern->data.count; i++) {
		const char *name = pattern->data.keys[i].atom;
		const struct record_field *field =
			name ? record_field_find(type->memory->record, name) : NULL;

		if (!field || !field_can_match(compile, atoms, field, pattern->data.items[i]))
			return false;
	}
	return true;
}

bool pattern_can_match(struct compile *compile, struct atom_table *atoms,
		       const struct pattern *pattern, const struct type *type)
{
	if (type->is_poison)
		return true;
	switch (pattern->kind) {
	case PATTERN_ANY:
	case PATTERN_VARIABLE:
	case PATTERN_PIN:
		return true;
	case PATTERN_INTEGER:
		return integer_can_match(&pattern->integer, type);
	case PATTERN_ATOM:
		return type_has_atom(type, atom_id(compile, atoms, pattern->atom));
	case PATTERN_FALSY:
		return type_can_be_falsy(type);
	case PATTERN_BOTH:
		return pattern_can_match(compile, atoms, pattern->both.left, type) &&
		       pattern_can_match(compile, atoms, pattern->both.right, type);
	case PATTERN_DATA:
		/* Of such a list nobody knows: match_data() refuses it. */
		if (pattern->data.kind == DATA_LIST && type_may_be_unkept(type))
			return true;
		for (size_t i = 0; i < type->data_count; i++) {
			if (shape_can_match(compile, atoms, pattern, &type->data[i]))
				return true;
		}
		return memory_can_match(compile, atoms, pattern, type) ||
		       pattern_is_of_context(pattern, type);
	case PATTERN_STRUCT:
		return struct_can_match(compile, atoms, pattern, type->memory);
	case PATTERN_BINARY:
		return type_has_binary(type);
	}
	return true;
}
