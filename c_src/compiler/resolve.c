/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/resolve.h"

#include "compiler/recursion.h"
#include "compiler/scope.h"
#include "compiler/section.h"
#include "compiler/suggest.h"
#include "compiler/syntax.h"
#include "compiler/unit.h"

#include <string.h>

struct resolve {
	struct compile *compile;
	struct unit *unit;
};

static void resolve_expression(struct resolve *resolve, struct expression *expression);

static void unknown_function(struct resolve *resolve, const struct expression *call)
{
	struct diagnostics *diagnostics = &resolve->compile->diagnostics;
	size_t count = resolve->unit->function_count;
	const char **names = ARENA_ARRAY(resolve->compile->arena, const char *, count);
	struct diagnostic *diagnostic;
	const char *nearest;

	for (size_t i = 0; i < count; i++)
		names[i] = resolve->unit->functions[i].name;
	diagnostic = error_at(diagnostics, call->span, CODE_UNKNOWN_FUNCTION,
			      "`%s/%zu` is not a function of this module", call->call.name,
			      call->call.count);
	nearest = suggest_name(resolve->compile->arena, call->call.name, names, count);
	if (helper_find(call->call.name, -1))
		diagnostic_hint(diagnostics, diagnostic,
				"write `import Honey.BpfHelpers`, or `Honey.BpfHelpers.%s(...)`",
				call->call.name);
	else if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `%s`?", nearest);
}

static void resolve_call(struct resolve *resolve, struct expression *call)
{
	call->call.function =
		unit_find_function(resolve->unit, call->call.name, (int)call->call.count);
	if (call->call.function)
		return;
	unknown_function(resolve, call);
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
	resolve_expression(resolve, loop->first);
	resolve_expression(resolve, loop->last);
	if (loop->step)
		resolve_expression(resolve, loop->step);
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
	}
}

void resolve(struct compile *compile, struct unit *unit)
{
	struct resolve state = { .compile = compile, .unit = unit };

	for (size_t i = 0; i < unit->function_count; i++) {
		struct function *function = &unit->functions[i];

		resolve_clauses(&state, function->first_clause);
		scope_check(compile, function);
		if (function->program)
			section_resolve(compile, unit, function);
	}
	recursion_find(compile, unit);
}
