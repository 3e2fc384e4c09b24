/* SPDX-License-Identifier: Apache-2.0 */
/* Records and arrays: what their parts are. */
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
	if (memory_type_can_misread(memory))
		mark_raise(infer, expression, RAISES_PART);
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
