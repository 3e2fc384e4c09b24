/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A comparison, a condition or a clause whose outcome is decided by what the kernel gives: a pid
 * that is never below 0, a status that is compared with C's 0, an integer as a condition.
 *
 * Only that is worth a warning. What literals and module attributes decide was written as a switch;
 * what an `if` around has told is repeated for safety; what a caller passes is the caller's.
 * So both sides must be literals or be computed from what comes out of helpers and memory
 * (a *source*), at least one of them must, and nothing between may have narrowed it; but what never
 * was among a variable's values, such as an enum's atom with a slip of the fingers, was not narrowed
 * away. All instances of the function must agree. Code of macros has no columns, and is left alone.
 */
#include "compiler/infer/decided.h"

#include "compiler/infer/data_pattern.h"
#include "compiler/infer/decided_internal.h"
#include "compiler/infer/misfit.h"

/* Neither nil nor false has come to the condition, of which nothing has taken them away. */
static bool is_never_falsy(struct decided *decided, const struct instance *instance,
			   const struct expression *subject)
{
	const struct type *type = type_of(decided, subject);

	begin_source(decided, instance, false);
	return is_source(decided, subject) && decided->comes_from_kernel &&
	       !decided->comes_from_lookup && !type_can_be_falsy(type) && !type->is_poison;
}

static bool never_fits(struct decided *decided, const struct instance *instance,
		       const struct expression *subject, const struct pattern *pattern)
{
	begin_source(decided, instance, true);
	return is_source(decided, subject) && decided->comes_from_kernel &&
	       !pattern_can_match(decided->compile, &decided->typed_unit->atoms, pattern,
				  bound_type(decided, subject));
}

/* By its pattern, or by a test in its guard. */
static bool clause_never_fits(struct decided *decided, const struct instance *instance,
			      const struct expression *subject, const struct clause *clause)
{
	return never_fits(decided, instance, subject, clause->patterns[0]) ||
	       pattern_is_of_other_kind(decided, instance, subject, clause->patterns[0]) ||
	       failing_test(decided, instance, subject, clause);
}

/* In every instance that comes to the case, its subject is a source that the pattern cannot fit. */
static const struct instance *unmatched_in(struct decided *decided, const struct function *function,
					   const struct expression *cases,
					   const struct clause *clause)
{
	const struct expression *subject = cases->cases.subject;
	const struct instance *found = NULL;

	for (const struct instance *i = function->instances; i; i = i->next_of_function) {
		if (type_is_none(&i->typed[subject->number].type))
			continue;
		decided->instance = i;
		if (clause->patterns[0]->kind == PATTERN_FALSY
			    ? !is_never_falsy(decided, i, subject)
			    : !clause_never_fits(decided, i, subject, clause))
			return NULL;
		found = i;
	}
	return found;
}

static void warn_of_condition(struct decided *decided, const struct expression *subject)
{
	struct diagnostics *diagnostics = &decided->compile->diagnostics;
	const struct type *type = type_of(decided, subject);
	struct diagnostic *diagnostic = warn_at(
		diagnostics, subject->span, CODE_ALWAYS_SAME,
		"this condition always holds: it is %s, and only nil and false are not true",
		value_text(decided, type));

	if (is_status(type))
		diagnostic_hint(diagnostics, diagnostic, "compare it: `status == :ok`");
	else
		diagnostic_hint(diagnostics, diagnostic,
				"0 is true in Elixir; compare it: `value != 0`");
}

/* The field that is of another kind, or how the text is read whose address was matched. */
static const char *clause_hint(struct decided *decided, const struct expression *subject,
			       const struct clause *clause, const struct pattern *pattern)
{
	const char *hint = NULL;

	if (subject && pattern_is_of_other_kind(decided, decided->instance, subject, pattern) &&
	    decided->odd_field)
		return decided->odd_field;
	if (subject && (pattern->kind == PATTERN_BINARY ||
			failing_test(decided, decided->instance, subject, clause)))
		hint = kind_hint(decided, subject, NULL);
	return hint ? hint : "leave it out, or match what the value can be";
}

