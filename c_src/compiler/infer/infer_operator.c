/* SPDX-License-Identifier: Apache-2.0 */
/* Operators: what they need, what they give, and when they raise. */
#include "compiler/infer/infer_internal.h"
#include "compiler/syntax/segment.h"
#include "compiler/infer/type_test.h"
#include "compiler/unit/integer_rules.h"
#include "compiler/unit/memory_type.h"

static bool is_poisoned(const struct type *a, const struct type *b)
{
	return a->is_poison || b->is_poison;
}

static bool contains_zero(struct range range)
{
	return range.low <= 0 && range.high >= 0;
}

static void mark_operands(struct infer *infer, const struct expression *expression,
			  const struct type *left, const struct type *right)
{
	const char *use = arena_print(infer->compile->arena, "`%s`", operation_name(expression));

	if (may_be_no_integer(infer, expression->operation.left, left, use))
		mark_raise(infer, expression, RAISES_LEFT);
	if (expression->operation.right &&
	    may_be_no_integer(infer, expression->operation.right, right, use))
		mark_raise(infer, expression, RAISES_RIGHT);
}

static void mark_division(struct infer *infer, const struct expression *expression,
			  const struct type *right)
{
	if (!contains_zero(right->range))
		return;
	mark_raise(infer, expression, RAISES_ZERO);
	if (right->range.low == 0 && right->range.high == 0 && !infer->in_guard)
		diagnostic_hint(&infer->compile->diagnostics,
				error_at(&infer->compile->diagnostics, expression->span,
					 CODE_ALWAYS_FAILS, "this divides by zero"),
				"test the divisor before: `if n != 0, do: div(x, n), else: 0`");
}

/* A shift whose count is not known to lie in 0..63 may still lose nothing; the range tells. */
static struct type reduced(struct infer *infer, const struct expression *expression,
			   enum integer_kind kind, bool is_known, struct range exact)
{
	struct range full = range_of_kind(kind);

	if (is_known && range_within(exact, full))
		return type_integer(kind, exact.low, exact.high);
	if (infer->instance->function->module->overflow_raises)
		mark_raise(infer, expression, RAISES_OVERFLOW);
	return type_full(kind);
}

static struct type infer_arithmetic(struct infer *infer, const struct expression *expression,
				    struct type left, struct type right)
{
	enum operator_kind operator = expression->operation.operator->kind;
	struct range exact = { 0, 0 };
	enum integer_kind kind;
	bool is_known;

	mark_operands(infer, expression, &left, &right);
	if (left.integer == INTEGER_NONE ||
	    (expression->operation.right && right.integer == INTEGER_NONE))
		return type_poison();
	if (operator == OPERATOR_DIVIDE || operator == OPERATOR_REMAINDER)
		mark_division(infer, expression, &right);
	kind = operation_kind(expression->operation.operator, &left, &right);
	is_known = operation_range(operator, left.range, right.range, &exact);
	return reduced(infer, expression, kind, is_known, exact);
}

static bool is_incomparable(const struct type *type)
{
	return type->context || type->is_mixed || type_has_unkept(type);
}

/* What can be equal, but is neither less nor greater here. */
static bool is_unordered(const struct type *type)
{
	return type_has_binary(type) || type->memory;
}

static struct type refuse_comparison(struct infer *infer, const struct expression *expression,
				     const struct type *left, const struct type *right)
{
	const struct type *odd = is_incomparable(left) || is_unordered(left) ? left : right;

	diagnostic_hint(&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, expression->span, CODE_UNSUPPORTED,
				 "found `%s` on %s, expected integers or atoms",
				 expression->operation.operator->elixir,
				 type_text(infer->compile, &infer->typed_unit->atoms, odd)),
			"match what is inside of it, and compare that");
	return type_poison();
}

