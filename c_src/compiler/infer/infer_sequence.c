/* SPDX-License-Identifier: Apache-2.0 */
/* What an expression is to one who goes over it: how many elements, and of which type. */
#include "compiler/infer/infer_loop.h"

#include <string.h>

#define LONGEST_PACKET 0xffff

static const char *hint_of(const struct type *type)
{
	if (type_has_unkept(type))
		return IN_ONE_LOOP;
	if (type_is_binary(type))
		return "a generator takes it apart: `for <<byte <- text>>`";
	if (type_is_data(type) && type->data->shape->kind == DATA_LIST)
		return "match the lists of each length, and go over one of them";
	if (type_is_data(type) && type->data->shape->kind == DATA_ENTRIES)
		return "write a loop for each of the maps";
	if (type_is_data(type) && type->data->shape->kind == DATA_MAP)
		return "`Map.to_list(map)` and `Map.values(map)` are lists of known length";
	if (type_is_data(type) && type->data->shape->kind == DATA_TUPLE)
		return "`Tuple.to_list(tuple)` is a list of known length";
	if (type->data_count || type->memory)
		return "match what it is first";
	return "write `first..last//1`, `[a, b, c]`, or a field of type `{:array, type, n}`";
}

static bool refuse_sequence(struct infer *infer, const struct expression *whole,
			    const struct expression *operand, const struct type *type)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct span span = operand_span(operand, whole);
	struct diagnostic *diagnostic;

	if (type_has_unkept(type))
		diagnostic =
			error_at(diagnostics, span, CODE_UNSUPPORTED,
				 "this list comes from a loop, and the kernel does not keep it");
	else
		diagnostic = error_at(
			diagnostics, span, CODE_UNSUPPORTED,
			"%s is %s here, expected a range, an array or a list of known length",
			operand_text(infer, operand),
			type_text(infer->compile, &infer->typed_unit->atoms, type));
	diagnostic_hint(diagnostics, diagnostic, "%s", hint_of(type));
	return false;
}

static bool refuse_no_binary(struct infer *infer, const struct expression *whole,
			     const struct expression *operand, const struct type *type)
{
	struct diagnostic *diagnostic = error_at(
		&infer->compile->diagnostics, operand_span(operand, whole), CODE_BAD_OPERAND,
		"%s is %s here, and a generator `<<...>>` needs a binary",
		operand_text(infer, operand),
		type_text(infer->compile, &infer->typed_unit->atoms, type));

	hint_of_address(infer, diagnostic, operand, true);
	return false;
}

static void read_range(struct infer *infer, const struct expression *operand,
		       const struct type *type, struct sequence *sequence)
{
	sequence->bounds = bounds_of(type, operand);
	sequence->most = most_elements(&sequence->bounds);
	sequence->least = least_elements(&sequence->bounds);
	sequence->element = range_element_type(infer, &sequence->bounds);
}

static bool read_list(struct infer *infer, const struct expression *whole, const struct type *type,
		      struct sequence *sequence)
{
	size_t count = type->data->shape->count;

	sequence->items = type->data->elements;
	sequence->most = sequence->least = (wide)count;
	sequence->choices = 2 * count;
	sequence->element = type_none();
	for (size_t i = 0; i < count; i++)
		sequence->element =
			type_join(infer->compile, sequence->element, sequence->items[i]);
	if (!count)
		return true;
	sequence->element = checked_result(infer, whole->span, sequence->element);
	return !sequence->element.is_poison;
}

/* Whole pieces alone are taken: what is left at the end is none. */
static void read_binary(const struct expression *whole, const struct type *type,
			struct sequence *sequence)
{
	struct type bytes = *type;
	uint64_t chunk = whole->loop->chunk;
	bool is_whole = chunk % 8 == 0;
	wide bits;

	if (type_has_array(type) || type->text_size)
		type_as_bytes(type, &bytes);
	bits = bytes.slice.bits;
	sequence->least = bits < 0 ? 0 : bits / (wide)chunk;
	if (bits < 0)
		bits = 8 * (bytes.slice.capacity ? (wide)bytes.slice.capacity : LONGEST_PACKET);
	sequence->most = bits / (wide)chunk;
	sequence->element = type_slice(bytes.slice.is_aligned && is_whole, is_whole, (int)chunk);
	sequence->element.slice.capacity = bytes.slice.capacity;
}

/* A long array of numbers is read where the element is; see choose_element(). */
static uint64_t choices_in(const struct memory_type *array)
{
	return memory_type_is_scalar(array->element) ? 8 : 2 * (uint64_t)array->count;
}

bool infer_sequence(struct infer *infer, const struct expression *whole,
		    const struct expression *operand, const struct type *type,
		    struct sequence *sequence)
{
	bool is_generator = whole->kind == EXPRESSION_LOOP && whole->loop->chunk;

	*sequence = (struct sequence){ .kind = sequence_kind_of(type) };
	if (is_generator && sequence->kind != SEQUENCE_IS_BINARY)
		return refuse_no_binary(infer, whole, operand, type);
	switch (sequence->kind) {
	case SEQUENCE_IS_RANGE:
		read_range(infer, operand, type, sequence);
		return true;
	case SEQUENCE_IS_LIST:
		return read_list(infer, whole, type, sequence);
	case SEQUENCE_IS_ARRAY:
		sequence->memory = type->memory->element;
		sequence->most = sequence->least = type->memory->count;
		sequence->choices = choices_in(type->memory);
		sequence->element = type_of_memory(infer->compile, &infer->typed_unit->atoms,
						   type->memory->element);
		return true;
	case SEQUENCE_IS_BINARY:
		if (!is_generator)
			break;
		read_binary(whole, type, sequence);
		return true;
	case SEQUENCE_IS_ENTRIES:
		if (whole->kind != EXPRESSION_LOOP)
			return refuse_entries(infer, whole, operand);
		read_entries(infer, type->data->shape->map, sequence);
		return true;
	case SEQUENCE_IS_NONE:
		break;
	}
	return refuse_sequence(infer, whole, operand, type);
}

bool has_items(const struct sequence *sequence)
{
	return sequence->most == sequence->least && sequence->most <= MOST_KEPT && !sequence->map &&
	       (sequence->kind != SEQUENCE_IS_RANGE ||
		sequence->bounds.step.low == sequence->bounds.step.high);
}

struct type item_of(const struct sequence *sequence, size_t n)
{
	const struct range *first = &sequence->bounds.first.range;
	struct type type = sequence->element;
	wide value;

	if (sequence->kind == SEQUENCE_IS_LIST)
		return sequence->items[n];
	if (sequence->kind != SEQUENCE_IS_RANGE || first->low != first->high)
		return type;
	value = first->low + sequence->bounds.step.low * (wide)n;
	type.range = (struct range){ value, value };
	return type;
}

struct type list_type(struct infer *infer, size_t count, struct type *items)
{
	return type_data(infer->compile, shape_of(infer->compile, DATA_LIST, count, NO_LABEL, NULL),
			 items);
}
