/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/infer.h"

#include "compiler/unit/entry.h"
#include "compiler/infer/infer_internal.h"
#include "compiler/unit/global.h"

#include <string.h>

#define MOST_INSTANCES 4096

struct typed *typed_of(struct infer *infer, const struct expression *expression)
{
	return &infer->instance->typed[expression->number];
}

void mark_raise(struct infer *infer, const struct expression *expression, unsigned raises)
{
	typed_of(infer, expression)->raises |= raises;
	if (raises && !infer->in_guard)
		infer->instance->can_raise = true;
}

static struct type infer_integer(const struct integer_literal *integer)
{
	wide value = integer->is_negative ? -(wide)integer->magnitude : (wide)integer->magnitude;
	enum integer_kind kind = value > WIDE_S64_MAX ? INTEGER_U64 : INTEGER_S64;
	struct type type = type_integer(kind, value, value);

	type.is_literal = value >= 0 && kind == INTEGER_S64;
	return type;
}

static struct type infer_block(struct infer *infer, const struct expression *block)
{
	struct type type = type_atom(infer->compile, ATOM_NIL);

	for (size_t i = 0; i < block->sequence.count; i++) {
		type = infer_expression(infer, block->sequence.items[i]);
		if (type_is_none(&type))
			break;
	}
	return type;
}

static struct type infer_by_kind(struct infer *infer, const struct expression *expression)
{
	switch (expression->kind) {
	case EXPRESSION_INTEGER:
		return infer_integer(&expression->integer);
	case EXPRESSION_ATOM:
		return type_atom(infer->compile, atom_id(infer->compile, &infer->typed_unit->atoms,
							 expression->atom));
	case EXPRESSION_STRING:
		return type_literal(expression->string.bytes, expression->string.size);
	case EXPRESSION_BINARY:
		return infer_construct(infer, expression);
	case EXPRESSION_DATA:
		return infer_data(infer, expression);
	case EXPRESSION_VARIABLE:
		return infer->now[expression->variable->number];
	case EXPRESSION_MATCH:
		return infer_match(infer, expression);
	case EXPRESSION_BLOCK:
		return infer_block(infer, expression);
	case EXPRESSION_CASE:
		return infer_case(infer, expression);
	case EXPRESSION_COND:
		return infer_cond(infer, expression);
	case EXPRESSION_OPERATOR:
		return infer_operation(infer, expression);
	case EXPRESSION_FIELD:
		return infer_field(infer, expression);
	case EXPRESSION_CALL:
		return infer_call(infer, expression);
	case EXPRESSION_HELPER:
		return infer_helper(infer, expression);
	case EXPRESSION_FUNCTION:
		return infer_data_function(infer, expression);
	case EXPRESSION_RAISE:
		mark_raise(infer, expression, RAISES_ALWAYS);
		return type_none();
	case EXPRESSION_POISON:
		return type_poison();
	case EXPRESSION_STRUCT:
		return infer_struct(infer, expression);
	case EXPRESSION_SEQUENCE:
		return infer_sequence_call(infer, expression);
	case EXPRESSION_APPLY:
		return infer_apply(infer, expression);
	case EXPRESSION_LOOP:
		return infer_loop(infer, expression);
	case EXPRESSION_NEXT:
		return infer_next(infer, expression);
	case EXPRESSION_UNKEPT:
		return type_unkept(infer->compile);
	case EXPRESSION_CLOSURE:
		return infer_function_value(infer, expression);
	case EXPRESSION_INVOKE:
		return infer_invoke(infer, expression);
	case EXPRESSION_GLOBAL:
		return infer_global(infer, expression);
	}
	return type_poison();
}

static uint64_t branches_of(struct infer *infer, const struct expression *expression)
{
	uint64_t branches = typed_of(infer, expression)->raises != 0;

	if (expression->kind == EXPRESSION_HELPER)
		return branches + 1;
	if (expression->kind == EXPRESSION_CASE || expression->kind == EXPRESSION_COND) {
		for (const struct clause *c = expression->cases.clauses; c; c = c->next)
			branches++;
	}
	return branches;
}

struct type infer_expression(struct infer *infer, const struct expression *expression)
{
	struct type type = infer_by_kind(infer, expression);

	typed_of(infer, expression)->type = type;
	infer->instance->size++;
	infer->instance->cost.walk++;
	infer->instance->cost.branches += branches_of(infer, expression);
	return type;
}

