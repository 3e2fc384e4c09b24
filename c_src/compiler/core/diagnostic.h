/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the compiler tells the user about the user's program. A message says what
 * was found, then what was expected, in Elixir's words; the remedy is the hint.
 */
#ifndef HONEY_COMPILER_DIAGNOSTIC_H
#define HONEY_COMPILER_DIAGNOSTIC_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* A place in the source; column and end_column (exclusive) are 0 when unknown. */
struct span {
	int line;
	int column;
	int end_column;
};

/* What holds for a function's diagnostics: set by each pass that comes to it. */
struct origin {
	const char *file;
	bool strict; /* what `strict: true` turns into errors is an error */
};

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_HINT };

enum diagnostic_code {
#define CODE(enumerator, name) CODE_##enumerator,
#include "compiler/core/diagnostic_code.def"
#undef CODE
};

struct note {
	struct note *next;
	const char *message;
	int line;
};

struct diagnostic {
	struct diagnostic *next;
	enum severity severity;
	enum diagnostic_code code;
	const char *file;
	struct span span;
	const char *
		token; /* a literal behind the place, which is meant: it has none itself; or NULL */
	const char *message;
	const char *hint; /* may be NULL */
	struct note *notes;
};

struct diagnostics {
	struct arena *arena;
	struct diagnostic *first, **last;
	int errors;
	struct origin origin;
};

void diagnostics_init(struct diagnostics *diagnostics, struct arena *arena);

/* Forgets what was said since `mark`, a copy of what stood there then. */
void diagnostics_rewind(struct diagnostics *diagnostics, const struct diagnostics *mark);

/* Each returns the diagnostic, so that a hint or a note can be added; never NULL. */
struct diagnostic *error_at(struct diagnostics *diagnostics, struct span span,
			    enum diagnostic_code code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
struct diagnostic *warn_at(struct diagnostics *diagnostics, struct span span,
			   enum diagnostic_code code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* A warning that is an error when the module asks for `strict: true`. */
struct diagnostic *strict_at(struct diagnostics *diagnostics, struct span span,
			     enum diagnostic_code code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
struct diagnostic *hint_at(struct diagnostics *diagnostics, struct span span,
			   enum diagnostic_code code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

void diagnostic_hint(struct diagnostics *diagnostics, struct diagnostic *diagnostic,
		     const char *format, ...) __attribute__((format(printf, 3, 4)));
void diagnostic_note(struct diagnostics *diagnostics, struct diagnostic *diagnostic, int line,
		     const char *format, ...) __attribute__((format(printf, 4, 5)));

const char *diagnostic_code_name(enum diagnostic_code code);
const char *severity_name(enum severity severity);

#endif
