/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Equality of binaries. Where one of the two has a length that is known, the other one's is checked
 * once; where neither has, they are compared by words up to their common length.
 */
#include "compiler/lower/lower_internal.h"

#define WORD 64 /* bits */

/* Whether its bytes are an array's from the beginning, and all of them. */
static bool fills_array(const struct type *type)
{
	return type->literal || (type->slice.capacity && !type_has_place(type));
}

struct reader reader_of(struct lower *lower, const struct value *value, uint64_t bits,
			struct ir_statement *block)
{
	bool is_array = value->type.text_size || value->type.slice.capacity;
	struct ir_value *position = value->position ? value->position : constant(lower, IR_S64, 0);

	return reader_at(lower, is_array ? stored_text(lower, *value).text : NULL, position,
			 value->type.text_size || value->type.slice.is_aligned, bits, block);
}

static void match_slices(struct lower *lower, const struct value *left, const struct value *right,
			 uint64_t bits, struct ir_statement *block)
{
	struct reader a = reader_of(lower, left, bits, block);
	struct reader b = reader_of(lower, right, bits, block);

	for (uint64_t at = 0; at < bits;) {
		uint64_t left_over = bits - at, count = WORD;

		while (count > left_over && count > 8)
			count /= 2;
		if (count > left_over)
			count = left_over;
		leave_if(lower,
			 assign(lower, IR_S64, IR_NOT_EQUAL, read_bits(lower, &a, at, count),
				read_bits(lower, &b, at, count)),
			 block);
		at += count;
	}
}

static void check_length(struct lower *lower, const struct value *value, uint64_t bits,
			 struct ir_statement *block)
{
	if (type_known_bits(&value->type) < 0)
		leave_if(lower,
			 assign(lower, IR_S64, IR_NOT_EQUAL, binary_length(lower, value),
				constant(lower, IR_S64, (wide)bits)),
			 block);
}

/* `right` has the length that is known. */
static struct ir_value *equal_known(struct lower *lower, const struct value *left,
				    const struct value *right)
{
	uint64_t bits = (uint64_t)type_known_bits(&right->type);
	struct ir_block *outer = lower->block;
	struct ir_statement *block = open_block(lower);
	struct reader reader;

	check_length(lower, left, bits, block);
	if (right->type.literal) {
		reader = reader_of(lower, left, bits, block);
		match_bytes(lower, &reader, 0, right->type.literal, bits / 8, block);
	} else {
		match_slices(lower, left, right, bits, block);
	}
	return close_block(lower, block, outer);
}

/* How many bits of a word are still to be compared. */
static struct ir_value *word_bits(struct lower *lower, struct ir_value *left)
{
	struct ir_value *count = declare(lower, IR_S64, WORD, "count");
	struct ir_block *here = lower->block;

	add_if(lower, assign(lower, IR_S64, IR_LESS, left, constant(lower, IR_S64, WORD)));
	set(lower, count, left);
	lower->block = here;
	settle(lower, count);
	return count;
}

static struct ir_value *word_of(struct lower *lower, const struct value *value, uint64_t at,
				struct ir_value *count)
{
	bool is_array = value->type.text_size || value->type.slice.capacity;
	struct ir_value *position = value->position ? value->position : constant(lower, IR_S64, 0);

	return bits_at(lower, is_array ? stored_text(lower, *value).text : NULL,
		       plus(lower, position, (wide)at), count);
}

static void match_words(struct lower *lower, const struct value *left, const struct value *right,
			struct ir_value *length, uint64_t most, struct ir_statement *block)
{
	struct ir_block *outer = lower->block;
	struct ir_statement *compared = open_block(lower);

	for (uint64_t at = 0; at < most; at += WORD) {
		struct ir_value *count;

		leave_if(lower,
			 assign(lower, IR_S64, IR_LESS_EQUAL, length,
				constant(lower, IR_S64, (wide)at)),
			 compared);
		count = word_bits(lower, plus(lower, length, -(wide)at));
		leave_if(lower,
			 assign(lower, IR_S64, IR_NOT_EQUAL, word_of(lower, left, at, count),
				word_of(lower, right, at, count)),
			 block);
	}
	lower->block = outer;
	append_statement(lower, compared);
}

/* The bytes that an array has for it; none, of the packet. */
static uint64_t most_bytes(const struct type *type)
{
	if (type->text_size)
		return type->text_size - 1;
	return type->slice.capacity ? type->slice.capacity : UINT16_MAX;
}

static struct ir_value *equal_by_words(struct lower *lower, const struct value *left,
				       const struct value *right)
{
	uint64_t most = most_bytes(&left->type), other = most_bytes(&right->type);
	struct ir_value *length = binary_length(lower, left);
	struct ir_value *other_length = binary_length(lower, right);
	struct ir_block *outer = lower->block;
	struct ir_statement *block = open_block(lower);

	leave_if(lower, assign(lower, IR_S64, IR_NOT_EQUAL, length, other_length), block);
	match_words(lower, left, right, length, 8 * (most < other ? most : other), block);
	return close_block(lower, block, outer);
}

struct ir_value *equal_binaries(struct lower *lower, struct value left, struct value right)
{
	bool is_left = type_known_bits(&left.type) >= 0;

	if ((left.type.text_size && right.type.text_size) ||
	    (fills_array(&left.type) && fills_array(&right.type)))
		return equal_texts(lower, left, right);
	if (!is_left && type_known_bits(&right.type) < 0)
		return equal_by_words(lower, &left, &right);
	if (left.type.literal || type_known_bits(&right.type) < 0)
		return equal_known(lower, &right, &left);
	return equal_known(lower, &left, &right);
}
