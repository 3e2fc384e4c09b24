/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A comparison, a condition or a clause whose outcome is decided by what the kernel gives: a pid
 * that is never below 0, a status that is compared with C's 0, an integer as a condition.
 *
 * Only that is worth a warning. What literals and module attributes decide was written as a switch;
 * what an `if` around has told is repeated for safety; what a caller passes is the caller's.
 * So both sides must be literals or be computed from what comes out of helpers and memory
 * (a *source*), at least one of them must, and nothing between may have narrowed it. All instances
 * of the function must agree. Code of macros has no columns, and is left alone.
 */
#include "compiler/infer/decided.h"

#include "base/buffer.h"
#include "compiler/core/suggest.h"

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
};

static const struct type *type_of(const struct decided *decided,
				  const struct expression *expression)
{
	return &decided->instance->typed[expression->number].type;
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

	return !variable->scope && variable->value &&
	       type_equal(type_of(decided, expression), type_of(decided, variable->value)) &&
	       is_source(decided, variable->value);
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

static void begin(struct decided *decided, const struct instance *instance)
{
	decided->instance = instance;
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

/* What all instances that come to it make of it; NULL for nothing, or not the same. */
static const struct instance *decided_in(struct decided *decided, const struct function *function,
					 const struct expression *comparison)
{
	const struct instance *found = NULL;

	for (const struct instance *i = function->instances; i; i = i->next_of_function) {
		const struct type *type = &i->typed[comparison->number].type;

		if (type_is_none(type))
			continue;
		begin(decided, i);
		if (type->is_poison || !type_is_single_atom(type) ||
		    (found && !type_equal(type, &found->typed[comparison->number].type)) ||
		    !is_of_sources(decided, comparison))
			return NULL;
		found = i;
	}
	return found;
}

static const char *nearest_atom(struct decided *decided, const struct type *type, const char *name)
{
	const char **names =
		ARENA_ARRAY(decided->compile->arena, const char *, type->atoms.count + 1);

	for (size_t i = 0; i < type->atoms.count; i++)
		names[i] = atom_text(&decided->typed_unit->atoms, type->atoms.ids[i]);
	return suggest_name(decided->compile->arena, name, names, type->atoms.count);
}

static bool is_status(const struct type *type)
{
	return type->data_count && type_has_atom(type, ATOM_OK);
}

static void hint_of_comparison(struct decided *decided, struct diagnostic *diagnostic,
			       const struct expression *left, const struct expression *right)
{
	struct diagnostics *diagnostics = &decided->compile->diagnostics;
	const char *nearest = right->kind == EXPRESSION_ATOM
				      ? nearest_atom(decided, type_of(decided, left), right->atom)
				      : NULL;

	if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `:%s`?", nearest);
	else if (is_status(type_of(decided, left)))
		diagnostic_hint(diagnostics, diagnostic,
				"where C has 0 or an error number, there is `:ok` or "
				"`{:error, reason}`: `status == :ok`");
	else
		diagnostic_hint(diagnostics, diagnostic,
				"leave it out, or compare with what the value can be");
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
			value_text(decided, type_of(decided, left)),
			value_text(decided, type_of(decided, right))),
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

/* Whether some value of the type fits the pattern, as far as its literals tell. */
static bool can_match(const struct decided *decided, const struct pattern *pattern,
		      const struct type *type)
{
	if (type->is_poison)
		return true;
	if (pattern->kind == PATTERN_ATOM) {
		const struct atom_table *atoms = &decided->typed_unit->atoms;

		if (type->atoms.any_errno && errno_find(pattern->atom))
			return true;
		for (size_t i = 0; i < type->atoms.count; i++) {
			if (strcmp(atom_text(atoms, type->atoms.ids[i]), pattern->atom) == 0)
				return true;
		}
		return false;
	}
	if (pattern->kind == PATTERN_INTEGER) {
		wide value = (wide)pattern->integer.magnitude;

		value = pattern->integer.is_negative ? -value : value;
		return type->integer != INTEGER_NONE && value >= type->range.low &&
		       value <= type->range.high;
	}
	if (pattern->kind != PATTERN_DATA || pattern->data.kind != DATA_TUPLE)
		return true;
	for (size_t i = 0; i < type->data_count; i++) {
		const struct data *data = &type->data[i];
		bool fits = data->shape->kind == DATA_TUPLE &&
			    data->shape->count == pattern->data.count;

		for (size_t n = 0; fits && n < pattern->data.count; n++)
			fits = can_match(decided, pattern->data.items[n], &data->elements[n]);
		if (fits)
			return true;
	}
	return false;
}

/* In every instance that comes to the case, its subject is a source that the pattern cannot fit. */
static const struct instance *unmatched_in(struct decided *decided, const struct function *function,
					   const struct expression *cases,
					   const struct pattern *pattern)
{
	const struct instance *found = NULL;

	for (const struct instance *i = function->instances; i; i = i->next_of_function) {
		const struct type *subject = &i->typed[cases->cases.subject->number].type;

		if (type_is_none(subject))
			continue;
		begin(decided, i);
		if (!is_source(decided, cases->cases.subject) || !decided->comes_from_kernel)
			return NULL;
		if (pattern->kind == PATTERN_FALSY
			    ? decided->comes_from_lookup || type_has_atom(subject, ATOM_NIL) ||
				      type_has_atom(subject, ATOM_FALSE) || subject->is_poison
			    : can_match(decided, pattern, subject))
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

/* The innermost atom of the pattern, for which another was perhaps meant. */
static const char *meant(struct decided *decided, const struct pattern *pattern,
			 const struct type *type)
{
	if (pattern->kind == PATTERN_ATOM && type->atoms.any_errno)
		return errno_suggest(decided->compile->arena, pattern->atom);
	if (pattern->kind == PATTERN_ATOM)
		return nearest_atom(decided, type, pattern->atom);
	if (pattern->kind != PATTERN_DATA || pattern->data.kind != DATA_TUPLE)
		return NULL;
	for (size_t i = 0; i < type->data_count; i++) {
		const struct data *data = &type->data[i];

		if (data->shape->kind != DATA_TUPLE || data->shape->count != pattern->data.count)
			continue;
		for (size_t n = pattern->data.count; n-- > 0;) {
			const struct pattern *item = pattern->data.items[n];

			if (!can_match(decided, item, &data->elements[n]))
				return meant(decided, item, &data->elements[n]);
		}
	}
	return NULL;
}

static void warn_of_clause(struct decided *decided, const struct expression *subject,
			   const struct clause *clause)
{
	struct diagnostics *diagnostics = &decided->compile->diagnostics;
	const struct type *type = type_of(decided, subject);
	const struct pattern *pattern = clause->patterns[0];
	const char *nearest = meant(decided, pattern, type);
	struct diagnostic *diagnostic =
		warn_at(diagnostics, pattern->span.column ? pattern->span : clause->span,
			CODE_NEVER_MATCHES, "this clause never matches: the value is %s",
			value_text(decided, type));

	if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `:%s`?", nearest);
	else
		diagnostic_hint(diagnostics, diagnostic,
				"leave it out, or match what the value can be");
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
			warn_of_clause(decided, subject, c);
	}
}

/* ---------------------------------------------------------------------------------------------- */

static void check_function(struct decided *decided, const struct function *function)
{
	decided->compile->diagnostics.origin = function->origin;
	for (const struct checked *c = function->checked; c; c = c->next) {
		const struct expression *expression = c->expression;

		if (expression->kind == EXPRESSION_CASE)
			check_case(decided, function, expression);
		else if (expression->operation.operator->class == OPERATOR_ARITHMETIC)
			check_shift(decided, expression);
		else
			check_comparison(decided, function, expression);
	}
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
