/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Slices of arrays. Any binary becomes one: a string's array is there already, bytes of the packet
 * are copied. A slice that fills its array has no place; it is how binaries of a constant size are
 * kept, in memory as well as in variables.
 */
#include "compiler/lower/lower_internal.h"

struct ir_value *binary_length(struct lower *lower, const struct value *value)
{
	int bits = type_known_bits(&value->type);

	if (bits >= 0)
		return constant(lower, IR_S64, bits);
	if (value->type.slice.is_slice)
		return value->length;
	return assign(lower, IR_S64, IR_MULTIPLY, text_length(lower, *value),
		      constant(lower, IR_S64, 8));
}

void store_bytes(struct lower *lower, struct ir_value *array, uint64_t at, unsigned size,
		 struct ir_value *value, bool is_big)
{
	struct ir_statement *statement = add_statement(lower, IR_TEXT_STORE);

	statement->to = used(array);
	statement->store.at = (unsigned)at;
	statement->store.size = size;
	statement->store.value = used(value);
	statement->store.is_big = is_big;
}

/* The last bits of a bitstring are the highest of its last byte. */
void fill_array(struct lower *lower, struct ir_value *array, struct reader *reader, uint64_t bits)
{
	for (uint64_t at = 0; at < bits;) {
		uint64_t left = bits - at, count = 64;
		struct ir_value *value;

		while (count > left && count > 8)
			count /= 2;
		if (count <= left) {
			store_bytes(lower, array, at / 8, (unsigned)count / 8,
				    read_bits(lower, reader, at, count), true);
		} else {
			value = read_bits(lower, reader, at, left);
			value = assign(lower, IR_U64, IR_SHIFT_LEFT, value,
				       constant(lower, IR_S64, (wide)(8 - left)));
			store_bytes(lower, array, at / 8, 1, value, true);
		}
		at += count;
	}
}

/* What is there for sure is copied; the block is for the check that the verifier wants to see. */
static struct ir_value *array_of_slice(struct lower *lower, const struct value *value, int bits)
{
	struct ir_value *array = declare_text(lower, type_bits_of((unsigned)bits).slice.capacity);
	struct ir_block *outer = lower->block;
	struct ir_statement *block = open_block(lower);
	struct reader reader = reader_at(lower, value->type.slice.capacity ? value->text : NULL,
					 value->position, value->type.slice.is_aligned,
					 (uint64_t)bits, block);

	fill_array(lower, array, &reader, (uint64_t)bits);
	lower->block = outer;
	append_statement(lower, block);
	return array;
}

struct ir_value *array_part(struct lower *lower, struct ir_value *array, unsigned at, unsigned size)
{
	struct ir_value *to = new_register(lower, IR_TEXT, "part");
	struct ir_statement *statement = add_statement(lower, IR_TEXT_PART);

	to->size = size;
	statement->to = to;
	statement->slice.from = used(array);
	statement->slice.at = at;
	statement->slice.size = size;
	settle(lower, to);
	return to;
}

struct value bytes_of(struct lower *lower, const struct value *value)
{
	int bits = type_known_bits(&value->type);
	struct value bytes = { .type = type_none() };

	type_as_bytes(&value->type, &bytes.type);
	bytes.position = constant(lower, IR_S64, 0);
	bytes.length = binary_length(lower, value);
	if (value->type.slice.is_slice && !value->type.slice.capacity) {
		bytes.text = array_of_slice(lower, value, bits);
		return bytes;
	}
	bytes.text = stored_text(lower, *value).text;
	if (value->position)
		bytes.position = value->position;
	return bytes;
}

void bytes_as(struct lower *lower, struct value *result, const struct value *value)
{
	struct value bytes;

	if (!type_has_place(&result->type) && value->position) {
		result->text = array_of_slice(lower, value, result->type.slice.bits);
		return;
	}
	bytes = bytes_of(lower, value);
	result->text = bytes.text;
	if (!type_has_place(&result->type))
		return;
	result->position = bytes.position;
	result->length = bytes.length;
}
