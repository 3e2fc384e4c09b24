/* SPDX-License-Identifier: Apache-2.0 */
/* Functions that are values: at run time they are what they have captured. */
#include "compiler/lower_internal.h"

#include <string.h>

struct value lower_function_value(struct lower *lower, const struct expression *expression)
{
	struct value value = { .type = typed_in(lower, expression)->type };
	int arity = lower->instance->function->arity;

	value.captured = new_captured(lower, value.type.closure);
	for (size_t i = 0; i < value.type.closure->count; i++) {
		const struct variable *variable = expression->anonymous.captured[i];

		value.captured[i] = as(lower, lower->variables[arity + variable->number],
				       &value.type.closure->captured[i]);
	}
	return value;
}

struct value lower_invoke(struct lower *lower, const struct expression *expression)
{
	struct value function = lower_expression(lower, expression->invoke.function, USED);
	size_t captured = function.type.closure ? function.type.closure->count : 0;
	size_t count = expression->invoke.count;
	struct value *values = ARENA_ARRAY(lower->compile->arena, struct value, captured + count);

	if (type_is_none(&function.type) ||
	    !lower_arguments(lower, expression->invoke.arguments, count, values + captured))
		return none_value();
	if (captured)
		memcpy(values, function.captured, captured * sizeof(*values));
	return lower_callee(lower, typed_in(lower, expression)->callee, values);
}
