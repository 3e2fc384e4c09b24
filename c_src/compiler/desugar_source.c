/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a loop goes over. A range comes as Range.new(a, b), Range.new(a, b, step),
 * %Range{...} or %{__struct__: Range, ...}, and newer Elixirs put Function.identity(...)
 * around it.
 */
#include "compiler/desugar_internal.h"

#include <string.h>

/* The arguments of module.name(...); NULL when the term is something else. */
static const struct term *arguments_of(const struct term *term, const char *module,
				       const char *name)
{
	const struct term *dot;
	struct form form;

	if (!form_of(term, &form) || form.name || form.arguments->kind != TERM_LIST)
		return NULL;
	dot = term_item(form.head, 2);
	if (!term_is_atom(term_item(dot, 0), module) || !term_is_atom(term_item(dot, 1), name))
		return NULL;
	return form.arguments;
}

static const struct term *without_identity(const struct term *term)
{
	const struct term *arguments = arguments_of(term, "Elixir.Function", "identity");

	return term_count(arguments) == 1 ? term_item(arguments, 0) : term;
}

/* [__struct__: Range, first: a, last: b, step: s], or its fields alone */
static bool range_of_fields(struct desugar *desugar, const struct term *fields, struct span span,
			    struct source *source)
{
	const struct term *first = term_get(fields, "first");
	const struct term *last = term_get(fields, "last");
	const struct term *step = term_get(fields, "step");

	if (!first || !last || !step)
		return false;
	source->first = desugar_expression(desugar, first, span);
	source->last = desugar_expression(desugar, last, span);
	source->step = desugar_expression(desugar, step, span);
	return true;
}

static bool range_of_form(struct desugar *desugar, const struct form *form, struct span span,
			  struct source *source)
{
	const struct term *fields = form->arguments;
	struct form map;

	if (strcmp(form->name, "%{}") == 0)
		return term_is_atom(term_get(fields, "__struct__"), "Elixir.Range") &&
		       range_of_fields(desugar, fields, span, source);
	if (strcmp(form->name, "%") == 0)
		return term_is_atom(term_item(fields, 0), "Elixir.Range") &&
		       form_of(term_item(fields, 1), &map) &&
		       range_of_fields(desugar, map.arguments, span, source);
	if (strcmp(form->name, "..") != 0 && strcmp(form->name, "..//") != 0)
		return false;
	source->first = desugar_expression(desugar, term_item(fields, 0), span);
	source->last = desugar_expression(desugar, term_item(fields, 1), span);
	if (term_count(fields) == 3)
		source->step = desugar_expression(desugar, term_item(fields, 2), span);
	return true;
}

static bool range_of(struct desugar *desugar, const struct term *term, struct span span,
		     struct source *source)
{
	const struct term *bounds = arguments_of(term, "Elixir.Range", "new");
	struct form form;

	if (!form_of(term, &form))
		return false;
	span = span_of(form.meta, span, 0);
	if (form.name)
		return form.arguments->kind == TERM_LIST &&
		       range_of_form(desugar, &form, span, source);
	if (!bounds || term_count(bounds) < 2)
		return false;
	source->first = desugar_expression(desugar, term_item(bounds, 0), span);
	source->last = desugar_expression(desugar, term_item(bounds, 1), span);
	if (term_count(bounds) > 2)
		source->step = desugar_expression(desugar, term_item(bounds, 2), span);
	return true;
}

/* Whether it is a range by its form, so that desugar_source() takes it. */
bool is_range(const struct term *term)
{
	struct form form;

	term = without_identity(term);
	if (!form_of(term, &form))
		return false;
	if (!form.name)
		return arguments_of(term, "Elixir.Range", "new") != NULL;
	return strcmp(form.name, "..") == 0 || strcmp(form.name, "..//") == 0 ||
	       (strcmp(form.name, "%") == 0 &&
		term_is_atom(term_item(form.arguments, 0), "Elixir.Range")) ||
	       (strcmp(form.name, "%{}") == 0 &&
		term_is_atom(term_get(form.arguments, "__struct__"), "Elixir.Range"));
}

/* [a | rest] */
static bool has_tail(const struct term *list)
{
	size_t count = term_count(list);
	struct form form;

	return count && form_of(term_item(list, count - 1), &form) && form.name &&
	       strcmp(form.name, "|") == 0;
}

bool desugar_source(struct desugar *desugar, const struct term *term, struct span span,
		    const char *user, struct source *source)
{
	struct form form;

	*source = (struct source){ NULL };
	term = without_identity(term);
	if (term && term->kind == TERM_LIST && !has_tail(term)) {
		source->items = term;
		return true;
	}
	if (range_of(desugar, term, span, source))
		return true;
	if (form_of(term, &form))
		span = span_of(form.meta, span, form.name ? strlen(form.name) : 0);
	refuse(desugar, span,
	       arena_print(desugar->compile->arena,
			   "%s over something else than a range or a "
			   "literal list",
			   user),
	       "write the range where it is used, `Enum.each(1..n//1, ...)`");
	return false;
}
