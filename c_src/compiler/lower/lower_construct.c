/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Binaries that are put together in an array, from left to right:
 *
 *	char text[8] = "";
 *	*(__u16 *)(text + 0) = __builtin_bswap16(a);
 *	*(__u32 *)(text + 2) = b;
 *
 * What does not end with a byte is held until the next segment completes it.
 */
#include "compiler/infer/conversion.h"
#include "compiler/lower/lower_internal.h"

struct sink {
	struct lower *lower;
	struct ir_value *array;
	uint64_t at;	       /* bytes that are stored */
	struct ir_value *held; /* the bits of one that is not full */
	unsigned held_count;
};

/* By less than 64; constants are computed here, because C would take them for ints. */
static struct ir_value *shifted(struct lower *lower, enum ir_op op, struct ir_value *value,
				uint64_t count)
{
	uint64_t number = (uint64_t)value->constant;

	if (!count)
		return value;
	if (value->kind == IR_CONSTANT)
		return constant(lower, IR_U64,
				(wide)(op == IR_SHIFT_LEFT ? number << count : number >> count));
	return assign(lower, IR_U64, op, value, constant(lower, IR_S64, (wide)count));
}

static struct ir_value *low_bits(struct lower *lower, struct ir_value *value, uint64_t count)
{
	if (value->kind == IR_CONSTANT)
		return constant(lower, IR_U64, value->constant & (((wide)1 << count) - 1));
	return assign(lower, IR_U64, IR_BAND, value,
		      constant(lower, IR_U64, ((wide)1 << count) - 1));
}

/* The low bytes of the number; each piece is aligned, as the stack wants it. */
static void put_bytes(struct sink *sink, struct ir_value *value, uint64_t size, bool is_little)
{
	struct lower *lower = sink->lower;

	for (uint64_t done = 0; done < size;) {
		uint64_t piece = 8;

		while (piece > size - done || sink->at % piece)
			piece /= 2;
		store_bytes(lower, sink->array, sink->at, (unsigned)piece,
			    shifted(lower, IR_SHIFT_RIGHT, value,
				    8 * (is_little ? done : size - done - piece)),
			    !is_little);
		sink->at += piece;
		done += piece;
	}
}

/* Completes the byte that is held; how many bits of the value are left. */
static uint64_t complete_byte(struct sink *sink, struct ir_value *value, uint64_t count)
{
	struct lower *lower = sink->lower;
	uint64_t wanted = 8 - sink->held_count, taken = count < wanted ? count : wanted;
	struct ir_value *bits =
		low_bits(lower, shifted(lower, IR_SHIFT_RIGHT, value, count - taken), taken);

	sink->held = assign(lower, IR_U64, IR_BOR, shifted(lower, IR_SHIFT_LEFT, sink->held, taken),
			    bits);
	sink->held_count += (unsigned)taken;
	if (sink->held_count == 8) {
		put_bytes(sink, sink->held, 1, false);
		sink->held_count = 0;
	}
	return count - taken;
}

/* The low `count` bits of the number, at most 64, the highest first. */
static void put_bits(struct sink *sink, struct ir_value *value, uint64_t count)
{
	struct lower *lower = sink->lower;

	if (sink->held_count)
		count = complete_byte(sink, value, count);
	put_bytes(sink, shifted(lower, IR_SHIFT_RIGHT, value, count % 8), count / 8, false);
	if (count % 8) {
		sink->held = low_bits(lower, value, count % 8);
		sink->held_count = count % 8;
	}
}

/* The last byte of a bitstring has its bits at the top. */
static void put_end(struct sink *sink)
{
	if (sink->held_count)
		put_bytes(sink,
			  shifted(sink->lower, IR_SHIFT_LEFT, sink->held, 8 - sink->held_count), 1,
			  false);
}

static void put_text(struct sink *sink, const char *bytes, uint64_t size)
{
	for (uint64_t done = 0; done < size;) {
		uint64_t count = size - done < 8 ? size - done : 8, number = 0;

		for (uint64_t i = 0; i < count; i++)
			number = number << 8 | (unsigned char)bytes[done + i];
		put_bits(sink, constant(sink->lower, IR_U64, (wide)number), count * 8);
		done += count;
	}
}

