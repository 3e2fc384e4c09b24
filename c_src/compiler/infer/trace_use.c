/* SPDX-License-Identifier: Apache-2.0 */
/* What is asked of where values come from. */
#include "compiler/infer/trace_internal.h"

#include "compiler/infer/same_value.h"

#include <string.h>

/* How far questions go: chains of names can be longer than a source is deep. */
#define MOST_CHOICES 6
#define MOST_STEPS 300
#define MOST_TUPLES 4

/* What an expression comes to: a lookup's, something that no lookup has a part in, or neither. */
struct origin_of_value {
	bool is_known;
	const struct expression *lookup;
};

static const struct origin_of_value unknown = { false, NULL };

static const struct typed *typed_at(const struct trace *trace, const struct expression *expression)
{
	return &trace->instance->typed[expression->number];
}

/* ----- the lookup that a value is of ---------------------------------------------------------- */

static struct origin_of_value origin_of(const struct trace *trace,
					const struct expression *expression, int item, int depth);

/* Of a choice by what a lookup has found: a clause for atoms is for where nothing was. */
static struct origin_of_value origin_of_case(const struct trace *trace,
					     const struct expression *cases, int item, int depth)
{
	const struct expression *subject = cases->cases.subject;
	struct origin_of_value result = { true, NULL }, of_subject;
	bool has_default = false;

	for (const struct clause *c = cases->cases.clauses; c; c = c->next) {
		const struct typed_clause *typed = &trace->instance->clauses[c->number];
		const struct pattern *pattern = c->patterns[0];
		struct origin_of_value origin;

		if (typed->is_dead || c->body->kind == EXPRESSION_RAISE)
			continue;
		origin = origin_of(trace, c->body, item, depth + 1);
		if (!origin.is_known ||
		    (result.lookup && origin.lookup && origin.lookup != result.lookup))
			return unknown;
		if (origin.lookup) {
			result.lookup = origin.lookup;
			continue;
		}
		if (pattern->kind != PATTERN_ATOM && pattern->kind != PATTERN_FALSY &&
		    !(typed->before && type_is_atoms(&typed->before[0])))
			return unknown;
		has_default = true;
	}
	if (!has_default)
		return result;
	of_subject = origin_of(trace, subject, WHOLE, depth + 1);
	if (!of_subject.lookup)
		of_subject = origin_of(trace, subject, 1, depth + 1);
	return of_subject.lookup && of_subject.lookup == result.lookup ? result : unknown;
}

static struct origin_of_value origin_of(const struct trace *trace,
					const struct expression *expression, int item, int depth)
{
	const struct source *source;
	const struct clause *clause;

	if (depth > MOST_STEPS)
		return unknown;
	switch (expression->kind) {
	case EXPRESSION_VARIABLE:
		source = trace_source(trace, expression);
		if (source && source->item == WHOLE)
			return origin_of(trace, source->expression, item, depth + 1);
		if (source && item == WHOLE)
			return origin_of(trace, source->expression, source->item, depth + 1);
		return unknown;
	case EXPRESSION_INTEGER:
	case EXPRESSION_ATOM:
		return (struct origin_of_value){ true, NULL };
	case EXPRESSION_HELPER:
		return (struct origin_of_value){ item == WHOLE && !expression->helper.locked &&
							 expression->helper.helper->id ==
								 HELPER_MAP_LOOKUP_ELEM,
						 expression };
	case EXPRESSION_BLOCK:
		return expression->sequence.count
			       ? origin_of(
					 trace,
					 expression->sequence.items[expression->sequence.count - 1],
					 item, depth + 1)
			       : unknown;
	case EXPRESSION_DATA:
		if (expression->data.kind != DATA_TUPLE || item == WHOLE ||
		    (size_t)item >= expression->data.count)
			return unknown;
		return origin_of(trace, expression->data.items[item], WHOLE, depth + 1);
	case EXPRESSION_MATCH:
		return origin_of(trace, expression->match.value, item, depth + 1);
	case EXPRESSION_CASE:
		return origin_of_case(trace, expression, item, depth + MOST_STEPS / MOST_CHOICES);
	case EXPRESSION_APPLY:
		clause = expression->apply.clauses;
		return !clause || clause->next ? unknown
					       : origin_of(trace, clause->body, item, depth + 1);
	default:
		return unknown;
	}
}

