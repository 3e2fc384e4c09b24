/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/syntax/section.h"

#include "base/buffer.h"
#include "compiler/core/suggest.h"
#include "compiler/table/tracepoint.h"
#include "compiler/unit/unit.h"

#include <string.h>

#define LONGEST_SECTION 128

/* Letters that a kernel event, a path or a function can have; no quote, no backslash. */
static bool is_section_character(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       strchr("_/.:+-@", c);
}

static bool is_well_formed(const char *section)
{
	for (const char *c = section; *c; c++) {
		if (!is_section_character(*c))
			return false;
	}
	return *section && strlen(section) <= LONGEST_SECTION;
}

/* NULL for a word that libbpf does not know either. */
static const char *instead_of(const char *word)
{
	static const struct {
		const char *word, *hint;
	} rows[] = {
#define SECTION_INSTEAD(word, hint) { word, hint },
#include "compiler/syntax/section_instead.def"
#undef SECTION_INSTEAD
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (strcmp(rows[i].word, word) == 0)
			return rows[i].hint;
	}
	return NULL;
}

/* What tracefs, perf and bpftrace write with colons. */
static const char *slashed(struct compile *compile, const char *text)
{
	char *copy = arena_copy(compile->arena, text, strlen(text));

	for (char *at = copy; (at = strchr(at, ':'));)
		*at = '/';
	return copy;
}

static void unknown_kind(struct compile *compile, struct function *function)
{
	const char *section = function->program->section;
	size_t length = strcspn(section, "/:");
	const char **names = ARENA_ARRAY(compile->arena, const char *, program_kind_count);
	struct diagnostic *diagnostic;
	const char *nearest, *word;
	struct buffer kinds;

	buffer_init(&kinds, compile->arena);
	for (size_t i = 0; i < program_kind_count; i++) {
		names[i] = program_kinds[i].section;
		buffer_print(&kinds, "%s`%s`", i ? ", " : "", names[i]);
	}
	diagnostic = error_at(&compile->diagnostics, function->program->span, CODE_BAD_SECTION,
			      "`@sec \"%s\"` is not a kind of program that Honey compiles",
			      section);
	word = arena_copy(compile->arena, section, length);
	nearest = suggest_name(compile->arena, word, names, program_kind_count);
	if (instead_of(word))
		diagnostic_hint(&compile->diagnostics, diagnostic, "%s", instead_of(word));
	else if (nearest)
		diagnostic_hint(&compile->diagnostics, diagnostic, "did you mean `%s%s`?", nearest,
				slashed(compile, section + length));
	else
		diagnostic_hint(&compile->diagnostics, diagnostic,
				"a section begins with one of %s", kinds.text);
}

static void resolve_tracepoint(struct compile *compile, struct function *function)
{
	const char *name = strchr(function->program->section, '/') + 1;
	size_t size = (size_t)(honey_tracepoints_end - honey_tracepoints);
	struct diagnostic *diagnostic;
	const char *nearest;

	function->program->tracepoint =
		tracepoint_find(compile->arena, honey_tracepoints, size, name);
	if (function->program->tracepoint)
		return;
	diagnostic = error_at(&compile->diagnostics, function->program->span,
			      CODE_UNKNOWN_TRACEPOINT,
			      "`%s` is not a tracepoint of the kernels that Honey knows", name);
	nearest = tracepoint_suggest(compile->arena, honey_tracepoints, size, name);
	if (nearest)
		diagnostic_hint(&compile->diagnostics, diagnostic,
				"did you mean `@sec \"tracepoint/%s\"`?", nearest);
	else
		diagnostic_hint(&compile->diagnostics, diagnostic,
				"`@sec \"tracepoint/category/name\"` takes the names that "
				"/sys/kernel/tracing/available_events lists");
}

static bool rest_fits(enum section_rest rest, bool is_named)
{
	switch (rest) {
	case REST_NAMED:
		return is_named;
	case REST_NONE:
		return !is_named;
	case REST_OPTIONAL:
		return true;
	}
	return false;
}

static bool check_rest(struct compile *compile, struct function *function)
{
	const struct program_kind *kind = function->program->kind;
	const char *rest = strchr(function->program->section, '/');
	struct diagnostic *diagnostic;

	if (rest_fits(kind->rest, rest && rest[1]))
		return true;
	diagnostic = error_at(&compile->diagnostics, function->program->span, CODE_BAD_SECTION,
			      kind->rest == REST_NAMED
				      ? "`@sec \"%s\"` does not say where to attach"
				      : "`@sec \"%s\"` says more than its kind has",
			      function->program->section);
	diagnostic_hint(&compile->diagnostics, diagnostic, "write `@sec \"%s%s\"`", kind->section,
			kind->rest == REST_NAMED ? "/..." : "");
	return false;
}

static void check_kernel(struct compile *compile, const struct unit *unit,
			 const struct function *function)
{
	const struct program_kind *kind = function->program->kind;
	struct diagnostic *diagnostic;

	if (kind->kernel <= unit->kernel)
		return;
	diagnostic =
		error_at(&compile->diagnostics, function->program->span, CODE_KERNEL_TOO_OLD,
			 "programs of kind `%s` need kernel %d.%d, but this module is for %d.%d",
			 kind->section, kind->kernel >> 8, kind->kernel & 0xff, unit->kernel >> 8,
			 unit->kernel & 0xff);
	diagnostic_hint(&compile->diagnostics, diagnostic, "write `use Honey, kernel: \"%d.%d\"`",
			kind->kernel >> 8, kind->kernel & 0xff);
}

void section_resolve(struct compile *compile, const struct unit *unit, struct function *function)
{
	struct program *program = function->program;

	program->kind = program_kind_find(program->section);
	if (!is_well_formed(program->section)) {
		error_at(&compile->diagnostics, function->program->span, CODE_BAD_SECTION,
			 "the text of this `@sec` cannot be the name of a section");
		program->kind = &program_kinds[0];
	} else if (!program->kind) {
		unknown_kind(compile, function);
		program->kind = &program_kinds[0];
	} else if (check_rest(compile, function)) {
		check_kernel(compile, unit, function);
		if (program->kind->context == CONTEXT_TRACEPOINT)
			resolve_tracepoint(compile, function);
	}
	if (function->arity != 1)
		error_at(&compile->diagnostics, function->program->span, CODE_BAD_SECTION,
			 "`%s/%d` has `@sec`, but a program takes one argument, its context",
			 function->name, function->arity);
}
