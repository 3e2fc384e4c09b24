/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/fuse_internal.h"

#include "compiler/infer/in_place.h"
#include "compiler/infer/lost_update.h"
#include "compiler/infer/same_value.h"

#include <string.h>

static void walk(struct fuse *fuse, const struct expression *expression);

static struct typed *typed_at(struct fuse *fuse, const struct expression *expression)
{
	return &fuse->instance->typed[expression->number];
}

static bool is_map_call(const struct expression *expression, enum helper_id id)
{
	return expression->kind == EXPRESSION_HELPER && expression->helper.helper->id == id;
}

/* bpf_map_lookup_elem(map, key), bound to the variable, if there is one; NULL for what is none. */
static struct lookup *note_lookup(struct fuse *fuse, const struct expression *call,
				  const struct variable *variable)
{
	struct lookup *lookup;

	if (!is_map_call(call, HELPER_MAP_LOOKUP_ELEM) || !is_simple_key(call->helper.arguments[1]))
		return NULL;
	lookup = ARENA_NEW(fuse->compile->arena, struct lookup);
	*lookup = (struct lookup){ .next = fuse->lookups,
				   .variable = variable,
				   .map = typed_at(fuse, call)->helper.map,
				   .call = call,
				   .key = call->helper.arguments[1],
				   .is_fresh = true };
	fuse->lookups = lookup;
	return lookup;
}

static bool is_found(const struct lookup *lookup, const struct expression *expression)
{
	return expression->kind == EXPRESSION_VARIABLE &&
	       (expression->variable == lookup->variable || expression->variable == lookup->alias);
}

/* `map` NULL: any map may have changed. */
static void note_change(struct fuse *fuse, const struct map_definition *map)
{
	for (struct lookup *l = fuse->lookups; l; l = l->next) {
		if (!map || l->map == map)
			l->is_fresh = false;
	}
}

static const struct type *known_type(const struct fuse *fuse, const struct variable *variable)
{
	for (const struct scope *scope = fuse->scope; scope; scope = scope->outer) {
		for (const struct known *k = scope->known; k; k = k->next) {
			if (k->variable == variable)
				return &k->type;
		}
	}
	return &fuse->instance->variables[variable->number];
}

static bool is_known_nil(const struct fuse *fuse, const struct lookup *lookup)
{
	return lookup->is_nil || (lookup->variable &&
				  type_is_only_atom(known_type(fuse, lookup->variable), ATOM_NIL));
}

/* v + d, d + v or v - d, where v is what the lookup found and is known to be there: v, or NULL */
static const struct variable *sum_with(struct fuse *fuse, const struct expression *value,
				       const struct lookup *lookup, enum fusion *fusion,
				       const struct expression **amount)
{
	const struct expression *found;
	enum operator_kind operator;

	if (value->kind != EXPRESSION_OPERATOR || typed_at(fuse, value)->raises)
		return NULL;
	operator = value->operation.operator->kind;
	if (operator != OPERATOR_ADD && operator != OPERATOR_SUBTRACT)
		return NULL;
	*fusion = operator == OPERATOR_ADD ? FUSION_ADD : FUSION_SUBTRACT;
	found = value->operation.left;
	*amount = value->operation.right;
	if (operator == OPERATOR_ADD && is_found(lookup, *amount)) {
		found = value->operation.right;
		*amount = value->operation.left;
	}
	if (!is_found(lookup, found) || is_found(lookup, *amount) || !is_simple(*amount))
		return NULL;
	return type_is_integer(&typed_at(fuse, found)->type) ? found->variable : NULL;
}

static void consider_update(struct fuse *fuse, const struct expression *update)
{
	struct typed *typed = typed_at(fuse, update);
	const struct expression *value = update->helper.arguments[2];
	const struct expression *amount = NULL;
	const struct variable *found;
	enum fusion fusion;

	if (typed->helper.flag || typed->raises || update->helper.there)
		return;
	for (struct lookup *l = fuse->lookups; l; l = l->next) {
		if (l->is_traced || !l->is_fresh || l->map != typed->helper.map ||
		    !same_value(l->key, update->helper.arguments[1]))
			continue;
		found = sum_with(fuse, value, l, &fusion, &amount);
		if (found && fuse_is_allowed(fuse, update, l->map)) {
			typed->helper.fusion = fusion;
			typed->helper.found = found;
			if (fusion == FUSION_ADD)
				fuse_common(fuse, l)->added = amount;
		} else if (!found && is_simple(value) && is_known_nil(fuse, l)) {
			fuse_note_insert(fuse, fuse_common(fuse, l), update);
		}
		return;
	}
}

