/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/in_place.h"

#include "compiler/infer/exchange.h"
#include "compiler/unit/memory_type.h"

#include <string.h>

/* The first with atomic operations other than an addition. */
#define ATOMIC_KERNEL (5 << 8 | 12)

/* What would keep an update from being in place, the user's word aside. */
enum obstacle { OBSTACLE_NONE, OBSTACLE_ANY, OBSTACLE_DELETED, OBSTACLE_REPLACED };

static struct typed *typed_at(const struct instance *instance, const struct expression *expression)
{
	return &instance->typed[expression->number];
}

const char *change_name(enum change change)
{
	static const char *const names[] = {
		[CHANGE_STORE] = "store", [CHANGE_ADD] = "add", [CHANGE_SUBTRACT] = "subtract",
		[CHANGE_AND] = "and",	  [CHANGE_OR] = "or",	[CHANGE_XOR] = "xor",
	};

	return names[change];
}

const struct expression *last_of(const struct expression *body)
{
	while (body->kind == EXPRESSION_BLOCK && body->sequence.count)
		body = body->sequence.items[body->sequence.count - 1];
	return body;
}

static bool is_read(const struct expression *expression, const struct variable *variable)
{
	return expression->kind == EXPRESSION_VARIABLE && expression->variable == variable;
}

/* `there`, or its field. */
static bool is_found(const struct expression *expression, const struct variable *there,
		     const char *field)
{
	if (!field)
		return is_read(expression, there);
	return expression->kind == EXPRESSION_FIELD && is_read(expression->field.object, there) &&
	       strcmp(expression->field.name, field) == 0;
}

static enum change change_by(enum operator_kind operator, int kernel)
{
	bool has_atomics = kernel >= ATOMIC_KERNEL;

	if (operator == OPERATOR_ADD)
		return CHANGE_ADD;
	if (operator == OPERATOR_SUBTRACT)
		return CHANGE_SUBTRACT;
	if (operator == OPERATOR_BAND && has_atomics)
		return CHANGE_AND;
	if (operator == OPERATOR_BOR && has_atomics)
		return CHANGE_OR;
	if (operator == OPERATOR_BXOR && has_atomics)
		return CHANGE_XOR;
	return CHANGE_STORE;
}

struct change_in_place change_of(const struct instance *instance, int kernel,
				 const struct expression *value, const struct variable *there,
				 const char *field, const struct memory_type *memory)
{
	struct change_in_place store = { CHANGE_STORE, value }, in_place = store;

	if (value->kind != EXPRESSION_OPERATOR || !value->operation.right ||
	    typed_at(instance, value)->raises || memory->kind != MEMORY_INTEGER || memory->size < 4)
		return store;
	in_place.change = change_by(value->operation.operator->kind, kernel);
	if (in_place.change == CHANGE_STORE)
		return store;
	in_place.amount = value->operation.right;
	if (is_found(value->operation.left, there, field))
		return in_place;
	in_place.amount = value->operation.left;
	if (in_place.change != CHANGE_SUBTRACT && is_found(value->operation.right, there, field))
		return in_place;
	return store;
}

/* Of one that is given twice the later value counts, which changes by itself cannot tell. */
static const struct field_value *each_once(const struct field_value *fields, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < i; j++) {
			if (strcmp(fields[i].name, fields[j].name) == 0)
				return NULL;
		}
	}
	return fields;
}

const struct field_value *fields_in_place(struct compile *compile, const struct expression *value,
					  const struct variable *there, size_t *count)
{
	struct field_value *fields;

	if (value->kind == EXPRESSION_STRUCT && value->record.base &&
	    is_read(value->record.base, there)) {
		*count = value->record.count;
		return each_once(value->record.fields, *count);
	}
	if (value->kind != EXPRESSION_DATA || value->data.kind != DATA_MAP || !value->data.base ||
	    !is_read(value->data.base, there))
		return NULL;
	*count = value->data.count;
	fields = ARENA_ARRAY(compile->arena, struct field_value, value->data.count);
	for (size_t i = 0; i < value->data.count; i++)
		fields[i] = (struct field_value){ value->data.keys[i].atom, value->data.items[i] };
	return each_once(fields, *count);
}

static bool is_repeatable(const struct expression *expression);

static void look_at(void *are_repeatable, struct expression *expression)
{
	bool *are = are_repeatable;

	*are = *are && is_repeatable(expression);
}

/* It may be computed several times: it is of numbers, and does nothing else than to give one. */
static bool is_repeatable(const struct expression *expression)
{
	bool are_repeatable = true;

	switch (expression->kind) {
	case EXPRESSION_INTEGER:
	case EXPRESSION_ATOM:
	case EXPRESSION_VARIABLE:
	case EXPRESSION_OPERATOR:
	case EXPRESSION_BLOCK:
	case EXPRESSION_MATCH:
	case EXPRESSION_CASE:
	case EXPRESSION_COND:
	case EXPRESSION_APPLY:
		expression_visit_children(expression, look_at, &are_repeatable);
		return are_repeatable;
	default:
		return false;
	}
}

/* Each of the updates of the programs, by one instance. */
struct update {
	struct update *next;
	const struct instance *instance;
	const struct expression *call;
};

static struct update *collect(struct compile *compile, const struct typed_unit *typed_unit)
{
	struct update *updates = NULL;

