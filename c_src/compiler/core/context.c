/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/core/context.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

_Noreturn void compile_bug(struct compile *compile, const char *file, int line, const char *format,
			   ...)
{
	va_list arguments;
	int used = snprintf(compile->bug, sizeof(compile->bug), "%s:%d: ", file, line);

	va_start(arguments, format);
	if (used >= 0 && (size_t)used < sizeof(compile->bug))
		vsnprintf(compile->bug + used, sizeof(compile->bug) - (size_t)used, format,
			  arguments);
	va_end(arguments);
	longjmp(*compile->boundary, BOUNDARY_BUG);
}

const char nesting_hint[] = "bind a part of it to a variable, or move it into a function; `if`s in "
			    "the `else` of others are one `cond`";

bool nesting_enter(struct compile *compile, struct span span)
{
	struct diagnostic *diagnostic;

	if (compile->nesting < DEEPEST_NESTING) {
		compile->nesting++;
		return true;
	}
	diagnostic = error_at(&compile->diagnostics, span, CODE_NESTED_TOO_DEEPLY,
			      "this is nested more than %d levels deep", DEEPEST_NESTING);
	diagnostic_hint(&compile->diagnostics, diagnostic, "%s", nesting_hint);
	return false;
}

void nesting_leave(struct compile *compile)
{
	compile->nesting--;
}
