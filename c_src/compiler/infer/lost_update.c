/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/lost_update.h"

#include "compiler/infer/helper_use.h"
#include "compiler/infer/in_place.h"
#include "compiler/infer/trace.h"
#include "compiler/unit/memory_type.h"
#include "compiler/unit/record_type.h"

#include <string.h>

/* The first whose atomic operations make any update of an integer one. */
#define ATOMIC_KERNEL (5 << 8 | 12)

struct lost {
	struct compile *compile;
	const struct typed_unit *typed_unit;
	const struct instance *instance;
	struct trace *trace;
	const struct expression *call;
	const struct map_definition *map;
	bool takes_locks; /* all programs of the unit can have maps with locks */
};

static const struct typed *typed_at(const struct lost *lost, const struct expression *expression)
{
	return &lost->instance->typed[expression->number];
}

/* Several CPUs may have a value of the map at once. */
static bool is_shared(const struct map_definition *map)
{
	return !map->kind->per_cpu && map->kind->number != MAP_TYPE_TASK_STORAGE && !map->outer &&
	       map->value_type;
}

/* `fuse: false` is the user's own word. */
static bool is_asked_for(const struct lost *lost)
{
	return !lost->map->may_fuse ||
	       !(lost->instance->function->module->may_fuse || lost->map->says_fuse);
}

/* Stored, though it is computed of what the field has. */
static bool loses_field(const struct lost *lost)
{
	const struct expression *value = last_of(lost->call->helper.arguments[3]);
	const struct variable *there = lost->call->helper.there;
	const struct field_value *fields;
	size_t count;

	fields = fields_in_place(lost->compile, value, there, &count);
	for (size_t i = 0; fields && i < count; i++) {
		const struct memory_type *memory =
			record_field_find(lost->map->value_type->record, fields[i].name)->type;

		if (change_of(lost->instance, lost->typed_unit->unit->kernel, fields[i].value,
			      there, fields[i].name, memory)
				    .change == CHANGE_STORE &&
		    trace_depends_on(lost->trace, fields[i].value, there))
			return true;
	}
	return false;
}

static bool computed_is_lost(const struct lost *lost)
{
	const struct expression *body = lost->call->helper.arguments[3];
	const struct variable *there = lost->call->helper.there;

	switch (typed_at(lost, lost->call)->helper.fusion) {
	case FUSION_NONE:
		return trace_depends_on(lost->trace, body, there);
	case FUSION_IN_PLACE:
		if (!lost->map->value)
			return loses_field(lost);
		return change_of(lost->instance, lost->typed_unit->unit->kernel, last_of(body),
				 there, NULL, lost->map->value_type)
				       .change == CHANGE_STORE &&
		       trace_depends_on(lost->trace, body, there);
	default:
		return false;
	}
}

static bool is_lost(const struct lost *lost)
{
	const struct typed *typed = typed_at(lost, lost->call);
	const struct expression *const *arguments =
		(const struct expression *const *)lost->call->helper.arguments;

	if (!is_shared(lost->map) || typed->helper.is_told || is_asked_for(lost) ||
	    trace_is_of_thread(lost->trace, arguments[1]))
		return false;
	if (lost->call->helper.there)
		return computed_is_lost(lost);
	return typed->helper.fusion == FUSION_NONE && typed->helper.flag != BPF_NOEXIST &&
	       trace_depends(lost->trace, arguments[2], lost->map, arguments[1]);
}

/* ----- what to write instead ------------------------------------------------------------------ */

static bool is_integer_of(const struct map_definition *map, int size)
{
	return map->value && map->value->size == (unsigned)size;
}