	for (const struct instance *i = typed_unit->instances; i; i = i->next) {
		for (const struct helper_call *c = i->helper_calls; c; c = c->next) {
			struct update *update;

			if (c->call->helper.helper->id != HELPER_MAP_UPDATE_ELEM)
				continue;
			update = ARENA_NEW(compile->arena, struct update);
			*update = (struct update){ updates, i, c->call };
			updates = update;
		}
	}
	return updates;
}

static bool is_computed(const struct update *update)
{
	return update->call->helper.there;
}

static struct map_definition *map_of(const struct update *update)
{
	return typed_at(update->instance, update->call)->helper.map;
}

static bool fits(struct compile *compile, const struct update *update)
{
	const struct map_definition *map = map_of(update);
	size_t count;

	if (map->value)
		return map->value->size == 4 || map->value->size == 8;
	return fields_in_place(compile, last_of(update->call->helper.arguments[3]),
			       update->call->helper.there, &count);
}

static enum obstacle obstacle_of(struct compile *compile, const struct update *update)
{
	const struct module *module = update->instance->function->module;
	const struct map_definition *map = map_of(update);

	if (!map->may_fuse || !(module->may_fuse || map->says_fuse) || module->overflow_raises ||
	    map->kind->evicts || map->kind->key_rule == KEY_PREFIX ||
	    typed_at(update->instance, update->call)->helper.is_disturbed || !fits(compile, update))
		return OBSTACLE_ANY;
	/* What is of the current task is changed by what runs for it alone, and puts change it too. */
	if (map->says_fuse || map->kind->key_rule == KEY_OBJECT)
		return OBSTACLE_NONE;
	return map->is_deleted	  ? OBSTACLE_DELETED
	       : map->is_replaced ? OBSTACLE_REPLACED
				  : OBSTACLE_NONE;
}

/* A hash map puts a value over another by another element; the first goes to any other key. */
static void note_replaced(const struct update *update)
{
	const struct typed *typed = typed_at(update->instance, update->call);
	struct map_definition *map = map_of(update);

	if (map->kind->key_rule == KEY_ANY && !map->kind->per_cpu &&
	    typed->helper.fusion == FUSION_NONE && typed->helper.flag != BPF_NOEXIST)
		map->is_replaced = true;
}

static void hint_of_obstacle(struct compile *compile, const struct update *update,
			     enum obstacle obstacle)
{
	struct diagnostics *diagnostics = &compile->diagnostics;
	const struct map_definition *map = map_of(update);
	struct diagnostic *diagnostic;

	diagnostics->origin = update->instance->function->origin;
	typed_at(update->instance, update->call)->helper.is_told = true;
	diagnostic = hint_at(diagnostics, update->call->span, CODE_FUSE_BLOCKED,
			     "this update of map `%s` could be made where the value is, without a "
			     "loss when two CPUs do so, but a program of this module %s",
			     map->name,
			     obstacle == OBSTACLE_DELETED ? "deletes from the map"
							  : "puts values there over others");
	diagnostic_hint(diagnostics, diagnostic,
			"if that never happens to a key while another CPU updates it, say so: "
			"`defmap :%s, ..., fuse: true`",
			map->name);
}

/* What pass fuse has made of a lookup and an update is undone where values are put over others. */
static void separate(struct compile *compile, const struct update *update)
{
	struct typed *typed = typed_at(update->instance, update->call);
	const struct map_definition *map = map_of(update);
	enum fusion fusion = typed->helper.fusion;

	if (fusion == FUSION_NONE || !map->is_replaced || map->says_fuse)
		return;
	typed->helper.fusion = FUSION_NONE;
	if (fusion != FUSION_INSERT)
		hint_of_obstacle(compile, update, OBSTACLE_REPLACED);
}

bool is_by_exchange(const struct instance *instance, int kernel, const struct map_definition *map,
		    const struct expression *call)
{
	const struct expression *body = call->helper.arguments[3];

	return map->value && kernel >= ATOMIC_KERNEL && is_repeatable(body) &&
	       change_of(instance, kernel, last_of(body), call->helper.there, NULL, map->value_type)
			       .change == CHANGE_STORE;
}

static enum fusion fusion_of(const struct typed_unit *typed_unit, const struct update *update)
{
	return is_by_exchange(update->instance, typed_unit->unit->kernel, map_of(update),
			      update->call)
		       ? FUSION_EXCHANGE
		       : FUSION_IN_PLACE;
}

/* An update that is not in place replaces what is there: then no other of the map can be. */
void update_in_place(struct compile *compile, struct typed_unit *typed_unit)
{
	struct update *updates = collect(compile, typed_unit);

	for (const struct update *u = updates; u; u = u->next) {
		if (!is_computed(u) || obstacle_of(compile, u) != OBSTACLE_NONE)
			note_replaced(u);
	}
	for (const struct update *u = updates; u; u = u->next) {
		enum obstacle obstacle;

		if (!is_computed(u)) {
			separate(compile, u);
			continue;
		}
		obstacle = obstacle_of(compile, u);
		if (obstacle == OBSTACLE_NONE)
			typed_at(u->instance, u->call)->helper.fusion = fusion_of(typed_unit, u);
		else if (obstacle != OBSTACLE_ANY)
			hint_of_obstacle(compile, u, obstacle);
	}
}
