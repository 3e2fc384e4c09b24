/* SPDX-License-Identifier: Apache-2.0 */
/* Strings in memory: of whole words, with NULs after their end, so that words can be compared. */
#include "compiler/lower_internal.h"

#include <string.h>

static unsigned whole_words(unsigned size)
{
	return (size + 7) / 8 * 8;
}

static struct ir_value *new_text(struct lower *lower, unsigned size)
{
	struct ir_value *text = new_register(lower, IR_TEXT, NULL);

	text->size = whole_words(size);
	text->is_padded = true;
	return text;
}

static struct ir_value *add_literal(struct lower *lower, const struct expression *literal,
				    unsigned size)
{
	struct ir_value *to = new_text(lower, size);
	struct ir_statement *statement = add_statement(lower, IR_TEXT_LITERAL);

	statement->to = to;
	statement->literal.bytes = literal->string.bytes;
	statement->literal.size = (unsigned)literal->string.size;
	settle(lower, to);
	return to;
}

struct ir_value *padded_text(struct lower *lower, const struct value *value, unsigned size)
{
	unsigned needed = value->type.text_size > size ? value->type.text_size : size;
	struct ir_statement *statement;
	struct ir_value *to;

	if (!value->payload)
		return add_literal(lower, value->text, needed);
	if (value->payload->is_padded && value->payload->size >= size)
		return value->payload;
	to = new_text(lower, needed);
	statement = add_statement(lower, IR_TEXT_COPY);
	statement->to = to;
	statement->text = used(value->payload);
	settle(lower, to);
	return to;
}

static bool has_nul(const struct value *value)
{
	return !value->payload &&
	       memchr(value->text->string.bytes, 0, value->text->string.size) != NULL;
}

static bool are_same_literals(const struct value *left, const struct value *right)
{
	return left->text->string.size == right->text->string.size &&
	       memcmp(left->text->string.bytes, right->text->string.bytes,
		      left->text->string.size) == 0;
}

/* Texts in memory have no NUL, so a literal with one equals none of them. */
struct ir_value *same_texts(struct lower *lower, const struct value *left,
			    const struct value *right)
{
	struct ir_statement *statement;
	struct ir_value *a, *b, *to;

	if (!left->payload && !right->payload)
		return constant(lower, IR_S64, are_same_literals(left, right));
	if (has_nul(left) || has_nul(right))
		return constant(lower, IR_S64, 0);
	a = padded_text(lower, left, 1);
	b = padded_text(lower, right, 1);
	to = new_register(lower, IR_S64, "same");
	statement = add_statement(lower, IR_TEXT_SAME);
	statement->to = to;
	statement->same.left = used(a);
	statement->same.right = used(b);
	settle(lower, to);
	return to;
}
