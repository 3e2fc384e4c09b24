/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/memory_type.h"

#include "base/buffer.h"
#include "compiler/unit/enum_type.h"
#include "compiler/unit/record_type.h"
#include "compiler/core/suggest.h"
#include "compiler/unit/tuple_type.h"
#include "compiler/unit/unit.h"

#include <string.h>

#define MAC_SIZE 6

static const char *const type_names[] = {
#define INTEGER_TYPE(enumerator, name, c_type, size, is_signed) #name,
#include "compiler/table/integer_type.def"
#undef INTEGER_TYPE
	"bool",
	"ipv4",
	"ipv6",
	"mac",
};

struct range integer_type_range(const struct integer_type *type)
{
	unsigned bits = type->size * 8;

	if (type->is_signed)
		return (struct range){ -((wide)1 << (bits - 1)), ((wide)1 << (bits - 1)) - 1 };
	return (struct range){ 0, ((wide)1 << bits) - 1 };
}

struct memory_type *memory_type_new(struct compile *compile, enum memory_kind kind, unsigned size,
				    unsigned alignment)
{
	struct memory_type *type = ARENA_NEW(compile->arena, struct memory_type);

	type->kind = kind;
	type->size = size;
	type->alignment = alignment;
	return type;
}

const struct memory_type *memory_type_of_integer(struct compile *compile,
						 const struct integer_type *integer)
{
	struct memory_type *type =
		memory_type_new(compile, MEMORY_INTEGER, integer->size, integer->size);

	type->integer = integer;
	return type;
}

const struct memory_type *memory_type_of_array(struct compile *compile,
					       const struct memory_type *element, unsigned count)
{
	struct memory_type *type =
		memory_type_new(compile, MEMORY_ARRAY, element->size * count, element->alignment);

	type->element = element;
	type->count = count;
	return type;
}

const struct memory_type *memory_type_of_binary(struct compile *compile, unsigned size)
{
	return memory_type_new(compile, MEMORY_BINARY, size, 1);
}

const struct memory_type *memory_type_refuse(struct type_reader *reader, const char *problem,
					     const char *hint)
{
	struct diagnostics *diagnostics = &reader->compile->diagnostics;
	struct diagnostic *diagnostic =
		error_at(diagnostics, reader->span, reader->code, "%s %s", reader->owner, problem);

	diagnostic_hint(diagnostics, diagnostic, "%s", hint);
	return NULL;
}

/* "`:u32`", or "`Event`": a type's name that was probably meant. */
static const char *nearest_type(struct type_reader *reader, const char *name)
{
	const size_t scalars = sizeof(type_names) / sizeof(type_names[0]);
	size_t records = reader->unit->record_count;
	struct arena *arena = reader->compile->arena;
	const char **names = ARENA_ARRAY(arena, const char *, records);
	const char *nearest;

	if (strncmp(name, "Elixir.", 7) != 0) {
		nearest = suggest_name(arena, name, type_names, scalars);
		return nearest ? arena_print(arena, "`:%s`", nearest) : NULL;
	}
	for (size_t i = 0; i < records; i++)
		names[i] = record_type_written(&reader->unit->records[i]);
	name = strrchr(name, '.') + 1;
	nearest = suggest_name(arena, name, names, records);
	return nearest ? arena_print(arena, "`%s`", nearest) : NULL;
}

static bool is_hidden(const char *name)
{
	for (size_t i = 0; i < HIDDEN_COUNT; i++) {
		if (strcmp(hidden_fields[i].elixir, name) == 0)
			return true;
	}
	return false;
}

