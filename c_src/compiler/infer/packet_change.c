/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts of the packet, and what changes it. A binary of the packet is a place in it, where other bytes
 * are once a helper has cut, moved or written the packet: such a part must not be read any more. What
 * was read before, numbers, is what it was; `ctx.packet` is the packet as it is now.
 *
 * Each instance is walked in the order in which it runs, with the change since which each variable is
 * of old. After branches a variable is of old when it is after one of them; in a loop, when the turn
 * before may have made it so. An argument is of old when one behind it changes the packet.
 */
#include "compiler/infer/packet_change.h"

struct said {
	struct said *next;
	const struct expression *use;
};

struct walk {
	struct compile *compile;
	const struct instance *instance;
	const struct expression **old; /* by variable number: what changed the packet since; NULL */
	const struct expression *latest;
	int changes;
	bool is_trial; /* nothing is said */
	struct said *said;
};

static void walk(struct walk *w, const struct expression *expression);

static const struct typed *typed_at(const struct walk *w, const struct expression *expression)
{
	return &w->instance->typed[expression->number];
}

static bool type_has_packet(const struct type *type)
{
	if (type->slice.is_slice && !type->slice.capacity)
		return true;
	for (size_t i = 0; i < type->data_count; i++) {
		for (size_t n = 0; n < type->data[i].shape->count; n++) {
			if (type_has_packet(&type->data[i].elements[n]))
				return true;
		}
	}
	return false;
}

/* "`bpf_xdp_adjust_head`", or the function that comes to such a call */
static const char *changer_text(const struct walk *w, const struct expression *change)
{
	struct arena *arena = w->compile->arena;

	if (change->kind == EXPRESSION_HELPER)
		return arena_print(arena, "`%s`", change->helper.helper->name);
	if (change->kind == EXPRESSION_CALL)
		return arena_print(arena, "`%s`", function_text(w->compile, change->call.function));
	return "a function";
}

static bool was_said(struct walk *w, const struct expression *use)
{
	struct said *said = w->said;

	while (said && said->use != use)
		said = said->next;
	if (said)
		return true;
	said = ARENA_NEW(w->compile->arena, struct said);
	said->use = use;
	said->next = w->said;
	w->said = said;
	return false;
}

/* `use` tells which was said; the instances of a function share their expressions. */
static void say(struct walk *w, const void *use, struct span span, const char *what,
		const struct expression *change)
{
	struct diagnostics *diagnostics = &w->compile->diagnostics;

	if (w->is_trial || was_said(w, use))
		return;
	diagnostic_hint(diagnostics,
			error_at(diagnostics, span, CODE_HELPER_REFUSED,
				 "%s is a part of the packet as it was before %s changed it, on "
				 "line %d",
				 what, changer_text(w, change), change->span.line),
			"read what you need of it before that, or match `ctx.packet` again");
}

static void use_variable(struct walk *w, const void *use, struct span span,
			 const struct variable *variable)
{
	const struct expression *change = w->old[variable->number];

	if (change)
		say(w, use, span, arena_print(w->compile->arena, "`%s`", variable->name), change);
}

static void note_change(struct walk *w, const struct expression *change)
{
	w->latest = change;
	w->changes++;
	for (const struct variable *v = w->instance->function->variables; v; v = v->next) {
		if (!w->old[v->number] && type_has_packet(&w->instance->variables[v->number]))
			w->old[v->number] = change;
	}
}

/* ----- patterns: what they bind is of now ------------------------------------------------------- */

static void bind(struct walk *w, const struct pattern *pattern);

static void bind_segments(struct walk *w, const struct pattern *pattern)
{
	for (size_t i = 0; i < pattern->binary.count; i++) {
		const struct segment *segment = &pattern->binary.segments[i];

		if (segment->pattern)
			bind(w, segment->pattern);
		if (segment->size)
			walk(w, segment->size);
	}
}

static void bind(struct walk *w, const struct pattern *pattern)
{
	switch (pattern->kind) {
	case PATTERN_ANY:
	case PATTERN_INTEGER:
	case PATTERN_ATOM:
		break;
	case PATTERN_VARIABLE:
	case PATTERN_FALSY:
		if (pattern->variable)
			w->old[pattern->variable->number] = NULL;
		break;
	case PATTERN_PIN:
		use_variable(w, pattern, pattern->span, pattern->variable);
		break;
	case PATTERN_BOTH:
		bind(w, pattern->both.left);
		bind(w, pattern->both.right);
		break;
	case PATTERN_DATA:
		for (size_t i = 0; i < pattern->data.count; i++)
			bind(w, pattern->data.items[i]);
		if (pattern->data.tail)
			bind(w, pattern->data.tail);
		break;
	case PATTERN_STRUCT:
		for (size_t i = 0; i < pattern->record.count; i++)
			bind(w, pattern->record.fields[i].pattern);
		break;
	case PATTERN_BINARY:
		bind_segments(w, pattern);
		break;
	}
}

