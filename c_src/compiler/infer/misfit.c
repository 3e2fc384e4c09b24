/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/misfit.h"

#include "compiler/core/context.h"
#include "compiler/core/suggest.h"
#include "compiler/infer/data_pattern.h"
#include "compiler/table/tables.h"
#include "compiler/unit/record_type.h"

struct fit {
	struct compile *compile;
	struct atom_table *atoms;
};

static bool fits(const struct fit *fit, const struct pattern *pattern, const struct type *type)
{
	return pattern_can_match(fit->compile, fit->atoms, pattern, type);
}

static bool is_record(const struct type *type)
{
	return type->memory && type->memory->kind == MEMORY_RECORD;
}

static struct misfit misfit(const struct fit *fit, const struct pattern *pattern,
			    const struct type *type);

static const char *nearest_atom(const struct fit *fit, const struct type *type, const char *name)
{
	struct arena *arena = fit->compile->arena;
	const char **names = ARENA_ARRAY(arena, const char *, type->atoms.count + 1);

	if (type->atoms.any_errno)
		return errno_suggest(arena, name);
	for (size_t i = 0; i < type->atoms.count; i++)
		names[i] = atom_text(fit->atoms, type->atoms.ids[i]);
	return suggest_name(arena, name, names, type->atoms.count);
}

static struct misfit atom_misfit(const struct fit *fit, const struct type *type, const char *name)
{
	const char *nearest = nearest_atom(fit, type, name);

	return (struct misfit){ .hint = nearest ? arena_print(fit->compile->arena,
							      "did you mean `:%s`?", nearest)
						: NULL };
}

static struct misfit field_misfit(const struct fit *fit, const struct record_type *record,
				  const char *name, const struct pattern *pattern)
{
	const struct record_field *field = name ? record_field_find(record, name) : NULL;
	const char *nearest;
	struct misfit inner;
	struct type type;

	if (field) {
		type = type_of_memory(fit->compile, fit->atoms, field->type);
		if (fits(fit, pattern, &type))
			return (struct misfit){ 0 };
		inner = misfit(fit, pattern, &type);
		inner.is_of_record = true;
		return inner;
	}
	nearest = name ? record_suggest_field(fit->compile, record, name) : NULL;
	inner = (struct misfit){ .is_of_record = true };
	if (nearest)
		inner.hint = arena_print(fit->compile->arena,
					 "`%%%s{}` has no `%s`; did you mean `%s`?",
					 record_type_written(record), name, nearest);
	return inner;
}

/* The first of its fields that is none, or whose pattern does not fit. */
static struct misfit record_misfit(const struct fit *fit, const struct pattern *pattern,
				   const struct record_type *record)
{
	bool is_map = pattern->kind == PATTERN_DATA;
	size_t count = is_map ? pattern->data.count : pattern->record.count;

	for (size_t i = 0; i < count; i++) {
		const char *name = is_map ? pattern->data.keys[i].atom
					  : pattern->record.fields[i].name;
		const struct pattern *inner = is_map ? pattern->data.items[i]
						     : pattern->record.fields[i].pattern;

		struct misfit found = field_misfit(fit, record, name, inner);

		if (found.is_of_record)
			return found;
	}
	return (struct misfit){ 0 };
}

/* The innermost atom that does not fit, of the last item that has one. */
static struct misfit tuple_misfit(const struct fit *fit, const struct pattern *pattern,
				  const struct type *type)
{
	for (size_t i = 0; i < type->data_count; i++) {
		const struct data *data = &type->data[i];

		if (data->shape->kind != DATA_TUPLE || data->shape->count != pattern->data.count)
			continue;
		for (size_t n = pattern->data.count; n-- > 0;) {
			const struct pattern *item = pattern->data.items[n];

			if (!fits(fit, item, &data->elements[n]))
				return misfit(fit, item, &data->elements[n]);
		}
	}
	return (struct misfit){ 0 };
}

static struct misfit misfit(const struct fit *fit, const struct pattern *pattern,
			    const struct type *type)
{
	if (pattern->kind == PATTERN_ATOM)
		return atom_misfit(fit, type, pattern->atom);
	if (pattern->kind == PATTERN_BOTH)
		return misfit(fit,
			      fits(fit, pattern->both.left, type) ? pattern->both.right
								  : pattern->both.left,
			      type);
	if (pattern->kind == PATTERN_DATA && pattern->data.kind == DATA_TUPLE)
		return tuple_misfit(fit, pattern, type);
	if (is_record(type) && (pattern->kind == PATTERN_STRUCT ||
				(pattern->kind == PATTERN_DATA && pattern->data.kind == DATA_MAP)))
		return record_misfit(fit, pattern, type->memory->record);
	return (struct misfit){ 0 };
}

struct misfit pattern_misfit(struct compile *compile, struct atom_table *atoms,
			     const struct pattern *pattern, const struct type *type)
{
	struct fit fit = { compile, atoms };

	return misfit(&fit, pattern, type);
}
