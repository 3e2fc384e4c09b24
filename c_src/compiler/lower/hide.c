/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/lower/hide.h"

#include "compiler/lower/ir.h"

/* The lookup that ended last, while it alone can have been tested since; else NULL. */
struct hide {
	const struct ir_value *latest;
	bool is_counting; /* the first of two walks: how often tests are used, and how */
	int branches, visited;
};

/*
 * clang follows a value back through all branches that it can come from, at each branch anew. In
 * a function of many, one in STRETCH hides from it where values come from.
 */
#define MANY_BRANCHES 256
#define STRETCH 32

static void count_branch(struct hide *hide, struct ir_statement *branch)
{
	if (hide->is_counting)
		hide->branches++;
	else if (hide->branches > MANY_BRANCHES)
		branch->branch.ends_stretch = ++hide->visited % STRETCH == 0;
}

static bool is_test(const struct ir_value *value)
{
	return value->assignment && value->assignment->assign.op == IR_IS_NULL;
}

/* What a branch tests, under negations. */
static struct ir_value *tested(struct ir_value *condition)
{
	while (condition->assignment && condition->assignment->assign.op == IR_NOT &&
	       condition->uses == 1)
		condition = condition->assignment->assign.operands[0];
	return condition;
}

static void fence(struct hide *hide, struct ir_statement *branch, const struct ir_value *test)
{
	branch->branch.hides_values = true;
	if (test->assignment->assign.operands[0] == hide->latest)
		return;
	branch->branch.is_fenced = true;
	hide->latest = NULL;
}

static void visit_branch(struct hide *hide, struct ir_statement *branch)
{
	struct ir_value *test = tested(branch->branch.condition);

	if (!is_test(test))
		return;
	if (hide->is_counting)
		test->tests++;
	else if (!test->is_hidden)
		fence(hide, branch, test);
}

static void visit_assignment(struct hide *hide, struct ir_statement *statement)
{
	struct ir_value *operand = statement->assign.operands[0];

	/* A negation that nobody uses is no use of its operand. */
	if (hide->is_counting && !statement->to->uses && operand && is_test(operand))
		operand->tests++;
	if (!hide->is_counting && is_test(statement->to))
		statement->to->is_hidden = statement->to->tests < statement->to->uses;
}

static void visit_block(struct hide *hide, struct ir_block *block);

/* A turn follows another, so what was looked up before has been tested at any place of it. */
static void visit_loop(struct hide *hide, struct ir_loop *loop)
{
	hide->latest = NULL;
	visit_block(hide, loop->body);
	hide->latest = NULL;
}

static void visit_block(struct hide *hide, struct ir_block *block)
{
	for (struct ir_statement *s = block->first; s; s = s->next) {
		if (s->kind == IR_LOOKUP)
			hide->latest = s->to;
		else if (s->kind == IR_CALL)
			hide->latest = NULL;
		else if (s->kind == IR_ASSIGN)
			visit_assignment(hide, s);
		else if (s->kind == IR_BLOCK)
			visit_block(hide, s->block.body);
		else if (s->kind == IR_LOOP)
			visit_loop(hide, s->loop);
		if (s->kind != IR_IF)
			continue;
		count_branch(hide, s);
		visit_branch(hide, s);
		visit_block(hide, s->branch.then);
		visit_block(hide, s->branch.otherwise);
	}
}

void hide(struct ir_unit *unit)
{
	for (struct ir_function *f = unit->functions; f; f = f->next) {
		struct hide state = { .is_counting = true };

		visit_block(&state, f->body);
		state = (struct hide){ .branches = state.branches };
		visit_block(&state, f->body);
	}
}
