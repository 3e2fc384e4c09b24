/* SPDX-License-Identifier: Apache-2.0 */
/* Building the intermediate representation, statement by statement. */
#include "compiler/lower/lower_internal.h"

void append_statement(struct lower *lower, struct ir_statement *statement)
{
	struct ir_block *block = lower->block;

	if (block->last)
		block->last->next = statement;
	else
		block->first = statement;
	block->last = statement;
}

struct ir_statement *add_statement(struct lower *lower, enum ir_kind kind)
{
	struct ir_statement *statement = ARENA_NEW(lower->compile->arena, struct ir_statement);

	statement->kind = kind;
	statement->line = lower->line;
	append_statement(lower, statement);
	return statement;
}

struct ir_block *new_block(struct lower *lower)
{
	return ARENA_NEW(lower->compile->arena, struct ir_block);
}

struct ir_value *constant(struct lower *lower, enum ir_type type, wide value)
{
	struct ir_value *constant = ARENA_NEW(lower->compile->arena, struct ir_value);

	constant->kind = IR_CONSTANT;
	constant->type = type;
	constant->constant = value;
	return constant;
}

struct ir_value *new_register(struct lower *lower, enum ir_type type, const char *name)
{
	struct ir_value *value = ARENA_NEW(lower->compile->arena, struct ir_value);

	value->kind = IR_REGISTER;
	value->type = type;
	value->number = lower->function->register_count++;
	value->name = name;
	value->home = lower->block;
	return value;
}

struct ir_value *used(struct ir_value *value)
{
	if (value)
		value->uses++;
	return value;
}

void settle(struct lower *lower, struct ir_value *value)
{
	if (!value || value->kind != IR_REGISTER)
		return;
	value->home = lower->block;
	value->definition = lower->block->last;
}

struct ir_value *assign(struct lower *lower, enum ir_type type, enum ir_op op,
			struct ir_value *left, struct ir_value *right)
{
	struct ir_value *to = new_register(lower, type, NULL);
	struct ir_statement *statement = add_statement(lower, IR_ASSIGN);

	statement->to = to;
	statement->assign.op = op;
	statement->assign.operands[0] = used(left);
	statement->assign.operands[1] = used(right);
	to->assignment = statement;
	settle(lower, to);
	return to;
}

struct ir_value *as_type(struct lower *lower, struct ir_value *value, enum ir_type type)
{
	if (value->type == type)
		return value;
	if (value->kind == IR_CONSTANT) {
		wide bits = type == IR_U64 ? (wide)(uint64_t)value->constant
					   : (wide)(int64_t)(uint64_t)value->constant;

		return constant(lower, type, bits);
	}
	return assign(lower, type, IR_COPY, value, NULL);
}

struct ir_value *declare(struct lower *lower, enum ir_type type, wide first, const char *name)
{
	struct ir_value *to = new_register(lower, type, name);
	struct ir_statement *statement = add_statement(lower, IR_DECLARE);

	statement->to = to;
	statement->value = constant(lower, type, first);
	return to;
}

void set(struct lower *lower, struct ir_value *to, struct ir_value *value)
{
	struct ir_value *converted = as_type(lower, value, to->type);
	struct ir_statement *statement = add_statement(lower, IR_SET);

	statement->to = to;
	statement->value = used(converted);
}

struct ir_statement *add_if(struct lower *lower, struct ir_value *condition)
{
	struct ir_statement *statement = add_statement(lower, IR_IF);

	statement->branch.condition = used(condition);
	statement->branch.then = new_block(lower);
	statement->branch.otherwise = new_block(lower);
	lower->block = statement->branch.then;
	return statement;
}

/* The comparison that is true exactly when this one is false; IR_NOT when there is none. */
static enum ir_op opposite_op(enum ir_op op)
{
	if (op == IR_EQUAL)
		return IR_NOT_EQUAL;
	if (op == IR_NOT_EQUAL)
		return IR_EQUAL;
	return IR_NOT;
}

struct ir_value *opposite(struct lower *lower, struct ir_value *condition)
{
	const struct ir_statement *assignment = condition->assignment;
	struct ir_value *left, *right;

	if (condition->kind == IR_CONSTANT)
		return constant(lower, IR_S64, !condition->constant);
	if (!assignment)
		return assign(lower, IR_S64, IR_NOT, condition, NULL);
	left = assignment->assign.operands[0];
	right = assignment->assign.operands[1];
	if (assignment->assign.op == IR_NOT && condition->type == left->type)
		return left;
	if (opposite_op(assignment->assign.op) != IR_NOT)
		return assign(lower, IR_S64, opposite_op(assignment->assign.op), left, right);
	if (assignment->assign.op == IR_LESS)
		return assign(lower, IR_S64, IR_LESS_EQUAL, right, left);
	if (assignment->assign.op == IR_LESS_EQUAL)
		return assign(lower, IR_S64, IR_LESS, right, left);
	return assign(lower, IR_S64, IR_NOT, condition, NULL);
}

struct ir_value *both(struct lower *lower, struct ir_value *a, struct ir_value *b)
{
	if (!a || !b)
		return a ? a : b;
	return assign(lower, IR_S64, IR_AND, a, b);
}

struct ir_value *either(struct lower *lower, struct ir_value *a, struct ir_value *b)
{
	if (!a || !b)
		return NULL;
	return assign(lower, IR_S64, IR_OR, a, b);
}

static void insert_after(struct ir_block *block, struct ir_statement *place,
			 struct ir_statement *statement)
{
	if (place) {
		statement->next = place->next;
		place->next = statement;
	} else {
		statement->next = block->first;
		block->first = statement;
	}
	if (block->last == place)
		block->last = statement;
}

/* Constants of the same bits are one value, so that they share their slots. */
static struct ir_value *shared_constant(struct lower *lower, struct ir_value *value)
{
	uint64_t bits = (uint64_t)value->constant;
	struct ir_value *shared = index_get(&lower->constants, bits);

	if (shared)
		return shared;
	index_put(&lower->constants, bits, value);
	return value;
}

/*
 * A value gets one slot of each type, where the value itself is first known: what uses it
 * later shares it, in whatever branch, as it would share a C variable.
 */
struct ir_slot *slot_of(struct lower *lower, struct ir_value *value,
			const struct integer_type *type)
{
	struct ir_block *block = value->kind == IR_REGISTER ? value->home : lower->function->body;
	struct ir_statement *statement;
	struct ir_slot *slot;

	if (value->kind == IR_CONSTANT)
		value = shared_constant(lower, value);
	for (slot = value->slots; slot; slot = slot->next) {
		if (slot->type == type)
			return slot;
	}
	slot = ARENA_NEW(lower->compile->arena, struct ir_slot);
	*slot = (struct ir_slot){ .next = value->slots,
				  .type = type,
				  .value = used(value),
				  .number = lower->function->slot_count++ };
	value->slots = slot;
	statement = ARENA_NEW(lower->compile->arena, struct ir_statement);
	statement->kind = IR_SLOT;
	statement->line = value->definition ? value->definition->line : lower->line;
	statement->slot = slot;
	insert_after(block, value->kind == IR_REGISTER ? value->definition : NULL, statement);
	return slot;
}
