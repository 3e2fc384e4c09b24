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

#include "base/buffer.h"
#include "compiler/infer/data_pattern.h"
#include "compiler/infer/misfit.h"

#include <string.h>

/* Expressions looked at for one comparison: variables that are made of variables are many. */
#define MOST_LOOKED_AT 64

struct decided {
	struct compile *compile;
	struct typed_unit *typed_unit;
	const struct instance *instance;
	int looked_at;
	bool comes_from_kernel; /* some part of what was looked at */
	bool comes_from_lookup; /* the value itself */
	bool may_be_narrowed;	/* a variable that was is a source, too */
};

static const struct type *type_of(const struct decided *decided,
				  const struct expression *expression)
{
	return &decided->instance->typed[expression->number].type;
}

/* A variable's before anything narrowed it. */
static const struct type *bound_type(const struct decided *decided,
				     const struct expression *expression)
{
	return expression->kind == EXPRESSION_VARIABLE
		       ? &decided->instance->variables[expression->variable->number]
		       : type_of(decided, expression);
}

static bool is_source(struct decided *decided, const struct expression *expression);

static bool is_memory_field(const struct decided *decided, const struct expression *field)
{
	const struct type *object = type_of(decided, field->field.object);

	return object->context || object->memory;
}

/* A variable that was narrowed has another type than its value had. */
static bool is_source_variable(struct decided *decided, const struct expression *expression)
{
	const struct variable *variable = expression->variable;

	if (variable->scope ||
	    (!decided->may_be_narrowed &&
	     !type_equal(type_of(decided, expression), bound_type(decided, expression))))
		return false;
	if (variable->value)
		return is_source(decided, variable->value);
	if (!decided->instance->is_field[variable->number])
		return false;
	decided->comes_from_kernel = true;
	return true;
}

static bool is_source_operation(struct decided *decided, const struct expression *expression)
{
	bool is_right;

	if (expression->operation.operator->class != OPERATOR_ARITHMETIC ||
	    !is_source(decided, expression->operation.left))
		return false;
	is_right = !expression->operation.right || is_source(decided, expression->operation.right);
	decided->comes_from_lookup = false;
	return is_right;
}

static bool is_source(struct decided *decided, const struct expression *expression)
{
	if (++decided->looked_at > MOST_LOOKED_AT)
		return false;
	if (expression->kind == EXPRESSION_INTEGER || expression->kind == EXPRESSION_ATOM)
		return true;
	if (expression->kind == EXPRESSION_VARIABLE)
		return is_source_variable(decided, expression);
	if (expression->kind == EXPRESSION_OPERATOR)
		return is_source_operation(decided, expression);
	if (expression->kind == EXPRESSION_HELPER) {
		decided->comes_from_kernel = true;
		decided->comes_from_lookup |= expression->helper.helper->result ==
					      RESULT_VALUE_OR_NIL;
		return true;
	}
	if (expression->kind != EXPRESSION_FIELD || !is_memory_field(decided, expression))
		return false;
	decided->comes_from_kernel = true;
	return true;
}

static void begin(struct decided *decided, const struct instance *instance, bool may_be_narrowed)
{
	decided->instance = instance;
	decided->may_be_narrowed = may_be_narrowed;
	decided->looked_at = 0;
	decided->comes_from_kernel = false;
	decided->comes_from_lookup = false;
}

static void add_wide(struct buffer *text, wide value)
{
	if (value < 0)
		buffer_print(text, "-%llu", (unsigned long long)-value);
	else
		buffer_print(text, "%llu", (unsigned long long)value);
}

/* As type_text(), but the range of an integer that is nothing else. */
static const char *value_text(struct decided *decided, const struct type *type)
{
	struct buffer text;

	if (!type_is_integer(type))
		return type_text(decided->compile, &decided->typed_unit->atoms, type);
	buffer_init(&text, decided->compile->arena);
	if (type->range.low != type->range.high)
		buffer_add_text(&text, "an integer from ");
	add_wide(&text, type->range.low);
	if (type->range.low != type->range.high) {
		buffer_add_text(&text, " to ");
		add_wide(&text, type->range.high);
	}
	return text.text;
}

