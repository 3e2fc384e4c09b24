/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An update of what was found in another way than by a clause for it, which finds its value anew:
 *
 *	v = lookup(m, k) || 0
 *	update(m, k, v + d, :bpf_any)
 */
#include "compiler/infer/fuse_internal.h"

#include "compiler/infer/same_value.h"

static struct typed *typed_at(struct fuse *fuse, const struct expression *expression)
{
	return &fuse->instance->typed[expression->number];
}

void fuse_note_traced(struct fuse *fuse, const struct expression *call)
{
	struct lookup *lookup = ARENA_NEW(fuse->compile->arena, struct lookup);

	*lookup = (struct lookup){ .next = fuse->lookups,
				   .map = typed_at(fuse, call)->helper.map,
				   .call = call,
				   .key = call->helper.arguments[1],
				   .is_fresh = true,
				   .is_traced = true };
	fuse->lookups = lookup;
}

struct lookup *fuse_find_traced(const struct fuse *fuse, const struct expression *call)
{
	for (struct lookup *l = fuse->lookups; l; l = l->next) {
		if (l->is_traced && l->call == call)
			return l;
	}
	return NULL;
}

/* What all lookups by one call know together. */
struct lookup *fuse_common(const struct fuse *fuse, struct lookup *lookup)
{
	struct lookup *traced = fuse_find_traced(fuse, lookup->call);

	return traced ? traced : lookup;
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

bool fuse_is_allowed(struct fuse *fuse, const struct expression *update,
		     const struct map_definition *map)
{
	if (!is_possible(fuse, map))
		return false;
	if (!map->is_deleted || map->says_fuse)
		return true;
	typed_at(fuse, update)->helper.is_told = true;
	hint_of_delete(fuse, update, map);
	return false;
}

void fuse_note_insert(struct fuse *fuse, struct lookup *lookup, const struct expression *update)
{
	struct candidate *candidate = ARENA_NEW(fuse->compile->arena, struct candidate);

	*candidate = (struct candidate){ lookup->inserts, update };
	lookup->inserts = candidate;
}

/* v + d, d + v or v - d, where v is what the lookup found, or a constant where nothing was: the lookup */
static struct lookup *traced_sum(struct fuse *fuse, const struct expression *value,
				 enum fusion *fusion, const struct expression **amount)
{
	const struct expression *call;
	enum operator_kind operator;

	if (value->kind != EXPRESSION_OPERATOR || typed_at(fuse, value)->raises)
		return NULL;
	operator = value->operation.operator->kind;
	if (operator != OPERATOR_ADD && operator != OPERATOR_SUBTRACT)
		return NULL;
	*fusion = operator == OPERATOR_ADD ? FUSION_SUM : FUSION_DIFFERENCE;
	*amount = value->operation.right;
	call = trace_lookup(fuse->trace, value->operation.left);
	if (!call && operator == OPERATOR_ADD) {
		*amount = value->operation.left;
		call = trace_lookup(fuse->trace, value->operation.right);
	}
	return call && is_simple(*amount) && type_is_integer(&typed_at(fuse, *amount)->type)
		       ? fuse_find_traced(fuse, call)
		       : NULL;
}

static bool is_of_lookup(struct fuse *fuse, const struct lookup *lookup,
			 const struct expression *update)
{
	return lookup->is_fresh && lookup->map == typed_at(fuse, update)->helper.map &&
	       trace_same(fuse->trace, lookup->key, update->helper.arguments[1]);
}

/* By a clause of a `case` of it, or by what a condition says of a name of it. */
static bool is_traced_nil(const struct fuse *fuse, const struct lookup *lookup)
{
	if (lookup->is_nil)
		return true;
	for (const struct scope *scope = fuse->scope; scope; scope = scope->outer) {
		for (const struct known *k = scope->known; k; k = k->next) {
			if (type_is_only_atom(&k->type, ATOM_NIL) &&
			    trace_variable_lookup(fuse->trace, k->variable) == lookup->call)
				return true;
		}
	}
	return false;
}

/* A lookup that has other names than its variable, or a default: the update finds its value anew. */
void fuse_consider_sum(struct fuse *fuse, const struct expression *update)
{
	struct typed *typed = typed_at(fuse, update);
	const struct expression *value = update->helper.arguments[2], *amount;
	struct lookup *lookup;
	enum fusion fusion;

	if (typed->helper.flag || typed->raises || typed->helper.fusion != FUSION_NONE ||
	    typed->helper.map->kind->key_rule == KEY_OBJECT)
		return;
	lookup = traced_sum(fuse, trace_single(fuse->trace, value), &fusion, &amount);
	if (lookup) {
		if (!is_of_lookup(fuse, lookup, update) ||
		    trace_may_depend(fuse->trace, amount, lookup->map, lookup->key) ||
		    (lookup->map->is_deleted && !lookup->map->says_fuse &&
		     trace_is_of_thread(fuse->trace, lookup->key)) ||
		    !fuse_is_allowed(fuse, update, lookup->map))
			return;
		typed->helper.fusion = fusion;
		typed->helper.amount = amount;
		if (fusion == FUSION_SUM)
			lookup->added = amount;
		return;
	}
	value = trace_value(fuse->trace, value);
	for (struct lookup *l = fuse->lookups; l; l = l->next) {
		if (is_simple(value) && is_traced_nil(fuse, l) && is_of_lookup(fuse, l, update))
			fuse_note_insert(fuse, fuse_common(fuse, l), update);
	}
}
