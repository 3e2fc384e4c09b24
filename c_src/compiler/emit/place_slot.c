/* SPDX-License-Identifier: Apache-2.0 */
/* The C variables that slots have in turns. */
#include "compiler/emit/place_internal.h"

void store_constants_late(struct place *place, struct ir_statement *statement)
{
	(void)place;
	if (statement->kind == IR_SLOT && statement->slot->value->kind == IR_CONSTANT)
		statement->slot->is_late = true;
}

/* The variable of this type whose slots so far are not needed at `first` or later. */
static int free_variable(struct place *place, const struct ir_slot *slot)
{
	struct ir_function *function = place->function;
	struct slot_variable *variable;

	for (int i = 0; i < function->slot_variable_count; i++) {
		variable = &function->slot_variables[i];
		if (variable->type == slot->type && variable->last < slot->first)
			return i;
	}
	variable = &function->slot_variables[function->slot_variable_count];
	variable->type = slot->type;
	return function->slot_variable_count++;
}

void share_variables(struct place *place)
{
	struct ir_function *function = place->function;

	function->slot_variables =
		ARENA_ARRAY(place->compile->arena, struct slot_variable, place->slot_count);
	for (size_t i = 0; i < place->slot_count; i++) {
		struct ir_slot *slot = place->slots[i];

		slot->variable = free_variable(place, slot);
		function->slot_variables[slot->variable].last = slot->last;
	}
}
