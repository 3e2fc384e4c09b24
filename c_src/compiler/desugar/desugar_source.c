/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a loop goes over, and the functions of such that are no loops. A range comes as
 * Range.new(a, b), Range.new(a, b, step), %Range{...} or %{__struct__: Range, ...}, and newer
 * Elixirs put Function.identity(...) around it.
 */
#include "compiler/desugar/desugar_loop.h"
#include "compiler/core/suggest.h"

#include <string.h>

#define MOST_FUNCTIONS 64

struct expression *new_sequence_call(struct desugar *desugar, enum sequence_function_kind kind,
				     struct expression **arguments, struct span span)
{
	struct expression *call = new_expression(desugar, EXPRESSION_SEQUENCE, span);

	call->sequence_call.function = sequence_function_of(kind);
	call->sequence_call.arguments = arguments;
	call->sequence_call.count = call->sequence_call.function->arity;
	return call;
}

/* [first: a, last: b, step: s], of which Elixir checks nothing: literals alone are surely right. */
struct expression *range_of_fields(struct desugar *desugar, const struct term *fields,
				   struct span span)
{
	static const char *const names[] = { "first", "last", "step" };
	struct expression **parts = ARENA_ARRAY(desugar->compile->arena, struct expression *, 3);

	for (size_t i = 0; i < 3; i++) {
		const struct term *part = term_get(fields, names[i]);

		parts[i] = part ? desugar_expression(desugar, part, span) : NULL;
		if (!part || parts[i]->kind != EXPRESSION_INTEGER)
			return refuse(desugar, span, "a range that is built as a struct",
				      "write `first..last` or `first..last//step`");
	}
	return new_sequence_call(desugar, SEQUENCE_NEW_STEPPED, parts, span);
}

static bool is_among(const char *name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(names[i], name) == 0)
			return true;
	}
	return false;
}

/* "all?, any?, at", each once. */
static const char *name_list(struct desugar *desugar, const char *const *names, size_t count)
{
	const char *list = "";

	for (size_t i = 0; i < count; i++) {
		if (is_among(names[i], names, i))
			continue;
		list = arena_print(desugar->compile->arena, "%s%s%s", list, *list ? ", " : "",
				   names[i]);
	}
	return list;
}

/* NULL where there is nothing like it. */
static const char *enum_instead(const char *name)
{
	static const struct {
		const char *name, *hint;
	} instead[] = {
#define ENUM_INSTEAD(name, hint) { name, hint },
#include "compiler/desugar/enum_instead.def"
#undef ENUM_INSTEAD
	};

	for (size_t i = 0; i < sizeof(instead) / sizeof(instead[0]); i++) {
		if (strcmp(instead[i].name, name) == 0)
			return instead[i].hint;
	}
	return NULL;
}

static struct expression *unknown_function(struct desugar *desugar, const char *module,
					   const char *name, size_t count, struct span span)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
	const char *names[MOST_FUNCTIONS], *nearest, *instead = NULL;
	size_t known = sequence_function_names(module, names);
	struct diagnostic *diagnostic;

	if (strcmp(module, "Enum") == 0) {
		known += enum_function_names(names + known);
		instead = enum_instead(name);
	}
	diagnostic = error_at(diagnostics, span, CODE_UNSUPPORTED,
			      "found `%s.%s/%zu`, which Honey cannot compile for the kernel",
			      module, name, count);
	nearest = suggest_name(desugar->compile->arena, name, names, known);
	if (instead)
		diagnostic_hint(diagnostics, diagnostic, "%s", instead);
	else if (is_among(name, names, known))
		diagnostic_hint(diagnostics, diagnostic,
				"`%s.%s` is there with another number of arguments", module, name);
	else if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `%s.%s`?", module, nearest);
	else
		diagnostic_hint(diagnostics, diagnostic, "there are %s",
				name_list(desugar, names, known));
	return new_expression(desugar, EXPRESSION_POISON, span);
}

/* Honey.KernelMap.stream(name), drain(name) */
static bool is_entries(const struct term *term)
{
	const struct sequence_function *function;
	const struct term *dot;
	struct form form;

	if (!form_of(term, &form) || form.name || form.arguments->kind != TERM_LIST)
		return false;
	dot = term_item(form.head, 2);
	if (!term_name(term_item(dot, 0)) || !term_name(term_item(dot, 1)))
		return false;
	function = sequence_function_find(term_name(term_item(dot, 0)),
					  term_name(term_item(dot, 1)), term_count(form.arguments));
	return function && (function->kind == SEQUENCE_STREAM || function->kind == SEQUENCE_DRAIN);
}

/* What has to be gone through to be counted. */
static bool needs_loop(const struct term *term)
{
	return is_stage(term) || is_entries(term);
}

struct expression *desugar_sequence_call(struct desugar *desugar, const char *module,
					 const char *name, const struct form *form,
					 struct span span)
{
	size_t count = term_count(form->arguments);
	const struct sequence_function *function = sequence_function_find(module, name, count);
	bool is_enum = strcmp(module, "Elixir.Enum") == 0;
	bool is_range = function && function->kind <= SEQUENCE_NEW_STEPPED;
	struct expression *expression;

	span = span_of(form->meta, span, is_range ? 0 : strlen(name));
	if (is_enum && count == 1 && needs_loop(term_item(form->arguments, 0))) {
		expression = desugar_enum(desugar, name, form, span);
		if (expression)
			return expression;
	}
	if (function)
		return new_sequence_call(desugar, function->kind,
					 desugar_list(desugar, form->arguments, span), span);
	expression = is_enum ? desugar_enum(desugar, name, form, span) : NULL;
	return expression ? expression : unknown_function(desugar, module + 7, name, count, span);
}

/* [a | rest] */
static bool has_tail(const struct term *list)
{
	size_t count = term_count(list);
	struct form form;

	return count && form_of(term_item(list, count - 1), &form) && form.name &&
	       strcmp(form.name, "|") == 0;
}

struct source desugar_source(struct desugar *desugar, const struct term *term, struct span span)
{
	struct source source = { .items = NULL };

	if (term && term->kind == TERM_LIST && !has_tail(term))
		source.items = term;
	else
		source.value = desugar_expression(desugar, term, span);
	return source;
}
