/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Honey.Events.emit(:ring, record). All that can raise is computed before the record is reserved,
 * so there is no way out on which it had to be discarded. What the call itself builds is built
 * in the ring; another record is copied there. For a buffer of the CPU the same is done in memory
 * of the program, which the kernel copies.
 */
#include "compiler/lower/lower_internal.h"
#include "compiler/unit/ring_definition.h"

static bool lower_record(struct lower *lower, const struct expression *record, struct built *built)
{
	struct value value;

	if (record->kind == EXPRESSION_STRUCT)
		return lower_struct_parts(lower, record, built);
	value = lower_expression(lower, record, USED);
	*built = (struct built){ .base = value.memory };
	return !lower->block->is_closed;
}

/* The kernel's helper takes the context, which the function may have no argument for. */
static struct ir_value *add_event(struct lower *lower, const struct map_definition *ring, int type)
{
	struct ir_value *event;

	if (!ring_is_per_cpu(ring))
		return NULL;
	lower->function->takes_context = true;
	event = add_build(lower, ring->events[type], NULL, NULL, 0);
	event->name = "event";
	settle(lower, event);
	return used(event);
}

struct value lower_emit(struct lower *lower, const struct expression *call, enum use use)
{
	const struct expression *record = call->helper.arguments[1];
	const struct map_definition *ring = typed_in(lower, call)->helper.map;
	struct ir_value *event;
	struct ir_statement *statement;
	struct built built;
	int type;

	if (!lower_record(lower, record, &built))
		return none_value();
	type = ring_type_number(ring, typed_in(lower, record)->type.memory);
	event = add_event(lower, ring, type);
	statement = add_statement(lower, IR_EMIT);
	statement->to = new_register(lower, IR_S64, "status");
	statement->emit.ring = ring;
	statement->emit.type = type;
	statement->emit.event = event;
	statement->emit.flag = typed_in(lower, call)->helper.flag;
	statement->emit.base = used(built.base);
	statement->emit.parts = built.parts;
	statement->emit.count = built.count;
	for (size_t i = 0; i < built.count; i++)
		used(built.parts[i].value);
	settle(lower, statement->to);
	return status_value(lower, call, statement->to, use);
}
