/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Functions that are values. The type says which function it can be and of which types the
 * captured values are: a call of a value that can be several functions calls one of these.
 */
#include "compiler/infer/infer_internal.h"

#include <string.h>

struct type infer_function_value(struct infer *infer, const struct expression *expression)
{
	struct function *function = expression->anonymous.function;
	size_t count = function->captured_count;
	struct type *captured = ARENA_ARRAY(infer->compile->arena, struct type, count);
	const struct shape *shape = shape_of_function(infer->compile, function, count);

	for (size_t i = 0; i < count; i++) {
		const struct variable *variable = expression->anonymous.captured[i];
		struct type type = infer->now[variable->number];

		if (type.is_poison)
			return type_poison();
		captured[i] = type_widened(infer->compile, type);
	}
	return check_parts(infer, expression, type_data(infer->compile, shape, captured));
}

static struct type no_function(struct infer *infer, const struct expression *expression,
			       const struct type *type)
{
	diagnostic_hint(&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, expression->span, CODE_BAD_OPERAND,
				 "%s is %s here, and a call needs a function",
				 operand_text(infer, expression->invoke.function),
				 type_text(infer->compile, &infer->typed_unit->atoms, type)),
			"bind a function to it: `f = fn x -> x + 1 end` or `f = &name/1`");
	return type_poison();
}

static struct type wrong_count(struct infer *infer, const struct expression *expression,
			       size_t expected)
{
	size_t found = expression->invoke.count;

	diagnostic_hint(&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, expression->span, CODE_BAD_ARGUMENT,
				 "%s is called with %zu argument%s, expected %zu",
				 operand_text(infer, expression->invoke.function), found,
				 found == 1 ? "" : "s", expected),
			"give it as many arguments as its `fn` or its name says");
	return type_poison();
}

/* What is called may be no function: that raises when it is one of the values that it can have. */
static void check_function(struct infer *infer, const struct expression *expression,
			   const struct type *function, size_t alternatives)
{
	if (alternatives == function->data_count && type_is_data(function))
		return;
	strict_at(&infer->compile->diagnostics, expression->span, CODE_BAD_OPERAND,
		  "%s is %s here, and a call needs a function",
		  operand_text(infer, expression->invoke.function),
		  type_text(infer->compile, &infer->typed_unit->atoms, function));
	mark_raise(infer, expression, RAISES_LEFT);
}

/* The captured values are the first arguments. */
static struct type infer_alternative(struct infer *infer, const struct expression *expression,
				     const struct data *called, const struct type *arguments,
				     struct instance **callee)
{
	struct function *function = called->shape->function;
	size_t captured = called->shape->count, count = expression->invoke.count;
	struct type *types = ARENA_ARRAY(infer->compile->arena, struct type, captured + count);

	if (captured + count != (size_t)function->arity)
		return wrong_count(infer, expression, (size_t)function->arity - captured);
	if (captured)
		memcpy(types, called->elements, captured * sizeof(*types));
	if (count)
		memcpy(types + captured, arguments, count * sizeof(*types));
	return infer_callee(infer, expression, function, types, callee);
}

static struct type infer_alternatives(struct infer *infer, const struct expression *expression,
				      const struct type *function, const struct type *arguments)
{
	struct typed *typed = typed_of(infer, expression);
	struct type result = type_none();
	size_t alternatives = 0;

	typed->callees =
		ARENA_ARRAY(infer->compile->arena, struct instance *, function->data_count);
	for (size_t i = 0; i < function->data_count; i++) {
		const struct data *called = &function->data[i];
		struct type one;

		if (called->shape->kind != DATA_FUNCTION)
			continue;
		one = infer_alternative(infer, expression, called, arguments, &typed->callees[i]);
		if (one.is_poison)
			return one;
		result = type_join(infer->compile, result, one);
		alternatives++;
	}
	if (!alternatives)
		return no_function(infer, expression, function);
	check_function(infer, expression, function, alternatives);
	return checked_result(infer, expression->span, result);
}

struct type infer_invoke(struct infer *infer, const struct expression *expression)
{
	struct type function = infer_expression(infer, expression->invoke.function);
	size_t count = expression->invoke.count;
	struct type *arguments = ARENA_ARRAY(infer->compile->arena, struct type, count);
	bool none = type_is_none(&function), poison = function.is_poison;

	typed_of(infer, expression)->callees = NULL;
	for (size_t i = 0; i < count; i++) {
		struct type *type = &arguments[i];

		if (argument_type(infer, expression->invoke.arguments[i], type))
			continue;
		none = none || type_is_none(type);
		poison = poison || !type_is_none(type);
	}
	if (none)
		return type_none();
	if (poison)
		return type_poison();
	return infer_alternatives(infer, expression, &function, arguments);
}