/* On the BEAM, two functions are equal when they are of the same place and have captured the same. */
static struct type refuse_function_comparison(struct infer *infer,
					      const struct expression *expression)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic =
		error_at(diagnostics, expression->span, CODE_UNSUPPORTED,
			 "found `%s` on two functions, which have no equality in the kernel",
			 expression->operation.operator->elixir);

	diagnostic_hint(diagnostics, diagnostic,
			"keep an atom or an integer that tells them apart, and compare that");
	return type_poison();
}

static bool share_an_atom(const struct atoms *a, const struct atoms *b)
{
	if (a->any_errno && (b->any_errno || (b->count && b->ids[0] < 0)))
		return true;
	if (b->any_errno && a->count && a->ids[0] < 0)
		return true;
	for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
		if (a->ids[i] == b->ids[j])
			return true;
		if (a->ids[i] < b->ids[j])
			i++;
		else
			j++;
	}
	return false;
}

static enum decision equality(const struct type *left, const struct type *right);

/* Whether data of these two shapes can be equal: each element must be able to. */
static bool data_can_be_equal(const struct data *left, const struct data *right)
{
	if (!shape_is_like(left->shape, right->shape))
		return false;
	for (size_t i = 0; i < left->shape->count; i++) {
		if (equality(&left->elements[i], &right->elements[i]) == DECIDED_FALSE)
			return false;
	}
	return true;
}

static bool share_data(const struct type *left, const struct type *right)
{
	for (size_t i = 0; i < left->data_count; i++) {
		for (size_t n = 0; n < right->data_count; n++) {
			if (data_can_be_equal(&left->data[i], &right->data[n]))
				return true;
		}
	}
	return false;
}

/* Whether the two can be equal at all, and whether they must be. */
static enum decision equality(const struct type *left, const struct type *right)
{
	bool integers = left->integer != INTEGER_NONE && right->integer != INTEGER_NONE;
	bool atoms = share_an_atom(&left->atoms, &right->atoms);
	bool data = share_data(left, right) || type_array_meets_list(left, right) ||
		    (left->memory && memory_type_equal(left->memory, right->memory));
	enum decision binaries = binary_equality(left, right);

	if (type_is_binary(left) && type_is_binary(right))
		return binaries;
	if (integers && !atoms && !data && type_is_integer(left) && type_is_integer(right))
		return comparison_decision(OPERATOR_EQUAL, left->range, right->range);
	if (!integers && !atoms && !data && binaries == DECIDED_FALSE)
		return DECIDED_FALSE;
	if (atoms && left->atoms.count == 1 && !left->atoms.any_errno &&
	    type_is_only_atom(right, left->atoms.ids[0]) && type_is_atoms(left))
		return DECIDED_TRUE;
	return UNDECIDED;
}

static struct type decided(struct infer *infer, enum decision decision, bool wanted)
{
	if (decision == UNDECIDED)
		return type_boolean(infer->compile);
	return type_atom(infer->compile,
			 (decision == DECIDED_TRUE) == wanted ? ATOM_TRUE : ATOM_FALSE);
}

static struct type infer_equality(struct infer *infer, const struct expression *expression,
				  const struct type *left, const struct type *right)
{
	enum operator_kind operator = expression->operation.operator->kind;

	return decided(infer, equality(left, right),
		       operator == OPERATOR_EQUAL || operator == OPERATOR_STRICTLY_EQUAL);
}

/* A guard that no atom passes does as is meant, when nil is one. */
static bool is_true_of_atoms(const struct expression *comparison, const struct expression *operand)
{
	enum operator_kind kind = comparison->operation.operator->kind;
	bool is_greater = kind == OPERATOR_GREATER || kind == OPERATOR_GREATER_EQUAL;

	return is_greater == (operand == comparison->operation.left);
}

