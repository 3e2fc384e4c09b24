/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Honey.tail_call(map, index): a call of bpf_tail_call without the context, which every program has
 * and which the compiler hands down to where the call stands.
 */
#include "compiler/desugar/desugar_internal.h"

#define TAIL_CALL_NAME "Honey.tail_call"

struct expression *desugar_tail_call(struct desugar *desugar, const struct form *form,
				     struct span span)
{
	struct helper *helper = ARENA_NEW(desugar->compile->arena, struct helper);
	struct expression *expression;

	*helper = *helper_of(HELPER_TAIL_CALL);
	helper->name = TAIL_CALL_NAME;
	helper->parameters.count--;
	for (size_t i = 0; i < helper->parameters.count; i++)
		helper->parameters.items[i] = helper->parameters.items[i + 1];
	span = span_of(form->meta, span, sizeof("tail_call") - 1);
	expression = new_expression(desugar, EXPRESSION_HELPER, span);
	expression->helper.helper = helper;
	expression->helper.count = term_count(form->arguments);
	expression->helper.arguments = desugar_list(desugar, form->arguments, span);
	return expression;
}
