/* SPDX-License-Identifier: Apache-2.0 */
/* Functions that take data apart: each gives an element, or what the shape alone tells. */
#include "compiler/data_function.h"
#include "compiler/lower_data.h"
#include "compiler/lower_internal.h"

#include <string.h>

static struct value known_integer(struct lower *lower, size_t value)
{
	struct type type = type_integer(INTEGER_S64, (wide)value, (wide)value);

	return integer_value(type, constant(lower, IR_S64, (wide)value));
}

static struct value has_key(struct lower *lower, const struct shape *shape, const char *atom)
{
	struct map_key key = { .atom = atom };

	return atom_value(lower, shape_find_key(shape, &key) < 0 ? ATOM_FALSE : ATOM_TRUE);
}

static struct value is_member(struct lower *lower, const struct value *values, size_t n)
{
	const struct value *list = &values[1];
	struct ir_value *is = NULL;

	for (size_t i = 0; i < list->type.data[n].shape->count; i++) {
		struct ir_value *equal = equal_values(lower, values[0], list->data[n][i]);

		is = i ? either(lower, is, equal) : equal;
		if (!is)
			return atom_value(lower, ATOM_TRUE);
	}
	return is ? truth_value(lower, is) : atom_value(lower, ATOM_FALSE);
}

/* The value for the n-th of the subject's shapes; of type none when that raises. */
static struct value result_of(struct lower *lower, const struct expression *call,
			      const struct value *values, size_t n, size_t index)
{
	const struct value *subject = &values[call->function.count - 1];
	const struct data_function *function = call->function.function;
	const struct shape *shape = subject->type.data[n].shape;

	if (shape->kind != function->of)
		return none_value();
	switch (function->kind) {
	case FUNCTION_ELEMENT:
		return index <= shape->count ? subject->data[n][index - 1] : none_value();
	case FUNCTION_HEAD:
		return shape->count ? subject->data[n][0] : none_value();
	case FUNCTION_TAIL:
		return shape->count ? data_value(lower,
						 shape_of(lower->compile, DATA_LIST,
							  shape->count - 1, NO_LABEL, NULL),
						 subject->data[n] + 1)
				    : none_value();
	case FUNCTION_TUPLE_SIZE:
	case FUNCTION_LENGTH:
	case FUNCTION_MAP_SIZE:
		return known_integer(lower, shape->count);
	case FUNCTION_IS_MAP_KEY:
		return has_key(lower, shape, call->function.arguments[0]->atom);
	case FUNCTION_MEMBER:
		return is_member(lower, values, n);
	case FUNCTION_APPEND:
		break;
	}
	return none_value();
}

/* Raises unless the subject is of one of the shapes that are taken. */
static void check_shape(struct lower *lower, const struct expression *call,
			const struct value *subject, const struct value *results)
{
	const struct data_function *function = call->function.function;
	struct ir_value *is_taken = NULL;
	bool is_first = true;

	if (!(typed_in(lower, call)->raises & RAISES_LEFT))
		return;
	for (size_t i = 0; i < subject->type.data_count; i++) {
		struct ir_value *is;

		if (type_is_none(&results[i].type))
			continue;
		is = has_tag(lower, subject, subject->type.data[i].shape->tag);
		is_taken = is_first ? is : either(lower, is_taken, is);
		is_first = false;
	}
	if (is_taken)
		raise_if(lower, opposite(lower, is_taken), function->raised, call->span.line,
			 arena_print(lower->compile->arena, "`%s` does not take the value",
				     function->elixir));
}

static struct value lower_append(struct lower *lower, const struct expression *call,
				 const struct value *values)
{
	const struct value *left = &values[0], *right = &values[1];
	bool is_branch = left->type.data_count > 1 || right->type.data_count > 1;
	struct merge merge = merge_start(lower, &typed_in(lower, call)->type, is_branch);

	for (size_t i = 0; i < left->type.data_count; i++) {
		for (size_t n = 0; n < right->type.data_count; n++) {
			const struct shape *a = left->type.data[i].shape;
			const struct shape *b = right->type.data[n].shape;
			size_t count = a->count + b->count;
			struct value *all = ARENA_ARRAY(lower->compile->arena, struct value, count);
			struct ir_value *is = both(lower, has_tag(lower, left, a->tag),
						   has_tag(lower, right, b->tag));

			if (a->count)
				memcpy(all, left->data[i], a->count * sizeof(*all));
			if (b->count)
				memcpy(all + a->count, right->data[n], b->count * sizeof(*all));
			merge_add(lower, &merge, is,
				  data_value(lower,
					     shape_of(lower->compile, DATA_LIST, count, NO_LABEL,
						      NULL),
					     all));
		}
	}
	return merge_end(lower, &merge);
}

struct value lower_data_function(struct lower *lower, const struct expression *call)
{
	size_t last = call->function.count - 1;
	struct value values[2], *results;
	const struct value *subject = &values[last];
	size_t taken = 0, index = 0;
	struct merge merge;

	for (size_t i = 0; i <= last; i++) {
		values[i] = lower_expression(lower, call->function.arguments[i], USED);
		if (lower->block->is_closed)
			return none_value();
	}
	if (call->function.function->kind == FUNCTION_APPEND)
		return lower_append(lower, call, values);
	if (call->function.function->kind == FUNCTION_ELEMENT)
		index = (size_t)values[0].type.range.low;
	results = ARENA_ARRAY(lower->compile->arena, struct value, subject->type.data_count);
	for (size_t i = 0; i < subject->type.data_count; i++) {
		results[i] = result_of(lower, call, values, i, index);
		taken += !type_is_none(&results[i].type);
	}
	if (!taken) {
		add_raise(lower, call->function.function->raised, call->span.line,
			  "the function does not take the value");
		return none_value();
	}
	check_shape(lower, call, subject, results);
	merge = merge_start(lower, &typed_in(lower, call)->type, taken > 1);
	for (size_t i = 0; i < subject->type.data_count; i++) {
		if (!type_is_none(&results[i].type))
			merge_add(lower, &merge,
				  has_tag(lower, subject, subject->type.data[i].shape->tag),
				  results[i]);
	}
	return merge_end(lower, &merge);
}
