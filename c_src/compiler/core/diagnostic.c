/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/core/diagnostic.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <string.h>

#define MOST_ERRORS 20

void diagnostics_init(struct diagnostics *diagnostics, struct arena *arena)
{
	*diagnostics = (struct diagnostics){ .arena = arena, .last = &diagnostics->first };
}

void diagnostics_rewind(struct diagnostics *diagnostics, const struct diagnostics *mark)
{
	*diagnostics = *mark;
	*diagnostics->last = NULL;
}

static bool same(const struct diagnostic *a, const struct diagnostic *b)
{
	return a->code == b->code && a->file == b->file && a->span.line == b->span.line &&
	       a->span.column == b->span.column && strcmp(a->message, b->message) == 0;
}

/* A function that is compiled for several argument types says everything once. */
static struct diagnostic *find_same(struct diagnostics *diagnostics,
				    const struct diagnostic *wanted)
{
	for (struct diagnostic *d = diagnostics->first; d; d = d->next) {
		if (same(d, wanted))
			return d;
	}
	return NULL;
}

static void append(struct diagnostics *diagnostics, struct diagnostic *diagnostic)
{
	*diagnostics->last = diagnostic;
	diagnostics->last = &diagnostic->next;
}

/* What is said in the place of the first error that is left out. */
static struct diagnostic *too_many(struct diagnostics *diagnostics, struct span span)
{
	struct diagnostic *diagnostic = ARENA_NEW(diagnostics->arena, struct diagnostic);

	*diagnostic = (struct diagnostic){ .code = CODE_TOO_MANY_ERRORS,
					   .file = diagnostics->origin.file,
					   .span = { .line = span.line } };
	diagnostic->message = arena_print(diagnostics->arena,
					  "the module has more errors than the %d that are told",
					  MOST_ERRORS);
	return diagnostic;
}

static struct diagnostic *add(struct diagnostics *diagnostics, enum severity severity,
			      struct span span, enum diagnostic_code code, const char *format,
			      va_list arguments)
{
	struct diagnostic *diagnostic = ARENA_NEW(diagnostics->arena, struct diagnostic);
	struct diagnostic *earlier;
	struct buffer text;

	buffer_init(&text, diagnostics->arena);
	buffer_vprint(&text, format, arguments);
	diagnostic->severity = severity;
	diagnostic->code = code;
	diagnostic->file = diagnostics->origin.file;
	diagnostic->span = span;
	diagnostic->message = text.text ? text.text : "";
	earlier = find_same(diagnostics, diagnostic);
	if (earlier)
		return earlier;
	if (severity == SEVERITY_ERROR && ++diagnostics->errors > MOST_ERRORS) {
		if (diagnostics->errors == MOST_ERRORS + 1)
			append(diagnostics, too_many(diagnostics, span));
		return diagnostic;
	}
	append(diagnostics, diagnostic);
	return diagnostic;
}

#define ADD(severity) \
	va_list arguments; \
	struct diagnostic *diagnostic; \
	va_start(arguments, format); \
	diagnostic = add(diagnostics, (severity), span, code, format, arguments); \
	va_end(arguments); \
	return diagnostic

struct diagnostic *error_at(struct diagnostics *diagnostics, struct span span,
			    enum diagnostic_code code, const char *format, ...)
{
	ADD(SEVERITY_ERROR);
}

struct diagnostic *warn_at(struct diagnostics *diagnostics, struct span span,
			   enum diagnostic_code code, const char *format, ...)
{
	ADD(SEVERITY_WARNING);
}

struct diagnostic *strict_at(struct diagnostics *diagnostics, struct span span,
			     enum diagnostic_code code, const char *format, ...)
{
	ADD(diagnostics->origin.strict ? SEVERITY_ERROR : SEVERITY_WARNING);
}

struct diagnostic *hint_at(struct diagnostics *diagnostics, struct span span,
			   enum diagnostic_code code, const char *format, ...)
{
	ADD(SEVERITY_HINT);
}

void diagnostic_hint(struct diagnostics *diagnostics, struct diagnostic *diagnostic,
		     const char *format, ...)
{
	struct buffer text;
	va_list arguments;

	buffer_init(&text, diagnostics->arena);
	va_start(arguments, format);
	buffer_vprint(&text, format, arguments);
	va_end(arguments);
	diagnostic->hint = text.text;
}

void diagnostic_note(struct diagnostics *diagnostics, struct diagnostic *diagnostic, int line,
		     const char *format, ...)
{
	struct note *note = ARENA_NEW(diagnostics->arena, struct note);
	struct note **end = &diagnostic->notes;
	struct buffer text;
	va_list arguments;

	buffer_init(&text, diagnostics->arena);
	va_start(arguments, format);
	buffer_vprint(&text, format, arguments);
	va_end(arguments);
	note->message = text.text ? text.text : "";
	note->line = line;
	while (*end) {
		if ((*end)->line == line && strcmp((*end)->message, note->message) == 0)
			return;
		end = &(*end)->next;
	}
	*end = note;
}

const char *diagnostic_code_name(enum diagnostic_code code)
{
	static const char *const names[] = {
#define CODE(enumerator, name) [CODE_##enumerator] = #name,
#include "compiler/core/diagnostic_code.def"
#undef CODE
	};

	return names[code];
}

const char *severity_name(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR:
		return "error";
	case SEVERITY_WARNING:
		return "warning";
	case SEVERITY_HINT:
		return "hint";
	}
	return "error";
}
