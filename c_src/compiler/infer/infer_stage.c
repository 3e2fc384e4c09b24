/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pipelines of Enum that are one loop. On the BEAM all elements go through one function before the
 * first goes through the next; here the functions take turns. Nobody can tell as long as all of them
 * but one are calm: without effects, reading nothing that changes, never raising. Where the loop may
 * end early, all that come before what ends it have to be.
 */
#include "compiler/infer/infer_internal.h"
#include "compiler/table/helper.h"

struct calm {
	const struct instance *instance;
	bool is_calm; /* so far */
};

static bool is_calm(const struct instance *instance, const struct expression *expression);

static void look_at(void *context, struct expression *expression)
{
	struct calm *calm = context;

	calm->is_calm = calm->is_calm && is_calm(calm->instance, expression);
}

static bool children_calm(const struct instance *instance, const struct expression *expression)
{
	struct calm calm = { instance, true };

	expression_visit_children(expression, look_at, &calm);
	return calm.is_calm;
}

static bool clauses_calm(const struct instance *instance, const struct clause *clauses)
{
	struct calm calm = { instance, true };

	clauses_visit_children(clauses, look_at, &calm);
	return calm.is_calm;
}

/* One that calls itself is inferred still, or is a loop. */
static bool callee_calm(const struct instance *callee)
{
	return callee && !callee->is_open && !callee->has_loop && !callee->can_raise &&
	       clauses_calm(callee, callee->function->first_clause);
}

static bool is_steady(const struct expression *call)
{
	return !call->helper.count && (helper_row(call->helper.helper)->effects & EFFECT_STEADY);
}

static bool is_calm(const struct instance *instance, const struct expression *expression)
{
	if (instance->typed[expression->number].raises)
		return false;
	switch (expression->kind) {
	case EXPRESSION_INTEGER:
	case EXPRESSION_ATOM:
	case EXPRESSION_STRING:
	case EXPRESSION_VARIABLE:
	case EXPRESSION_CLOSURE:
	case EXPRESSION_POISON:
	case EXPRESSION_BINARY:
	case EXPRESSION_DATA:
	case EXPRESSION_MATCH:
	case EXPRESSION_BLOCK:
	case EXPRESSION_CASE:
	case EXPRESSION_COND:
	case EXPRESSION_APPLY:
	case EXPRESSION_OPERATOR:
	case EXPRESSION_FIELD:
	case EXPRESSION_FUNCTION:
	case EXPRESSION_STRUCT:
		return children_calm(instance, expression);
	case EXPRESSION_CALL:
		return children_calm(instance, expression) &&
		       callee_calm(instance->typed[expression->number].callee);
	case EXPRESSION_HELPER:
		return is_steady(expression);
	case EXPRESSION_RAISE:
	case EXPRESSION_SEQUENCE:
	case EXPRESSION_LOOP:
	case EXPRESSION_NEXT:
	case EXPRESSION_UNKEPT:
	case EXPRESSION_INVOKE:
	case EXPRESSION_GLOBAL:
		break;
	}
	return false;
}

static void refuse_stages(struct infer *infer, const struct expression *expression)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic = error_at(
		diagnostics, expression->span, CODE_UNSUPPORTED,
		expression->loop->ends_early
			? "this pipeline is one loop in the kernel, which may end early: what comes "
			  "before its last function may have no effects, read no map and not raise"
			: "this pipeline is one loop in the kernel, in which its functions take "
			  "turns: all but one may have no effects, read no map and not raise");

	diagnostic_hint(
		diagnostics, diagnostic,
		"say which comes after which: `for x <- list, x > 1, reduce: 0 do sum -> sum "
		"+ f(x) end`");
}

void check_stages(struct infer *infer, const struct expression *expression)
{
	const struct loop *loop = expression->loop;
	bool is_final_loud = loop->final && !is_calm(infer->instance, loop->final);
	size_t loud = 0;

	for (size_t i = 0; i < loop->stage_count; i++)
		loud += !is_calm(infer->instance, loop->stages[i]);
	if (loop->ends_early ? loud > 0 : loud + is_final_loud > 1)
		refuse_stages(infer, expression);
}
