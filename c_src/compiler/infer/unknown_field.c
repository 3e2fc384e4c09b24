/* SPDX-License-Identifier: Apache-2.0 */
/* Names that a tracepoint has no field of: where it is, or what tells it. */
#include "base/buffer.h"
#include "compiler/infer/infer_internal.h"

#include <string.h>

/* More fields than these are for `mix honey.probes` to list. */
#define MOST_LISTED 6

static const char *instead_of(const char *name)
{
	static const struct {
		const char *name, *hint;
	} rows[] = {
#define CONTEXT_INSTEAD(name, hint) { #name, hint },
#include "compiler/table/context_instead.def"
#undef CONTEXT_INSTEAD
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (strcmp(rows[i].name, name) == 0)
			return rows[i].hint;
	}
	return NULL;
}

/* "syscalls/sys_exit_chdir" of "sys_enter_chdir", and the other way round; NULL for other events. */
static const char *other_side(struct arena *arena, const struct tracepoint *tracepoint)
{
	const char *name = tracepoint->name;

	if (strncmp(name, "sys_enter", strlen("sys_enter")) == 0)
		return arena_print(arena, "%s/sys_exit%s", tracepoint->category,
				   name + strlen("sys_enter"));
	if (strncmp(name, "sys_exit", strlen("sys_exit")) == 0)
		return arena_print(arena, "%s/sys_enter%s", tracepoint->category,
				   name + strlen("sys_exit"));
	return NULL;
}

/* A system call has its arguments where it begins, and its result where it ends. */
static const char *hint_of_other_side(struct arena *arena, const struct tracepoint *tracepoint,
				      const char *name)
{
	size_t size = (size_t)(honey_tracepoints_end - honey_tracepoints);
	const char *other = other_side(arena, tracepoint);
	const struct tracepoint *found =
		other ? tracepoint_find(arena, honey_tracepoints, size, other) : NULL;
	bool is_exit = strncmp(tracepoint->name, "sys_exit", strlen("sys_exit")) == 0;

	for (size_t i = 0; found && i < found->layouts[0].field_count; i++) {
		if (strcmp(found->layouts[0].fields[i].name, name) == 0)
			return arena_print(
				arena,
				is_exit ? "it is in `tracepoint/%s`: keep it there in a map, under "
					  "`bpf_get_current_pid_tgid()`"
					: "it is in `tracepoint/%s`, where the call has ended",
				other);
	}
	return NULL;
}

/* "it has `__syscall_nr` and `filename`" */
static const char *fields_text(struct arena *arena, const struct tracepoint_layout *layout)
{
	struct buffer text;

	buffer_init(&text, arena);
	buffer_add_text(&text, "it has ");
	for (size_t i = 0; i < layout->field_count; i++)
		buffer_print(&text, "%s`%s`",
			     i == 0 ? "" : (i + 1 < layout->field_count ? ", " : " and "),
			     layout->fields[i].name);
	return text.text;
}

struct type unknown_field(struct infer *infer, const struct context_read *read,
			  const struct tracepoint *tracepoint)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct arena *arena = infer->compile->arena;
	const struct tracepoint_layout *newest = &tracepoint->layouts[0];
	const char *hint = hint_of_other_side(arena, tracepoint, read->name);
	const char *nearest = tracepoint_suggest_field(arena, tracepoint, read->name);
	struct diagnostic *diagnostic = error_at(diagnostics, read->span, CODE_UNKNOWN_FIELD,
						 "`%s` is not a field of the tracepoint `%s/%s`",
						 read->name, tracepoint->category,
						 tracepoint->name);

	if (!hint && !nearest)
		hint = instead_of(read->name);
	if (!hint && !nearest && newest->field_count && newest->field_count <= MOST_LISTED)
		hint = fields_text(arena, newest);
	if (hint)
		diagnostic_hint(diagnostics, diagnostic, "%s", hint);
	else if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `%s`?", nearest);
	else
		diagnostic_hint(diagnostics, diagnostic,
				"`mix honey.probes %s/%s` lists the fields", tracepoint->category,
				tracepoint->name);
	return type_poison();
}