static const struct memory_type *unknown_type(struct type_reader *reader, const char *name)
{
	struct arena *arena = reader->compile->arena;
	const char *nearest = name ? nearest_type(reader, name) : NULL;
	const char *problem = "has a type that Honey does not know";

	if (name)
		problem = arena_print(arena, "has the type `%s%s`, which Honey does not know",
				      strncmp(name, "Elixir.", 7) == 0 ? "" : ":",
				      strncmp(name, "Elixir.", 7) == 0 ? name + 7 : name);
	if (name && is_hidden(name))
		return memory_type_refuse(
			reader, problem,
			arena_print(arena,
				    "it is for a field of `deftype`: `deftype Account, %s: "
				    ":%s, balance: :s64`",
				    strcmp(name, "timer") == 0 ? "timer" : "lock", name));
	if (nearest && strcmp(nearest, arena_print(arena, "`%s`", module_text(name))) == 0)
		return memory_type_refuse(reader, problem,
					  arena_print(arena,
						      "`deftype %s` stands below: move it up, "
						      "before its name is used",
						      module_text(name)));
	if (nearest)
		return memory_type_refuse(reader, problem,
					  arena_print(arena, "did you mean %s?", nearest));
	return memory_type_refuse(
		reader, problem,
		"the types are :u8 to :u64, :s8 to :s64, :bool, {:be, :u16}, :ipv4, :ipv6, :mac, "
		"{:enum, [:a, :b]}, {:array, type, n}, {:string, n}, {:binary, n}, tuples of "
		"types, and what `deftype` defines");
}

/* `%Event{}`, where its name is the type: Honey.Type.without_structs/1 makes {:%, Event} of it. */
static const struct memory_type *refuse_struct(struct type_reader *reader, const char *name)
{
	struct arena *arena = reader->compile->arena;
	const struct record_type *record = record_type_find(reader->unit, name);
	const char *written = record ? record_type_written(record) : module_text(name);

	return memory_type_refuse(reader,
				  arena_print(arena, "is a struct, `%%%s{}`, and no type", written),
				  arena_print(arena, "write the struct's name: `%s`", written));
}

/* What the kernel keeps for itself in a record, it finds only where a map's value is that record. */
static const struct memory_type *checked_record(struct type_reader *reader,
						const struct memory_type *type)
{
	if (!type || reader->takes_hidden || !record_has_hidden(type->record))
		return type;
	for (size_t i = 0; i < HIDDEN_COUNT; i++) {
		if (type->record->hidden_names[i])
			return memory_type_refuse(
				reader,
				arena_print(reader->compile->arena,
					    "has the type `%s` with its `%s`, which only the "
					    "value of a map can have",
					    record_type_written(type->record),
					    type->record->hidden_names[i]),
				"give the inner fields a type of their own, without it");
	}
	return type;
}

static const struct memory_type *read_named(struct type_reader *reader, const char *name)
{
	const struct integer_type *integer = integer_type_find(name);
	struct record_type *record;
	struct memory_type *type;

	if (integer)
		return memory_type_of_integer(reader->compile, integer);
	if (strcmp(name, "bool") == 0) {
		type = memory_type_new(reader->compile, MEMORY_BOOLEAN, 1, 1);
		type->integer = integer_type_find("u8");
		return type;
	}
	if (strcmp(name, "mac") == 0)
		return memory_type_of_binary(reader->compile, MAC_SIZE);
	if (strcmp(name, "ipv4") == 0 || strcmp(name, "ipv6") == 0)
		return address_type(reader, name);
	record = record_type_find(reader->unit, name);
	if (!record)
		return unknown_type(reader, name);
	return checked_record(reader, record_type_lay_out(reader, record));
}

static unsigned read_count(const struct term *term)
{
	if (!term || term->kind != TERM_INTEGER || term->integer.negative ||
	    term->integer.magnitude > LARGEST_DATA)
		return 0;
	return (unsigned)term->integer.magnitude;
}

static const struct memory_type *read_string(struct type_reader *reader, const struct term *term)
{
	unsigned size = read_count(term_item(term, 1));

	if (!size)
		return memory_type_refuse(reader,
					  "has a string of a size that is not from 1 to 8192 bytes",
					  "write `{:string, 16}`: text of at most 16 bytes");
	return memory_type_new(reader->compile, MEMORY_STRING, size, 1);
}

static const struct memory_type *read_binary(struct type_reader *reader, const struct term *term)
{
	unsigned size = read_count(term_item(term, 1));

	if (!size)
		return memory_type_refuse(reader,
					  "has a binary of a size that is not from 1 to 8192 bytes",
					  "write `{:binary, 6}`: just as many bytes");
	return memory_type_new(reader->compile, MEMORY_BINARY, size, 1);
}

