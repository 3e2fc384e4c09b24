/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The records that contexts point to:
 *
 *	struct trace_event_raw_sched_switch {
 *		__s32 prev_pid;
 *	} __attribute__((preserve_access_index));
 *	... ((struct trace_event_raw_sched_switch *)ctx)->prev_pid
 *
 * Only what programs read is declared; the loader relocates each access by the kernel's own
 * BTF. A record without a struct there is read at its fixed offset.
 */
#include "compiler/emit/emit_internal.h"

#include <string.h>

/* An array's slots, as of a system call's arguments. */
#define SLOTS 6

static bool same_member(const char *a, const char *b)
{
	size_t length = strcspn(a, "[");

	return length == strcspn(b, "[") && memcmp(a, b, length) == 0;
}

/* What the access reads: an int in a slot of 8 bytes is read as the slot. */
static const char *access_type(const struct tracepoint_field *field)
{
	if (field->kind == TRACEPOINT_POINTER)
		return "__u64";
	return integer_type_of_size(field->width, field->is_signed)->c_type;
}

static void emit_member(struct emit *emit, const struct tracepoint_field *field)
{
	int name = (int)strcspn(field->member, "[");

	if (field->member[name])
		emit_line(emit, 0, "\tunsigned long %.*s[%d];", name, field->member, SLOTS);
	else if (field->kind == TRACEPOINT_STRING)
		emit_line(emit, 0, "\tchar %s[%u];", field->member, field->count);
	else if (field->kind == TRACEPOINT_ARRAY)
		emit_line(emit, 0, "\t%s %s[%u];",
			  integer_type_of_size(field->width, field->is_signed)->c_type,
			  field->member, field->count);
	else if (field->kind == TRACEPOINT_DYNAMIC)
		emit_line(emit, 0, "\t__u32 %s;", field->member);
	else if (field->kind == TRACEPOINT_POINTER)
		emit_line(emit, 0, "\tvoid *%s;", field->member);
	else if (field->nature == TRACEPOINT_ENUM)
		emit_line(emit, 0, "\tenum __attribute__((packed)) { honey_enum_%d = %llu } %s;",
			  emit->enums++, (1ull << (field->width * 8 - 1)) - 1, field->member);
	else
		emit_line(emit, 0, "\t%s %s;", access_type(field), field->member);
}

/* The members that programs read, each once, in the order of first use. */
struct collected {
	const struct ir_statement **fields;
	size_t count, capacity;
};

static bool is_collected(const struct collected *collected, const struct ir_statement *statement)
{
	for (size_t i = 0; i < collected->count; i++) {
		const struct ir_statement *other = collected->fields[i];

		if (strcmp(other->field.structure, statement->field.structure) == 0 &&
		    same_member(other->field.field->member, statement->field.field->member))
			return true;
	}
	return false;
}

static void collect_block(struct emit *emit, struct collected *collected,
			  const struct ir_block *block)
{
	for (const struct ir_statement *s = block->first; s; s = s->next) {
		if (s->kind == IR_IF) {
			collect_block(emit, collected, s->branch.then);
			collect_block(emit, collected, s->branch.otherwise);
		} else if (s->kind == IR_BLOCK) {
			collect_block(emit, collected, s->block.body);
		} else if (s->kind == IR_LOOP || s->kind == IR_PIECE) {
			collect_block(emit, collected, s->loop->body);
		}
		if ((s->kind != IR_FIELD && s->kind != IR_TEXT_FIELD) || !s->field.structure ||
		    is_collected(collected, s))
			continue;
		if (collected->count == collected->capacity) {
			size_t capacity = collected->capacity ? 2 * collected->capacity : 16;

			collected->fields = arena_grow(emit->compile->arena, collected->fields,
						       collected->count, capacity,
						       sizeof(*collected->fields));
			collected->capacity = capacity;
		}
		collected->fields[collected->count++] = s;
	}
}

void emit_records(struct emit *emit)
{
	struct collected collected = { 0 };

	for (const struct ir_function *f = emit->unit->functions; f; f = f->next)
		collect_block(emit, &collected, f->body);
	for (size_t i = 0; i < collected.count; i++) {
		const char *structure;

		if (!collected.fields[i])
			continue;
		structure = collected.fields[i]->field.structure;
		emit_line(emit, 0, "struct %s {", structure);
		for (size_t j = i; j < collected.count; j++) {
			if (!collected.fields[j] ||
			    strcmp(collected.fields[j]->field.structure, structure) != 0)
				continue;
			emit_member(emit, collected.fields[j]->field.field);
			if (j > i)
				collected.fields[j] = NULL;
		}
		emit_line(emit, 0, "} __attribute__((preserve_access_index));");
	}
}

/*
 * Where the data of an array are, or those that a descriptor leads to:
 *
 *	(__u64)((char *)ctx + (((struct trace_event_raw_x *)ctx)->__data_loc_name & 0xffff))
 */
static const char *data_address(struct emit *emit, const struct tracepoint_field *field,
				const char *structure)
{
	struct arena *arena = emit->compile->arena;
	const char *place =
		structure ? arena_print(arena, "((struct %s *)ctx)->%s", structure, field->member)
			  : arena_print(arena, "*(__u32 *)((char *)ctx + %u)", field->offset);

	if (field->kind == TRACEPOINT_ARRAY)
		return structure ? arena_print(arena, "(__u64)&%s", place)
				 : arena_print(arena, "(__u64)((char *)ctx + %u)", field->offset);
	return arena_print(arena, "(__u64)((char *)ctx + (%s & 0xffff))", place);
}

const char *record_access(struct emit *emit, const struct ir_statement *statement)
{
	const struct tracepoint_field *field = statement->field.field;
	const char *structure = statement->field.structure;
	const char *place;

	if (tracepoint_field_has_data(field))
		return data_address(emit, field, structure);
	if (structure)
		place = arena_print(emit->compile->arena, "((struct %s *)ctx)->%s", structure,
				    field->member);
	else if (field->kind == TRACEPOINT_STRING)
		place = arena_print(emit->compile->arena, "*((char *)ctx + %u)", field->offset);
	else
		place = arena_print(emit->compile->arena, "*(%s *)((char *)ctx + %u)",
				    field->size == 8 && field->width < 8 ? "__u64"
									 : access_type(field),
				    field->offset);
	if (field->kind == TRACEPOINT_INTEGER && field->nature == TRACEPOINT_BOOLEAN)
		return arena_print(emit->compile->arena, "%s != 0", place);
	if (field->kind == TRACEPOINT_POINTER ||
	    (field->kind == TRACEPOINT_INTEGER &&
	     (field->size > field->width || field->nature == TRACEPOINT_ENUM)))
		return arena_print(emit->compile->arena, "(%s)%s", access_type(field), place);
	return place;
}
