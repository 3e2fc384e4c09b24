/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Honey.Timer.start(map, key, nanoseconds, function) and cancel(map, key): calls of bpf_timer_start and
 * bpf_timer_cancel, as far as anyone asks what these need of the kernel.
 */
#include "compiler/desugar/desugar_internal.h"

#include <string.h>

#define P(kind, text) \
	{ \
		PARAMETER_##kind, text \
	}

static struct helper *new_helper(struct desugar *desugar, enum helper_id id, const char *name)
{
	static const struct parameter parameters[] = { P(MAP, "map"), P(KEY, "key"),
						       P(U64, "nanoseconds"),
						       P(CALLBACK, "function") };
	struct helper *helper = ARENA_NEW(desugar->compile->arena, struct helper);

	*helper = *helper_of(id);
	helper->name = name;
	helper->parameters.count = id == HELPER_TIMER_START ? 4 : 2;
	memcpy(helper->parameters.items, parameters, sizeof(parameters));
	return helper;
}

struct expression *desugar_timer(struct desugar *desugar, const char *name, const struct form *form,
				 struct span span)
{
	size_t count = term_count(form->arguments);
	struct expression *expression;
	struct helper *helper;

	if (strcmp(name, "start") == 0 && count == 4)
		helper = new_helper(desugar, HELPER_TIMER_START, TIMER_START_NAME);
	else if (strcmp(name, "cancel") == 0 && count == 2)
		helper = new_helper(desugar, HELPER_TIMER_CANCEL, TIMER_CANCEL_NAME);
	else
		return refuse_foreign(desugar, TIMER_MODULE, name, count, span);
	expression =
		new_expression(desugar, EXPRESSION_HELPER, span_of(form->meta, span, strlen(name)));
	expression->helper.helper = helper;
	expression->helper.count = count;
	expression->helper.arguments = desugar_list(desugar, form->arguments, span);
	return expression;
}
