/* SPDX-License-Identifier: Apache-2.0 */
/* Calls of the module's functions. */
#include "compiler/infer/infer_internal.h"

bool argument_type(struct infer *infer, const struct expression *argument, struct type *type)
{
	*type = type_widened(infer->compile, infer_expression(infer, argument));
	return !type->is_poison && !type_is_none(type);
}

/* A recursion that is no loop becomes a copy of its functions for each call that may nest. */
#define MOST_NESTED 64

static bool refuse_recursion(struct infer *infer, const struct expression *call,
			     const struct function *function)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic =
		error_at(diagnostics, call->span, CODE_RECURSION,
			 "`%s` calls itself, and a kernel program must be known to end",
			 function_text(infer->compile, function));

	diagnostic_hint(diagnostics, diagnostic,
			"say how many calls may nest, `fuel(10, %s(...))`, or make the call of "
			"itself the last that `%s/%d` does",
			function->name, function->name, function->arity);
	return false;
}

/*
 * How many calls may nest in the call, itself counted; 0 for a function that does not recur, or
 * when nothing is left of the fuel.
 */
static bool take_fuel(struct infer *infer, const struct expression *call,
		      const struct function *function, unsigned *fuel)
{
	unsigned given = call->kind == EXPRESSION_CALL ? call->call.fuel : 0;
	const struct instance *caller = infer->instance;

	*fuel = function->loop ? given : 0;
	if (!function->is_recursive)
		return true;
	*fuel = given;
	if (caller->function->component == function->component) {
		if (!caller->fuel)
			return refuse_recursion(infer, call, function);
		if (!*fuel || *fuel > caller->fuel - 1)
			*fuel = caller->fuel - 1;
		return true;
	}
	if (!*fuel)
		return refuse_recursion(infer, call, function);
	if (*fuel > MOST_NESTED) {
		diagnostic_hint(
			&infer->compile->diagnostics,
			error_at(
				&infer->compile->diagnostics, call->span, CODE_LOOP_LIMIT,
				"`fuel` is %u here, and at most %d calls of `%s/%d` can nest in each other",
				*fuel, MOST_NESTED, function->name, function->arity),
			"make the recursion a loop: its call of itself the last that it does");
		return false;
	}
	return true;
}

static void note_callee(struct infer *infer, struct instance *callee)
{
	struct callee *note = ARENA_NEW(infer->compile->arena, struct callee);
	struct instance *caller = infer->instance;

	*note = (struct callee){ caller->callees, callee };
	caller->callees = note;
	cost_add(&caller->cost, &callee->cost, 1);
	if (callee->has_loop || callee->fuel)
		caller->has_loop = true;
}

static bool holds_binary(const struct type *type)
{
	bool holds = type_has_binary(type);

	for (size_t i = 0; i < type->data_count && !holds; i++) {
		for (size_t n = 0; n < type->data[i].shape->count && !holds; n++)
			holds = holds_binary(&type->data[i].elements[n]);
	}
	return holds;
}

void check_entry_result(struct infer *infer, const struct function *function,
			const struct type *result)
{
	if (holds_binary(result))
		error_at(&infer->compile->diagnostics, function->span, CODE_UNSUPPORTED,
			 "`%s` ends with a string or a binary, which a function that is run by "
			 "itself cannot give back",
			 function_text(infer->compile, function));
}

struct type infer_callee(struct infer *infer, const struct expression *expression,
			 struct function *function, const struct type *arguments,
			 struct instance **callee)
{
	unsigned fuel;

	*callee = NULL;
	if (!take_fuel(infer, expression, function, &fuel))
		return type_poison();
	if (function->is_recursive && !fuel) {
		mark_raise(infer, expression, RAISES_ALWAYS);
		return type_none();
	}
	*callee = instance_of(infer, function, arguments, fuel, expression->span);
	if (!*callee)
		return type_poison();
	note_callee(infer, *callee);
	if ((*callee)->can_raise)
		infer->instance->can_raise = true;
	if ((*callee)->changes_maps)
		infer->instance->changes_maps = true;
	if ((*callee)->changes_variables)
		infer->instance->changes_variables = true;
	return (*callee)->result;
}

struct type infer_call(struct infer *infer, const struct expression *expression)
{
	size_t count = expression->call.count;
	struct type *arguments = ARENA_ARRAY(infer->compile->arena, struct type, count);
	bool none = false, poison = false;

	for (size_t i = 0; i < count; i++) {
		if (argument_type(infer, expression->call.arguments[i], &arguments[i]))
			continue;
		none = none || type_is_none(&arguments[i]);
		poison = poison || !type_is_none(&arguments[i]);
	}
	if (none)
		return type_none();
	if (poison)
		return type_poison();
	return infer_callee(infer, expression, expression->call.function, arguments,
			    &typed_of(infer, expression)->callee);
}
