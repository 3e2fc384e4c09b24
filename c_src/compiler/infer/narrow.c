/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns and conditions tell about the variables that they look at. */
#include "compiler/infer/infer_internal.h"
#include "compiler/unit/memory_type.h"
#include "compiler/syntax/segment.h"
#include "compiler/infer/type_test.h"

#include <string.h>

void narrow_variable(struct infer *infer, const struct variable *variable, struct type type)
{
	struct change *change = ARENA_NEW(infer->compile->arena, struct change);

	*change = (struct change){ infer->changes, variable, infer->now[variable->number] };
	infer->changes = change;
	infer->now[variable->number] = type;
}

void restore(struct infer *infer, struct change *mark)
{
	while (infer->changes != mark) {
		infer->now[infer->changes->variable->number] = infer->changes->before;
		infer->changes = infer->changes->next;
	}
}

/* A variable that had no type before is not one of those in scope. */
bool is_contradiction(struct infer *infer, const struct change *mark)
{
	for (const struct change *c = infer->changes; c != mark; c = c->next) {
		if (!type_is_none(&c->before) && type_is_none(&infer->now[c->variable->number]))
			return true;
	}
	return false;
}

/* The variable that an expression's value is, if it is one. */
static const struct variable *variable_of(const struct expression *expression)
{
	if (expression->kind == EXPRESSION_VARIABLE)
		return expression->variable;
	if (expression->kind == EXPRESSION_MATCH &&
	    expression->match.pattern->kind == PATTERN_VARIABLE)
		return expression->match.pattern->variable;
	return NULL;
}

static void narrow_truth(struct infer *infer, const struct variable *variable, bool truth)
{
	struct type type = infer->now[variable->number];

	narrow_variable(infer, variable,
			truth ? type_truthy(infer->compile, type)
			      : type_falsy(infer->compile, type));
}

static bool can_be_equal(const struct data *data, const struct type *other)
{
	for (size_t i = 0; i < other->data_count; i++) {
		if (shape_is_like(data->shape, other->data[i].shape))
			return true;
	}
	return data->shape->kind == DATA_LIST && other->memory &&
	       other->memory->kind == MEMORY_ARRAY && other->memory->count == data->shape->count;
}

struct type equal_to(struct infer *infer, struct type side, const struct type *other, bool equal)
{
	struct compile *compile = infer->compile;

	if (other->is_poison || side.is_poison)
		return side;
	if (equal) {
		struct type kept = type_none();

		if (other->integer != INTEGER_NONE)
			kept = type_with_range(type_only_integer(side), other->range);
		for (size_t i = 0; i < side.data_count; i++) {
			if (can_be_equal(&side.data[i], other))
				kept = type_join(compile, kept, type_only_shape(side, i));
		}
		if ((other->memory && memory_type_equal(side.memory, other->memory)) ||
		    (side.memory && type_array_meets_list(&side, other)))
			kept = type_join(compile, kept, type_only_memory(side));
		kept.text_size = side.text_size;
		for (size_t i = 0; i < other->atoms.count; i++)
			kept = type_join(compile, kept,
					 type_only_atom(compile, side, other->atoms.ids[i]));
		if (other->atoms.any_errno)
			kept = type_join(compile, kept, type_only_atoms(side));
		if (binary_equality(&side, other) != DECIDED_FALSE)
			kept = type_join(compile, kept, type_only_binary(side));
		return kept;
	}
	if (type_is_atoms(other) && other->atoms.count == 1 && !other->atoms.any_errno)
		return type_without_atom(compile, side, other->atoms.ids[0]);
	if (type_is_integer(other) && other->range.low == other->range.high) {
		struct range range = side.range;

		if (range.low == other->range.low)
			range.low++;
		if (range.high == other->range.high)
			range.high--;
		return type_with_range(side, range);
	}
	return side;
}

/* The range of `side` when `side operator other` is true; both are exact integers. */
static struct range range_when(enum operator_kind operator, struct range side, struct range other)
{
	if (operator == OPERATOR_LESS && other.high - 1 < side.high)
		side.high = other.high - 1;
	if (operator == OPERATOR_LESS_EQUAL && other.high < side.high)
		side.high = other.high;
	if (operator == OPERATOR_GREATER && other.low + 1 > side.low)
		side.low = other.low + 1;
	if (operator == OPERATOR_GREATER_EQUAL && other.low > side.low)
		side.low = other.low;
	return side;
}

static enum operator_kind negated(enum operator_kind operator)
{
	if (operator == OPERATOR_LESS)
		return OPERATOR_GREATER_EQUAL;
	if (operator == OPERATOR_LESS_EQUAL)
		return OPERATOR_GREATER;
	return operator == OPERATOR_GREATER ? OPERATOR_LESS_EQUAL : OPERATOR_LESS;
}

static enum operator_kind mirrored(enum operator_kind operator)
{
	if (operator == OPERATOR_LESS)
		return OPERATOR_GREATER;
	if (operator == OPERATOR_LESS_EQUAL)
		return OPERATOR_GREATER_EQUAL;
	return operator == OPERATOR_GREATER ? OPERATOR_LESS : OPERATOR_LESS_EQUAL;
}

/* One side of a comparison, for what the other side is. */
static void narrow_side(struct infer *infer, const struct expression *side,
			const struct expression *other, enum operator_kind operator,
			enum operator_class class, bool truth)
{
	const struct variable *variable = variable_of(side);
	struct type type, bound;

