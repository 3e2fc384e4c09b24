/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records and arrays that a helper has filled, made as programs leave them: gaps are zeros, and so
 * is what stands behind a string's NUL. Else they would be no keys, and equal to nothing.
 *
 *	__builtin_memset(time_1.honey_gap_0, 0, 4);
 *	honey_cut(time_1.name, 16);
 */
#include "compiler/emit/emit_internal.h"
#include "compiler/unit/record_type.h"

bool memory_has_string(const struct memory_type *type)
{
	if (type->kind == MEMORY_ARRAY)
		return memory_has_string(type->element);
	if (!type->record)
		return type->kind == MEMORY_STRING;
	for (size_t i = 0; i < type->record->field_count; i++) {
		if (memory_has_string(type->record->fields[i].type))
			return true;
	}
	return false;
}

static void tidy(struct emit *emit, int line, const char *place, const struct memory_type *type);

static void tidy_array(struct emit *emit, int line, const char *items,
		       const struct memory_type *array)
{
	for (unsigned i = 0; i < array->count; i++)
		tidy(emit, line, arena_print(emit->compile->arena, "%s[%u]", items, i),
		     array->element);
}

static void tidy_record(struct emit *emit, int line, const char *place,
			const struct record_type *record)
{
	struct arena *arena = emit->compile->arena;

	for (size_t i = 0; i < record->field_count; i++) {
		const struct record_field *field = &record->fields[i];

		tidy(emit, line, arena_print(arena, "%s.%s", place, field->symbol), field->type);
		if (field->padding)
			emit_line(emit, line, "__builtin_memset(%s.honey_gap_%zu, 0, %u);", place,
				  i, field->padding);
	}
}

static void tidy(struct emit *emit, int line, const char *place, const struct memory_type *type)
{
	switch (type->kind) {
	case MEMORY_INTEGER:
	case MEMORY_BOOLEAN:
	case MEMORY_ENUM:
	case MEMORY_BINARY:
		break;
	case MEMORY_STRING:
		emit_line(emit, line, "honey_cut(%s, %u);", place, type->size);
		break;
	case MEMORY_ARRAY:
		tidy_array(emit, line, place, type);
		break;
	case MEMORY_RECORD:
	case MEMORY_TUPLE:
	case MEMORY_SWAPPED:
		tidy_record(emit, line, place, type->record);
		break;
	}
}

void emit_tidied(struct emit *emit, const struct ir_value *filled, int line)
{
	const char *place = value_c(emit, filled);

	if (filled->memory->kind == MEMORY_ARRAY)
		place = arena_print(emit->compile->arena, "%s.items", place);
	tidy(emit, line, place, filled->memory);
}
