/* SPDX-License-Identifier: Apache-2.0 */
/* Records and arrays: what their parts are, what may be stored into them. */
#include "compiler/infer/infer_internal.h"
#include "compiler/infer/infer_record.h"
#include "compiler/unit/record_type.h"
#include "compiler/core/suggest.h"

#include <string.h>

static const char *text_of(struct infer *infer, const struct type *type)
{
	return type_text(infer->compile, &infer->typed_unit->atoms, type);
}

struct type type_in_memory(struct infer *infer, const struct memory_type *memory)
{
	return type_of_memory(infer->compile, &infer->typed_unit->atoms, memory);
}

/* A number in memory that stands for none of the enum's atoms raises when it is read. */
static void mark_read(struct infer *infer, const struct expression *expression,
		      const struct memory_type *memory)
{
	if (memory->kind == MEMORY_ENUM)
		mark_raise(infer, expression, RAISES_PART);
}

/* What is stored */

/* The enum's member that one atom was probably meant to be. */
const char *nearest_member(struct infer *infer, const char *name, const struct memory_type *memory)
{
	const char **names;

	if (memory->kind != MEMORY_ENUM)
		return NULL;
	names = ARENA_ARRAY(infer->compile->arena, const char *, memory->member_count);
	for (size_t i = 0; i < memory->member_count; i++)
		names[i] = memory->members[i].name;
	return suggest_name(infer->compile->arena, name, names, memory->member_count);
}

static bool refuse_stored(struct infer *infer, const struct expression *whole,
			  const struct expression *value, const struct type *type,
			  const struct memory_type *memory, const char *use)
{
	struct diagnostic *diagnostic = error_at(&infer->compile->diagnostics,
						 operand_span(value, whole), CODE_BAD_ARGUMENT,
						 "%s is %s, expected %s", use, text_of(infer, type),
						 memory_type_text(infer->compile, memory));
	const char *nearest =
		type_is_single_atom(type)
			? nearest_member(infer,
					 atom_text(&infer->typed_unit->atoms, type->atoms.ids[0]),
					 memory)
			: NULL;

	if (nearest)
		diagnostic_hint(&infer->compile->diagnostics, diagnostic, "did you mean `:%s`?",
				nearest);
	return false;
}

static void warn_of_others(struct infer *infer, const struct expression *whole,
			   const struct expression *value, const struct type *type,
			   const struct memory_type *memory, const char *use)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;

	mark_raise(infer, whole, RAISES_PART);
	if (infer->in_guard)
		return;
	diagnostic = strict_at(diagnostics, operand_span(value, whole),
			       type_has_atom(type, ATOM_NIL) ? CODE_NIL_OPERAND : CODE_BAD_OPERAND,
			       "%s is %s here, and %s needs %s", operand_text(infer, value),
			       text_of(infer, type), use, memory_type_text(infer->compile, memory));
	diagnostic_hint(diagnostics, diagnostic, "match the other cases first");
}

static void warn_of_truncation(struct infer *infer, const struct expression *whole,
			       const struct expression *value, const struct type *type,
			       const struct integer_type *stored, const char *use)
{
	struct range range = integer_type_range(stored);

	if (type->integer == INTEGER_NONE || stored->size == 8 ||
	    (type->range.high >= range.low && type->range.low <= range.high))
		return;
	diagnostic_hint(
		&infer->compile->diagnostics,
		warn_at(&infer->compile->diagnostics, operand_span(value, whole), CODE_TRUNCATED,
			"this does not fit into the :%s of %s, which keeps only its lowest bits",
			stored->name, use),
		"give it a wider type, or keep the bits on purpose: `value &&& 0xFF`");
}

/* The part of `type` that the memory can hold. */
static struct type storable(struct infer *infer, const struct type *type,
			    const struct memory_type *memory)
{
	struct type held = type_in_memory(infer, memory);

	return equal_to(infer, *type, &held, true);
}

static bool infer_stored_atoms(struct infer *infer, const struct expression *whole,
			       const struct expression *value, const struct type *type,
			       const struct memory_type *memory, const char *use)
{
	struct type held = storable(infer, type, memory);

	if (type_is_none(&held) || type_has_binary(type) || type->context)
		return refuse_stored(infer, whole, value, type, memory, use);
	if (!type_equal(&held, type))
		warn_of_others(infer, whole, value, type, memory, use);
	return true;
}

