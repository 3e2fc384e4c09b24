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
#include "compiler/emit/emit_internal.h"
#include "compiler/unit/record_type.h"

#include <string.h>

/* `__u32 x[4]`: what declares `name` with this type. */
const char *memory_declaration(struct emit *emit, const struct memory_type *type, const char *name)
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
		return memory_declaration(emit, type->element,
					  arena_print(arena, "%s[%u]", name, type->count));
	case MEMORY_RECORD:
	case MEMORY_TUPLE:
	case MEMORY_SWAPPED:
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
	return memory_declaration(emit, type, name);
}

void emit_record_struct(struct emit *emit, const struct record_type *record)
{
	emit_line(emit, 0, "struct %s {", record->symbol);
	for (size_t i = 0; i < record->field_count; i++) {
		const struct record_field *field = &record->fields[i];

		emit_line(emit, 0, "\t%s;", memory_declaration(emit, field->type, field->symbol));
		if (field->padding)
			emit_line(emit, 0, "\t__u8 honey_gap_%zu[%u];", i, field->padding);
	}
	if (record->address)
		emit_line(emit, 0, "} __attribute__((aligned(%u)));", record->type.alignment);
	else
		emit_line(emit, 0, "};");
}

static void emit_record_type(struct emit *emit, const struct record_type *record)
{
	if (emit->is_emitted[record->number])
		return;
	emit->is_emitted[record->number] = true;
	for (size_t i = 0; i < record->field_count; i++) {
		const struct memory_type *type = record->fields[i].type;

		while (type->kind == MEMORY_ARRAY)
			type = type->element;
		if (type->record)
			emit_record_type(emit, type->record);
	}
	emit_record_struct(emit, record);
}

void emit_record_types(struct emit *emit)
{
	const struct unit *unit = emit->unit->typed_unit->unit;

	emit->is_emitted =
		ARENA_ARRAY(emit->compile->arena, bool, unit->record_count + unit->tuple_count);
	for (size_t i = 0; i < unit->record_count; i++)
		emit_record_type(emit, &unit->records[i]);
	for (size_t i = 0; i < unit->tuple_count; i++)
		emit_record_type(emit, unit->tuples[i]);
}

/* What a map's value is where it has more than programs may touch: the same, but for its end. */
static void emit_shared_type(struct emit *emit, const struct record_type *record)
{
	const struct record_field *last = &record->fields[record->field_count - 1];
	unsigned end = last->offset + last->type->size;

	emit_line(emit, 0, "struct %s_shared {", record->symbol);
	for (size_t i = 0; i < record->field_count; i++) {
		const struct record_field *field = &record->fields[i];

		emit_line(emit, 0, "\t%s;", memory_declaration(emit, field->type, field->symbol));
		if (field->padding && i + 1 < record->field_count)
			emit_line(emit, 0, "\t__u8 honey_gap_%zu[%u];", i, field->padding);
	}
	for (size_t i = 0; i < HIDDEN_COUNT; i++) {
		if (!record->hidden_names[i])
			continue;
		if (record->hidden_at[i] > end)
			emit_line(emit, 0, "\t__u8 honey_before_%zu[%u];", i,
				  record->hidden_at[i] - end);
		emit_line(emit, 0, "\tstruct %s honey_hidden_%zu;", hidden_fields[i].c_name, i);
		end = record->hidden_at[i] + hidden_fields[i].size;
	}
	if (record->type.size > end)
		emit_line(emit, 0, "\t__u8 honey_end[%u];", record->type.size - end);
	emit_line(emit, 0, "};");
}

static bool is_shared(const struct memory_type *type)
{
	return type->kind == MEMORY_RECORD && record_has_hidden(type->record);
}

void emit_shared_types(struct emit *emit)
{
	const struct unit *unit = emit->unit->typed_unit->unit;
	bool *is_emitted = ARENA_ARRAY(emit->compile->arena, bool, unit->record_count);
	bool has_hidden[HIDDEN_COUNT] = { false };

	for (size_t i = 0; i < unit->map_count; i++) {
		const struct memory_type *type = unit->maps[i].value_type;

		if (!is_shared(type) || is_emitted[type->record - unit->records])
			continue;
		is_emitted[type->record - unit->records] = true;
		for (size_t n = 0; n < HIDDEN_COUNT; n++) {
			if (type->record->hidden_names[n] && !has_hidden[n])
				emit_line(emit, 0, "struct %s { %s };", hidden_fields[n].c_name,
					  hidden_fields[n].members);
			has_hidden[n] = has_hidden[n] || type->record->hidden_names[n];
		}
		emit_shared_type(emit, type->record);
	}
}

const char *shared_pointer(struct emit *emit, const struct memory_type *type, const char *name)
{
	if (!is_shared(type))
		return memory_pointer(emit, type, name);
	return arena_print(emit->compile->arena, "struct %s_shared *%s", type->record->symbol,
			   name);
}

