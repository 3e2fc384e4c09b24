/* SPDX-License-Identifier: Apache-2.0 */
/* Binaries that are put together: of constant sizes, arrays; of strings, a string. */
#include "compiler/infer/conversion.h"
#include "compiler/infer/infer_internal.h"

#include <string.h>

#define MOST_BYTES 256

/* What is known of the segments so far. */
struct parts {
	const struct expression *whole;
	uint64_t bits;	   /* of those whose sizes are known; of strings, at most */
	bool is_text;	   /* all are strings, or literals without a NUL */
	bool is_open;	   /* there was a string of a length that only the run tells */
	bool is_none;	   /* a value only ever raises */
	struct span where; /* of that string */
};

static bool refuse_part(struct infer *infer, struct span span, const char *hint, const char *format,
			const char *what)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic = error_at(diagnostics, span, CODE_UNSUPPORTED, format, what);

	if (hint)
		diagnostic_hint(diagnostics, diagnostic, "%s", hint);
	return false;
}

static const char *text_of(struct infer *infer, const struct type *type)
{
	return type_text(infer->compile, &infer->typed_unit->atoms, type);
}

/* Of a segment without a size, or with one that is known when the program is compiled. */
static bool constant_size(struct infer *infer, const struct segment *segment, uint64_t *bits)
{
	struct type size;

	*bits = segment->bits;
	if (!segment->size)
		return true;
	size = infer_expression(infer, segment->size);
	if (size.is_poison)
		return false;
	if (!type_is_integer(&size) || size.range.low != size.range.high || size.range.low < 0 ||
	    size.range.high > 8 * MOST_BYTES)
		return refuse_part(
			infer, segment->span,
			"write the size as a number: a variable of the kernel has room for "
			"just so many bytes",
			"found %s that only the run tells, in a binary that is put together",
			"a size");
	*bits = (uint64_t)size.range.low * segment->unit;
	return true;
}

static bool infer_integer_part(struct infer *infer, struct parts *parts,
			       const struct segment *segment)
{
	struct type type = infer_expression(infer, segment->value);
	uint64_t bits;

	if (type.is_poison || !constant_size(infer, segment, &bits))
		return false;
	parts->is_text = false;
	parts->bits += bits;
	parts->is_none = parts->is_none || type_is_none(&type);
	if (type_is_none(&type))
		return true;
	if (bits > 64)
		return refuse_part(infer, segment->span,
				   "write its bytes as several integers, `0::64, x::64`",
				   "found %s of more than 64 bits", "an integer");
	if (may_be_no_integer(infer, segment->value, &type, "a binary"))
		mark_raise(infer, parts->whole, RAISES_PART);
	if (type.integer != INTEGER_NONE)
		return true;
	/* A guard that always raises does not hold. */
	parts->is_none = infer->in_guard;
	return infer->in_guard;
}

static bool infer_whole_part(struct infer *infer, struct parts *parts,
			     const struct segment *segment, const struct type *type)
{
	int bits = type_known_bits(type);

	if (bits >= 0) {
		parts->is_text = parts->is_text && type->text_size && !type->has_nul;
		parts->bits += (uint64_t)bits;
		return true;
	}
	if (!type->text_size)
		return refuse_part(
			infer, segment->span, "give it a size, `rest::binary-size(8)`",
			"found %s of a size that only the run tells, in a binary that is "
			"put together",
			"a part");
	if (parts->is_open)
		check_place(infer, segment->span);
	parts->is_open = true;
	parts->where = segment->span;
	parts->bits += (uint64_t)(type->text_size - 1) * 8;
	return true;
}

/* The first bits of a value that has to have as many. */
static bool infer_cut_part(struct infer *infer, struct parts *parts, const struct segment *segment,
			   const struct type *type)
{
	int known = type_known_bits(type);
	uint64_t bits;

	if (!constant_size(infer, segment, &bits))
		return false;
	parts->is_text = false;
	parts->bits += bits;
	if (known >= 0 && (uint64_t)known < bits) {
		error_at(&infer->compile->diagnostics, segment->span, CODE_ALWAYS_FAILS,
			 "this always fails: %s has %d bits, and the segment takes %llu",
			 operand_text(infer, segment->value), known, (unsigned long long)bits);
		return false;
	}
	if (known < 0) {
		mark_raise(infer, parts->whole, RAISES_PART);
		if (type->slice.capacity)
			check_place(infer, segment->span);
	}
	return true;
}

static bool refuse_conversion(struct infer *infer, const struct segment *segment,
			      const struct type *type)
{
	return refuse_part(infer, operand_span(segment->value, segment->value),
			   type->atoms.any_errno
				   ? "there is a number behind such an atom, and no name "
				     "in the kernel: match those that you expect"
				   : "integers, atoms and strings can be interpolated",
			   "found a conversion of %s to a string", text_of(infer, type));
}

