/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/program_array.h"

#include "compiler/core/suggest.h"
#include "compiler/unit/map_entries.h"

#include <string.h>

#define SAME_HINT "programs that follow one another have the same type; make a map for each"

/* What follows the kind: "sched/sched_switch" */
static const char *attached_to(const struct program *program)
{
	const char *slash = strchr(program->section, '/');

	return slash ? slash + 1 : "";
}

static bool may_follow(const struct function *one, const struct function *other)
{
	const struct program_kind *kind = one->program->kind;

	return kind->type == other->program->kind->type &&
	       (kind->context != CONTEXT_TRACEPOINT ||
		strcmp(attached_to(one->program), attached_to(other->program)) == 0);
}

/* "`parse/1`, an XDP program", or "`parse/1`, of \"tracepoint/sched/sched_switch\"" */
static const char *described(struct compile *compile, const struct function *function,
			     const struct function *other)
{
	const struct program *program = function->program;

	if (program->kind->type == other->program->kind->type)
		return arena_print(compile->arena, "`%s`, of \"%s\"",
				   function_text(compile, function), program->section);
	return arena_print(compile->arena, "`%s`, %s", function_text(compile, function),
			   program_type_text(program->kind->type));
}

void program_array_note(struct compile *compile, const struct function *program,
			const struct instance *instance, const struct expression *call,
			struct map_definition *map)
{
	struct diagnostic *diagnostic;

	if (!map->program)
		map->program = program;
	if (may_follow(map->program, program))
		return;
	compile->diagnostics.origin = instance->function->origin;
	diagnostic = error_at(&compile->diagnostics, call->span, CODE_HELPER_REFUSED,
			      "%s, goes on with the programs of map `%s`, as does %s",
			      described(compile, program, map->program), map->name,
			      described(compile, map->program, program));
	diagnostic_hint(&compile->diagnostics, diagnostic, SAME_HINT);
}

static const struct function *find_program(const struct unit *unit, const char *name)
{
	for (size_t i = 0; i < unit->function_count; i++) {
		if (unit->functions[i].program && strcmp(unit->functions[i].name, name) == 0)
			return &unit->functions[i];
	}
	return NULL;
}

static void unknown_program(struct compile *compile, const struct unit *unit,
			    const struct map_definition *map, const char *name)
{
	const char **names = ARENA_ARRAY(compile->arena, const char *, unit->function_count);
	struct diagnostic *diagnostic;
	const char *nearest;
	size_t count = 0;

	for (size_t i = 0; i < unit->function_count; i++) {
		if (unit->functions[i].program)
			names[count++] = unit->functions[i].name;
	}
	nearest = suggest_name(compile->arena, name, names, count);
	diagnostic = error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION,
			      "the `entries` of map `%s` have `:%s`, which is no program of this "
			      "module",
			      map->name, name);
	if (nearest)
		diagnostic_hint(&compile->diagnostics, diagnostic, "did you mean `:%s`?", nearest);
	else
		diagnostic_hint(&compile->diagnostics, diagnostic,
				"write the name of a function with `@sec`");
}

static void check_entry(struct compile *compile, const struct unit *unit,
			struct map_definition *map, const char *name)
{
	const struct function *program = find_program(unit, name);
	struct diagnostic *diagnostic;

	if (!program) {
		unknown_program(compile, unit, map, name);
		return;
	}
	if (!map->program)
		map->program = program;
	if (may_follow(map->program, program))
		return;
	diagnostic = error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION,
			      "map `%s` has %s, which cannot follow %s", map->name,
			      described(compile, program, map->program),
			      described(compile, map->program, program));
	diagnostic_hint(&compile->diagnostics, diagnostic, SAME_HINT);
}

/* A library's programs are those of the modules that link it. */
static bool has_programs(const struct unit *unit)
{
	for (size_t i = 0; i < unit->function_count; i++) {
		if (unit->functions[i].program)
			return true;
	}
	return false;
}

void program_array_check(struct compile *compile, const struct unit *unit)
{
	if (!has_programs(unit))
		return;
	for (size_t i = 0; i < unit->map_count; i++) {
		struct map_definition *map = &unit->maps[i];
		const char *name;

		if (map->kind->value_rule != VALUE_PROGRAM)
			continue;
		compile->diagnostics.origin =
			(struct origin){ .file = map->module->file, .strict = map->module->strict };
		for (size_t n = 0; (name = map_entry_program(map, n)); n++)
			check_entry(compile, unit, map, name);
	}
}
