/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A record that is built in a ring:
 *
 *	__s64 status_7 = -28;
 *	struct { __u64 type; struct honey_Exec record; } *event_7 =
 *		bpf_ringbuf_reserve(&events, 40, 0);
 *	if (event_7) {
 *		event_7->type = 0;
 *		event_7->record.pid = pid_1;
 *		bpf_ringbuf_submit(event_7, 0);
 *		status_7 = 0;
 *	} else {
 *		__sync_fetch_and_add(&honey_lost[0], 1);
 *	}
 *
 * The kernel does not clear what it reserves: gaps are set to zero too, so that user space sees
 * nothing of older records.
 *
 * For a buffer of the CPU the event is memory of the program, zeros before:
 *
 *	event_6.type = 0;
 *	event_6.record.pid = pid_1;
 *	__s64 status_7 = bpf_perf_event_output(ctx, &events, 4294967295, &event_6, 40);
 *	if (status_7)
 *		__sync_fetch_and_add(&honey_lost[0], 1);
 */
#include "compiler/emit/emit_internal.h"
#include "compiler/unit/record_type.h"
#include "compiler/unit/ring_definition.h"

#define NO_SPACE (-28)
#define BPF_F_CURRENT_CPU 0xffffffffu

/* In the block, the one before the other. */
static bool comes_before(const struct ir_statement *s, const struct ir_statement *later)
{
	while (s && s != later)
		s = s->next;
	return s != NULL;
}

/*
 * The comm of the task, which cannot fail and is the same a little later: where it is nothing but a
 * field, the helper fills that, instead of a text on the stack that is copied.
 */
static struct ir_statement *filling(const struct ir_statement *event, const struct ir_part *part)
{
	const struct ir_value *value = part->value;
	struct ir_statement *call = value->definition;

	if (!part->field || value->type != IR_TEXT || value->uses != 1 || value->is_captured ||
	    value->tail_of || !call || call->kind != IR_HELPER || call->to != value ||
	    call->called.helper->id != HELPER_GET_CURRENT_COMM ||
	    value->size != part->field->type->size || !comes_before(call, event))
		return NULL;
	return call;
}

static void find_filling(const struct ir_statement *s, const struct ir_part *parts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct ir_statement *call = filling(s, &parts[i]);

		if (call)
			call->called.is_in_record = true;
	}
}

void find_fillings(struct emit *emit, const struct ir_statement *s)
{
	(void)emit;
	if (s->kind == IR_EMIT)
		find_filling(s, s->emit.parts, s->emit.count);
	if (s->kind == IR_BUILD && s->to->uses)
		find_filling(s, s->build.parts, s->build.count);
}

bool emit_filling(struct emit *emit, const struct ir_statement *s, const char *place,
		  const struct ir_part *part)
{
	const struct ir_statement *call = filling(s, part);

	if (call)
		emit_line(emit, s->line, "%s(%s, %u);", call->called.helper->name, place,
			  part->field->type->size);
	return call != NULL;
}

static void emit_part_of(struct emit *emit, const struct ir_statement *s, const char *place,
			 const struct ir_part *part)
{
	if (!emit_filling(emit, s, place, part))
		emit_put(emit, s->line, place, part->field->offset, part->field->type, part->value);
}

/* Whether a part sets all bytes of the field. */
static bool is_set(const struct ir_statement *s, const struct record_field *field)
{
	for (size_t i = 0; i < s->emit.count; i++) {
		const struct ir_part *part = &s->emit.parts[i];

		if (part->field == field)
			return !memory_type_is_bytes(field->type) ||
			       part->value->size >= field->type->size;
	}
	return false;
}

static void emit_zeros(struct emit *emit, const struct ir_statement *s, const char *record,
		       unsigned first, unsigned end)
{
	unsigned alignment = first ? first & -first : 8;

	if (end > first)
		emit_clear(emit, s->line,
			   arena_print(emit->compile->arena,
				       "__builtin_assume_aligned((char *)&%s + %u, %u)", record,
				       first, alignment < 8 ? alignment : 8),
			   end - first, first);
}