/* The bytes of the number from the lowest on; then the bits of one that is not whole. */
static void put_little(struct sink *sink, struct ir_value *value, uint64_t count)
{
	struct lower *lower = sink->lower;

	if (!sink->held_count && count % 8 == 0) {
		put_bytes(sink, value, count / 8, true);
		return;
	}
	for (uint64_t at = 0; at < count; at += 8)
		put_bits(sink, shifted(lower, IR_SHIFT_RIGHT, value, at),
			 count - at < 8 ? count - at : 8);
}

/* A register of the block around for what was computed in this one. */
static struct ir_value *carried_out(struct lower *lower, struct ir_value *value,
				    struct ir_block *outer)
{
	struct ir_block *body = lower->block;
	struct ir_value *to;

	lower->block = outer;
	to = declare(lower, IR_U64, 0, NULL);
	lower->block = body;
	set(lower, to, value);
	return to;
}

/* What is there for sure; the block is for the check that the verifier wants to see. */
static void put_slice(struct sink *sink, const struct value *value, uint64_t bits)
{
	struct lower *lower = sink->lower;
	struct ir_block *outer = lower->block;
	struct ir_statement *block = open_block(lower);
	struct reader reader = reader_of(lower, value, bits, block);

	for (uint64_t at = 0; at < bits;) {
		uint64_t count = bits - at < 64 ? bits - at : 64;

		put_bits(sink, read_bits(lower, &reader, at, count), count);
		at += count;
	}
	if (sink->held_count)
		sink->held = carried_out(lower, sink->held, outer);
	lower->block = outer;
	append_statement(lower, block);
}

static uint64_t size_of(struct lower *lower, const struct segment *segment)
{
	if (segment->size)
		return (uint64_t)typed_in(lower, segment->size)->type.range.low * segment->unit;
	return segment->bits;
}

static void put_binary(struct sink *sink, const struct segment *segment, const struct value *value,
		       int line)
{
	struct lower *lower = sink->lower;
	int known = type_known_bits(&value->type);
	uint64_t bits = segment->is_rest ? (uint64_t)known : size_of(lower, segment);

	if (known < 0)
		raise_if(lower,
			 assign(lower, IR_S64, IR_LESS, binary_length(lower, value),
				constant(lower, IR_S64, (wide)bits)),
			 RAISE_ARGUMENT, line, "a part of a binary is shorter than its segment");
	put_slice(sink, value, bits);
}

static void put_segment(struct sink *sink, const struct segment *segment, const struct value *value,
			int line)
{
	struct ir_value *number;
	uint64_t bits;

	switch (segment->kind) {
	case SEGMENT_TEXT:
		put_text(sink, segment->bytes, segment->bits / 8);
		break;
	case SEGMENT_INTEGER:
		bits = size_of(sink->lower, segment);
		number = as_type(sink->lower, value->payload, IR_U64);
		if (segment->is_little)
			put_little(sink, number, bits);
		else
			put_bits(sink, number, bits);
		break;
	case SEGMENT_BITS:
		put_binary(sink, segment, value, line);
		break;
	}
}

/* Which part of the value's type the segment takes; what is none of it raises. */
static int wanted_tag(const struct segment *segment, struct type *type, const char **message)
{
	if (segment->kind == SEGMENT_INTEGER || segment->conversion == CONVERSION_INTEGER) {
		*message = segment->kind == SEGMENT_INTEGER ? "a part of a binary was no integer"
							    : "no integer became a string";
		*type = type_only_integer(*type);
		return TAG_INTEGER;
	}
	if (segment->conversion == CONVERSION_ATOM) {
		*message = "no atom became a string";
		*type = type_only_atoms(*type);
		return TAG_ATOM;
	}
	*message = "a part of a binary was no binary";
	*type = type_only_binary(*type);
	return TAG_BINARY;
}

/* What is no integer, or no binary, raises once all values are computed. */
static struct value checked_part(struct lower *lower, const struct segment *segment,
				 struct value value, int line)
{
	struct type type = value.type;
	const char *message;
	int tag = wanted_tag(segment, &type, &message);
	struct ir_value *is_right = has_tag(lower, &value, tag);

