/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/map_argument.h"

#include "compiler/infer/infer.h"
#include "compiler/infer/trace.h"
#include "compiler/unit/memory_type.h"
#include "compiler/unit/record_type.h"
#include "compiler/unit/tuple_type.h"

struct check {
	struct compile *compile;
	const struct instance *instance;
	struct trace *trace;
	const struct expression *call;
	const struct map_definition *map;
};

static const char *index_text(struct arena *arena, struct range range)
{
	if (range.low == range.high)
		return arena_print(arena, "%lld", (long long)range.low);
	if (range.high > WIDE_S64_MAX)
		return arena_print(arena, "%lld or more", (long long)range.low);
	return arena_print(arena, "%lld to %lld", (long long)range.low, (long long)range.high);
}

/* An array has nothing there, and will not: only the lowest 32 bits of an index count. */
static void check_index(const struct check *check)
{
	const struct expression *key = check->call->helper.arguments[1];
	const struct type *type = &check->instance->typed[key->number].type;
	struct diagnostics *diagnostics = &check->compile->diagnostics;
	unsigned count = check->map->max_entries;

	if (check->map->kind->key_rule != KEY_INDEX || check->map->outer || !count ||
	    !type_is_integer(type) || type->range.low < count || type->range.high > UINT32_MAX)
		return;
	diagnostic_hint(
		diagnostics,
		warn_at(diagnostics, key->span.column ? key->span : check->call->span,
			CODE_ALWAYS_FAILS,
			"map `%s` has the indices 0 to %u, and this one is %s: nothing is found, and "
			"nothing is put",
			check->map->name, count - 1,
			index_text(check->compile->arena, type->range)),
		"give the map more room, by `max_entries:`, or keep the index below that");
}

void hint_of_half(struct compile *compile, const struct expression *value, struct span span)
{
	struct diagnostics *diagnostics = &compile->diagnostics;

	if (value->kind != EXPRESSION_HELPER ||
	    value->helper.helper->id != HELPER_GET_CURRENT_PID_TGID)
		return;
	diagnostic_hint(
		diagnostics,
		hint_at(diagnostics, span, CODE_TRUNCATED,
			"of `bpf_get_current_pid_tgid()` this keeps the lowest bits, which are "
			"the number of the thread, not of the process"),
		"`>>> 32` is the process, `&&& 0xFFFFFFFF` the thread");
}

static void check_half(const struct check *check, size_t n, const struct integer_type *integer)
{
	const struct expression *value;

	if (!integer || integer->size > 4 || n >= check->call->helper.count)
		return;
	value = check->call->helper.arguments[n];
	hint_of_half(check->compile, trace_value(check->trace, value),
		     value->span.column ? value->span : check->call->span);
}

/* The items of a key that is a tuple. */
static void check_items(const struct check *check)
{
	const struct memory_type *memory = check->map->key_type;
	const struct expression *written = check->call->helper.arguments[1];
	const struct expression *key = trace_value(check->trace, written);

	if (check->map->key || !memory || key->kind != EXPRESSION_DATA ||
	    key->data.kind != DATA_TUPLE || memory->kind != MEMORY_TUPLE ||
	    key->data.count != tuple_type_count(memory))
		return;
	for (size_t i = 0; i < key->data.count; i++) {
		const struct memory_type *item = tuple_element(memory, i)->type;

		if (item->kind == MEMORY_INTEGER && item->size <= 4)
			hint_of_half(check->compile, trace_value(check->trace, key->data.items[i]),
				     key->data.items[i]->span.column ? key->data.items[i]->span
								     : check->call->span);
	}
}

static bool has_key(const struct expression *call)
{
	switch (call->helper.helper->id) {
	case HELPER_MAP_LOOKUP_ELEM:
	case HELPER_MAP_UPDATE_ELEM:
	case HELPER_MAP_DELETE_ELEM:
		return true;
	default:
		return false;
	}
}

static void check_call(struct check *check)
{
	if (!check->trace)
		check->trace = trace_new(check->compile, check->instance);
	check_index(check);
	check_half(check, 1, check->map->key);
	check_items(check);
	if (check->call->helper.helper->id == HELPER_MAP_UPDATE_ELEM)
		check_half(check, 2, check->map->value);
}

static void check_calls(struct check *check)
{
	size_t count;
	const struct expression **calls = calls_in_order(check->compile, check->instance, &count);

	for (size_t i = 0; i < count; i++) {
		check->call = calls[i];
		check->map = check->instance->typed[check->call->number].helper.map;
		if (check->map && has_key(check->call))
			check_call(check);
	}
}

void check_map_arguments(struct compile *compile, struct typed_unit *typed_unit)
{
	struct check check = { .compile = compile };

	for (const struct instance *i = typed_unit->instances; i; i = i->next) {
		check.instance = i;
		check.trace = NULL;
		compile->diagnostics.origin = i->function->origin;
		check_calls(&check);
	}
}
