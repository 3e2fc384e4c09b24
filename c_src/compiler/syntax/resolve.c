/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/syntax/resolve.h"

#include "compiler/syntax/recursion.h"
#include "compiler/syntax/scope.h"
#include "compiler/syntax/section.h"
#include "compiler/syntax/syntax.h"
#include "compiler/syntax/unknown_function.h"
#include "compiler/unit/global.h"
#include "compiler/unit/unit.h"

#include <string.h>

struct resolve {
	struct compile *compile;
	struct unit *unit;
	const struct function *function;
};

static void resolve_expression(struct resolve *resolve, struct expression *expression);

static void private_function(struct resolve *resolve, const struct expression *call)
{
	struct diagnostics *diagnostics = &resolve->compile->diagnostics;
	const struct function *function = call->call.function;
	struct diagnostic *diagnostic = error_at(diagnostics, call->span, CODE_UNKNOWN_FUNCTION,
						 "`%s` is private",
						 function_text(resolve->compile, function));

	diagnostic_hint(diagnostics, diagnostic, "write `def %s` in `%s`", function->name,
			module_text(function->module->name));
}

/* The variable that a call without arguments reads; NULL for none. */
static const struct global *called_global(struct resolve *resolve, const struct expression *call,
					  const struct module *module)
{
	const struct global *global = unit_find_global(resolve->unit, call->call.name);

	return global && global->module == module && !call->call.count ? global : NULL;
}

static void resolve_call(struct resolve *resolve, struct expression *call)
{
	const struct global *global;
	const struct module *own = resolve->function->module;
	const struct module *module = call->call.module ? call->call.module : own;

	global = called_global(resolve, call, module);
	if (global) {
		call->kind = EXPRESSION_GLOBAL;
		call->global.global = global;
		call->global.use = GLOBAL_READ;
		call->global.value = NULL;
		return;
	}
	call->call.function =
		unit_find_function(resolve->unit, module, call->call.name, (int)call->call.count);
	if (call->call.function && (module == own || !call->call.function->is_private))
		return;
	if (call->call.function)
		private_function(resolve, call);
	else
		unknown_function(resolve->compile, resolve->unit, resolve->function, call, module);
	call->kind = EXPRESSION_POISON;
}

static void resolve_all(struct resolve *resolve, struct expression **items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		resolve_expression(resolve, items[i]);
}

static void resolve_clauses(struct resolve *resolve, struct clause *clause)
{
	for (; clause; clause = clause->next) {
		resolve_all(resolve, clause->guards, clause->guard_count);
		resolve_expression(resolve, clause->body);
	}
}

static void resolve_loop(struct resolve *resolve, struct loop *loop)
{
	resolve_expression(resolve, loop->source);
	for (size_t i = 0; i < loop->state_count; i++)
		resolve_expression(resolve, loop->states[i].initial);
	resolve_expression(resolve, loop->body);
	resolve_expression(resolve, loop->otherwise);
}

/* The depth of the tree was bounded by desugar. */
static void resolve_expression(struct resolve *resolve, struct expression *expression)
{
	switch (expression->kind) {
	case EXPRESSION_INTEGER:
	case EXPRESSION_ATOM:
	case EXPRESSION_STRING:
	case EXPRESSION_VARIABLE:
	case EXPRESSION_RAISE:
	case EXPRESSION_POISON:
	case EXPRESSION_UNKEPT:
	case EXPRESSION_CLOSURE:
		break;
	case EXPRESSION_BINARY:
		resolve_all(resolve, expression->binary.inner, expression->binary.inner_count);
		break;
	case EXPRESSION_BLOCK:
		resolve_all(resolve, expression->sequence.items, expression->sequence.count);
		break;
	case EXPRESSION_DATA:
		resolve_all(resolve, expression->data.items, expression->data.count);
		if (expression->data.base)
			resolve_expression(resolve, expression->data.base);
		break;
	case EXPRESSION_MATCH:
		resolve_expression(resolve, expression->match.value);
		break;
	case EXPRESSION_CASE:
		resolve_expression(resolve, expression->cases.subject);
		resolve_clauses(resolve, expression->cases.clauses);
		break;
	case EXPRESSION_COND:
		resolve_clauses(resolve, expression->cases.clauses);
		break;
	case EXPRESSION_OPERATOR:
		resolve_expression(resolve, expression->operation.left);
		if (expression->operation.right)
			resolve_expression(resolve, expression->operation.right);
		break;
	case EXPRESSION_FIELD:
		resolve_expression(resolve, expression->field.object);
		break;
	case EXPRESSION_CALL:
		resolve_all(resolve, expression->call.arguments, expression->call.count);
		resolve_call(resolve, expression);
		break;
	case EXPRESSION_FUNCTION:
		resolve_all(resolve, expression->function.arguments, expression->function.count);
		break;
	case EXPRESSION_HELPER:
		resolve_all(resolve, expression->helper.arguments, expression->helper.count);
		break;
	case EXPRESSION_STRUCT:
		if (expression->record.base)
			resolve_expression(resolve, expression->record.base);
		for (size_t i = 0; i < expression->record.count; i++)
			resolve_expression(resolve, expression->record.fields[i].value);
		break;
	case EXPRESSION_SEQUENCE:
		resolve_all(resolve, expression->sequence_call.arguments,
			    expression->sequence_call.count);
		break;
	case EXPRESSION_APPLY:
		resolve_all(resolve, expression->apply.arguments, expression->apply.count);
		resolve_clauses(resolve, expression->apply.clauses);
		break;
	case EXPRESSION_LOOP:
		resolve_loop(resolve, expression->loop);
		break;
	case EXPRESSION_NEXT:
		resolve_all(resolve, expression->next.states, expression->next.loop->state_count);
		break;
	case EXPRESSION_INVOKE:
		resolve_expression(resolve, expression->invoke.function);
		resolve_all(resolve, expression->invoke.arguments, expression->invoke.count);
		break;
	case EXPRESSION_GLOBAL:
		if (expression->global.value)
			resolve_expression(resolve, expression->global.value);
		break;
	}
}

static void resolve_function(struct resolve *resolve, struct function *function)
{
	resolve->function = function;
	resolve->compile->diagnostics.origin = function->origin;
	resolve_clauses(resolve, function->first_clause);
	scope_check(resolve->compile, function);
	if (function->program)
		section_resolve(resolve->compile, resolve->unit, function);
}

void resolve(struct compile *compile, struct unit *unit)
{
	struct resolve state = { .compile = compile, .unit = unit };

	for (size_t i = 0; i < unit->function_count; i++)
		resolve_function(&state, &unit->functions[i]);
	for (struct function *f = unit->anonymous; f; f = f->next_anonymous)
		resolve_function(&state, f);
	recursion_find(compile, unit);
}
