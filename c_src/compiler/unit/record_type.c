/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/record_type.h"

#include "compiler/core/suggest.h"
#include "compiler/unit/unit.h"

#include <string.h>

#define MOST_FIELDS 128

const struct hidden_field hidden_fields[] = {
#define HIDDEN_FIELD(enumerator, elixir, c_name, members, size, alignment, text) \
	{ elixir, c_name, members, size, alignment, text },
#include "compiler/table/hidden_field.def"
#undef HIDDEN_FIELD
};

bool record_has_hidden(const struct record_type *record)
{
	for (size_t i = 0; i < HIDDEN_COUNT; i++) {
		if (record->hidden_names[i])
			return true;
	}
	return false;
}

const char *record_type_written(const struct record_type *record)
{
	const char *last = strrchr(record->name, '.');

	return last ? last + 1 : record->name;
}

struct record_type *record_type_find(struct unit *unit, const char *name)
{
	for (size_t i = 0; i < unit->record_count; i++) {
		if (strcmp(unit->records[i].name, name) == 0)
			return &unit->records[i];
	}
	return NULL;
}

const struct record_field *record_field_find(const struct record_type *record, const char *name)
{
	for (size_t i = 0; i < record->field_count; i++) {
		if (strcmp(record->fields[i].name, name) == 0)
			return &record->fields[i];
	}
	return NULL;
}

const char *record_suggest_field(struct compile *compile, const struct record_type *record,
				 const char *name)
{
	const char **names = ARENA_ARRAY(compile->arena, const char *, record->field_count);

	for (size_t i = 0; i < record->field_count; i++)
		names[i] = record->fields[i].name;
	return suggest_name(compile->arena, name, names, record->field_count);
}

static unsigned round_up(unsigned size, unsigned alignment)
{
	return (size + alignment - 1) / alignment * alignment;
}

/* What is the kernel's comes last; the first of it is where programs must stop. */
static unsigned lay_out_hidden(struct record_type *record, unsigned offset)
{
	for (size_t i = 0; i < HIDDEN_COUNT; i++) {
		unsigned alignment = hidden_fields[i].alignment;

		if (!record->hidden_names[i])
			continue;
		record->hidden_at[i] = round_up(offset, alignment);
		if (!record->shown)
			record->shown = record->hidden_at[i];
		offset = record->hidden_at[i] + hidden_fields[i].size;
		if (alignment > record->type.alignment)
			record->type.alignment = alignment;
	}
	return offset;
}

/* Offsets as C gives them; every byte that no field has is the padding of the one before. */
void record_type_place_fields(struct record_type *record, unsigned alignment)
{
	unsigned offset = 0, end;

	record->type.alignment = alignment;
	for (size_t i = 0; i < record->field_count; i++) {
		struct record_field *field = &record->fields[i];
		unsigned inner = field->type->alignment;

		field->offset = round_up(offset, inner);
		if (i)
			field[-1].padding = field->offset - offset;
		offset = field->offset + field->type->size;
		if (inner > record->type.alignment)
			record->type.alignment = inner;
	}
	end = offset;
	offset = lay_out_hidden(record, offset);
	record->type.size = round_up(offset, record->type.alignment);
	record->fields[record->field_count - 1].padding = record->type.size - end;
	if (!record_has_hidden(record))
		record->shown = record->type.size;
}

/* Whether the field is a hidden one, which there can be once. */
static bool read_hidden(struct type_reader *reader, struct record_type *record, const char *name,
			const struct term *type, bool *is_right)
{
	struct diagnostics *diagnostics = &reader->compile->diagnostics;

	for (size_t i = 0; i < HIDDEN_COUNT; i++) {
		if (!term_is_atom(type, hidden_fields[i].elixir))
			continue;
		*is_right = !record->hidden_names[i];
		if (!*is_right)
			diagnostic_hint(
				diagnostics,
				error_at(diagnostics, record->span, reader->code,
					 "`%s` has two fields of type `:%s`, and the kernel "
					 "takes one",
					 record_type_written(record), hidden_fields[i].elixir),
				"leave one of them out");
		record->hidden_names[i] = name;
		return true;
	}
	return false;
}

static bool read_field(struct type_reader *outer, struct record_type *record,
		       struct symbols *symbols, const struct term *term)
{
	struct compile *compile = outer->compile;
	struct record_field *field = &record->fields[record->field_count];
	const char *name = term_name(term_item(term, 0));
	struct type_reader reader = *outer;
	bool is_right;

	if (!name) {
		error_at(&compile->diagnostics, record->span, reader.code,
			 "a field of `%s` has no name", record_type_written(record));
		return false;
	}
	reader.span = record->span;
	reader.takes_hidden = false;
	reader.owner = arena_print(compile->arena, "the field `%s` of `%s`", name,
				   record_type_written(record));
	if (record_field_find(record, name)) {
		diagnostic_hint(&compile->diagnostics,
				error_at(&compile->diagnostics, record->span, reader.code,
					 "`%s` has two fields `%s`", record_type_written(record),
					 name),
				"give each field a name of its own");
		return false;
	}
	if (read_hidden(outer, record, name, term_item(term, 1), &is_right))
		return is_right;
	field->type = memory_type_read(&reader, term_item(term, 1));
	if (!field->type)
		return false;
	field->name = name;
	field->symbol = program_symbol(compile, symbols, name);
	record->field_count++;
	return true;
}