const struct expression *trace_lookup(const struct trace *trace,
				      const struct expression *expression)
{
	struct origin_of_value origin = origin_of(trace, expression, WHOLE, 0);

	return origin.is_known ? origin.lookup : NULL;
}

const struct expression *trace_variable_lookup(const struct trace *trace,
					       const struct variable *variable)
{
	const struct source *source = &trace->sources[variable->number];
	struct origin_of_value origin = unknown;

	if (source->expression)
		origin = origin_of(trace, source->expression, source->item, 0);
	return origin.is_known ? origin.lookup : NULL;
}

const struct expression *trace_lookup_in_tuple(const struct trace *trace,
					       const struct expression *expression)
{
	struct origin_of_value origin = origin_of(trace, expression, 1, 0);

	return origin.is_known ? origin.lookup : NULL;
}

/* ----- what a value is computed of ------------------------------------------------------------ */

struct question {
	struct trace *trace;
	const struct map_definition *map;
	const struct expression *key; /* of the lookup; or else */
	const struct variable *there; /* the variable that has what was found */
	bool is_strict; /* what decides about the value counts, and what is not known */
	int depth;
};

static bool depends(struct question *question, const struct expression *expression);

static bool any_depends(struct question *question, struct expression *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (depends(question, items[i]))
			return true;
	}
	return false;
}

static bool clause_depends(struct question *question, const struct clause *clauses)
{
	for (const struct clause *c = clauses; c; c = c->next) {
		if (question->is_strict && any_depends(question, c->guards, c->guard_count))
			return true;
		if (!question->trace->instance->clauses[c->number].is_dead &&
		    depends(question, c->body))
			return true;
	}
	return false;
}

static bool loop_depends(struct question *question, const struct loop *loop)
{
	if (question->is_strict)
		return true;
	return depends(question, loop->body) ||
	       (loop->otherwise && depends(question, loop->otherwise));
}

static bool variable_depends(struct question *question, const struct variable *variable)
{
	struct source *source = &question->trace->sources[variable->number];

	if (variable == question->there)
		return true;
	/* What has no source was there before: a parameter, the state or the element of a loop. */
	if (!source->expression || source->seen == question->trace->question)
		return false;
	source->seen = question->trace->question;
	return depends(question, source->expression);
}

static bool record_depends(struct question *question, const struct expression *record)
{
	for (size_t i = 0; i < record->record.count; i++) {
		if (depends(question, record->record.fields[i].value))
			return true;
	}
	return record->record.base && depends(question, record->record.base);
}

static bool alike(const struct trace *trace, const struct expression *a, const struct expression *b,
		  int depth);

static bool all_alike(const struct trace *trace, struct expression *const *a,
		      struct expression *const *b, size_t count, int depth)
{
	for (size_t i = 0; i < count; i++) {
		if (!alike(trace, a[i], b[i], depth))
			return false;
	}
	return true;
}

/* Written alike, so that most probably they give the same: enough for a hint, not for more. */
static bool alike(const struct trace *trace, const struct expression *a, const struct expression *b,
		  int depth)
{
	a = trace_value(trace, a);
	b = trace_value(trace, b);
	if (a == b)
		return true;
	if (depth > MOST_TUPLES || a->kind != b->kind)
		return false;
	switch (a->kind) {
	case EXPRESSION_FIELD:
		return strcmp(a->field.name, b->field.name) == 0 &&
		       alike(trace, a->field.object, b->field.object, depth + 1);
	case EXPRESSION_OPERATOR:
		return a->operation.operator == b->operation.operator && a->operation.right &&
		       b->operation.right &&
		       alike(trace, a->operation.left, b->operation.left, depth + 1) &&
		       alike(trace, a->operation.right, b->operation.right, depth + 1);
	case EXPRESSION_HELPER:
		return a->helper.helper == b->helper.helper && !a->helper.count;
	case EXPRESSION_CALL:
		return a->call.function == b->call.function && !a->call.count;
	case EXPRESSION_DATA:
		return a->data.kind == DATA_TUPLE && b->data.kind == DATA_TUPLE &&
		       a->data.count == b->data.count && !a->data.base && !b->data.base &&
		       all_alike(trace, a->data.items, b->data.items, a->data.count, depth + 1);
	default:
		return same_value(a, b);
	}
}

