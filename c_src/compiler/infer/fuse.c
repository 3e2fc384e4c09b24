/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/fuse.h"

#include "compiler/infer/in_place.h"
#include "compiler/infer/infer.h"
#include "compiler/infer/same_value.h"

#include <string.h>

/*
 * What a lookup found, while nothing has changed the map since. It has the name of the variable that it
 * was bound to, and that which the clause around gives it, of a `case` of it: each may be NULL. `is_nil`
 * says that this clause is for nil alone.
 */
struct lookup {
	struct lookup *next;
	const struct variable *variable, *alias;
	struct map_definition *map;
	const struct expression *key;
	bool is_fresh, is_nil;
	/* The update of the found-arm that was fused, and those of the nil-arm that could be. */
	const struct expression *added;
	struct candidate *inserts;
};

struct candidate {
	struct candidate *next;
	const struct expression *update;
};

/* What is known in the clauses around an expression, the innermost first. */
struct scope {
	const struct scope *outer;
	const struct known *known;
};

struct fuse {
	struct compile *compile;
	const struct typed_unit *typed_unit;
	const struct instance *instance;
	struct lookup *lookups;
	const struct scope *scope;
};

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

static bool is_possible(const struct fuse *fuse, const struct map_definition *map)
{
	const struct module *module = fuse->instance->function->module;

	/* The maps of two keys of one map of maps are two. */
	return !map->outer && map->may_fuse && (module->may_fuse || map->says_fuse) &&
	       !module->overflow_raises && !map->kind->evicts &&
	       map->kind->key_rule != KEY_PREFIX && map->value &&
	       (map->value->size == 4 || map->value->size == 8);
}

static void hint_of_delete(struct fuse *fuse, const struct expression *update,
			   const struct map_definition *map)
{
	struct diagnostics *diagnostics = &fuse->compile->diagnostics;
	struct diagnostic *diagnostic =
		hint_at(diagnostics, update->span, CODE_FUSE_BLOCKED,
			"this update of map `%s` could be one atomic addition, but a program of "
			"this module deletes from the map",
			map->name);

	diagnostic_hint(diagnostics, diagnostic,
			"if one key is never deleted while another CPU adds to it, say so: "
			"`defmap :%s, ..., fuse: true`",
			map->name);
}

static bool may_fuse(struct fuse *fuse, const struct expression *update,
		     const struct map_definition *map)
{
	if (!is_possible(fuse, map))
		return false;
	if (!map->is_deleted || map->says_fuse)
		return true;
	hint_of_delete(fuse, update, map);
	return false;
}

static void note_insert(struct fuse *fuse, struct lookup *lookup, const struct expression *update)
{
	struct candidate *candidate = ARENA_NEW(fuse->compile->arena, struct candidate);

	*candidate = (struct candidate){ lookup->inserts, update };
	lookup->inserts = candidate;
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
		if (!l->is_fresh || l->map != typed->helper.map ||
		    !same_value(l->key, update->helper.arguments[1]))
			continue;
		found = sum_with(fuse, value, l, &fusion, &amount);
		if (found && may_fuse(fuse, update, l->map)) {
			typed->helper.fusion = fusion;
			typed->helper.found = found;
			if (fusion == FUSION_ADD)
				l->added = amount;
		} else if (!found && is_simple(value) && is_known_nil(fuse, l)) {
			note_insert(fuse, l, update);
		}
		return;
	}
}

/* The nil-arm may only be turned into "put if absent, else add" if the other arm adds the same. */
static void fuse_inserts(struct fuse *fuse)
{
	for (const struct lookup *l = fuse->lookups; l; l = l->next) {
		for (const struct candidate *c = l->inserts; c; c = c->next) {
			if (l->added && same_value(l->added, c->update->helper.arguments[2]))
				typed_at(fuse, c->update)->helper.fusion = FUSION_INSERT;
		}
	}
}

static void walk_all(struct fuse *fuse, struct expression **items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		walk(fuse, items[i]);
}

static void walk_helper(struct fuse *fuse, const struct expression *call)
{
	const struct typed *typed = typed_at(fuse, call);

	if (!typed->helper.map)
		return;
	walk_all(fuse, call->helper.arguments, call->helper.count);
	if (call->helper.helper->id == HELPER_MAP_UPDATE_ELEM)
		consider_update(fuse, call);
	if (helper_row(call->helper.helper)->effects & EFFECT_MAP)
		note_change(fuse, typed->helper.map);
}