/* An array is a struct's only member, because C does not pass arrays around. */
static const char *type_c(struct emit *emit, const struct memory_type *memory)
{
	struct arena *arena = emit->compile->arena;

	if (memory->record)
		return arena_print(arena, "struct %s", memory->record->symbol);
	return arena_print(arena, "struct { %s; }", memory_declaration(emit, memory, "items"));
}

const char *data_declaration(struct emit *emit, const struct memory_type *memory, const char *name)
{
	return arena_print(emit->compile->arena, "%s %s __attribute__((aligned(8)))",
			   type_c(emit, memory), name);
}

static void declare_data(struct emit *emit, int line, const struct ir_value *value,
			 const char *first)
{
	if (!value->is_in_scratch)
		emit_line(emit, line, "%s%s;",
			  data_declaration(emit, value->memory, variable_c(emit, value)), first);
}

/* Scratch memory is not as it was before the program ran. */
void emit_zero_data(struct emit *emit, const struct ir_value *value, int line)
{
	declare_data(emit, line, value, " = {}");
	if (value->is_in_scratch)
		emit_clear(emit, line, address_c(emit, value_c(emit, value)), value->memory->size,
			   0);
}

/* What branches set: until then nothing reads it, but the verifier asks that the stack was set. */
void emit_data_declaration(struct emit *emit, int line, const struct ir_value *value)
{
	declare_data(emit, line, value, " = {}");
}

