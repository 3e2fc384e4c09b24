/* SPDX-License-Identifier: Apache-2.0 */
/* Clauses and patterns: what each takes of its subject, what it leaves to the next. */
#include "compiler/infer/guard.h"
#include "compiler/infer/infer_internal.h"
#include "compiler/infer/left.h"

#include <string.h>

void bind_now(struct infer *infer, const struct variable *variable, struct type type)
{
	if (!variable)
		return;
	narrow_variable(infer, variable, type);
	if (!infer->is_trial)
		infer->instance->variables[variable->number] = type;
}

static struct match match_integer(const struct integer_literal *literal, struct type subject)
{
	wide value = literal->is_negative ? -(wide)literal->magnitude : (wide)literal->magnitude;
	struct match match = { .matched = type_only_integer(subject), .rest = subject };
	struct range rest = subject.range;

	match.matched = type_with_range(match.matched, (struct range){ value, value });
	if (rest.low == value)
		rest.low++;
	if (rest.high == value)
		rest.high--;
	match.rest = type_with_range(match.rest, rest);
	return match;
}

static struct match match_atom(struct infer *infer, const char *name, struct type subject)
{
	int id = atom_id(infer->compile, &infer->typed_unit->atoms, name);

	return (struct match){ .matched = type_only_atom(infer->compile, subject, id),
			       .rest = type_without_atom(infer->compile, subject, id) };
}

/* A pinned variable takes what can be equal to it; nothing is known of what it leaves. */
static struct match match_pin(struct infer *infer, const struct pattern *pattern,
			      struct type subject)
{
	struct type pinned = infer->now[pattern->variable->number];

	if (!can_compare(infer, pattern->span, &subject, &pinned))
		return (struct match){ .matched = type_poison(), .rest = type_poison() };
	if (type_has_function(&pinned) && type_has_function(&subject)) {
		diagnostic_hint(
			&infer->compile->diagnostics,
			error_at(
				&infer->compile->diagnostics, pattern->span, CODE_UNSUPPORTED,
				"`%s` is compared with what it must match, and a function cannot be",
				pattern->variable->name),
			"call the function, and compare what it gives");
		return (struct match){ .matched = type_poison(), .rest = type_none() };
	}
	return (struct match){ .matched = equal_to(infer, subject, &pinned, true),
			       .rest = subject };
}

static struct match match_falsy(struct infer *infer, const struct pattern *pattern,
				struct type subject)
{
	struct match match = { .matched = type_falsy(infer->compile, subject),
			       .rest = type_truthy(infer->compile, subject) };

	bind_now(infer, pattern->variable, match.matched);
	return match;
}

static struct match match_both(struct infer *infer, const struct pattern *pattern,
			       struct type subject)
{
	struct match left = match_pattern(infer, pattern->both.left, subject);
	struct match right = match_pattern(infer, pattern->both.right, left.matched);

	if (!type_is_none(&left.rest))
		right.rest_count = 0;
	right.rest = type_join(infer->compile, left.rest, right.rest);
	if (pattern->both.left->kind == PATTERN_VARIABLE)
		bind_now(infer, pattern->both.left->variable, right.matched);
	return right;
}

struct match match_pattern(struct infer *infer, const struct pattern *pattern, struct type subject)
{
	struct match all = { .matched = subject, .rest = type_none() };

	if (subject.is_poison)
		all.rest = subject;
	switch (pattern->kind) {
	case PATTERN_VARIABLE:
		bind_now(infer, pattern->variable, subject);
		return all;
	case PATTERN_ANY:
		return all;
	case PATTERN_PIN:
		return match_pin(infer, pattern, subject);
	case PATTERN_INTEGER:
		return match_integer(&pattern->integer, subject);
	case PATTERN_ATOM:
		return match_atom(infer, pattern->atom, subject);
	case PATTERN_FALSY:
		return match_falsy(infer, pattern, subject);
	case PATTERN_BOTH:
		return match_both(infer, pattern, subject);
	case PATTERN_BINARY:
		return match_binary(infer, pattern, subject);
	case PATTERN_DATA:
		return match_data(infer, pattern, subject);
	case PATTERN_STRUCT:
		return match_struct(infer, pattern, subject);
	}
	return all;
}

