/* SPDX-License-Identifier: Apache-2.0 */
/* What may be stored in memory. */
#include "compiler/infer/infer_internal.h"
#include "compiler/infer/map_argument.h"
#include "compiler/infer/infer_record.h"
#include "compiler/infer/truncation.h"
#include "compiler/unit/record_type.h"
#include "compiler/unit/tuple_type.h"
#include "compiler/core/suggest.h"

static const char *text_of(struct infer *infer, const struct type *type)
{
	return type_text(infer->compile, &infer->typed_unit->atoms, type);
}

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
	else if (memory->kind == MEMORY_STRING || memory->kind == MEMORY_RECORD)
		hint_of_address(infer, diagnostic, value, memory->kind == MEMORY_STRING);
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
	struct storing storing = { operand_span(value, whole), "this", use, "it" };
	const struct expression *named = value;

	while (named->kind == EXPRESSION_VARIABLE && named->variable->value)
		named = named->variable->value;
	if (stored->size <= 4 && !infer->in_guard)
		hint_of_half(infer->compile, named, operand_span(value, whole));
	truncation_check(infer, &storing, type, stored);
}

static bool is_number(const struct memory_type *memory)
{
	return memory->kind == MEMORY_INTEGER || memory->kind == MEMORY_SWAPPED;
}

static const struct integer_type *stored_integer(const struct memory_type *memory)
{
	return memory->kind == MEMORY_SWAPPED ? swapped_number(memory)->type->integer
					      : memory->integer;
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

static bool fits(struct infer *infer, const struct type *type, const struct memory_type *memory);

static bool elements_fit(struct infer *infer, const struct data *list,
			 const struct memory_type *memory)
{
	for (size_t i = 0; i < list->shape->count; i++) {
		if (!fits(infer, &list->elements[i], memory->element))
			return false;
	}
	return true;
}

/* An array, or a list of just as many elements, which fit. */
static bool fits_array(struct infer *infer, const struct type *type,
		       const struct memory_type *memory)
{
	const struct data *list = type_find_list(type, memory->count);
	struct type others = type_without_memory(*type);

	if (type->is_mixed || (type->memory && !memory_type_equal(type->memory, memory)))
		return false;
	if (!list)
		return type_is_memory(type);
	return others.data_count == 1 && type_is_data(&others) && elements_fit(infer, list, memory);
}

static bool tuples_fit(struct infer *infer, const struct type *tuples,
		       const struct memory_type *memory)
{
	for (size_t i = 0; i < tuple_type_count(memory); i++) {
		if (!fits(infer, &tuples->data->elements[i], tuple_element(memory, i)->type))
			return false;
	}
	return true;
}

/* Whether it is nothing else than tuples of so many elements. */
static bool is_only_tuples(const struct type *type, size_t count)
{
	for (size_t i = 0; i < type->data_count; i++) {
		if (type->data[i].shape->kind != DATA_TUPLE || type->data[i].shape->count != count)
			return false;
	}
	return type_is_data(type);
}

static bool fits_tuple(struct infer *infer, const struct type *type,
		       const struct memory_type *memory)
{
	size_t count = tuple_type_count(memory);
	struct type tuples = type_only_tuples(infer->compile, type, count);

	return is_only_tuples(type, count) && tuples_fit(infer, &tuples, memory);
}

static bool fits_text(const struct type *type, const struct memory_type *memory)
{
	return type_is_binary(type) && type->text_size && !type->has_nul &&
	       type->text_size - 1 <= memory->size;
}

/* Whether the value fits for sure. */
static bool fits(struct infer *infer, const struct type *type, const struct memory_type *memory)
{
	struct type held;

	switch (memory->kind) {
	case MEMORY_STRING:
		return fits_text(type, memory);
	case MEMORY_BINARY:
		return type_is_binary(type) && type_known_bits(type) == (int)memory->size * 8;
	case MEMORY_INTEGER:
	case MEMORY_SWAPPED:
		return type_is_integer(type);
	case MEMORY_TUPLE:
		return fits_tuple(infer, type, memory);
	case MEMORY_ARRAY:
		return fits_array(infer, type, memory);
	case MEMORY_BOOLEAN:
	case MEMORY_ENUM:
	case MEMORY_RECORD:
		break;
	}
	held = storable(infer, type, memory);
	return type_equal(&held, type);
}

static bool refuse_elements(struct infer *infer, const struct expression *whole,
			    const struct expression *value, const struct type *type,
			    const struct memory_type *memory, const char *use)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;

	diagnostic_hint(
		diagnostics,
		error_at(diagnostics, operand_span(value, whole), CODE_BAD_ARGUMENT,
			 "%s is %s, and an element of the list may be something else than %s", use,
			 text_of(infer, type), memory_type_text(infer->compile, memory->element)),
		"match the other cases first");
	return false;
}

