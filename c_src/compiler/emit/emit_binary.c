/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The packet and arrays, by cursors, and texts, by words.
 *
 * clang would compute `data + offset` again after a check of it, and the verifier then knows
 * nothing of the second sum: so the sum goes through an asm, and everything is read behind what
 * came out of it. So does the offset, because its limit must be checked on what is added.
 *
 * A text's array is aligned to words, and has whole words: what is beyond its size is NUL.
 */
#include "compiler/emit/emit_internal.h"

#define LONGEST_PACKET 0xffff
#define WORD 8

/* What is larger is copied, cleared, counted and compared in turns. */
#define LONG_TEXT 256

static void emit_position(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *position = statement->seek.position;
	int line = statement->line;

	emit_line(emit, line, "__u64 at_%d = (__u64)%s >> 3;", statement->to->number,
		  value_c(emit, position));
	emit_line(emit, line, "asm volatile(\"\" : \"+r\"(at_%d));", statement->to->number);
	emit_line(emit, line, "if (at_%d > %u)", statement->to->number,
		  LONGEST_PACKET - statement->seek.size);
	emit_line(emit, line, "\t%s", leave_block_c(emit, statement->seek.block));
}

/*
 * The asm has the difference made as it is written: clang would fold what is taken away from it,
 * or compared with it, into a negated pointer, and no pointer may be negated. It is not volatile,
 * so that of two alike one is left, and none where the length is not used; and clang may know that
 * the bits, too, are few, which it saw of the difference.
 */
static void emit_packet_length(struct emit *emit, const struct ir_statement *statement)
{
	int line = statement->line, number = statement->to->number;

	emit_line(emit, line, "__s64 length_%d = honey_packet_end(ctx) - honey_packet(ctx);",
		  number);
	emit_line(emit, line, "asm(\"\" : \"+r\"(length_%d));", number);
	emit_line(emit, line, "__builtin_assume(length_%d == (__s32)length_%d);", number, number);
	emit_line(emit, line, "%slength_%d * 8;", assignment_c(emit, statement->to), number);
}

/* The stack is read at a place that only the run tells, too, if what is there is its limit. */
static void emit_array_seek(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *array = statement->seek.array;
	const char *cursor = value_c(emit, statement->to);
	int line = statement->line, number = statement->to->number;
	int label = statement->seek.block->block.label;

	if (statement->seek.size > array->size) {
		emit_line(emit, line, "const __u8 *%s = (const __u8 *)%s;", cursor,
			  value_c(emit, array));
		emit_line(emit, line, "goto out_%d;", label);
		return;
	}
	emit_line(emit, line, "__u64 at_%d = (__u64)%s >> 3;", number,
		  value_c(emit, statement->seek.position));
	emit_line(emit, line, "asm volatile(\"\" : \"+r\"(at_%d));", number);
	emit_line(emit, line, "if (at_%d > %u)", number, array->size - statement->seek.size);
	emit_line(emit, line, "\tgoto out_%d;", label);
	emit_line(emit, line, "const __u8 *%s = (const __u8 *)%s + at_%d;", cursor,
		  value_c(emit, array), number);
	emit_line(emit, line, "asm volatile(\"\" : \"+r\"(%s) : : \"memory\");", cursor);
}

static void emit_seek(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *position = statement->seek.position;
	const char *cursor = value_c(emit, statement->to);
	int line = statement->line;

	if (position->kind == IR_CONSTANT) {
		if (position->constant / 8 + statement->seek.size > LONGEST_PACKET)
			emit_line(emit, line, "%s", leave_block_c(emit, statement->seek.block));
		emit_line(emit, line, "const __u8 *%s = honey_packet(ctx) + %llu;", cursor,
			  (unsigned long long)position->constant / 8);
	} else {
		emit_position(emit, statement);
		emit_line(emit, line, "const __u8 *%s = honey_packet(ctx) + at_%d;", cursor,
			  statement->to->number);
	}
	emit_line(emit, line, "asm volatile(\"\" : \"+r\"(%s));", cursor);
	emit_line(emit, line, "if (%s + %u > honey_packet_end(ctx))", cursor, statement->seek.size);
	emit_line(emit, line, "\t%s", leave_block_c(emit, statement->seek.block));
}