/* What is known inside a clause, for the passes that come after. */
static struct known *known_since(struct infer *infer, const struct change *mark)
{
	struct known *known = NULL;

	for (const struct change *c = infer->changes; c != mark; c = c->next) {
		struct known *one = ARENA_NEW(infer->compile->arena, struct known);

		*one = (struct known){ known, c->variable, infer->now[c->variable->number] };
		known = one;
	}
	return known;
}

static void narrow_subject(struct infer *infer, const struct expression *subject,
			   const struct type *matched);

/* Of `case {a, b} do` the variables are as narrow as the tuple's elements. */
static void narrow_items(struct infer *infer, const struct expression *tuple,
			 const struct type *matched)
{
	if (tuple->data.kind != DATA_TUPLE || matched->data_count != 1)
		return;
	for (size_t i = 0; i < tuple->data.count; i++) {
		if (tuple->data.items[i]->kind == EXPRESSION_VARIABLE ||
		    tuple->data.items[i]->kind == EXPRESSION_DATA)
			narrow_subject(infer, tuple->data.items[i], &matched->data[0].elements[i]);
	}
}

/* A condition's being matched by true, false, or by what `if` makes of it. */
static void narrow_subject(struct infer *infer, const struct expression *subject,
			   const struct type *matched)
{
	if (!subject || matched->is_poison)
		return;
	if (subject->kind == EXPRESSION_VARIABLE) {
		narrow_variable(infer, subject->variable, *matched);
	} else if (subject->kind == EXPRESSION_MATCH &&
		   subject->match.pattern->kind == PATTERN_VARIABLE) {
		narrow_variable(infer, subject->match.pattern->variable, *matched);
	} else if (subject->kind == EXPRESSION_DATA) {
		narrow_items(infer, subject, matched);
	} else if (!type_can_be_truthy(matched)) {
		narrow(infer, subject, false);
	} else if (!type_can_be_falsy(matched)) {
		narrow(infer, subject, true);
	}
}

static void infer_guards(struct infer *infer, const struct clause *clause)
{
	struct change *mark = infer->changes;

	infer->in_guard++;
	for (size_t i = 0; i < clause->guard_count; i++) {
		infer_expression(infer, clause->guards[i]);
		restore(infer, mark);
	}
	infer->in_guard--;
	if (clause->guard_count == 1)
		narrow(infer, clause->guards[0], true);
}

static bool guard_never_holds(struct infer *infer, const struct clause *clause)
{
	for (size_t i = 0; i < clause->guard_count; i++) {
		const struct type *type = &typed_of(infer, clause->guards[i])->type;

		if (type->is_poison || type_has_atom(type, ATOM_TRUE))
			return false;
	}
	return clause->guard_count > 0;
}

/* What a clause with the one guard leaves: what the guard refuses of a bare variable's values. */
static struct type left_by_guard(struct infer *infer, const struct clause *clause,
				 struct type matched, struct type rest)
{
	struct change *mark = infer->changes;
	const struct variable *variable = clause->patterns[0]->kind == PATTERN_VARIABLE
						  ? clause->patterns[0]->variable
						  : NULL;
	struct type left = matched;

	if (variable && clause->guard_count == 1 &&
	    !guard_can_raise(infer->instance, clause->guards[0])) {
		narrow_variable(infer, variable, matched);
		narrow(infer, clause->guards[0], false);
		left = infer->now[variable->number];
		restore(infer, mark);
	}
	return type_join(infer->compile, left, rest);
}

struct clauses {
	const struct expression *subject; /* NULL for a function's clauses */
	struct left left;		  /* by the clauses so far */
	struct type result;
};

/* False when some subject cannot match. */
static bool match_all(struct infer *infer, const struct clause *clause, const struct type *types,
		      struct match *matches)
{
	bool can_match = true;

	for (size_t i = 0; i < clause->pattern_count; i++) {
		matches[i] = match_pattern(infer, clause->patterns[i], types[i]);
		can_match = can_match && !type_is_none(&matches[i].matched);
	}
	return can_match;
}