/* ----- comparisons ---------------------------------------------------------------------------- */

static bool is_nil(const struct expression *expression)
{
	return expression->kind == EXPRESSION_ATOM && strcmp(expression->atom, "nil") == 0;
}

/* Lookups are held against nil for safety, also in arrays, where every index has a value. */
static bool is_of_sources(struct decided *decided, const struct expression *comparison)
{
	const struct expression *left = comparison->operation.left;
	const struct expression *right = comparison->operation.right;

	return is_source(decided, left) && is_source(decided, right) &&
	       decided->comes_from_kernel &&
	       !(decided->comes_from_lookup && (is_nil(left) || is_nil(right)));
}

/* An atom that was never among the other side's values. */
static bool is_foreign_atom(struct decided *decided, const struct instance *instance,
			    const struct expression *left, const struct expression *right)
{
	struct pattern pattern = { .kind = PATTERN_ATOM };

	if (right->kind != EXPRESSION_ATOM)
		return false;
	pattern.atom = right->atom;
	begin(decided, instance, true);
	return is_source(decided, left) && decided->comes_from_kernel &&
	       !(decided->comes_from_lookup && is_nil(right)) &&
	       !pattern_can_match(decided->compile, &decided->typed_unit->atoms, &pattern,
				  bound_type(decided, left));
}

static bool is_foreign_comparison(struct decided *decided, const struct instance *instance,
				  const struct expression *comparison)
{
	return comparison->operation.operator->class == OPERATOR_EQUALITY &&
	       is_foreign_atom(decided, instance, comparison->operation.left,
			       comparison->operation.right);
}

/* What all instances that come to it make of it; NULL for nothing, or not the same. */
static const struct instance *decided_in(struct decided *decided, const struct function *function,
					 const struct expression *comparison)
{
	const struct instance *found = NULL;

	for (const struct instance *i = function->instances; i; i = i->next_of_function) {
		const struct type *type = &i->typed[comparison->number].type;

		if (type_is_none(type))
			continue;
		begin(decided, i, false);
		if (type->is_poison || !type_is_single_atom(type) ||
		    (found && !type_equal(type, &found->typed[comparison->number].type)) ||
		    (!is_of_sources(decided, comparison) &&
		     !is_foreign_comparison(decided, i, comparison)))
			return NULL;
		found = i;
	}
	return found;
}

static bool is_status(const struct type *type)
{
	return type->data_count && type_has_atom(type, ATOM_OK);
}

static void hint_of_comparison(struct decided *decided, struct diagnostic *diagnostic,
			       const struct expression *left, const struct expression *right)
{
	struct diagnostics *diagnostics = &decided->compile->diagnostics;
	struct pattern pattern = { .kind = PATTERN_ATOM };
	struct misfit misfit = { 0 };

	if (right->kind == EXPRESSION_ATOM) {
		pattern.atom = right->atom;
		misfit = pattern_misfit(decided->compile, &decided->typed_unit->atoms, &pattern,
					bound_type(decided, left));
	}
	if (misfit.hint)
		diagnostic_hint(diagnostics, diagnostic, "%s", misfit.hint);
	else if (is_status(type_of(decided, left)))
		diagnostic_hint(diagnostics, diagnostic,
				"where C has 0 or an error number, there is `:ok` or "
				"`{:error, reason}`: `status == :ok`");
	else
		diagnostic_hint(diagnostics, diagnostic,
				"leave it out, or compare with what the value can be");
}

/* What stands before `in`: a variable, or what Elixir has put into one of its own. */
static const struct expression *member_of(const struct expression *comparison)
{
	const struct expression *left = comparison->operation.left;
	bool is_elixirs = left->kind == EXPRESSION_VARIABLE && left->variable->scope;

	return is_elixirs ? left->variable->value : left;
}

