/* SPDX-License-Identifier: Apache-2.0 */
/*
 * <<...>>: {:<<>>, meta, [{:"::", meta, [value, specifiers]}, ...]}, where the specifiers are
 * `integer`, `little`, `size(n)` and so on, joined by `-`.
 */
#include "compiler/desugar_internal.h"

#include "base/buffer.h"

#include <string.h>

/* No packet is longer; a longer pattern is a slip of the pen, and must not overflow sums. */
#define MOST_BITS (0xffff * 8)

struct specifiers {
	const char *type; /* "integer", "binary", "float", "utf8", ... */
	const struct term *size;
	uint64_t unit; /* 0: not given */
	bool is_signed, is_little;
};

/* Elixir takes 1 to 256. */
static uint64_t unit_of(const struct term *term)
{
	int unit = term_number(term, 1);

	return unit >= 1 && unit <= 256 ? (uint64_t)unit : 1;
}

static void read_specifier(const struct form *form, struct specifiers *specifiers)
{
	const struct term *argument =
		form->arguments->kind == TERM_LIST ? term_item(form->arguments, 0) : NULL;

	if (strcmp(form->name, "size") == 0)
		specifiers->size = argument;
	else if (strcmp(form->name, "unit") == 0)
		specifiers->unit = unit_of(argument);
	else if (strcmp(form->name, "signed") == 0)
		specifiers->is_signed = true;
	else if (strcmp(form->name, "little") == 0 || strcmp(form->name, "native") == 0)
		specifiers->is_little = true;
	else if (strcmp(form->name, "big") != 0 && strcmp(form->name, "unsigned") != 0)
		specifiers->type = form->name;
}

/* a - b - c is {:-, meta, [{:-, meta, [a, b]}, c]} */
static void read_specifiers(const struct term *term, struct specifiers *specifiers)
{
	struct form form;

	while (form_of(term, &form) && form.name && strcmp(form.name, "-") == 0 &&
	       term_count(form.arguments) == 2) {
		struct form last;

		if (form_of(term_item(form.arguments, 1), &last) && last.name)
			read_specifier(&last, specifiers);
		term = term_item(form.arguments, 0);
	}
	if (form_of(term, &form) && form.name)
		read_specifier(&form, specifiers);
}

static bool is_bits(const struct specifiers *specifiers)
{
	return strcmp(specifiers->type, "binary") == 0 ||
	       strcmp(specifiers->type, "bitstring") == 0;
}

static void refuse_segment(struct desugar *desugar, const struct specifiers *specifiers,
			   struct span span)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
	struct diagnostic *diagnostic = error_at(
		diagnostics, span, CODE_UNSUPPORTED,
		"found a segment of type `%s`, expected an integer, a binary or a bitstring",
		specifiers->type);

	if (specifiers->type[0] == 'u')
		diagnostic_hint(diagnostics, diagnostic, "match its bytes, `byte::8`");
	else
		diagnostic_hint(diagnostics, diagnostic,
				"the kernel computes with integers; match the bits, `bits::64`");
}

static bool too_large(struct desugar *desugar, struct span span)
{
	error_at(&desugar->compile->diagnostics, span, CODE_UNSUPPORTED,
		 "this segment is longer than a packet can be, 65535 bytes");
	return false;
}

/* What a guard could compute of variables. */
static bool is_plain(const struct expression *size)
{
	switch (size->kind) {
	case EXPRESSION_INTEGER:
	case EXPRESSION_ATOM:
	case EXPRESSION_VARIABLE:
	case EXPRESSION_POISON:
		return true;
	case EXPRESSION_OPERATOR:
		return is_plain(size->operation.left) &&
		       (!size->operation.right || is_plain(size->operation.right));
	case EXPRESSION_STRING:
	case EXPRESSION_DATA:
	case EXPRESSION_MATCH:
	case EXPRESSION_BLOCK:
	case EXPRESSION_CASE:
	case EXPRESSION_COND:
	case EXPRESSION_FIELD:
	case EXPRESSION_CALL:
	case EXPRESSION_HELPER:
	case EXPRESSION_RAISE:
	case EXPRESSION_FUNCTION:
	case EXPRESSION_APPLY:
	case EXPRESSION_CLOSURE:
	case EXPRESSION_INVOKE:
	case EXPRESSION_LOOP:
	case EXPRESSION_NEXT:
	case EXPRESSION_UNKEPT:
	case EXPRESSION_STRUCT:
	case EXPRESSION_AT:
		break;
	}
	return false;
}