	if (!variable)
		return;
	type = infer->now[variable->number];
	bound = typed_of(infer, other)->type;
	if (class == OPERATOR_EQUALITY)
		type = equal_to(infer, type, &bound, truth);
	else if (type_is_integer(&bound))
		type = type_with_range(type, range_when(truth ? operator : negated(operator),
							type.range, bound.range));
	narrow_variable(infer, variable, type);
}

static void narrow_comparison(struct infer *infer, const struct expression *condition, bool truth)
{
	const struct operator *operator = condition->operation.operator;
	const struct expression *left = condition->operation.left;
	const struct expression *right = condition->operation.right;
	enum operator_kind kind = operator->kind;

	if (kind == OPERATOR_NOT_EQUAL || kind == OPERATOR_STRICTLY_NOT_EQUAL)
		truth = !truth;
	narrow_side(infer, left, right, kind, operator->class, truth);
	narrow_side(infer, right, left, mirrored(kind), operator->class, truth);
}

static void narrow_test(struct infer *infer, const struct expression *condition, bool truth)
{
	const struct variable *variable = variable_of(condition->operation.left);
	struct type type, inside, outside;

	if (!variable)
		return;
	type = infer->now[variable->number];
	split_by_test(infer->compile, condition, type, &inside, &outside);
	narrow_variable(infer, variable, truth ? inside : outside);
}

/* What is narrowed since the mark, the latest of each variable; then it is as it was. */
static struct type *take_narrowed(struct infer *infer, struct change *mark)
{
	size_t count = (size_t)infer->instance->function->variable_count;
	struct type *types = ARENA_ARRAY(infer->compile->arena, struct type, count);

	memcpy(types, infer->now, count * sizeof(*types));
	restore(infer, mark);
	return types;
}

/* Of `a or b` one holds, of `not (a and b)` one does not: what both of the ways there leave. */
static void narrow_either(struct infer *infer, const struct expression *condition, bool truth)
{
	struct change *mark = infer->changes, *last;
	struct type *left, *right;

	narrow(infer, condition->operation.left, truth);
	last = infer->changes;
	left = take_narrowed(infer, mark);
	narrow(infer, condition->operation.left, !truth);
	narrow(infer, condition->operation.right, truth);
	right = take_narrowed(infer, mark);
	for (; last != mark; last = last->next) {
		int n = last->variable->number;

		narrow_variable(infer, last->variable,
				type_join(infer->compile, left[n], right[n]));
	}
}

static void narrow_operation(struct infer *infer, const struct expression *condition, bool truth)
{
	const struct operator *operator = condition->operation.operator;

	switch (operator->class) {
	case OPERATOR_EQUALITY:
	case OPERATOR_ORDER:
		narrow_comparison(infer, condition, truth);
		break;
	case OPERATOR_BOOLEAN:
		if (operator->kind == OPERATOR_NOT) {
			narrow(infer, condition->operation.left, !truth);
		} else if (truth == (operator->kind == OPERATOR_AND)) {
			narrow(infer, condition->operation.left, truth);
			narrow(infer, condition->operation.right, truth);
		} else {
			narrow_either(infer, condition, truth);
		}
		break;
	case OPERATOR_TEST:
		narrow_test(infer, condition, truth);
		break;
	case OPERATOR_ARITHMETIC:
	case OPERATOR_MEASURE:
		break;
	}
}

/* Whether taking the clause can make the whole `case` true (or false). */
static bool can_give(struct infer *infer, const struct clause *clause, bool truth)
{
	const struct type *type = &typed_of(infer, clause->body)->type;

	if (infer->instance->clauses[clause->number].is_dead)
		return false;
	return truth ? type_can_be_truthy(type) : type_can_be_falsy(type);
}

static bool is_atom_pattern(const struct pattern *pattern, const char *atom)
{
	return pattern->kind == PATTERN_ATOM && strcmp(pattern->atom, atom) == 0;
}

/* The second clause of `if`, `&&`, `||` and `!`: whatever is neither nil nor false. */
static bool follows_falsy(const struct expression *cases, const struct clause *clause)
{
	const struct clause *first = cases->cases.clauses;

	return first->patterns[0]->kind == PATTERN_FALSY && first->next == clause &&
	       (clause->patterns[0]->kind == PATTERN_ANY ||
		clause->patterns[0]->kind == PATTERN_VARIABLE);
}

/* `and`, `or`, `&&`, `||` and `!` are cases of which often one clause alone gives the truth. */
static void narrow_case(struct infer *infer, const struct expression *condition, bool truth)
{
	const struct clause *only = NULL;
	const struct pattern *pattern;

	for (const struct clause *c = condition->cases.clauses; c; c = c->next) {
		if (!can_give(infer, c, truth))
			continue;
		if (only)
			return;
		only = c;
	}
	if (!only || only->guard_count)
		return;
	pattern = only->patterns[0];
	if (pattern->kind == PATTERN_FALSY || is_atom_pattern(pattern, "false"))
		narrow(infer, condition->cases.subject, false);
	else if (is_atom_pattern(pattern, "true") || follows_falsy(condition, only))
		narrow(infer, condition->cases.subject, true);
	narrow(infer, only->body, truth);
}

void narrow(struct infer *infer, const struct expression *condition, bool truth)
{
	const struct variable *variable = variable_of(condition);

	if (variable)
		narrow_truth(infer, variable, truth);
	else if (condition->kind == EXPRESSION_OPERATOR)
		narrow_operation(infer, condition, truth);
	else if (condition->kind == EXPRESSION_CASE)
		narrow_case(infer, condition, truth);
}
