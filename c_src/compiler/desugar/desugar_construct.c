/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Binaries that are put together: of constants, a literal; else segments with values. `a <> b` and
 * "#{a}" come as such, too, the latter with a call of String.Chars.to_string/1.
 */
#include "compiler/desugar/desugar_segment.h"

#include "base/buffer.h"

#include <string.h>

#define MOST_CONSTANT_BITS (512 * 8)

static bool constant_bits(const struct specifiers *specifiers, uint64_t *bits)
{
	const struct term *size = specifiers->size;

	*bits = 8;
	if (size && (size->kind != TERM_INTEGER || size->integer.negative ||
		     size->integer.magnitude > MOST_CONSTANT_BITS))
		return false;
	if (size)
		*bits = size->integer.magnitude;
	*bits *= specifiers->unit ? specifiers->unit : 1;
	return *bits <= MOST_CONSTANT_BITS && *bits % 8 == 0;
}

/* An integer literal of whole bytes, as its bytes. */
static bool add_constant(struct desugar *desugar, struct buffer *bytes, const struct term *value,
			 const struct specifiers *specifiers)
{
	const struct term *literal = signed_literal(desugar, value);
	uint64_t size, bits;

	if (!literal || literal->kind != TERM_INTEGER || !constant_bits(specifiers, &size))
		return false;
	bits = literal->integer.negative ? -literal->integer.magnitude : literal->integer.magnitude;
	for (uint64_t at = 0; at < size; at += 8) {
		uint64_t shift = specifiers->is_little ? at : size - 8 - at;
		char byte = literal->integer.negative ? (char)0xff : 0;

		if (shift < 64)
			byte = (char)(bits >> shift);
		buffer_add(bytes, &byte, 1);
	}
	return true;
}

static bool is_text(const struct term *value, const struct specifiers *specifiers)
{
	return value->kind == TERM_BINARY && !specifiers->size &&
	       (specifies_bits(specifiers) || !strcmp(specifiers->type, "utf8"));
}

static bool add_part(struct desugar *desugar, struct buffer *bytes, const struct term *term)
{
	struct specifiers specifiers = { .type = "integer" };
	const struct term *value;
	struct form form;

	if (!form_of(term, &form) || term_count(form.arguments) != 2)
		return false;
	value = term_item(form.arguments, 0);
	read_specifiers(term_item(form.arguments, 1), &specifiers);
	if (is_text(value, &specifiers)) {
		buffer_add(bytes, value->binary.bytes, value->binary.size);
		return true;
	}
	return strcmp(specifiers.type, "integer") == 0 &&
	       add_constant(desugar, bytes, value, &specifiers);
}

/* {{:., _, [String.Chars, :to_string]}, _, [value]}: the value, of what is interpolated. */
const struct term *interpolated_value(const struct term *term)
{
	const struct term *dot;
	struct form form;

	if (!form_of(term, &form) || form.name || term_count(form.arguments) != 1)
		return NULL;
	dot = term_item(form.head, 2);
	if (!term_is_atom(term_item(dot, 0), "Elixir.String.Chars") ||
	    !term_is_atom(term_item(dot, 1), "to_string"))
		return NULL;
	return term_item(form.arguments, 0);
}

static bool read_value(struct desugar *desugar, const struct term *term, struct span parent,
		       struct segment *segment)
{
	struct specifiers specifiers = { .type = "integer" };
	const struct term *value, *inner;
	struct form form;

	if (!form_of(term, &form) || term_count(form.arguments) != 2) {
		refuse(desugar, parent, "a segment of a shape that is not known", NULL);
		return false;
	}
	segment->span = span_of(form.meta, parent, 2);
	value = term_item(form.arguments, 0);
	read_specifiers(term_item(form.arguments, 1), &specifiers);
	if (is_text(value, &specifiers)) {
		text_segment(segment, value);
		return true;
	}
	if (strcmp(specifiers.type, "integer") != 0 && !specifies_bits(&specifiers)) {
		refuse_segment(desugar, &specifiers, segment->span);
		return false;
	}
	segment->kind = specifies_bits(&specifiers) ? SEGMENT_BITS : SEGMENT_INTEGER;
	segment->is_little = specifiers.is_little;
	read_segment_size(desugar, &specifiers, segment);
	inner = interpolated_value(value);
	segment->conversion = inner ? CONVERSION_ANY : CONVERSION_NONE;
	segment->value = desugar_expression(desugar, inner ? inner : value, segment->span);
	return true;
}

static struct expression *literal_of(struct desugar *desugar, const struct buffer *bytes,
				     struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_STRING, span);

	expression->string.bytes = bytes->size ? bytes->text : "";
	expression->string.size = bytes->size;
	return expression;
}

static void add_inner(struct expression *expression, const struct segment *segment)
{
	if (segment->value)
		expression->binary.inner[expression->binary.inner_count++] = segment->value;
	if (segment->size)
		expression->binary.inner[expression->binary.inner_count++] = segment->size;
}

struct expression *desugar_binary(struct desugar *desugar, const struct form *form,
				  struct span span)
{
	size_t count = term_count(form->arguments), constants = 0;
	struct expression *expression;
	struct buffer bytes;

	buffer_init(&bytes, desugar->compile->arena);
	while (constants < count &&
	       add_part(desugar, &bytes, term_item(form->arguments, constants)))
		constants++;
	if (constants == count)
		return literal_of(desugar, &bytes, span);
	expression = new_expression(desugar, EXPRESSION_BINARY, span);
	expression->binary.count = count;
	expression->binary.segments = ARENA_ARRAY(desugar->compile->arena, struct segment, count);
	expression->binary.inner =
		ARENA_ARRAY(desugar->compile->arena, struct expression *, 2 * count);
	for (size_t i = 0; i < count; i++) {
		if (!read_value(desugar, term_item(form->arguments, i), span,
				&expression->binary.segments[i]))
			return new_expression(desugar, EXPRESSION_POISON, span);
		add_inner(expression, &expression->binary.segments[i]);
	}
	return expression;
}

/* "#{value}" */
struct expression *desugar_conversion(struct desugar *desugar, const struct term *value,
				      enum conversion conversion, struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_BINARY, span);
	struct segment *segment = ARENA_NEW(desugar->compile->arena, struct segment);

	segment->kind = SEGMENT_BITS;
	segment->span = span;
	segment->unit = 8;
	segment->bits = 8;
	segment->is_rest = true;
	segment->conversion = conversion;
	segment->value = desugar_expression(desugar, value, span);
	expression->binary.count = 1;
	expression->binary.segments = segment;
	expression->binary.inner = ARENA_ARRAY(desugar->compile->arena, struct expression *, 2);
	add_inner(expression, segment);
	return expression;
}