static void warn_of_order(struct infer *infer, const struct expression *expression,
			  const struct expression *operand, const struct type *type)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (type_is_integer(type) || (infer->in_guard && !is_true_of_atoms(expression, operand)))
		return;
	diagnostic = strict_at(diagnostics, operand_span(operand, expression), CODE_NIL_COMPARED,
			       "%s is %s here, and every atom is greater than every integer",
			       operand_text(infer, operand),
			       type_text(infer->compile, &infer->typed_unit->atoms, type));
	diagnostic_hint(diagnostics, diagnostic, "match nil first, or give it a default, `|| 0`");
}

static bool is_number_or_nil(const struct type *type)
{
	return type->integer && type->atoms.count == 1 && type_has_atom(type, ATOM_NIL) &&
	       !type->data_count && !type_has_binary(type) && !type->memory;
}

static bool is_below_all_atoms(const struct type *type)
{
	return type_is_integer(type);
}

/*
 * Elixir orders numbers before atoms before tuples; atoms among themselves by their letters. Of two
 * that may be nil, both are equal where they are.
 */
static struct type infer_order(struct infer *infer, const struct expression *expression,
			       const struct type *left, const struct type *right)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;

	if (!is_below_all_atoms(left) && !is_below_all_atoms(right) &&
	    !(is_number_or_nil(left) && is_number_or_nil(right))) {
		diagnostic_hint(
			diagnostics,
			error_at(diagnostics, expression->span, CODE_AMBIGUOUS_ORDER,
				 "`%s` has %s on its left and %s on its right, expected an integer",
				 expression->operation.operator->elixir,
				 type_text(infer->compile, &infer->typed_unit->atoms, left),
				 type_text(infer->compile, &infer->typed_unit->atoms, right)),
			"compare atoms and data by `==`, or match them by `case`");
		return type_poison();
	}
	warn_of_order(infer, expression, expression->operation.left, left);
	warn_of_order(infer, expression, expression->operation.right, right);
	if (!type_is_integer(left) || !type_is_integer(right))
		return type_boolean(infer->compile);
	return decided(infer,
		       comparison_decision(expression->operation.operator->kind, left->range,
					   right->range),
		       true);
}

/* Whether it can be one. */
static bool need_boolean(struct infer *infer, const struct expression *expression,
			 const struct expression *operand, const struct type *type, unsigned raises)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	bool may_be = type_has_atom(type, ATOM_TRUE) || type_has_atom(type, ATOM_FALSE);

	if (type_is_boolean(type) || type_is_none(type))
		return true;
	mark_raise(infer, expression, raises);
	if (infer->in_guard)
		return true;
	if (may_be)
		diagnostic_hint(
			diagnostics,
			strict_at(diagnostics, operand_span(operand, expression), CODE_BAD_OPERAND,
				  "%s is %s here, and `%s` needs true or false",
				  operand_text(infer, operand),
				  type_text(infer->compile, &infer->typed_unit->atoms, type),
				  expression->operation.operator->elixir),
			"match the other cases first, or compare: `value == true`");
	else
		diagnostic_hint(
			diagnostics,
			error_at(diagnostics, operand_span(operand, expression), CODE_BAD_OPERAND,
				 "%s is %s, and `%s` needs true or false",
				 operand_text(infer, operand),
				 type_text(infer->compile, &infer->typed_unit->atoms, type),
				 expression->operation.operator->elixir),
			"compare it, `value != 0`, or use `&&`, `||` and `!`, which take any value");
	return may_be;
}

static struct type infer_not(struct infer *infer, const struct expression *expression)
{
	struct type type = infer_expression(infer, expression->operation.left);

	if (type.is_poison || type_is_none(&type))
		return type;
	if (!need_boolean(infer, expression, expression->operation.left, &type, RAISES_LEFT))
		return type_poison();
	if (type_is_only_atom(&type, ATOM_TRUE))
		return type_atom(infer->compile, ATOM_FALSE);
	if (type_is_only_atom(&type, ATOM_FALSE))
		return type_atom(infer->compile, ATOM_TRUE);
	return type_boolean(infer->compile);
}