static bool is_lookup(struct question *question, const struct expression *call)
{
	return question->key && call->helper.helper->id == HELPER_MAP_LOOKUP_ELEM &&
	       typed_at(question->trace, call)->helper.map == question->map &&
	       alike(question->trace, call->helper.arguments[1], question->key, 0);
}

/* A function that is given the key, and looks something up in the map. */
static bool call_depends(struct question *question, const struct expression *call)
{
	const struct instance *callee = typed_at(question->trace, call)->callee;
	bool is_given = false;

	if (any_depends(question, call->call.arguments, call->call.count))
		return true;
	if (!callee || !question->key || type_is_atoms(&callee->result))
		return false;
	for (size_t i = 0; i < call->call.count; i++)
		is_given = is_given ||
			   trace_same(question->trace, call->call.arguments[i], question->key);
	for (const struct helper_call *c = callee->helper_calls; is_given && c; c = c->next) {
		if (c->map == question->map && c->call->helper.helper->id == HELPER_MAP_LOOKUP_ELEM)
			return true;
	}
	return false;
}

static bool part_depends(struct question *question, const struct expression *expression)
{
	switch (expression->kind) {
	case EXPRESSION_INTEGER:
	case EXPRESSION_ATOM:
	case EXPRESSION_STRING:
	case EXPRESSION_RAISE:
	case EXPRESSION_POISON:
	case EXPRESSION_CLOSURE:
	case EXPRESSION_UNKEPT:
	case EXPRESSION_NEXT:
	case EXPRESSION_GLOBAL:
		return false;
	case EXPRESSION_VARIABLE:
		return variable_depends(question, expression->variable);
	case EXPRESSION_BINARY:
		return any_depends(question, expression->binary.inner,
				   expression->binary.inner_count);
	case EXPRESSION_DATA:
		return (expression->data.base && depends(question, expression->data.base)) ||
		       any_depends(question, expression->data.items, expression->data.count);
	case EXPRESSION_MATCH:
		return depends(question, expression->match.value);
	case EXPRESSION_BLOCK:
		return expression->sequence.count &&
		       depends(question,
			       expression->sequence.items[expression->sequence.count - 1]);
	case EXPRESSION_CASE:
	case EXPRESSION_COND:
		return (question->is_strict && expression->cases.subject &&
			depends(question, expression->cases.subject)) ||
		       clause_depends(question, expression->cases.clauses);
	case EXPRESSION_OPERATOR:
		return depends(question, expression->operation.left) ||
		       (expression->operation.right &&
			depends(question, expression->operation.right));
	case EXPRESSION_FIELD:
		return depends(question, expression->field.object);
	case EXPRESSION_CALL:
		return call_depends(question, expression);
	case EXPRESSION_HELPER:
		return is_lookup(question, expression) ||
		       (question->is_strict && any_depends(question, expression->helper.arguments,
							   expression->helper.count));
	case EXPRESSION_FUNCTION:
		return any_depends(question, expression->function.arguments,
				   expression->function.count);
	case EXPRESSION_STRUCT:
		return record_depends(question, expression);
	case EXPRESSION_SEQUENCE:
		return any_depends(question, expression->sequence_call.arguments,
				   expression->sequence_call.count);
	case EXPRESSION_APPLY:
		return clause_depends(question, expression->apply.clauses);
	case EXPRESSION_LOOP:
		return loop_depends(question, expression->loop);
	case EXPRESSION_INVOKE:
		return question->is_strict || any_depends(question, expression->invoke.arguments,
							  expression->invoke.count);
	}
	return false;
}

static bool depends(struct question *question, const struct expression *expression)
{
	bool result;

	if (question->depth == MOST_STEPS)
		return question->is_strict;
	question->depth++;
	result = part_depends(question, expression);
	question->depth--;
	return result;
}