static const struct memory_type *read_array(struct type_reader *reader, const struct term *term)
{
	unsigned count = read_count(term_item(term, 2));
	struct type_reader inner = *reader;
	const struct memory_type *element;
	struct memory_type *type;

	if (!count)
		return memory_type_refuse(reader,
					  "has an array of a length that is not from 1 to 8192",
					  "write `{:array, :u32, 4}`: an array of four");
	inner.takes_hidden = false;
	element = memory_type_read(&inner, term_item(term, 1));
	if (!element)
		return NULL;
	if (element->size * count > LARGEST_DATA)
		return memory_type_refuse(
			reader,
			arena_print(reader->compile->arena,
				    "has an array of %u bytes, and data can have %d",
				    element->size * count, LARGEST_DATA),
			"keep the elements in a map of their own");
	type = memory_type_new(reader->compile, MEMORY_ARRAY, element->size * count,
			       element->alignment);
	type->element = element;
	type->count = count;
	return type;
}

/* Words that a type begins with which is no tuple of types: none of them is a type itself. */
static const struct form {
	const char *name;
	size_t least, most; /* elements */
	const struct memory_type *(*read)(struct type_reader *reader, const struct term *term);
	const char *example;
} forms[] = {
	{ "string", 2, 2, read_string, "{:string, 16}" },
	{ "binary", 2, 2, read_binary, "{:binary, 6}" },
	{ "array", 3, 3, read_array, "{:array, :u32, 4}" },
	{ "enum", 2, 3, enum_type_read, "{:enum, [:a, :b]}" },
	{ "be", 2, 2, swapped_type_read, "{:be, :u16}" },
	{ "lpm", 2, 2, prefix_type_read, "{:lpm, :ipv4}" },
};

#define FORM_COUNT (sizeof(forms) / sizeof(forms[0]))

static const struct form *find_form(const char *name)
{
	for (size_t i = 0; i < FORM_COUNT; i++) {
		if (strcmp(forms[i].name, name) == 0)
			return &forms[i];
	}
	return NULL;
}

/* What a tuple begins with that is neither a form nor a type, but nearly a form. */
static const struct form *nearest_form(struct type_reader *reader, const char *name)
{
	struct arena *arena = reader->compile->arena;
	const char **names = ARENA_ARRAY(arena, const char *, FORM_COUNT);
	const char *nearest;

	for (size_t i = 0; i < FORM_COUNT; i++)
		names[i] = forms[i].name;
	nearest = suggest_name(arena, name, names, FORM_COUNT);
	return nearest ? find_form(nearest) : NULL;
}

static bool is_type_name(struct type_reader *reader, const char *name)
{
	for (size_t i = 0; i < sizeof(type_names) / sizeof(type_names[0]); i++) {
		if (strcmp(type_names[i], name) == 0)
			return true;
	}
	return is_hidden(name) || record_type_find(reader->unit, name);
}

static const struct memory_type *read_form(struct type_reader *reader, const struct form *form,
					   const struct term *term)
{
	struct arena *arena = reader->compile->arena;

	if (term_count(term) >= form->least && term_count(term) <= form->most)
		return form->read(reader, term);
	return memory_type_refuse(
		reader,
		arena_print(arena, "has a type of %zu element%s that begins with `:%s`",
			    term_count(term), term_count(term) == 1 ? "" : "s", form->name),
		arena_print(arena, "write `%s`", form->example));
}

static const struct memory_type *read_tuple(struct type_reader *reader, const struct term *term)
{
	const char *name = term_name(term_item(term, 0));
	const struct form *form = name ? find_form(name) : NULL;

	if (form)
		return read_form(reader, form, term);
	if (name && strcmp(name, "%") == 0 && term_name(term_item(term, 1)))
		return refuse_struct(reader, term_name(term_item(term, 1)));
	form = name && !is_type_name(reader, name) ? nearest_form(reader, name) : NULL;
	if (!form)
		return tuple_type_read(reader, term);
	return memory_type_refuse(
		reader,
		arena_print(reader->compile->arena,
			    "has a type that begins with `:%s`, which Honey does not know", name),
		arena_print(reader->compile->arena, "did you mean `%s`?", form->example));
}

