/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Timers, which are hidden fields of a map's values. What one calls is a function of the key and the
 * value; it runs by itself, after the function that has started it, so each is an instance apart.
 */
#include "compiler/infer/infer_internal.h"

#include "compiler/infer/infer_record.h"
#include "compiler/unit/memory_type.h"

static struct timer *timer_of(struct infer *infer, struct function *function,
			      const struct map_definition *map)
{
	struct timer **last = &infer->typed_unit->timers;
	int number = 1;

	for (; *last; last = &(*last)->next, number++) {
		if ((*last)->function == function && (*last)->map == map)
			return *last;
	}
	*last = ARENA_NEW(infer->compile->arena, struct timer);
	(*last)->function = function;
	(*last)->map = map;
	(*last)->program = infer->program;
	(*last)->symbol = arena_print(infer->compile->arena, "honey_timer_%d_ends", number);
	return *last;
}

static bool refuse_function(struct infer *infer, const struct expression *call, size_t n,
			    const char *found, const char *hint)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;

	diagnostic_hint(diagnostics,
			error_at(diagnostics, operand_span(call->helper.arguments[n], call),
				 CODE_BAD_ARGUMENT,
				 "%s is %s, expected a function of a key and a value, known when "
				 "the program is compiled",
				 helper_use_text(infer, call, n), found),
			"%s", hint);
	return false;
}

/* A function value without captured values: when it runs, nothing of this call is left. */
bool infer_timer_function(struct infer *infer, const struct expression *call, size_t n)
{
	static const char *const example = "write `fn key, value -> ... end`, or `&name/2`";
	struct type type = infer_expression(infer, call->helper.arguments[n]);
	const struct data *data = type.data;

	if (type.is_poison)
		return false;
	if (!type_is_data(&type) || type.data_count != 1 || data->shape->kind != DATA_FUNCTION)
		return refuse_function(infer, call, n,
				       type_text(infer->compile, &infer->typed_unit->atoms, &type),
				       example);
	if (data->shape->count)
		return refuse_function(infer, call, n,
				       "a function that uses variables from outside of it",
				       "keep in the map's value what it is to know");
	if (data->shape->function->arity != 2)
		return refuse_function(infer, call, n,
				       arena_print(infer->compile->arena, "a function of arity %d",
						   data->shape->function->arity),
				       example);
	typed_of(infer, call)->helper.timer =
		timer_of(infer, data->shape->function, typed_of(infer, call)->helper.map);
	return true;
}

struct type infer_timer(struct infer *infer, const struct expression *call)
{
	const struct map_definition *map = typed_of(infer, call)->helper.map;
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;

	note_map_use(infer, call, map);
	for (size_t i = 1; i < call->helper.count; i++) {
		if (type_is_none(&typed_of(infer, call->helper.arguments[i])->type))
			return type_none();
	}
	if (map_has_timer(map))
		return type_status(infer->compile);
	diagnostic = error_at(diagnostics, operand_span(call->helper.arguments[0], call),
			      CODE_BAD_ARGUMENT, "the values of map `%s` have no timer", map->name);
	diagnostic_hint(
		diagnostics, diagnostic,
		"give them a type with one: `deftype Session, timer: :timer, packets: :u64`");
	return type_poison();
}

void infer_timers(struct infer *infer)
{
	for (struct timer *t = infer->typed_unit->timers; t; t = t->next) {
		struct type arguments[2];

		arguments[0] = type_in_memory(infer, t->map->key_type);
		arguments[1] = type_in_memory(infer, t->map->value_type);
		infer->program = t->program;
		t->instance = instance_apart(infer, t->function, arguments, t);
	}
}
