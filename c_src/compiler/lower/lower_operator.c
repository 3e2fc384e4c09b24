/* SPDX-License-Identifier: Apache-2.0 */
/* Operators: the cheapest operation that the ranges allow, and the checks that they need. */
#include "compiler/unit/integer_rules.h"
#include "compiler/lower/lower_internal.h"
#include "compiler/syntax/segment.h"

static bool is_u64(const struct ir_value *value)
{
	return value->type == IR_U64;
}

static bool fits_s64(struct range range)
{
	return range.low >= WIDE_S64_MIN && range.high <= WIDE_S64_MAX;
}

static bool fits_u64(struct range range)
{
	return range.low >= 0;
}

/* left operator right, where the comparison is LESS, LESS_EQUAL, EQUAL or NOT_EQUAL. */
static struct ir_value *compare_mixed(struct lower *lower, enum ir_op same, enum ir_op us,
				      enum ir_op su, const struct value *left,
				      const struct value *right)
{
	struct ir_value *a = left->payload, *b = right->payload;

	if (a->type == b->type)
		return assign(lower, IR_S64, same, a, b);
	if (fits_s64(left->type.range) && fits_s64(right->type.range))
		return assign(lower, IR_S64, same, as_type(lower, a, IR_S64),
			      as_type(lower, b, IR_S64));
	if (fits_u64(left->type.range) && fits_u64(right->type.range))
		return assign(lower, IR_S64, same, as_type(lower, a, IR_U64),
			      as_type(lower, b, IR_U64));
	return assign(lower, IR_S64, is_u64(a) ? us : su, a, b);
}

static struct ir_value *compare_equal(struct lower *lower, bool wanted, const struct value *left,
				      const struct value *right)
{
	/* Equality has no order, so a u64 can always stand first. */
	if (!is_u64(left->payload) && is_u64(right->payload))
		return compare_equal(lower, wanted, right, left);
	if (wanted)
		return compare_mixed(lower, IR_EQUAL, IR_EQUAL_US, IR_EQUAL, left, right);
	return compare_mixed(lower, IR_NOT_EQUAL, IR_NOT_EQUAL_US, IR_NOT_EQUAL, left, right);
}

struct ir_value *compare_integers(struct lower *lower, enum operator_kind operator,
				  const struct value *left, const struct value *right)
{
	if (operator == OPERATOR_EQUAL || operator == OPERATOR_STRICTLY_EQUAL)
		return compare_equal(lower, true, left, right);
	if (operator == OPERATOR_NOT_EQUAL || operator == OPERATOR_STRICTLY_NOT_EQUAL)
		return compare_equal(lower, false, left, right);
	if (operator == OPERATOR_GREATER)
		return compare_integers(lower, OPERATOR_LESS, right, left);
	if (operator == OPERATOR_GREATER_EQUAL)
		return compare_integers(lower, OPERATOR_LESS_EQUAL, right, left);
	if (operator == OPERATOR_LESS)
		return compare_mixed(lower, IR_LESS, IR_LESS_US, IR_LESS_SU, left, right);
	return compare_mixed(lower, IR_LESS_EQUAL, IR_LESS_EQUAL_US, IR_LESS_EQUAL_SU, left, right);
}

static bool are_different_atoms(const struct type *left, const struct type *right)
{
	return type_is_single_atom(left) && type_is_single_atom(right) &&
	       left->atoms.ids[0] != right->atoms.ids[0];
}

/*
 * Equality of the parts of one kind, given that both values are of that part; NULL when they
 * must be equal.
 */
static struct ir_value *equal_payloads(struct lower *lower, const struct value *left,
				       const struct value *right)
{
	if (type_is_single_atom(&left->type) && type_is_single_atom(&right->type))
		return NULL;
	return compare_equal(lower, true, left, right);
}

/* Equality of the binaries of both; false when they cannot be equal. */
static bool equal_binary_parts(struct lower *lower, const struct value *left,
			       const struct value *right, struct ir_value **equal)
{
	struct type l = type_only_binary(left->type), r = type_only_binary(right->type);
	enum decision decision = binary_equality(&l, &r);

	if (decision == DECIDED_FALSE)
		return false;
	*equal = both(lower, has_tag(lower, left, TAG_BINARY), has_tag(lower, right, TAG_BINARY));
	if (decision == UNDECIDED)
		*equal = both(lower, *equal,
			      equal_binaries(lower, as(lower, *left, &l), as(lower, *right, &r)));
	return true;
}