/* What no part sets, and the gaps: clang cannot see that a helper sets what follows. */
static void clear_rest(struct emit *emit, const struct ir_statement *s, const char *record)
{
	const struct record_type *type = s->emit.ring->types[s->emit.type]->record;
	unsigned first = 0;

	for (size_t i = 0; i < type->field_count; i++) {
		const struct record_field *field = &type->fields[i];

		if (!is_set(s, field))
			continue;
		emit_zeros(emit, s, record, first, field->offset);
		first = field->offset + field->type->size;
	}
	emit_zeros(emit, s, record, first, type->type.size);
}

/* Each part has a field: a record has no elements. */
static void emit_fields(struct emit *emit, const struct ir_statement *s, const char *record)
{
	if (s->emit.base)
		emit_data_copy(emit, s->line, address_c(emit, record), s->emit.base);
	else if (!s->emit.event)
		clear_rest(emit, s, record);
	for (size_t i = 0; i < s->emit.count; i++) {
		const struct ir_part *part = &s->emit.parts[i];

		emit_part_of(
			emit, s,
			arena_print(emit->compile->arena, "%s.%s", record, part->field->symbol),
			part);
	}
}

static void emit_lost(struct emit *emit, const struct ir_statement *s)
{
	emit_line(emit, s->line, "\t__sync_fetch_and_add(&honey_lost[%u], 1);",
		  s->emit.ring->first_lost + (unsigned)s->emit.type);
}

static void emit_reserved_record(struct emit *emit, const struct ir_statement *s, const char *event)
{
	emit_line(emit, s->line, "%s->type = %d;", event, s->emit.type);
	emit_fields(emit, s, arena_print(emit->compile->arena, "%s->record", event));
	emit_line(emit, s->line, "bpf_ringbuf_submit(%s, %d);", event, s->emit.flag);
	if (s->to->uses)
		emit_line(emit, s->line, "%s = 0;", value_c(emit, s->to));
}

static void emit_into_ring(struct emit *emit, const struct ir_statement *s)
{
	const struct map_definition *ring = s->emit.ring;
	const struct record_type *record = ring->types[s->emit.type]->record;
	const char *event = arena_print(emit->compile->arena, "event_%d", s->to->number);

	if (s->to->uses)
		emit_line(emit, s->line, "%s%d;", assignment_c(emit, s->to), NO_SPACE);
	emit_line(emit, s->line,
		  "struct { __u64 type; struct %s record; } *%s = bpf_ringbuf_reserve(&%s, %u, 0);",
		  record->symbol, event, ring->symbol, RING_HEADER + record->type.size);
	emit_line(emit, s->line, "if (%s) {", event);
	emit->indent++;
	emit_reserved_record(emit, s, event);
	emit->indent--;
	emit_line(emit, s->line, "} else {");
	emit_lost(emit, s);
	emit_line(emit, s->line, "}");
}

static void emit_into_buffer(struct emit *emit, const struct ir_statement *s)
{
	const struct map_definition *ring = s->emit.ring;
	const char *event = value_c(emit, s->emit.event);
	const char *output = arena_print(
		emit->compile->arena, "bpf_perf_event_output(ctx, &%s, %uu, &%s, %u)", ring->symbol,
		BPF_F_CURRENT_CPU, event, RING_HEADER + ring->types[s->emit.type]->size);

	emit_line(emit, s->line, "%s.type = %d;", event, s->emit.type);
	emit_fields(emit, s, arena_print(emit->compile->arena, "%s.record", event));
	if (s->to->uses) {
		emit_line(emit, s->line, "%s%s;", assignment_c(emit, s->to), output);
		output = value_c(emit, s->to);
	}
	emit_line(emit, s->line, "if (%s)", output);
	emit_lost(emit, s);
}

void emit_event(struct emit *emit, const struct ir_statement *s)
{
	if (s->emit.event)
		emit_into_buffer(emit, s);
	else
		emit_into_ring(emit, s);
}

void emit_event_types(struct emit *emit)
{
	const struct unit *unit = emit->unit->typed_unit->unit;

	for (size_t i = 0; i < unit->map_count; i++) {
		const struct map_definition *map = &unit->maps[i];

		for (size_t n = 0; ring_is_per_cpu(map) && n < map->type_count; n++)
			emit_record_struct(emit, map->events[n]->record);
	}
}
