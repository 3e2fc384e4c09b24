/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records, arrays and texts in C. A local is aligned to words, and copied by memcpy:
 *
 *	struct honey_Event { __u32 pid; __u8 kind; __u8 honey_gap_1[3]; };
 *	struct honey_Event ev_3 __attribute__((aligned(8))) = {};
 *	ev_3.pid = pid_1;
 *
 * Every gap is a member, so that `= {}` sets it to zero, as a key's must be.
 */
#include "compiler/emit_internal.h"
#include "compiler/record_type.h"

#include <string.h>

/* `__u32 x[4]`: what declares `name` with this type. */
static const char *declarator(struct emit *emit, const struct memory_type *type, const char *name)
{
	struct arena *arena = emit->compile->arena;

	switch (type->kind) {
	case MEMORY_INTEGER:
	case MEMORY_BOOLEAN:
	case MEMORY_ENUM:
		return arena_print(arena, "%s %s", type->integer->c_type, name);
	case MEMORY_STRING:
	case MEMORY_BINARY:
		return arena_print(arena, "char %s[%u]", name, type->size);
	case MEMORY_ARRAY:
		return declarator(emit, type->element,
				  arena_print(arena, "%s[%u]", name, type->count));
	case MEMORY_RECORD:
		return arena_print(arena, "struct %s %s", type->record->symbol, name);
	}
	return "";
}

/* What a map's key or value points to. */
const char *memory_pointer(struct emit *emit, const struct memory_type *type, const char *name)
{
	if (type->kind == MEMORY_ARRAY || memory_type_is_bytes(type))
		name = arena_print(emit->compile->arena, "(*%s)", name);
	else
		name = arena_print(emit->compile->arena, "*%s", name);
	return declarator(emit, type, name);
}

static void emit_record_type(struct emit *emit, struct record_type *record)
{
	if (emit->is_emitted[record - emit->unit->typed_unit->unit->records])
		return;
	emit->is_emitted[record - emit->unit->typed_unit->unit->records] = true;
	for (size_t i = 0; i < record->field_count; i++) {
		const struct memory_type *type = record->fields[i].type;

		while (type->kind == MEMORY_ARRAY)
			type = type->element;
		if (type->kind == MEMORY_RECORD)
			emit_record_type(emit, (struct record_type *)type->record);
	}
	emit_line(emit, 0, "struct %s {", record->symbol);
	for (size_t i = 0; i < record->field_count; i++) {
		const struct record_field *field = &record->fields[i];

		emit_line(emit, 0, "\t%s;", declarator(emit, field->type, field->symbol));
		if (field->padding)
			emit_line(emit, 0, "\t__u8 honey_gap_%zu[%u];", i, field->padding);
	}
	emit_line(emit, 0, "};");
}

void emit_record_types(struct emit *emit)
{
	const struct unit *unit = emit->unit->typed_unit->unit;

	emit->is_emitted = ARENA_ARRAY(emit->compile->arena, bool, unit->record_count);
	for (size_t i = 0; i < unit->record_count; i++)
		emit_record_type(emit, &unit->records[i]);
}

/* An array is a struct's only member, because C does not pass arrays around. */
const char *data_declaration(struct emit *emit, const struct ir_value *value)
{
	struct arena *arena = emit->compile->arena;
	const char *name = value_c(emit, value);

	if (value->memory->kind == MEMORY_RECORD)
		return arena_print(arena, "struct %s %s __attribute__((aligned(8)))",
				   value->memory->record->symbol, name);
	return arena_print(arena, "struct { %s; } %s __attribute__((aligned(8)))",
			   declarator(emit, value->memory, "items"), name);
}

/* Where the elements of an array stand: in its own variable, or within a record's or array's. */
static const char *items_c(struct emit *emit, const struct ir_value *array)
{
	if (array->part)
		return value_c(emit, array);
	return arena_print(emit->compile->arena, "%s.items", value_c(emit, array));
}

static const char *place_c(struct emit *emit, const struct ir_value *whole,
			   const struct record_field *field, unsigned index)
{
	if (field)
		return arena_print(emit->compile->arena, "%s.%s", value_c(emit, whole),
				   field->symbol);
	return arena_print(emit->compile->arena, "%s[%u]", items_c(emit, whole), index);
}

