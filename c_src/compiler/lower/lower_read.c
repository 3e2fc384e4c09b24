/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers out of the packet and of arrays, and the blocks that are left where bytes do not match. */
#include "compiler/lower/lower_internal.h"

struct ir_value *sum(struct lower *lower, struct ir_value *a, struct ir_value *b)
{
	if (a->kind == IR_CONSTANT && b->kind == IR_CONSTANT)
		return constant(lower, IR_S64, a->constant + b->constant);
	if (a->kind == IR_CONSTANT && !a->constant)
		return b;
	if (b->kind == IR_CONSTANT && !b->constant)
		return a;
	return assign(lower, IR_S64, IR_ADD, a, b);
}

struct ir_value *plus(struct lower *lower, struct ir_value *a, wide b)
{
	return sum(lower, a, constant(lower, IR_S64, b));
}

struct ir_value *difference(struct lower *lower, struct ir_value *a, struct ir_value *b)
{
	if (b->kind == IR_CONSTANT)
		return plus(lower, a, -b->constant);
	return assign(lower, IR_S64, IR_SUBTRACT, a, b);
}

void leave_if(struct lower *lower, struct ir_value *condition, struct ir_statement *block)
{
	struct ir_block *here = lower->block;

	if (condition->kind == IR_CONSTANT && !condition->constant)
		return;
	add_if(lower, condition);
	add_statement(lower, IR_LEAVE)->leave = block;
	block->block.is_left = true;
	lower->block->is_closed = true;
	lower->block = here;
}

struct ir_statement *open_block(struct lower *lower)
{
	struct ir_statement *block = ARENA_NEW(lower->compile->arena, struct ir_statement);

	block->kind = IR_BLOCK;
	block->line = lower->line;
	block->block.label = lower->function->label_count++;
	block->block.body = lower->block = new_block(lower);
	return block;
}

/* Whether control came to the block's end; NULL when it always does. */
struct ir_value *close_block(struct lower *lower, struct ir_statement *block,
			     struct ir_block *outer)
{
	struct ir_block *body = lower->block;
	struct ir_value *matches = NULL;

	lower->block = outer;
	if (block->block.is_left) {
		matches = declare(lower, IR_S64, 0, "matches");
		lower->block = body;
		set(lower, matches, constant(lower, IR_S64, 1));
		lower->block = outer;
	}
	append_statement(lower, block);
	return matches;
}

struct reader reader_at(struct lower *lower, struct ir_value *array, struct ir_value *position,
			bool is_aligned, uint64_t bits, struct ir_statement *block)
{
	struct reader reader = { .position = position, .array = array };
	struct ir_statement *seek;

	if (array && position->kind == IR_CONSTANT) {
		reader.from = array;
		reader.origin = (uint64_t)position->constant;
		return reader;
	}
	if (!is_aligned || !bits)
		return reader;
	reader.from = new_register(lower, IR_CURSOR, "bytes");
	reader.from->array = array;
	seek = add_statement(lower, IR_SEEK);
	seek->to = reader.from;
	seek->seek.array = used(array);
	seek->seek.position = used(position);
	seek->seek.size = (unsigned)((bits + 7) / 8);
	seek->seek.block = block;
	block->block.is_left = true;
	settle(lower, reader.from);
	return reader;
}

static struct ir_value *u64(struct lower *lower, wide value)
{
	return constant(lower, IR_U64, value);
}

/* x << count, or >>; both are constants' business when the count is none. */
static struct ir_value *shift(struct lower *lower, enum ir_op op, struct ir_value *x,
			      uint64_t count)
{
	return count ? assign(lower, x->type, op, x, constant(lower, IR_S64, (wide)count)) : x;
}

static struct ir_value *joined(struct lower *lower, struct ir_value *a, struct ir_value *b)
{
	return a ? assign(lower, IR_U64, IR_BOR, a, b) : b;
}

static struct ir_value *masked(struct lower *lower, struct ir_value *x, uint64_t bits)
{
	return bits < 64 ? assign(lower, IR_U64, IR_BAND, x, u64(lower, ((wide)1 << bits) - 1)) : x;
}

static struct ir_value *read_piece(struct lower *lower, struct ir_value *from, uint64_t at,
				   unsigned size, bool is_big)
{
	struct ir_value *to = new_register(lower, IR_U64, NULL);
	struct ir_statement *statement = add_statement(lower, IR_READ);

	statement->to = to;
	statement->slice.from = used(from);
	statement->slice.at = (unsigned)at;
	statement->slice.size = size;
	statement->slice.is_big = is_big;
	settle(lower, to);
	return to;
}

/* The largest natural width; the stack, where arrays are, has bytes only. */
static unsigned piece_size(const struct ir_value *from, uint64_t size)
{
	if (size < 2 || (from && (from->type == IR_TEXT || from->array)))
		return 1;
	return size < 4 ? 2 : size < 8 ? 4 : 8;
}

/* One to eight bytes as a number. */
static struct ir_value *read_bytes(struct lower *lower, struct ir_value *from, uint64_t at,
				   uint64_t size, bool is_big)
{
	struct ir_value *value = NULL;

	for (uint64_t done = 0; done < size;) {
		unsigned piece = piece_size(from, size - done);
		struct ir_value *part = read_piece(lower, from, at + done, piece, is_big);
		uint64_t above = is_big ? size - done - piece : done;

		value = joined(lower, value, shift(lower, IR_SHIFT_LEFT, part, above * 8));
		done += piece;
	}
	return value;
}