/* What the clause of a `case` of what was looked up says about it. */
static void name_in_clause(struct lookup *lookup, const struct lookup *outside,
			   const struct clause *clause)
{
	const struct pattern *pattern = clause->patterns[0];

	lookup->alias = outside->alias;
	if (pattern->kind == PATTERN_VARIABLE || pattern->kind == PATTERN_FALSY)
		lookup->alias = pattern->variable;
	lookup->is_nil = outside->is_nil || pattern->kind == PATTERN_FALSY ||
			 (pattern->kind == PATTERN_ATOM && strcmp(pattern->atom, "nil") == 0);
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
			name_in_clause(subject, &outside, c);
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
	for (struct lookup *l = fuse->lookups; l; l = l->next) {
		if (is_found(l, subject) || (subject->kind == EXPRESSION_MATCH && l->variable &&
					     subject->match.pattern->kind == PATTERN_VARIABLE &&
					     subject->match.pattern->variable == l->variable))
			return l;
	}
	return note_lookup(fuse, subject, NULL);
}

static void walk_case(struct fuse *fuse, const struct expression *expression)
{
	struct lookup *subject;

	walk(fuse, expression->cases.subject);
	subject = lookup_of(fuse, expression->cases.subject);
	walk_clauses(fuse, expression->cases.clauses, subject);
	/* What has no name is not to be met again. */
	if (subject && !subject->variable && !subject->alias)
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
	walk_all(fuse, call->call.arguments, call->call.count);
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

	walk(fuse, call->invoke.function);
	walk_all(fuse, call->invoke.arguments, call->invoke.count);
	for (size_t i = 0; callees && i < function->data_count; i++) {
		if (callees[i] && callees[i]->changes_maps)
			note_change(fuse, NULL);
	}
}

static void walk(struct fuse *fuse, const struct expression *expression)
{
	switch (expression->kind) {
	case EXPRESSION_INTEGER:
	case EXPRESSION_ATOM:
	case EXPRESSION_STRING:
	case EXPRESSION_VARIABLE:
	case EXPRESSION_RAISE:
	case EXPRESSION_POISON:
	case EXPRESSION_CLOSURE:
	case EXPRESSION_UNKEPT:
		break;
	case EXPRESSION_BINARY:
		walk_all(fuse, expression->binary.inner, expression->binary.inner_count);
		break;
	case EXPRESSION_APPLY:
		walk_all(fuse, expression->apply.arguments, expression->apply.count);
		walk_clauses(fuse, expression->apply.clauses, NULL);
		break;
	case EXPRESSION_LOOP:
		walk_loop(fuse, expression);
		break;
	case EXPRESSION_NEXT:
		walk_all(fuse, expression->next.states, expression->next.loop->state_count);
		break;
	case EXPRESSION_FIELD:
		walk(fuse, expression->field.object);
		break;
	case EXPRESSION_STRUCT:
		if (expression->record.base)
			walk(fuse, expression->record.base);
		for (size_t i = 0; i < expression->record.count; i++)
			walk(fuse, expression->record.fields[i].value);
		break;
	case EXPRESSION_SEQUENCE:
		walk_all(fuse, expression->sequence_call.arguments,
			 expression->sequence_call.count);
		break;
	case EXPRESSION_MATCH:
		walk(fuse, expression->match.value);
		if (expression->match.pattern->kind == PATTERN_VARIABLE)
			note_lookup(fuse, expression->match.value,
				    expression->match.pattern->variable);
		break;
	case EXPRESSION_DATA:
		if (expression->data.base)
			walk(fuse, expression->data.base);
		walk_all(fuse, expression->data.items, expression->data.count);
		break;
	case EXPRESSION_BLOCK:
		walk_all(fuse, expression->sequence.items, expression->sequence.count);
		break;
	case EXPRESSION_CASE:
		walk_case(fuse, expression);
		break;
	case EXPRESSION_COND:
		walk_conditions(fuse, expression->cases.clauses);
		break;
	case EXPRESSION_OPERATOR:
		walk(fuse, expression->operation.left);
		if (expression->operation.right)
			walk(fuse, expression->operation.right);
		break;
	case EXPRESSION_CALL:
		walk_call(fuse, expression);
		break;
	case EXPRESSION_FUNCTION:
		walk_all(fuse, expression->function.arguments, expression->function.count);
		break;
	case EXPRESSION_HELPER:
		walk_helper(fuse, expression);
		break;
	case EXPRESSION_INVOKE:
		walk_invoke(fuse, expression);
		break;
	case EXPRESSION_GLOBAL:
		if (expression->global.value)
			walk(fuse, expression->global.value);
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
		walk_clauses(&state, i->function->first_clause, NULL);
		fuse_inserts(&state);
	}
	update_in_place(compile, typed_unit);
}
