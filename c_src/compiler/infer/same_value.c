/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/same_value.h"

#include "compiler/infer/infer.h"

static bool same_items(const struct expression *a, const struct expression *b)
{
	if (a->data.kind != b->data.kind || a->data.count != b->data.count)
		return false;
	for (size_t i = 0; i < a->data.count; i++) {
		if (!same_value(a->data.items[i], b->data.items[i]))
			return false;
	}
	return true;
}

bool same_value(const struct expression *a, const struct expression *b)
{
	if (a->kind == EXPRESSION_DATA && b->kind == EXPRESSION_DATA)
		return same_items(a, b);
	if (a->kind == EXPRESSION_VARIABLE && b->kind == EXPRESSION_VARIABLE)
		return a->variable == b->variable;
	if (a->kind == EXPRESSION_INTEGER && b->kind == EXPRESSION_INTEGER)
		return a->integer.magnitude == b->integer.magnitude &&
		       a->integer.is_negative == b->integer.is_negative;
	return false;
}

bool is_simple(const struct expression *expression)
{
	return expression->kind == EXPRESSION_VARIABLE || expression->kind == EXPRESSION_INTEGER;
}

bool is_simple_key(const struct expression *expression)
{
	if (expression->kind != EXPRESSION_DATA)
		return is_simple(expression);
	if (expression->data.kind != DATA_TUPLE || expression->data.base)
		return false;
	for (size_t i = 0; i < expression->data.count; i++) {
		if (!is_simple_key(expression->data.items[i]))
			return false;
	}
	return true;
}