/* A list that is a value, for an array of just as many: its elements must fit for sure. */
static bool fits_as_list(struct infer *infer, const struct type *type,
			 const struct memory_type *memory)
{
	const struct data *data = type->data;
	struct type held;

	if (memory->kind == MEMORY_STRING)
		return false;
	if (memory->kind == MEMORY_BINARY)
		return type_is_binary(type) && type_known_bits(type) == (int)memory->size * 8;
	if (memory->kind != MEMORY_ARRAY) {
		held = storable(infer, type, memory);
		return memory->kind == MEMORY_INTEGER ? type_is_integer(type)
						      : type_equal(&held, type);
	}
	if (memory_type_equal(type->memory, memory))
		return type_is_memory(type);
	if (type->data_count != 1 || !type_is_data(type) || data->shape->kind != DATA_LIST ||
	    data->shape->count != memory->count)
		return false;
	for (size_t i = 0; i < data->shape->count; i++) {
		if (!fits_as_list(infer, &data->elements[i], memory->element))
			return false;
	}
	return true;
}

static bool infer_stored_data(struct infer *infer, const struct expression *whole,
			      const struct expression *value, const struct type *type,
			      const struct memory_type *memory, const char *use)
{
	if (fits_as_list(infer, type, memory))
		return true;
	if (!memory_type_equal(type->memory, memory) || type->is_mixed)
		return refuse_stored(infer, whole, value, type, memory, use);
	if (!type_is_memory(type))
		warn_of_others(infer, whole, value, type, memory, use);
	return true;
}

static bool infer_stored_text(struct infer *infer, const struct expression *whole,
			      const struct expression *value, const struct type *type,
			      const struct memory_type *memory, const char *use)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;

	if (!type->text_size)
		return refuse_stored(infer, whole, value, type, memory, use);
	if (type->has_nul) {
		diagnostic_hint(diagnostics,
				error_at(diagnostics, operand_span(value, whole), CODE_BAD_ARGUMENT,
					 "%s has a NUL in it, where text in memory ends", use),
				"leave the NUL out: what follows the text is filled with it");
		return false;
	}
	if (type->text_size - 1 > memory->size) {
		struct diagnostic *diagnostic = error_at(diagnostics, operand_span(value, whole),
							 CODE_BAD_ARGUMENT,
							 "%s can have %u bytes, and this string %u",
							 use, memory->size, type->text_size - 1);

		diagnostic_hint(diagnostics, diagnostic, "make it a `{:string, %u}`",
				type->text_size - 1);
		return false;
	}
	if (!type_is_binary(type))
		warn_of_others(infer, whole, value, type, memory, use);
	return true;
}

static bool refuse_size(struct infer *infer, struct span span, const struct type *type,
			const struct memory_type *memory, const char *use)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	int bits = type_known_bits(type);
	struct diagnostic *diagnostic;

	if (bits >= 0) {
		error_at(diagnostics, span, CODE_BAD_ARGUMENT,
			 bits % 8 ? "%s is a bitstring of %d bits, expected %s"
				  : "%s has %d bytes here, expected %s",
			 use, bits % 8 ? bits : bits / 8, memory_type_text(infer->compile, memory));
		return false;
	}
	diagnostic = error_at(diagnostics, span, CODE_BAD_ARGUMENT,
			      "%s is %s whose size only the run tells, expected %s", use,
			      type->text_size ? "a string" : "a binary",
			      memory_type_text(infer->compile, memory));
	diagnostic_hint(diagnostics, diagnostic, "match it with its size, `name::binary-%u`",
			memory->size);
	return false;
}

static bool infer_stored_binary(struct infer *infer, const struct expression *whole,
				const struct expression *value, const struct type *type,
				const struct memory_type *memory, const char *use)
{
	if (!type_has_binary(type))
		return refuse_stored(infer, whole, value, type, memory, use);
	if (type_known_bits(type) != (int)memory->size * 8)
		return refuse_size(infer, operand_span(value, whole), type, memory, use);
	if (!type_is_binary(type))
		warn_of_others(infer, whole, value, type, memory, use);
	return true;
}

