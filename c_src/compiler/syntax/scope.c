/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/syntax/scope.h"

#include "compiler/syntax/syntax.h"
#include "compiler/unit/unit.h"

/* The variable that `inner` hides: the latest of its name whose scope encloses that of `inner`. */
static const struct variable *find_outer(const struct function *function,
					 const struct variable *inner)
{
	const struct variable *found = NULL;

	for (const struct variable *v = function->variables; v; v = v->next) {
		if (v->name == inner->name && !v->scope && v->bound_at < inner->bound_at &&
		    v->scope_ends_at > inner->scope_ends_at &&
		    (!found || v->bound_at > found->bound_at))
			found = v;
	}
	return found;
}

/* The first time that the outer variable is read after the inner one's scope has ended. */
static const struct reading *find_stale_reading(const struct variable *outer,
						const struct variable *inner)
{
	const struct reading *first = NULL;

	for (const struct reading *r = outer->readings; r; r = r->next) {
		if (r->at > inner->scope_ends_at)
			first = r;
	}
	return first;
}

static void warn(struct compile *compile, const struct variable *inner,
		 const struct variable *outer, const struct reading *stale)
{
	struct diagnostics *diagnostics = &compile->diagnostics;
	const struct expression *value = outer->value;
	struct diagnostic *diagnostic;
	const char *still;

	if (value && value->kind == EXPRESSION_INTEGER)
		still = arena_print(compile->arena, "%s%llu", value->integer.is_negative ? "-" : "",
				    (unsigned long long)value->integer.magnitude);
	else
		still = arena_print(compile->arena, "what line %d bound", outer->span.line);
	diagnostic = warn_at(diagnostics, inner->span, CODE_REBOUND_INSIDE,
			     "`%s` on line %d is a new variable; the `%s` read on line %d is still "
			     "%s",
			     inner->name, inner->span.line, inner->name, stale->span.line, still);
	diagnostic_note(diagnostics, diagnostic, stale->span.line,
			"here `%s` is read: it is the variable of line %d", inner->name,
			outer->span.line);
	if (inner->loop_depth > outer->loop_depth)
		diagnostic_hint(diagnostics, diagnostic,
				"a turn hands nothing on but by `reduce`: `%s = for i <- 1..9, "
				"reduce: %s do %s -> ... end`",
				inner->name, inner->name, inner->name);
	else
		diagnostic_hint(diagnostics, diagnostic,
				"bind the result: `%s = if ... do ... else ... end`", inner->name);
}

/* A list that is kept has a copy of the loop's body for each element: the last one tells. */
static bool is_copied_later(const struct function *function, const struct variable *inner)
{
	for (const struct variable *v = function->variables; v; v = v->next) {
		if (v->name == inner->name && v->bound_at > inner->bound_at &&
		    v->span.line == inner->span.line && v->span.column == inner->span.column)
			return true;
	}
	return false;
}

void scope_check(struct compile *compile, struct function *function)
{
	for (const struct variable *inner = function->variables; inner; inner = inner->next) {
		const struct variable *outer;
		const struct reading *stale;

		if (inner->readings || inner->scope || inner->name[0] == '_')
			continue;
		outer = find_outer(function, inner);
		stale = outer ? find_stale_reading(outer, inner) : NULL;
		if (stale && !is_copied_later(function, inner))
			warn(compile, inner, outer, stale);
	}
}
