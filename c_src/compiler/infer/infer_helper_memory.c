/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Helpers and memory: what they are given is a struct, or a binary whose length is known, and what they
 * fill is of a type, or has a length, that the last argument says.
 */
#include "compiler/infer/infer_internal.h"

#include "compiler/unit/memory_type.h"
#include "compiler/unit/record_type.h"

#define IPV4_HEADER_SIZE 20
#define IPV6_HEADER_SIZE 40
#define TCP_HEADER_SIZE 20

/* A type of memory as the term that it is in Elixir; NULL for what is not known. */
static const struct term *term_of(struct infer *infer, const struct type *type)
{
	struct arena *arena = infer->compile->arena;
	struct term *term = ARENA_NEW(arena, struct term);
	const struct data *data = type->data;
	wide number;

	if (type_is_single_atom(type)) {
		term->kind = TERM_ATOM;
		term->atom = atom_text(&infer->typed_unit->atoms, type->atoms.ids[0]);
		return term;
	}
	if (type_is_constant(type, &number) && number >= 0) {
		term->kind = TERM_INTEGER;
		term->integer.magnitude = (uint64_t)number;
		return term;
	}
	if (!type_is_data(type) || type->data_count != 1 || data->shape->kind != DATA_TUPLE)
		return NULL;
	term->kind = TERM_TUPLE;
	term->sequence.count = data->shape->count;
	term->sequence.items = ARENA_ARRAY(arena, const struct term *, data->shape->count);
	for (size_t i = 0; i < data->shape->count; i++) {
		term->sequence.items[i] = term_of(infer, &data->elements[i]);
		if (!term->sequence.items[i])
			return NULL;
	}
	return term;
}

/* The elements of a tuple are read at once: none may be a number that stands for nothing. */
static bool can_be_filled(const struct memory_type *type)
{
	if (type->kind == MEMORY_TUPLE || type->kind == MEMORY_SWAPPED)
		return !memory_type_can_misread(type);
	return type->kind == MEMORY_INTEGER || type->kind == MEMORY_BINARY ||
	       type->kind == MEMORY_ARRAY || type->kind == MEMORY_RECORD;
}

/* `:u32`, `:ipv4`, `{:binary, 16}`, `Event`: what is read. */
bool infer_helper_type(struct infer *infer, const struct expression *call, size_t n)
{
	static const char *const expected =
		"a type such as `:u32`, `:ipv4`, `{:binary, 16}` or a struct's name, known when the "
		"program is compiled";
	struct type type = infer_expression(infer, call->helper.arguments[n]);
	const struct term *term = type.is_poison ? NULL : term_of(infer, &type);
	struct type_reader reader = {
		.compile = infer->compile,
		.unit = infer->typed_unit->unit,
		.span = operand_span(call->helper.arguments[n], call),
		.owner = helper_use_text(infer, call, n),
		.code = CODE_BAD_ARGUMENT,
	};
	const struct memory_type *output;

	if (!term || term->kind == TERM_INTEGER)
		return bad_helper_argument(infer, call, n, &type, expected);
	output = memory_type_read(&reader, term);
	if (output && !can_be_filled(output))
		return bad_helper_argument(infer, call, n, &type, expected);
	typed_of(infer, call)->helper.output = output;
	return output != NULL;
}

/* How many bytes, or numbers of 64 bits, it fills. */
bool infer_helper_count(struct infer *infer, const struct expression *call, size_t n)
{
	bool is_binary = helper_parameter(call, n)->kind == PARAMETER_BINARY_SIZE;
	int most = is_binary ? LARGEST_DATA : LARGEST_DATA / 8;
	struct type type = infer_expression(infer, call->helper.arguments[n]);
	struct compile *compile = infer->compile;
	wide count;

	if (!type_is_constant(&type, &count) || count < 1 || count > most)
		return bad_helper_argument(infer, call, n, &type,
					   arena_print(compile->arena,
						       "a number from 1 to %d, known when the "
						       "program is compiled",
						       most));
	typed_of(infer, call)->helper.output =
		is_binary ? memory_type_of_binary(compile, (unsigned)count)
			  : memory_type_of_array(
				    compile,
				    memory_type_of_integer(compile, integer_type_find("u64")),
				    (unsigned)count);
	return true;
}

