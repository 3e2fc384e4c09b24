/* SPDX-License-Identifier: Apache-2.0 */
/* The function that an Enum function is given: an `fn` written there, or `&name/arity`. */
#include "compiler/desugar/desugar_internal.h"

#include <string.h>

static bool refuse_arity(struct desugar *desugar, struct span span, size_t found, size_t expected)
{
	error_at(&desugar->compile->diagnostics, span, CODE_BAD_ARGUMENT,
		 "this function takes %zu argument%s, expected %zu", found, found == 1 ? "" : "s",
		 expected);
	return false;
}

size_t clause_arity(const struct term *clauses)
{
	const struct term *patterns;
	struct form arrow, when;

	if (!form_of(term_item(clauses, 0), &arrow))
		return 0;
	patterns = term_item(arrow.arguments, 0);
	if (form_of(term_item(patterns, 0), &when) && when.name && strcmp(when.name, "when") == 0)
		return term_count(when.arguments) - 1;
	return term_count(patterns);
}

/* {:&, meta, [{:/, meta, [name, arity]}]} */
static bool is_capture(const struct form *form, struct callable *callable)
{
	struct form slash;

	if (strcmp(form->name, "&") != 0 || !form_of(term_item(form->arguments, 0), &slash) ||
	    !slash.name || strcmp(slash.name, "/") != 0)
		return false;
	callable->name = term_item(slash.arguments, 0);
	callable->arity = (size_t)term_number(term_item(slash.arguments, 1), 0);
	return true;
}

bool desugar_callable(struct desugar *desugar, const struct term *term, size_t arity,
		      struct span span, struct callable *callable)
{
	struct form form;

	*callable = (struct callable){ .clauses = NULL };
	if (!form_of(term, &form) || !form.name) {
		refuse(desugar, span, "a function that is a value", "bind it to a variable before");
		return false;
	}
	span = span_of(form.meta, span, strlen(form.name));
	callable->span = span;
	if (form.arguments->kind == TERM_ATOM) {
		callable->variable = term;
		callable->arity = arity;
		return true;
	}
	if (strcmp(form.name, "fn") == 0) {
		callable->clauses = form.arguments;
		callable->arity = clause_arity(form.arguments);
	} else if (!is_capture(&form, callable)) {
		refuse(desugar, span, "a function that is a value", "bind it to a variable before");
		return false;
	}
	return callable->arity == arity || refuse_arity(desugar, span, callable->arity, arity);
}

static struct expression *call_operator(struct desugar *desugar, const char *name, size_t count,
					struct expression **arguments, struct span span)
{
	const struct operator *operator = operator_find(name, count);
	struct expression *call;

	if (!operator)
		return refuse(desugar, span, "a capture of a function that is not in the kernel",
			      "capture a function of this module, or write `fn x -> ... end`");
	call = new_expression(desugar, EXPRESSION_OPERATOR, span);
	call->operation.operator = operator;
	call->operation.left = arguments[0];
	call->operation.right = count > 1 ? arguments[1] : NULL;
	return call;
}

static struct expression *call_helper(struct desugar *desugar, const char *name, size_t count,
				      struct expression **arguments, struct span span)
{
	const struct helper *helper = helper_find(name, (int)count);
	struct expression *call;

	if (!helper)
		return refuse(desugar, span, "a capture of a helper that is not known",
			      "capture a function of this module, or write `fn x -> ... end`");
	if (refuse_helper(desugar, helper, span))
		return new_expression(desugar, EXPRESSION_POISON, span);
	call = new_expression(desugar, EXPRESSION_HELPER, span);
	call->helper.helper = helper;
	call->helper.arguments = arguments;
	call->helper.count = count;
	return call;
}

static struct expression *call_named(struct desugar *desugar, const struct module *module,
				     const char *name, size_t count, struct expression **arguments,
				     struct span span)
{
	struct expression *call = new_expression(desugar, EXPRESSION_CALL, span);

	call->call.module = module;
	call->call.name = name;
	call->call.arguments = arguments;
	call->call.count = count;
	return call;
}

static struct expression *call_capture(struct desugar *desugar, const struct callable *callable,
				       struct expression **arguments, struct span span)
{
	const struct term *dot, *module;
	const struct module *linked;
	const char *name;
	struct form form;

	if (!form_of(callable->name, &form))
		return refuse(desugar, span, "a capture of an unknown shape", NULL);
	if (form.name)
		return call_named(desugar, NULL, form.name, callable->arity, arguments, span);
	dot = term_item(form.head, 2);
	module = term_item(dot, 0);
	name = term_name(term_item(dot, 1));
	if (name && term_is_atom(module, "erlang"))
		return call_operator(desugar, name, callable->arity, arguments, span);
	if (name && term_is_atom(module, "Elixir.Honey.BpfHelpers"))
		return call_helper(desugar, name, callable->arity, arguments, span);
	linked = name && module->kind == TERM_ATOM ? unit_find_module(desugar->unit, module->atom)
						   : NULL;
	if (linked)
		return call_named(desugar, linked, name, callable->arity, arguments, span);
	return refuse(desugar, span, "a capture of a function that is not in the kernel",
		      "capture a function of this module, or write `fn x -> ... end`");
}

/* Its count of arguments is known when its type is. */
static struct expression *call_variable(struct desugar *desugar, const struct callable *callable,
					struct expression **arguments, struct span span)
{
	struct expression *invoke = new_expression(desugar, EXPRESSION_INVOKE, span);

	invoke->invoke.function = desugar_expression(desugar, callable->variable, span);
	invoke->invoke.arguments = arguments;
	invoke->invoke.count = callable->arity;
	return invoke;
}

struct expression *call_callable(struct desugar *desugar, const struct callable *callable,
				 struct expression **arguments, struct span span)
{
	struct expression *apply;

	if (callable->variable)
		return call_variable(desugar, callable, arguments, span);
	if (callable->name)
		return call_capture(desugar, callable, arguments, span);
	apply = new_expression(desugar, EXPRESSION_APPLY, callable->span);
	apply->apply.arguments = arguments;
	apply->apply.count = callable->arity;
	apply->apply.clauses =
		desugar_fn_clauses(desugar, callable->clauses, callable->arity, callable->span);
	return apply;
}
