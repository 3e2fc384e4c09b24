/* SPDX-License-Identifier: Apache-2.0 */
/* Variables of `defvar`: each reading loads, each writing stores. */
#include "compiler/lower/lower_internal.h"
#include "compiler/unit/global.h"
#include "compiler/unit/memory_type.h"

static struct value read_global(struct lower *lower, const struct global *global)
{
	struct ir_value *to = new_part(lower, global->type);
	struct ir_statement *statement = add_statement(lower, IR_GLOBAL_LOAD);

	statement->to = to;
	if (!memory_type_is_scalar(global->type))
		to->memory = global->type;
	statement->global.global = global;
	settle(lower, to);
	return from_memory(lower, global->type, to);
}

static void change_global(struct lower *lower, enum ir_kind kind, const struct global *global,
			  struct ir_value *value, bool subtracts)
{
	struct ir_statement *statement = add_statement(lower, kind);

	statement->global.global = global;
	statement->global.value = used(value);
	statement->global.subtracts = subtracts;
}

static struct value add_to_global(struct lower *lower, const struct expression *expression)
{
	const struct expression *amount = expression->global.value;
	struct value value = lower_expression(lower, amount, USED);

	if (lower->block->is_closed)
		return none_value();
	change_global(
		lower, IR_GLOBAL_ADD, expression->global.global,
		lower_integer(lower, expression, amount, value, RAISES_RIGHT, "`Honey.Var.update`"),
		expression->global.use == GLOBAL_SUBTRACT);
	return atom_value(lower, ATOM_OK);
}

struct value lower_global(struct lower *lower, const struct expression *expression)
{
	const struct global *global = expression->global.global;
	struct ir_value *stored;

	switch (expression->global.use) {
	case GLOBAL_READ:
		return read_global(lower, global);
	case GLOBAL_WRITE:
		break;
	case GLOBAL_ADD:
	case GLOBAL_SUBTRACT:
		return add_to_global(lower, expression);
	}
	stored = to_memory(lower, expression, expression->global.value, global->type);
	if (!stored)
		return none_value();
	change_global(lower, IR_GLOBAL_STORE, global, stored, false);
	return atom_value(lower, ATOM_OK);
}
