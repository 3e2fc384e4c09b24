/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/enum_type.h"

#include "base/buffer.h"
#include "compiler/unit/unit.h"

#include <string.h>

#define MOST_MEMBERS 256

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
		memory_type_refuse(reader,
				   "has an enum whose members are not a list of 1 to 256 atoms",
				   "write `{:enum, [:a, :b]}`, or `{:enum, a: 1, b: 2}`");
		return false;
	}
	type->members = ARENA_ARRAY(reader->compile->arena, struct enum_member, count);
	for (size_t i = 0; i < count; i++) {
		struct enum_member member;

		if (!read_member(term_item(list, i), next, &member)) {
			memory_type_refuse(
				reader, "has an enum with a member that is no name",
				"a member is an atom other than true, false and nil, or an atom "
				"with an integer");
			return false;
		}
		if (is_repeated(type, &member)) {
			memory_type_refuse(reader,
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

const struct memory_type *enum_type_read(struct type_reader *reader, const struct term *term)
{
	struct memory_type *type = memory_type_new(reader->compile, MEMORY_ENUM, 0, 0);
	struct range range;

	if (!read_members(reader, type, term_item(term, 1)))
		return NULL;
	type->integer = enum_integer(type, term_item(term, 2));
	if (!type->integer)
		return memory_type_refuse(reader,
					  "has an enum that is stored as what is no integer",
					  "write `{:enum, [:a, :b], :u8}`");
	range = integer_type_range(type->integer);
	for (size_t i = 0; i < type->member_count; i++) {
		wide number = type->members[i].number;

		if (number < range.low || number > range.high)
			return memory_type_refuse(
				reader,
				arena_print(reader->compile->arena,
					    "has an enum whose `:%s` does not fit into :%s",
					    type->members[i].name, type->integer->name),
				"store it as a wider integer: `{:enum, [a: 1], :s64}`");
	}
	type->size = type->alignment = type->integer->size;
	return type;
}

bool enum_has_zero(const struct memory_type *type)
{
	for (size_t i = 0; i < type->member_count; i++) {
		if (type->members[i].number == 0)
			return true;
	}
	return false;
}

struct type enum_type_values(struct compile *compile, struct atom_table *atoms,
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

const char *enum_type_text(struct compile *compile, const struct memory_type *type)
{
	struct buffer text;

	buffer_init(&text, compile->arena);
	for (size_t i = 0; i < type->member_count; i++)
		buffer_print(&text, "%s`:%s`", i ? " or " : "", type->members[i].name);
	return text.text;
}
