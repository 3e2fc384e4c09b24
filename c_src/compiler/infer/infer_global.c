/* SPDX-License-Identifier: Apache-2.0 */
/* Variables of `defvar`: what reading one gives, what one can be set to. */
#include "compiler/infer/infer_internal.h"
#include "compiler/unit/global.h"
#include "compiler/unit/memory_type.h"

static const char *use_of(struct infer *infer, const struct global *global)
{
	return arena_print(infer->compile->arena, "variable `%s`", global->name);
}

static bool refuse_own_change(struct infer *infer, const struct expression *expression)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	const char *name = expression->global.global->name;
	struct diagnostic *diagnostic =
		error_at(diagnostics, expression->span, CODE_UNSUPPORTED,
			 "what is added to variable `%s` changes variables itself, and the kernel "
			 "adds in one step to what is there then",
			 name);

	diagnostic_hint(diagnostics, diagnostic,
			"compute it before: `n = ...`, then `Honey.Var.update(:%s, &(&1 + n))`",
			name);
	return false;
}

/* False after a diagnostic. */
static bool infer_amount(struct infer *infer, const struct expression *expression)
{
	const struct expression *amount = expression->global.value;
	bool changed_before = infer->instance->changes_variables, changes;
	struct type type;

	infer->instance->changes_variables = false;
	type = infer_expression(infer, amount);
	changes = infer->instance->changes_variables;
	infer->instance->changes_variables = changed_before || changes;
	if (type.is_poison)
		return false;
	if (changes)
		return refuse_own_change(infer, expression);
	if (may_be_no_integer(infer, amount, &type, use_of(infer, expression->global.global)))
		mark_raise(infer, expression, RAISES_RIGHT);
	return type.integer != INTEGER_NONE || type_is_none(&type);
}

struct type infer_global(struct infer *infer, const struct expression *expression)
{
	const struct global *global = expression->global.global;
	const struct expression *value = expression->global.value;
	bool is_right = false;

	switch (expression->global.use) {
	case GLOBAL_READ:
		return infer_element(infer, expression, global->type);
	case GLOBAL_WRITE:
		is_right = infer_into_memory(infer, expression, value, global->type,
					     use_of(infer, global));
		break;
	case GLOBAL_ADD:
	case GLOBAL_SUBTRACT:
		is_right = infer_amount(infer, expression);
		break;
	}
	infer->instance->changes_variables = true;
	if (!is_right)
		return type_poison();
	return type_is_none(&typed_of(infer, value)->type) ? type_none()
							   : type_atom(infer->compile, ATOM_OK);
}
