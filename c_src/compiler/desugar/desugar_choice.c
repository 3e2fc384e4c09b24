/* SPDX-License-Identifier: Apache-2.0 */
/* max, min and abs, which choose between values that are computed once; trunc and its kind. */
#include "compiler/desugar/desugar_internal.h"

#include <string.h>

/* A variable for the n-th argument, which `bound` then binds to it. */
static struct variable *bind_argument(struct desugar *desugar, const struct form *form, size_t n,
				      struct span span, struct expression **bound)
{
	struct expression *value = desugar_expression(desugar, term_item(form->arguments, n), span);
	struct variable *variable = made_variable(desugar, n ? "right" : "left", span);

	*bound = bind_hidden(desugar, variable, value);
	return variable;
}

/* a = left; b = right; if a >= b, do: a, else: b */
static struct expression *desugar_extreme(struct desugar *desugar, const char *comparison,
					  const struct form *form, struct span span)
{
	struct expression *first, *second, *condition, *chosen;
	struct variable *a = bind_argument(desugar, form, 0, span, &first);
	struct variable *b = bind_argument(desugar, form, 1, span, &second);

	condition = made_operation(desugar, comparison, read_variable(desugar, a, span),
				   read_variable(desugar, b, span), span);
	chosen = choice(desugar, condition, read_variable(desugar, a, span),
			read_variable(desugar, b, span));
	a->scope_ends_at = b->scope_ends_at = ++desugar->position;
	return then_do(desugar, first, then_do(desugar, second, chosen));
}

/* The argument of the function, which raises when it is no integer. */
static struct expression *integer_argument(struct desugar *desugar, const char *function,
					   const struct form *form, struct span span)
{
	struct expression *value = desugar_expression(desugar, term_item(form->arguments, 0), span);
	struct expression *made = made_operation(desugar, "+", value, NULL, span);

	made->operation.function = function;
	return made;
}

/* a = value; if a < 0, do: -a, else: a */
static struct expression *desugar_absolute(struct desugar *desugar, const struct form *form,
					   struct span span)
{
	struct variable *a = made_variable(desugar, "left", span);
	struct expression *bound =
		bind_hidden(desugar, a, integer_argument(desugar, "abs", form, span));
	struct expression *condition, *chosen;

	condition = made_operation(desugar, "<", read_variable(desugar, a, span),
				   integer_expression(desugar, 0, span), span);
	chosen = choice(desugar, condition,
			made_operation(desugar, "-", read_variable(desugar, a, span), NULL, span),
			read_variable(desugar, a, span));
	a->scope_ends_at = ++desugar->position;
	return then_do(desugar, bound, chosen);
}

struct expression *desugar_choice(struct desugar *desugar, const char *name,
				  const struct form *form, struct span span)
{
	/* An integer is round already. */
	static const char *const rounding[] = { "trunc", "round", "floor", "ceil" };
	size_t count = term_count(form->arguments);

	for (size_t i = 0; count == 1 && i < sizeof(rounding) / sizeof(rounding[0]); i++) {
		if (strcmp(name, rounding[i]) == 0)
			return integer_argument(desugar, rounding[i], form, span);
	}
	if (count == 2 && strcmp(name, "max") == 0)
		return desugar_extreme(desugar, ">=", form, span);
	if (count == 2 && strcmp(name, "min") == 0)
		return desugar_extreme(desugar, "=<", form, span);
	if (count == 1 && strcmp(name, "abs") == 0)
		return desugar_absolute(desugar, form, span);
	return NULL;
}
