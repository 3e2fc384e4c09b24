/* SPDX-License-Identifier: Apache-2.0 */
/* Patterns of binaries: {:<<>>, meta, [segment, ...]}, and string literals. */
#include "compiler/desugar/desugar_segment.h"

#include <string.h>

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

void text_segment(struct segment *segment, const struct term *text)
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
	    (specifies_bits(&specifiers) || !strcmp(specifiers.type, "utf8"))) {
		text_segment(segment, value);
		return;
	}
	if (strcmp(specifiers.type, "integer") != 0 && !specifies_bits(&specifiers)) {
		refuse_segment(desugar, &specifiers, segment->span);
		desugar_pattern(desugar, value, segment->span);
		return;
	}
	segment->kind = specifies_bits(&specifiers) ? SEGMENT_BITS : SEGMENT_INTEGER;
	segment->is_signed = specifiers.is_signed;
	segment->is_little = specifiers.is_little;
	read_segment_size(desugar, &specifiers, segment);
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
			refuse_long_binary(desugar, segment->span);
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
		refuse_long_binary(desugar, span);
		pattern->binary.count = 0;
		return pattern;
	}
	*pattern->binary.segments =
		(struct segment){ .span = span,
				  .pattern = new_pattern(desugar, PATTERN_ANY, span) };
	text_segment(pattern->binary.segments, text);
	return pattern;
}
