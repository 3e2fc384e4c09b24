/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bpf_printk("pid #{pid}"): the text as a format, in which `%v` is the next value, to be printed as
 * Elixir prints it, with the values behind it, as bpf_printk([format, value, ...]) has them.
 */
#include "base/buffer.h"
#include "compiler/desugar/desugar_internal.h"

#include <string.h>

/* Text stands for itself; a percent sign is one that is printed. */
static void add_text(struct buffer *format, const struct term *text)
{
	for (size_t i = 0; i < text->binary.size; i++) {
		buffer_add(format, &text->binary.bytes[i], 1);
		if (text->binary.bytes[i] == '%')
			buffer_add(format, "%", 1);
	}
}

/* What stands before `::`, or the segment itself. */
static const struct term *segment_value(const struct term *segment)
{
	struct form form;

	if (!form_of(segment, &form) || !form.name || strcmp(form.name, "::") != 0)
		return segment;
	return term_item(form.arguments, 0);
}

/* String.Chars.to_string(value)::binary: the value; NULL for anything else */
static const struct term *interpolated(const struct term *segment)
{
	return interpolated_value(segment_value(segment));
}

/* Text, which Elixir also makes of the interpolation of one. */
static const struct term *literal(const struct term *segment)
{
	const struct term *value = segment_value(segment);
	struct form form, type;

	if (!value || value->kind != TERM_BINARY)
		return NULL;
	if (value != segment &&
	    (!form_of(segment, &form) || !form_of(term_item(form.arguments, 1), &type) ||
	     !type.name || strcmp(type.name, "binary") != 0))
		return NULL;
	return value;
}

/* Whether all segments are text and interpolations. */
static bool is_interpolation(const struct term *segments)
{
	for (size_t i = 0; i < term_count(segments); i++) {
		const struct term *segment = term_item(segments, i);

		if (!literal(segment) && !interpolated(segment))
			return false;
	}
	return true;
}

static struct expression *add_segments(struct desugar *desugar, struct buffer *format,
				       const struct term *segments, struct span span)
{
	size_t count = term_count(segments);
	struct expression *list = new_expression(desugar, EXPRESSION_DATA, span);

	list->data.kind = DATA_LIST;
	list->data.items = ARENA_ARRAY(desugar->compile->arena, struct expression *, count + 1);
	list->data.count = 1;
	for (size_t i = 0; i < count; i++) {
		const struct term *segment = term_item(segments, i);

		if (literal(segment)) {
			add_text(format, literal(segment));
			continue;
		}
		buffer_add_text(format, "%v");
		list->data.items[list->data.count++] =
			desugar_expression(desugar, interpolated(segment), span);
	}
	return list;
}

struct expression *desugar_printk(struct desugar *desugar, const struct term *text,
				  struct span span)
{
	const struct term *none[] = { text };
	const struct term plain = { .kind = TERM_LIST, .sequence = { .items = none, .count = 1 } };
	const struct term *segments = &plain;
	struct expression *list;
	struct buffer format;
	struct form form;

	if (text->kind != TERM_BINARY) {
		if (!form_of(text, &form) || !form.name || strcmp(form.name, "<<>>") != 0 ||
		    !is_interpolation(form.arguments))
			return NULL;
		segments = form.arguments;
	}
	buffer_init(&format, desugar->compile->arena);
	list = add_segments(desugar, &format, segments, span);
	list->data.items[0] = new_expression(desugar, EXPRESSION_STRING, span);
	list->data.items[0]->string.bytes = format.size ? format.text : "";
	list->data.items[0]->string.size = format.size;
	return list;
}