static bool infer_stored_data(struct infer *infer, const struct expression *whole,
			      const struct expression *value, const struct type *type,
			      const struct memory_type *memory, const char *use)
{
	const struct data *list = NULL;

	if (fits(infer, type, memory))
		return true;
	if (memory->kind == MEMORY_ARRAY)
		list = type_find_list(type, memory->count);
	if (!memory_type_equal(type->memory, memory) || type->is_mixed)
		return refuse_stored(infer, whole, value, type, memory, use);
	if (list && !elements_fit(infer, list, memory))
		return refuse_elements(infer, whole, value, type, memory, use);
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

static const char *element_use(struct infer *infer, size_t n, const char *use)
{
	return arena_print(infer->compile->arena, "element %zu of %s", n, use);
}

/* A tuple as it is written: each of its elements goes where it belongs. */
static bool infer_stored_items(struct infer *infer, const struct expression *whole,
			       const struct expression *tuple, const struct memory_type *memory,
			       const char *use)
{
	struct typed *typed = typed_of(infer, tuple);
	bool is_right = true;

	if (tuple->data.count != tuple_type_count(memory)) {
		error_at(&infer->compile->diagnostics, operand_span(tuple, whole),
			 CODE_BAD_ARGUMENT, "%s is a tuple of %zu elements, expected %s", use,
			 tuple->data.count, memory_type_text(infer->compile, memory));
		return false;
	}
	typed->type = type_in_memory(infer, memory);
	for (size_t i = 0; i < tuple->data.count; i++) {
		const struct expression *item = tuple->data.items[i];

		is_right = infer_into_memory(infer, whole, item, tuple_element(memory, i)->type,
					     element_use(infer, i, use)) &&
			   is_right;
		if (type_is_none(&typed_of(infer, item)->type))
			typed->type = type_none();
	}
	return is_right;
}

static bool refuse_element(struct infer *infer, const struct expression *whole,
			   const struct expression *value, const struct type *type,
			   const struct memory_type *memory, const char *use)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic = error_at(
		diagnostics, operand_span(value, whole), CODE_BAD_ARGUMENT, "%s is %s, expected %s",
		use, text_of(infer, type), memory_type_text(infer->compile, memory));

	if (type_has_atom(type, ATOM_NIL))
		diagnostic_hint(diagnostics, diagnostic, "match nil first");
	return false;
}

/* A tuple that was made elsewhere: what is no number for sure is to be told apart before. */
static bool infer_stored_tuple(struct infer *infer, const struct expression *whole,
			       const struct expression *value, const struct type *type,
			       const struct memory_type *memory, const char *use)
{
	size_t count = tuple_type_count(memory);
	struct type tuples = type_only_tuples(infer->compile, type, count);
	bool is_right = true;

	if (type_is_none(&tuples) || type->is_mixed || type->context)
		return refuse_stored(infer, whole, value, type, memory, use);
	for (size_t i = 0; i < count; i++) {
		const struct type *element = &tuples.data->elements[i];
		const struct memory_type *inner = tuple_element(memory, i)->type;
		const char *part = element_use(infer, i, use);

		if (is_number(inner) && !type_is_integer(element))
			return refuse_element(infer, whole, value, element, inner, part);
		is_right = infer_type_into_memory(infer, whole, value, *element, inner, part) &&
			   is_right;
	}
	if (!is_only_tuples(type, count))
		warn_of_others(infer, whole, value, type, memory, use);
	return is_right;
}

static bool is_data(const struct expression *value, enum data_kind kind)
{
	return value->kind == EXPRESSION_DATA && value->data.kind == kind && !value->data.base;
}

bool infer_type_into_memory(struct infer *infer, const struct expression *whole,
			    const struct expression *value, struct type type,
			    const struct memory_type *memory, const char *use)
{
	if (type.is_poison)
		return false;
	if (type_is_none(&type))
		return true;
	switch (memory->kind) {
	case MEMORY_INTEGER:
	case MEMORY_SWAPPED:
		if (type_has_binary(&type) || type.context)
			return refuse_stored(infer, whole, value, &type, memory, use);
		if (may_be_no_integer(infer, value, &type, use))
			mark_raise(infer, whole, RAISES_PART);
		warn_of_truncation(infer, whole, value, &type, stored_integer(memory), use);
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
	case MEMORY_TUPLE:
		return infer_stored_tuple(infer, whole, value, &type, memory, use);
	}
	return false;
}

bool infer_into_memory(struct infer *infer, const struct expression *whole,
		       const struct expression *value, const struct memory_type *memory,
		       const char *use)
{
	if (is_data(value, DATA_LIST) && memory->kind == MEMORY_ARRAY)
		return infer_stored_list(infer, whole, value, memory, use);
	if (is_data(value, DATA_TUPLE) && memory->kind == MEMORY_TUPLE)
		return infer_stored_items(infer, whole, value, memory, use);
	return infer_type_into_memory(infer, whole, value, infer_expression(infer, value), memory,
				      use);
}
