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
		if (pattern->data.tail)
			bind_pattern(trace, pattern->data.tail, expression, PART);
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

static void gather_child(void *trace, struct expression *child)
{
	gather(trace, child);
}

/* Finds what binds variables. */
static void gather(struct trace *trace, const struct expression *expression)
{
	switch (expression->kind) {
	case EXPRESSION_MATCH:
		gather(trace, expression->match.value);
		bind_pattern(trace, expression->match.pattern, expression->match.value, WHOLE);
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
	case EXPRESSION_APPLY:
		gather_all(trace, expression->apply.arguments, expression->apply.count);
		gather_clauses(trace, expression->apply.clauses, expression->apply.arguments,
			       expression->apply.count);
		break;
	default:
		expression_visit_children(expression, gather_child, trace);
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