static void emit_read(struct emit *emit, const struct ir_statement *statement)
{
	const char *from = value_c(emit, statement->slice.from);
	const char *assignment = assignment_c(emit, statement->to);
	unsigned at = statement->slice.at, bits = statement->slice.size * 8;

	if (bits == 8)
		emit_line(emit, statement->line, "%s*(const __u8 *)(%s + %u);", assignment, from,
			  at);
	else if (statement->slice.is_big)
		emit_line(emit, statement->line, "%s__builtin_bswap%u(*(const __u%u *)(%s + %u));",
			  assignment, bits, bits, from, at);
	else
		emit_line(emit, statement->line, "%s*(const __u%u *)(%s + %u);", assignment, bits,
			  from, at);
}

static void emit_bits(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *array = statement->bits.array;
	const char *where = "honey_packet_bits(ctx";

	if (array)
		where = arena_print(emit->compile->arena, "honey_array_bits(%s, %u",
				    value_c(emit, array), array->size);
	emit_line(emit, statement->line, "%s%s, %s, %s);", assignment_c(emit, statement->to), where,
		  value_c(emit, statement->bits.position), value_c(emit, statement->bits.count));
}

static void emit_store(struct emit *emit, const struct ir_statement *statement)
{
	const char *to = value_c(emit, statement->to);
	const char *value = value_c(emit, statement->store.value);
	unsigned at = statement->store.at, bits = statement->store.size * 8;

	if (bits == 8)
		emit_line(emit, statement->line, "%s[%u] = (__u8)%s;", to, at, value);
	else if (!statement->store.is_big)
		emit_line(emit, statement->line, "*(__u%u *)(%s + %u) = (__u%u)%s;", bits, to, at,
			  bits, value);
	else
		emit_line(emit, statement->line,
			  "*(__u%u *)(%s + %u) = __builtin_bswap%u((__u%u)%s);", bits, to, at, bits,
			  bits, value);
}

const char *text_declaration(struct emit *emit, const struct ir_value *text, const char *name)
{
	return arena_print(emit->compile->arena, "char %s[%u] __attribute__((aligned(8)))", name,
			   ir_in_words(text->size));
}

static bool is_aligned(const struct ir_value *text)
{
	return !text->tail_of || text->tail_at % WORD == 0;
}

static const char *unit_c(bool by_words)
{
	return by_words ? "__u64" : "__u8";
}

static void emit_literal(struct emit *emit, const struct ir_statement *statement)
{
	struct buffer bytes;

	buffer_init(&bytes, emit->compile->arena);
	for (size_t i = 0; i < statement->text.size; i++)
		buffer_print(&bytes, "\\%03o", (unsigned char)statement->text.bytes[i]);
	emit_line(emit, statement->line, "static const %s = \"%s\";",
		  text_declaration(emit, statement->to, value_c(emit, statement->to)),
		  bytes.size ? bytes.text : "");
}

/* The memory from `at` on of a text, to where a word begins. */
static void copy_bytes(struct emit *emit, int line, const char *to, const struct ir_value *from,
		       unsigned at, unsigned count)
{
	bool by_words = is_aligned(from) && at % WORD == 0;

	if (count > LONG_TEXT) {
		emit_line(emit, line, "honey_copy(%s, %s, %s + %u, %u);", unit_c(by_words), to,
			  value_c(emit, from), at, count);
		return;
	}
	for (unsigned i = 0; i < count;) {
		if (by_words && count - i >= WORD) {
			emit_line(emit, line, "*(__u64 *)(%s + %u) = *(const __u64 *)(%s + %u);",
				  to, i, value_c(emit, from), at + i);
			i += WORD;
		} else {
			emit_line(emit, line, "%s[%u] = %s[%u];", to, i, value_c(emit, from),
				  at + i);
			i++;
		}
	}
}