/* A parameter, in the memory of the caller, where it begins as its type asks. */
const char *borrowed_c(struct emit *emit, const struct ir_value *value)
{
	return arena_print(emit->compile->arena,
			   emit->callback ? "(*(%s *)c->%s)" : "(*(%s *)%s_at)",
			   type_c(emit, value->memory), variable_c(emit, value));
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

static unsigned offset_in(const struct ir_value *whole, const struct record_field *field,
			  unsigned index)
{
	return field ? field->offset : index * whole->memory->element->size;
}

/*
 * From a word's beginning; of what is borrowed, only what its type says of that is known. (As one
 * expression with `?:`, gcc 14 reads the alignment of what has no memory type, too.)
 */
static unsigned offset_of(const struct ir_value *value)
{
	unsigned offset = 0;

	for (; value->part; value = value->part->part.whole)
		offset += offset_in(value->part->part.whole, value->part->part.field,
				    value->part->part.index);
	if (value->type == IR_MEMORY && value->is_borrowed)
		offset |= value->memory->alignment;
	return offset;
}

static unsigned part_offset(const struct ir_value *whole, const struct record_field *field,
			    unsigned index)
{
	unsigned offset = offset_of(whole);

	return whole->is_borrowed ? offset | offset_in(whole, field, index)
				  : offset + offset_in(whole, field, index);
}

const char *memory_c(struct emit *emit, const struct ir_value *value)
{
	if (value->type == IR_TEXT)
		return arena_print(emit->compile->arena, "*%s", value_c(emit, value));
	return value_c(emit, value);
}

const char *zero_data_c(struct emit *emit, const struct ir_value *value)
{
	const char *type = type_c(emit, value->memory);

	if (value->memory->size > MOST_ON_STACK)
		return arena_print(emit->compile->arena, "(*({ static const %s zeros; &zeros; }))",
				   type);
	return arena_print(emit->compile->arena, "(%s){}", type);
}

void emit_data_copy(struct emit *emit, int line, const char *to, const struct ir_value *from)
{
	if (from->kind == IR_CONSTANT)
		emit_clear(emit, line, to, from->memory->size, 0);
	else
		emit_copy(emit, line, to, address_c(emit, value_c(emit, from)), from->memory->size,
			  offset_of(from));
}

void emit_data_to(struct emit *emit, int line, const char *to, const struct ir_value *from,
		  unsigned size)
{
	if (from->type == IR_MEMORY)
		emit_data_copy(emit, line, to, from);
	else
		emit_copy(emit, line, to, address_c(emit, memory_c(emit, from)), size, 0);
}

void emit_captured_data(struct emit *emit, int line, const struct ir_value *value)
{
	const char *name = variable_c(emit, value);

	declare_data(emit, line, value, "");
	emit_line(emit, line, "__builtin_memcpy(&%s, __builtin_assume_aligned(c->%s, 8), %u);",
		  name, name, value->memory->size);
}

const char *captured_data_c(struct emit *emit, const struct ir_value *value)
{
	return arena_print(emit->compile->arena, "(*(%s *)__builtin_assume_aligned(c->%s, 8))",
			   type_c(emit, value->memory), variable_c(emit, value));
}

/* A lock at its end stays where it is: there are zeros instead. */
static void emit_data_copied(struct emit *emit, const struct ir_statement *statement,
			     const char *place)
{
	const struct ir_value *to = statement->to;
	const char *address = address_c(emit, memory_c(emit, to));
	unsigned shown = memory_type_shown(to->memory), size = to->memory->size;

	emit_copy(emit, statement->line, address,
		  arena_print(emit->compile->arena, "__builtin_assume_aligned(%s, 8)", place),
		  shown, 0);
	if (shown < size && to->is_in_scratch)
		emit_clear(emit, statement->line,
			   arena_print(emit->compile->arena, "(char *)%s + %u", address, shown),
			   size - shown, shown);
}

static void declare_loaded(struct emit *emit, const struct ir_statement *statement)
{
	if (statement->to->type == IR_TEXT)
		emit_empty_text(emit, statement->to, statement->line);
	else
		declare_data(emit, statement->line, statement->to, " = {}");
}

void emit_data_from(struct emit *emit, const struct ir_statement *statement, const char *place)
{
	declare_loaded(emit, statement);
	emit_data_copied(emit, statement, place);
}

void emit_data_store(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *value = statement->memory.amount;
	const char *to = arena_print(emit->compile->arena, "__builtin_assume_aligned(%s, 8)",
				     value_c(emit, statement->memory.pointer));

	emit_copy(emit, statement->line, to, address_c(emit, memory_c(emit, value)),
		  memory_type_shown(value->memory), offset_of(value));
}

void emit_data_load(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to;
	const char *pointer = value_c(emit, statement->memory.pointer);
	bool braces = to->is_in_scratch && memory_type_shown(to->memory) < to->memory->size;
	int line = statement->line;

	if (!to->uses)
		return;
	declare_loaded(emit, statement);
	emit_line(emit, line, "if (%s)%s", pointer, braces ? " {" : "");
	emit->indent++;
	emit_data_copied(emit, statement, pointer);
	emit->indent--;
	if (braces)
		emit_line(emit, line, "}");
	if (to->type == IR_TEXT || !to->is_in_scratch)
		return;
	emit_line(emit, line, "else");
	emit->indent++;
	emit_clear(emit, line, address_c(emit, value_c(emit, to)), to->memory->size, 0);
	emit->indent--;
}

void emit_put(struct emit *emit, int line, const char *place, unsigned offset,
	      const struct memory_type *type, const struct ir_value *from)
{
	const char *value = memory_c(emit, from);

	if (memory_type_is_scalar(type))
		emit_line(emit, line, "%s = %s;", place, value);
	else
		emit_copy(emit, line, address_c(emit, place), address_c(emit, value),
			  memory_type_is_bytes(type) ? least(type->size, from->size) : type->size,
			  offset | offset_of(from));
}

const char *changed_c(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *pointer = statement->memory.pointer;
	const struct record_field *field = statement->memory.field;

	if (!field)
		return value_c(emit, pointer);
	return arena_print(emit->compile->arena, "((%s *)%s)->%s", type_c(emit, pointer->memory),
			   value_c(emit, pointer), field->symbol);
}

void emit_build(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to;
	const struct ir_value *base = statement->build.base;

	if (!to->uses)
		return;
	if (base)
		declare_data(emit, statement->line, to, "");
	else
		emit_zero_data(emit, to, statement->line);
	if (base)
		emit_data_copy(emit, statement->line, address_c(emit, value_c(emit, to)), base);
	for (size_t i = 0; i < statement->build.count; i++) {
		const struct ir_part *part = &statement->build.parts[i];
		const char *place = place_c(emit, to, part->field, part->index);

		if (!emit_filling(emit, statement, place, part))
			emit_put(emit, statement->line, place,
				 part_offset(to, part->field, part->index),
				 part->field ? part->field->type : to->memory->element,
				 part->value);
	}
}

/* `to` = what is at the place, which may be text in an array of another size. */
static void emit_taken(struct emit *emit, int line, const struct ir_value *to, const char *place,
		       unsigned size, unsigned offset)
{
	switch (to->type) {
	case IR_S64:
	case IR_U64:
	case IR_POINTER:
	case IR_CURSOR:
		emit_line(emit, line, "%s%s;", assignment_c(emit, to), place);
		break;
	case IR_TEXT:
		emit_empty_text(emit, to, line);
		emit_copy(emit, line, address_c(emit, value_c(emit, to)), address_c(emit, place),
			  size, offset);
		break;
	case IR_MEMORY:
		declare_data(emit, line, to, "");
		emit_copy(emit, line, address_c(emit, value_c(emit, to)), address_c(emit, place),
			  size, offset);
		break;
	}
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
	const struct ir_value *whole = statement->part.whole;
	const struct memory_type *type = field ? field->type : whole->memory->element;

	if (!statement->to->uses || statement->to->part)
		return;
	if (statement->part.at)
		emit_taken(emit, statement->line, statement->to, chosen_c(emit, statement),
			   type->size, offset_of(whole) | type->size);
	else
		emit_taken(emit, statement->line, statement->to,
			   place_c(emit, whole, field, statement->part.index), type->size,
			   part_offset(whole, field, statement->part.index));
}

void emit_same(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *left = statement->same.left, *right = statement->same.right;
	bool is_array = left->memory->kind == MEMORY_ARRAY;
	const char *differences;

	if (!statement->to->uses)
		return;
	differences = emit_differences(emit, statement->line, left->memory,
				       is_array ? items_c(emit, left) : value_c(emit, left),
				       is_array ? items_c(emit, right) : value_c(emit, right),
				       offset_of(left) | offset_of(right));
	emit_line(emit, statement->line, "%s!(%s);", assignment_c(emit, statement->to),
		  differences);
}
