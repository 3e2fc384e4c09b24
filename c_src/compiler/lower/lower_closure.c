/* SPDX-License-Identifier: Apache-2.0 */
/* Functions that are values: at run time they are what they have captured. */
#include "compiler/lower/lower_data.h"
#include "compiler/lower/lower_internal.h"

#include <string.h>

struct value lower_function_value(struct lower *lower, const struct expression *expression)
{
	const struct data *data = &typed_in(lower, expression)->type.data[0];
	size_t count = data->shape->count;
	struct value *captured = ARENA_ARRAY(lower->compile->arena, struct value, count);
	int arity = lower->instance->function->arity;

	for (size_t i = 0; i < count; i++) {
		const struct variable *variable = expression->anonymous.captured[i];

		captured[i] =
			as(lower, lower->variables[arity + variable->number], &data->elements[i]);
	}
	return data_value(lower, data->shape, captured);
}

/* A call of the function that the n-th of the value's shapes is. */
static struct value call_alternative(struct lower *lower, const struct expression *expression,
				     const struct value *function, size_t n,
				     const struct value *arguments)
{
	size_t captured = function->type.data[n].shape->count, count = expression->invoke.count;
	struct value *values = ARENA_ARRAY(lower->compile->arena, struct value, captured + count);

	if (captured)
		memcpy(values, function->data[n], captured * sizeof(*values));
	if (count)
		memcpy(values + captured, arguments, count * sizeof(*values));
	return lower_callee(lower, typed_in(lower, expression)->callees[n], values);
}

/*
 *	if (f_part == <first function>) { result = first(...); }
 *	else if (...) { ... } else { <raise> }
 */
static struct value call_one_of(struct lower *lower, const struct expression *expression,
				const struct value *function, const struct value *arguments)
{
	const struct typed *typed = typed_in(lower, expression);
	bool may_be_none = typed->raises & RAISES_LEFT;
	struct ir_block *block = lower->block;
	struct value result = declare_value(lower, &typed->type);
	size_t last = function->type.data_count;

	while (last-- > 0 && !typed->callees[last])
		;
	for (size_t i = 0; i <= last; i++) {
		struct ir_block *otherwise = NULL;
		struct value value;

		if (!typed->callees[i])
			continue;
		if (i < last || may_be_none)
			otherwise = add_if(lower, has_tag(lower, function,
							  function->type.data[i].shape->tag))
					    ->branch.otherwise;
		value = call_alternative(lower, expression, function, i, arguments);
		if (!lower->block->is_closed)
			set_value(lower, &result, value);
		if (otherwise)
			lower->block = otherwise;
	}
	if (may_be_none)
		add_raise(lower, RAISE_BAD_FUNCTION, expression->span.line,
			  "what was called is no function");
	lower->block = block;
	block->is_closed = !ends_open(block);
	settle_value(lower, &result);
	return block->is_closed ? none_value() : result;
}

struct value lower_invoke(struct lower *lower, const struct expression *expression)
{
	struct value function = lower_expression(lower, expression->invoke.function, USED);
	size_t count = expression->invoke.count;
	struct value *arguments = ARENA_ARRAY(lower->compile->arena, struct value, count);

	if (type_is_none(&function.type) ||
	    !lower_arguments(lower, expression->invoke.arguments, count, arguments))
		return none_value();
	if (!type_is_tagged(&function.type))
		return call_alternative(lower, expression, &function, 0, arguments);
	return call_one_of(lower, expression, &function, arguments);
}
