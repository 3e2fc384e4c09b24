/* SPDX-License-Identifier: Apache-2.0 */
/* Branches and blocks as C, and what clang must not know of what branches set. */
#include "compiler/emit/emit_internal.h"

#include "base/index.h"
#include "compiler/unit/record_type.h"

static bool sets_otherwise(const struct ir_block *block, const struct ir_value *to)
{
	for (const struct ir_statement *s = block->first; s; s = s->next) {
		if (s->kind == IR_SET && s->to == to && s->value->kind != IR_CONSTANT)
			return true;
	}
	return false;
}

static bool sets(const struct ir_block *block, const struct ir_value *to)
{
	for (const struct ir_statement *s = block->first; s; s = s->next) {
		if (s->kind == IR_SET && s->to == to)
			return true;
	}
	return false;
}

/* Else the value ends with the block. */
static bool is_from_outside(const struct ir_block *block, const struct ir_value *to)
{
	for (const struct ir_statement *s = block->first; s; s = s->next) {
		if (s->kind == IR_DECLARE && s->to == to)
			return false;
	}
	return true;
}

static bool is_integer(const struct ir_value *value)
{
	return value->type == IR_S64 || value->type == IR_U64;
}

/* clang would test once more where the value is used, and keep the tested pointer until then. */
bool outlives_call(const struct ir_value *value)
{
	return value->born != value->gone && is_integer(value);
}

/*
 * The values that the branch sets to a constant on one side, and to no variable on the other; and
 * those that live on beyond a call: with each pointer that is kept, the verifier has twice as many
 * states to tell apart.
 */
static void emit_hidden_values(struct emit *emit, const struct ir_statement *branch)
{
	const struct ir_block *const sides[] = { branch->branch.then, branch->branch.otherwise };

	for (size_t i = 0; i < 2; i++) {
		for (const struct ir_statement *s = sides[i]->first; s; s = s->next) {
			if (s->kind == IR_SET && s->to->uses && !(i && sets(sides[0], s->to)) &&
			    is_from_outside(sides[i], s->to) &&
			    ((branch->branch.ends_stretch && is_integer(s->to)) ||
			     (emit->function->is_crowded && outlives_call(s->to)) ||
			     (s->value->kind == IR_CONSTANT && !s->to->is_choice &&
			      !sets_otherwise(sides[!i], s->to))))
				emit_hiding(emit, s->to, branch->line);
		}
	}
}

void emit_if(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_block *then = statement->branch.then;
	const struct ir_block *otherwise = statement->branch.otherwise;
	const char *condition = condition_c(emit, statement->branch.condition);

	if (!then->first && !otherwise->first)
		return;
	if (statement->branch.is_fenced)
		emit_line(emit, statement->line, "asm volatile(\"\" : : \"i\"(%d));",
			  emit->barriers++);
	emit_line(emit, statement->line, then->first ? "if (%s) {" : "if (!(%s)) {", condition);
	emit->indent++;
	emit_block(emit, then->first ? then : otherwise);
	emit->indent--;
	if (then->first && otherwise->first) {
		emit_line(emit, statement->line, "} else {");
		emit->indent++;
		emit_block(emit, otherwise);
		emit->indent--;
	}
	emit_line(emit, statement->line, "}");
	if (statement->branch.hides_values || statement->branch.ends_stretch)
		emit_hidden_values(emit, statement);
}

static const char *lock_c(struct emit *emit, const struct ir_statement *statement)
{
	return arena_print(emit->compile->arena, "(void *)%s + %u",
			   value_c(emit, statement->block.locked),
			   statement->block.record->hidden_at[HIDDEN_LOCK]);
}

const char *unlock_c(struct emit *emit, const struct ir_statement *statement)
{
	return arena_print(emit->compile->arena, "bpf_spin_unlock(%s);", lock_c(emit, statement));
}

void emit_labelled(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_statement *outer = emit->locked;

	emit_line(emit, statement->line, "{");
	emit->indent++;
	if (statement->block.locked)
		emit_line(emit, statement->line, "bpf_spin_lock(%s);", lock_c(emit, statement));
	emit->locked = statement->block.locked ? statement : emit->locked;
	emit_block(emit, statement->block.body);
	emit->locked = outer;
	emit->indent--;
	emit_line(emit, statement->line, "}");
	if (statement->block.is_left)
		emit_line(emit, statement->line, "out_%d:;", statement->block.label);
	if (statement->block.locked &&
	    (statement->block.is_left || !statement->block.body->is_closed))
		emit_line(emit, statement->line, "%s", unlock_c(emit, statement));
}

/* A run of at least so many becomes a switch. */
#define FEWEST_CASES 8

/* `if (x == 3) { ...; goto out; }`, where control does not reach the end of what is in it. */
static const struct ir_value *tested_by(const struct ir_statement *s)
{
	const struct ir_statement *test = s->kind == IR_IF ? s->branch.condition->assignment : NULL;

	if (!test || test->assign.op != IR_EQUAL || s->branch.is_fenced ||
	    s->branch.otherwise->first || !s->branch.then->is_closed ||
	    !ir_is_written_where_used(s->branch.condition) ||
	    test->assign.operands[1]->kind != IR_CONSTANT ||
	    test->assign.operands[0]->kind != IR_REGISTER)
		return NULL;
	return test->assign.operands[0];
}

/* The next branch, after the tests that are written in one. */
static const struct ir_statement *next_branch(const struct ir_statement *s)
{
	while (s && s->kind == IR_ASSIGN && ir_is_written_where_used(s->to))
		s = s->next;
	return s;
}

static size_t count_cases(const struct ir_statement *s, const struct ir_value *tested)
{
	size_t count = 0;

	for (; s && tested_by(s) == tested; s = next_branch(s->next))
		count++;
	return count;
}

static void emit_case(struct emit *emit, const struct ir_statement *branch, struct index *known)
{
	const struct ir_value *constant = branch->branch.condition->assignment->assign.operands[1];

	/* Of two clauses for one number the first takes it. */
	if (index_get(known, (uint64_t)constant->constant))
		return;
	index_put(known, (uint64_t)constant->constant, (void *)branch);
	emit_line(emit, branch->line, "case %s: {", value_c(emit, constant));
	emit->indent++;
	emit_block(emit, branch->branch.then);
	emit->indent--;
	emit_line(emit, branch->line, "}");
}

/*
 * Branches by what one number is, in a row:
 *
 *	switch (x) { case 3: { <body>; goto out; } case 5: ... }
 *
 * clang finds that out of a few branches, too, but of many it makes several switches, one in the
 * other's default: which the verifier walks for each way into it.
 */
const struct ir_statement *emit_switch(struct emit *emit, const struct ir_statement *branch)
{
	const struct ir_value *tested = tested_by(branch);
	size_t count = tested ? count_cases(branch, tested) : 0;
	const struct ir_statement *last = branch;
	struct index known;

	if (count < FEWEST_CASES)
		return NULL;
	index_init(&known, emit->compile->arena);
	emit_line(emit, branch->line, "switch (%s) {", value_c(emit, tested));
	for (; count; count--) {
		last = branch;
		emit_case(emit, branch, &known);
		branch = next_branch(branch->next);
	}
	emit_line(emit, last->line, "}");
	return last;
}
