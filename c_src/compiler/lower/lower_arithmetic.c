/* SPDX-License-Identifier: Apache-2.0 */
/* Arithmetic: the cheapest operation that the ranges allow, and the checks that it needs. */
#include "compiler/unit/integer_rules.h"
#include "compiler/lower/lower_internal.h"

static enum ir_op division_op(bool remainder, const struct ir_value *left,
			      const struct ir_value *right)
{
	if (left->type == IR_U64)
		return remainder ? IR_REMAINDER_US : IR_DIVIDE_US;
	if (right->type == IR_U64)
		return remainder ? IR_REMAINDER_SU : IR_DIVIDE_SU;
	return remainder ? IR_REMAINDER_SS : IR_DIVIDE_SS;
}

struct operands {
	const struct expression *expression;
	enum operator_kind operator;
	struct value left_value, right_value;
	struct ir_value *left, *right; /* right is NULL with one operand */
	enum ir_type type;	       /* of the result */
};

static bool may_be_negative(const struct value *value)
{
	return value->type.range.low < 0;
}

static void check_zero(struct lower *lower, const struct operands *o)
{
	if (typed_in(lower, o->expression)->raises & RAISES_ZERO)
		raise_if(lower,
			 assign(lower, IR_S64, IR_EQUAL, o->right,
				constant(lower, o->right->type, 0)),
			 RAISE_ARITHMETIC, o->expression->span.line, "division by zero");
}

static struct ir_value *divide(struct lower *lower, const struct operands *o)
{
	bool remainder = o->operator == OPERATOR_REMAINDER;
	enum ir_op op = remainder ? IR_REMAINDER_UNSIGNED : IR_DIVIDE_UNSIGNED;

	/* C gives a __u64 here, which must not decide how the result is compared or shifted. */
	if (!may_be_negative(&o->left_value) && !may_be_negative(&o->right_value))
		return as_type(lower, assign(lower, IR_U64, op, o->left, o->right), o->type);
	return assign(lower, o->type, division_op(remainder, o->left, o->right), o->left, o->right);
}

/* A count as an s64: one that is too large for it shifts everything out all the same. */
static struct ir_value *shift_count(struct lower *lower, const struct operands *o)
{
	if (o->right->type != IR_U64 ||
	    range_within(o->right_value.type.range, range_of_kind(INTEGER_S64)))
		return as_type(lower, o->right, IR_S64);
	return assign(lower, IR_S64, IR_CAP_COUNT, o->right, NULL);
}

/* C shifts in the type of the left operand, and a small constant's is int. */
static struct ir_value *shifted(struct lower *lower, const struct operands *o)
{
	if (o->left->kind != IR_CONSTANT)
		return o->left;
	return declare(lower, o->type, o->left->constant, NULL);
}

static struct ir_value *shift(struct lower *lower, const struct operands *o)
{
	struct range count = o->right_value.type.range;
	bool is_left = o->operator == OPERATOR_SHIFT_LEFT;

	if (count.low >= 0 && count.high <= 63)
		return assign(lower, o->type, is_left ? IR_SHIFT_LEFT : IR_SHIFT_RIGHT,
			      shifted(lower, o), o->right);
	if (o->type == IR_U64)
		return assign(lower, o->type, is_left ? IR_SHIFT_LEFT_U64 : IR_SHIFT_RIGHT_U64,
			      o->left, shift_count(lower, o));
	return assign(lower, o->type, is_left ? IR_SHIFT_LEFT_S64 : IR_SHIFT_RIGHT_S64, o->left,
		      shift_count(lower, o));
}

/* A constant beyond s64 would make C's operation an unsigned one. */
static struct ir_value *as_operand(struct lower *lower, const struct operands *o,
				   struct ir_value *value)
{
	if (!value || value->kind != IR_CONSTANT || o->type != IR_S64)
		return value;
	return as_type(lower, value, IR_S64);
}

static struct ir_value *plain(struct lower *lower, const struct operands *o, enum ir_op op)
{
	return assign(lower, o->type, op, as_operand(lower, o, o->left),
		      as_operand(lower, o, o->right));
}

