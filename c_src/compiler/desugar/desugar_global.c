/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Honey.Var.put(:name, value) and Honey.Var.update(:name, &(&1 + amount)). That `name()` is the
 * reading of a variable, resolve.c finds out.
 */
#include "compiler/desugar/desugar_internal.h"

#include "compiler/core/suggest.h"
#include "compiler/unit/global.h"

#include <string.h>

static const struct global *unknown_global(struct desugar *desugar, const char *name,
					   struct span span)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
	const struct unit *unit = desugar->unit;
	const char **names = ARENA_ARRAY(desugar->compile->arena, const char *, unit->global_count);
	struct diagnostic *diagnostic = error_at(diagnostics, span, CODE_UNKNOWN_VARIABLE,
						 "`:%s` is not a variable of this module", name);
	const char *nearest;

	for (size_t i = 0; i < unit->global_count; i++)
		names[i] = unit->globals[i].name;
	nearest = suggest_name(desugar->compile->arena, name, names, unit->global_count);
	if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `:%s`?", nearest);
	else
		diagnostic_hint(diagnostics, diagnostic,
				"define it: `defvar :%s, :u64, 0, live: true`", name);
	return NULL;
}

/* The live variable that is named; NULL after a diagnostic. */
static const struct global *named_global(struct desugar *desugar, const struct term *name,
					 struct span span)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
	const struct global *global;

	if (name->kind != TERM_ATOM) {
		diagnostic_hint(diagnostics,
				error_at(diagnostics, span, CODE_BAD_ARGUMENT,
					 "the variable is not named here, expected one name of a "
					 "`defvar`"),
				"write the name itself: `Honey.Var.put(:enabled, false)`");
		return NULL;
	}
	global = unit_find_global(desugar->unit, name->atom);
	if (!global)
		return unknown_global(desugar, name->atom, span);
	if (global->is_live)
		return global;
	diagnostic_hint(diagnostics,
			error_at(diagnostics, span, CODE_CONSTANT_VARIABLE,
				 "variable `%s` is a constant, which is fixed when the programs "
				 "are loaded",
				 global->name),
			"let its `defvar` say `live: true`, if programs are to change it");
	return NULL;
}

static struct expression *new_change(struct desugar *desugar, const struct global *global,
				     enum global_use use, const struct term *value,
				     struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_GLOBAL, span);

	expression->global.global = global;
	expression->global.use = use;
	expression->global.value = desugar_expression(desugar, value, span);
	return expression;
}

static bool is_same_variable(const struct term *term, const struct form *variable)
{
	struct form form;

	return form_of(term, &form) && form.name && form.name == variable->name &&
	       form.arguments->kind == TERM_ATOM &&
	       term_number(term_get(form.meta, "version"), -1) ==
		       term_number(term_get(variable->meta, "version"), -1);
}

/* The depth of terms is bounded where they are decoded. */
static bool mentions(const struct term *term, const struct form *variable)
{
	if (is_same_variable(term, variable))
		return true;
	for (size_t i = 0; i < term_count(term); i++) {
		if (mentions(term->sequence.items[i], variable))
			return true;
	}
	return false;
}

