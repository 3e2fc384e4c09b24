/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/syntax/recursion.h"

#include "compiler/core/context.h"
#include "compiler/syntax/syntax.h"
#include "compiler/unit/unit.h"

struct call_site {
	struct call_site *next;
	struct function *callee;
	struct expression *call; /* NULL where the function becomes a value */
	bool is_tail;
};

/* What Tarjan's algorithm notes of a function. */
struct node {
	struct call_site *calls;
	int index, lowest; /* index 0: not seen yet */
	bool is_pending;
};

struct recursion {
	struct compile *compile;
	struct unit *unit;
	struct node *nodes; /* by the function's place in the unit */
	struct call_site **calls;
	int *pending;
	int pending_count, index, components;
};

static void find_calls(struct recursion *recursion, struct expression *expression, bool is_tail);

static void find_in_all(struct recursion *recursion, struct expression **items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		find_calls(recursion, items[i], false);
}

static void find_in_clauses(struct recursion *recursion, const struct clause *clause, bool is_tail)
{
	for (; clause; clause = clause->next) {
		find_in_all(recursion, clause->guards, clause->guard_count);
		find_calls(recursion, clause->body, is_tail);
	}
}

static void find_in_block(struct recursion *recursion, struct expression *block, bool is_tail)
{
	for (size_t i = 0; i < block->sequence.count; i++)
		find_calls(recursion, block->sequence.items[i],
			   is_tail && i + 1 == block->sequence.count);
}

/* No call in a child is the last thing that is done, but where find_calls() says so itself. */
static void find_in_child(void *recursion, struct expression *child)
{
	find_calls(recursion, child, false);
}

static void find_in_children(struct recursion *recursion, const struct expression *expression)
{
	expression_visit_children(expression, find_in_child, recursion);
}

static void note_call(struct recursion *recursion, struct expression *call, bool is_tail)
{
	struct call_site *site = ARENA_NEW(recursion->compile->arena, struct call_site);

	*site = (struct call_site){ *recursion->calls, call->call.function, call,
				    is_tail && !call->call.fuel };
	*recursion->calls = site;
}

/* A function that becomes a value counts as called; an anonymous one's calls are those around it. */
static void note_closure(struct recursion *recursion, struct function *function)
{
	struct call_site *site;

	if (function->written_in) {
		find_in_clauses(recursion, function->first_clause, false);
		return;
	}
	site = ARENA_NEW(recursion->compile->arena, struct call_site);
	*site = (struct call_site){ *recursion->calls, function, NULL, false };
	*recursion->calls = site;
}

/* The right side of `and` and `or` is their value, when it is reached. */
static void find_in_operation(struct recursion *recursion, const struct expression *operation,
			      bool is_tail)
{
	bool is_lazy = operation->operation.operator->class == OPERATOR_BOOLEAN;

	find_calls(recursion, operation->operation.left, false);
	if (operation->operation.right)
		find_calls(recursion, operation->operation.right, is_tail && is_lazy);
}

/* What a timer calls runs when this function has ended. */
static void find_in_helper(struct recursion *recursion, const struct expression *call)
{
	size_t count = call->helper.count;

	if (call->helper.helper->id == HELPER_TIMER_START)
		count = 3;
	find_in_all(recursion, call->helper.arguments, count);
}

/* The depth of the tree was bounded by desugar. */
static void find_calls(struct recursion *recursion, struct expression *expression, bool is_tail)
{
	switch (expression->kind) {
	case EXPRESSION_BLOCK:
		find_in_block(recursion, expression, is_tail);
		break;
	case EXPRESSION_CASE:
		find_calls(recursion, expression->cases.subject, false);
		find_in_clauses(recursion, expression->cases.clauses, is_tail);
		break;
	case EXPRESSION_COND:
		find_in_clauses(recursion, expression->cases.clauses, is_tail);
		break;
	case EXPRESSION_APPLY:
		find_in_all(recursion, expression->apply.arguments, expression->apply.count);
		find_in_clauses(recursion, expression->apply.clauses, is_tail);
		break;
	case EXPRESSION_OPERATOR:
		find_in_operation(recursion, expression, is_tail);
		break;
	case EXPRESSION_CALL:
		find_in_children(recursion, expression);
		note_call(recursion, expression, is_tail);
		break;
	case EXPRESSION_HELPER:
		find_in_helper(recursion, expression);
		break;
	case EXPRESSION_CLOSURE:
		note_closure(recursion, expression->anonymous.function);
		break;
	default:
		find_in_children(recursion, expression);
		break;
	}
}