static struct instance *new_instance(struct infer *infer, struct function *function,
				     const struct type *arguments)
{
	struct arena *arena = infer->compile->arena;
	struct instance *instance = ARENA_NEW(arena, struct instance);
	size_t clauses = 0;

	instance->function = function;
	instance->arguments = ARENA_ARRAY(arena, struct type, (size_t)function->arity);
	if (function->arity)
		memcpy(instance->arguments, arguments,
		       (size_t)function->arity * sizeof(*arguments));
	instance->typed = ARENA_ARRAY(arena, struct typed, (size_t)function->expression_count);
	instance->variables = ARENA_ARRAY(arena, struct type, (size_t)function->variable_count);
	instance->is_field = ARENA_ARRAY(arena, bool, (size_t)function->variable_count);
	clauses = (size_t)function->clause_count;
	instance->clauses = ARENA_ARRAY(arena, struct typed_clause, clauses);
	instance->next_of_function = function->instances;
	function->instances = instance;
	return instance;
}

static void infer_instance(struct infer *outer, struct instance *instance)
{
	struct diagnostics *diagnostics = &outer->compile->diagnostics;
	struct origin origin = diagnostics->origin;
	struct infer infer = *outer;

	infer.instance = instance;
	infer.now = ARENA_ARRAY(infer.compile->arena, struct type,
				(size_t)instance->function->variable_count);
	infer.changes = NULL;
	infer.in_guard = 0;
	infer.runs = NULL;
	diagnostics->origin = instance->function->origin;
	instance->is_open = true;
	if (instance->function->loop)
		instance->result = infer_function_loop(&infer);
	else
		instance->result = infer_function_clauses(&infer, instance->function->first_clause,
							  instance->arguments,
							  (size_t)instance->function->arity);
	instance->is_open = false;
	diagnostics->origin = origin;
	*outer->typed_unit->last_instance = instance;
	outer->typed_unit->last_instance = &instance->next;
	outer->typed_unit->instance_count += instance->next_of_function != NULL;
}

static bool has_arguments(const struct instance *instance, const struct type *arguments,
			  unsigned fuel, bool (*same)(const struct type *a, const struct type *b))
{
	if (instance->fuel != fuel)
		return false;
	for (int i = 0; i < instance->function->arity; i++) {
		if (!same(&instance->arguments[i], &arguments[i]))
			return false;
	}
	return true;
}

/* Calls itself: with other functions as arguments, it is as good as another function. */
static bool is_recursion(const struct function *function, const struct type *arguments,
			 unsigned fuel)
{
	for (const struct instance *i = function->instances; i; i = i->next_of_function) {
		if (i->is_open && has_arguments(i, arguments, fuel, type_same_functions))
			return true;
	}
	return false;
}

static struct instance *find_instance(const struct function *function, const struct type *arguments,
				      unsigned fuel)
{
	for (struct instance *i = function->instances; i; i = i->next_of_function) {
		if (!i->is_open && !i->timer && has_arguments(i, arguments, fuel, type_equal))
			return i;
	}
	return NULL;
}

/* Said once: every call that is still to come is one too many. */
static void too_many_instances(struct infer *infer, struct span span)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (infer->typed_unit->is_full)
		return;
	infer->typed_unit->is_full = true;
	diagnostic = error_at(diagnostics, span, CODE_CODE_LIMIT,
			      "the functions of this object are called with more than %d "
			      "combinations of types",
			      MOST_INSTANCES);
	diagnostic_hint(diagnostics, diagnostic,
			"give functions data of fewer shapes, such as a struct instead of tuples");
}

struct instance *instance_of(struct infer *infer, struct function *function,
			     const struct type *arguments, unsigned fuel, struct span span)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct instance *instance = find_instance(function, arguments, fuel);

	if (instance)
		return instance;
	if (is_recursion(function, arguments, fuel)) {
		struct diagnostic *diagnostic =
			error_at(diagnostics, span, CODE_RECURSION,
				 "`%s` calls itself, and a kernel program must be known to end",
				 function_text(infer->compile, function));

		diagnostic_hint(diagnostics, diagnostic, "write the steps out without recursion");
		return NULL;
	}
	if (function->instances && infer->typed_unit->instance_count >= MOST_INSTANCES) {
		too_many_instances(infer, span);
		return NULL;
	}
	if (!nesting_enter(infer->compile, span))
		return NULL;
	instance = new_instance(infer, function, arguments);
	instance->fuel = fuel;
	infer_instance(infer, instance);
	nesting_leave(infer->compile);
	return instance;
}

struct instance *instance_apart(struct infer *infer, struct function *function,
				const struct type *arguments, const struct timer *timer)
{
	struct instance *instance = new_instance(infer, function, arguments);

	instance->timer = timer;
	infer_instance(infer, instance);
	return instance;
}