/* A value of the one kind that the function takes; what is another raises. */
static bool infer_wanted(struct infer *infer, struct parts *parts, const struct segment *segment,
			 struct type *type)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	bool is_integer = segment->conversion == CONVERSION_INTEGER;
	struct type wanted = is_integer ? type_only_integer(*type) : type_only_atoms(*type);
	const char *message = is_integer ? "%s is %s, and `Integer.to_string` needs an integer"
					 : "%s is %s, and `Atom.to_string` needs an atom";

	if (type_is_none(&wanted)) {
		error_at(diagnostics, operand_span(segment->value, parts->whole), CODE_BAD_OPERAND,
			 message, operand_text(infer, segment->value), text_of(infer, type));
		return false;
	}
	if (!type_equal(&wanted, type)) {
		mark_raise(infer, parts->whole, RAISES_PART);
		strict_at(diagnostics, operand_span(segment->value, parts->whole),
			  type_has_atom(type, ATOM_NIL) ? CODE_NIL_OPERAND : CODE_BAD_OPERAND,
			  message, operand_text(infer, segment->value), text_of(infer, type));
	}
	*type = wanted;
	return true;
}

static bool infer_conversion(struct infer *infer, struct parts *parts,
			     const struct segment *segment, struct type type)
{
	unsigned size;

	if (segment->conversion != CONVERSION_ANY && !infer_wanted(infer, parts, segment, &type))
		return false;
	size = conversion_size(&infer->typed_unit->atoms, &type, segment->conversion);
	if (!size)
		return refuse_conversion(infer, segment, &type);
	if (parts->is_open)
		check_place(infer, segment->span);
	parts->is_open = true;
	parts->where = segment->span;
	parts->bits += (uint64_t)(size - 1) * 8;
	return true;
}

static bool infer_binary_part(struct infer *infer, struct parts *parts,
			      const struct segment *segment)
{
	struct type type = infer_expression(infer, segment->value), binary;
	struct diagnostics *diagnostics = &infer->compile->diagnostics;

	if (type.is_poison)
		return false;
	parts->is_none = parts->is_none || type_is_none(&type);
	if (type_is_none(&type))
		return true;
	if (is_converted(segment, &type))
		return infer_conversion(infer, parts, segment, type);
	if (!type_has_binary(&type)) {
		hint_of_address(
			infer,
			error_at(diagnostics, operand_span(segment->value, parts->whole),
				 CODE_BAD_OPERAND, "%s is %s, and this segment needs a binary",
				 operand_text(infer, segment->value), text_of(infer, &type)),
			segment->value, true);
		return false;
	}
	if (!type_is_binary(&type)) {
		mark_raise(infer, parts->whole, RAISES_PART);
		strict_at(diagnostics, operand_span(segment->value, parts->whole),
			  type_has_atom(&type, ATOM_NIL) ? CODE_NIL_OPERAND : CODE_BAD_OPERAND,
			  "%s is %s here, and this segment needs a binary",
			  operand_text(infer, segment->value), text_of(infer, &type));
	}
	binary = type_only_binary(type);
	return segment->is_rest ? infer_whole_part(infer, parts, segment, &binary)
				: infer_cut_part(infer, parts, segment, &binary);
}

static bool infer_part(struct infer *infer, struct parts *parts, const struct segment *segment)
{
	switch (segment->kind) {
	case SEGMENT_TEXT:
		parts->is_text = parts->is_text &&
				 !memchr(segment->bytes, 0, (size_t)segment->bits / 8);
		if (parts->is_open && segment->bits)
			check_place(infer, segment->span);
		parts->bits += segment->bits;
		return true;
	case SEGMENT_INTEGER:
		return infer_integer_part(infer, parts, segment);
	case SEGMENT_BITS:
		return infer_binary_part(infer, parts, segment);
	}
	return false;
}

struct type infer_construct(struct infer *infer, const struct expression *expression)
{
	struct parts parts = { .whole = expression, .is_text = true };

	for (size_t i = 0; i < expression->binary.count; i++) {
		if (!infer_part(infer, &parts, &expression->binary.segments[i]))
			return type_poison();
	}
	if (parts.is_none)
		return type_none();
	if (parts.bits > 8 * MOST_BYTES) {
		error_at(&infer->compile->diagnostics, expression->span, CODE_UNSUPPORTED,
			 "this binary can have %llu bytes, and one that is put together %d",
			 (unsigned long long)parts.bits / 8, MOST_BYTES);
		return type_poison();
	}
	if (!parts.is_open)
		return type_bits_of((unsigned)parts.bits);
	if (parts.is_text)
		return type_text_of((unsigned)parts.bits / 8 + 1);
	refuse_part(infer, parts.where, "give the string a size, `name::binary-size(8)`",
		    "found %s of a length that only the run tells, in a binary of other parts",
		    "a string");
	return type_poison();
}
