/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A binary pattern is a block that is left where the binary does not fit it:
 *
 *	matches = 0; field = 0;
 *	block: {
 *		if (length < 112) leave;
 *		bytes = <seek 14 bytes, or leave>;
 *		if (<read two bytes at 12> != 0x0800) leave;
 *		...
 *		field = <what was read>; matches = 1;
 *	}
 *
 * What is there is decided by the binary's length. The check that the verifier wants to see, by
 * the packet's end, is part of seeking, once for each run of segments of constant sizes.
 */
#include "compiler/lower/lower_internal.h"
#include "compiler/syntax/segment.h"

#include "compiler/core/symbol.h"

/* What a pattern binds: read inside of the block, known after it. */
struct bound {
	struct bound *next;
	const struct variable *variable;
	struct value value;
};

struct pattern_match {
	struct lower *lower;
	struct ir_statement *block;
	struct ir_block *outer; /* around that */
	struct value subject;
	struct place place;
	struct ir_value *position; /* where the run begins: in the packet, in bits */
	struct ir_value *left;	   /* bits from there to the binary's end */
	uint64_t offset;	   /* of the segment, from where the run begins */
	struct reader reader;	   /* of the run's bytes */
	struct bound *bound;
};

/* a < b, and a == b; as constants when they are that */
static struct ir_value *less(struct lower *lower, struct ir_value *a, struct ir_value *b)
{
	if (a->kind == IR_CONSTANT && b->kind == IR_CONSTANT)
		return constant(lower, IR_S64, a->constant < b->constant);
	return assign(lower, IR_S64, IR_LESS, a, b);
}

static struct ir_value *unequal(struct lower *lower, struct ir_value *a, struct ir_value *b)
{
	if (a->kind == IR_CONSTANT && b->kind == IR_CONSTANT)
		return constant(lower, IR_S64, a->constant != b->constant);
	return assign(lower, IR_S64, IR_NOT_EQUAL, a, b);
}

static struct type variable_type(const struct lower *lower, const struct variable *variable)
{
	return lower->instance->variables[variable->number];
}

/* The value that a segment has, for its pattern. */
static void match_value(struct pattern_match *m, const struct segment *segment, struct value value)
{
	struct lower *lower = m->lower;
	struct ir_value *matches;
	struct bound *bound;

	matches = test_pattern(lower, segment->pattern, value);
	if (matches)
		leave_if(lower, opposite(lower, matches), m->block);
	if (segment->pattern->kind != PATTERN_VARIABLE)
		return;
	bound = ARENA_NEW(lower->compile->arena, struct bound);
	*bound = (struct bound){ m->bound, segment->pattern->variable, value };
	m->bound = bound;
}

static bool is_constant(const struct segment *segment)
{
	return !segment->size && !segment->is_rest;
}

static bool is_read(const struct segment *segment)
{
	if (segment->kind == SEGMENT_TEXT)
		return segment->bits > 0;
	return segment->kind == SEGMENT_INTEGER && segment->pattern->kind != PATTERN_ANY;
}

/* The text's length is its first NUL's place: so many bytes are there if the last is none. */
static void check_text_length(struct pattern_match *m, uint64_t bits, bool is_last)
{
	struct lower *lower = m->lower;
	struct ir_value *zero = constant(lower, IR_U64, 0);

	m->reader = (struct reader){ .from = m->subject.text };
	if (bits)
		leave_if(lower,
			 assign(lower, IR_S64, IR_EQUAL, read_bits(lower, &m->reader, bits - 8, 8),
				zero),
			 m->block);
	if (is_last)
		leave_if(lower,
			 assign(lower, IR_S64, IR_NOT_EQUAL, read_bits(lower, &m->reader, bits, 8),
				zero),
			 m->block);
}

/* The array that the segments are in; NULL for the packet. */
static struct ir_value *array_of(const struct pattern_match *m)
{
	return m->subject.type.slice.capacity ? m->subject.text : NULL;
}

