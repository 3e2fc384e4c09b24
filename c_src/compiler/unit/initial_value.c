/* SPDX-License-Identifier: Apache-2.0 */
/* An Elixir term as the bytes of a type: a variable's default, an entry of a map. */
#include "compiler/unit/initial_value.h"

#include "compiler/unit/memory_type.h"
#include "compiler/unit/record_type.h"
#include "compiler/unit/tuple_type.h"

#include "base/buffer.h"

#include <string.h>

struct initial_value {
	struct compile *compile;
	const struct initial_owner *owner;
	unsigned char *bytes;
};

/* `path`: where in the default it stands, "low[2]"; NULL for all of it. */
static bool put(struct initial_value *value, const struct memory_type *type,
		const struct term *term, unsigned offset, const char *path);

/* Of numbers alone, and of tuples of these. */
static bool add_numbers(struct buffer *text, const struct term *term)
{
	if (term->kind == TERM_INTEGER)
		buffer_print(text, "%s%llu", term->integer.negative ? "-" : "",
			     (unsigned long long)term->integer.magnitude);
	if (term->kind != TERM_TUPLE)
		return term->kind == TERM_INTEGER;
	buffer_add_text(text, "{");
	for (size_t i = 0; i < term_count(term); i++) {
		buffer_add_text(text, i ? ", " : "");
		if (!add_numbers(text, term_item(term, i)))
			return false;
	}
	buffer_add_text(text, "}");
	return true;
}

static const char *tuple_text(struct compile *compile, const struct term *term)
{
	struct buffer text;

	buffer_init(&text, compile->arena);
	buffer_add_text(&text, "`");
	if (!add_numbers(&text, term))
		return arena_print(compile->arena, "a tuple of %zu", term_count(term));
	buffer_add_text(&text, "`");
	return text.text;
}

const char *initial_term_text(struct compile *compile, const struct term *term)
{
	switch (term->kind) {
	case TERM_INTEGER:
		return arena_print(compile->arena, "%s%llu", term->integer.negative ? "-" : "",
				   (unsigned long long)term->integer.magnitude);
	case TERM_BIG:
		return "an integer of more than 64 bits";
	case TERM_FLOAT:
		return "a float";
	case TERM_ATOM:
		if (strcmp(term->atom, "nil") == 0 || strcmp(term->atom, "true") == 0 ||
		    strcmp(term->atom, "false") == 0)
			return term->atom;
		return arena_print(compile->arena, "`:%s`", term->atom);
	case TERM_BINARY:
		return arena_print(compile->arena, "a binary of %zu byte%s", term->binary.size,
				   term->binary.size == 1 ? "" : "s");
	case TERM_TUPLE:
		return tuple_text(compile, term);
	case TERM_LIST:
		return arena_print(compile->arena, "a list of %zu", term_count(term));
	case TERM_MAP:
		return term_get(term, "__struct__") ? "another struct" : "a map";
	case TERM_OPAQUE:
		break;
	}
	return "another term";
}

static const char *expected_text(struct compile *compile, const struct memory_type *type)
{
	const struct integer_type *integer;
	struct range range;

	if (type->kind == MEMORY_STRING)
		return arena_print(compile->arena, "text of at most %u byte%s without a NUL",
				   type->size, type->size == 1 ? "" : "s");
	if (type->kind == MEMORY_ARRAY)
		return arena_print(compile->arena, "a list of %u", type->count);
	if (type->kind != MEMORY_INTEGER && type->kind != MEMORY_SWAPPED)
		return memory_type_text(compile, type);
	integer = type->kind == MEMORY_SWAPPED ? swapped_number(type)->type->integer
					       : type->integer;
	range = integer_type_range(integer);
	return arena_print(compile->arena,
			   type->kind == MEMORY_SWAPPED ? "{:be, :%s} (%lld..%llu)"
							: ":%s (%lld..%llu)",
			   integer->name, (long long)range.low, (unsigned long long)range.high);
}

static bool misfit(struct initial_value *value, const struct memory_type *type,
		   const struct term *term, const char *path)
{
	struct compile *compile = value->compile;
	const char *found = initial_term_text(compile, term);
	const char *expected = expected_text(compile, type);

	if (path)
		error_at(&compile->diagnostics, value->owner->span, value->owner->code,
			 "%s does not fit: `%s` is %s, expected %s", value->owner->text, path,
			 found, expected);
	else
		error_at(&compile->diagnostics, value->owner->span, value->owner->code,
			 "%s is %s, expected %s", value->owner->text, found, expected);
	return false;
}

/* The lowest byte first, as all targets have it. */
static void put_number(struct initial_value *value, const struct memory_type *type, wide number,
		       unsigned offset)
{
	uint64_t bits = (uint64_t)number;

	for (unsigned i = 0; i < type->size; i++)
		value->bytes[offset + i] = (unsigned char)(bits >> (8 * i));
}

static bool put_integer(struct initial_value *value, const struct memory_type *type,
			const struct term *term, unsigned offset, const char *path)
{
	struct range range = integer_type_range(type->integer);
	wide number;

	if (term->kind != TERM_INTEGER)
		return misfit(value, type, term, path);
	number = (wide)term->integer.magnitude;
	if (term->integer.negative)
		number = -number;
	if (number < range.low || number > range.high)
		return misfit(value, type, term, path);
	put_number(value, type, number, offset);
	return true;
}

static bool put_boolean(struct initial_value *value, const struct memory_type *type,
			const struct term *term, unsigned offset, const char *path)
{
	if (!term_is_atom(term, "true") && !term_is_atom(term, "false"))
		return misfit(value, type, term, path);
	put_number(value, type, term_is_atom(term, "true"), offset);
	return true;
}