/* Equality of the integers or of the atoms of both; false when they cannot be equal. */
static bool equal_parts(struct lower *lower, const struct value *left, const struct value *right,
			int tag, struct ir_value **equal)
{
	bool is_integer = tag == TAG_INTEGER;
	struct type l = is_integer ? type_only_integer(left->type) : type_only_atoms(left->type);
	struct type r = is_integer ? type_only_integer(right->type) : type_only_atoms(right->type);
	struct value left_part, right_part;

	if (type_is_none(&l) || type_is_none(&r) || are_different_atoms(&l, &r))
		return false;
	left_part = as(lower, *left, &l);
	right_part = as(lower, *right, &r);
	*equal = both(lower, has_tag(lower, left, tag), has_tag(lower, right, tag));
	*equal = both(lower, *equal, equal_payloads(lower, &left_part, &right_part));
	return true;
}

static bool equal_data(struct lower *lower, const struct value *left, size_t i,
		       const struct value *right, size_t n, struct ir_value **equal)
{
	const struct shape *shape = left->type.data[i].shape;

	if (!shape_is_like(shape, right->type.data[n].shape))
		return false;
	*equal = both(lower, has_tag(lower, left, shape->tag),
		      has_tag(lower, right, right->type.data[n].shape->tag));
	for (size_t e = 0; e < shape->count; e++)
		*equal = both(lower, *equal,
			      equal_values(lower, left->data[i][e], right->data[n][e]));
	return true;
}

/* What has been found out about being equal: in no way so far, in this one, or in any case. */
struct equality {
	bool is_possible;
	struct ir_value *condition;
};

static void add_way(struct lower *lower, struct equality *equality, struct ir_value *condition)
{
	equality->condition = equality->is_possible ? either(lower, equality->condition, condition)
						    : condition;
	equality->is_possible = true;
}

struct ir_value *equal_values(struct lower *lower, struct value left, struct value right)
{
	struct equality equality = { .is_possible = false };
	struct ir_value *condition;

	for (int tag = TAG_INTEGER; tag <= TAG_ATOM; tag++) {
		if (equal_parts(lower, &left, &right, tag, &condition))
			add_way(lower, &equality, condition);
	}
	if (left.memory && right.memory && memory_type_equal(left.type.memory, right.type.memory)) {
		condition = both(lower, has_tag(lower, &left, TAG_MEMORY),
				 has_tag(lower, &right, TAG_MEMORY));
		add_way(lower, &equality,
			both(lower, condition, same_memory(lower, left.memory, right.memory)));
	}
	if (equal_binary_parts(lower, &left, &right, &condition))
		add_way(lower, &equality, condition);
	for (size_t i = 0; i < left.type.data_count; i++) {
		for (size_t n = 0; n < right.type.data_count; n++) {
			if (equal_data(lower, &left, i, &right, n, &condition))
				add_way(lower, &equality, condition);
		}
	}
	return equality.is_possible ? equality.condition : constant(lower, IR_S64, 0);
}

static enum ir_op division_op(bool remainder, const struct ir_value *left,
			      const struct ir_value *right)
{
	if (is_u64(left))
		return remainder ? IR_REMAINDER_US : IR_DIVIDE_US;
	if (is_u64(right))
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
	if (!is_u64(o->right) || fits_s64(o->right_value.type.range))
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

static struct value lower_arithmetic(struct lower *lower, const struct expression *expression,
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

/* Numbers come before all atoms, so what is no integer is greater. */
static struct ir_value *order(struct lower *lower, enum operator_kind operator,
			      const struct value *left, const struct value *right)
{
	struct ir_value *left_is = has_tag(lower, left, TAG_INTEGER);
	struct ir_value *right_is = has_tag(lower, right, TAG_INTEGER);
	bool is_less = operator == OPERATOR_LESS || operator == OPERATOR_LESS_EQUAL;
	struct ir_value *is = left_is ? left_is : right_is;
	struct ir_value *compared;

	if (left->type.integer == INTEGER_NONE || right->type.integer == INTEGER_NONE) {
		bool right_is_greater = right->type.integer == INTEGER_NONE;

		return constant(lower, IR_S64, right_is_greater == is_less);
	}
	compared = compare_integers(lower, operator, left, right);
	if (!is)
		return compared;
	/* The side that may be an atom is the greater one then. */
	if ((is == right_is) == is_less)
		return assign(lower, IR_S64, IR_OR, opposite(lower, is), compared);
	return assign(lower, IR_S64, IR_AND, is, compared);
}

static struct value lower_comparison(struct lower *lower, const struct expression *expression,
				     struct value left, struct value right)
{
	const struct operator *operator = expression->operation.operator;
	struct ir_value *result;

	if (type_is_single_atom(&typed_in(lower, expression)->type))
		return atom_value(lower, typed_in(lower, expression)->type.atoms.ids[0]);
	if (operator->class == OPERATOR_ORDER)
		return truth_value(lower, order(lower, operator->kind, &left, &right));
	result = equal_values(lower, left, right);
	if (!result)
		result = constant(lower, IR_S64, 1);
	if (operator->kind == OPERATOR_NOT_EQUAL || operator->kind == OPERATOR_STRICTLY_NOT_EQUAL)
		result = opposite(lower, result);
	return truth_value(lower, result);
}

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