bool trace_depends(struct trace *trace, const struct expression *expression,
		   const struct map_definition *map, const struct expression *key)
{
	struct question question = { .trace = trace, .map = map, .key = key };

	trace->question++;
	return depends(&question, expression);
}

bool trace_may_depend(struct trace *trace, const struct expression *expression,
		      const struct map_definition *map, const struct expression *key)
{
	struct question question = { .trace = trace, .map = map, .key = key, .is_strict = true };

	trace->question++;
	return depends(&question, expression);
}

bool trace_depends_on(struct trace *trace, const struct expression *expression,
		      const struct variable *there)
{
	struct question question = { .trace = trace, .there = there };

	trace->question++;
	return depends(&question, expression);
}

/* ----- whose key it is ------------------------------------------------------------------------ */

static bool is_current_task(const struct expression *expression)
{
	return expression->kind == EXPRESSION_HELPER &&
	       expression->helper.helper->id == HELPER_GET_CURRENT_TASK_BTF;
}

static bool is_of_thread(const struct trace *trace, const struct expression *expression, int depth);

/* It keeps at least the lower half. */
static bool is_operation_of_thread(const struct trace *trace, const struct expression *operation,
				   int depth)
{
	const struct expression *left = operation->operation.left;
	const struct expression *right = operation->operation.right;

	if (operation->operation.operator->kind != OPERATOR_BAND)
		return false;
	if (trace_value(trace, left)->kind == EXPRESSION_INTEGER) {
		left = right;
		right = operation->operation.left;
	}
	right = trace_value(trace, right);
	return right->kind == EXPRESSION_INTEGER &&
	       (right->integer.magnitude & UINT32_MAX) == UINT32_MAX &&
	       is_of_thread(trace, left, depth);
}

/* `defp tid, do: bpf_get_current_pid_tgid() &&& 0xFFFFFFFF` */
static bool is_call_of_thread(const struct trace *trace, const struct expression *call)
{
	const struct instance *callee = typed_at(trace, call)->callee;
	const struct clause *clause = callee ? callee->function->first_clause : NULL;
	const struct expression *body = clause ? clause->body : NULL;

	if (!body || clause->next || call->call.count)
		return false;
	/* What else it could be has names, which are of the other function. */
	if (body->kind == EXPRESSION_OPERATOR &&
	    (body->operation.left->kind != EXPRESSION_HELPER || !body->operation.right ||
	     body->operation.right->kind != EXPRESSION_INTEGER))
		return false;
	return (body->kind == EXPRESSION_OPERATOR || body->kind == EXPRESSION_HELPER) &&
	       is_of_thread(trace, body, MOST_TUPLES);
}

static bool is_of_thread(const struct trace *trace, const struct expression *expression, int depth)
{
	if (depth > MOST_TUPLES)
		return false;
	expression = trace_value(trace, expression);
	switch (expression->kind) {
	case EXPRESSION_HELPER:
		return expression->helper.helper->id == HELPER_GET_CURRENT_PID_TGID ||
		       expression->helper.helper->id == HELPER_GET_SMP_PROCESSOR_ID;
	case EXPRESSION_FIELD:
		return strcmp(expression->field.name, "pid") == 0 &&
		       is_current_task(trace_value(trace, expression->field.object));
	case EXPRESSION_OPERATOR:
		return expression->operation.right &&
		       is_operation_of_thread(trace, expression, depth);
	case EXPRESSION_DATA:
		for (size_t i = 0; i < expression->data.count; i++) {
			if (is_of_thread(trace, expression->data.items[i], depth + 1))
				return true;
		}
		return false;
	case EXPRESSION_STRUCT:
		for (size_t i = 0; i < expression->record.count; i++) {
			if (is_of_thread(trace, expression->record.fields[i].value, depth + 1))
				return true;
		}
		return false;
	case EXPRESSION_CALL:
		return is_call_of_thread(trace, expression);
	default:
		return false;
	}
}

bool trace_is_of_thread(const struct trace *trace, const struct expression *expression)
{
	return is_of_thread(trace, expression, 0);
}
