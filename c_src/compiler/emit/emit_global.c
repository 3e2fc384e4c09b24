/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Variables of `defvar` in C:
 *
 *	const volatile __u64 threshold SEC(".rodata") = 1000;
 *	volatile __u8 enabled SEC(".data") = 1;
 *
 * They are volatile, because the loader changes a constant before it is verified, and Elixir and
 * other CPUs a live one at any time: each reading of a number is one load, and none is the default
 * that clang sees. Other data is copied by an address of which clang does not know what is there.
 */
#include "compiler/emit/emit_internal.h"
#include "compiler/unit/global.h"
#include "compiler/unit/record_type.h"

static void add_value(struct buffer *text, const struct memory_type *type,
		      const unsigned char *bytes);

static bool are_zeros(const unsigned char *bytes, unsigned size)
{
	for (unsigned i = 0; i < size; i++) {
		if (bytes[i])
			return false;
	}
	return true;
}

static void add_number(struct buffer *text, const struct integer_type *type,
		       const unsigned char *bytes)
{
	uint64_t bits = 0;

	for (unsigned i = 0; i < type->size; i++)
		bits |= (uint64_t)bytes[i] << (8 * i);
	if (type->is_signed && type->size < 8 && bits >> (8 * type->size - 1))
		bits |= ~(uint64_t)0 << (8 * type->size);
	if (!type->is_signed)
		buffer_print(text, bits > INT32_MAX ? "%lluull" : "%llu", (unsigned long long)bits);
	else if ((int64_t)bits == INT64_MIN)
		buffer_add_text(text, "(-9223372036854775807ll - 1)");
	else
		buffer_print(text, "%lldll", (long long)bits);
}

static void add_items(struct buffer *text, const struct memory_type *type,
		      const unsigned char *bytes)
{
	buffer_add_text(text, "{ ");
	for (unsigned i = 0; i < type->count; i++) {
		buffer_add_text(text, i ? ", " : "");
		add_value(text, type->element, bytes + (size_t)i * type->element->size);
	}
	buffer_add_text(text, " }");
}

static void add_bytes(struct buffer *text, const unsigned char *bytes, unsigned size)
{
	buffer_add_text(text, "{ ");
	for (unsigned i = 0; i < size; i++)
		buffer_print(text, "%s%u", i ? ", " : "", bytes[i]);
	buffer_add_text(text, " }");
}

static void add_fields(struct buffer *text, const struct record_type *record,
		       const unsigned char *bytes)
{
	buffer_add_text(text, "{ ");
	for (size_t i = 0; i < record->field_count; i++) {
		const struct record_field *field = &record->fields[i];

		buffer_print(text, "%s.%s = ", i ? ", " : "", field->symbol);
		add_value(text, field->type, bytes + field->offset);
	}
	buffer_add_text(text, " }");
}

static void add_value(struct buffer *text, const struct memory_type *type,
		      const unsigned char *bytes)
{
	if (memory_type_is_scalar(type))
		add_number(text, type->integer, bytes);
	else if (are_zeros(bytes, type->size))
		buffer_add_text(text, "{}");
	else if (type->kind == MEMORY_ARRAY)
		add_items(text, type, bytes);
	else if (type->record)
		add_fields(text, type->record, bytes);
	else
		add_bytes(text, bytes, type->size);
}

void emit_globals(struct emit *emit)
{
	const struct unit *unit = emit->unit->typed_unit->unit;

	for (size_t i = 0; i < unit->global_count; i++) {
		const struct global *global = &unit->globals[i];
		struct buffer value;

		buffer_init(&value, emit->compile->arena);
		add_value(&value, global->type, global->initial);
		emit_line(emit, 0, "%svolatile %s SEC(\"%s\")%s = %s;",
			  global->is_live ? "" : "const ",
			  memory_declaration(emit, global->type, global->symbol),
			  global->is_live ? ".data" : ".rodata",
			  memory_type_is_scalar(global->type) ? "" : " __attribute__((aligned(8)))",
			  value.text);
	}
}

/* Where the variable is; clang must not know, nor keep what it has seen or set there. */
static const char *emit_place(struct emit *emit, int line, const struct global *global,
			      const char *type)
{
	const char *place = arena_print(emit->compile->arena, "place_%d", ++emit->places);

	emit_line(emit, line, "%s *%s = (%s *)&%s;", type, place, type, global->symbol);
	emit_line(emit, line, "asm volatile(\"\" : \"+r\"(%s) : : \"memory\");", place);
	return place;
}

static void emit_read(struct emit *emit, const struct ir_statement *statement)
{
	const struct global *global = statement->global.global;
	const struct ir_value *to = statement->to;

	if (!to->uses)
		return;
	if (memory_type_is_scalar(global->type))
		emit_line(emit, statement->line, "%s%s;", assignment_c(emit, to), global->symbol);
	else
		emit_data_from(emit, statement,
			       emit_place(emit, statement->line, global, "const void"));
}

static void emit_write(struct emit *emit, const struct ir_statement *statement)
{
	const struct global *global = statement->global.global;
	const struct ir_value *value = statement->global.value;
	int line = statement->line;
	const char *place;

	if (memory_type_is_scalar(global->type)) {
		emit_line(emit, line, "%s = %s;", global->symbol, condition_c(emit, value));
		return;
	}
	place = arena_print(emit->compile->arena, "__builtin_assume_aligned(%s, 8)",
			    emit_place(emit, line, global, "void"));
	emit_data_to(emit, line, place, value, global->type->size);
	emit_line(emit, line, "asm volatile(\"\" : : : \"memory\");");
}

void emit_global(struct emit *emit, const struct ir_statement *statement)
{
	if (statement->kind == IR_GLOBAL_LOAD)
		emit_read(emit, statement);
	else if (statement->kind == IR_GLOBAL_STORE)
		emit_write(emit, statement);
	else
		emit_line(emit, statement->line, "__sync_fetch_and_add(&%s, %s%s);",
			  statement->global.global->symbol, statement->global.subtracts ? "-" : "",
			  value_c(emit, statement->global.value));
}
