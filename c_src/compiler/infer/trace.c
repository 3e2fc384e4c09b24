/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/trace_internal.h"

#include "compiler/infer/same_value.h"

#include <string.h>

#define MOST_TUPLES 4

static void bind(struct trace *trace, const struct variable *variable,
		 const struct expression *expression, int item)
{
	/* Of `if`, a clause for what is neither nil nor false has no name for it. */
	if (variable)
		trace->sources[variable->number] = (struct source){ expression, item, 0 };
}

/* The variables of a part of a pattern are of the whole. */
static void bind_pattern(struct trace *trace, const struct pattern *pattern,
			 const struct expression *expression, int item)
{
	switch (pattern->kind) {
	case PATTERN_VARIABLE:
	case PATTERN_FALSY:
		bind(trace, pattern->variable, expression, item);
		break;
	case PATTERN_BOTH:
		bind_pattern(trace, pattern->both.left, expression, item);
		bind_pattern(trace, pattern->both.right, expression, item);
		break;
	case PATTERN_DATA:
		for (size_t i = 0; i < pattern->data.count; i++)
			bind_pattern(trace, pattern->data.items[i], expression,
				     item == WHOLE ? (int)i : PART);
		break;
	case PATTERN_STRUCT:
		for (size_t i = 0; i < pattern->record.count; i++)
			bind_pattern(trace, pattern->record.fields[i].pattern, expression, PART);
		break;
	case PATTERN_BINARY:
		for (size_t i = 0; i < pattern->binary.count; i++) {
			if (pattern->binary.segments[i].pattern)
				bind_pattern(trace, pattern->binary.segments[i].pattern, expression,
					     PART);
		}
		break;
	case PATTERN_ANY:
	case PATTERN_PIN:
	case PATTERN_INTEGER:
	case PATTERN_ATOM:
		break;
	}
}

static void gather(struct trace *trace, const struct expression *expression);

static void gather_all(struct trace *trace, struct expression *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		gather(trace, items[i]);
}

static void gather_clauses(struct trace *trace, const struct clause *clauses,
			   struct expression *const *values, size_t count)
{
	for (const struct clause *c = clauses; c; c = c->next) {
		for (size_t i = 0; i < c->pattern_count && i < count; i++)
			bind_pattern(trace, c->patterns[i], values[i], WHOLE);
		if (!trace->instance->clauses[c->number].is_dead)
			gather(trace, c->body);
	}
}

static void gather_loop(struct trace *trace, const struct loop *loop)
{
	if (loop->source)
		gather(trace, loop->source);
	for (size_t i = 0; i < loop->state_count; i++) {
		if (!loop->states[i].initial)
			continue;
		gather(trace, loop->states[i].initial);
	}
	gather(trace, loop->body);
	if (loop->otherwise)
		gather(trace, loop->otherwise);
}

