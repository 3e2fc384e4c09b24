/* SPDX-License-Identifier: Apache-2.0 */
/* not, and, or, and the tests such as is_integer. */
#include "compiler/lower/lower_internal.h"
#include "compiler/infer/type_test.h"

static void raise_unless_boolean(struct lower *lower, const struct expression *expression,
				 const struct value *value)
{
	struct type boolean = type_boolean(lower->compile);
	struct value truths = { .type = boolean };
	struct ir_value *is_atom = has_tag(lower, value, TAG_ATOM);
	struct ir_value *is_boolean;
	int line = expression->span.line;

	if (!(typed_in(lower, expression)->raises & RAISES_LEFT))
		return;
	truths = as(lower, *value, &boolean);
	is_boolean = assign(lower, IR_S64, IR_LESS_EQUAL, as_type(lower, truths.payload, IR_S64),
			    constant(lower, IR_S64, ATOM_TRUE));
	is_boolean =
		assign(lower, IR_S64, IR_AND, is_boolean,
		       assign(lower, IR_S64, IR_LESS_EQUAL, constant(lower, IR_S64, ATOM_FALSE),
			      as_type(lower, truths.payload, IR_S64)));
	if (is_atom)
		is_boolean = assign(lower, IR_S64, IR_AND, is_atom, is_boolean);
	raise_if(lower, opposite(lower, is_boolean),
		 expression->operation.operator->kind == OPERATOR_NOT ? RAISE_ARGUMENT
								      : RAISE_BAD_BOOLEAN,
		 line, "a value that must be true or false was neither");
}

struct value lower_not(struct lower *lower, const struct expression *expression)
{
	struct value value = lower_expression(lower, expression->operation.left, USED);
	struct type boolean = type_boolean(lower->compile);

	if (lower->block->is_closed)
		return none_value();
	raise_unless_boolean(lower, expression, &value);
	return truth_value(lower, opposite(lower, as(lower, value, &boolean).payload));
}

/* Whether the right side can be computed without being asked for: it has no effect, and is cheap. */
static bool is_harmless(struct lower *lower, const struct expression *expression)
{
	if (expression->kind == EXPRESSION_VARIABLE || expression->kind == EXPRESSION_INTEGER ||
	    expression->kind == EXPRESSION_ATOM)
		return true;
	return expression->kind == EXPRESSION_OPERATOR && !typed_in(lower, expression)->raises &&
	       expression->operation.operator->class != OPERATOR_ARITHMETIC &&
	       is_harmless(lower, expression->operation.left) &&
	       (!expression->operation.right || is_harmless(lower, expression->operation.right));
}

struct value lower_lazy(struct lower *lower, const struct expression *expression)
{
	const struct type *type = &typed_in(lower, expression)->type;
	bool is_and = expression->operation.operator->kind == OPERATOR_AND;
	struct value left = lower_expression(lower, expression->operation.left, USED);
	struct type boolean = type_boolean(lower->compile);
	struct ir_block *block = lower->block;
	struct ir_value *condition;
	struct value result, right;

	if (lower->block->is_closed)
		return none_value();
	raise_unless_boolean(lower, expression, &left);
	if (type_is_single_atom(&left.type) &&
	    !type_has_atom(&left.type, is_and ? ATOM_TRUE : ATOM_FALSE))
		return left;
	if (typed_in(lower, expression)->right_is_dead)
		return atom_value(lower, is_and ? ATOM_FALSE : ATOM_TRUE);
	left = as(lower, left, &boolean);
	if (type_is_boolean(&typed_in(lower, expression->operation.right)->type) &&
	    is_harmless(lower, expression->operation.right)) {
		right = lower_expression(lower, expression->operation.right, USED);
		right = as(lower, right, &boolean);
		return truth_value(lower, assign(lower, IR_S64, is_and ? IR_AND : IR_OR,
						 left.payload, right.payload));
	}
	condition = is_and ? left.payload : opposite(lower, left.payload);
	result = declare_value(lower, type);
	set_value(lower, &result,
		  is_and ? atom_value(lower, ATOM_FALSE) : atom_value(lower, ATOM_TRUE));
	add_if(lower, condition);
	right = lower_expression(lower, expression->operation.right, USED);
	set_value(lower, &result, right);
	lower->block = block;
	settle_value(lower, &result);
	return result;
}

/* Of a bitstring: is it a binary? */
static struct ir_value *is_whole(struct lower *lower, const struct value *value)
{
	struct ir_value *over =
		assign(lower, IR_S64, IR_BAND, value->length, constant(lower, IR_S64, 7));

	return assign(lower, IR_S64, IR_EQUAL, over, constant(lower, IR_S64, 0));
}

/* Whether the value is of one of the parts that the test is true for. */
static struct ir_value *has_some_part(struct lower *lower, const struct expression *test,
				      const struct value *value)
{
	struct type inside, outside;
	struct ir_value *is;
	size_t i = 0;

	split_by_test(lower->compile, test, value->type, &inside, &outside);
	if (type_has_binary(&inside)) {
		is = has_tag(lower, value, TAG_BINARY);
		return type_has_binary(&outside) ? both(lower, is, is_whole(lower, value)) : is;
	}
	if (!inside.data_count && !inside.memory)
		return has_tag(lower, value,
			       inside.integer != INTEGER_NONE ? TAG_INTEGER : TAG_ATOM);
	is = has_tag(lower, value, inside.memory ? TAG_MEMORY : inside.data[i++].shape->tag);
	for (; i < inside.data_count; i++)
		is = either(lower, is, has_tag(lower, value, inside.data[i].shape->tag));
	return is;
}

struct value lower_test(struct lower *lower, const struct expression *expression)
{
	enum operator_kind operator = expression->operation.operator->kind;
	struct value value = lower_expression(lower, expression->operation.left, USED);
	struct ir_value *is;

	if (type_is_single_atom(&typed_in(lower, expression)->type))
		return atom_value(lower, typed_in(lower, expression)->type.atoms.ids[0]);
	if (operator == OPERATOR_IS_BOOLEAN) {
		is = equal_values(lower, value, atom_value(lower, ATOM_TRUE));
		is = assign(lower, IR_S64, IR_OR, is,
			    equal_values(lower, value, atom_value(lower, ATOM_FALSE)));
	} else {
		is = has_some_part(lower, expression, &value);
	}
	return truth_value(lower, is ? is : constant(lower, IR_S64, 1));
}