static struct expression *size_expression(struct desugar *desugar, const struct term *term,
					  struct span span)
{
	struct expression *size = desugar_expression(desugar, term, span);

	if (is_plain(size))
		return size;
	return refuse(desugar, span, "a segment whose size is no operation on variables",
		      "bind the size to a variable before");
}

static void read_size(struct desugar *desugar, const struct specifiers *specifiers,
		      struct segment *segment)
{
	const struct term *size = specifiers->size;
	bool is_integer = segment->kind == SEGMENT_INTEGER;

	segment->unit = strcmp(specifiers->type, "binary") == 0 ? 8 : 1;
	if (specifiers->unit)
		segment->unit = (unsigned)specifiers->unit;
	if (!size && is_integer) {
		segment->bits = 8;
	} else if (!size) {
		segment->bits = segment->unit;
		segment->is_rest = true;
	} else if (size->kind == TERM_INTEGER && !size->integer.negative) {
		if (size->integer.magnitude > MOST_BITS ||
		    size->integer.magnitude * segment->unit > MOST_BITS)
			too_large(desugar, segment->span);
		else
			segment->bits = size->integer.magnitude * segment->unit;
	} else {
		segment->size = size_expression(desugar, size, segment->span);
	}
}

/* The wide integer is compared or bound, so all of it would have to fit. */
static void check_width(struct desugar *desugar, const struct segment *segment)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (segment->kind != SEGMENT_INTEGER || segment->size || segment->bits <= 64 ||
	    segment->pattern->kind == PATTERN_ANY)
		return;
	diagnostic = error_at(diagnostics, segment->span, CODE_UNSUPPORTED,
			      "found an integer of %llu bits, expected at most 64",
			      (unsigned long long)segment->bits);
	diagnostic_hint(diagnostics, diagnostic,
			"match two integers, or the bytes: `binary-size(%llu)`",
			(unsigned long long)(segment->bits + 7) / 8);
}

static void text_segment(struct segment *segment, const struct term *text)
{
	segment->kind = SEGMENT_TEXT;
	segment->bytes = text->binary.bytes;
	segment->bits = text->binary.size * 8;
}

static void refuse_value(struct desugar *desugar, struct segment *segment)
{
	error_at(&desugar->compile->diagnostics, segment->span, CODE_UNSUPPORTED,
		 "a segment of this type takes a variable, `_` or a pinned variable");
	segment->pattern = new_pattern(desugar, PATTERN_ANY, segment->span);
}

static bool fits_kind(const struct segment *segment)
{
	switch (segment->pattern->kind) {
	case PATTERN_ANY:
	case PATTERN_VARIABLE:
	case PATTERN_PIN:
		return true;
	case PATTERN_INTEGER:
		return segment->kind == SEGMENT_INTEGER;
	case PATTERN_ATOM:
	case PATTERN_FALSY:
	case PATTERN_DATA:
	case PATTERN_BOTH:
	case PATTERN_STRUCT:
	case PATTERN_BINARY:
		break;
	}
	return false;
}

static void read_segment(struct desugar *desugar, const struct term *term, struct span parent,
			 struct segment *segment)
{
	struct specifiers specifiers = { .type = "integer" };
	struct form form;
	const struct term *value;

	segment->span = parent;
	segment->pattern = new_pattern(desugar, PATTERN_ANY, parent);
	if (!form_of(term, &form) || term_count(form.arguments) != 2) {
		refuse(desugar, parent, "a segment of a shape that is not known", NULL);
		return;
	}
	segment->span = span_of(form.meta, parent, 2);
	value = term_item(form.arguments, 0);
	read_specifiers(term_item(form.arguments, 1), &specifiers);
	if (value->kind == TERM_BINARY &&
	    (is_bits(&specifiers) || !strcmp(specifiers.type, "utf8"))) {
		text_segment(segment, value);
		return;
	}
	if (strcmp(specifiers.type, "integer") != 0 && !is_bits(&specifiers)) {
		refuse_segment(desugar, &specifiers, segment->span);
		desugar_pattern(desugar, value, segment->span);
		return;
	}
	segment->kind = is_bits(&specifiers) ? SEGMENT_BITS : SEGMENT_INTEGER;
	segment->is_signed = specifiers.is_signed;
	segment->is_little = specifiers.is_little;
	read_size(desugar, &specifiers, segment);
	segment->pattern = desugar_pattern(desugar, value, segment->span);
	if (!fits_kind(segment))
		refuse_value(desugar, segment);
	check_width(desugar, segment);
}

