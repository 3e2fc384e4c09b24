/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Functions that are values. The type says which function it is and of which types the captured
 * values are, so that each call is one of a function that is known.
 */
#include "compiler/infer_internal.h"

#include <string.h>

struct type infer_function_value(struct infer *infer, const struct expression *expression)
{
	struct closure *closure = ARENA_NEW(infer->compile->arena, struct closure);
	struct type type = { .closure = closure };

	closure->function = expression->anonymous.function;
	closure->count = closure->function->captured_count;
	closure->captured = ARENA_ARRAY(infer->compile->arena, struct type, closure->count);
	for (size_t i = 0; i < closure->count; i++) {
		const struct variable *variable = expression->anonymous.captured[i];
		struct type captured = infer->now[variable->number];

		if (captured.is_poison)
			return type_poison();
		if (captured.text_size) {
			error_at(&infer->compile->diagnostics, expression->span, CODE_UNSUPPORTED,
				 "`%s` is a string, which a function cannot capture yet",
				 variable->name);
			return type_poison();
		}
		closure->captured[i] = type_widened(infer->compile, captured);
	}
	return type;
}

static struct type no_function(struct infer *infer, const struct expression *expression,
			       const struct type *type)
{
	error_at(&infer->compile->diagnostics, expression->span, CODE_BAD_OPERAND,
		 "%s is %s here, and a call needs a function",
		 operand_text(infer, expression->invoke.function),
		 type_text(infer->compile, &infer->typed_unit->atoms, type));
	return type_poison();
}

static struct type wrong_count(struct infer *infer, const struct expression *expression,
			       size_t expected)
{
	size_t found = expression->invoke.count;

	error_at(&infer->compile->diagnostics, expression->span, CODE_BAD_ARGUMENT,
		 "%s is called with %zu argument%s, expected %zu",
		 operand_text(infer, expression->invoke.function), found, found == 1 ? "" : "s",
		 expected);
	return type_poison();
}

/* The captured values are the first arguments. */
static struct type infer_closure_call(struct infer *infer, const struct expression *expression,
				      const struct closure *closure, struct type *arguments)
{
	size_t count = expression->invoke.count;

	if (closure->count + count != (size_t)closure->function->arity)
		return wrong_count(infer, expression,
				   (size_t)closure->function->arity - closure->count);
	if (closure->count)
		memcpy(arguments, closure->captured, closure->count * sizeof(*arguments));
	return infer_callee(infer, expression, closure->function, arguments);
}

struct type infer_invoke(struct infer *infer, const struct expression *expression)
{
	struct type function = infer_expression(infer, expression->invoke.function);
	size_t captured = function.closure ? function.closure->count : 0;
	size_t count = expression->invoke.count;
	struct type *arguments = ARENA_ARRAY(infer->compile->arena, struct type, captured + count);
	bool none = type_is_none(&function), poison = function.is_poison;

	for (size_t i = 0; i < count; i++) {
		struct type *type = &arguments[captured + i];

		if (argument_type(infer, expression->invoke.arguments[i], type))
			continue;
		none = none || type_is_none(type);
		poison = poison || !type_is_none(type);
	}
	if (none)
		return type_none();
	if (poison)
		return type_poison();
	if (!function.closure)
		return no_function(infer, expression, &function);
	return infer_closure_call(infer, expression, function.closure, arguments);
}