/* ----- branches --------------------------------------------------------------------------------- */

static const struct expression **copied(const struct walk *w, const struct expression **old)
{
	int count = w->instance->function->variable_count;
	const struct expression **copy =
		ARENA_ARRAY(w->compile->arena, const struct expression *, (size_t)count);

	for (int i = 0; i < count; i++)
		copy[i] = old[i];
	return copy;
}

static void join(const struct walk *w, const struct expression **to, const struct expression **from)
{
	for (int i = 0; i < w->instance->function->variable_count; i++) {
		if (!to[i])
			to[i] = from[i];
	}
}

/* A guard that does not hold has run, too, before the clauses behind it. */
static void walk_clauses(struct walk *w, const struct clause *clauses)
{
	const struct expression **before = w->old, **after = copied(w, before);

	for (const struct clause *c = clauses; c; c = c->next) {
		if (w->instance->clauses[c->number].is_dead)
			continue;
		w->old = copied(w, before);
		for (size_t i = 0; i < c->pattern_count; i++)
			bind(w, c->patterns[i]);
		for (size_t i = 0; i < c->guard_count; i++)
			walk(w, c->guards[i]);
		join(w, before, w->old);
		walk(w, c->body);
		join(w, after, w->old);
	}
	join(w, after, before);
	w->old = after;
}

/* ----- what several values are computed for, one after the other ------------------------------- */

struct value {
	struct value *next;
	const struct expression *expression;
	int before; /* how many changes there were when it was computed */
};

struct values {
	struct walk *w;
	struct value *first, **end;
};

static void walk_value(void *context, struct expression *expression)
{
	struct values *values = context;
	struct value *value = ARENA_NEW(values->w->compile->arena, struct value);

	walk(values->w, expression);
	*value = (struct value){ NULL, expression, values->w->changes };
	*values->end = value;
	values->end = &value->next;
}

static void check_values(const struct values *values)
{
	struct walk *w = values->w;

	for (const struct value *v = values->first; v; v = v->next) {
		if (v->before != w->changes && type_has_packet(&typed_at(w, v->expression)->type))
			say(w, v->expression, v->expression->span, "this value", w->latest);
	}
}

static void walk_values(struct walk *w, const struct expression *expression)
{
	struct values values = { .w = w, .end = &values.first };

	expression_visit_children(expression, walk_value, &values);
	check_values(&values);
}

/* Each is put into memory before the next is computed. */
static void walk_fields(struct walk *w, const struct expression *expression)
{
	if (expression->record.base)
		walk(w, expression->record.base);
	for (size_t i = 0; i < expression->record.count; i++)
		walk(w, expression->record.fields[i].value);
}

static void walk_apply(struct walk *w, const struct expression *expression)
{
	struct values values = { .w = w, .end = &values.first };

	for (size_t i = 0; i < expression->apply.count; i++)
		walk_value(&values, expression->apply.arguments[i]);
	check_values(&values);
	walk_clauses(w, expression->apply.clauses);
}

/* ----- calls ------------------------------------------------------------------------------------ */

static void walk_helper(struct walk *w, const struct expression *call)
{
	walk_values(w, call);
	if (helper_row(call->helper.helper)->effects & EFFECT_PACKET)
		note_change(w, call);
}

static void walk_call(struct walk *w, const struct expression *call)
{
	const struct instance *callee = typed_at(w, call)->callee;

	walk_values(w, call);
	if (callee && callee->changes_packet)
		note_change(w, call);
}

static void walk_invoke(struct walk *w, const struct expression *call)
{
	struct instance **callees = typed_at(w, call)->callees;
	const struct type *function = &typed_at(w, call->invoke.function)->type;
	bool changes = false;

	walk_values(w, call);
	for (size_t i = 0; callees && i < function->data_count; i++)
		changes = changes || (callees[i] && callees[i]->changes_packet);
	if (changes)
		note_change(w, call);
}

static void walk_closure(struct walk *w, const struct expression *closure)
{
	const struct type *type = &typed_at(w, closure)->type;
	size_t count = type->data_count == 1 ? type->data->shape->count : 0;

	for (size_t i = 0; i < count; i++)
		use_variable(w, closure, closure->span, closure->anonymous.captured[i]);
}