/* The nil-arm may only be turned into "put if absent, else add" if the other arm adds the same. */
static void fuse_inserts(struct fuse *fuse)
{
	for (const struct lookup *l = fuse->lookups; l; l = l->next) {
		for (const struct candidate *c = l->inserts; c; c = c->next) {
			if (l->added &&
			    trace_same(fuse->trace, l->added, c->update->helper.arguments[2]))
				typed_at(fuse, c->update)->helper.fusion = FUSION_INSERT;
		}
	}
}

static void walk_child(void *fuse, struct expression *child)
{
	walk(fuse, child);
}

static void walk_children(struct fuse *fuse, const struct expression *expression)
{
	expression_visit_children(expression, walk_child, fuse);
}

static void walk_helper(struct fuse *fuse, const struct expression *call)
{
	const struct typed *typed = typed_at(fuse, call);

	walk_children(fuse, call);
	if (!typed->helper.map)
		return;
	if (call->helper.helper->id == HELPER_MAP_UPDATE_ELEM)
		consider_update(fuse, call);
	if (call->helper.helper->id == HELPER_MAP_UPDATE_ELEM && !call->helper.there)
		fuse_consider_sum(fuse, call);
	if (is_map_call(call, HELPER_MAP_LOOKUP_ELEM) && !call->helper.locked)
		fuse_note_traced(fuse, call);
	if (helper_row(call->helper.helper)->effects & EFFECT_MAP)
		note_change(fuse, typed->helper.map);
}

/* What the clause of a `case` of what was looked up says about it. */
static void name_in_clause(const struct fuse *fuse, struct lookup *lookup,
			   const struct lookup *outside, const struct clause *clause)
{
	const struct type *before = fuse->instance->clauses[clause->number].before;
	const struct pattern *pattern = clause->patterns[0];

	lookup->alias = outside->alias;
	if (pattern->kind == PATTERN_VARIABLE || pattern->kind == PATTERN_FALSY)
		lookup->alias = pattern->variable;
	lookup->is_nil = outside->is_nil || pattern->kind == PATTERN_FALSY ||
			 (pattern->kind == PATTERN_ATOM &&
			  (lookup->is_traced || strcmp(pattern->atom, "nil") == 0)) ||
			 (lookup->is_traced && before && type_is_atoms(before));
}

/*
 * What is fresh before a case is fresh in each clause, and after it only if all kept it so. `subject`
 * is the lookup that the clauses are of, or NULL.
 */
static void walk_clauses(struct fuse *fuse, const struct clause *clauses, struct lookup *subject)
{
	const struct lookup outside = subject ? *subject : (struct lookup){ 0 };
	struct scope scope = { .outer = fuse->scope };
	size_t count = 0, i;
	struct lookup *before = fuse->lookups;
	bool *fresh, *after;

	for (const struct lookup *l = before; l; l = l->next)
		count++;
	fresh = ARENA_ARRAY(fuse->compile->arena, bool, count);
	after = ARENA_ARRAY(fuse->compile->arena, bool, count);
	i = 0;
	for (const struct lookup *l = before; l; l = l->next)
		fresh[i] = after[i] = l->is_fresh, i++;
	for (const struct clause *c = clauses; c; c = c->next) {
		if (fuse->instance->clauses[c->number].is_dead)
			continue;
		i = 0;
		for (struct lookup *l = before; l; l = l->next)
			l->is_fresh = fresh[i++];
		scope.known = fuse->instance->clauses[c->number].known;
		fuse->scope = &scope;
		if (subject)
			name_in_clause(fuse, subject, &outside, c);
		walk(fuse, c->body);
		i = 0;
		for (const struct lookup *l = before; l; l = l->next, i++)
			after[i] = after[i] && l->is_fresh;
	}
	/* A lookup of a clause's own stays in the list, where it must not be fresh. */
	for (struct lookup *l = fuse->lookups; l != before; l = l->next)
		l->is_fresh = false;
	i = 0;
	for (struct lookup *l = before; l; l = l->next)
		l->is_fresh = after[i++];
	if (subject) {
		subject->alias = outside.alias;
		subject->is_nil = outside.is_nil;
	}
	fuse->scope = scope.outer;
}

/* The lookup that the value of an expression comes from, which was walked already. */
static struct lookup *lookup_of(struct fuse *fuse, const struct expression *subject)
{
	const struct expression *call;
	struct lookup *lookup;

	for (struct lookup *l = fuse->lookups; l; l = l->next) {
		if (is_found(l, subject) || (subject->kind == EXPRESSION_MATCH && l->variable &&
					     subject->match.pattern->kind == PATTERN_VARIABLE &&
					     subject->match.pattern->variable == l->variable))
			return l;
	}
	lookup = note_lookup(fuse, subject, NULL);
	if (lookup)
		return lookup;
	call = trace_lookup(fuse->trace, subject);
	if (!call)
		call = trace_lookup_in_tuple(fuse->trace, subject);
	return call ? fuse_find_traced(fuse, call) : NULL;
}

