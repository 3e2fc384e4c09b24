/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Honey.tail_call. In the kernel it ends but the function that it stands in: a call in a subprogram
 * would come back to the caller, with the other program's result. So every function that has one is
 * inlined, up to the program, which then ends.
 */
#include "compiler/lower/lower_internal.h"

void lower_check_tail_call(struct lower *lower, struct span span)
{
	struct diagnostics *diagnostics = &lower->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (!lower->callbacks)
		return;
	diagnostics->origin = lower->instance->function->origin;
	diagnostic = error_at(diagnostics, span, CODE_HELPER_REFUSED,
			      "a tail call in a loop that is a function of its own in the kernel, "
			      "which would end, and not the program");
	diagnostic_hint(diagnostics, diagnostic,
			"find the index in the loop, and write the tail call behind it");
}

struct value lower_tail_call(struct lower *lower, const struct expression *call)
{
	const struct expression *argument = call->helper.arguments[call->helper.count - 1];
	struct value value = lower_expression(lower, argument, USED);
	bool may_raise = value.tag || value.type.integer == INTEGER_NONE;
	struct ir_statement *statement;
	struct ir_value *index;

	if (lower->block->is_closed)
		return none_value();
	index = lower_integer(lower, call, argument, value, may_raise ? RAISES_RIGHT : 0,
			      "the index of a tail call");
	lower_check_tail_call(lower, call->span);
	statement = add_statement(lower, IR_TAIL_CALL);
	statement->tail_call.map = typed_in(lower, call)->helper.map;
	statement->tail_call.index = used(index);
	lower->function->makes_tail_call = lower->function->has_tail_call = true;
	lower->function->takes_context = true;
	return atom_value(lower, ATOM_ERROR);
}