/* fn value -> value + amount end, with a minus, or the other way round: the amount; else NULL */
static const struct term *amount_of(const struct term *function, enum global_use *use)
{
	const struct term *patterns, *dot, *left, *right;
	struct form fn, arrow, variable, sum;

	if (!form_of(function, &fn) || !fn.name || strcmp(fn.name, "fn") != 0 ||
	    term_count(fn.arguments) != 1 || !form_of(term_item(fn.arguments, 0), &arrow))
		return NULL;
	patterns = term_item(arrow.arguments, 0);
	if (term_count(patterns) != 1 || !form_of(term_item(patterns, 0), &variable) ||
	    !variable.name || variable.arguments->kind != TERM_ATOM ||
	    !form_of(term_item(arrow.arguments, 1), &sum) || sum.name ||
	    term_count(sum.arguments) != 2)
		return NULL;
	dot = term_item(sum.head, 2);
	left = term_item(sum.arguments, 0);
	right = term_item(sum.arguments, 1);
	*use = term_is_atom(term_item(dot, 1), "-") ? GLOBAL_SUBTRACT : GLOBAL_ADD;
	if (!term_is_atom(term_item(dot, 0), "erlang") ||
	    (*use == GLOBAL_ADD && !term_is_atom(term_item(dot, 1), "+")))
		return NULL;
	if (is_same_variable(left, &variable) && !mentions(right, &variable))
		return right;
	if (*use == GLOBAL_ADD && is_same_variable(right, &variable) && !mentions(left, &variable))
		return left;
	return NULL;
}

static struct expression *refuse_update(struct desugar *desugar, const struct global *global,
					struct span span, const char *problem)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
	struct diagnostic *diagnostic =
		error_at(diagnostics, span, CODE_UNSUPPORTED, "%s", problem);

	diagnostic_hint(diagnostics, diagnostic,
			"add to an integer of 32 or 64 bits, `Honey.Var.update(:hits, &(&1 + 1))`; "
			"or, where nothing else writes to it, read `%s()` and put what it becomes",
			global->name);
	return new_expression(desugar, EXPRESSION_POISON, span);
}

static struct expression *desugar_update(struct desugar *desugar, const struct global *global,
					 const struct term *function, struct span span)
{
	enum global_use use = GLOBAL_ADD;
	const struct term *amount = amount_of(function, &use);
	struct arena *arena = desugar->compile->arena;
	bool is_integer = global->type->kind == MEMORY_INTEGER;

	if (!is_integer || global->type->size < 4)
		return refuse_update(
			desugar, global, span,
			arena_print(arena,
				    "variable `%s` is %s%s, to which the kernel cannot "
				    "add in one step",
				    global->name, is_integer ? ":" : "",
				    is_integer ? global->type->integer->name
					       : memory_type_text(desugar->compile, global->type)));
	if (!amount)
		return refuse_update(desugar, global, span,
				     "this function does something else than adding to its "
				     "argument, which the kernel cannot do in one step");
	if (desugar->function->module->overflow_raises)
		return refuse_update(desugar, global, span,
				     "with `overflow: :raise` an update would have to see whether "
				     "the sum fits, which the kernel cannot do in one step");
	return new_change(desugar, global, use, amount, span);
}

/* On the BEAM these take the object as well. */
static struct expression *refuse_other(struct desugar *desugar, const char *name, size_t count,
				       struct span span)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
	struct diagnostic *diagnostic = error_at(
		diagnostics, span, CODE_UNSUPPORTED,
		"found a call of `Honey.Var.%s/%zu`, which is not for programs", name, count);

	diagnostic_hint(diagnostics, diagnostic,
			"programs read a variable as `threshold()`, and change it by "
			"`Honey.Var.put(:threshold, 5)` and `Honey.Var.update(:hits, &(&1 + 1))`");
	return new_expression(desugar, EXPRESSION_POISON, span);
}

struct expression *desugar_global(struct desugar *desugar, const char *name,
				  const struct form *form, struct span span)
{
	size_t count = term_count(form->arguments);
	bool is_put = strcmp(name, "put") == 0;
	const struct global *global;

	span = span_of(form->meta, span, strlen(name));
	if (count != 2 || (!is_put && strcmp(name, "update") != 0))
		return refuse_other(desugar, name, count, span);
	global = named_global(desugar, term_item(form->arguments, 0), span);
	if (!global)
		return new_expression(desugar, EXPRESSION_POISON, span);
	if (is_put)
		return new_change(desugar, global, GLOBAL_WRITE, term_item(form->arguments, 1),
				  span);
	return desugar_update(desugar, global, term_item(form->arguments, 1), span);
}