/* From `first` on, to the end of the array's last word. */
static void clear_bytes(struct emit *emit, int line, const char *to, unsigned first, unsigned end)
{
	for (; first % WORD && first < end; first++)
		emit_line(emit, line, "%s[%u] = 0;", to, first);
	if (end - first > LONG_TEXT) {
		emit_line(emit, line, "honey_clear(__u64, %s + %u, %u);", to, first, end - first);
		return;
	}
	for (; first < end; first += WORD)
		emit_line(emit, line, "*(__u64 *)(%s + %u) = 0;", to, first);
}

/* Scratch memory is not as it was before the program ran. */
void emit_empty_text(struct emit *emit, const struct ir_value *text, int line)
{
	const char *name = value_c(emit, text);

	if (text->is_in_scratch)
		clear_bytes(emit, line, name, 0, ir_in_words(text->size));
	else
		emit_line(emit, line, "%s = \"\";", text_declaration(emit, text, name));
}

void emit_text_copy(struct emit *emit, int line, const char *to, unsigned size,
		    const struct ir_value *from)
{
	unsigned room = ir_in_words(size), count = 0;

	/* The constant is the empty text. */
	if (from->kind == IR_REGISTER)
		count = is_aligned(from) ? ir_in_words(from->size) : from->size;
	count = count < room ? count : room;
	copy_bytes(emit, line, to, from, 0, count);
	clear_bytes(emit, line, to, count, room);
}

/*
 * The verifier of Linux 6.1 takes a word of the stack for a register that it has saved, where it
 * knows the value; once a store at a place that it does not know may have hit a part of it, it refuses to
 * load the rest. So it must not know what is there.
 */
static void emit_forgotten(struct emit *emit, const struct ir_statement *statement)
{
	const char *to = value_c(emit, statement->to);

	for (unsigned at = 0; at < statement->append.settled && at < statement->to->size;
	     at += WORD)
		emit_line(emit, statement->line,
			  "*(__u64 *)(%s + %u) = honey_forget(*(__u64 *)(%s + %u));", to, at, to,
			  at);
}

/* Behind a string of which only the run tells the length. */
static void emit_append_at(struct emit *emit, const struct ir_statement *statement, unsigned size)
{
	const struct ir_value *to = statement->to, *from = statement->append.from;
	int line = statement->line, number = emit->barriers++;
	unsigned most = to->size - 1 - size;

	emit_forgotten(emit, statement);
	emit_line(emit, line, "__u64 end_%d = %s;", number, value_c(emit, statement->append.at));
	emit_line(emit, line, "asm volatile(\"\" : \"+r\"(end_%d));", number);
	emit_line(emit, line, "if (end_%d > %u)", number, most);
	emit_line(emit, line, "\tend_%d = %u;", number, most);
	/* Of an end that it knows to be small clang makes an `or`, which is no way to add to a pointer. */
	emit_line(emit, line, "asm volatile(\"\" : \"+r\"(end_%d));", number);
	emit_line(emit, line, "char *text_end_%d = %s + end_%d;", number, value_c(emit, to),
		  number);
	emit_line(emit, line, "asm volatile(\"\" : \"+r\"(text_end_%d) : : \"memory\");", number);
	for (unsigned i = 0; i < size; i++)
		emit_line(emit, line, "text_end_%d[%u] = %s[%u];", number, i, value_c(emit, from),
			  i);
}

static void emit_append(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *at = statement->append.at, *from = statement->append.from;
	unsigned size = from->size - 1;

	if (at->kind == IR_CONSTANT && at->constant % WORD == 0)
		copy_bytes(emit, statement->line,
			   arena_print(emit->compile->arena, "(%s + %u)",
				       value_c(emit, statement->to), (unsigned)at->constant),
			   from, 0, size);
	else if (at->kind == IR_CONSTANT)
		for (unsigned i = 0; i < size; i++)
			emit_line(emit, statement->line, "%s[%u] = %s[%u];",
				  value_c(emit, statement->to), (unsigned)at->constant + i,
				  value_c(emit, from), i);
	else
		emit_append_at(emit, statement, size);
}

static void emit_text_part(struct emit *emit, const struct ir_statement *statement)
{
	const char *to = value_c(emit, statement->to);
	unsigned size = statement->slice.size;

	if (!statement->to->uses)
		return;
	emit_declaration(emit, statement->to, statement->line);
	copy_bytes(emit, statement->line, to, statement->slice.from, statement->slice.at, size);
	clear_bytes(emit, statement->line, to, size, ir_in_words(statement->to->size));
}

