/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns take of records and arrays. */
#include "compiler/infer/data_pattern.h"
#include "compiler/infer/infer_internal.h"
#include "compiler/infer/infer_record.h"
#include "compiler/unit/record_type.h"

#include <string.h>

static void mark_bound(struct infer *infer, const struct memory_type *memory,
		       const struct pattern *pattern)
{
	if (memory_type_can_misread(memory) && pattern->kind != PATTERN_ANY &&
	    pattern->kind != PATTERN_ATOM)
		infer->instance->can_raise = true;
}

/* `name`, and of `name = pattern` the name. */
static void mark_field(struct infer *infer, const struct pattern *pattern)
{
	if (pattern->kind == PATTERN_VARIABLE && !infer->is_trial)
		infer->instance->is_field[pattern->variable->number] = true;
	if (pattern->kind == PATTERN_BOTH) {
		mark_field(infer, pattern->both.left);
		mark_field(infer, pattern->both.right);
	}
}

/* One item of a pattern, and what of the memory it looks at. */
struct look {
	const struct memory_type *memory;
	const struct pattern *pattern;
};

/* Takes the record or array if every item takes what it looks at. */
static struct match match_looks(struct infer *infer, const struct look *looks, size_t count,
				bool can_match, struct type subject)
{
	struct match match = { .matched = type_only_memory(subject),
			       .rest = type_without_memory(subject) };
	bool takes_all = true;

	for (size_t i = 0; i < count; i++) {
		struct match inner = match_pattern(infer, looks[i].pattern,
						   type_in_memory(infer, looks[i].memory));

		mark_field(infer, looks[i].pattern);
		if (can_match)
			mark_bound(infer, looks[i].memory, looks[i].pattern);
		takes_all = takes_all && type_is_none(&inner.rest);
		can_match = can_match && !type_is_none(&inner.matched);
	}
	if (!can_match)
		return (struct match){ .matched = type_none(), .rest = subject };
	if (!takes_all)
		match.rest = subject;
	return match;
}

/* %_{} takes a struct of any type; NULL when there can be none. */
static const struct record_type *pattern_record(struct infer *infer, const struct pattern *pattern,
						const struct type *subject)
{
	bool is_record = subject->memory && subject->memory->kind == MEMORY_RECORD;

	if (pattern->record.name)
		return named_record(infer, pattern->span, pattern->record.name);
	return is_record ? subject->memory->record : NULL;
}

/* False, and a diagnostic, for an atom that the enum does not have. */
static bool check_member(struct infer *infer, const struct pattern *whole,
			 const struct record_type *record, const struct record_field *field,
			 const struct pattern *pattern)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;
	const char *nearest;

	if (!is_no_member(pattern, field->type))
		return true;
	if (infer->is_trial)
		return false;
	diagnostic = error_at(
		diagnostics, pattern->span.column ? pattern->span : whole->span, CODE_NEVER_MATCHES,
		"the field `%s` of `%%%s{}` is never `%s%s`, expected %s", field->name,
		record_type_written(record), strcmp(pattern->atom, "nil") == 0 ? "" : ":",
		pattern->atom, memory_type_text(infer->compile, field->type));
	nearest = nearest_member(infer, pattern->atom, field->type);
	if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `:%s`?", nearest);
	return false;
}

struct match match_struct(struct infer *infer, const struct pattern *pattern, struct type subject)
{
	const struct record_type *record = pattern_record(infer, pattern, &subject);
	size_t count = pattern->record.count;
	struct look *looks = ARENA_ARRAY(infer->compile->arena, struct look, count);

	if (!record && !pattern->record.name)
		return (struct match){ .matched = type_none(), .rest = subject };
	if (!record)
		return (struct match){ .matched = type_poison(), .rest = type_poison() };
	for (size_t i = 0; i < count; i++) {
		const struct field_pattern *given = &pattern->record.fields[i];
		const struct record_field *field = record_field_find(record, given->name);

		if (!field && !pattern->record.name)
			return (struct match){ .matched = type_none(), .rest = subject };
		field = find_field(
			infer, given->pattern->span.column ? given->pattern->span : pattern->span,
			record, given->name);
		if (!field || (pattern->record.name &&
			       !check_member(infer, pattern, record, field, given->pattern)))
			return (struct match){ .matched = type_poison(), .rest = type_poison() };
		looks[i] = (struct look){ field->type, given->pattern };
	}
	return match_looks(infer, looks, count,
			   subject.memory == &record->type && !subject.is_mixed, subject);
}

/* A list has no column of its own: that of its first part which has one. */
static struct span list_span(const struct pattern *pattern)
{
	struct span span = pattern->span;

	for (size_t i = 0; i < pattern->data.count && !span.column; i++)
		if (pattern->data.items[i]->span.line == span.line)
			span = pattern->data.items[i]->span;
	return span.column || !pattern->data.tail ? span : pattern->data.tail->span;
}

static struct match refuse_memory_pattern(struct infer *infer, const struct pattern *pattern,
					  const char *problem)
{
	if (!infer->is_trial)
		error_at(&infer->compile->diagnostics,
			 pattern->kind == PATTERN_DATA && pattern->data.kind == DATA_LIST
				 ? list_span(pattern)
				 : pattern->span,
			 CODE_UNSUPPORTED, "%s", problem);
	return (struct match){ .matched = type_poison(), .rest = type_poison() };
}

/* A list's pattern for an array: an item for each element. */
static struct match match_array(struct infer *infer, const struct pattern *pattern,
				struct type subject)
{
	size_t count = pattern->data.count;
	struct look *looks = ARENA_ARRAY(infer->compile->arena, struct look, count);

	if (pattern->data.tail)
		return refuse_memory_pattern(infer, pattern,
					     "found `[head | tail]` for an array, expected a "
					     "pattern for each of its elements");
	for (size_t i = 0; i < count; i++)
		looks[i] = (struct look){ subject.memory->element, pattern->data.items[i] };
	return match_looks(infer, looks, count, count == subject.memory->count, subject);
}

/* A map's pattern for a record, which has no keys but its fields. */
static struct match match_fields(struct infer *infer, const struct pattern *pattern,
				 struct type subject)
{
	size_t count = pattern->data.count;
	struct look *looks = ARENA_ARRAY(infer->compile->arena, struct look, count);

	for (size_t i = 0; i < count; i++) {
		const char *name = pattern->data.keys[i].atom;
		const struct record_field *field =
			name ? record_field_find(subject.memory->record, name) : NULL;

		if (!field)
			return (struct match){ .matched = type_none(), .rest = subject };
		looks[i] = (struct look){ field->type, pattern->data.items[i] };
	}
	return match_looks(infer, looks, count, true, subject);
}

struct match match_memory(struct infer *infer, const struct pattern *pattern, struct type subject)
{
	if (subject.is_mixed || subject.data_count)
		return refuse_memory_pattern(infer, pattern,
					     "this pattern is for several kinds of data, of which "
					     "some lie in memory; match these by `%Name{}` first");
	if (subject.memory->kind == MEMORY_ARRAY)
		return match_array(infer, pattern, subject);
	return match_fields(infer, pattern, subject);
}
