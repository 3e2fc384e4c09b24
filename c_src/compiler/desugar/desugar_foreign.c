/* SPDX-License-Identifier: Apache-2.0 */
/* Calls of functions that are no kernel code: why, which was meant, or what to write instead. */
#include "base/buffer.h"
#include "compiler/desugar/desugar_internal.h"

#include "compiler/syntax/data_function.h"
#include "compiler/core/suggest.h"

#include <string.h>

/* Why a module that does `use Honey`, or is not there, could not be linked; see Honey.Library. */
static const struct {
	const char *reason, *text, *hint;
} unlinked[] = {
	{ "missing", "is not a module that could be found", NULL },
	{ "waiting", "waits for this module, or stands after it in the same file",
	  "kernel code that several modules call belongs into a module of its own, without `@sec`" },
	{ "programs", "has programs of its own, so that its functions cannot be linked",
	  "kernel code that several modules call belongs into a module of its own, without `@sec`" },
	{ "failed", "has errors of its own, so that its functions cannot be linked", NULL },
	{ "plain", "is not a module of kernel code",
	  "write `use Honey` in that module: then its functions can be called from programs" },
};

/* As it is written: `Foo.Bar`, or `:foo`. */
static const char *module_written(struct desugar *desugar, const char *module)
{
	const char *text = module_text(module);

	return text != module ? text : arena_print(desugar->compile->arena, ":%s", module);
}

static bool refuse_unlinked(struct desugar *desugar, const char *module, struct span span)
{
	const struct term *reason = term_get(desugar->unit->unlinked, module);
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;

	for (size_t i = 0; i < sizeof(unlinked) / sizeof(unlinked[0]); i++) {
		struct diagnostic *diagnostic;

		if (!term_is_atom(reason, unlinked[i].reason))
			continue;
		diagnostic = error_at(diagnostics, span, CODE_UNLINKED, "`%s` %s",
				      module_written(desugar, module), unlinked[i].text);
		if (unlinked[i].hint)
			diagnostic_hint(diagnostics, diagnostic, "%s", unlinked[i].hint);
		return true;
	}
	return false;
}

/* Those of the module that kernel code has. */
struct known_functions {
	const char **names;
	size_t count;
};

static struct known_functions functions_of(struct desugar *desugar, const char *module)
{
	const struct term *standard = term_get(desugar->unit->unlinked, module);
	size_t most = data_function_count() + term_count(standard);
	struct known_functions known;

	known.names = ARENA_ARRAY(desugar->compile->arena, const char *, most);
	known.count = data_function_names(desugar->compile, module_text(module), known.names);
	for (size_t i = 0; i < term_count(standard); i++)
		if (term_name(term_item(standard, i)))
			known.names[known.count++] = term_name(term_item(standard, i));
	return known;
}

/* One that is spelt alike, or begins the name. */
static const char *nearest_function(struct desugar *desugar, const struct known_functions *known,
				    const char *name)
{
	const char *nearest =
		suggest_name(desugar->compile->arena, name, known->names, known->count);

	for (size_t i = 0; !nearest && i < known->count; i++) {
		if (strncmp(name, known->names[i], strlen(known->names[i])) == 0)
			nearest = known->names[i];
	}
	return nearest;
}

static bool is_repeated(const struct known_functions *known, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (strcmp(known->names[i], known->names[n]) == 0)
			return true;
	}
	return false;
}

/* "`Honey.KernelMap` has `get`, `put`"; NULL for a module that has nothing. */
static const char *functions_text(struct desugar *desugar, const char *module,
				  const struct known_functions *known)
{
	struct buffer text;

	if (!known->count)
		return NULL;
	buffer_init(&text, desugar->compile->arena);
	buffer_print(&text, "of `%s` kernel code has", module_text(module));
	for (size_t i = 0; i < known->count; i++) {
		if (!is_repeated(known, i))
			buffer_print(&text, "%s `%s`", i ? "," : "", known->names[i]);
	}
	return text.text;
}

