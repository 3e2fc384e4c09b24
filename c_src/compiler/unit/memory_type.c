/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/memory_type.h"

#include "base/buffer.h"
#include "compiler/unit/record_type.h"
#include "compiler/core/suggest.h"
#include "compiler/unit/unit.h"

#include <string.h>

#define MOST_MEMBERS 256

static const char *const type_names[] = {
#define INTEGER_TYPE(enumerator, name, c_type, size, is_signed) #name,
#include "compiler/table/integer_type.def"
#undef INTEGER_TYPE
	"bool",
};

struct range integer_type_range(const struct integer_type *type)
{
	unsigned bits = type->size * 8;

	if (type->is_signed)
		return (struct range){ -((wide)1 << (bits - 1)), ((wide)1 << (bits - 1)) - 1 };
	return (struct range){ 0, ((wide)1 << bits) - 1 };
}

static struct memory_type *new_type(struct compile *compile, enum memory_kind kind, unsigned size,
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
	struct memory_type *type = new_type(compile, MEMORY_INTEGER, integer->size, integer->size);

	type->integer = integer;
	return type;
}

const struct memory_type *memory_type_of_array(struct compile *compile,
					       const struct memory_type *element, unsigned count)
{
	struct memory_type *type =
		new_type(compile, MEMORY_ARRAY, element->size * count, element->alignment);

	type->element = element;
	type->count = count;
	return type;
}

const struct memory_type *memory_type_of_binary(struct compile *compile, unsigned size)
{
	return new_type(compile, MEMORY_BINARY, size, 1);
}

static const struct memory_type *refuse(struct type_reader *reader, const char *problem,
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
		return refuse(reader, problem,
			      arena_print(arena,
					  "it is for a field of `deftype`: `deftype Account, %s: "
					  ":%s, balance: :s64`",
					  strcmp(name, "timer") == 0 ? "timer" : "lock", name));
	if (nearest)
		return refuse(reader, problem, arena_print(arena, "did you mean %s?", nearest));
	return refuse(reader, problem,
		      "the types are :u8 to :u64, :s8 to :s64, :bool, {:enum, [:a, :b]}, "
		      "{:array, type, n}, {:string, n}, {:binary, n}, and what `deftype` defines");
}