/* `left and right`: the right side is reached, and counts, only when the left is true. */
static struct type infer_lazy(struct infer *infer, const struct expression *expression)
{
	bool is_and = expression->operation.operator->kind == OPERATOR_AND;
	int goes_on = is_and ? ATOM_TRUE : ATOM_FALSE, stops = is_and ? ATOM_FALSE : ATOM_TRUE;
	struct typed *typed = typed_of(infer, expression);
	struct change *mark = infer->changes;
	struct type left = infer_expression(infer, expression->operation.left);
	struct type right;

	if (left.is_poison || type_is_none(&left))
		return left;
	if (!need_boolean(infer, expression, expression->operation.left, &left, RAISES_LEFT))
		return type_poison();
	narrow(infer, expression->operation.left, is_and);
	typed->right_is_dead = !type_has_atom(&left, goes_on) || is_contradiction(infer, mark);
	right = typed->right_is_dead ? type_none()
				     : infer_expression(infer, expression->operation.right);
	restore(infer, mark);
	return type_join(infer->compile, type_only_atom(infer->compile, left, stops), right);
}

static struct type infer_test(struct infer *infer, const struct expression *expression)
{
	struct type type = infer_expression(infer, expression->operation.left);
	const struct expression *right = expression->operation.right;
	struct type inside, outside;

	if (right)
		infer_expression(infer, right);
	if (right && (right->kind != EXPRESSION_INTEGER || right->integer.is_negative)) {
		error_at(&infer->compile->diagnostics, operand_span(right, expression),
			 CODE_UNSUPPORTED,
			 "the arity of `is_function/2` is computed, expected a "
			 "literal");
		return type_poison();
	}
	if (type.is_poison || type_is_none(&type))
		return type;
	split_by_test(infer->compile, expression, type, &inside, &outside);
	if (type_is_none(&inside))
		return type_atom(infer->compile, ATOM_FALSE);
	if (type_is_none(&outside))
		return type_atom(infer->compile, ATOM_TRUE);
	return type_boolean(infer->compile);
}

static struct type infer_strict(struct infer *infer, const struct expression *expression)
{
	enum operator_class class = expression->operation.operator->class;
	struct type left = infer_expression(infer, expression->operation.left);
	struct type right = type_full(INTEGER_S64);

	if (expression->operation.right)
		right = infer_expression(infer, expression->operation.right);
	if (is_poisoned(&left, &right))
		return type_poison();
	if (type_is_none(&left) || type_is_none(&right))
		return type_none();
	if (class == OPERATOR_ARITHMETIC)
		return infer_arithmetic(infer, expression, left, right);
	if (type_has_function(&left) && type_has_function(&right))
		return refuse_function_comparison(infer, expression);
	if (is_incomparable(&left) || is_incomparable(&right) ||
	    (class == OPERATOR_ORDER && (is_unordered(&left) || is_unordered(&right))))
		return refuse_comparison(infer, expression, &left, &right);
	if (class == OPERATOR_EQUALITY && !can_compare(infer, expression->span, &left, &right))
		return type_poison();
	if (class == OPERATOR_EQUALITY)
		return infer_equality(infer, expression, &left, &right);
	return infer_order(infer, expression, &left, &right);
}

struct type infer_operation(struct infer *infer, const struct expression *expression)
{
	switch (expression->operation.operator->class) {
	case OPERATOR_ARITHMETIC:
	case OPERATOR_EQUALITY:
	case OPERATOR_ORDER:
		return infer_strict(infer, expression);
	case OPERATOR_BOOLEAN:
		if (expression->operation.operator->kind == OPERATOR_NOT)
			return infer_not(infer, expression);
		return infer_lazy(infer, expression);
	case OPERATOR_TEST:
		return infer_test(infer, expression);
	case OPERATOR_MEASURE:
		return infer_size(infer, expression);
	}
	return type_poison();
}
