/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/syntax/syntax.h"

struct visit {
	expression_visitor *visit;
	void *context;
};

static void visit_one(const struct visit *v, struct expression *child)
{
	if (child)
		v->visit(v->context, child);
}

static void visit_all(const struct visit *v, struct expression *const *children, size_t count)
{
	for (size_t i = 0; i < count; i++)
		visit_one(v, children[i]);
}

static void visit_clauses(const struct visit *v, const struct clause *clauses)
{
	clauses_visit_children(clauses, v->visit, v->context);
}

/* What a list is put before is computed last, the map that is updated first. */
static void visit_data(const struct visit *v, const struct expression *data)
{
	bool is_list = data->data.kind == DATA_LIST;

	visit_one(v, is_list ? NULL : data->data.base);
	visit_all(v, data->data.items, data->data.count);
	visit_one(v, is_list ? data->data.base : NULL);
}

static void visit_record(const struct visit *v, const struct expression *record)
{
	visit_one(v, record->record.base);
	for (size_t i = 0; i < record->record.count; i++)
		visit_one(v, record->record.fields[i].value);
}

static void visit_loop(const struct visit *v, const struct loop *loop)
{
	visit_one(v, loop->source);
	for (size_t i = 0; i < loop->state_count; i++)
		visit_one(v, loop->states[i].initial);
	visit_one(v, loop->body);
	visit_one(v, loop->otherwise);
}

void clauses_visit_children(const struct clause *clauses, expression_visitor *visit, void *context)
{
	const struct visit v = { visit, context };

	for (const struct clause *c = clauses; c; c = c->next) {
		visit_all(&v, c->guards, c->guard_count);
		visit_one(&v, c->body);
	}
}

void expression_visit_children(const struct expression *expression, expression_visitor *visit,
			       void *context)
{
	const struct visit v = { visit, context };

	switch (expression->kind) {
	case EXPRESSION_BINARY:
		visit_all(&v, expression->binary.inner, expression->binary.inner_count);
		break;
	case EXPRESSION_DATA:
		visit_data(&v, expression);
		break;
	case EXPRESSION_MATCH:
		visit_one(&v, expression->match.value);
		break;
	case EXPRESSION_BLOCK:
		visit_all(&v, expression->sequence.items, expression->sequence.count);
		break;
	case EXPRESSION_CASE:
	case EXPRESSION_COND:
		visit_one(&v, expression->cases.subject);
		visit_clauses(&v, expression->cases.clauses);
		break;
	case EXPRESSION_OPERATOR:
		visit_one(&v, expression->operation.left);
		visit_one(&v, expression->operation.right);
		break;
	case EXPRESSION_FIELD:
		visit_one(&v, expression->field.object);
		break;
	case EXPRESSION_CALL:
		visit_all(&v, expression->call.arguments, expression->call.count);
		break;
	case EXPRESSION_HELPER:
		visit_all(&v, expression->helper.arguments, expression->helper.count);
		break;
	case EXPRESSION_FUNCTION:
		visit_all(&v, expression->function.arguments, expression->function.count);
		break;
	case EXPRESSION_STRUCT:
		visit_record(&v, expression);
		break;
	case EXPRESSION_SEQUENCE:
		visit_all(&v, expression->sequence_call.arguments, expression->sequence_call.count);
		break;
	case EXPRESSION_APPLY:
		visit_all(&v, expression->apply.arguments, expression->apply.count);
		visit_clauses(&v, expression->apply.clauses);
		break;
	case EXPRESSION_LOOP:
		visit_loop(&v, expression->loop);
		break;
	case EXPRESSION_NEXT:
		visit_all(&v, expression->next.states, expression->next.loop->state_count);
		break;
	case EXPRESSION_INVOKE:
		visit_one(&v, expression->invoke.function);
		visit_all(&v, expression->invoke.arguments, expression->invoke.count);
		break;
	case EXPRESSION_GLOBAL:
		visit_one(&v, expression->global.value);
		break;
	case EXPRESSION_INTEGER:
	case EXPRESSION_ATOM:
	case EXPRESSION_STRING:
	case EXPRESSION_VARIABLE:
	case EXPRESSION_RAISE:
	case EXPRESSION_POISON:
	case EXPRESSION_UNKEPT:
	case EXPRESSION_CLOSURE:
		break;
	}
}
