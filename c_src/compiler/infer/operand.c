/* SPDX-License-Identifier: Apache-2.0 */
/* Operands and arguments in messages: what they are called, and where they stand. */
#include "compiler/infer/address.h"
#include "compiler/infer/infer_internal.h"
#include "compiler/unit/global.h"

const struct expression *operand_given(const struct expression *operand)
{
	while (operand->kind == EXPRESSION_VARIABLE && operand->variable->given)
		operand = operand->variable->given;
	return operand;
}

const char *operand_text(struct infer *infer, const struct expression *operand)
{
	operand = operand_given(operand);
	switch (operand->kind) {
	case EXPRESSION_VARIABLE:
		if (operand->variable->scope)
			return "this value";
		return arena_print(infer->compile->arena, "`%s`", operand->variable->name);
	case EXPRESSION_HELPER:
		return arena_print(infer->compile->arena, "the result of `%s`",
				   operand->helper.helper->name);
	case EXPRESSION_CALL:
		return arena_print(infer->compile->arena, "the result of `%s/%zu`",
				   operand->call.name, operand->call.count);
	case EXPRESSION_FIELD:
		return arena_print(infer->compile->arena, "the field `%s`", operand->field.name);
	case EXPRESSION_GLOBAL:
		return arena_print(infer->compile->arena, "variable `%s`",
				   operand->global.global->name);
	case EXPRESSION_INTEGER:
	case EXPRESSION_ATOM:
	case EXPRESSION_STRING:
	case EXPRESSION_BINARY:
	case EXPRESSION_DATA:
	case EXPRESSION_MATCH:
	case EXPRESSION_BLOCK:
	case EXPRESSION_CASE:
	case EXPRESSION_COND:
	case EXPRESSION_OPERATOR:
	case EXPRESSION_FUNCTION:
	case EXPRESSION_RAISE:
	case EXPRESSION_POISON:
	case EXPRESSION_STRUCT:
	case EXPRESSION_SEQUENCE:
	case EXPRESSION_APPLY:
	case EXPRESSION_LOOP:
	case EXPRESSION_NEXT:
	case EXPRESSION_UNKEPT:
	case EXPRESSION_CLOSURE:
	case EXPRESSION_INVOKE:
		break;
	}
	return "this value";
}

const char *operation_name(const struct expression *expression)
{
	return expression->operation.function ? expression->operation.function
					      : expression->operation.operator->elixir;
}

struct span operand_span(const struct expression *operand, const struct expression *whole)
{
	operand = operand_given(operand);
	return operand->span.column ? operand->span : whole->span;
}

static void never_integer(struct infer *infer, const struct expression *operand,
			  const struct type *type, const char *use)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	bool is_nil = type_is_only_atom(type, ATOM_NIL);
	struct diagnostic *diagnostic;

	diagnostic = error_at(diagnostics, operand_span(operand, operand),
			      is_nil ? CODE_NIL_OPERAND : CODE_BAD_OPERAND,
			      "%s is %s here, and %s needs an integer",
			      operand_text(infer, operand),
			      type_text(infer->compile, &infer->typed_unit->atoms, type), use);
	if (is_nil)
		diagnostic_hint(diagnostics, diagnostic, "use it where it is not nil");
}

bool may_be_no_integer(struct infer *infer, const struct expression *operand,
		       const struct type *type, const char *use)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;
	const char *text;

	if (type->is_poison || type_is_integer(type) || type_is_none(type))
		return false;
	if (type->integer == INTEGER_NONE) {
		if (!infer->in_guard)
			never_integer(infer, operand, type, use);
		return true;
	}
	if (infer->in_guard)
		return true;
	operand = operand_given(operand);
	text = operand_text(infer, operand);
	if (type_has_atom(type, ATOM_NIL)) {
		diagnostic = strict_at(diagnostics, operand->span, CODE_NIL_OPERAND,
				       "%s may be nil here, and %s needs an integer", text, use);
		if (operand->kind == EXPRESSION_VARIABLE && !operand->variable->scope)
			diagnostic_hint(diagnostics, diagnostic,
					"give it a default, `(%s || 0)`, or match nil first",
					operand->variable->name);
		else
			diagnostic_hint(diagnostics, diagnostic,
					"give it a default with `|| 0`, or match nil first");
	} else {
		diagnostic = strict_at(diagnostics, operand->span, CODE_BAD_OPERAND,
				       "%s is %s here, and %s needs an integer", text,
				       type_text(infer->compile, &infer->typed_unit->atoms, type),
				       use);
		diagnostic_hint(diagnostics, diagnostic, "match the other cases first");
	}
	return true;
}

bool hint_of_address(struct infer *infer, struct diagnostic *diagnostic,
		     const struct expression *operand, bool is_text)
{
	const char *hint = is_text ? address_text_hint(infer->compile, infer->instance, operand)
				   : address_struct_hint(infer->compile, infer->instance, operand);

	if (hint)
		diagnostic_hint(&infer->compile->diagnostics, diagnostic, "%s", hint);
	return hint;
}
