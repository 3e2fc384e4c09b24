/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/lower/hide.h"

#include "compiler/core/context.h"
#include "compiler/lower/ir.h"

/*
 * Two walks over each function. The first counts tests: which uses of a value are a branch's
 * condition. It comes to callers before callees, since what a caller does with a result decides
 * whether to return a value is a test of it. The second comes to callees first, and says what is
 * hidden, what is fenced, and which values are choices.
 */
struct hide {
	struct ir_function *function;
	/* The lookup that ended last, while it alone can have been tested since; else NULL. */
	const struct ir_value *latest;
	bool is_counting; /* the first walk */
	int branches, visited;
	int depth; /* of loops */
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

/* The value of which a branch asks which constant it is. */
static struct ir_value *compared(struct ir_value *condition)
{
	const struct ir_statement *test = condition->assignment;

	if (!test)
		return condition->kind == IR_REGISTER ? condition : NULL;
	if (test->assign.op != IR_EQUAL && test->assign.op != IR_NOT_EQUAL)
		return NULL;
	if (condition->uses != 1 || test->assign.operands[1]->kind != IR_CONSTANT)
		return NULL;
	return compared(test->assign.operands[0]);
}

/* What a branch tests, under negations: a lookup, or a value that may be a choice; else NULL. */
static struct ir_value *tested(struct ir_value *condition)
{
	while (condition->assignment && condition->assignment->assign.op == IR_NOT &&
	       condition->uses == 1)
		condition = condition->assignment->assign.operands[0];
	return is_test(condition) ? condition : compared(condition);
}

static bool is_only_tested(const struct ir_value *value)
{
	return value->tests == value->uses;
}

/* A value from outside of the loop is tested in the turn before, too. */
static void find_choices(struct hide *hide, struct ir_block *side)
{
	for (struct ir_statement *s = side->first; s; s = s->next) {
		if (s->kind == IR_SET && s->value->kind == IR_CONSTANT && is_only_tested(s->to) &&
		    s->to->depth == hide->depth)
			s->to->is_choice = true;
	}
}

static void fence(struct hide *hide, struct ir_statement *branch, const struct ir_value *test)
{
	branch->branch.hides_values = true;
	find_choices(hide, branch->branch.then);
	find_choices(hide, branch->branch.otherwise);
	if (is_test(test) && test->assignment->assign.operands[0] == hide->latest)
		return;
	branch->branch.is_fenced = true;
	hide->latest = NULL;
}

static void visit_branch(struct hide *hide, struct ir_statement *branch)
{
	struct ir_value *test = tested(branch->branch.condition);

	if (!test)
		return;
	if (hide->is_counting)
		test->tests++;
	else if (is_test(test) ? !test->is_hidden : test->is_choice)
		fence(hide, branch, test);
}

static void visit_assignment(struct hide *hide, struct ir_statement *statement)
{
	/* What nobody uses is no use of its operands. */
	for (size_t i = 0; hide->is_counting && !statement->to->uses && i < 2; i++) {
		if (statement->assign.operands[i])
			statement->assign.operands[i]->tests++;
	}
	if (!hide->is_counting && is_test(statement->to))
		statement->to->is_hidden = !is_only_tested(statement->to);
}

/* What all callers only branch by, the function only tests. */
static void visit_return(struct hide *hide, struct ir_statement *statement)
{
	struct ir_result_use *uses = hide->function->result_uses;

	for (size_t i = 0; i < hide->function->result_count; i++) {
		struct ir_value *value = statement->results.values[i];

		if (value->kind == IR_CONSTANT || is_test(value))
			continue;
		if (hide->is_counting)
			value->tests += !uses[i].is_combined;
		else
			uses[i].is_choice = uses[i].is_choice || value->is_choice;
	}
}

static void visit_call(struct hide *hide, struct ir_statement *statement)
{
	const struct ir_result_use *uses = statement->call.callee->result_uses;
	struct ir_value **results = statement->call.results;

	for (size_t i = 0; !hide->is_counting && i < statement->call.callee->result_count; i++)
		results[i]->is_choice = uses[i].is_choice;
	hide->latest = NULL;
}

static void visit_block(struct hide *hide, struct ir_block *block);

/* A turn follows another, so what was looked up before has been tested at any place of it. */
static void visit_loop(struct hide *hide, struct ir_loop *loop)
{
	hide->latest = NULL;
	hide->depth++;
	visit_block(hide, loop->body);
	hide->depth--;
	hide->latest = NULL;
}

static void visit_statement(struct hide *hide, struct ir_statement *s)
{
	if (s->kind == IR_LOOKUP)
		hide->latest = s->to;
	else if (s->kind == IR_DECLARE)
		s->to->depth = hide->depth;
	else if (s->kind == IR_CALL)
		visit_call(hide, s);
	else if (s->kind == IR_RETURN)
		visit_return(hide, s);
	else if (s->kind == IR_ASSIGN)
		visit_assignment(hide, s);
	else if (s->kind == IR_BLOCK)
		visit_block(hide, s->block.body);
	else if (s->kind == IR_LOOP)
		visit_loop(hide, s->loop);
}

static void visit_block(struct hide *hide, struct ir_block *block)
{
	for (struct ir_statement *s = block->first; s; s = s->next) {
		visit_statement(hide, s);
		if (s->kind != IR_IF)
			continue;
		count_branch(hide, s);
		visit_branch(hide, s);
		visit_block(hide, s->branch.then);
		visit_block(hide, s->branch.otherwise);
	}
}

/* What the function does with what it calls. */
static void note_result_uses(struct ir_block *block)
{
	for (struct ir_statement *s = block->first; s; s = s->next) {
		if (s->kind == IR_IF) {
			note_result_uses(s->branch.then);
			note_result_uses(s->branch.otherwise);
		} else if (s->kind == IR_BLOCK) {
			note_result_uses(s->block.body);
		} else if (s->kind == IR_LOOP) {
			note_result_uses(s->loop->body);
		}
		if (s->kind != IR_CALL)
			continue;
		for (size_t i = 0; i < s->call.callee->result_count; i++) {
			if (!is_only_tested(s->call.results[i]))
				s->call.callee->result_uses[i].is_combined = true;
		}
	}
}

static void set_up_results(struct compile *compile, struct ir_function *function)
{
	function->result_uses =
		ARENA_ARRAY(compile->arena, struct ir_result_use, function->result_count);
	for (size_t i = 0; i < function->result_count; i++)
		function->result_uses[i].is_combined = !function->is_inlined;
}

void hide(struct compile *compile, struct ir_unit *unit)
{
	struct ir_function **functions;
	size_t count = 0, i = 0;
	struct hide *states;

	for (struct ir_function *f = unit->functions; f; f = f->next, count++)
		set_up_results(compile, f);
	functions = ARENA_ARRAY(compile->arena, struct ir_function *, count);
	states = ARENA_ARRAY(compile->arena, struct hide, count);
	for (struct ir_function *f = unit->functions; f; f = f->next)
		functions[i++] = f;
	while (i-- > 0) {
		states[i] = (struct hide){ .function = functions[i], .is_counting = true };
		visit_block(&states[i], functions[i]->body);
		note_result_uses(functions[i]->body);
	}
	for (i = 0; i < count; i++) {
		states[i] =
			(struct hide){ .function = functions[i], .branches = states[i].branches };
		visit_block(&states[i], functions[i]->body);
	}
}
