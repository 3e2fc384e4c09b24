/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pipelines of Enum that are one loop. On the BEAM all elements go through one function before the
 * first goes through the next; here the functions take turns. Nobody can tell as long as all of them
 * but one are calm: without effects, reading nothing that changes, never raising. Where the loop may
 * end early, all that come before what ends it have to be.
 */
#include "compiler/infer/infer_internal.h"
#include "compiler/table/helper.h"

static bool is_calm(const struct instance *instance, const struct expression *expression);

static bool all_calm(const struct instance *instance, struct expression **items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!is_calm(instance, items[i]))
			return false;
	}
	return true;
}

static bool clauses_calm(const struct instance *instance, const struct clause *clauses)
{
	for (const struct clause *c = clauses; c; c = c->next) {
		if (!all_calm(instance, c->guards, c->guard_count) || !is_calm(instance, c->body))
			return false;
	}
	return true;
}

static bool record_calm(const struct instance *instance, const struct expression *record)
{
	for (size_t i = 0; i < record->record.count; i++) {
		if (!is_calm(instance, record->record.fields[i].value))
			return false;
	}
	return is_calm(instance, record->record.base);
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

/* Where there is no expression, nothing happens. */
static bool is_calm(const struct instance *instance, const struct expression *expression)
{
	if (!expression)
		return true;
	if (instance->typed[expression->number].raises)
		return false;
	switch (expression->kind) {
	case EXPRESSION_INTEGER:
	case EXPRESSION_ATOM:
	case EXPRESSION_STRING:
	case EXPRESSION_VARIABLE:
	case EXPRESSION_CLOSURE:
	case EXPRESSION_POISON:
		return true;
	case EXPRESSION_BINARY:
		return all_calm(instance, expression->binary.inner, expression->binary.inner_count);
	case EXPRESSION_DATA:
		return all_calm(instance, expression->data.items, expression->data.count) &&
		       is_calm(instance, expression->data.base);
	case EXPRESSION_MATCH:
		return is_calm(instance, expression->match.value);
	case EXPRESSION_BLOCK:
		return all_calm(instance, expression->sequence.items, expression->sequence.count);
	case EXPRESSION_CASE:
	case EXPRESSION_COND:
		return is_calm(instance, expression->cases.subject) &&
		       clauses_calm(instance, expression->cases.clauses);
	case EXPRESSION_APPLY:
		return all_calm(instance, expression->apply.arguments, expression->apply.count) &&
		       clauses_calm(instance, expression->apply.clauses);
	case EXPRESSION_OPERATOR:
		return is_calm(instance, expression->operation.left) &&
		       is_calm(instance, expression->operation.right);
	case EXPRESSION_FIELD:
		return is_calm(instance, expression->field.object);
	case EXPRESSION_FUNCTION:
		return all_calm(instance, expression->function.arguments,
				expression->function.count);
	case EXPRESSION_STRUCT:
		return record_calm(instance, expression);
	case EXPRESSION_HELPER:
		return is_steady(expression);
	case EXPRESSION_CALL:
		return all_calm(instance, expression->call.arguments, expression->call.count) &&
		       callee_calm(instance->typed[expression->number].callee);
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
	size_t loud = 0;

	for (size_t i = 0; i < loop->stage_count; i++)
		loud += !is_calm(infer->instance, loop->stages[i]);
	if (loop->ends_early ? loud > 0 : loud + !is_calm(infer->instance, loop->final) > 1)
		refuse_stages(infer, expression);
}