static void leave_rest(struct infer *infer, const struct clause *clause, struct left *left,
		       const struct match *matches)
{
	if (clause_guard_holds(infer->instance, clause))
		left_take(infer, left, clause);
	else if (left->width == 1 && left->count == 1)
		left->alternatives[0][0] =
			left_by_guard(infer, clause, matches[0].matched, matches[0].rest);
}

static bool is_used_up(const struct left *left)
{
	return !left->count || (left->width == 1 && type_is_none(&left->alternatives[0][0]));
}

static void infer_clause(struct infer *infer, const struct clause *clause, struct clauses *clauses)
{
	struct typed_clause *typed = &infer->instance->clauses[clause->number];
	struct arena *arena = infer->compile->arena;
	size_t count = clause->pattern_count;
	struct match *matches = ARENA_ARRAY(arena, struct match, count);
	struct type *subjects = ARENA_ARRAY(arena, struct type, count);
	struct left before = clauses->left;
	struct change *mark = infer->changes;
	struct type body;

	typed->before = ARENA_ARRAY(arena, struct type, count);
	left_join(infer, &before, typed->before);
	typed->is_dead = !left_matchable(infer, &before, clause, subjects) ||
			 !match_all(infer, clause, subjects, matches);
	if (!typed->is_dead) {
		if (clauses->subject)
			narrow_subject(infer, clauses->subject, &matches[0].matched);
		infer_guards(infer, clause);
		typed->is_dead = guard_never_holds(infer, clause) || is_contradiction(infer, mark);
	}
	if (!typed->is_dead) {
		typed->known = known_since(infer, mark);
		body = infer_expression(infer, clause->body);
		clauses->result = type_join(infer->compile, clauses->result, body);
		leave_rest(infer, clause, &clauses->left, matches);
	}
	restore(infer, mark);
}

/*
 * What of the type no variable can hold; NULL when one can. An array is memory, and of what lies in
 * the packet only the place is kept.
 */
static const struct type *unjoinable(const struct type *type)
{
	struct type other = *type;

	other.context = NULL;
	if (type->is_mixed || type->slice.is_split || (type->context && !type_is_none(&other)))
		return type;
	for (size_t i = 0; i < type->data_count; i++) {
		for (size_t n = 0; n < type->data[i].shape->count; n++) {
			const struct type *inner = unjoinable(&type->data[i].elements[n]);

			if (inner)
				return inner;
		}
	}
	return NULL;
}

struct type checked_result(struct infer *infer, struct span span, struct type result)
{
	const struct type *problem = unjoinable(&result);

	if (!problem)
		return result;
	diagnostic_hint(
		&infer->compile->diagnostics,
		error_at(&infer->compile->diagnostics, span, CODE_UNSUPPORTED,
			 "the branches give %s, which no one variable of the kernel can hold",
			 type_text(infer->compile, &infer->typed_unit->atoms, problem)),
		"let the branches end with values of one kind, or do what follows in each branch");
	return type_poison();
}

struct type infer_case(struct infer *infer, const struct expression *expression)
{
	struct type subject = infer_expression(infer, expression->cases.subject);
	struct clauses clauses = { .subject = expression->cases.subject,
				   .left = left_all(infer, &subject, 1),
				   .result = type_none() };

	if (type_is_none(&subject))
		return subject;
	if (expression->cases.function && !subject.is_poison &&
	    !may_be_binary(infer, expression, expression->cases.operand, &subject,
			   expression->cases.function))
		return type_poison();
	for (const struct clause *c = expression->cases.clauses; c; c = c->next)
		infer_clause(infer, c, &clauses);
	if (!is_used_up(&clauses.left) && !subject.is_poison)
		mark_raise(infer, expression, RAISES_NO_MATCH);
	return checked_result(infer, expression->span, clauses.result);
}

/* The type of a condition's clause, whose body is reached when it holds. */
static struct type infer_held(struct infer *infer, const struct clause *clause)
{
	struct typed_clause *typed = &infer->instance->clauses[clause->number];
	const struct type *condition = &typed_of(infer, clause->guards[0])->type;
	struct type truthy = type_truthy(infer->compile, *condition);
	struct change *mark = infer->changes;
	struct type body = type_none();