static void warn_of_member(struct decided *decided, const struct expression *member,
			   const char *atom)
{
	struct pattern pattern = { .kind = PATTERN_ATOM, .atom = atom };
	const struct type *type = bound_type(decided, member);
	struct diagnostics *diagnostics = &decided->compile->diagnostics;
	struct misfit misfit =
		pattern_misfit(decided->compile, &decided->typed_unit->atoms, &pattern, type);

	if (misfit.hint)
		diagnostic_hint(diagnostics,
				warn_at(diagnostics, member->span, CODE_ALWAYS_SAME,
					"this value is never `:%s`, which the list of `in` has: it "
					"is %s",
					atom, value_text(decided, type)),
				"%s", misfit.hint);
}

/* `value in [:a, :b]`: one of its comparisons, of which only a slip of the fingers is told. */
static void check_membership(struct decided *decided, const struct function *function,
			     const struct expression *comparison)
{
	const struct expression *member = member_of(comparison);
	bool is_reached = false;

	if (!member || !member->span.column)
		return;
	for (const struct instance *i = function->instances; i; i = i->next_of_function) {
		if (type_is_none(&i->typed[comparison->number].type))
			continue;
		if (!is_foreign_atom(decided, i, member, comparison->operation.right))
			return;
		is_reached = true;
	}
	if (is_reached)
		warn_of_member(decided, member, comparison->operation.right->atom);
}

static void check_comparison(struct decided *decided, const struct function *function,
			     const struct expression *comparison)
{
	const struct expression *left = comparison->operation.left;
	const struct expression *right = comparison->operation.right;
	const struct instance *instance = decided_in(decided, function, comparison);
	bool is_true;

	if (!instance)
		return;
	decided->instance = instance;
	is_true = type_is_only_atom(type_of(decided, comparison), ATOM_TRUE);
	hint_of_comparison(
		decided,
		warn_at(&decided->compile->diagnostics, comparison->span, CODE_ALWAYS_SAME,
			"this `%s` is always %s: its left side is %s, its right side %s",
			comparison->operation.operator->elixir, is_true ? "true" : "false",
			value_text(decided, bound_type(decided, left)),
			value_text(decided, bound_type(decided, right))),
		left, right);
}

static void check_shift(struct decided *decided, const struct expression *shift)
{
	const struct expression *count = shift->operation.right;
	struct diagnostic *diagnostic;

	if (count->kind != EXPRESSION_INTEGER || count->integer.magnitude < 64)
		return;
	diagnostic = warn_at(&decided->compile->diagnostics, shift->span, CODE_ALWAYS_SAME,
			     "this shifts by %s%llu, and an integer has 64 bits",
			     count->integer.is_negative ? "-" : "",
			     (unsigned long long)count->integer.magnitude);
	diagnostic_hint(&decided->compile->diagnostics, diagnostic,
			"shift by less than 64: nothing of the value is left");
}

/* ----- conditions and clauses ----------------------------------------------------------------- */

/* Neither nil nor false has come to the condition, of which nothing has taken them away. */
static bool is_never_falsy(struct decided *decided, const struct instance *instance,
			   const struct expression *subject)
{
	const struct type *type = type_of(decided, subject);

	begin(decided, instance, false);
	return is_source(decided, subject) && decided->comes_from_kernel &&
	       !decided->comes_from_lookup && !type_can_be_falsy(type) && !type->is_poison;
}

static bool never_fits(struct decided *decided, const struct instance *instance,
		       const struct expression *subject, const struct pattern *pattern)
{
	begin(decided, instance, true);
	return is_source(decided, subject) && decided->comes_from_kernel &&
	       !pattern_can_match(decided->compile, &decided->typed_unit->atoms, pattern,
				  bound_type(decided, subject));
}

