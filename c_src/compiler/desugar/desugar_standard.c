/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Functions of Elixir's own modules. Those that Honey.Standard writes come with the unit: a call is
 * an `fn` of their clauses that is applied at once, and has the place of the call in all its parts.
 */
#include "compiler/desugar/desugar_internal.h"

#include <string.h>

static const struct term *find_standard(const struct unit *unit, const char *module,
					const char *name, size_t arity)
{
	for (size_t i = 0; i < term_count(unit->standard); i++) {
		const struct term *function = term_item(unit->standard, i);

		if (term_is_atom(term_get(function, "module"), module) &&
		    term_is_atom(term_get(function, "name"), name) &&
		    term_number(term_get(function, "arity"), -1) == (int)arity)
			return term_get(function, "clauses");
	}
	return NULL;
}

/* Elixir makes Access.get/2 of `value[key]`. */
static const char *written_as(struct desugar *desugar, const char *module, const char *name,
			      size_t count)
{
	if (strcmp(module, "Elixir.Access") == 0 && strcmp(name, "get") == 0 && count == 2)
		return "value[key]";
	return arena_print(desugar->compile->arena, "%s.%s/%zu", module_text(module), name, count);
}

/* Messages about a parameter are about what stands in the call. */
static void note_arguments(const struct expression *apply)
{
	for (const struct clause *c = apply->apply.clauses; c; c = c->next) {
		for (size_t i = 0; i < c->pattern_count && i < apply->apply.count; i++) {
			if (c->patterns[i]->kind == PATTERN_VARIABLE)
				c->patterns[i]->variable->given = apply->apply.arguments[i];
		}
	}
}

struct expression *desugar_standard(struct desugar *desugar, const char *module, const char *name,
				    const struct form *form, struct span span)
{
	size_t count = term_count(form->arguments);
	const struct term *clauses = find_standard(desugar->unit, module, name, count);
	struct span outer = desugar->written_at;
	struct expression *apply;

	if (!clauses)
		return NULL;
	apply = new_expression(desugar, EXPRESSION_APPLY, span);
	apply->apply.arguments = desugar_list(desugar, form->arguments, span);
	apply->apply.count = count;
	if (!outer.line) {
		desugar->written_at = span;
		desugar->written = written_as(desugar, module, name, count);
	}
	apply->apply.clauses = desugar_fn_clauses(desugar, clauses, count, span);
	note_arguments(apply);
	desugar->written_at = outer;
	if (!outer.line)
		desugar->written = NULL;
	return apply;
}
