/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Results that nothing uses, where only the result was wanted: of what has no effect, and of which
 * Elixir itself does not say so. An update of a map or a struct is the commonest: it changes
 * nothing, but gives a new one.
 *
 * The forms are looked at, not what is made of them: `Enum.map` and `for` are the same loop, but a
 * `for` is written for its effects, too.
 */
#include "compiler/desugar/desugar_internal.h"

#include <string.h>

/* Code of macros has no columns: nobody wrote it here, and nobody can mend it here. */
static void warn(struct desugar *desugar, struct span span, const char *what, const char *hint)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (!span.column)
		return;
	diagnostic = warn_at(diagnostics, span, CODE_UNUSED_RESULT, "the result of %s is not used",
			     what);
	diagnostic_hint(diagnostics, diagnostic, "%s", hint);
}

static bool is_update(const struct term *fields)
{
	struct form form;

	return form_of(term_item(fields, 0), &form) && form.name && strcmp(form.name, "|") == 0;
}

static void check_data(struct desugar *desugar, const struct form *form, struct span span)
{
	const struct term *fields = form->arguments;
	struct form inner;

	if (strcmp(form->name, "%") == 0 && form_of(term_item(form->arguments, 1), &inner))
		fields = inner.arguments;
	if (is_update(fields))
		warn(desugar, span, "this update",
		     "an update gives a new value and leaves the old one as it is; bind it: "
		     "`value = %{value | field: 1}`");
	else if (strcmp(form->name, "%") == 0)
		warn(desugar, span, "this struct", "bind it to a variable, or put it into a map");
}

/* A lookup, or a question without arguments. Others may be called for what they do. */
static bool is_pure(const struct helper *helper)
{
	bool is_number = helper->result == RESULT_U64 || helper->result == RESULT_U32;

	return !(helper->effects & ~EFFECT_STEADY) &&
	       ((is_number && helper_arity(helper) == 0) ||
		strncmp(helper->name, "bpf_map_lookup", strlen("bpf_map_lookup")) == 0);
}

static void check_helper(struct desugar *desugar, const char *name, size_t count, struct span span)
{
	const struct helper *helper = helper_find(name, (int)count);

	if (helper && is_pure(helper))
		warn(desugar, span, arena_print(desugar->compile->arena, "`%s`", name),
		     "it has no effect besides its result; bind it to a variable, or leave it out");
}

/* What a function given to it does may be the purpose of a `reduce`. */
static bool is_for_its_effects(const char *name)
{
	return strcmp(name, "each") == 0 || strcmp(name, "reduce") == 0 ||
	       strcmp(name, "reduce_while") == 0;
}

static void check_remote(struct desugar *desugar, const struct form *form, struct span parent)
{
	const struct term *dot = term_item(form->head, 2);
	const struct term *module = term_item(dot, 0);
	const char *name = term_name(term_item(dot, 1));
	struct span span = span_of(form->meta, parent, name ? strlen(name) : 0);

	if (!name || !module || module->kind != TERM_ATOM)
		return;
	if (strcmp(module->atom, "Elixir.Honey.BpfHelpers") == 0)
		check_helper(desugar, name, term_count(form->arguments), span);
	else if (strcmp(module->atom, "Elixir.Enum") == 0 && !is_for_its_effects(name))
		warn(desugar, span, arena_print(desugar->compile->arena, "`Enum.%s`", name),
		     "use `Enum.each`, or a `for`, when only its effects are wanted");
}

void check_unused(struct desugar *desugar, const struct term *term, struct span parent)
{
	struct form form;

	if (!form_of(term, &form))
		return;
	if (!form.name)
		check_remote(desugar, &form, parent);
	else if (strcmp(form.name, "%{}") == 0 || strcmp(form.name, "%") == 0)
		check_data(desugar, &form, span_of(form.meta, parent, 1));
}