static struct ir_value *compute(struct lower *lower, const struct operands *o)
{
	switch (o->operator) {
	case OPERATOR_ADD:
		return plain(lower, o, IR_ADD);
	case OPERATOR_SUBTRACT:
		return plain(lower, o, IR_SUBTRACT);
	case OPERATOR_MULTIPLY:
		return plain(lower, o, IR_MULTIPLY);
	case OPERATOR_DIVIDE:
	case OPERATOR_REMAINDER:
		return divide(lower, o);
	case OPERATOR_NEGATE:
		return plain(lower, o, IR_NEGATE);
	case OPERATOR_PLUS:
		return o->left;
	case OPERATOR_BAND:
		return plain(lower, o, IR_BAND);
	case OPERATOR_BOR:
		return plain(lower, o, IR_BOR);
	case OPERATOR_BXOR:
		return plain(lower, o, IR_BXOR);
	case OPERATOR_BNOT:
		return plain(lower, o, IR_BNOT);
	case OPERATOR_SHIFT_LEFT:
	case OPERATOR_SHIFT_RIGHT:
		return shift(lower, o);
	case OPERATOR_EQUAL:
	case OPERATOR_STRICTLY_EQUAL:
	case OPERATOR_NOT_EQUAL:
	case OPERATOR_STRICTLY_NOT_EQUAL:
	case OPERATOR_LESS:
	case OPERATOR_LESS_EQUAL:
	case OPERATOR_GREATER:
	case OPERATOR_GREATER_EQUAL:
	case OPERATOR_NOT:
	case OPERATOR_AND:
	case OPERATOR_OR:
	case OPERATOR_IS_INTEGER:
	case OPERATOR_IS_NUMBER:
	case OPERATOR_IS_ATOM:
	case OPERATOR_IS_BOOLEAN:
	case OPERATOR_IS_BINARY:
	case OPERATOR_IS_BITSTRING:
	case OPERATOR_BYTE_SIZE:
	case OPERATOR_BIT_SIZE:
	case OPERATOR_IS_TUPLE:
	case OPERATOR_IS_LIST:
	case OPERATOR_IS_MAP:
	case OPERATOR_IS_FLOAT:
	case OPERATOR_IS_PID:
	case OPERATOR_IS_PORT:
	case OPERATOR_IS_REFERENCE:
	case OPERATOR_IS_FUNCTION:
	case OPERATOR_IS_FUNCTION_OF:
		break;
	}
	BUG(lower->compile, "operator %d is no arithmetic", (int)o->operator);
}

/* Whether the exact result lies outside of its type; NULL when it cannot. */
static struct ir_value *overflow_condition(struct lower *lower, const struct operands *o)
{
	bool u64 = o->type == IR_U64;
	struct ir_value *left = o->left, *right = o->right;