	typed->is_dead = !condition->is_poison && type_is_none(&truthy);
	if (!typed->is_dead) {
		narrow_subject(infer, clause->guards[0], &truthy);
		typed->is_dead = is_contradiction(infer, mark);
	}
	if (!typed->is_dead) {
		typed->known = known_since(infer, mark);
		body = infer_expression(infer, clause->body);
	}
	restore(infer, mark);
	return body;
}

/* Whether control can come beyond the condition; what is known then stays known. */
static bool can_go_on(struct infer *infer, const struct expression *condition)
{
	const struct type *type = &typed_of(infer, condition)->type;
	struct type falsy = type_falsy(infer->compile, *type);
	struct change *mark = infer->changes;

	if (type->is_poison)
		return true;
	if (type_is_none(&falsy))
		return false;
	narrow_subject(infer, condition, &falsy);
	return !is_contradiction(infer, mark);
}

struct type infer_cond(struct infer *infer, const struct expression *expression)
{
	struct change *mark = infer->changes;
	struct type result = type_none(), held, condition;
	bool is_reached = true;

	for (const struct clause *c = expression->cases.clauses; c; c = c->next) {
		infer->instance->clauses[c->number].is_dead = true;
		if (!is_reached)
			continue;
		condition = infer_expression(infer, c->guards[0]);
		is_reached = !type_is_none(&condition);
		if (!is_reached)
			continue;
		held = infer_held(infer, c);
		result = type_join(infer->compile, result, held);
		is_reached = can_go_on(infer, c->guards[0]);
	}
	if (is_reached)
		mark_raise(infer, expression, RAISES_NO_MATCH);
	restore(infer, mark);
	return checked_result(infer, expression->span, result);
}

struct type infer_apply(struct infer *infer, const struct expression *expression)
{
	size_t count = expression->apply.count;
	struct type *types = ARENA_ARRAY(infer->compile->arena, struct type, count);
	struct clauses clauses = { .result = type_none() };

	for (size_t i = 0; i < count; i++) {
		types[i] = infer_expression(infer, expression->apply.arguments[i]);
		if (type_is_none(&types[i]) || types[i].is_poison)
			return types[i];
	}
	clauses.left = left_all(infer, types, count);
	for (const struct clause *c = expression->apply.clauses; c; c = c->next)
		infer_clause(infer, c, &clauses);
	if (!is_used_up(&clauses.left))
		mark_raise(infer, expression, RAISES_NO_MATCH);
	return checked_result(infer, expression->span, clauses.result);
}

static void never_matches(struct infer *infer, const struct expression *expression,
			  const struct type *value)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	enum pattern_kind kind = expression->match.pattern->kind;
	struct diagnostic *diagnostic;

	if (infer->in_guard)
		return;
	diagnostic = error_at(diagnostics, expression->span, CODE_ALWAYS_FAILS,
			      "this match always fails: its right side is %s",
			      type_text(infer->compile, &infer->typed_unit->atoms, value));
	if ((kind != PATTERN_BINARY && kind != PATTERN_STRUCT && kind != PATTERN_DATA) ||
	    !hint_of_address(infer, diagnostic, expression->match.value, kind == PATTERN_BINARY))
		diagnostic_hint(diagnostics, diagnostic,
				"match what the value can be, or branch by `case`");
}

struct type infer_match(struct infer *infer, const struct expression *expression)
{
	struct type value = infer_expression(infer, expression->match.value);
	struct match match;

	if (type_is_none(&value))
		return value;
	match = match_pattern(infer, expression->match.pattern, value);
	if (value.is_poison)
		return value;
	if (type_is_none(&match.matched))
		never_matches(infer, expression, &value);
	if (!type_is_none(&match.rest))
		mark_raise(infer, expression, RAISES_NO_MATCH);
	return match.matched;
}

struct type infer_function_clauses(struct infer *infer, struct clause *first,
				   const struct type *arguments, size_t count)
{
	struct clauses clauses = { .left = left_all(infer, arguments, count),
				   .result = type_none() };

	for (const struct clause *c = first; c; c = c->next)
		infer_clause(infer, c, &clauses);
	if (!is_used_up(&clauses.left)) {
		infer->instance->no_clause_may_match = true;
		infer->instance->can_raise = true;
	}
	return checked_result(infer, infer->instance->function->span, clauses.result);
}
