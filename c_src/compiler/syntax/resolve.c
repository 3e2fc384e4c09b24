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

/* The depth of the tree was bounded by desugar. */
static void resolve_expression(void *context, struct expression *expression)
{
	expression_visit_children(expression, resolve_expression, context);
	if (expression->kind == EXPRESSION_CALL)
		resolve_call(context, expression);
}

static void resolve_function(struct resolve *resolve, struct function *function)
{
	resolve->function = function;
	resolve->compile->diagnostics.origin = function->origin;
	clauses_visit_children(function->first_clause, resolve_expression, resolve);
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
