/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Honey.Timer:
 *
 *	status = -ENOENT; found = lookup(key); if (found) status = start(found, nanoseconds);
 */
#include "compiler/lower/lower_internal.h"

/* NULL when it only ever raises; also where there is none. */
static struct ir_value *lower_nanoseconds(struct lower *lower, const struct expression *call)
{
	const struct expression *argument = call->helper.arguments[2];
	struct value value = lower_expression(lower, argument, USED);
	bool may_raise = value.tag || value.type.integer == INTEGER_NONE;

	if (lower->block->is_closed)
		return NULL;
	return lower_integer(lower, call, argument, value, may_raise ? RAISES_RIGHT : 0,
			     arena_print(lower->compile->arena, "`%s`", call->helper.helper->name));
}

struct value lower_timer(struct lower *lower, const struct expression *call, enum use use)
{
	const struct typed *typed = typed_in(lower, call);
	bool starts = call->helper.helper->id == HELPER_TIMER_START;
	struct stored key = lower_map_key(lower, call);
	struct ir_value *nanoseconds = NULL, *status, *found, *result;
	struct ir_statement *statement;
	struct ir_block *block;

	if (!is_stored(key))
		return none_value();
	if (starts) {
		nanoseconds = lower_nanoseconds(lower, call);
		if (!nanoseconds)
			return none_value();
	}
	status = declare(lower, IR_S64, ENOENT_RESULT, "status");
	found = add_lookup(lower, typed->helper.map, key, NULL);
	block = lower->block;
	add_if(lower, found);
	result = new_register(lower, IR_S64, NULL);
	statement = add_statement(lower, IR_TIMER);
	statement->to = result;
	statement->timer.pointer = used(found);
	statement->timer.map = typed->helper.map;
	statement->timer.started = typed->helper.timer;
	statement->timer.nanoseconds = used(nanoseconds);
	settle(lower, result);
	set(lower, status, result);
	lower->block = block;
	settle(lower, status);
	return status_value(lower, call, status, use);
}

void read_timer_arguments(struct lower *lower, const struct timer *timer)
{
	struct ir_loop *entry = ARENA_NEW(lower->compile->arena, struct ir_loop);

	entry->map = timer->map;
	entry->number = lower->unit->loop_count++;
	lower->function->entry = entry->number;
	lower->variables[0] =
		from_memory(lower, timer->map->key_type, read_element(lower, entry, false));
	lower->variables[1] =
		from_memory(lower, timer->map->value_type, read_element(lower, entry, true));
}