/* "count(:m, key)", of v + 1 */
static const char *update_text(const struct lost *lost)
{
	const struct expression *value = trace_value(lost->trace, lost->call->helper.arguments[2]);
	struct arena *arena = lost->compile->arena;
	const struct expression *left, *right;
	const char *name = lost->map->name;

	if (lost->map->value_type->kind == MEMORY_RECORD)
		return arena_print(
			arena, "update(:%s, key, initial, fn there -> %%{there | ...} end)", name);
	if (value->kind != EXPRESSION_OPERATOR || !value->operation.right ||
	    (value->operation.operator->kind != OPERATOR_ADD &&
	     value->operation.operator->kind != OPERATOR_SUBTRACT))
		return arena_print(arena, "update(:%s, key, initial, fn there -> ... end)", name);
	left = value->operation.left;
	right = value->operation.right;
	if (value->operation.operator->kind == OPERATOR_ADD) {
		if ((left->kind == EXPRESSION_INTEGER && left->integer.magnitude == 1) ||
		    (right->kind == EXPRESSION_INTEGER && right->integer.magnitude == 1))
			return arena_print(arena, "count(:%s, key)", name);
		return arena_print(arena, "sum(:%s, key, amount)", name);
	}
	return arena_print(arena, "update(:%s, key, initial, &(&1 - amount))", name);
}

static const char *remedy(const struct lost *lost)
{
	struct arena *arena = lost->compile->arena;
	const struct map_definition *map = lost->map;
	bool is_new_kernel = lost->typed_unit->unit->kernel >= ATOMIC_KERNEL;
	bool is_exact = is_integer_of(map, 4) || is_integer_of(map, 8);

	if (map->kind->evicts)
		return "use a `:bpf_lru_percpu_hash`, or a `:bpf_hash`, whose elements stay where they are";
	if (map->kind->key_rule == KEY_PREFIX)
		return "count in a `:bpf_hash`, under the prefix that was found";
	if (lost->instance->function->module->overflow_raises)
		return "use a per-CPU map, whose values Elixir sums up";
	if (map->value && !is_exact)
		return "let the values be of 32 or 64 bits, or use a per-CPU map";
	if (!map->value && map->value_type->kind != MEMORY_RECORD)
		return lost->takes_locks
			       ? "keep it in a struct with a lock, and change it in `Honey.with_lock`"
			       : "keep numbers that are added to in a struct of `deftype`, or use a "
				 "per-CPU map";
	if (!lost->call->helper.there)
		return arena_print(
			arena, "let one call do both: `Honey.KernelMap.%s`%s", update_text(lost),
			map->value || !lost->takes_locks ? ""
							 : ", or hold a lock: `Honey.with_lock`");
	if (!is_exact)
		return lost->takes_locks ? "hold a lock: `Honey.with_lock`, or use a per-CPU map"
					 : "use a per-CPU map";
	if (!is_new_kernel)
		return "`use Honey, kernel: \"5.12\"` makes this exact, where it need not run on "
		       "older kernels; or use a per-CPU map";
	return "let the function have only numbers and operators, without calls";
}

static void tell(const struct lost *lost)
{
	struct diagnostics *diagnostics = &lost->compile->diagnostics;
	struct diagnostic *diagnostic;

	diagnostics->origin = lost->instance->function->origin;
	diagnostic = hint_at(diagnostics, lost->call->span, CODE_LOST_UPDATE,
			     "what two CPUs put under this key of map `%s` at once may be lost, "
			     "for the value is computed of what was there",
			     lost->map->name);
	diagnostic_hint(diagnostics, diagnostic, "%s", remedy(lost));
}

static void check_calls(struct lost *lost)
{
	size_t count;
	const struct expression **calls = calls_in_order(lost->compile, lost->instance, &count);

	lost->trace = NULL;
	for (size_t i = 0; i < count; i++) {
		lost->call = calls[i];
		lost->map = typed_at(lost, lost->call)->helper.map;
		if (lost->call->helper.helper->id != HELPER_MAP_UPDATE_ELEM || !lost->map)
			continue;
		if (!lost->trace)
			lost->trace = trace_new(lost->compile, lost->instance);
		if (is_lost(lost))
			tell(lost);
	}
}

static bool all_take_locks(const struct typed_unit *typed_unit)
{
	for (const struct instance *i = typed_unit->instances; i; i = i->next)
		if (i->function->program && !program_takes_locks(i->function->program->kind->type))
			return false;
	return true;
}

void tell_lost_updates(struct compile *compile, struct typed_unit *typed_unit)
{
	struct lost lost = { .compile = compile,
			     .typed_unit = typed_unit,
			     .takes_locks = all_take_locks(typed_unit) };

	for (const struct instance *i = typed_unit->instances; i; i = i->next) {
		lost.instance = i;
		check_calls(&lost);
	}
}