/* `%Event{}`, where its name is the type: Honey.Type.without_structs/1 makes {:%, Event} of it. */
static const struct memory_type *refuse_struct(struct type_reader *reader, const char *name)
{
	struct arena *arena = reader->compile->arena;
	const struct record_type *record = record_type_find(reader->unit, name);
	const char *written = record ? record_type_written(record) : module_text(name);

	return refuse(reader, arena_print(arena, "is a struct, `%%%s{}`, and no type", written),
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
			return refuse(reader,
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
		type = new_type(reader->compile, MEMORY_BOOLEAN, 1, 1);
		type->integer = integer_type_find("u8");
		return type;
	}
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
		return refuse(reader, "has a string of a size that is not from 1 to 8192 bytes",
			      "write `{:string, 16}`: text of at most 16 bytes");
	return new_type(reader->compile, MEMORY_STRING, size, 1);
}

static const struct memory_type *read_binary(struct type_reader *reader, const struct term *term)
{
	unsigned size = read_count(term_item(term, 1));

	if (!size)
		return refuse(reader, "has a binary of a size that is not from 1 to 8192 bytes",
			      "write `{:binary, 6}`: just as many bytes");
	return new_type(reader->compile, MEMORY_BINARY, size, 1);
}

static const struct memory_type *read_array(struct type_reader *reader, const struct term *term)
{
	unsigned count = read_count(term_item(term, 2));
	struct type_reader inner = *reader;
	const struct memory_type *element;
	struct memory_type *type;

	if (!count)
		return refuse(reader, "has an array of a length that is not from 1 to 8192",
			      "write `{:array, :u32, 4}`: an array of four");
	inner.takes_hidden = false;
	element = memory_type_read(&inner, term_item(term, 1));
	if (!element)
		return NULL;
	if (element->size * count > LARGEST_DATA)
		return refuse(reader,
			      arena_print(reader->compile->arena,
					  "has an array of %u bytes, and data can have %d",
					  element->size * count, LARGEST_DATA),
			      "keep the elements in a map of their own");
	type = new_type(reader->compile, MEMORY_ARRAY, element->size * count, element->alignment);
	type->element = element;
	type->count = count;
	return type;
}

static wide number_of(const struct term *term)
{
	return term->integer.negative ? -(wide)term->integer.magnitude
				      : (wide)term->integer.magnitude;
}

/* `:a`, which counts on from the member before, or `a: 1`. */
static bool read_member(const struct term *term, wide next, struct enum_member *member)
{
	const struct term *number = term_item(term, 1);

	*member = (struct enum_member){ term_name(term), next };
	if (term_is_tuple(term, 2) && number->kind == TERM_INTEGER)
		*member = (struct enum_member){ term_name(term_item(term, 0)), number_of(number) };
	return member->name && strcmp(member->name, "nil") != 0 &&
	       strcmp(member->name, "true") != 0 && strcmp(member->name, "false") != 0;
}

static bool is_repeated(const struct memory_type *type, const struct enum_member *member)
{
	for (size_t i = 0; i < type->member_count; i++) {
		if (strcmp(type->members[i].name, member->name) == 0 ||
		    type->members[i].number == member->number)
			return true;
	}
	return false;
}

static bool read_members(struct type_reader *reader, struct memory_type *type,
			 const struct term *list)
{
	size_t count = list && list->kind == TERM_LIST ? term_count(list) : 0;
	wide next = 0;

	if (!count || count > MOST_MEMBERS) {
		refuse(reader, "has an enum whose members are not a list of 1 to 256 atoms",
		       "write `{:enum, [:a, :b]}`, or `{:enum, a: 1, b: 2}`");
		return false;
	}
	type->members = ARENA_ARRAY(reader->compile->arena, struct enum_member, count);
	for (size_t i = 0; i < count; i++) {
		struct enum_member member;

		if (!read_member(term_item(list, i), next, &member)) {
			refuse(reader, "has an enum with a member that is no name",
			       "a member is an atom other than true, false and nil, or an atom "
			       "with an integer");
			return false;
		}
		if (is_repeated(type, &member)) {
			refuse(reader,
			       arena_print(reader->compile->arena,
					   "has an enum with `:%s` or its number twice",
					   member.name),
			       "each atom stands for a number of its own");
			return false;
		}
		type->members[type->member_count++] = member;
		next = member.number + 1;
	}
	return true;
}

/* As in C, an int of 32 bits, unless the third element says otherwise. */
static const struct integer_type *enum_integer(const struct memory_type *type,
					       const struct term *given)
{
	bool is_negative = false;

	if (given)
		return term_name(given) ? integer_type_find(given->atom) : NULL;
	for (size_t i = 0; i < type->member_count; i++)
		is_negative = is_negative || type->members[i].number < 0;
	return integer_type_find(is_negative ? "s32" : "u32");
}

static const struct memory_type *read_enum(struct type_reader *reader, const struct term *term)
{
	struct memory_type *type = new_type(reader->compile, MEMORY_ENUM, 0, 0);
	struct range range;

	if (!read_members(reader, type, term_item(term, 1)))
		return NULL;
	type->integer = enum_integer(type, term_item(term, 2));
	if (!type->integer)
		return refuse(reader, "has an enum that is stored as what is no integer",
			      "write `{:enum, [:a, :b], :u8}`");
	range = integer_type_range(type->integer);
	for (size_t i = 0; i < type->member_count; i++) {
		wide number = type->members[i].number;

		if (number < range.low || number > range.high)
			return refuse(reader,
				      arena_print(reader->compile->arena,
						  "has an enum whose `:%s` does not fit into :%s",
						  type->members[i].name, type->integer->name),
				      "store it as a wider integer: `{:enum, [a: 1], :s64}`");
	}
	type->size = type->alignment = type->integer->size;
	return type;
}

const struct memory_type *memory_type_read(struct type_reader *reader, const struct term *term)
{
	const struct memory_type *type;

	if (!term)
		return unknown_type(reader, NULL);
	if (term->kind == TERM_ATOM)
		return read_named(reader, term->atom);
	if (!nesting_enter(reader->compile, reader->span))
		return NULL;
	if (term_is_tuple(term, 2) && term_is_atom(term_item(term, 0), "string"))
		type = read_string(reader, term);
	else if (term_is_tuple(term, 2) && term_is_atom(term_item(term, 0), "binary"))
		type = read_binary(reader, term);
	else if (term_is_tuple(term, 3) && term_is_atom(term_item(term, 0), "array"))
		type = read_array(reader, term);
	else if ((term_is_tuple(term, 2) || term_is_tuple(term, 3)) &&
		 term_is_atom(term_item(term, 0), "enum"))
		type = read_enum(reader, term);
	else if (term_is_tuple(term, 2) && term_is_atom(term_item(term, 0), "%") &&
		 term_name(term_item(term, 1)))
		type = refuse_struct(reader, term_name(term_item(term, 1)));
	else
		type = unknown_type(reader, NULL);
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

unsigned memory_type_shown(const struct memory_type *type)
{
	return type->kind == MEMORY_RECORD ? type->record->shown : type->size;
}

bool enum_has_zero(const struct memory_type *type)
{
	for (size_t i = 0; i < type->member_count; i++) {
		if (type->members[i].number == 0)
			return true;
	}
	return false;
}

static struct type enum_type(struct compile *compile, struct atom_table *atoms,
			     const struct memory_type *memory)
{
	struct type type = type_none();

	for (size_t i = 0; i < memory->member_count; i++) {
		int id = atom_id(compile, atoms, memory->members[i].name);

		type = type_join(compile, type, type_atom(compile, id));
	}
	if (enum_has_zero(memory))
		return type;
	return type_join(compile, type, type_atom(compile, ATOM_NIL));
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
		return enum_type(compile, atoms, memory);
	case MEMORY_STRING:
		return (struct type){ .text_size = memory->size + 1 };
	case MEMORY_BINARY:
		return type_bytes(memory->size);
	case MEMORY_ARRAY:
	case MEMORY_RECORD:
		return type_memory(memory);
	}
	return type_poison();
}

static const char *enum_text(struct compile *compile, const struct memory_type *type)
{
	struct buffer text;

	buffer_init(&text, compile->arena);
	for (size_t i = 0; i < type->member_count; i++)
		buffer_print(&text, "%s`:%s`", i ? " or " : "", type->members[i].name);
	return text.text;
}

const char *memory_type_text(struct compile *compile, const struct memory_type *type)
{
	switch (type->kind) {
	case MEMORY_INTEGER:
		return "an integer";
	case MEMORY_BOOLEAN:
		return "true or false";
	case MEMORY_ENUM:
		return enum_text(compile, type);
	case MEMORY_STRING:
		return arena_print(compile->arena, "a string of at most %u bytes", type->size);
	case MEMORY_BINARY:
		return arena_print(compile->arena, "a binary of %u byte%s", type->size,
				   type->size == 1 ? "" : "s");
	case MEMORY_ARRAY:
		return arena_print(compile->arena, "an array of %u", type->count);
	case MEMORY_RECORD:
		return arena_print(compile->arena, "`%%%s{}`", record_type_written(type->record));
	}
	return "a value";
}