static int place_of(const struct recursion *recursion, const struct function *function)
{
	return (int)(function - recursion->unit->functions);
}

static bool calls_itself(const struct recursion *recursion, int place)
{
	const struct function *function = &recursion->unit->functions[place];

	for (const struct call_site *c = recursion->nodes[place].calls; c; c = c->next) {
		if (c->callee == function)
			return true;
	}
	return false;
}

static bool is_loop(const struct recursion *recursion, int place)
{
	const struct function *function = &recursion->unit->functions[place];

	for (const struct call_site *c = recursion->nodes[place].calls; c; c = c->next) {
		if (c->callee == function && !c->is_tail)
			return false;
	}
	return true;
}

/* Its calls of itself are its next turns. */
static void make_loop(struct recursion *recursion, int place)
{
	struct function *function = &recursion->unit->functions[place];
	struct loop *loop = ARENA_NEW(recursion->compile->arena, struct loop);

	loop->state_count = (size_t)function->arity;
	loop->end_expression = function->expression_count;
	function->loop = loop;
	for (struct call_site *c = recursion->nodes[place].calls; c; c = c->next) {
		struct expression *call = c->call;
		struct expression **arguments;

		if (c->callee != function)
			continue;
		arguments = call->call.arguments;
		call->kind = EXPRESSION_NEXT;
		call->next.loop = loop;
		call->next.states = arguments;
	}
}

static void close_component(struct recursion *recursion, int root)
{
	bool is_circle = recursion->pending[recursion->pending_count - 1] != root;
	int component = ++recursion->components;
	int place;

	do {
		place = recursion->pending[--recursion->pending_count];
		recursion->nodes[place].is_pending = false;
		recursion->unit->functions[place].component = component;
		recursion->unit->functions[place].is_recursive = is_circle;
	} while (place != root);
	if (is_circle || !calls_itself(recursion, root))
		return;
	if (is_loop(recursion, root))
		make_loop(recursion, root);
	else
		recursion->unit->functions[root].is_recursive = true;
}

/* Tarjan's algorithm: the circles of calls. */
static void visit(struct recursion *recursion, int place)
{
	struct node *node = &recursion->nodes[place];

	node->index = node->lowest = ++recursion->index;
	node->is_pending = true;
	recursion->pending[recursion->pending_count++] = place;
	for (const struct call_site *c = node->calls; c; c = c->next) {
		int callee = place_of(recursion, c->callee);
		struct node *other = &recursion->nodes[callee];

		if (!other->index)
			visit(recursion, callee);
		else if (!other->is_pending)
			continue;
		if (other->is_pending && other->lowest < node->lowest)
			node->lowest = other->lowest;
	}
	if (node->lowest == node->index)
		close_component(recursion, place);
}

void recursion_find(struct compile *compile, struct unit *unit)
{
	struct recursion recursion = { .compile = compile, .unit = unit };

	recursion.nodes = ARENA_ARRAY(compile->arena, struct node, unit->function_count);
	recursion.pending = ARENA_ARRAY(compile->arena, int, unit->function_count);
	for (size_t i = 0; i < unit->function_count; i++) {
		recursion.calls = &recursion.nodes[i].calls;
		find_in_clauses(&recursion, unit->functions[i].first_clause, true);
	}
	for (size_t i = 0; i < unit->function_count; i++) {
		if (!recursion.nodes[i].index)
			visit(&recursion, (int)i);
	}
}
