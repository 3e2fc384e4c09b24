/* SPDX-License-Identifier: Apache-2.0 */
/* Updates whose value is computed of what is there: Honey.KernelMap.update/4 and avg/3. */
#include "compiler/infer/exchange.h"
#include "compiler/infer/infer_internal.h"

#include "compiler/unit/memory_type.h"
#include "compiler/unit/record_type.h"

/* Of the turns of an exchange, by trying; see struct cost. */
static const struct cost exchange_cost = {
	.walk = 10 * MOST_EXCHANGES,
	.branches = 4 * MOST_EXCHANGES,
	.leaving = 60 * MOST_EXCHANGES,
};

static void add_exchange_cost(struct infer *infer, const struct map_definition *map,
			      const struct expression *call)
{
	if (is_by_exchange(infer->instance, infer->typed_unit->unit->kernel, map, call))
		cost_add(&infer->instance->cost, &exchange_cost, 1);
}

/* The value that the function gives, for what is there. */
bool infer_computed(struct infer *infer, const struct expression *call)
{
	const struct map_definition *map = typed_of(infer, call)->helper.map;
	const struct expression *body = call->helper.arguments[3];
	bool changed_before = infer->instance->changes_maps, is_right;
	struct change *mark = infer->changes;

	if (!check_map_operation(infer, call->span, "Honey.KernelMap.update",
				 helper_of(HELPER_MAP_LOOKUP_ELEM), map))
		return false;
	infer->instance->changes_maps = false;
	bind_now(infer, call->helper.there, infer_element(infer, call, map->value_type));
	if (map->value)
		is_right = infer_stored(infer, call, body, map->value, "value", RAISES_PART);
	else
		is_right = infer_argument(infer, call, body, map->value_type, "value");
	if (is_right)
		add_exchange_cost(infer, map, call);
	typed_of(infer, call)->helper.is_disturbed = infer->instance->changes_maps;
	infer->instance->changes_maps = infer->instance->changes_maps || changed_before;
	restore(infer, mark);
	return is_right;
}

static bool has_fields(const struct memory_type *memory, const struct expression *fields)
{
	for (size_t i = 0; i < fields->data.count; i++) {
		const struct record_field *field =
			record_field_find(memory->record, fields->data.keys[i].atom);

		if (!field || field->type->kind != MEMORY_INTEGER)
			return false;
	}
	return true;
}

/* The fields of an average, over zeros in the others. */
bool infer_put_fields(struct infer *infer, const struct expression *call)
{
	const struct map_definition *map = typed_of(infer, call)->helper.map;
	const struct expression *fields = call->helper.arguments[2];
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	const struct memory_type *memory = map->value_type;
	bool is_right = true;

	if (memory->kind != MEMORY_RECORD || !has_fields(memory, fields)) {
		diagnostic_hint(diagnostics,
				error_at(diagnostics, call->span, CODE_BAD_ARGUMENT,
					 "the value of map `%s` is %s, and an average is kept in a "
					 "struct that has the integers `count` and `total`",
					 map->name, memory_type_text(infer->compile, memory)),
				"write `deftype Average, count: :u64, total: :u64`, and "
				"`value_type: Average`");
		return false;
	}
	for (size_t i = 0; i < fields->data.count; i++) {
		const char *name = fields->data.keys[i].atom;

		is_right = infer_into_memory(infer, call, fields->data.items[i],
					     record_field_find(memory->record, name)->type,
					     arena_print(infer->compile->arena,
							 "the field `%s` of the average", name)) &&
			   is_right;
	}
	typed_of(infer, fields)->type = type_memory(memory);
	return is_right;
}

/* Of which kind of object a key is, and how it is written. */
static const struct {
	enum data_kind kind;
	const char *text, *hint;
} object_keys[] = {
	{ DATA_TASK, "the current task", "write `bpf_get_current_task_btf()`" },
	{ DATA_CGROUP, "the current task's control group",
	  "write `bpf_get_current_task_btf().cgroups.dfl_cgrp`" },
};

bool infer_object_key(struct infer *infer, const struct expression *call,
		      const struct expression *key)
{
	const struct map_definition *map = typed_of(infer, call)->helper.map;
	struct type type = infer_expression(infer, key);
	struct diagnostic *diagnostic;
	size_t n = map->kind->number == MAP_TYPE_CGRP_STORAGE;

	if (type.is_poison)
		return false;
	/* Of a map that no program can use, the operation says so. */
	if (map->kind->missing || type_is_none(&type) ||
	    (type_is_data(&type) && type.data_count == 1 &&
	     type.data->shape->kind == object_keys[n].kind))
		return true;
	diagnostic = error_at(
		&infer->compile->diagnostics, operand_span(key, call), CODE_BAD_ARGUMENT,
		"the key of map `%s` of type `:%s` is %s, expected %s", map->name, map->kind->name,
		type_text(infer->compile, &infer->typed_unit->atoms, &type), object_keys[n].text);
	diagnostic_hint(&infer->compile->diagnostics, diagnostic, "%s", object_keys[n].hint);
	return false;
}
