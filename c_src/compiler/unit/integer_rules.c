/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/integer_rules.h"

static enum integer_kind kind_beside(const struct type *side, const struct type *other)
{
	return side->is_literal ? other->integer : side->integer;
}

enum integer_kind operation_kind(const struct operator *operator, const struct type *left,
				 const struct type *right)
{
	switch (operator->rule) {
	case RULE_U64_IF_EITHER:
		return left->integer == INTEGER_U64 || right->integer == INTEGER_U64 ? INTEGER_U64
										     : INTEGER_S64;
	case RULE_OF_LEFT:
		return kind_beside(left, right);
	case RULE_OF_LEFT_ALONE:
		return left->integer;
	case RULE_S64:
	case RULE_NO_INTEGER:
		break;
	}
	return INTEGER_S64;
}

static void include(struct range *range, wide value)
{
	if (value < range->low)
		range->low = value;
	if (value > range->high)
		range->high = value;
}

static bool is_constant(struct range range)
{
	return range.low == range.high;
}

static struct range only(wide value)
{
	return (struct range){ value, value };
}

static bool multiply_range(struct range a, struct range b, struct range *exact)
{
	wide corners[4];

	if (__builtin_mul_overflow(a.low, b.low, &corners[0]) ||
	    __builtin_mul_overflow(a.low, b.high, &corners[1]) ||
	    __builtin_mul_overflow(a.high, b.low, &corners[2]) ||
	    __builtin_mul_overflow(a.high, b.high, &corners[3]))
		return false;
	*exact = only(corners[0]);
	for (int i = 1; i < 4; i++)
		include(exact, corners[i]);
	return true;
}

/* Dividing takes a number towards zero, and a divisor of -1 turns its sign. */
static bool divide_range(struct range a, struct range b, struct range *exact)
{
	if (is_constant(a) && is_constant(b) && b.low) {
		*exact = only(a.low / b.low);
		return true;
	}
	if (b.low > 0) {
		*exact = only(a.low / b.high);
		include(exact, a.low / b.low);
		include(exact, a.high / b.low);
		include(exact, a.high / b.high);
		return true;
	}
	*exact = a;
	if (b.low < 0) {
		include(exact, -a.low);
		include(exact, -a.high);
	}
	include(exact, 0);
	return true;
}

static wide larger_magnitude(struct range range)
{
	wide low = range.low < 0 ? -range.low : range.low;
	wide high = range.high < 0 ? -range.high : range.high;

	return low > high ? low : high;
}

/* The remainder is below the divisor, no larger than the dividend, and has its sign. */
static bool remainder_range(struct range a, struct range b, struct range *exact)
{
	wide most = larger_magnitude(b) - 1;

	if (is_constant(a) && is_constant(b) && b.low) {
		*exact = only(a.low % b.low);
		return true;
	}
	if (most < 0)
		most = 0;
	exact->low = a.low >= 0 ? 0 : (-most > a.low ? -most : a.low);
	exact->high = a.high <= 0 ? 0 : (most < a.high ? most : a.high);
	return true;
}

/* The least 2^n - 1 that is not below the value. */
static wide all_ones(wide value)
{
	wide ones = 0;

	while (ones < value)
		ones = ones * 2 + 1;
	return ones;
}

static wide bits_of(enum operator_kind operator, wide a, wide b)
{
	if (operator == OPERATOR_BAND)
		return a & b;
	return operator == OPERATOR_BOR ? a | b : a ^ b;
}

static bool bits_range(enum operator_kind operator, struct range a, struct range b,
		       struct range *exact)
{
	wide most = a.high > b.high ? a.high : b.high;

