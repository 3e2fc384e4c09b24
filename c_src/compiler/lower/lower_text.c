/* SPDX-License-Identifier: Apache-2.0 */
/* Strings in memory: see struct type for what is in the array. */
#include "compiler/lower/lower_internal.h"

static struct ir_value *new_text(struct lower *lower, enum ir_kind kind, unsigned size,
				 const char *name)
{
	struct ir_value *to = new_register(lower, IR_TEXT, name);

	to->size = size;
	add_statement(lower, kind)->to = to;
	settle(lower, to);
	return to;
}

struct value stored_text(struct lower *lower, struct value value)
{
	struct ir_value *to;

	if (value.text && value.text->kind == IR_CONSTANT)
		value.text = declare_text(lower, value.text->size);
	if (value.text)
		return value;
	to = new_text(lower, IR_TEXT_LITERAL, value.type.text_size, "text");
	lower->block->last->text.bytes = value.type.literal;
	lower->block->last->text.size = value.type.text_size - 1;
	value.text = to;
	value.type.literal = NULL;
	return value;
}

void whole_texts(struct lower *lower, struct value *value)
{
	struct ir_value *from = value->text;
	unsigned size = type_array_size(&value->type);

	if (type_has_array(&value->type) &&
	    (from->kind == IR_CONSTANT || from->size < size || from->tail_of)) {
		value->text = declare_text(lower, size);
		set_text(lower, value->text, from);
	}
	for (size_t i = 0; i < value->type.data_count; i++) {
		for (size_t n = 0; n < value->type.data[i].shape->count; n++)
			whole_texts(lower, &value->data[i][n]);
	}
}

struct ir_value *text_of_bytes(struct lower *lower, struct value value, unsigned size)
{
	struct ir_value *from = stored_text(lower, value).text;
	struct ir_value *text;

	if (from->size >= size && !from->tail_of)
		return from;
	text = declare_text(lower, size + 1);
	set_text(lower, text, from);
	return text;
}

struct ir_value *declare_text(struct lower *lower, unsigned size)
{
	return new_text(lower, IR_TEXT_DECLARE, size, "text");
}

void set_text(struct lower *lower, struct ir_value *to, struct ir_value *from)
{
	struct ir_statement *statement = add_statement(lower, IR_TEXT_SET);

	statement->to = used(to);
	statement->text.left = used(from);
}

struct ir_value *text_length(struct lower *lower, struct value value)
{
	struct ir_value *text = stored_text(lower, value).text;
	unsigned at = 0;
	struct ir_value *to;

	if (text->tail_of) {
		at = text->tail_at;
		text = text->tail_of;
	}
	to = new_register(lower, IR_S64, NULL);
	add_statement(lower, IR_TEXT_LENGTH)->to = to;
	lower->block->last->text.left = used(text);
	settle(lower, to);
	return plus(lower, to, -(wide)at);
}

struct ir_value *decimal_text(struct lower *lower, struct ir_value *number, unsigned size)
{
	struct ir_value *to = new_text(lower, IR_TEXT_DECIMAL, size, "text");

	lower->block->last->text.left = used(number);
	return to;
}

static struct ir_value *part_of(struct lower *lower, enum ir_kind kind, struct ir_value *text,
				unsigned at, unsigned size)
{
	struct ir_value *to = new_text(lower, kind, size, "text");
	struct ir_statement *statement = lower->block->last;

	statement->slice.from = used(text);
	statement->slice.at = at;
	statement->slice.size = size - 1;
	return to;
}

struct ir_value *text_tail(struct lower *lower, struct ir_value *text, unsigned at)
{
	struct ir_value *whole = text;
	struct ir_value *to;

	if (text->tail_of) {
		at += text->tail_at;
		whole = text->tail_of;
	}
	to = part_of(lower, IR_TEXT_TAIL, whole, at, whole->size - at);
	to->tail_of = whole;
	to->tail_at = at;
	return to;
}

struct ir_value *text_part(struct lower *lower, struct ir_value *text, unsigned at, unsigned size)
{
	return part_of(lower, IR_TEXT_PART, text, at, size + 1);
}

struct ir_value *equal_texts(struct lower *lower, struct value left, struct value right)
{
	struct ir_value *to, *a, *b;

	a = stored_text(lower, left).text;
	b = stored_text(lower, right).text;
	to = new_register(lower, IR_S64, NULL);
	add_statement(lower, IR_TEXT_EQUAL)->to = to;
	lower->block->last->text.left = used(a);
	lower->block->last->text.right = used(b);
	settle(lower, to);
	return to;
}
