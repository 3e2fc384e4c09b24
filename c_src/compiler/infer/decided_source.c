/* SPDX-License-Identifier: Apache-2.0 */
/* What a value is made of, as far as the function itself tells. */
#include "compiler/infer/decided_internal.h"

#include "base/buffer.h"

/* Expressions looked at for one comparison: variables that are made of variables are many. */
#define MOST_LOOKED_AT 64

const struct type *type_of(const struct decided *decided, const struct expression *expression)
{
	return &decided->instance->typed[expression->number].type;
}

const struct type *bound_type(const struct decided *decided, const struct expression *expression)
{
	return expression->kind == EXPRESSION_VARIABLE
		       ? &decided->instance->variables[expression->variable->number]
		       : type_of(decided, expression);
}

static bool is_memory_field(const struct decided *decided, const struct expression *field)
{
	const struct type *object = type_of(decided, field->field.object);

	return object->context || object->memory;
}

/* A variable that was narrowed has another type than its value had. */
static bool is_source_variable(struct decided *decided, const struct expression *expression)
{
	const struct variable *variable = expression->variable;

	if (variable->scope ||
	    (!decided->may_be_narrowed &&
	     !type_equal(type_of(decided, expression), bound_type(decided, expression))))
		return false;
	if (variable->value)
		return is_source(decided, variable->value);
	if (!decided->instance->is_field[variable->number])
		return false;
	decided->comes_from_kernel = true;
	return true;
}

static bool is_source_operation(struct decided *decided, const struct expression *expression)
{
	bool is_right;

	if (expression->operation.operator->class != OPERATOR_ARITHMETIC ||
	    !is_source(decided, expression->operation.left))
		return false;
	is_right = !expression->operation.right || is_source(decided, expression->operation.right);
	decided->comes_from_lookup = false;
	return is_right;
}

bool is_source(struct decided *decided, const struct expression *expression)
{
	if (++decided->looked_at > MOST_LOOKED_AT)
		return false;
	if (expression->kind == EXPRESSION_INTEGER || expression->kind == EXPRESSION_ATOM)
		return true;
	if (expression->kind == EXPRESSION_VARIABLE)
		return is_source_variable(decided, expression);
	if (expression->kind == EXPRESSION_OPERATOR)
		return is_source_operation(decided, expression);
	if (expression->kind == EXPRESSION_HELPER) {
		decided->comes_from_kernel = true;
		decided->comes_from_lookup |= expression->helper.helper->result ==
					      RESULT_VALUE_OR_NIL;
		return true;
	}
	if (expression->kind != EXPRESSION_FIELD || !is_memory_field(decided, expression))
		return false;
	decided->comes_from_kernel = true;
	return true;
}

void begin_source(struct decided *decided, const struct instance *instance, bool may_be_narrowed)
{
	decided->instance = instance;
	decided->may_be_narrowed = may_be_narrowed;
	decided->looked_at = 0;
	decided->comes_from_kernel = false;
	decided->comes_from_lookup = false;
	decided->odd_field = NULL;
}

static void add_wide(struct buffer *text, wide value)
{
	if (value < 0)
		buffer_print(text, "-%llu", (unsigned long long)-value);
	else
		buffer_print(text, "%llu", (unsigned long long)value);
}

const char *value_text(struct decided *decided, const struct type *type)
{
	struct buffer text;

	if (!type_is_integer(type))
		return type_text(decided->compile, &decided->typed_unit->atoms, type);
	buffer_init(&text, decided->compile->arena);
	if (type->range.low != type->range.high)
		buffer_add_text(&text, "an integer from ");
	add_wide(&text, type->range.low);
	if (type->range.low != type->range.high) {
		buffer_add_text(&text, " to ");
		add_wide(&text, type->range.high);
	}
	return text.text;
}

bool is_status(const struct type *type)
{
	return type->data_count && type_has_atom(type, ATOM_OK);
}