	switch (o->operator) {
	case OPERATOR_ADD:
		return assign(lower, IR_S64, u64 ? IR_ADD_OVERFLOWS_U64 : IR_ADD_OVERFLOWS_S64,
			      left, right);
	case OPERATOR_SUBTRACT:
		return assign(lower, IR_S64, IR_SUBTRACT_OVERFLOWS_S64, left, right);
	case OPERATOR_MULTIPLY:
		return assign(lower, IR_S64,
			      u64 ? IR_MULTIPLY_OVERFLOWS_U64 : IR_MULTIPLY_OVERFLOWS_S64, left,
			      right);
	case OPERATOR_NEGATE:
		return assign(lower, IR_S64, IR_NEGATE_OVERFLOWS_S64, left, NULL);
	case OPERATOR_BNOT:
		return assign(lower, IR_S64, IR_BNOT_OVERFLOWS_S64, left, NULL);
	case OPERATOR_DIVIDE:
		return assign(lower, IR_S64,
			      u64 ? IR_DIVIDE_OVERFLOWS_U64 : IR_DIVIDE_OVERFLOWS_S64, left, right);
	case OPERATOR_BOR:
		return u64 ? assign(lower, IR_S64, IR_EITHER_NEGATIVE, left, right) : NULL;
	case OPERATOR_BXOR:
		return u64 ? assign(lower, IR_S64, IR_SIGNS_DIFFER, left, right) : NULL;
	case OPERATOR_SHIFT_LEFT:
		return assign(lower, IR_S64,
			      u64 ? IR_SHIFT_LEFT_OVERFLOWS_U64 : IR_SHIFT_LEFT_OVERFLOWS_S64, left,
			      shift_count(lower, o));
	case OPERATOR_SHIFT_RIGHT:
		return assign(lower, IR_S64,
			      u64 ? IR_SHIFT_RIGHT_OVERFLOWS_U64 : IR_SHIFT_RIGHT_OVERFLOWS_S64,
			      left, shift_count(lower, o));
	case OPERATOR_PLUS:
	case OPERATOR_REMAINDER:
	case OPERATOR_BAND:
	case OPERATOR_EQUAL:
	case OPERATOR_STRICTLY_EQUAL:
	case OPERATOR_NOT_EQUAL:
	case OPERATOR_STRICTLY_NOT_EQUAL:
	case OPERATOR_LESS:
	case OPERATOR_LESS_EQUAL:
	case OPERATOR_GREATER:
	case OPERATOR_GREATER_EQUAL:
	case OPERATOR_NOT:
	case OPERATOR_AND:
	case OPERATOR_OR:
	case OPERATOR_IS_INTEGER:
	case OPERATOR_IS_NUMBER:
	case OPERATOR_IS_ATOM:
	case OPERATOR_IS_BOOLEAN:
	case OPERATOR_IS_BINARY:
	case OPERATOR_IS_BITSTRING:
	case OPERATOR_BYTE_SIZE:
	case OPERATOR_BIT_SIZE:
	case OPERATOR_IS_TUPLE:
	case OPERATOR_IS_LIST:
	case OPERATOR_IS_MAP:
	case OPERATOR_IS_FLOAT:
	case OPERATOR_IS_PID:
	case OPERATOR_IS_PORT:
	case OPERATOR_IS_REFERENCE:
	case OPERATOR_IS_FUNCTION:
	case OPERATOR_IS_FUNCTION_OF:
		break;
	}
	return NULL;
}

static void check_overflow(struct lower *lower, const struct operands *o)
{
	struct ir_value *condition;

	if (!(typed_in(lower, o->expression)->raises & RAISES_OVERFLOW))
		return;
	condition = overflow_condition(lower, o);
	if (condition)
		raise_if(lower, condition, RAISE_OVERFLOW, o->expression->span.line,
			 arena_print(lower->compile->arena,
				     "the result of `%s` does not fit into 64 bits",
				     o->expression->operation.operator->elixir));
}

struct value lower_arithmetic(struct lower *lower, const struct expression *expression,
			      struct value left, struct value right)
{
	const struct type *type = &typed_in(lower, expression)->type;
	const char *use = arena_print(lower->compile->arena, "`%s`", operation_name(expression));
	struct type left_type = type_only_integer(left.type);
	struct type right_type = type_only_integer(right.type);
	struct operands o = { .expression = expression,
			      .operator = expression->operation.operator->kind,
			      .type = payload_type(type) };
	struct ir_value *result;

	o.left = lower_integer(lower, expression, expression->operation.left, left, RAISES_LEFT,
			       use);
	o.left_value = integer_value(left_type, o.left);
	if (expression->operation.right) {
		o.right = lower_integer(lower, expression, expression->operation.right, right,
					RAISES_RIGHT, use);
		o.right_value = integer_value(right_type, o.right);
	}
	if (o.operator == OPERATOR_DIVIDE || o.operator == OPERATOR_REMAINDER)
		check_zero(lower, &o);
	if (type->range.low == type->range.high)
		return integer_value(*type, constant(lower, o.type, type->range.low));
	if (o.operator != OPERATOR_DIVIDE) {
		check_overflow(lower, &o);
		return integer_value(*type, compute(lower, &o));
	}
	result = compute(lower, &o);
	check_overflow(lower, &o);
	return integer_value(*type, result);
}
