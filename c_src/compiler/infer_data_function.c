/* SPDX-License-Identifier: Apache-2.0 */
/* Functions that take data apart: what each gives for each shape of its argument. */
#include "compiler/data_function.h"
#include "compiler/infer_internal.h"

#include <string.h>

/* An index from 1, as :erlang.element/2 has it; 0 when it is not known. */
static size_t known_index(const struct type *index)
{
	if (!type_is_integer(index) || index->range.low != index->range.high ||
	    index->range.low < 1 || index->range.low > UINT32_MAX)
		return 0;
	return (size_t)index->range.low;
}

static struct type known_integer(size_t value)
{
	return type_integer(INTEGER_S64, (wide)value, (wide)value);
}

static struct type has_key(struct infer *infer, const struct shape *shape, const char *atom)
{
	struct map_key key = { .atom = atom };

	return type_atom(infer->compile, shape_find_key(shape, &key) < 0 ? ATOM_FALSE : ATOM_TRUE);
}

/* What the function gives for data of a shape; none when it raises. `first` is the other argument. */
static struct type result_of(struct infer *infer, const struct expression *call,
			     const struct data *data, const struct type *first)
{
	const struct data_function *function = call->function.function;
	const struct shape *shape = data->shape;
	size_t index;

	if (shape->kind != function->of)
		return type_none();
	switch (function->kind) {
	case FUNCTION_ELEMENT:
		index = known_index(first);
		return index && index <= shape->count ? data->elements[index - 1] : type_none();
	case FUNCTION_HEAD:
		return shape->count ? data->elements[0] : type_none();
	case FUNCTION_TAIL:
		if (!shape->count)
			return type_none();
		return type_data(
			infer->compile,
			shape_of(infer->compile, DATA_LIST, shape->count - 1, NO_LABEL, NULL),
			data->elements + 1);
	case FUNCTION_TUPLE_SIZE:
	case FUNCTION_LENGTH:
	case FUNCTION_MAP_SIZE:
		return known_integer(shape->count);
	case FUNCTION_IS_MAP_KEY:
		return has_key(infer, shape, call->function.arguments[0]->atom);
	case FUNCTION_MEMBER:
		return shape->count ? type_boolean(infer->compile)
				    : type_atom(infer->compile, ATOM_FALSE);
	case FUNCTION_APPEND:
		break;
	}
	return type_none();
}

/* Each list of the left with each of the right. */
static struct type appended(struct infer *infer, const struct type *left, const struct type *right)
{
	struct type type = type_none();

	for (size_t i = 0; i < left->data_count; i++) {
		for (size_t n = 0; n < right->data_count; n++) {
			const struct data *a = &left->data[i], *b = &right->data[n];
			size_t count = a->shape->count + b->shape->count;
			struct type *all = ARENA_ARRAY(infer->compile->arena, struct type, count);

			if (a->shape->kind != DATA_LIST || b->shape->kind != DATA_LIST)
				continue;
			if (a->shape->count)
				memcpy(all, a->elements, a->shape->count * sizeof(*all));
			if (b->shape->count)
				memcpy(all + a->shape->count, b->elements,
				       b->shape->count * sizeof(*all));
			type = type_join(infer->compile, type,
					 type_data(infer->compile,
						   shape_of(infer->compile, DATA_LIST, count,
							    NO_LABEL, NULL),
						   all));
		}
	}
	return type;
}

static struct type never(struct infer *infer, const struct expression *call,
			 const struct expression *argument, const struct type *type)
{
	mark_raise(infer, call, RAISES_ALWAYS);
	if (infer->in_guard)
		return type_none();
	diagnostic_hint(&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, operand_span(argument, call),
				 CODE_BAD_OPERAND, "%s is %s, which `%s` does not take",
				 operand_text(infer, argument),
				 type_text(infer->compile, &infer->typed_unit->atoms, type),
				 call->function.function->elixir),
			"match the value to see what it is");
	return type_poison();
}

static void may_raise(struct infer *infer, const struct expression *call,
		      const struct expression *argument, const struct type *type)
{
	mark_raise(infer, call, RAISES_LEFT);
	if (!infer->in_guard)
		diagnostic_hint(
			&infer->compile->diagnostics,
			strict_at(&infer->compile->diagnostics, operand_span(argument, call),
				  CODE_BAD_OPERAND,
				  "%s is %s here, which `%s` does not always take",
				  operand_text(infer, argument),
				  type_text(infer->compile, &infer->typed_unit->atoms, type),
				  call->function.function->elixir),
			"match the other cases first");
}

static bool is_list(const struct type *type)
{
	for (size_t i = 0; i < type->data_count; i++) {
		if (type->data[i].shape->kind != DATA_LIST)
			return false;
	}
	return type_is_data(type);
}

static struct type infer_append(struct infer *infer, const struct expression *call,
				const struct type *types)
{
	struct type type;

	for (size_t i = 0; i < 2; i++) {
		if (!is_list(&types[i]))
			return never(infer, call, call->function.arguments[i], &types[i]);
	}
	type = appended(infer, &types[0], &types[1]);
	return check_parts(infer, call, type);
}

static bool is_settled(struct infer *infer, const struct expression *call, const struct type *first)
{
	const struct expression *argument = call->function.arguments[0];
	bool is_key = call->function.function->kind == FUNCTION_IS_MAP_KEY;
	bool is_element = call->function.function->kind == FUNCTION_ELEMENT;

	if ((!is_key || argument->kind == EXPRESSION_ATOM) && (!is_element || known_index(first)))
		return true;
	diagnostic_hint(&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, operand_span(argument, call),
				 CODE_UNSUPPORTED, "the %s of `%s` is computed, expected %s",
				 is_key ? "key" : "index", call->function.function->elixir,
				 is_key ? "an atom of the source" : "a literal"),
			"branch by `case`, with the numbers or keys that are possible");
	return false;
}

static struct type refuse_memory(struct infer *infer, const struct expression *call,
				 const struct expression *argument, const struct type *type)
{
	diagnostic_hint(&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, operand_span(argument, call),
				 CODE_UNSUPPORTED, "%s is %s, for which Honey has no `%s`",
				 operand_text(infer, argument),
				 type_text(infer->compile, &infer->typed_unit->atoms, type),
				 call->function.function->elixir),
			"use `Enum.at(array, index)`, and the length that its type says");
	return type_poison();
}

struct type infer_data_function(struct infer *infer, const struct expression *call)
{
	size_t last = call->function.count - 1;
	struct type types[2], type = type_none();
	const struct type *subject = &types[last];
	size_t taken = 0;

	for (size_t i = 0; i <= last; i++) {
		types[i] = infer_expression(infer, call->function.arguments[i]);
		if (types[i].is_poison || type_is_none(&types[i]))
			return types[i];
		if (types[i].memory)
			return refuse_memory(infer, call, call->function.arguments[i], &types[i]);
	}
	if (call->function.function->kind == FUNCTION_APPEND)
		return infer_append(infer, call, types);
	if (!is_settled(infer, call, &types[0]))
		return type_poison();
	for (size_t i = 0; i < subject->data_count; i++) {
		struct type one = result_of(infer, call, &subject->data[i], &types[0]);

		taken += !type_is_none(&one);
		type = type_join(infer->compile, type, one);
	}
	if (!taken)
		return never(infer, call, call->function.arguments[last], subject);
	if (taken < subject->data_count || !type_is_data(subject))
		may_raise(infer, call, call->function.arguments[last], subject);
	return type;
}