struct ir_value *bits_at(struct lower *lower, struct ir_value *array, struct ir_value *position,
			 struct ir_value *count)
{
	struct ir_value *to = new_register(lower, IR_U64, NULL);
	struct ir_statement *statement = add_statement(lower, IR_BITS);

	statement->to = to;
	statement->bits.array = used(array);
	statement->bits.position = used(position);
	statement->bits.count = used(count);
	settle(lower, to);
	return to;
}

/* From bit `at` of what `from` points to. */
static struct ir_value *read_bits_of(struct lower *lower, struct ir_value *from, uint64_t at,
				     uint64_t count)
{
	uint64_t first = at / 8, end = (at + count + 7) / 8;
	struct ir_value *bits;

	if (end - first > 8) {
		bits = shift(lower, IR_SHIFT_LEFT, read_bits_of(lower, from, at, count - 32), 32);
		return joined(lower, bits, read_bits_of(lower, from, at + count - 32, 32));
	}
	bits = read_bytes(lower, from, first, end - first, true);
	bits = shift(lower, IR_SHIFT_RIGHT, bits, end * 8 - (at + count));
	return at % 8 ? masked(lower, bits, count) : bits;
}

struct ir_value *read_bits(struct lower *lower, const struct reader *reader, uint64_t at,
			   uint64_t count)
{
	if (!count)
		return u64(lower, 0);
	if (!reader->from)
		return bits_at(lower, reader->array, plus(lower, reader->position, (wide)at),
			       constant(lower, IR_S64, (wide)count));
	return read_bits_of(lower, reader->from, reader->origin + at, count);
}

static struct ir_value *little(struct lower *lower, struct ir_value *bits, struct ir_value *count)
{
	return assign(lower, IR_U64, IR_LITTLE_BITS, bits, count);
}

/* The number's sign bit is the highest of `count`, a constant above 0. */
static struct ir_value *with_sign(struct lower *lower, struct ir_value *bits, uint64_t count)
{
	struct ir_value *value = as_type(lower, bits, IR_S64);

	value = shift(lower, IR_SHIFT_LEFT, value, 64 - count);
	return shift(lower, IR_SHIFT_RIGHT, value, 64 - count);
}

struct ir_value *read_integer_bits(struct lower *lower, const struct reader *reader, uint64_t at,
				   const struct segment *segment, const struct type *type)
{
	uint64_t count = segment->bits, place = reader->origin + at;
	bool are_bytes = reader->from && place % 8 == 0 && count % 8 == 0;
	struct ir_value *value;

	if (segment->is_little && are_bytes && count)
		value = read_bytes(lower, reader->from, place / 8, count / 8, false);
	else
		value = read_bits(lower, reader, at, count);
	if (segment->is_little && count > 8 && !are_bytes)
		value = little(lower, value, constant(lower, IR_S64, (wide)count));
	if (segment->is_signed && count)
		return with_sign(lower, value, count);
	return as_type(lower, value, payload_type(type));
}

/* A size that only the run tells, of any number of bits: the low 64 count. */
struct ir_value *read_sized_integer(struct lower *lower, const struct reader *reader,
				    struct ir_value *count, const struct segment *segment,
				    const struct type *type)
{
	struct ir_value *most = constant(lower, IR_S64, 64);
	struct ir_value *width = declare(lower, IR_S64, 64, "width");
	struct ir_value *skipped = declare(lower, IR_S64, 0, "skipped");
	struct ir_block *here = lower->block;
	struct ir_statement *branch;
	struct ir_value *value, *unused;

	branch = add_if(lower, assign(lower, IR_S64, IR_LESS, most, count));
	if (!segment->is_little)
		set(lower, skipped, difference(lower, count, most));
	lower->block = branch->branch.otherwise;
	set(lower, width, count);
	lower->block = here;
	settle(lower, width);
	settle(lower, skipped);
	value = bits_at(lower, reader->array, sum(lower, reader->position, skipped), width);
	if (segment->is_little)
		value = little(lower, value, width);
	if (!segment->is_signed)
		return as_type(lower, value, payload_type(type));
	unused = assign(lower, IR_S64, IR_SUBTRACT, most, width);
	value = assign(lower, IR_S64, IR_SHIFT_LEFT_S64, as_type(lower, value, IR_S64), unused);
	return assign(lower, IR_S64, IR_SHIFT_RIGHT_S64, value, unused);
}

void match_bytes(struct lower *lower, const struct reader *reader, uint64_t at, const char *bytes,
		 uint64_t size, struct ir_statement *block)
{
	for (uint64_t done = 0; done < size;) {
		unsigned piece = piece_size(reader->from, size - done);
		struct ir_value *read = read_bits(lower, reader, at + done * 8, piece * 8);
		uint64_t wanted = 0;

		for (unsigned i = 0; i < piece; i++)
			wanted = wanted << 8 | (unsigned char)bytes[done + i];
		leave_if(lower, assign(lower, IR_S64, IR_NOT_EQUAL, read, u64(lower, (wide)wanted)),
			 block);
		done += piece;
	}
}