static bool check_shown(struct type_reader *reader, const struct record_type *record)
{
	struct diagnostics *diagnostics = &reader->compile->diagnostics;

	if (record->field_count)
		return true;
	diagnostic_hint(diagnostics,
			error_at(diagnostics, record->span, reader->code,
				 "`%s` has no field but what is hidden from Elixir",
				 record_type_written(record)),
			"add what it is that %s is for: `deftype %s, %s, count: :u64`",
			record->hidden_names[HIDDEN_LOCK] ? "the lock" : "the timer",
			record_type_written(record),
			record->hidden_names[HIDDEN_LOCK] ? "lock: :spin_lock" : "timer: :timer");
	return false;
}

static bool read_fields(struct type_reader *reader, struct record_type *record)
{
	const struct term *list = term_get(record->definition, "fields");
	struct diagnostics *diagnostics = &reader->compile->diagnostics;
	struct symbols symbols = { 0 };
	size_t count = term_count(list);
	bool is_right = true;

	if (!count || count > MOST_FIELDS) {
		struct diagnostic *diagnostic = error_at(diagnostics, record->span, reader->code,
							 "`%s` has %zu fields, expected 1 to %d",
							 record_type_written(record), count,
							 MOST_FIELDS);

		diagnostic_hint(diagnostics, diagnostic,
				"write `deftype %s, pid: :u32, bytes: :u64`",
				record_type_written(record));
		return false;
	}
	record->fields = ARENA_ARRAY(reader->compile->arena, struct record_field, count);
	for (size_t i = 0; i < count; i++)
		is_right = read_field(reader, record, &symbols, term_item(list, i)) && is_right;
	return is_right && check_shown(reader, record);
}

static bool check_size(struct type_reader *reader, const struct record_type *record)
{
	struct diagnostics *diagnostics = &reader->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (record->type.size <= LARGEST_DATA)
		return true;
	diagnostic = error_at(diagnostics, record->span, reader->code,
			      "`%s` has %u bytes, and data can have %d",
			      record_type_written(record), record->type.size, LARGEST_DATA);
	diagnostic_hint(diagnostics, diagnostic, "divide it into several types");
	return false;
}

static void refuse_recursion(struct type_reader *reader, const struct record_type *record)
{
	struct diagnostics *diagnostics = &reader->compile->diagnostics;
	struct diagnostic *diagnostic = error_at(diagnostics, reader->span, reader->code,
						 "%s holds a `%s`, which so would hold itself",
						 reader->owner, record_type_written(record));

	diagnostic_hint(diagnostics, diagnostic,
			"keep the inner ones in a map, and their keys in the field");
}

const struct memory_type *record_type_lay_out(struct type_reader *reader,
					      struct record_type *record)
{
	bool is_right;

	switch (record->state) {
	case RECORD_UNREAD:
		break;
	case RECORD_READING:
		refuse_recursion(reader, record);
		return NULL;
	case RECORD_READ:
		return &record->type;
	case RECORD_REFUSED:
		return NULL;
	}
	if (!nesting_enter(reader->compile, record->span))
		return NULL;
	record->state = RECORD_READING;
	is_right = read_fields(reader, record);
	nesting_leave(reader->compile);
	if (is_right)
		record_type_place_fields(record, 1);
	is_right = is_right && check_size(reader, record);
	record->state = is_right ? RECORD_READ : RECORD_REFUSED;
	return is_right ? &record->type : NULL;
}

static bool read_definition(struct compile *compile, struct record_type *record,
			    struct symbols *symbols, const struct term *term)
{
	record->definition = term;
	record->name = term_name(term_get(term, "name"));
	if (!record->name)
		return false;
	record->span.line = term_number(term_get(term, "line"), 1);
	record->span.column = term_number(term_get(term, "column"), 0);
	if (record->span.column)
		record->span.end_column = record->span.column + (int)strlen("deftype");
	record->symbol = arena_print(compile->arena, "honey_%s",
				     program_symbol(compile, symbols, record_type_written(record)));
	record->type.kind = MEMORY_RECORD;
	record->type.record = record;
	return true;
}

bool record_types_read(struct compile *compile, struct unit *unit, const struct term *list)
{
	struct type_reader reader = {
		.compile = compile, .unit = unit, .code = CODE_BAD_TYPE, .owner = "the type"
	};
	struct symbols symbols = { 0 };

	unit->record_count = term_count(list);
	unit->records = ARENA_ARRAY(compile->arena, struct record_type, unit->record_count);
	for (size_t i = 0; i < unit->record_count; i++) {
		if (!read_definition(compile, &unit->records[i], &symbols, term_item(list, i)))
			return false;
		unit->records[i].number = (unsigned)i;
	}
	for (size_t i = 0; i < unit->record_count; i++) {
		reader.span = unit->records[i].span;
		record_type_lay_out(&reader, &unit->records[i]);
	}
	return true;
}