struct pattern *binary_pattern(struct desugar *desugar, const struct form *form, struct span span)
{
	struct pattern *pattern = new_pattern(desugar, PATTERN_BINARY, span);
	size_t count = term_count(form->arguments);
	uint64_t bits = 0;

	pattern->binary.count = count;
	pattern->binary.segments = ARENA_ARRAY(desugar->compile->arena, struct segment, count);
	for (size_t i = 0; i < count; i++) {
		struct segment *segment = &pattern->binary.segments[i];

		read_segment(desugar, term_item(form->arguments, i), span, segment);
		if (!segment->size && !segment->is_rest)
			bits += segment->bits;
		if (bits > MOST_BITS) {
			too_large(desugar, segment->span);
			pattern->binary.count = 0;
			break;
		}
	}
	return pattern;
}

struct pattern *text_pattern(struct desugar *desugar, const struct term *text, struct span span)
{
	struct pattern *pattern = new_pattern(desugar, PATTERN_BINARY, span);

	pattern->binary.segments = ARENA_NEW(desugar->compile->arena, struct segment);
	pattern->binary.count = 1;
	if (text->binary.size * 8 > MOST_BITS) {
		too_large(desugar, span);
		pattern->binary.count = 0;
		return pattern;
	}
	*pattern->binary.segments =
		(struct segment){ .span = span,
				  .pattern = new_pattern(desugar, PATTERN_ANY, span) };
	text_segment(pattern->binary.segments, text);
	return pattern;
}

/* An integer literal of whole bytes, as its bytes. */
static bool add_constant(struct desugar *desugar, struct buffer *bytes, const struct term *value,
			 const struct specifiers *specifiers)
{
	struct expression *literal;
	uint64_t size = 8, bits;

	if (specifiers->size &&
	    (specifiers->size->kind != TERM_INTEGER || specifiers->size->integer.negative))
		return false;
	if (specifiers->size)
		size = specifiers->size->integer.magnitude;
	if (size > 64 || (specifiers->unit && specifiers->unit > 64))
		return false;
	size *= specifiers->unit ? specifiers->unit : 1;
	literal = desugar_expression(desugar, value, (struct span){ .line = desugar->last_line });
	if (literal->kind != EXPRESSION_INTEGER || size > 64 || size % 8)
		return false;
	bits = literal->integer.is_negative ? -literal->integer.magnitude
					    : literal->integer.magnitude;
	for (unsigned at = 0; at < size; at += 8) {
		unsigned shift = specifiers->is_little ? at : (unsigned)size - 8 - at;
		char byte = (char)(bits >> shift);

		buffer_add(bytes, &byte, 1);
	}
	return true;
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
	if (value->kind == TERM_BINARY &&
	    (is_bits(&specifiers) || !strcmp(specifiers.type, "utf8"))) {
		buffer_add(bytes, value->binary.bytes, value->binary.size);
		return true;
	}
	return strcmp(specifiers.type, "integer") == 0 &&
	       add_constant(desugar, bytes, value, &specifiers);
}

/* A binary whose bytes are all known; one that is put together at run time is refused. */
struct expression *desugar_binary(struct desugar *desugar, const struct form *form,
				  struct span span)
{
	struct expression *expression;
	struct buffer bytes;

	buffer_init(&bytes, desugar->compile->arena);
	for (size_t i = 0; i < term_count(form->arguments); i++) {
		if (!add_part(desugar, &bytes, term_item(form->arguments, i)))
			return refuse(desugar, span, "a binary that is put together at run time",
				      "compute an integer, `a <<< 8 ||| b`, or pass the parts to "
				      "`bpf_printk(\"... %d\", [value])`");
	}
	expression = new_expression(desugar, EXPRESSION_STRING, span);
	expression->string.bytes = bytes.size ? bytes.text : "";
	expression->string.size = bytes.size;
	return expression;
}