static bool infer_stored_list(struct infer *infer, const struct expression *whole,
			      const struct expression *list, const struct memory_type *memory,
			      const char *use)
{
	bool is_right = true;

	if (list->data.count != memory->count) {
		diagnostic_hint(&infer->compile->diagnostics,
				error_at(&infer->compile->diagnostics, operand_span(list, whole),
					 CODE_BAD_ARGUMENT,
					 "%s is a list of %zu, expected one of %u", use,
					 list->data.count, memory->count),
				"write an element for each: an array has a fixed length");
		return false;
	}
	typed_of(infer, list)->type = type_memory(memory);
	for (size_t i = 0; i < list->data.count; i++)
		is_right = infer_into_memory(infer, whole, list->data.items[i], memory->element,
					     arena_print(infer->compile->arena, "element %zu of %s",
							 i, use)) &&
			   is_right;
	return is_right;
}

static bool is_list(const struct expression *value)
{
	return value->kind == EXPRESSION_DATA && value->data.kind == DATA_LIST && !value->data.base;
}

bool infer_into_memory(struct infer *infer, const struct expression *whole,
		       const struct expression *value, const struct memory_type *memory,
		       const char *use)
{
	struct type type;

	if (is_list(value) && memory->kind == MEMORY_ARRAY)
		return infer_stored_list(infer, whole, value, memory, use);
	type = infer_expression(infer, value);
	if (type.is_poison)
		return false;
	if (type_is_none(&type))
		return true;
	switch (memory->kind) {
	case MEMORY_INTEGER:
		if (type_has_binary(&type) || type.context)
			return refuse_stored(infer, whole, value, &type, memory, use);
		if (may_be_no_integer(infer, value, &type, use))
			mark_raise(infer, whole, RAISES_PART);
		warn_of_truncation(infer, whole, value, &type, memory->integer, use);
		return true;
	case MEMORY_BOOLEAN:
	case MEMORY_ENUM:
		return infer_stored_atoms(infer, whole, value, &type, memory, use);
	case MEMORY_STRING:
		return infer_stored_text(infer, whole, value, &type, memory, use);
	case MEMORY_BINARY:
		return infer_stored_binary(infer, whole, value, &type, memory, use);
	case MEMORY_ARRAY:
	case MEMORY_RECORD:
		return infer_stored_data(infer, whole, value, &type, memory, use);
	}
	return false;
}

/* Fields */

const struct record_field *find_field(struct infer *infer, struct span span,
				      const struct record_type *record, const char *name)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	const struct record_field *field = record_field_find(record, name);
	struct diagnostic *diagnostic;
	const char *nearest;

	if (field || infer->is_trial)
		return field;
	diagnostic = error_at(diagnostics, span, CODE_UNKNOWN_FIELD,
			      "`%s` is not a field of `%%%s{}`", name, record_type_written(record));
	nearest = record_suggest_field(infer->compile, record, name);
	if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `%s`?", nearest);
	return NULL;
}

/* Says so when the value may be something else than the record, which raises. */
static void warn_of_no_record(struct infer *infer, const struct expression *whole,
			      const struct expression *operand, const struct type *type,
			      const char *use)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (type_is_memory(type))
		return;
	mark_raise(infer, whole, RAISES_PART);
	if (infer->in_guard)
		return;
	diagnostic = strict_at(diagnostics, operand_span(operand, whole),
			       type_has_atom(type, ATOM_NIL) ? CODE_NIL_OPERAND : CODE_BAD_OPERAND,
			       "%s is %s here, and %s needs `%%%s{}`", operand_text(infer, operand),
			       text_of(infer, type), use,
			       record_type_written(type->memory->record));
	diagnostic_hint(diagnostics, diagnostic, "match the other cases first");
}

struct type infer_record_field(struct infer *infer, const struct expression *expression,
			       const struct type *object)
{
	const struct record_field *field = find_field(
		infer, expression->field.name_span, object->memory->record, expression->field.name);

	if (!field)
		return type_poison();
	warn_of_no_record(infer, expression, expression->field.object, object,
			  arena_print(infer->compile->arena, "`.%s`", field->name));
	typed_of(infer, expression)->field = field;
	mark_read(infer, expression, field->type);
	return type_in_memory(infer, field->type);
}

/* Construction and update */

