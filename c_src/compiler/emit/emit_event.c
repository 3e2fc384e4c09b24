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
 */
#include "compiler/emit/emit_internal.h"
#include "compiler/unit/record_type.h"
#include "compiler/unit/ring_definition.h"

#define NO_SPACE (-28)

/* Each part has a field: a record has no elements. */
static void emit_fields(struct emit *emit, const struct ir_statement *s, const char *record)
{
	const struct memory_type *type = s->emit.ring->types[s->emit.type];
	const char *address = address_c(emit, record);

	if (s->emit.base)
		emit_data_copy(emit, s->line, address, s->emit.base);
	else
		emit_clear(emit, s->line, address, type->size, 0);
	for (size_t i = 0; i < s->emit.count; i++) {
		const struct ir_part *part = &s->emit.parts[i];

		emit_put(emit, s->line,
			 arena_print(emit->compile->arena, "%s.%s", record, part->field->symbol),
			 part->field->offset, part->field->type, part->value);
	}
}

static void emit_record(struct emit *emit, const struct ir_statement *s, const char *event)
{
	emit_line(emit, s->line, "%s->type = %d;", event, s->emit.type);
	emit_fields(emit, s, arena_print(emit->compile->arena, "%s->record", event));
	emit_line(emit, s->line, "bpf_ringbuf_submit(%s, %d);", event, s->emit.flag);
	if (s->to->uses)
		emit_line(emit, s->line, "%s = 0;", value_c(emit, s->to));
}

void emit_event(struct emit *emit, const struct ir_statement *s)
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
	emit_record(emit, s, event);
	emit->indent--;
	emit_line(emit, s->line, "} else {");
	emit_line(emit, s->line, "\t__sync_fetch_and_add(&honey_lost[%u], 1);",
		  ring->first_lost + (unsigned)s->emit.type);
	emit_line(emit, s->line, "}");
}
