/* SPDX-License-Identifier: Apache-2.0 */
/* Comparisons: of integers whatever their types, of values of any shape, of numbers and atoms. */
#include "compiler/lower/lower_internal.h"
#include "compiler/lower/lower_sequence.h"
#include "compiler/syntax/segment.h"
#include "compiler/unit/integer_rules.h"

/* left operator right, where the comparison is LESS, LESS_EQUAL, EQUAL or NOT_EQUAL. */
static struct ir_value *compare_mixed(struct lower *lower, enum ir_op same, enum ir_op us,
				      enum ir_op su, const struct value *left,
				      const struct value *right)
{
	struct ir_value *a = left->payload, *b = right->payload;

	if (a->type == b->type)
		return assign(lower, IR_S64, same, a, b);
	if (range_within(left->type.range, range_of_kind(INTEGER_S64)) &&
	    range_within(right->type.range, range_of_kind(INTEGER_S64)))
		return assign(lower, IR_S64, same, as_type(lower, a, IR_S64),
			      as_type(lower, b, IR_S64));
	if (left->type.range.low >= 0 && right->type.range.low >= 0)
		return assign(lower, IR_S64, same, as_type(lower, a, IR_U64),
			      as_type(lower, b, IR_U64));
	return assign(lower, IR_S64, a->type == IR_U64 ? us : su, a, b);
}

static struct ir_value *compare_equal(struct lower *lower, bool wanted, const struct value *left,
				      const struct value *right)
{
	/* Equality has no order, so a u64 can always stand first. */
	if (left->payload->type != IR_U64 && right->payload->type == IR_U64)
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

/* An array and a list of as many elements; false when they are not that. */
static bool equal_array(struct lower *lower, const struct value *array, const struct value *list,
			struct ir_value **equal)
{
	const struct memory_type *memory = array->type.memory;
	const struct data *data = NULL;

	if (memory && memory->kind == MEMORY_ARRAY)
		data = type_find_list(&list->type, memory->count);
	if (!data)
		return false;
	*equal = both(lower, has_tag(lower, array, TAG_MEMORY),
		      has_tag(lower, list, data->shape->tag));
	for (unsigned i = 0; i < memory->count; i++)
		*equal = both(lower, *equal,
			      equal_values(lower, compared_element(lower, array->memory, i),
					   list->data[data - list->type.data][i]));
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
	if (equal_array(lower, &left, &right, &condition))
		add_way(lower, &equality, condition);
	if (equal_array(lower, &right, &left, &condition))
		add_way(lower, &equality, condition);
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

/* Each side is an integer or nil, of which nil is the greater one; `compared` is of the integers. */
static struct ir_value *order_of_either(struct lower *lower, enum operator_kind operator,
					struct ir_value *left_is, struct ir_value *right_is,
					struct ir_value *compared)
{
	bool is_less = operator == OPERATOR_LESS || operator == OPERATOR_LESS_EQUAL;
	bool is_strict = operator == OPERATOR_LESS || operator == OPERATOR_GREATER;
	struct ir_value *lesser = is_less ? left_is : right_is;
	struct ir_value *greater = opposite(lower, is_less ? right_is : left_is);

	/* nil is not less than nil: the lesser one is a number. */
	if (is_strict)
		return assign(lower, IR_S64, IR_AND, lesser,
			      assign(lower, IR_S64, IR_OR, greater, compared));
	return assign(lower, IR_S64, IR_OR, greater,
		      assign(lower, IR_S64, IR_AND, lesser, compared));
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
	if (left_is && right_is)
		return order_of_either(lower, operator, left_is, right_is, compared);
	/* The side that may be an atom is the greater one then. */
	if ((is == right_is) == is_less)
		return assign(lower, IR_S64, IR_OR, opposite(lower, is), compared);
	return assign(lower, IR_S64, IR_AND, is, compared);
}

struct value lower_comparison(struct lower *lower, const struct expression *expression,
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