	if (is_constant(a) && is_constant(b)) {
		*exact = only(bits_of(operator, a.low, b.low));
		return true;
	}
	exact->low = 0;
	if (operator == OPERATOR_BAND && (a.low >= 0 || b.low >= 0)) {
		exact->high = a.low >= 0 && (b.low < 0 || a.high < b.high) ? a.high : b.high;
		return true;
	}
	exact->high = all_ones(most);
	if (operator != OPERATOR_BAND && a.low >= 0 && b.low >= 0)
		return true;
	/* With a negative side the result has that side's infinitely many leading ones. */
	exact->low = WIDE_S64_MIN;
	exact->high = a.high > WIDE_S64_MAX || b.high > WIDE_S64_MAX ? WIDE_U64_MAX : WIDE_S64_MAX;
	return true;
}

static bool shift_right_range(struct range a, struct range count, struct range *exact)
{
	if (count.low < 0)
		return false;
	*exact = (struct range){ a.low, a.high };
	if (count.low == count.high && count.low < 64) {
		exact->low = a.low >> (int)count.low;
		exact->high = a.high >> (int)count.low;
	} else {
		include(exact, a.low < 0 ? -1 : 0);
		include(exact, a.high < 0 ? -1 : 0);
	}
	return true;
}

static bool shift_left_range(struct range a, struct range count, struct range *exact)
{
	struct range factor;

	if (count.low < 0 || count.high > 63)
		return false;
	factor = (struct range){ (wide)1 << (int)count.low, (wide)1 << (int)count.high };
	return multiply_range(a, factor, exact);
}

bool operation_range(enum operator_kind operator, struct range left, struct range right,
		     struct range *exact)
{
	switch (operator) {
	case OPERATOR_ADD:
		*exact = (struct range){ left.low + right.low, left.high + right.high };
		return true;
	case OPERATOR_SUBTRACT:
		*exact = (struct range){ left.low - right.high, left.high - right.low };
		return true;
	case OPERATOR_MULTIPLY:
		return multiply_range(left, right, exact);
	case OPERATOR_DIVIDE:
		return divide_range(left, right, exact);
	case OPERATOR_REMAINDER:
		return remainder_range(left, right, exact);
	case OPERATOR_NEGATE:
		*exact = (struct range){ -left.high, -left.low };
		return true;
	case OPERATOR_BNOT:
		*exact = (struct range){ -left.high - 1, -left.low - 1 };
		return true;
	case OPERATOR_PLUS:
		*exact = left;
		return true;
	case OPERATOR_BAND:
	case OPERATOR_BOR:
	case OPERATOR_BXOR:
		return bits_range(operator, left, right, exact);
	case OPERATOR_SHIFT_LEFT:
		return shift_left_range(left, right, exact);
	case OPERATOR_SHIFT_RIGHT:
		return shift_right_range(left, right, exact);
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
		return false;
	}
	return false;
}

static enum decision equality_decision(struct range left, struct range right)
{
	if (left.high < right.low || right.high < left.low)
		return DECIDED_FALSE;
	if (left.low == left.high && right.low == right.high)
		return DECIDED_TRUE;
	return UNDECIDED;
}

static enum decision less_decision(struct range left, struct range right)
{
	if (left.high < right.low)
		return DECIDED_TRUE;
	return left.low >= right.high ? DECIDED_FALSE : UNDECIDED;
}

static enum decision opposite(enum decision decision)
{
	if (decision == UNDECIDED)
		return UNDECIDED;
	return decision == DECIDED_TRUE ? DECIDED_FALSE : DECIDED_TRUE;
}

enum decision comparison_decision(enum operator_kind operator, struct range left,
				  struct range right)
{
	if (operator == OPERATOR_EQUAL || operator == OPERATOR_STRICTLY_EQUAL)
		return equality_decision(left, right);
	if (operator == OPERATOR_NOT_EQUAL || operator == OPERATOR_STRICTLY_NOT_EQUAL)
		return opposite(equality_decision(left, right));
	if (operator == OPERATOR_LESS)
		return less_decision(left, right);
	if (operator == OPERATOR_GREATER)
		return less_decision(right, left);
	if (operator == OPERATOR_LESS_EQUAL)
		return opposite(less_decision(right, left));
	return opposite(less_decision(left, right));
}