/* `subject` is NULL for an argument of a function. */
static void warn_of_clause(struct decided *decided, const struct expression *subject,
			   const struct type *type, const struct clause *clause,
			   const struct pattern *pattern)
{
	struct diagnostics *diagnostics = &decided->compile->diagnostics;
	struct misfit misfit =
		pattern_misfit(decided->compile, &decided->typed_unit->atoms, pattern, type);
	struct diagnostic *diagnostic =
		warn_at(diagnostics, pattern->span.column ? pattern->span : clause->span,
			CODE_NEVER_MATCHES, "this clause never matches: the value is %s",
			value_text(decided, type));

	diagnostic_hint(diagnostics, diagnostic, "%s",
			misfit.hint ? misfit.hint : clause_hint(decided, subject, clause, pattern));
}

static void check_case(struct decided *decided, const struct function *function,
		       const struct expression *cases)
{
	const struct expression *subject = cases->cases.subject;

	for (const struct clause *c = cases->cases.clauses; c; c = c->next) {
		const struct pattern *pattern = c->pattern_count == 1 ? c->patterns[0] : NULL;
		bool is_falsy = pattern && pattern->kind == PATTERN_FALSY;

		if (!pattern ||
		    (is_falsy ? !subject->span.column : c->is_generated || !c->span.column))
			continue;
		decided->instance = unmatched_in(decided, function, cases, c);
		if (!decided->instance)
			continue;
		if (is_falsy)
			warn_of_condition(decided, subject);
		else
			warn_of_clause(decided, subject, bound_type(decided, subject), c, pattern);
	}
}

/* What callers pass is theirs, but a slip of the fingers in what a record has is the function's. */
static void check_argument(struct decided *decided, const struct function *function,
			   const struct clause *clause, size_t n)
{
	struct atom_table *atoms = &decided->typed_unit->atoms;
	const struct pattern *pattern = clause->patterns[n];
	const struct type *type = NULL;
	struct misfit misfit;

	for (const struct instance *i = function->instances; i; i = i->next_of_function) {
		type = &i->arguments[n];
		if (pattern_can_match(decided->compile, atoms, pattern, type))
			return;
		misfit = pattern_misfit(decided->compile, atoms, pattern, type);
		if (!misfit.hint || !misfit.is_of_record)
			return;
		decided->instance = i;
	}
	if (type)
		warn_of_clause(decided, NULL, type, clause, pattern);
}

static void check_clauses(struct decided *decided, const struct function *function)
{
	for (const struct clause *c = function->first_clause; c; c = c->next) {
		for (size_t n = 0; n < c->pattern_count; n++)
			check_argument(decided, function, c, n);
	}
}

/* ---------------------------------------------------------------------------------------------- */

/* A call of itself has become the next turn of a loop. */
static void check_expression(struct decided *decided, const struct function *function,
			     const struct expression *expression)
{
	if (expression->kind == EXPRESSION_CASE)
		check_case(decided, function, expression);
	else if (expression->kind == EXPRESSION_CALL)
		decided_check_call(decided, function, expression);
	else if (expression->kind == EXPRESSION_OPERATOR)
		decided_check_comparison(decided, function, expression);
}

static void check_function(struct decided *decided, const struct function *function)
{
	decided->compile->diagnostics.origin = function->origin;
	check_clauses(decided, function);
	for (const struct checked *c = function->checked; c; c = c->next)
		check_expression(decided, function, c->expression);
}

void decided_check(struct compile *compile, struct typed_unit *typed_unit)
{
	struct decided decided = { .compile = compile, .typed_unit = typed_unit };
	struct unit *unit = typed_unit->unit;

	for (size_t i = 0; i < unit->function_count; i++)
		check_function(&decided, &unit->functions[i]);
	for (const struct function *f = unit->anonymous; f; f = f->next_anonymous)
		check_function(&decided, f);
}