/* An atom that is named like an answer of XDP was meant to be that number. */
static const char *hint_of_result(struct infer *infer, const struct instance *instance)
{
	struct arena *arena = infer->compile->arena;
	const struct atoms *atoms = &instance->result.atoms;

	if (instance->function->program->kind->type != PROGRAM_TYPE_XDP)
		return "end every branch with an integer";
	for (size_t i = 0; i < atoms->count; i++) {
		const char *nearest = xdp_answer_suggest(
			arena, atom_text(&infer->typed_unit->atoms, atoms->ids[i]));

		if (nearest)
			return arena_print(arena, "write `import Honey.XDP`, and `%s()`", nearest);
	}
	return "end every branch with an integer: `import Honey.XDP` has `xdp_pass()` and others";
}

static void check_result(struct infer *infer, const struct instance *instance)
{
	const struct function *function = instance->function;
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (function->program->kind->result != RESULT_NEEDED || instance->result.is_poison ||
	    type_is_integer(&instance->result) || type_is_none(&instance->result))
		return;
	diagnostic =
		error_at(diagnostics, function->span, CODE_BAD_RESULT,
			 "`%s/%d` can end with %s, but a program of kind `%s` must return an "
			 "integer",
			 function->name, function->arity,
			 type_text(infer->compile, &infer->typed_unit->atoms, &instance->result),
			 function->program->kind->section);
	diagnostic_hint(diagnostics, diagnostic, "%s", hint_of_result(infer, instance));
}

/* The verifier gives up after a million instructions, of which an expression is some five, and
 * when it has left 8,192 branches for later. */
#define MOST_WALK 100000
#define MOST_LEFT 6000

static void check_walk(struct infer *infer, const struct instance *instance)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (!instance->has_loop ||
	    (instance->cost.walk <= MOST_WALK && instance->cost.branches <= MOST_LEFT))
		return;
	diagnostic = error_at(diagnostics, instance->function->span, CODE_LOOP_LIMIT,
			      "the loops and recursions of `%s/%d` are more than the kernel's "
			      "verifier can follow",
			      instance->function->name, instance->function->arity);
	diagnostic_hint(diagnostics, diagnostic,
			"use fewer turns or less fuel, or loops for kernels from 5.17 on: "
			"`use Honey, kernel: \"5.17\"`");
}

/* Of the runs that count: what a loop's earlier runs called is forgotten. */
static void count_calls(struct typed_unit *typed_unit)
{
	for (struct instance *i = typed_unit->instances; i; i = i->next) {
		for (struct callee *c = i->callees; c; c = c->next) {
			c->instance->call_count++;
			c->instance->sharers += i->function->program &&
						c->instance->last_caller != i;
			c->instance->last_caller = i;
		}
	}
}

static void infer_entry(struct infer *infer, const struct unit *unit)
{
	struct function *function = unit->entry;
	size_t arity = (size_t)function->arity;
	struct type *arguments = ARENA_ARRAY(infer->compile->arena, struct type, arity);
	struct instance *instance;

	for (size_t i = 0; i < arity; i++) {
		if (!entry_type(infer->compile, &infer->typed_unit->atoms,
				term_item(unit->entry_arguments, i), &arguments[i])) {
			error_at(&infer->compile->diagnostics, function->span, CODE_UNSUPPORTED,
				 "argument %zu of `%s/%d` is of a type that functions cannot take",
				 i + 1, function->name, function->arity);
			return;
		}
	}
	instance = instance_of(infer, function, arguments, 0, function->span);
	infer->typed_unit->entry = instance;
	if (instance)
		check_entry_result(infer, function, &instance->result);
	if (instance && type_has_function(&instance->result))
		error_at(&infer->compile->diagnostics, function->span, CODE_UNSUPPORTED,
			 "`%s` ends with a function, which only other kernel code can be given",
			 function_text(infer->compile, function));
}

struct typed_unit *infer(struct compile *compile, struct unit *unit)
{
	struct typed_unit *typed_unit = ARENA_NEW(compile->arena, struct typed_unit);
	struct infer infer = { .compile = compile, .typed_unit = typed_unit };

	typed_unit->unit = unit;
	typed_unit->last_instance = &typed_unit->instances;
	if (unit->entry) {
		infer_entry(&infer, unit);
		infer_timers(&infer);
		return typed_unit;
	}
	for (size_t i = 0; i < unit->function_count; i++) {
		struct function *function = &unit->functions[i];
		struct type context = { .context = function->program };
		struct instance *instance;

		if (!function->program || function->arity != 1)
			continue;
		infer.program = function->program;
		compile->diagnostics.origin = function->origin;
		instance = instance_of(&infer, function, &context, 0, function->span);
		if (!instance)
			continue;
		check_result(&infer, instance);
		check_walk(&infer, instance);
	}
	infer_timers(&infer);
	count_calls(typed_unit);
	return typed_unit;
}
