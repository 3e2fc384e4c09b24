/* SPDX-License-Identifier: Apache-2.0 */
/* Which map an argument names. */
#include "compiler/infer/infer_internal.h"

#include "compiler/core/suggest.h"
#include "compiler/unit/shape.h"

#include <string.h>

/* The one atom that an argument is, as far as the types tell; NULL otherwise. */
static const char *constant_atom(struct infer *infer, const struct type *type)
{
	if (!type_is_single_atom(type))
		return NULL;
	return atom_text(&infer->typed_unit->atoms, type->atoms.ids[0]);
}

static bool is_emit(const char *use)
{
	return strcmp(use, EMIT_NAME) == 0;
}

static bool is_tail_call(const char *use)
{
	return strstr(use, "tail_call");
}

static void unknown_map(struct infer *infer, const struct expression *argument, const char *name,
			const char *use)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	const struct unit *unit = infer->typed_unit->unit;
	const char **names = ARENA_ARRAY(infer->compile->arena, const char *, unit->map_count);
	struct diagnostic *diagnostic = error_at(diagnostics, operand_span(argument, argument),
						 CODE_UNKNOWN_MAP,
						 "`:%s` is not a map of this module", name);
	const char *nearest;

	diagnostic->token = arena_print(infer->compile->arena, ":%s", name);
	for (size_t i = 0; i < unit->map_count; i++)
		names[i] = unit->maps[i].name;
	nearest = suggest_name(infer->compile->arena, name, names, unit->map_count);
	if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `:%s`?", nearest);
	else if (is_tail_call(use))
		diagnostic_hint(diagnostics, diagnostic,
				"define it: `defmap :%s, :bpf_prog_array, max_entries: 8`", name);
	else if (is_emit(use))
		diagnostic_hint(diagnostics, diagnostic,
				"define it: `defmap :%s, :bpf_ringbuf, max_entries: 256 * 1024, "
				"types: [Event]`",
				name);
	else
		diagnostic_hint(
			diagnostics, diagnostic,
			"define it: `defmap :%s, :bpf_hash, max_entries: 1024, key_type: :u32, "
			"value_type: :u64`",
			name);
}

struct map_definition *named_map(struct infer *infer, const struct expression *whole,
				 const struct expression *argument, const struct type *type,
				 const char *use, const char *example)
{
	const char *name = constant_atom(infer, type);
	struct map_definition *map = name ? unit_find_map(infer->typed_unit->unit, name) : NULL;

	if (map || type->is_poison)
		return map;
	if (name) {
		unknown_map(infer, argument, name, use);
		return NULL;
	}
	diagnostic_hint(
		&infer->compile->diagnostics,
		error_at(&infer->compile->diagnostics, operand_span(argument, whole),
			 CODE_BAD_ARGUMENT,
			 "the map of `%s` is %s, expected one name of a `defmap`, known when "
			 "the program is compiled",
			 use, type_text(infer->compile, &infer->typed_unit->atoms, type)),
		"write the name itself: `%s`", example);
	return NULL;
}

const char *called_helper(const struct expression *call)
{
	return call->helper.locked ? "Honey.with_lock" : call->helper.helper->name;
}

static const char *example_of(const struct expression *call)
{
	if (call->helper.helper->id == HELPER_TIMER_START ||
	    call->helper.helper->id == HELPER_TIMER_CANCEL)
		return "Honey.Timer.cancel(:sessions, key)";
	if (call->helper.locked)
		return "Honey.with_lock(:accounts, key, fn ... end)";
	if (call->helper.helper->id == HELPER_TAIL_CALL)
		return call->helper.count == 2 ? "Honey.tail_call(:stages, index)"
					       : "bpf_tail_call(ctx, :stages, index)";
	return is_emit(call->helper.helper->name) ? "Honey.Events.emit(:events, record)"
						  : "bpf_map_lookup_elem(:counts, key)";
}

struct map_definition *outer_of(struct infer *infer, const struct type *type)
{
	const struct shape *shape = type->data_count == 1 ? type->data[0].shape : NULL;
	struct map_definition *map;

	if (!shape || shape->kind != DATA_TUPLE || shape->count != 2 || shape->label == NO_LABEL ||
	    type->integer != INTEGER_NONE || type->atoms.count || type->memory || type->text_size)
		return NULL;
	map = unit_find_map(infer->typed_unit->unit,
			    atom_text(&infer->typed_unit->atoms, shape->label));
	return map && map->inner ? map : NULL;
}

/* {:outer, key}: one of the maps that are the values of `outer`. */
static bool infer_inner(struct infer *infer, const struct expression *call,
			const struct expression *argument, const struct type *type,
			struct map_definition *outer)
{
	const char *use = arena_print(infer->compile->arena, "the key of map `%s`", outer->name);

	typed_of(infer, call)->helper.map = outer->inner;
	typed_of(infer, call)->helper.outer = outer;
	return infer_type_into_memory(infer, call, argument, type->data[0].elements[1],
				      outer->key_type, use);
}

/* A map of maps by itself: there is nothing to do with such but to take one of them. */
static bool refuse_outer(struct infer *infer, const struct expression *call,
			 const struct expression *argument, const struct map_definition *map)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;

	diagnostic_hint(diagnostics,
			error_at(diagnostics, operand_span(argument, call), CODE_BAD_ARGUMENT,
				 "the values of map `%s` are maps, and `%s` takes one of these",
				 map->name, called_helper(call)),
			"write `{:%s, key}` for the map that is under the key", map->name);
	return false;
}

bool infer_helper_map(struct infer *infer, const struct expression *call,
		      const struct expression *argument)
{
	struct type type = infer_expression(infer, argument);
	struct map_definition *map = outer_of(infer, &type);

	if (map)
		return infer_inner(infer, call, argument, &type, map);
	map = named_map(infer, call, argument, &type, called_helper(call), example_of(call));
	if (map && map->inner)
		return refuse_outer(infer, call, argument, map);
	typed_of(infer, call)->helper.map = map;
	return map != NULL;
}