/* The bytes that memory of this kind has; 0 for any number of them. */
static unsigned given_size(enum parameter_kind kind)
{
	switch (kind) {
	case PARAMETER_IPV4_HEADER:
		return IPV4_HEADER_SIZE;
	case PARAMETER_IPV6_HEADER:
		return IPV6_HEADER_SIZE;
	case PARAMETER_TCP_HEADER:
		return TCP_HEADER_SIZE;
	default:
		return 0;
	}
}

/* What the value is in memory; NULL for one that is none, or whose size only the run tells. */
static const struct memory_type *memory_of(struct infer *infer, const struct type *type)
{
	int bits;

	if (type_is_memory(type) && !type->is_mixed)
		return type->memory;
	bits = type_is_binary(type) ? type_known_bits(type) : -1;
	if (bits < 0 || bits % 8 || bits / 8 > LARGEST_DATA)
		return NULL;
	return memory_type_of_binary(infer->compile, (unsigned)bits / 8);
}

static const char *buffer_text(struct infer *infer, enum parameter_kind kind)
{
	unsigned size = given_size(kind);

	if (kind == PARAMETER_PIECE)
		return "a binary of a multiple of 4 bytes, whose length is known when the program is "
		       "compiled, or `\"\"`";
	if (!size)
		return "a binary whose length is known when the program is compiled, an array or a "
		       "struct";
	return arena_print(infer->compile->arena,
			   "a binary of %u bytes, which is known when the program is compiled",
			   size);
}

bool infer_helper_buffer(struct infer *infer, const struct expression *call, size_t n)
{
	const struct expression *argument = call->helper.arguments[n];
	enum parameter_kind kind = helper_parameter(call, n)->kind;
	struct type type = infer_expression(infer, argument);
	const struct memory_type *memory = type.is_poison ? NULL : memory_of(infer, &type);
	unsigned size = given_size(kind);

	if (type_is_none(&type))
		return true;
	if (!memory || (size && memory->size != size) ||
	    (kind == PARAMETER_PIECE ? memory->size % 4 : !memory->size))
		return bad_helper_argument(infer, call, n, &type, buffer_text(infer, kind));
	typed_of(infer, call)->helper.given[helper_shown(call->helper.helper, n)] = memory;
	return true;
}

bool infer_helper_changed(struct infer *infer, const struct expression *call, size_t n)
{
	const struct memory_type *changed;
	struct type type;

	if (helper_parameter(call, n)->kind == PARAMETER_U32_CHANGED) {
		typed_of(infer, call)->helper.output =
			memory_type_of_integer(infer->compile, integer_type_find("u32"));
		return infer_helper_integer(infer, call, n);
	}
	type = infer_expression(infer, call->helper.arguments[n]);
	if (type_is_none(&type))
		return true;
	changed = type.is_poison ? NULL : memory_of(infer, &type);
	if (!changed || changed->kind != MEMORY_RECORD)
		return bad_helper_argument(infer, call, n, &type, "a struct");
	typed_of(infer, call)->helper.output = changed;
	typed_of(infer, call)->helper.given[helper_shown(call->helper.helper, n)] = changed;
	return true;
}

/* The kernel wants to see its bytes when the program is loaded. */
bool infer_helper_constant(struct infer *infer, const struct expression *call, size_t n)
{
	struct type type = infer_expression(infer, call->helper.arguments[n]);

	if (type.literal && type_is_binary(&type) && !type.has_nul)
		return true;
	return bad_helper_argument(infer, call, n, &type,
				   "a string that is known when the program is compiled");
}