/* `is_for_it`: the hint is for this function, not for any of its module. */
static const char *hint_for(const char *module, const char *name, bool *is_for_it)
{
	static const struct {
		const char *module, *name, *hint;
	} foreign[] = {
#define FOREIGN_FUNCTION(module, name, hint) { module, name, hint },
#include "compiler/desugar/foreign_function.def"
#undef FOREIGN_FUNCTION
	};

	for (size_t i = 0; i < sizeof(foreign) / sizeof(foreign[0]); i++) {
		*is_for_it = foreign[i].name;
		if (strcmp(foreign[i].module, module) == 0 &&
		    (!foreign[i].name || strcmp(foreign[i].name, name) == 0))
			return foreign[i].hint;
	}
	return NULL;
}

/* NULL for a function that Elixir leaves as it is written. */
static const char *elixir_name(const char *module, const char *name)
{
	static const struct {
		const char *module, *name, *written;
	} replaced[] = {
#define ELIXIR_NAME(module, name, written) { module, name, written },
#include "compiler/desugar/elixir_name.def"
#undef ELIXIR_NAME
	};

	for (size_t i = 0; i < sizeof(replaced) / sizeof(replaced[0]); i++) {
		if (strcmp(replaced[i].module, module) == 0 && strcmp(replaced[i].name, name) == 0)
			return replaced[i].written;
	}
	return NULL;
}

/* String.to_atom/1 and others become a function with the encoding as a second argument. */
static size_t written_count(const char *name, size_t count)
{
	return strncmp(name, "binary_to_", 10) == 0 && strstr(name, "atom") ? 1 : count;
}

static const char *call_text(struct desugar *desugar, const char *module, const char *name,
			     size_t count)
{
	const char *written = elixir_name(module, name);

	if (written)
		return arena_print(desugar->compile->arena, "%s/%zu", written,
				   written_count(name, count));
	if (strcmp(module, "erlang") == 0)
		return arena_print(desugar->compile->arena, "%s/%zu", name, count);
	if (strcmp(name, "__should_log__") == 0 || strcmp(name, "__dbg__") == 0)
		return name[2] == 's' ? "Logger" : "dbg";
	return arena_print(desugar->compile->arena, "%s.%s/%zu", module_written(desugar, module),
			   name, count);
}

struct expression *refuse_foreign(struct desugar *desugar, const char *module, const char *name,
				  size_t count, struct span span)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
	bool is_for_it;
	const char *hint = hint_for(module, name, &is_for_it), *nearest;
	struct known_functions known;
	struct diagnostic *diagnostic;

	if (strcmp(module, "erlang") == 0 && strcmp(name, "/") == 0)
		return refuse(desugar, span, "`/`, which gives a float",
			      "`div/2` divides integers, `rem/2` gives the remainder");
	/* Its macros ask whether to log, and then do. */
	if (strcmp(module, "Elixir.Logger") == 0 && strcmp(name, "__do_log__") == 0)
		return new_expression(desugar, EXPRESSION_POISON, span);
	if (!hint && refuse_unlinked(desugar, module, span))
		return new_expression(desugar, EXPRESSION_POISON, span);
	diagnostic = error_at(diagnostics, span, CODE_UNSUPPORTED,
			      "found a call of `%s`, which is no kernel code",
			      call_text(desugar, module, name, count));
	known = functions_of(desugar, module);
	nearest = hint && is_for_it ? NULL : nearest_function(desugar, &known, name);
	if (!hint)
		hint = functions_text(desugar, module, &known);
	if (nearest && strcmp(nearest, name) == 0)
		diagnostic_hint(diagnostics, diagnostic,
				"kernel code has `%s.%s` with another number of arguments",
				module_text(module), name);
	else if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `%s.%s`?",
				module_text(module), nearest);
	else
		diagnostic_hint(diagnostics, diagnostic, "%s",
				hint ? hint
				     : "call functions of this module, of modules that `use "
				       "Honey`, and of `Honey.BpfHelpers`");
	return new_expression(desugar, EXPRESSION_POISON, span);
}