/* Of one clause it is known that control comes through it: what it has looked up stays known. */
static void walk_apply(struct fuse *fuse, const struct expression *expression)
{
	const struct clause *clauses = expression->apply.clauses;
	struct scope scope = { .outer = fuse->scope };

	for (size_t i = 0; i < expression->apply.count; i++)
		walk(fuse, expression->apply.arguments[i]);
	if (!clauses || clauses->next) {
		walk_clauses(fuse, clauses, NULL);
		return;
	}
	if (fuse->instance->clauses[clauses->number].is_dead)
		return;
	scope.known = fuse->instance->clauses[clauses->number].known;
	fuse->scope = &scope;
	walk(fuse, clauses->body);
	fuse->scope = scope.outer;
}

static void walk_match(struct fuse *fuse, const struct expression *match)
{
	walk(fuse, match->match.value);
	if (match->match.pattern->kind == PATTERN_VARIABLE)
		note_lookup(fuse, match->match.value, match->match.pattern->variable);
}

static void walk_case(struct fuse *fuse, const struct expression *expression)
{
	struct lookup *subject;

	walk(fuse, expression->cases.subject);
	subject = lookup_of(fuse, expression->cases.subject);
	walk_clauses(fuse, expression->cases.clauses, subject);
	/* What has no name is not to be met again. */
	if (subject && !subject->is_traced && !subject->variable && !subject->alias)
		subject->is_fresh = false;
}

/* Of many conditions it is not asked which of them keep what was looked up before. */
static void walk_conditions(struct fuse *fuse, const struct clause *clauses)
{
	struct scope scope = { .outer = fuse->scope };

	for (const struct clause *c = clauses; c; c = c->next) {
		note_change(fuse, NULL);
		if (fuse->instance->clauses[c->number].is_dead)
			continue;
		walk(fuse, c->guards[0]);
		scope.known = fuse->instance->clauses[c->number].known;
		fuse->scope = &scope;
		walk(fuse, c->body);
		fuse->scope = scope.outer;
	}
	note_change(fuse, NULL);
}

static void walk_call(struct fuse *fuse, const struct expression *call)
{
	walk_children(fuse, call);
	if (typed_at(fuse, call)->callee && typed_at(fuse, call)->callee->changes_maps)
		note_change(fuse, NULL);
}

/*
 * What was looked up before the loop may have been changed by an earlier turn, and by the last one
 * when control comes behind it.
 */
static void walk_loop(struct fuse *fuse, const struct expression *expression)
{
	const struct loop *loop = expression->loop;

	walk(fuse, loop->source);
	for (size_t i = 0; i < loop->state_count; i++)
		walk(fuse, loop->states[i].initial);
	note_change(fuse, NULL);
	if (typed_at(fuse, expression)->loop.most)
		walk(fuse, loop->body);
	note_change(fuse, NULL);
	walk(fuse, loop->otherwise);
}

static void walk_invoke(struct fuse *fuse, const struct expression *call)
{
	struct instance **callees = typed_at(fuse, call)->callees;
	const struct type *function = &typed_at(fuse, call->invoke.function)->type;

	walk_children(fuse, call);
	for (size_t i = 0; callees && i < function->data_count; i++) {
		if (callees[i] && callees[i]->changes_maps)
			note_change(fuse, NULL);
	}
}

/* What is here for itself changes maps, looks something up, or has branches and turns. */
static void walk(struct fuse *fuse, const struct expression *expression)
{
	switch (expression->kind) {
	case EXPRESSION_MATCH:
		walk_match(fuse, expression);
		break;
	case EXPRESSION_CASE:
		walk_case(fuse, expression);
		break;
	case EXPRESSION_COND:
		walk_conditions(fuse, expression->cases.clauses);
		break;
	case EXPRESSION_APPLY:
		walk_apply(fuse, expression);
		break;
	case EXPRESSION_LOOP:
		walk_loop(fuse, expression);
		break;
	case EXPRESSION_CALL:
		walk_call(fuse, expression);
		break;
	case EXPRESSION_HELPER:
		walk_helper(fuse, expression);
		break;
	case EXPRESSION_INVOKE:
		walk_invoke(fuse, expression);
		break;
	default:
		walk_children(fuse, expression);
		break;
	}
}

void fuse(struct compile *compile, struct typed_unit *typed_unit)
{
	struct fuse state = { .compile = compile, .typed_unit = typed_unit };

	for (const struct instance *i = typed_unit->instances; i; i = i->next) {
		state.instance = i;
		compile->diagnostics.origin = i->function->origin;
		state.lookups = NULL;
		state.scope = NULL;
		state.trace = trace_new(compile, i);
		walk_clauses(&state, i->function->first_clause, NULL);
		fuse_inserts(&state);
	}
	update_in_place(compile, typed_unit);
	tell_lost_updates(compile, typed_unit);
}
