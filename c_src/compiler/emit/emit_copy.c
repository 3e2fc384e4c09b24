/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory that is copied, cleared and compared. Small pieces clang copies by words, in a row; of
 * more than 128 steps it would make a call of memcpy, which no program has, so those are copied
 * in turns (see honey_copy in prelude.def).
 */
#include "compiler/emit/emit_internal.h"
#include "compiler/unit/record_type.h"

#define WORD 8
#define MOST_STEPS 128

/* What is larger is copied, cleared and compared in turns. */
#define LONG 512

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* The integer that memory consists of which begins at the offset, from a word's beginning. */
static const char *unit_c(unsigned offset)
{
	static const char *const units[] = { "__u64", "__u8", "__u16", "__u8", "__u32" };

	return units[offset % 8 & -(offset % 8)];
}

/* A piece that does not begin at a word clang copies byte by byte. */
void emit_copy(struct emit *emit, int line, const char *to, const char *from, unsigned size,
	       unsigned offset)
{
	unsigned piece = offset % WORD ? MOST_STEPS : size;

	if (size > LONG) {
		emit_line(emit, line, "honey_copy(%s, %s, %s, %u);", unit_c(offset), to, from,
			  size);
		return;
	}
	if (size <= piece) {
		emit_line(emit, line, "__builtin_memcpy(%s, %s, %u);", to, from, size);
		return;
	}
	for (unsigned at = 0; at < size; at += piece)
		emit_line(emit, line, "__builtin_memcpy((char *)%s + %u, (char *)%s + %u, %u);", to,
			  at, from, at, least(piece, size - at));
}

void emit_clear(struct emit *emit, int line, const char *to, unsigned size, unsigned offset)
{
	if (size > LONG)
		emit_line(emit, line, "honey_clear(%s, %s, %u);", unit_c(offset), to, size);
	else
		emit_line(emit, line, "__builtin_memset(%s, 0, %u);", to, size);
}

/* Differences, or-ed together: comparisons joined by && would become calls of memcmp. */
static void add_difference(struct emit *emit, struct buffer *text, const struct memory_type *type,
			   const char *left, const char *right)
{
	struct arena *arena = emit->compile->arena;
	bool is_list = type->kind == MEMORY_ARRAY || memory_type_is_bytes(type);

	if (memory_type_is_scalar(type)) {
		buffer_print(text, "%s(%s ^ %s)", text->size ? " | " : "", left, right);
	} else if (is_list) {
		for (unsigned i = 0; i < (type->element ? type->count : type->size); i++) {
			const char *a = arena_print(arena, "%s[%u]", left, i);
			const char *b = arena_print(arena, "%s[%u]", right, i);

			if (type->element)
				add_difference(emit, text, type->element, a, b);
			else
				buffer_print(text, "%s(%s ^ %s)", text->size ? " | " : "", a, b);
		}
	} else {
		for (size_t i = 0; i < type->record->field_count; i++) {
			const struct record_field *field = &type->record->fields[i];

			add_difference(emit, text, field->type,
				       arena_print(arena, "%s.%s", left, field->symbol),
				       arena_print(arena, "%s.%s", right, field->symbol));
		}
	}
}

/* What is compared in turns: pieces without a gap, as long as they can be. */
struct comparison {
	struct emit *emit;
	int line;
	int number;		  /* of the variable that the differences are in */
	const char *left, *right; /* where the type begins that is walked through */
	unsigned unit;		  /* what divides the offsets of all beginnings */
	unsigned first, end;	  /* of the piece so far; equal when there is none */
	int depth;		  /* of loops */
};

static void end_piece(struct comparison *c)
{
	unsigned offset = c->first | c->unit;

	if (c->end > c->first)
		emit_line(c->emit, c->line,
			  "differences_%d |= honey_differences(%s, %s + %u, %s + %u, %u);",
			  c->number, unit_c(offset), c->left, c->first, c->right, c->first,
			  c->end - c->first);
	c->first = c->end;
}

static void add_piece(struct comparison *c, unsigned offset, unsigned size)
{
	if (offset != c->end) {
		end_piece(c);
		c->first = offset;
	}
	c->end = offset + size;
}

static bool is_dense(const struct memory_type *type)
{
	if (type->kind == MEMORY_ARRAY)
		return is_dense(type->element);
	for (size_t i = 0; type->record && i < type->record->field_count; i++) {
		if (type->record->fields[i].padding || !is_dense(type->record->fields[i].type))
			return false;
	}
	return true;
}

static void compare_memory(struct comparison *c, const struct memory_type *type, unsigned offset);

/* Each of the elements has gaps. */
static void compare_elements(struct comparison *c, const struct memory_type *array, unsigned offset)
{
	struct arena *arena = c->emit->compile->arena;
	unsigned stride = array->element->size;
	struct comparison inner = *c;

	end_piece(c);
	inner.first = inner.end = 0;
	inner.depth++;
	inner.unit |= offset | stride;
	inner.left = arena_print(arena, "%s + %u + at_%d", c->left, offset, inner.depth);
	inner.right = arena_print(arena, "%s + %u + at_%d", c->right, offset, inner.depth);
	emit_line(c->emit, c->line, "for (__u64 at_%d = 0; at_%d < %u; at_%d += %u) {", inner.depth,
		  inner.depth, array->size, inner.depth, stride);
	c->emit->indent++;
	emit_line(c->emit, c->line, "asm volatile(\"\" : \"+r\"(at_%d));", inner.depth);
	compare_memory(&inner, array->element, 0);
	end_piece(&inner);
	c->emit->indent--;
	emit_line(c->emit, c->line, "}");
	c->first = c->end = offset + array->size;
}

static void compare_memory(struct comparison *c, const struct memory_type *type, unsigned offset)
{
	if (is_dense(type)) {
		add_piece(c, offset, type->size);
	} else if (type->kind == MEMORY_ARRAY) {
		compare_elements(c, type, offset);
	} else {
		for (size_t i = 0; i < type->record->field_count; i++)
			compare_memory(c, type->record->fields[i].type,
				       offset + type->record->fields[i].offset);
	}
}

const char *emit_differences(struct emit *emit, int line, const struct memory_type *type,
			     const char *left, const char *right, unsigned offset)
{
	struct arena *arena = emit->compile->arena;
	struct comparison c = { .emit = emit, .line = line, .unit = offset };
	struct buffer text;

	if (type->size <= LONG) {
		buffer_init(&text, arena);
		add_difference(emit, &text, type, left, right);
		return text.text;
	}
	c.number = ++emit->comparisons;
	c.left = arena_print(arena, "(const char *)&%s", left);
	c.right = arena_print(arena, "(const char *)&%s", right);
	emit_line(emit, line, "__u64 differences_%d = 0;", c.number);
	compare_memory(&c, type, 0);
	end_piece(&c);
	return arena_print(arena, "differences_%d", c.number);
}