	if (type_is_none(&type)) {
		add_raise(lower, RAISE_ARGUMENT, line, message);
		return none_value();
	}
	if (is_right)
		raise_if(lower, opposite(lower, is_right), RAISE_ARGUMENT, line, message);
	return as(lower, value, &type);
}

static struct value lower_part(struct lower *lower, const struct segment *segment,
			       struct value value, int line)
{
	bool is_made = is_converted(segment, &value.type);

	if (!is_made || segment->conversion != CONVERSION_ANY)
		value = checked_part(lower, segment, value, line);
	if (is_made && !lower->block->is_closed)
		value = lower_conversion(lower, &value, segment->conversion);
	return value;
}

static bool lower_parts(struct lower *lower, const struct expression *expression,
			struct value *values)
{
	const struct segment *segments = expression->binary.segments;

	for (size_t i = 0; i < expression->binary.count; i++) {
		if (segments[i].kind == SEGMENT_TEXT)
			continue;
		values[i] = lower_expression(lower, segments[i].value, USED);
		if (lower->block->is_closed)
			return false;
	}
	for (size_t i = 0; i < expression->binary.count && !lower->block->is_closed; i++) {
		if (segments[i].kind != SEGMENT_TEXT)
			values[i] =
				lower_part(lower, &segments[i], values[i], expression->span.line);
	}
	return !lower->block->is_closed;
}

/* `settled` bytes have places that are known; 0 once there was one that is not. */
static void append_text(struct lower *lower, struct ir_value *to, struct ir_value *from,
			struct ir_value *at, unsigned *settled)
{
	struct ir_statement *statement = add_statement(lower, IR_TEXT_APPEND);

	if (at->kind == IR_CONSTANT) {
		*settled = (unsigned)at->constant + from->size;
	} else {
		statement->append.settled = *settled;
		*settled = 0;
	}
	statement->to = used(to);
	statement->append.from = used(from);
	statement->append.at = used(at);
}

/* Strings, each from where the one before ends. */
static struct value joined_texts(struct lower *lower, const struct expression *expression,
				 struct value *values, struct type type)
{
	struct value joined = { .type = type, .text = declare_text(lower, type.text_size) };
	struct ir_value *at = constant(lower, IR_S64, 0);
	unsigned settled = 0;

	for (size_t i = 0; i < expression->binary.count; i++) {
		const struct segment *segment = &expression->binary.segments[i];
		struct value *part = &values[i];

		if (segment->kind == SEGMENT_TEXT)
			part->type = type_literal(segment->bytes, (size_t)segment->bits / 8);
		if (part->type.text_size == 1)
			continue;
		append_text(lower, joined.text, stored_text(lower, *part).text, at, &settled);
		at = part->type.literal ? plus(lower, at, (wide)part->type.text_size - 1)
					: sum(lower, at, text_length(lower, *part));
	}
	return joined;
}

struct value lower_construct(struct lower *lower, const struct expression *expression)
{
	const struct type *type = &typed_in(lower, expression)->type;
	size_t count = expression->binary.count;
	struct value *values = ARENA_ARRAY(lower->compile->arena, struct value, count);
	struct value built = { .type = *type };
	struct sink sink = { .lower = lower };

	if (!lower_parts(lower, expression, values))
		return none_value();
	/* One that was made is no other's: nothing has to be copied. */
	if (type->text_size && count == 1 && values[0].type.text_size == type->text_size &&
	    values[0].text && values[0].text->kind == IR_REGISTER && !values[0].text->tail_of)
		return values[0];
	if (type->text_size)
		return joined_texts(lower, expression, values, *type);
	built.text = sink.array = declare_text(lower, type->slice.capacity);
	for (size_t i = 0; i < count; i++)
		put_segment(&sink, &expression->binary.segments[i], &values[i],
			    expression->span.line);
	put_end(&sink);
	if (type_has_place(type)) {
		built.position = constant(lower, IR_S64, 0);
		built.length = constant(lower, IR_S64, type->slice.bits);
	}
	return built;
}
