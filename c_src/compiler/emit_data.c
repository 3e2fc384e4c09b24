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
	if (type->kind == MEMORY_ARRAY || type->kind == MEMORY_STRING)
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

const char *zero_data_c(struct emit *emit, const struct ir_value *value)
{
	if (value->memory->kind == MEMORY_RECORD)
		return arena_print(emit->compile->arena, "(struct %s){}",
				   value->memory->record->symbol);
	return arena_print(emit->compile->arena, "(struct { %s; }){}",
			   declarator(emit, value->memory, "items"));
}

void emit_data_copy(struct emit *emit, int line, const struct ir_value *to, const char *from)
{
	emit_line(emit, line, "__builtin_memcpy(&%s, %s, %u);", value_c(emit, to), from,
		  to->memory->size);
}

void emit_data_load(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to;

	if (!to->uses)
		return;
	emit_line(emit, statement->line, "%s;", data_declaration(emit, to));
	emit_data_copy(emit, statement->line, to,
		       arena_print(emit->compile->arena, "__builtin_assume_aligned(%s, 8)",
				   value_c(emit, statement->memory.pointer)));
}

static const char *place_c(struct emit *emit, const struct ir_value *whole,
			   const struct record_field *field, unsigned index)
{
	if (field)
		return arena_print(emit->compile->arena, "%s.%s", value_c(emit, whole),
				   field->symbol);
	return arena_print(emit->compile->arena, "%s.items[%u]", value_c(emit, whole), index);
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

static void emit_put(struct emit *emit, const struct ir_statement *statement,
		     const struct ir_part *part)
{
	const struct ir_value *to = statement->to;
	const struct memory_type *type = part->field ? part->field->type : to->memory->element;
	const char *place = place_c(emit, to, part->field, part->index);
	const char *value = value_c(emit, part->value);
	int line = statement->line;

	if (memory_type_is_scalar(type))
		emit_line(emit, line, "%s = %s;", place, value);
	else if (type->kind == MEMORY_STRING)
		emit_line(emit, line, "__builtin_memcpy(&%s, %s, %u);", place, value,
			  least(type->size, part->value->size));
	else
		emit_line(emit, line, "__builtin_memcpy(&%s, &%s, %u);", place, value, type->size);
}

void emit_build(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to;
	const struct ir_value *base = statement->build.base;

	if (!to->uses)
		return;
	emit_line(emit, statement->line, base ? "%s;" : "%s = {};", data_declaration(emit, to));
	if (base)
		emit_data_copy(emit, statement->line, to,
			       arena_print(emit->compile->arena, "&%s", value_c(emit, base)));
	for (size_t i = 0; i < statement->build.count; i++)
		emit_put(emit, statement, &statement->build.parts[i]);
}

static void emit_text_start(struct emit *emit, const struct ir_statement *statement)
{
	emit_line(emit, statement->line, "char %s[%u] __attribute__((aligned(8))) = {};",
		  value_c(emit, statement->to), statement->to->size);
}

void emit_part(struct emit *emit, const struct ir_statement *statement)
{
	const struct record_field *field = statement->part.field;
	const struct ir_value *to = statement->to, *whole = statement->part.whole;
	const char *place = place_c(emit, whole, field, statement->part.index);
	int line = statement->line;

	if (!to->uses)
		return;
	switch (to->type) {
	case IR_S64:
	case IR_U64:
	case IR_POINTER:
		emit_line(emit, line, "%s %s = %s;", ir_type_c(to->type), value_c(emit, to), place);
		break;
	case IR_TEXT:
		emit_text_start(emit, statement);
		emit_line(emit, line, "__builtin_memcpy(%s, &%s, %u);", value_c(emit, to), place,
			  field ? field->type->size : whole->memory->element->size);
		break;
	case IR_MEMORY:
		emit_line(emit, line, "%s;", data_declaration(emit, to));
		emit_data_copy(emit, line, to, arena_print(emit->compile->arena, "&%s", place));
		break;
	}
}

/* Differences, or-ed together: comparisons joined by && would become calls of memcmp. */
static void add_difference(struct emit *emit, struct buffer *text, const struct memory_type *type,
			   const char *left, const char *right)
{
	struct arena *arena = emit->compile->arena;
	bool is_list = type->kind == MEMORY_ARRAY || type->kind == MEMORY_STRING;

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
	const char *items = left->memory->kind == MEMORY_ARRAY ? ".items" : "";
	struct arena *arena = emit->compile->arena;
	struct buffer text;

	if (!statement->to->uses)
		return;
	buffer_init(&text, arena);
	add_difference(emit, &text, left->memory,
		       arena_print(arena, "%s%s", value_c(emit, left), items),
		       arena_print(arena, "%s%s", value_c(emit, right), items));
	emit_line(emit, statement->line, "__s64 %s = !(%s);", value_c(emit, statement->to),
		  text.text);
}

/* Words rather than a C string, which would be data of its own in the object. */
void emit_text_literal(struct emit *emit, const struct ir_statement *statement)
{
	unsigned size = statement->literal.size;

	if (!statement->to->uses)
		return;
	emit_text_start(emit, statement);
	for (unsigned word = 0; word * 8 < size; word++) {
		unsigned long long bits = 0;

		for (unsigned i = least(8, size - word * 8); i--;)
			bits = bits << 8 | (unsigned char)statement->literal.bytes[word * 8 + i];
		emit_line(emit, statement->line, "((__u64 *)%s)[%u] = %#llxull;",
			  value_c(emit, statement->to), word, bits);
	}
}

void emit_text_copy(struct emit *emit, const struct ir_statement *statement)
{
	const char *to = value_c(emit, statement->to);
	unsigned size = least(statement->to->size, statement->text->size);
	int line = statement->line;

	if (!statement->to->uses)
		return;
	emit_text_start(emit, statement);
	emit_line(emit, line, "__builtin_memcpy(%s, %s, %u);", to, value_c(emit, statement->text),
		  size);
	if (!statement->text->is_ragged)
		return;
	emit_line(emit, line, "#pragma unroll");
	emit_line(emit, line, "for (int i = 1; i < %u; i++)", size);
	emit_line(emit, line, "\t%s[i] = %s[i - 1] ? %s[i] : 0;", to, to, to);
}

void emit_text_same(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *left = statement->same.left, *right = statement->same.right;
	unsigned words = (left->size > right->size ? left->size : right->size) / 8;
	struct buffer text;

	if (!statement->to->uses)
		return;
	buffer_init(&text, emit->compile->arena);
	for (unsigned i = 0; i < words; i++) {
		bool in_left = i * 8 < left->size, in_right = i * 8 < right->size;

		buffer_add_text(&text, i ? " | (" : "(");
		if (in_left)
			buffer_print(&text, "((__u64 *)%s)[%u]", value_c(emit, left), i);
		buffer_add_text(&text, in_left && in_right ? " ^ " : "");
		if (in_right)
			buffer_print(&text, "((__u64 *)%s)[%u]", value_c(emit, right), i);
		buffer_add_text(&text, ")");
	}
	emit_line(emit, statement->line, "__s64 %s = !(%s);", value_c(emit, statement->to),
		  text.text);
}
