/* SPDX-License-Identifier: Apache-2.0 */
/* Honey.fuel(most, call): how many calls of a recursion, or turns of a loop, there may be. */
#include "compiler/desugar/desugar_internal.h"

#define MOST_FUEL (1u << 23)

/* The loop or call that a block ends with; what comes before binds its operands. */
static struct expression *fuelled(struct expression *expression)
{
	while (expression->kind == EXPRESSION_BLOCK && expression->sequence.count)
		expression = expression->sequence.items[expression->sequence.count - 1];
	return expression;
}

struct expression *desugar_fuel(struct desugar *desugar, const struct form *form, struct span span)
{
	const struct term *most = term_item(form->arguments, 0);
	struct expression *expression =
		desugar_expression(desugar, term_item(form->arguments, 1), span);
	struct expression *end = fuelled(expression);
	struct span place = span_of(form->meta, span, 4);

	if (most->kind != TERM_INTEGER || most->integer.negative || !most->integer.magnitude ||
	    most->integer.magnitude > MOST_FUEL)
		return refuse(desugar, place, "`fuel` without a literal number from 1 to 8388608",
			      "the number is the most calls, or turns, `fuel(100, f(x))`");
	if (end->kind == EXPRESSION_CALL)
		end->call.fuel = (unsigned)most->integer.magnitude;
	else if (end->kind == EXPRESSION_LOOP)
		end->loop->limit = (unsigned)most->integer.magnitude;
	else if (end->kind != EXPRESSION_POISON && end->kind != EXPRESSION_SEQUENCE)
		return refuse(desugar, place, "`fuel` of something else than a call or a loop",
			      "write it around the call itself, `fuel(100, f(x))`");
	return expression;
}