static bool put_enum(struct initial_value *value, const struct memory_type *type,
		     const struct term *term, unsigned offset, const char *path)
{
	for (size_t i = 0; i < type->member_count; i++) {
		if (!term_is_atom(term, type->members[i].name))
			continue;
		put_number(value, type, type->members[i].number, offset);
		return true;
	}
	if (term_is_atom(term, "nil") && !enum_has_zero(type))
		return true;
	return misfit(value, type, term, path);
}

static bool put_bytes(struct initial_value *value, const struct memory_type *type,
		      const struct term *term, unsigned offset, const char *path)
{
	bool is_text = type->kind == MEMORY_STRING;

	if (term->kind != TERM_BINARY || term->binary.size > type->size ||
	    (!is_text && term->binary.size != type->size) ||
	    (is_text && memchr(term->binary.bytes, 0, term->binary.size)))
		return misfit(value, type, term, path);
	memcpy(value->bytes + offset, term->binary.bytes, term->binary.size);
	return true;
}

static bool put_array(struct initial_value *value, const struct memory_type *type,
		      const struct term *term, unsigned offset, const char *path)
{
	if (term->kind != TERM_LIST || term_count(term) != type->count)
		return misfit(value, type, term, path);
	for (unsigned i = 0; i < type->count; i++) {
		if (!put(value, type->element, term_item(term, i), offset + i * type->element->size,
			 arena_print(value->compile->arena, "%s[%u]", path ? path : "", i)))
			return false;
	}
	return true;
}

static bool put_record(struct initial_value *value, const struct memory_type *type,
		       const struct term *term, unsigned offset, const char *path)
{
	const struct record_type *record = type->record;

	if (term->kind != TERM_MAP || !term_is_atom(term_get(term, "__struct__"), record->name))
		return misfit(value, type, term, path);
	for (size_t i = 0; i < record->field_count; i++) {
		const struct record_field *field = &record->fields[i];
		const struct term *given = term_get(term, field->name);

		if (!given)
			return misfit(value, type, term, path);
		if (!put(value, field->type, given, offset + field->offset,
			 arena_print(value->compile->arena, "%s%s%s", path ? path : "",
				     path ? "." : "", field->name)))
			return false;
	}
	return true;
}

static bool check_prefix(struct initial_value *value, const struct memory_type *type,
			 const struct term *length, const char *path)
{
	unsigned bits = prefix_type_bits(type);

	if (length->kind != TERM_INTEGER || length->integer.negative ||
	    length->integer.magnitude > bits) {
		error_at(&value->compile->diagnostics, value->owner->span, value->owner->code,
			 "%s does not fit: `%s` is %s, expected a length of 0 to %u bits",
			 value->owner->text, path, initial_term_text(value->compile, length), bits);
		return false;
	}
	return true;
}

static bool put_tuple(struct initial_value *value, const struct memory_type *type,
		      const struct term *term, unsigned offset, const char *path)
{
	if (term->kind != TERM_TUPLE || term_count(term) != tuple_type_count(type))
		return misfit(value, type, term, path);
	for (size_t i = 0; i < tuple_type_count(type); i++) {
		const struct record_field *field = tuple_element(type, i);
		const char *place =
			arena_print(value->compile->arena, "%s{%zu}", path ? path : "", i);

		if (type->record->is_prefix && i == 1 &&
		    !check_prefix(value, type, term_item(term, i), place))
			return false;
		if (!put(value, field->type, term_item(term, i), offset + field->offset, place))
			return false;
	}
	return true;
}

/* The highest byte first. */
static bool put_swapped(struct initial_value *value, const struct memory_type *type,
			const struct term *term, unsigned offset, const char *path)
{
	unsigned char *bytes = value->bytes + offset;

	if (term->kind != TERM_INTEGER ||
	    !put_integer(value, swapped_number(type)->type, term, offset, path))
		return term->kind == TERM_INTEGER ? false : misfit(value, type, term, path);
	for (unsigned i = 0; i < type->size / 2; i++) {
		unsigned char byte = bytes[i];

		bytes[i] = bytes[type->size - 1 - i];
		bytes[type->size - 1 - i] = byte;
	}
	return true;
}

static bool put(struct initial_value *value, const struct memory_type *type,
		const struct term *term, unsigned offset, const char *path)
{
	switch (type->kind) {
	case MEMORY_INTEGER:
		return put_integer(value, type, term, offset, path);
	case MEMORY_BOOLEAN:
		return put_boolean(value, type, term, offset, path);
	case MEMORY_ENUM:
		return put_enum(value, type, term, offset, path);
	case MEMORY_STRING:
	case MEMORY_BINARY:
		return put_bytes(value, type, term, offset, path);
	case MEMORY_ARRAY:
		return put_array(value, type, term, offset, path);
	case MEMORY_RECORD:
		return put_record(value, type, term, offset, path);
	case MEMORY_TUPLE:
		return put_tuple(value, type, term, offset, path);
	case MEMORY_SWAPPED:
		return put_swapped(value, type, term, offset, path);
	}
	return false;
}

const unsigned char *initial_value_read(struct compile *compile, const struct memory_type *type,
					const struct term *term, const struct initial_owner *owner)
{
	struct initial_value value = { compile, owner, arena_alloc(compile->arena, type->size) };

	if (term && !put(&value, type, term, 0, NULL))
		return NULL;
	return value.bytes;
}