const struct memory_type *memory_type_read(struct type_reader *reader, const struct term *term)
{
	const struct memory_type *type;

	if (!term)
		return unknown_type(reader, NULL);
	if (term->kind == TERM_ATOM)
		return read_named(reader, term->atom);
	if (term->kind != TERM_TUPLE)
		return unknown_type(reader, NULL);
	if (!nesting_enter(reader->compile, reader->span))
		return NULL;
	type = read_tuple(reader, term);
	nesting_leave(reader->compile);
	return type;
}

bool memory_type_equal(const struct memory_type *a, const struct memory_type *b)
{
	if (a == b)
		return true;
	if (!a || !b || a->kind != b->kind || a->size != b->size || a->integer != b->integer ||
	    a->count != b->count || a->record != b->record || a->member_count != b->member_count)
		return false;
	for (size_t i = 0; i < a->member_count; i++) {
		if (a->members[i].number != b->members[i].number ||
		    strcmp(a->members[i].name, b->members[i].name) != 0)
			return false;
	}
	return memory_type_equal(a->element, b->element);
}

bool memory_type_is_scalar(const struct memory_type *type)
{
	return type->integer != NULL;
}

bool memory_type_is_bytes(const struct memory_type *type)
{
	return type->kind == MEMORY_STRING || type->kind == MEMORY_BINARY;
}

unsigned memory_type_array_size(const struct memory_type *type)
{
	return type->kind == MEMORY_STRING ? type->size + 1 : type->size;
}

bool memory_type_can_misread(const struct memory_type *type)
{
	if (type->kind == MEMORY_ENUM)
		return true;
	for (size_t i = 0; type->kind == MEMORY_TUPLE && i < type->record->field_count; i++) {
		if (memory_type_can_misread(type->record->fields[i].type))
			return true;
	}
	return false;
}

unsigned memory_type_shown(const struct memory_type *type)
{
	return type->kind == MEMORY_RECORD ? type->record->shown : type->size;
}

struct type type_of_memory(struct compile *compile, struct atom_table *atoms,
			   const struct memory_type *memory)
{
	struct range range;

	switch (memory->kind) {
	case MEMORY_INTEGER:
		range = integer_type_range(memory->integer);
		return type_integer(range.high > WIDE_S64_MAX ? INTEGER_U64 : INTEGER_S64,
				    range.low, range.high);
	case MEMORY_BOOLEAN:
		return type_boolean(compile);
	case MEMORY_ENUM:
		return enum_type_values(compile, atoms, memory);
	case MEMORY_STRING:
		return (struct type){ .text_size = memory->size + 1 };
	case MEMORY_BINARY:
		return type_bytes(memory->size);
	case MEMORY_ARRAY:
	case MEMORY_RECORD:
		return type_memory(memory);
	case MEMORY_TUPLE:
		return tuple_type_values(compile, atoms, memory);
	case MEMORY_SWAPPED:
		return type_of_memory(compile, atoms, swapped_number(memory)->type);
	}
	return type_poison();
}

const char *memory_type_text(struct compile *compile, const struct memory_type *type)
{
	switch (type->kind) {
	case MEMORY_INTEGER:
		return "an integer";
	case MEMORY_BOOLEAN:
		return "true or false";
	case MEMORY_ENUM:
		return enum_type_text(compile, type);
	case MEMORY_STRING:
		return arena_print(compile->arena, "a string of at most %u bytes", type->size);
	case MEMORY_BINARY:
		return arena_print(compile->arena, "a binary of %u byte%s", type->size,
				   type->size == 1 ? "" : "s");
	case MEMORY_ARRAY:
		return arena_print(compile->arena, "an array of %u", type->count);
	case MEMORY_RECORD:
		return arena_print(compile->arena, "`%%%s{}`", record_type_written(type->record));
	case MEMORY_TUPLE:
		return tuple_type_text(compile, type);
	case MEMORY_SWAPPED:
		return "an integer";
	}
	return "a value";
}
