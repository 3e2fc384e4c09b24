/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Honey.with_lock(map, key, function): a lookup that has a third argument, what the function makes of
 * the value.
 */
#include "compiler/desugar/desugar_internal.h"

struct expression *desugar_lock(struct desugar *desugar, const struct form *form, struct span span)
{
	struct expression **arguments =
		ARENA_ARRAY(desugar->compile->arena, struct expression *, 3);
	struct expression **value = ARENA_ARRAY(desugar->compile->arena, struct expression *, 1);
	struct expression *expression;
	struct callable function;

	span = span_of(form->meta, span, sizeof("with_lock") - 1);
	arguments[0] = desugar_expression(desugar, term_item(form->arguments, 0), span);
	arguments[1] = desugar_expression(desugar, term_item(form->arguments, 1), span);
	if (!desugar_callable(desugar, term_item(form->arguments, 2), 1, span, &function))
		return new_expression(desugar, EXPRESSION_POISON, span);
	expression = new_expression(desugar, EXPRESSION_HELPER, span);
	expression->helper.helper = helper_find("bpf_map_lookup_elem", 2);
	expression->helper.locked = made_variable(desugar, "value", span);
	value[0] = read_variable(desugar, expression->helper.locked, span);
	arguments[2] = call_callable(desugar, &function, value, span);
	expression->helper.arguments = arguments;
	expression->helper.count = 3;
	return expression;
}
