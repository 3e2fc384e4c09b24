/* SPDX-License-Identifier: Apache-2.0 */
/* What Honey.Events.emit puts into a ring: a record of one of the ring's types. */
#include "compiler/infer/infer_internal.h"

#include "compiler/core/suggest.h"
#include "compiler/unit/record_type.h"
#include "compiler/unit/ring_definition.h"

#include <string.h>

static const struct {
	const char *name;
	int flag; /* of bpf_ringbuf_submit */
} wakeups[] = {
	{ "auto", 0 },
	{ "no_wakeup", 1 },
	{ "force_wakeup", 2 },
};

static bool refuse_event(struct infer *infer, const struct expression *call,
			 const struct expression *record, const struct type *type)
{
	const struct map_definition *map = typed_of(infer, call)->helper.map;
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;

	diagnostic = error_at(diagnostics, operand_span(record, call), CODE_BAD_ARGUMENT,
			      "what is emitted into `%s` is %s, expected %s", map->name,
			      type_text(infer->compile, &infer->typed_unit->atoms, type),
			      ring_types_text(infer->compile, map));
	if (type->memory)
		diagnostic_hint(diagnostics, diagnostic,
				"match the struct first, in a `case` or in the head of a function");
	return false;
}

/* A struct type that the ring does not have. */
static bool refuse_type(struct infer *infer, const struct expression *call,
			const struct expression *record, const struct memory_type *type)
{
	const struct map_definition *map = typed_of(infer, call)->helper.map;
	const char **names = ARENA_ARRAY(infer->compile->arena, const char *, map->type_count);
	const char *name = record_type_written(type->record);
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;
	const char *nearest;

	for (size_t i = 0; i < map->type_count; i++)
		names[i] = record_type_written(map->types[i]->record);
	nearest = suggest_name(infer->compile->arena, name, names, map->type_count);
	diagnostic = error_at(diagnostics, operand_span(record, call), CODE_BAD_ARGUMENT,
			      "`%%%s{}` is none of the types of ring `%s`, which are %s", name,
			      map->name, ring_types_text(infer->compile, map));
	if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `%%%s{}`?", nearest);
	else
		diagnostic_hint(diagnostics, diagnostic, "add it to the `types:` of the ring");
	return false;
}

static bool infer_event(struct infer *infer, const struct expression *call,
			const struct expression *record)
{
	const struct map_definition *map = typed_of(infer, call)->helper.map;
	struct type type = infer_expression(infer, record);

	/* The types of a ring that were refused have their diagnostics. */
	if (type.is_poison || !map->type_count)
		return false;
	if (type_is_none(&type))
		return true;
	if (!type_is_memory(&type) || type.memory->kind != MEMORY_RECORD)
		return refuse_event(infer, call, record, &type);
	if (ring_type_number(map, type.memory) < 0)
		return refuse_type(infer, call, record, type.memory);
	return true;
}

/* When a buffer of a CPU wakes its reader was said when that was opened. */
static bool refuse_wakeup(struct infer *infer, const struct expression *call,
			  const struct expression *wakeup)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	const struct map_definition *map = typed_of(infer, call)->helper.map;
	struct diagnostic *diagnostic =
		error_at(diagnostics, operand_span(wakeup, call), CODE_BAD_ARGUMENT,
			 "each record of map `%s` of type `:%s` wakes its reader, the wake-up "
			 "cannot be another one",
			 map->name, map->kind->name);

	diagnostic_hint(diagnostics, diagnostic,
			"leave the wake-up out, or make it a `:bpf_ringbuf`");
	return false;
}

static bool infer_wakeup(struct infer *infer, const struct expression *call,
			 const struct expression *wakeup)
{
	struct type type = infer_expression(infer, wakeup);
	const char *name = type_is_single_atom(&type)
				   ? atom_text(&infer->typed_unit->atoms, type.atoms.ids[0])
				   : "";

	for (size_t i = 0; i < sizeof(wakeups) / sizeof(wakeups[0]); i++) {
		if (strcmp(wakeups[i].name, name) != 0)
			continue;
		if (wakeups[i].flag && ring_is_per_cpu(typed_of(infer, call)->helper.map))
			return refuse_wakeup(infer, call, wakeup);
		typed_of(infer, call)->helper.flag = wakeups[i].flag;
		return true;
	}
	if (!type.is_poison)
		error_at(&infer->compile->diagnostics, operand_span(wakeup, call),
			 CODE_BAD_ARGUMENT,
			 "the wake-up of `Honey.Events.emit` is %s, expected `:auto`, "
			 "`:no_wakeup` or `:force_wakeup`",
			 type_text(infer->compile, &infer->typed_unit->atoms, &type));
	return false;
}

/* By the name that the program calls it by. */
static const struct helper *emit_helper(struct infer *infer, const struct map_definition *ring)
{
	struct helper *helper = ARENA_NEW(infer->compile->arena, struct helper);

	*helper = *helper_of(ring_is_per_cpu(ring) ? HELPER_PERF_EVENT_OUTPUT
						   : HELPER_RINGBUF_RESERVE);
	helper->name = EMIT_NAME;
	return helper;
}

/* The record and the wake-up of an emit; what it gives. */
struct type infer_emit(struct infer *infer, const struct expression *call)
{
	const struct expression *record = call->helper.arguments[1];
	const struct helper *helper;
	struct type type;

	if (!infer_helper_map(infer, call, call->helper.arguments[0]) ||
	    !check_map_use(infer, call) || !infer_event(infer, call, record) ||
	    (call->helper.count == 3 && !infer_wakeup(infer, call, call->helper.arguments[2])))
		return type_poison();
	helper = emit_helper(infer, typed_of(infer, call)->helper.map);
	check_use(infer, call->span,
		  arena_print(infer->compile->arena, "`%s` into a `:%s`", helper->name,
			      typed_of(infer, call)->helper.map->kind->name),
		  helper->gpl_only, helper_kernel(helper));
	note_call(infer, call, helper);
	type = typed_of(infer, record)->type;
	return type_is_none(&type) ? type : type_status(infer->compile);
}