/* More than an array has from a constant place on is never there. */
static void leave_beyond(struct pattern_match *m, uint64_t bits)
{
	struct lower *lower = m->lower;

	if (!array_of(m) || m->position->kind != IR_CONSTANT ||
	    (uint64_t)m->position->constant + bits <= (uint64_t)m->subject.text->size * 8)
		return;
	add_statement(lower, IR_LEAVE)->leave = m->block;
	m->block->block.is_left = true;
	lower->block->is_closed = true;
}

/* The segments of constant sizes from here on: are they there, and where. */
static void start_run(struct pattern_match *m, const struct segment *segments, size_t count)
{
	struct lower *lower = m->lower;
	uint64_t bits = 0, read = 0;
	struct ir_value *size;
	size_t n;

	for (n = 0; n < count && is_constant(&segments[n]); n++) {
		bits += segments[n].bits;
		if (is_read(&segments[n]))
			read = bits;
	}
	if (m->subject.type.text_size) {
		check_text_length(m, bits / 8 * 8, n == count);
		return;
	}
	size = constant(lower, IR_S64, (wide)bits);
	if (n == count)
		leave_if(lower, unequal(lower, m->left, size), m->block);
	else if (bits)
		leave_if(lower, less(lower, m->left, size), m->block);
	leave_beyond(m, bits);
	if (m->lower->block->is_closed)
		return;
	m->reader = reader_at(lower, array_of(m), m->position,
			      m->place.is_known && m->place.bit == 0, read, m->block);
}

/* A copy that outlives the block; of a constant place there is one whether the pattern matches. */
static struct ir_value *copied_part(struct pattern_match *m, struct ir_value *position, int bits)
{
	struct lower *lower = m->lower;
	struct ir_block *body = lower->block;
	unsigned size = (unsigned)bits / 8;
	struct ir_value *to;
	struct reader reader;

	lower->block = m->outer;
	if (position->kind == IR_CONSTANT && position->constant % 8 == 0)
		to = array_part(lower, m->subject.text, (unsigned)position->constant / 8, size);
	else
		to = declare_text(lower, size);
	lower->block = body;
	if (position->kind == IR_CONSTANT && position->constant % 8 == 0)
		return to;
	reader = reader_at(lower, m->subject.text, position, m->place.is_known && !m->place.bit,
			   (uint64_t)bits, m->block);
	fill_array(lower, to, &reader, (uint64_t)bits);
	return to;
}

static struct value slice_value(struct pattern_match *m, const struct segment *segment,
				struct ir_value *length)
{
	struct value part = { .type = segment_slice(segment, &m->place, &m->subject.type) };
	struct ir_value *position = plus(m->lower, m->position, (wide)m->offset);

	if (!type_has_place(&part.type)) {
		part.text = copied_part(m, position, part.type.slice.bits);
		return part;
	}
	part.text = array_of(m);
	part.position = position;
	part.length = length;
	return part;
}

/* It is there whether the pattern matches or not, and outlives the block. */
static struct value text_value(struct pattern_match *m, const struct segment *segment)
{
	struct ir_value *text = m->subject.text, *to;
	struct ir_block *body = m->lower->block;
	unsigned at = (unsigned)m->offset / 8;

	m->lower->block = m->outer;
	if (segment->is_rest)
		to = at ? text_tail(m->lower, text, at) : text;
	else
		to = text_part(m->lower, text, at, (unsigned)segment->bits / 8);
	m->lower->block = body;
	return (struct value){ .type = type_text_of(to->size), .text = to };
}

static void match_bits(struct pattern_match *m, const struct segment *segment,
		       struct ir_value *length)
{
	if (segment->pattern->kind == PATTERN_ANY)
		return;
	match_value(m, segment,
		    m->subject.type.text_size ? text_value(m, segment)
					      : slice_value(m, segment, length));
}

static struct type integer_type_of(struct pattern_match *m, const struct segment *segment)
{
	wide one = 1;

	if (segment->pattern->kind == PATTERN_VARIABLE)
		return variable_type(m->lower, segment->pattern->variable);
	if (segment->is_signed || segment->bits < 64)
		return segment->size ? type_full(segment->is_signed ? INTEGER_S64 : INTEGER_U64)
		       : segment->is_signed || !segment->bits
			       ? type_full(INTEGER_S64)
			       : type_integer(INTEGER_S64, 0, (one << segment->bits) - 1);
	return type_full(INTEGER_U64);
}