/* In every instance that comes to the case, its subject is a source that the pattern cannot fit. */
static const struct instance *unmatched_in(struct decided *decided, const struct function *function,
					   const struct expression *cases,
					   const struct pattern *pattern)
{
	const struct expression *subject = cases->cases.subject;
	const struct instance *found = NULL;

	for (const struct instance *i = function->instances; i; i = i->next_of_function) {
		if (type_is_none(&i->typed[subject->number].type))
			continue;
		decided->instance = i;
		if (pattern->kind == PATTERN_FALSY ? !is_never_falsy(decided, i, subject)
						   : !never_fits(decided, i, subject, pattern))
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

static void warn_of_clause(struct decided *decided, const struct type *type,
			   const struct clause *clause, const struct pattern *pattern)
{
	struct diagnostics *diagnostics = &decided->compile->diagnostics;
	struct misfit misfit =
		pattern_misfit(decided->compile, &decided->typed_unit->atoms, pattern, type);
	struct diagnostic *diagnostic =
		warn_at(diagnostics, pattern->span.column ? pattern->span : clause->span,
			CODE_NEVER_MATCHES, "this clause never matches: the value is %s",
			value_text(decided, type));

	diagnostic_hint(diagnostics, diagnostic, "%s",
			misfit.hint ? misfit.hint : "leave it out, or match what the value can be");
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
		decided->instance = unmatched_in(decided, function, cases, pattern);
		if (!decided->instance)
			continue;
		if (is_falsy)
			warn_of_condition(decided, subject);
		else
			warn_of_clause(decided, bound_type(decided, subject), c, pattern);
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
		warn_of_clause(decided, type, clause, pattern);
}

static void check_clauses(struct decided *decided, const struct function *function)
{
	for (const struct clause *c = function->first_clause; c; c = c->next) {
		for (size_t n = 0; n < c->pattern_count; n++)
			check_argument(decided, function, c, n);
	}
}

/* The callee, where none of its clauses can take what this call gives it; else NULL. */
static const struct instance *untaken(const struct instance *instance,
				      const struct expression *call)
{
	const struct instance *callee = instance->typed[call->number].callee;

	if (!callee || !callee->no_clause_may_match)
		return NULL;
	for (const struct clause *c = callee->function->first_clause; c; c = c->next) {
		if (!callee->clauses[c->number].is_dead)
			return NULL;
	}
	return callee;
}

/* "`{:c, 1}` and `2`" */
static const char *given_text(struct decided *decided, const struct instance *callee, size_t count)
{
	struct buffer text;

	buffer_init(&text, decided->compile->arena);
	for (size_t i = 0; i < count; i++)
		buffer_print(&text, "%s%s", i ? (i + 1 < count ? ", " : " and ") : "",
			     value_text(decided, &callee->arguments[i]));
	return text.text;
}

/* Where all instances that come to the call agree. */
static void check_call(struct decided *decided, const struct function *function,
		       const struct expression *call)
{
	struct diagnostics *diagnostics = &decided->compile->diagnostics;
	const struct instance *callee = NULL;

	for (const struct instance *i = function->instances; i; i = i->next_of_function) {
		if (!i->typed[call->number].callee)
			continue;
		callee = untaken(i, call);
		if (!callee)
			return;
	}
	if (callee && call->call.count)
		diagnostic_hint(diagnostics,
				warn_at(diagnostics, call->span, CODE_NEVER_MATCHES,
					"no clause of `%s` takes %s: this call always raises",
					function_text(decided->compile, callee->function),
					given_text(decided, callee, call->call.count)),
				"add a clause for it, or give what one takes");
}

/* ---------------------------------------------------------------------------------------------- */

static void check_operation(struct decided *decided, const struct function *function,
			    const struct expression *operation)
{
	if (operation->operation.operator->class == OPERATOR_ARITHMETIC)
		check_shift(decided, operation);
	else if (!operation->span.column)
		check_membership(decided, function, operation);
	else
		check_comparison(decided, function, operation);
}

/* A call of itself has become the next turn of a loop. */
static void check_expression(struct decided *decided, const struct function *function,
			     const struct expression *expression)
{
	if (expression->kind == EXPRESSION_CASE)
		check_case(decided, function, expression);
	else if (expression->kind == EXPRESSION_CALL)
		check_call(decided, function, expression);
	else if (expression->kind == EXPRESSION_OPERATOR)
		check_operation(decided, function, expression);
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