/* ----- loops ------------------------------------------------------------------------------------ */

/* What a turn changes the packet with; NULL for nothing. */
static const struct expression *change_in(struct walk *w, const struct expression *body)
{
	const struct expression **old = w->old, *latest = w->latest, *change;
	int changes = w->changes;
	bool was_trial = w->is_trial;

	w->old = copied(w, old);
	w->is_trial = true;
	walk(w, body);
	change = w->changes == changes ? NULL : w->latest;
	w->is_trial = was_trial;
	w->old = old;
	w->changes = changes;
	w->latest = latest;
	return change;
}

static void bind_loop(struct walk *w, const struct loop *loop)
{
	if (loop->element)
		w->old[loop->element->number] = NULL;
	for (size_t i = 0; i < loop->state_count; i++)
		w->old[loop->states[i].variable->number] = NULL;
}

/* The source is read in each turn. */
static void walk_loop(struct walk *w, const struct expression *expression)
{
	const struct loop *loop = expression->loop;
	const struct expression *change;

	walk(w, loop->source);
	for (size_t i = 0; i < loop->state_count; i++)
		walk(w, loop->states[i].initial);
	if (!typed_at(w, expression)->loop.most) {
		bind_loop(w, loop);
		walk(w, loop->otherwise);
		return;
	}
	change = change_in(w, loop->body);
	if (change && type_has_packet(&typed_at(w, loop->source)->type))
		say(w, loop->source, loop->source->span, "what the loop goes over", change);
	if (change)
		note_change(w, change);
	bind_loop(w, loop);
	walk(w, loop->body);
	if (change)
		note_change(w, change);
	bind_loop(w, loop);
	walk(w, loop->otherwise);
}

/* ----- all of them ------------------------------------------------------------------------------ */

/* What is not here changes nothing, and needs the values of its children at one time. */
static void walk(struct walk *w, const struct expression *expression)
{
	switch (expression->kind) {
	case EXPRESSION_VARIABLE:
		use_variable(w, expression, expression->span, expression->variable);
		break;
	case EXPRESSION_MATCH:
		walk(w, expression->match.value);
		bind(w, expression->match.pattern);
		break;
	case EXPRESSION_BLOCK:
		for (size_t i = 0; i < expression->sequence.count; i++)
			walk(w, expression->sequence.items[i]);
		break;
	case EXPRESSION_CASE:
		walk(w, expression->cases.subject);
		walk_clauses(w, expression->cases.clauses);
		break;
	case EXPRESSION_COND:
		walk_clauses(w, expression->cases.clauses);
		break;
	case EXPRESSION_CALL:
		walk_call(w, expression);
		break;
	case EXPRESSION_HELPER:
		walk_helper(w, expression);
		break;
	case EXPRESSION_STRUCT:
		walk_fields(w, expression);
		break;
	case EXPRESSION_APPLY:
		walk_apply(w, expression);
		break;
	case EXPRESSION_LOOP:
		walk_loop(w, expression);
		break;
	case EXPRESSION_CLOSURE:
		walk_closure(w, expression);
		break;
	case EXPRESSION_INVOKE:
		walk_invoke(w, expression);
		break;
	default:
		walk_values(w, expression);
		break;
	}
}

/* Callees stand before callers, but for those that call each other. */
static bool note_changers(const struct typed_unit *typed_unit)
{
	bool is_new = false;

	for (struct instance *i = typed_unit->instances; i; i = i->next) {
		bool changes = i->changes_packet;

		for (const struct helper_call *c = i->helper_calls; c; c = c->next)
			changes = changes || (helper_row(c->helper)->effects & EFFECT_PACKET);
		for (const struct callee *c = i->callees; c; c = c->next)
			changes = changes || c->instance->changes_packet;
		is_new = is_new || changes != i->changes_packet;
		i->changes_packet = changes;
	}
	return is_new;
}

void check_packet_changes(struct compile *compile, const struct typed_unit *typed_unit)
{
	struct walk w = { .compile = compile };

	while (note_changers(typed_unit))
		;
	for (const struct instance *i = typed_unit->instances; i; i = i->next) {
		if (!i->changes_packet)
			continue;
		w.instance = i;
		w.changes = 0;
		w.old = ARENA_ARRAY(compile->arena, const struct expression *,
				    (size_t)i->function->variable_count);
		compile->diagnostics.origin = i->function->origin;
		walk_clauses(&w, i->function->first_clause);
	}
}