/* Finds what binds variables. */
static void gather(struct trace *trace, const struct expression *expression)
{
	switch (expression->kind) {
	case EXPRESSION_INTEGER:
	case EXPRESSION_ATOM:
	case EXPRESSION_STRING:
	case EXPRESSION_VARIABLE:
	case EXPRESSION_RAISE:
	case EXPRESSION_POISON:
	case EXPRESSION_CLOSURE:
	case EXPRESSION_UNKEPT:
		break;
	case EXPRESSION_BINARY:
		gather_all(trace, expression->binary.inner, expression->binary.inner_count);
		break;
	case EXPRESSION_DATA:
		if (expression->data.base)
			gather(trace, expression->data.base);
		gather_all(trace, expression->data.items, expression->data.count);
		break;
	case EXPRESSION_MATCH:
		gather(trace, expression->match.value);
		bind_pattern(trace, expression->match.pattern, expression->match.value, WHOLE);
		break;
	case EXPRESSION_BLOCK:
		gather_all(trace, expression->sequence.items, expression->sequence.count);
		break;
	case EXPRESSION_CASE:
		gather(trace, expression->cases.subject);
		gather_clauses(trace, expression->cases.clauses, &expression->cases.subject, 1);
		break;
	case EXPRESSION_COND:
		for (const struct clause *c = expression->cases.clauses; c; c = c->next)
			gather_all(trace, c->guards, c->guard_count);
		gather_clauses(trace, expression->cases.clauses, NULL, 0);
		break;
	case EXPRESSION_OPERATOR:
		gather(trace, expression->operation.left);
		if (expression->operation.right)
			gather(trace, expression->operation.right);
		break;
	case EXPRESSION_FIELD:
		gather(trace, expression->field.object);
		break;
	case EXPRESSION_CALL:
		gather_all(trace, expression->call.arguments, expression->call.count);
		break;
	case EXPRESSION_HELPER:
		gather_all(trace, expression->helper.arguments, expression->helper.count);
		break;
	case EXPRESSION_FUNCTION:
		gather_all(trace, expression->function.arguments, expression->function.count);
		break;
	case EXPRESSION_STRUCT:
		if (expression->record.base)
			gather(trace, expression->record.base);
		for (size_t i = 0; i < expression->record.count; i++)
			gather(trace, expression->record.fields[i].value);
		break;
	case EXPRESSION_SEQUENCE:
		gather_all(trace, expression->sequence_call.arguments,
			   expression->sequence_call.count);
		break;
	case EXPRESSION_APPLY:
		gather_all(trace, expression->apply.arguments, expression->apply.count);
		gather_clauses(trace, expression->apply.clauses, expression->apply.arguments,
			       expression->apply.count);
		break;
	case EXPRESSION_LOOP:
		gather_loop(trace, expression->loop);
		break;
	case EXPRESSION_NEXT:
		gather_all(trace, expression->next.states, expression->next.loop->state_count);
		break;
	case EXPRESSION_INVOKE:
		gather(trace, expression->invoke.function);
		gather_all(trace, expression->invoke.arguments, expression->invoke.count);
		break;
	case EXPRESSION_GLOBAL:
		if (expression->global.value)
			gather(trace, expression->global.value);
		break;
	}
}

struct trace *trace_new(struct compile *compile, const struct instance *instance)
{
	struct trace *trace = ARENA_NEW(compile->arena, struct trace);

	*trace = (struct trace){
		.instance = instance,
		.sources = ARENA_ARRAY(compile->arena, struct source,
				       (size_t)instance->function->variable_count + 1),
	};
	memset(trace->sources, 0,
	       ((size_t)instance->function->variable_count + 1) * sizeof(*trace->sources));
	gather_clauses(trace, instance->function->first_clause, NULL, 0);
	return trace;
}

const struct source *trace_source(const struct trace *trace, const struct expression *expression)
{
	const struct source *source;

	if (expression->kind != EXPRESSION_VARIABLE)
		return NULL;
	source = &trace->sources[expression->variable->number];
	return source->expression ? source : NULL;
}

const struct expression *trace_value(const struct trace *trace, const struct expression *expression)
{
	const struct source *source = trace_source(trace, expression);

	for (; source && source->item == WHOLE; source = trace_source(trace, expression))
		expression = source->expression;
	return expression;
}

const struct expression *trace_single(const struct trace *trace,
				      const struct expression *expression)
{
	const struct source *source = trace_source(trace, expression);

	for (; source && source->item == WHOLE; source = trace_source(trace, expression)) {
		const struct reading *readings = expression->variable->readings;

		if (readings && readings->next)
			break;
		expression = source->expression;
	}
	return expression;
}

/* Behind names, as far as these are no more than other names of a variable, or an integer. */
static const struct expression *name_behind(const struct trace *trace,
					    const struct expression *expression)
{
	const struct source *source = trace_source(trace, expression);

	for (; source && source->item == WHOLE && is_simple_key(source->expression);
	     source = trace_source(trace, expression))
		expression = source->expression;
	return expression;
}

static bool same_key(const struct trace *trace, const struct expression *a,
		     const struct expression *b, int depth)
{
	a = name_behind(trace, a);
	b = name_behind(trace, b);
	if (a->kind != EXPRESSION_DATA || b->kind != EXPRESSION_DATA)
		return same_value(a, b);
	if (depth == MOST_TUPLES || a->data.kind != DATA_TUPLE || b->data.kind != DATA_TUPLE ||
	    a->data.base || b->data.base || a->data.count != b->data.count)
		return false;
	for (size_t i = 0; i < a->data.count; i++) {
		if (!same_key(trace, a->data.items[i], b->data.items[i], depth + 1))
			return false;
	}
	return true;
}

bool trace_same(const struct trace *trace, const struct expression *a, const struct expression *b)
{
	return same_key(trace, a, b, 0);
}
