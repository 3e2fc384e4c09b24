/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Honey.Events.emit(ring, record) and emit(ring, record, wakeup): a call of bpf_ringbuf_reserve,
 * as far as anyone asks what it needs of the kernel. Elixir cannot call that by its own name.
 */
#include "compiler/desugar/desugar_internal.h"

#include <string.h>

struct expression *desugar_emit(struct desugar *desugar, const char *name, const struct form *form,
				struct span span)
{
	size_t count = term_count(form->arguments);
	struct expression *expression;
	struct helper *helper;

	if (strcmp(name, "emit") != 0 || (count != 2 && count != 3))
		return refuse_foreign(desugar, EVENTS_MODULE, name, count, span);
	helper = ARENA_NEW(desugar->compile->arena, struct helper);
	*helper = *helper_of(HELPER_RINGBUF_RESERVE);
	helper->name = EMIT_NAME;
	expression =
		new_expression(desugar, EXPRESSION_HELPER, span_of(form->meta, span, strlen(name)));
	expression->helper.helper = helper;
	expression->helper.count = count;
	expression->helper.arguments = desugar_list(desugar, form->arguments, span);
	return expression;
}
