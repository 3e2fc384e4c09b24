/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The segments of <<...>>: {:"::", meta, [value, specifiers]}, where the specifiers are `integer`,
 * `little`, `size(n)` and so on, joined by `-`.
 */
#include "compiler/desugar/desugar_segment.h"

#include <string.h>

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
void read_specifiers(const struct term *term, struct specifiers *specifiers)
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

bool specifies_bits(const struct specifiers *specifiers)
{
	return strcmp(specifiers->type, "binary") == 0 ||
	       strcmp(specifiers->type, "bitstring") == 0;
}

void refuse_segment(struct desugar *desugar, const struct specifiers *specifiers, struct span span)
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

void refuse_long_binary(struct desugar *desugar, struct span span)
{
	diagnostic_hint(&desugar->compile->diagnostics,
			error_at(&desugar->compile->diagnostics, span, CODE_UNSUPPORTED,
				 "this segment is longer than a packet can be, 65535 bytes"),
			"match less, and the rest by `rest::binary`");
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
	case EXPRESSION_BINARY:
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
	case EXPRESSION_GLOBAL:
	case EXPRESSION_LOOP:
	case EXPRESSION_NEXT:
	case EXPRESSION_UNKEPT:
	case EXPRESSION_STRUCT:
	case EXPRESSION_SEQUENCE:
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

void read_segment_size(struct desugar *desugar, const struct specifiers *specifiers,
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
			refuse_long_binary(desugar, segment->span);
		else
			segment->bits = size->integer.magnitude * segment->unit;
	} else {
		segment->size = size_expression(desugar, size, segment->span);
	}
}
