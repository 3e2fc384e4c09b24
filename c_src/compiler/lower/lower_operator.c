/* SPDX-License-Identifier: Apache-2.0 */
/* Operators, by their classes. */
#include "compiler/lower/lower_internal.h"

static struct value lower_strict(struct lower *lower, const struct expression *expression)
{
	struct value left = lower_expression(lower, expression->operation.left, USED);
	struct value right = none_value();

	if (lower->block->is_closed)
		return none_value();
	if (expression->operation.right)
		right = lower_expression(lower, expression->operation.right, USED);
	if (lower->block->is_closed)
		return none_value();
	if (expression->operation.operator->class == OPERATOR_ARITHMETIC)
		return lower_arithmetic(lower, expression, left, right);
	return lower_comparison(lower, expression, left, right);
}

struct value lower_operation(struct lower *lower, const struct expression *expression)
{
	switch (expression->operation.operator->class) {
	case OPERATOR_ARITHMETIC:
	case OPERATOR_EQUALITY:
	case OPERATOR_ORDER:
		return lower_strict(lower, expression);
	case OPERATOR_BOOLEAN:
		if (expression->operation.operator->kind == OPERATOR_NOT)
			return lower_not(lower, expression);
		return lower_lazy(lower, expression);
	case OPERATOR_TEST:
		return lower_test(lower, expression);
	case OPERATOR_MEASURE:
		return lower_size(lower, expression);
	}
	return none_value();
}