static void match_constant(struct pattern_match *m, const struct segment *segment)
{
	struct type type;

	switch (segment->kind) {
	case SEGMENT_TEXT:
		match_bytes(m->lower, &m->reader, m->offset, segment->bytes, segment->bits / 8,
			    m->block);
		break;
	case SEGMENT_INTEGER:
		if (segment->pattern->kind == PATTERN_ANY)
			break;
		type = integer_type_of(m, segment);
		match_value(m, segment,
			    integer_value(type, read_integer_bits(m->lower, &m->reader, m->offset,
								  segment, &type)));
		break;
	case SEGMENT_BITS:
		match_bits(m, segment, constant(m->lower, IR_S64, (wide)segment->bits));
		break;
	}
	m->offset += segment->bits;
}

/* The size in units; a size that is no integer, or too large for any packet, does not match. */
static struct ir_value *lower_units(struct pattern_match *m, const struct segment *segment)
{
	struct lower *lower = m->lower;
	struct ir_statement *guard = lower->guard;
	struct ir_value *is_integer, *units;
	struct value size;

	lower->guard = m->block;
	size = lower_expression(lower, segment->size, USED);
	lower->guard = guard;
	if (lower->block->is_closed)
		return NULL;
	is_integer = has_tag(lower, &size, TAG_INTEGER);
	if (is_integer)
		leave_if(lower, opposite(lower, is_integer), m->block);
	units = size.payload;
	leave_if(lower,
		 assign(lower, IR_S64, IR_LESS, constant(lower, IR_U64, 0xffff * 8),
			as_type(lower, units, IR_U64)),
		 m->block);
	return as_type(lower, units, IR_S64);
}

static struct ir_value *in_bits(struct lower *lower, struct ir_value *units, unsigned unit)
{
	if (unit == 1)
		return units;
	if (units->kind == IR_CONSTANT)
		return constant(lower, IR_S64, units->constant * unit);
	return assign(lower, IR_S64, IR_MULTIPLY, units, constant(lower, IR_S64, unit));
}

static void match_sized(struct pattern_match *m, const struct segment *segment, bool is_last)
{
	struct lower *lower = m->lower;
	struct ir_value *units = lower_units(m, segment);
	struct ir_value *left, *bits, *position;
	struct reader reader = { .array = array_of(m) };
	struct type type;

	if (!units)
		return;
	left = plus(lower, m->left, -(wide)m->offset);
	bits = in_bits(lower, units, segment->unit);
	leave_if(lower, is_last ? unequal(lower, left, bits) : less(lower, left, bits), m->block);
	reader.position = position = plus(lower, m->position, (wide)m->offset);
	if (segment->kind == SEGMENT_BITS) {
		match_bits(m, segment, bits);
	} else if (segment->pattern->kind != PATTERN_ANY) {
		type = integer_type_of(m, segment);
		match_value(m, segment,
			    integer_value(type, read_sized_integer(lower, &reader, bits, segment,
								   &type)));
	}
	m->position = sum(lower, position, bits);
	m->left = difference(lower, left, bits);
	m->offset = 0;
}

static void match_rest(struct pattern_match *m, const struct segment *segment)
{
	struct lower *lower = m->lower;
	struct ir_value *length, *over;

	if (m->subject.type.text_size) {
		match_bits(m, segment, NULL);
		return;
	}
	length = plus(lower, m->left, -(wide)m->offset);
	if (segment->bits > 1 && !(segment->bits == 8 && place_leaves_bytes(&m->place))) {
		over = assign(lower, IR_U64, IR_REMAINDER_UNSIGNED, length,
			      constant(lower, IR_U64, (wide)segment->bits));
		leave_if(lower,
			 assign(lower, IR_S64, IR_NOT_EQUAL, over, constant(lower, IR_U64, 0)),
			 m->block);
	}
	match_bits(m, segment, length);
}

