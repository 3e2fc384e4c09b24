/* SPDX-License-Identifier: Apache-2.0 */
/* Comparisons, `in` and shifts. */
#include "compiler/infer/data_pattern.h"
#include "compiler/infer/decided_internal.h"
#include "compiler/infer/misfit.h"

#include <string.h>

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
	begin_source(decided, instance, true);
	return is_source(decided, left) && decided->comes_from_kernel &&
	       !(decided->comes_from_lookup && is_nil(right)) &&
	       !pattern_can_match(decided->compile, &decided->typed_unit->atoms, &pattern,
				  bound_type(decided, left));
}

static bool is_foreign_comparison(struct decided *decided, const struct instance *instance,
				  const struct expression *comparison)
{
	const struct expression *left = comparison->operation.left;
	const struct expression *right = comparison->operation.right;

	return comparison->operation.operator->class == OPERATOR_EQUALITY &&
	       (is_foreign_atom(decided, instance, left, right) ||
		is_of_other_kind(decided, instance, left, right));
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
		begin_source(decided, i, false);
		if (type->is_poison || !type_is_single_atom(type) ||
		    (found && !type_equal(type, &found->typed[comparison->number].type)) ||
		    (!is_of_sources(decided, comparison) &&
		     !is_foreign_comparison(decided, i, comparison)))
			return NULL;
		found = i;
	}
	return found;
}

static void hint_of_comparison(struct decided *decided, struct diagnostic *diagnostic,
			       const struct expression *left, const struct expression *right)
{
	struct diagnostics *diagnostics = &decided->compile->diagnostics;
	struct pattern pattern = { .kind = PATTERN_ATOM };
	struct misfit misfit = { 0 };
	const char *address = kind_hint(decided, left, right);

	if (right->kind == EXPRESSION_ATOM) {
		pattern.atom = right->atom;
		misfit = pattern_misfit(decided->compile, &decided->typed_unit->atoms, &pattern,
					bound_type(decided, left));
	}
	if (misfit.hint)
		diagnostic_hint(diagnostics, diagnostic, "%s", misfit.hint);
	else if (address)
		diagnostic_hint(diagnostics, diagnostic, "%s", address);
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

/* Said once for all of the list's that are of one kind. */
static void warn_of_member_kind(struct decided *decided, const struct expression *member,
				const struct expression *listed)
{
	struct diagnostics *diagnostics = &decided->compile->diagnostics;
	const struct type *type = type_of(decided, listed);
	const char *address = kind_hint(decided, member, listed);

	diagnostic_hint(diagnostics,
			warn_at(diagnostics, member->span, CODE_ALWAYS_SAME,
				"this value is never %s, which the list of `in` has: it is %s",
				type_is_integer(type) ? "an integer" : value_text(decided, type),
				value_text(decided, bound_type(decided, member))),
			"%s", address ? address : "list what the value can be");
}

/* In all instances that come to it. */
static const struct instance *instance_of_other_kind(struct decided *decided,
						     const struct function *function,
						     const struct expression *comparison,
						     const struct expression *member)
{
	const struct instance *found = NULL;

	for (const struct instance *i = function->instances; i; i = i->next_of_function) {
		if (type_is_none(&i->typed[comparison->number].type))
			continue;
		if (!is_of_other_kind(decided, i, member, comparison->operation.right))
			return NULL;
		found = i;
	}
	return found;
}

/*
 * `value in [:a, :b]`: one of its comparisons, of which only a slip of the fingers is told, and what
 * is of another kind.
 */
static void check_membership(struct decided *decided, const struct function *function,
			     const struct expression *comparison)
{
	const struct expression *member = member_of(comparison);
	bool is_reached = false;

	if (!member || !member->span.column)
		return;
	decided->instance = instance_of_other_kind(decided, function, comparison, member);
	if (decided->instance) {
		warn_of_member_kind(decided, member, comparison->operation.right);
		return;
	}
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

void decided_check_comparison(struct decided *decided, const struct function *function,
			      const struct expression *operation)
{
	if (operation->operation.operator->class == OPERATOR_ARITHMETIC)
		check_shift(decided, operation);
	else if (!operation->span.column)
		check_membership(decided, function, operation);
	else
		check_comparison(decided, function, operation);
}
