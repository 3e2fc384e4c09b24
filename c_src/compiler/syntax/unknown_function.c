/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/syntax/unknown_function.h"

#include "compiler/core/suggest.h"
#include "compiler/syntax/unknown_helper.h"
#include "compiler/table/c_name.h"
#include "compiler/table/tables.h"

#include <stdlib.h>
#include <string.h>

struct unknown {
	struct compile *compile;
	const struct unit *unit;
	const struct function *caller;
	const struct expression *call;
	const struct module *module; /* whose function it would be */
	const char **names;	     /* of the functions that the call could mean */
	int *arities;
	size_t count;
};

static void add(struct unknown *unknown, const char *name, int arity)
{
	if (!name)
		return;
	unknown->names[unknown->count] = name;
	unknown->arities[unknown->count++] = arity;
}

/* The module's functions: `names` has those, too, that nothing in the unit reaches. */
static void collect(struct unknown *unknown)
{
	const struct term *names = unknown->module->names;
	size_t most = unknown->unit->function_count + term_count(names);

	unknown->names = ARENA_ARRAY(unknown->compile->arena, const char *, most);
	unknown->arities = ARENA_ARRAY(unknown->compile->arena, int, most);
	for (size_t i = 0; i < term_count(names); i++) {
		const struct term *function = term_item(names, i);

		add(unknown, term_name(term_item(function, 0)),
		    term_number(term_item(function, 1), 0));
	}
	for (size_t i = 0; i < unknown->unit->function_count; i++) {
		const struct function *function = &unknown->unit->functions[i];

		if (function->module == unknown->module &&
		    !(function->is_private && unknown->module != unknown->caller->module))
			add(unknown, function->name, function->arity);
	}
}

/* "`bump/1`", of those of the name the one whose arity is nearest to the call's. */
static const char *function_named(const struct unknown *unknown, const char *name)
{
	int wanted = (int)unknown->call->call.count, best = -1;

	for (size_t i = 0; i < unknown->count; i++) {
		int arity = unknown->arities[i];

		if (strcmp(unknown->names[i], name) == 0 &&
		    (best < 0 || abs(arity - wanted) < abs(best - wanted)))
			best = arity;
	}
	return best < 0 ? NULL : arena_print(unknown->compile->arena, "`%s/%d`", name, best);
}

static const char *hint_of_import(const struct unknown *unknown, const char *name)
{
	struct arena *arena = unknown->compile->arena;
	const char *nearest = unknown->call->call.count ? NULL : xdp_answer_suggest(arena, name);

	if (nearest)
		return arena_print(arena, "write `import Honey.XDP`, and `%s()`", nearest);
	nearest = helper_suggest(arena, name);
	return nearest ? arena_print(arena, "did you mean the helper `%s`?", nearest) : NULL;
}

static const char *hint_of(struct unknown *unknown)
{
	struct arena *arena = unknown->compile->arena;
	bool is_local = unknown->module == unknown->caller->module;
	const char *name = unknown->call->call.name;
	const char *text, *nearest;

	if (is_local && helper_find(name, -1))
		return arena_print(arena,
				   "write `import Honey.BpfHelpers`, or `Honey.BpfHelpers.%s(...)`",
				   name);
	collect(unknown);
	text = function_named(unknown, name);
	if (text)
		return arena_print(arena, "there is %s", text);
	nearest = suggest_name(arena, name, unknown->names, unknown->count);
	if (nearest)
		return arena_print(arena, "did you mean %s?", function_named(unknown, nearest));
	if (!is_local)
		return NULL;
	return c_name_hint(name) ? c_name_hint(name) : hint_of_import(unknown, name);
}

void unknown_function(struct compile *compile, const struct unit *unit,
		      const struct function *caller, const struct expression *call,
		      const struct module *module)
{
	struct unknown unknown = { compile, unit, caller, call, module, NULL, NULL, 0 };
	struct diagnostics *diagnostics = &compile->diagnostics;
	bool is_local = module == caller->module;
	const struct helper *helper = is_local ? helper_find(call->call.name, -1) : NULL;
	struct diagnostic *diagnostic;
	const char *hint;

	if (helper && helper_refused(compile, helper, call->span))
		return;
	if (helper && helper_arity(helper) != call->call.count) {
		helper_miscounted(compile, helper, call->call.count, call->span);
		return;
	}
	diagnostic =
		error_at(diagnostics, call->span, CODE_UNKNOWN_FUNCTION,
			 "`%s/%zu` is not a function of %s", call->call.name, call->call.count,
			 is_local ? "this module"
				  : arena_print(compile->arena, "`%s`", module_text(module->name)));
	hint = hint_of(&unknown);
	if (hint)
		diagnostic_hint(diagnostics, diagnostic, "%s", hint);
}