const struct record_type *named_record(struct infer *infer, struct span span, const char *name)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct unit *unit = infer->typed_unit->unit;
	const struct record_type *record = record_type_find(unit, name);
	struct diagnostic *diagnostic;

	if (record || infer->is_trial)
		return record;
	diagnostic = error_at(diagnostics, span, CODE_UNSUPPORTED,
			      "`%%%s{}` is a struct that no `deftype` defines",
			      strncmp(name, "Elixir.", 7) == 0 ? name + 7 : name);
	diagnostic_hint(diagnostics, diagnostic,
			"programs have structs of `deftype Event, pid: :u32`, which have a layout "
			"in memory");
	return NULL;
}

/* What is built or updated: expression nodes of two kinds come down to it. */
struct update {
	const struct expression *whole;
	const char *name;	       /* of the struct's module; NULL for that of the base */
	const struct expression *base; /* NULL when it is built from its defaults */
	const struct field_value *fields;
	size_t count;
};

static const struct record_type *record_of_base(struct infer *infer, const struct update *update,
						const struct type *base)
{
	const struct record_type *record;

	if (base->is_mixed || !base->memory || base->memory->kind != MEMORY_RECORD) {
		diagnostic_hint(&infer->compile->diagnostics,
				error_at(&infer->compile->diagnostics,
					 operand_span(update->base, update->whole),
					 CODE_BAD_OPERAND,
					 "%s is %s here, and an update needs a struct",
					 operand_text(infer, update->base), text_of(infer, base)),
				"update a struct or a map: `%%{value | field: 1}`");
		return NULL;
	}
	record = base->memory->record;
	if (update->name && strcmp(update->name, record->name) != 0) {
		diagnostic_hint(
			&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics,
				 operand_span(update->base, update->whole), CODE_ALWAYS_FAILS,
				 "this update always fails: %s is %s",
				 operand_text(infer, update->base), text_of(infer, base)),
			"write the name of the struct that it is, or `%%{value | field: 1}`");
		return NULL;
	}
	warn_of_no_record(infer, update->whole, update->base, base, "an update");
	return record;
}

static bool infer_field_value(struct infer *infer, const struct expression *whole,
			      const struct record_type *record, const struct field_value *given)
{
	const struct record_field *field =
		find_field(infer, operand_span(given->value, whole), record, given->name);

	if (!field)
		return false;
	return infer_into_memory(infer, whole, given->value, field->type,
				 arena_print(infer->compile->arena, "the field `%s` of `%%%s{}`",
					     field->name, record_type_written(record)));
}

static struct type infer_fields(struct infer *infer, const struct update *update,
				const struct record_type *record)
{
	bool is_right = true, is_none = false;

	for (size_t i = 0; i < update->count; i++) {
		const struct field_value *given = &update->fields[i];

		is_right = infer_field_value(infer, update->whole, record, given) && is_right;
		is_none = is_none || type_is_none(&typed_of(infer, given->value)->type);
	}
	if (!is_right)
		return type_poison();
	return is_none ? type_none() : type_memory(&record->type);
}

static struct type infer_update(struct infer *infer, const struct update *update,
				const struct type *base)
{
	const struct record_type *record = record_of_base(infer, update, base);

	return record ? infer_fields(infer, update, record) : type_poison();
}

struct type infer_record_update(struct infer *infer, const struct expression *map,
				const struct type *base)
{
	size_t count = map->data.count;
	struct field_value *fields = ARENA_ARRAY(infer->compile->arena, struct field_value, count);
	struct update update = { map, NULL, map->data.base, fields, count };

	for (size_t i = 0; i < count; i++) {
		const struct map_key *key = &map->data.keys[i];

		fields[i].name = key->atom ? key->atom : map_key_text(infer->compile, key);
		fields[i].value = map->data.items[i];
	}
	return infer_update(infer, &update, base);
}

struct type infer_struct(struct infer *infer, const struct expression *expression)
{
	struct update update = { expression, expression->record.name, expression->record.base,
				 expression->record.fields, expression->record.count };
	const struct record_type *record;
	struct type base;

	if (expression->record.base) {
		base = infer_expression(infer, expression->record.base);
		if (base.is_poison || type_is_none(&base))
			return base;
		return infer_update(infer, &update, &base);
	}
	record = named_record(infer, expression->span, expression->record.name);
	return record ? infer_fields(infer, &update, record) : type_poison();
}

struct type infer_element(struct infer *infer, const struct expression *expression,
			  const struct memory_type *memory)
{
	mark_read(infer, expression, memory);
	return type_in_memory(infer, memory);
}
