/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Timers in C, each in the value of a map:
 *
 *	bpf_timer_init((void *)found_1 + 16, &sessions, 1);
 *	__s64 v_2 = bpf_timer_set_callback((void *)found_1 + 16, honey_timer_1_ends);
 *	if (!v_2)
 *		v_2 = bpf_timer_start((void *)found_1 + 16, 1000000000, 0);
 *
 * That it has been set up before is no failure.
 */
#include "compiler/emit/emit_internal.h"
#include "compiler/unit/record_type.h"

#define CLOCK_MONOTONIC 1

void emit_timers(struct emit *emit)
{
	for (const struct timer *t = emit->unit->typed_unit->timers; t; t = t->next)
		emit_line(emit, 0, "static int %s(" TIMER_PARAMETERS ");", t->symbol);
}

void emit_timer(struct emit *emit, const struct ir_statement *statement)
{
	const struct record_type *record = statement->timer.map->value_type->record;
	const struct timer *timer = statement->timer.started;
	const char *to = value_c(emit, statement->to);
	int line = statement->line;
	const char *place = arena_print(emit->compile->arena, "(void *)%s + %u",
					value_c(emit, statement->timer.pointer),
					record->hidden_at[HIDDEN_TIMER]);

	if (!timer) {
		emit_line(emit, line, "%sbpf_timer_cancel(%s);", assignment_c(emit, statement->to),
			  place);
		return;
	}
	emit_line(emit, line, "bpf_timer_init(%s, &%s, %d);", place, statement->timer.map->symbol,
		  CLOCK_MONOTONIC);
	emit_line(emit, line, "%sbpf_timer_set_callback(%s, %s);",
		  assignment_c(emit, statement->to), place, timer->symbol);
	emit_line(emit, line, "if (!%s)", to);
	emit_line(emit, line, "\t%s = bpf_timer_start(%s, %s, 0);", to, place,
		  condition_c(emit, statement->timer.nanoseconds));
}