/* A part of what never changes needs no memory of its own. */
const char *part_c(struct emit *emit, const struct ir_value *value)
{
	const struct ir_statement *s = value->part;

	return place_c(emit, s->part.whole, s->part.field, s->part.index);
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/*
 * A part that does not begin at a word is copied byte by byte, and of more than 128 steps clang
 * makes a call of memcpy, which no program has.
 */
#define MOST_STEPS 128

static void emit_part_copy(struct emit *emit, int line, const char *to, const char *from,
			   unsigned size, unsigned offset)
{
	unsigned piece = offset % 8 ? MOST_STEPS : size;

	if (size <= piece) {
		emit_line(emit, line, "__builtin_memcpy(&%s, &%s, %u);", to, from, size);
		return;
	}
	for (unsigned at = 0; at < size; at += piece)
		emit_line(emit, line, "__builtin_memcpy((char *)&%s + %u, (char *)&%s + %u, %u);",
			  to, at, from, at, least(piece, size - at));
}

/* From the beginning of the variable that it lies in. */
static unsigned offset_of(const struct ir_value *value);

static unsigned part_offset(const struct ir_value *whole, const struct record_field *field,
			    unsigned index)
{
	return offset_of(whole) + (field ? field->offset : index * whole->memory->element->size);
}

static unsigned offset_of(const struct ir_value *value)
{
	if (!value->part)
		return 0;
	return part_offset(value->part->part.whole, value->part->part.field,
			   value->part->part.index);
}

const char *memory_c(struct emit *emit, const struct ir_value *value)
{
	if (value->type == IR_TEXT)
		return arena_print(emit->compile->arena, "*%s", value_c(emit, value));
	return value_c(emit, value);
}

const char *zero_data_c(struct emit *emit, const struct ir_value *value)
{
	if (value->memory->kind == MEMORY_RECORD)
		return arena_print(emit->compile->arena, "(struct %s){}",
				   value->memory->record->symbol);
	return arena_print(emit->compile->arena, "(struct { %s; }){}",
			   declarator(emit, value->memory, "items"));
}

void emit_data_copy(struct emit *emit, int line, const char *to, const struct ir_value *from)
{
	emit_part_copy(emit, line, to, value_c(emit, from), from->memory->size, offset_of(from));
}

void emit_captured_data(struct emit *emit, int line, const struct ir_value *value)
{
	const char *name = variable_c(emit, value);

	emit_line(emit, line, "%s;", data_declaration(emit, value));
	emit_line(emit, line, "__builtin_memcpy(&%s, __builtin_assume_aligned(c->%s, 8), %u);",
		  name, name, value->memory->size);
}

const char *captured_data_c(struct emit *emit, const struct ir_value *value)
{
	const char *name = variable_c(emit, value);

	if (value->memory->kind == MEMORY_RECORD)
		return arena_print(emit->compile->arena,
				   "(*(struct %s *)__builtin_assume_aligned(c->%s, 8))",
				   value->memory->record->symbol, name);
	return arena_print(emit->compile->arena,
			   "(*(struct { %s; } *)__builtin_assume_aligned(c->%s, 8))",
			   declarator(emit, value->memory, "items"), name);
}

void emit_data_load(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to;

	const char *pointer = value_c(emit, statement->memory.pointer);

	if (!to->uses)
		return;
	if (to->type == IR_TEXT)
		emit_empty_text(emit, to, statement->line);
	else
		emit_line(emit, statement->line, "%s = {};", data_declaration(emit, to));
	emit_line(emit, statement->line, "if (%s)", pointer);
	emit_line(emit, statement->line,
		  "\t__builtin_memcpy(&%s, __builtin_assume_aligned(%s, 8), %u);",
		  memory_c(emit, to), pointer, to->memory->size);
}

static void emit_put(struct emit *emit, const struct ir_statement *statement,
		     const struct ir_part *part)
{
	const struct ir_value *to = statement->to;
	const struct memory_type *type = part->field ? part->field->type : to->memory->element;
	const char *place = place_c(emit, to, part->field, part->index);
	const char *value = memory_c(emit, part->value);
	int line = statement->line;

	if (memory_type_is_scalar(type))
		emit_line(emit, line, "%s = %s;", place, value);
	else
		emit_part_copy(emit, line, place, value,
			       memory_type_is_bytes(type) ? least(type->size, part->value->size)
							  : type->size,
			       part_offset(to, part->field, part->index) | offset_of(part->value));
}

void emit_build(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to;
	const struct ir_value *base = statement->build.base;

	if (!to->uses)
		return;
	emit_line(emit, statement->line, base ? "%s;" : "%s = {};", data_declaration(emit, to));
	if (base)
		emit_data_copy(emit, statement->line, value_c(emit, to), base);
	for (size_t i = 0; i < statement->build.count; i++)
		emit_put(emit, statement, &statement->build.parts[i]);
}

/* array[honey_index(i, count)] */
static const char *chosen_c(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *whole = statement->part.whole;

	return arena_print(emit->compile->arena, "%s[honey_index(%s, %u)]", items_c(emit, whole),
			   value_c(emit, statement->part.at), whole->memory->count);
}

void emit_part(struct emit *emit, const struct ir_statement *statement)
{
	const struct record_field *field = statement->part.field;
	const struct ir_value *to = statement->to, *whole = statement->part.whole;
	const char *place = statement->part.at ? chosen_c(emit, statement)
					       : place_c(emit, whole, field, statement->part.index);
	unsigned offset = part_offset(whole, field, statement->part.index);
	int line = statement->line;

	if (!to->uses || to->part)
		return;
	switch (to->type) {
	case IR_S64:
	case IR_U64:
	case IR_POINTER:
	case IR_CURSOR:
		emit_line(emit, line, "%s%s;", assignment_c(emit, to), place);
		break;
	case IR_TEXT:
		emit_empty_text(emit, to, line);
		emit_part_copy(emit, line, value_c(emit, to), place,
			       field ? field->type->size : whole->memory->element->size, offset);
		break;
	case IR_MEMORY:
		emit_line(emit, line, "%s;", data_declaration(emit, to));
		emit_part_copy(emit, line, value_c(emit, to), place, to->memory->size, offset);
		break;
	}
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

void emit_same(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *left = statement->same.left, *right = statement->same.right;
	bool is_array = left->memory->kind == MEMORY_ARRAY;
	struct buffer text;

	if (!statement->to->uses)
		return;
	buffer_init(&text, emit->compile->arena);
	add_difference(emit, &text, left->memory,
		       is_array ? items_c(emit, left) : value_c(emit, left),
		       is_array ? items_c(emit, right) : value_c(emit, right));
	emit_line(emit, statement->line, "%s!(%s);", assignment_c(emit, statement->to), text.text);
}