/* Of what has no sign clang leaves the minus out. */
static void emit_decimal(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *number = statement->text.left;

	if (!statement->to->uses)
		return;
	emit_declaration(emit, statement->to, statement->line);
	emit_line(emit, statement->line, "honey_decimal((__u64 *)%s, %u, %s, %s);",
		  value_c(emit, statement->to), ir_in_words(statement->to->size) / WORD,
		  value_c(emit, number), number->type == IR_S64 ? "1" : "0");
}

static void emit_length(struct emit *emit, const struct ir_statement *statement)
{
	const char *text = value_c(emit, statement->text.left);
	struct buffer sum;

	if (!statement->to->uses)
		return;
	if (statement->text.left->size > LONG_TEXT) {
		emit_line(emit, statement->line, "%shoney_length(%s, %u);",
			  assignment_c(emit, statement->to), text,
			  ir_in_words(statement->text.left->size));
		return;
	}
	buffer_init(&sum, emit->compile->arena);
	for (unsigned i = 0; i < statement->text.left->size; i += WORD)
		buffer_print(&sum, "%shoney_letters(*(const __u64 *)(%s + %u))", i ? " + " : "",
			     text, i);
	emit_line(emit, statement->line, "%s%s;", assignment_c(emit, statement->to), sum.text);
}

/* As many bytes as the smaller has: its last is NUL, and where both are that, both have ended. */
static void emit_equal(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *left = statement->text.left, *right = statement->text.right;
	unsigned size = left->size < right->size ? left->size : right->size;
	bool by_words = is_aligned(left) && is_aligned(right);
	struct buffer text;

	if (!statement->to->uses)
		return;
	if (size > LONG_TEXT) {
		emit_line(emit, statement->line, "%s!honey_differences(%s, %s, %s, %u);",
			  assignment_c(emit, statement->to), unit_c(by_words), value_c(emit, left),
			  value_c(emit, right), by_words ? ir_in_words(size) : size);
		return;
	}
	buffer_init(&text, emit->compile->arena);
	for (unsigned i = 0; i < size;) {
		const char *type = unit_c(by_words);

		buffer_print(&text, "%s*(const %s *)(%s + %u) == *(const %s *)(%s + %u)",
			     i ? " && " : "", type, value_c(emit, left), i, type,
			     value_c(emit, right), i);
		i += by_words ? WORD : 1;
	}
	emit_line(emit, statement->line, "%s%s;", assignment_c(emit, statement->to), text.text);
}

void emit_binary(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to;

	if (statement->kind == IR_PACKET_LENGTH)
		emit_packet_length(emit, statement);
	else if (statement->kind == IR_SEEK && statement->seek.array)
		emit_array_seek(emit, statement);
	else if (statement->kind == IR_SEEK)
		emit_seek(emit, statement);
	else if (statement->kind == IR_READ)
		emit_read(emit, statement);
	else if (statement->kind == IR_BITS)
		emit_bits(emit, statement);
	else if (statement->kind == IR_TEXT_STORE)
		emit_store(emit, statement);
	else if (statement->kind == IR_TEXT_APPEND)
		emit_append(emit, statement);
	else if (statement->kind == IR_TEXT_LITERAL)
		emit_literal(emit, statement);
	else if (statement->kind == IR_TEXT_DECLARE)
		emit_empty_text(emit, to, statement->line);
	else if (statement->kind == IR_TEXT_SET)
		emit_text_copy(emit, statement->line, value_c(emit, to), to->size,
			       statement->text.left);
	else if (statement->kind == IR_TEXT_PART)
		emit_text_part(emit, statement);
	else if (statement->kind == IR_TEXT_TAIL)
		emit_line(emit, statement->line, "const char *%s = %s + %u;", value_c(emit, to),
			  value_c(emit, statement->slice.from), statement->slice.at);
	else if (statement->kind == IR_TEXT_DECIMAL)
		emit_decimal(emit, statement);
	else if (statement->kind == IR_TEXT_LENGTH)
		emit_length(emit, statement);
	else
		emit_equal(emit, statement);
}