static void match_segments(struct pattern_match *m, const struct segment *segments, size_t count)
{
	bool in_run = false;

	if (!count)
		start_run(m, segments, 0);
	for (size_t i = 0; i < count && !m->lower->block->is_closed; i++) {
		if (is_constant(&segments[i])) {
			if (!in_run)
				start_run(m, &segments[i], count - i);
			in_run = true;
			if (!m->lower->block->is_closed)
				match_constant(m, &segments[i]);
		} else if (segments[i].is_rest) {
			match_rest(m, &segments[i]);
		} else {
			in_run = false;
			match_sized(m, &segments[i], i + 1 == count);
		}
		m->place = place_after(m->place, &segments[i]);
	}
}

/* A register of the outer block for what was computed in the inner one. */
static struct ir_value *carried(struct pattern_match *m, struct ir_value *value)
{
	struct lower *lower = m->lower;
	struct ir_block *body = lower->block;
	struct ir_value *to;

	if (!value || value->kind == IR_CONSTANT)
		return value;
	lower->block = m->outer;
	to = declare(lower, value->type, 0, NULL);
	lower->block = body;
	set(lower, to, value);
	return to;
}

static void carry_bound(struct pattern_match *m)
{
	for (struct bound *b = m->bound; b; b = b->next) {
		if (b->value.type.text_size)
			continue;
		b->value.payload = carried(m, b->value.payload);
		b->value.position = carried(m, b->value.position);
		b->value.length = carried(m, b->value.length);
	}
}

struct ir_value *test_binary(struct lower *lower, const struct pattern *pattern, struct value value)
{
	struct pattern_match m = { .lower = lower, .outer = lower->block };
	struct type binary = type_only_binary(value.type);
	struct ir_value *is_binary = has_tag(lower, &value, TAG_BINARY);
	struct ir_value *matches;

	m.subject = as(lower, value, &binary);
	if (binary.slice.is_slice) {
		m.position = m.subject.position ? m.subject.position : constant(lower, IR_S64, 0);
		m.left = binary_length(lower, &m.subject);
	} else if (pattern_needs_bytes(pattern, &binary)) {
		m.subject = bytes_of(lower, &m.subject);
		m.position = m.subject.position;
		m.left = m.subject.length;
	} else {
		m.subject = stored_text(lower, m.subject);
	}
	m.place = place_start(&m.subject.type);
	m.block = open_block(lower);
	match_segments(&m, pattern->binary.segments, pattern->binary.count);
	carry_bound(&m);
	matches = close_block(lower, m.block, m.outer);
	for (struct bound *b = m.bound; b; b = b->next) {
		settle_value(lower, &b->value);
		set_variable(lower, b->variable, b->value);
	}
	settle(lower, matches);
	return both(lower, is_binary, matches);
}

struct value lower_size(struct lower *lower, const struct expression *expression)
{
	const struct type *type = &typed_in(lower, expression)->type;
	struct value value = lower_expression(lower, expression->operation.left, USED);
	bool is_bits = expression->operation.operator->kind == OPERATOR_BIT_SIZE;
	struct ir_value *size, *is_binary;

	if (lower->block->is_closed)
		return none_value();
	is_binary = has_tag(lower, &value, TAG_BINARY);
	if (is_binary)
		raise_if(lower, opposite(lower, is_binary), RAISE_ARGUMENT, expression->span.line,
			 arena_print(lower->compile->arena, "`%s` was given no binary",
				     expression->operation.operator->elixir));
	if (type->range.low == type->range.high)
		return integer_value(*type, constant(lower, IR_S64, type->range.low));
	if (value.type.text_size) {
		size = text_length(lower, value);
		if (is_bits)
			size = assign(lower, IR_S64, IR_MULTIPLY, size, constant(lower, IR_S64, 8));
	} else {
		size = value.length;
		if (!is_bits)
			size = assign(lower, IR_S64, IR_SHIFT_RIGHT,
				      value.type.slice.is_whole ? size : plus(lower, size, 7),
				      constant(lower, IR_S64, 3));
	}
	return integer_value(*type, size);
}
