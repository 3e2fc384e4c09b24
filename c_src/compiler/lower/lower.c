/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/lower/lower.h"

#include "compiler/lower/lower_internal.h"
#include "compiler/core/symbol.h"

struct typed *typed_in(struct lower *lower, const struct expression *expression)
{
	return &lower->instance->typed[expression->number];
}

/* What an anonymous function raises, the function that it is written in does. */
static const struct function *named(const struct function *function)
{
	return function->written_in ? function->written_in : function;
}

static int new_site(struct lower *lower, enum raise_kind kind, int line, const char *message)
{
	return ir_add_site(lower->compile->arena, lower->unit,
			   (struct raise_site){ .kind = kind,
						.function = named(lower->instance->function),
						.line = line,
						.message = message });
}

/* A guard that would raise does not hold. */
void add_raise(struct lower *lower, enum raise_kind kind, int line, const char *message)
{
	if (lower->guard) {
		add_statement(lower, IR_LEAVE)->leave = lower->guard;
		lower->guard->block.is_left = true;
	} else {
		add_statement(lower, IR_RAISE)->site = new_site(lower, kind, line, message);
	}
	lower->block->is_closed = true;
}

void raise_if(struct lower *lower, struct ir_value *condition, enum raise_kind kind, int line,
	      const char *message)
{
	struct ir_block *block = lower->block;

	add_if(lower, condition);
	add_raise(lower, kind, line, message);
	lower->block = block;
}

bool lower_arguments(struct lower *lower, struct expression **arguments, size_t count,
		     struct value *values)
{
	for (size_t i = 0; i < count; i++) {
		values[i] = lower_expression(lower, arguments[i], USED);
		if (type_is_none(&values[i].type))
			return false;
	}
	return true;
}

/* The registers of the arguments that the callee has parameters for: how many. */
static size_t passed_registers(struct lower *lower, const struct instance *instance,
			       const struct value *values, struct ir_value **registers)
{
	size_t count = 0, first = 0;

	for (int i = 0; i < instance->function->arity; i++) {
		struct value value = as(lower, values[i], &instance->arguments[i]);

		whole_texts(lower, &value);
		count += list_registers(&value, registers + count);
	}
	for (; first < count; first++)
		used(registers[first]);
	return count;
}

static struct value add_call(struct lower *lower, struct ir_function *callee,
			     struct ir_value **arguments, size_t count)
{
	const struct type *type = &callee->instance->result;
	struct value result = new_value(lower, type);
	struct ir_statement *statement = add_statement(lower, IR_CALL);

	statement->call.results =
		ARENA_ARRAY(lower->compile->arena, struct ir_value *, callee->result_count);
	list_registers(&result, statement->call.results);
	statement->call.callee = callee;
	statement->call.arguments = arguments;
	statement->call.count = count;
	lower->function->takes_context = lower->function->takes_context || callee->takes_context;
	if (callee->is_inlined)
		lower->function->size += callee->size;
	if (callee->has_tail_call) {
		lower_check_tail_call(lower, (struct span){ .line = lower->line });
		lower->function->has_tail_call = true;
		lower->function->takes_context = true;
	}
	settle_value(lower, &result);
	if (type_is_none(type))
		lower->block->is_closed = true;
	return result;
}

struct value lower_callee(struct lower *lower, const struct instance *callee,
			  const struct value *arguments)
{
	struct ir_function *function = callee->lowered;
	struct ir_value **registers;

	if (!function)
		BUG(lower->compile, "`%s` is called before it is lowered", callee->function->name);
	registers =
		ARENA_ARRAY(lower->compile->arena, struct ir_value *, function->parameter_count);
	return add_call(lower, function, registers,
			passed_registers(lower, callee, arguments, registers));
}

/* A call with an argument that only ever raises has no callee. */
struct value lower_call(struct lower *lower, const struct expression *expression)
{
	size_t count = expression->call.count;
	struct value *values = ARENA_ARRAY(lower->compile->arena, struct value, count);

	if (!lower_arguments(lower, expression->call.arguments, count, values))
		return none_value();
	if (typed_in(lower, expression)->raises) {
		add_raise(lower, RAISE_LOOP_LIMIT, expression->span.line,
			  arena_print(lower->compile->arena,
				      "`%s` was called more often than its fuel allows",
				      expression->call.name));
		return none_value();
	}
	return lower_callee(lower, typed_in(lower, expression)->callee, values);
}

/* What lies in the packet is found by the context. */
static bool needs_context(const struct type *type)
{
	bool needs = type->context || (type->slice.is_slice && !type->slice.capacity);

	for (size_t i = 0; i < type->data_count && !needs; i++) {
		for (size_t n = 0; n < type->data[i].shape->count && !needs; n++)
			needs = needs_context(&type->data[i].elements[n]);
	}
	return needs;
}

/* A parameter for each register of the arguments. */
static void add_parameters(struct lower *lower)
{
	struct ir_function *function = lower->function;
	const struct instance *instance = lower->instance;
	int arity = instance->function->arity;
	size_t count = 0;

	for (int i = 0; i < arity; i++)
		count += count_registers(&instance->arguments[i]);
	function->parameters = ARENA_ARRAY(lower->compile->arena, struct ir_value *, count);
	for (int i = 0; i < arity; i++) {
		lower->variables[i] = new_value(lower, &instance->arguments[i]);
		function->takes_context = function->takes_context ||
					  needs_context(&instance->arguments[i]);
		function->parameter_count += list_registers(
			&lower->variables[i], function->parameters + function->parameter_count);
	}
}

static void return_value(struct lower *lower, struct ir_value *value)
{
	struct ir_statement *statement = add_statement(lower, IR_RETURN);

	statement->results.values = ARENA_NEW(lower->compile->arena, struct ir_value *);
	statement->results.values[0] = used(value);
	statement->results.count = 1;
	lower->block->is_closed = true;
}

/* The kernel gets an integer; what is none counts as the kind's answer after an error. */
static void return_from_program(struct lower *lower, struct value result)
{
	struct ir_value *otherwise = constant(lower, IR_S64, lower->function->raise_value);
	struct ir_block *block = lower->block;
	struct ir_value *is_integer;

	if (result.type.integer == INTEGER_NONE || lower->instance->timer) {
		return_value(lower, otherwise);
		return;
	}
	is_integer = has_tag(lower, &result, TAG_INTEGER);
	if (is_integer) {
		add_if(lower, is_integer);
		return_value(lower, result.payload);
		lower->block = block;
		return_value(lower, otherwise);
	} else {
		return_value(lower, result.payload);
	}
}

static void return_from_function(struct lower *lower, struct value result)
{
	struct ir_statement *statement;

	result = as(lower, result, &lower->instance->result);
	statement = add_statement(lower, IR_RETURN);
	statement->results.values = ARENA_ARRAY(lower->compile->arena, struct ir_value *,
						lower->function->result_count);
	statement->results.count = list_registers(&result, statement->results.values);
	for (size_t i = 0; i < statement->results.count; i++)
		used(statement->results.values[i]);
	lower->block->is_closed = true;
}

static void set_up_result(struct lower *lower, struct ir_function *function)
{
	const struct type *result = &function->instance->result;
	struct value value;

	if (function->is_program)
		return;
	value = zero_value(lower, result);
	function->results =
		ARENA_ARRAY(lower->compile->arena, struct ir_value *, count_registers(result));
	function->result_count = list_registers(&value, function->results);
	function->returns_status =
		function->instance->can_raise || function->result_count > 1 || value.memory ||
		(function->result_count && function->results[0]->type == IR_TEXT);
}

/*
 * What is called once, or is small, becomes part of its caller; so does what a few programs share, such as
 * those for the exits of several system calls. Sizes are in expressions, with those of the functions that
 * became part of it.
 */
#define SMALL 60
#define MOST_SHARED 200

static bool should_inline(const struct ir_function *function)
{
	const struct instance *instance = function->instance;
	size_t calls = (size_t)instance->call_count;

	return function->has_tail_call || calls <= 1 || function->size <= SMALL ||
	       (instance->sharers == instance->call_count &&
		(calls - 1) * function->size <= MOST_SHARED);
}

static bool is_entry(const struct instance *instance)
{
	return instance->function->program && instance->function->arity == 1 &&
	       instance->arguments[0].context == instance->function->program;
}

static struct ir_function *new_function(struct lower *lower, const struct instance *instance,
					int number)
{
	struct ir_function *function = ARENA_NEW(lower->compile->arena, struct ir_function);
	const struct unit *unit = lower->typed_unit->unit;

	function->instance = instance;
	function->busy_site = function->lost_site = -1;
	function->size = (size_t)instance->size;
	function->is_program = instance->timer || is_entry(instance);
	if (instance->timer) {
		function->symbol = instance->timer->symbol;
	} else if (function->is_program) {
		const struct program *program = instance->function->program;

		function->symbol = program->symbol;
		function->raise_value = unit->has_on_error ? unit->on_error
							   : program->kind->on_error;
	} else {
		function->symbol =
			arena_print(lower->compile->arena, "honey_%s_%s%d",
				    identifier_of(lower->compile, instance->function->name),
				    instance->function->written_in ? "fn_" : "", number);
	}
	set_up_result(lower, function);
	return function;
}

static void lower_instance(struct lower *lower, struct instance *instance, int number)
{
	size_t arity = (size_t)instance->function->arity;
	struct value result;

	lower->instance = instance;
	lower->function = new_function(lower, instance, number);
	lower->function->body = lower->block = new_block(lower);
	index_init(&lower->constants, lower->compile->arena);
	lower->line = lower->last_line = instance->function->span.line;
	lower->variables = ARENA_ARRAY(lower->compile->arena, struct value,
				       arity + (size_t)instance->function->variable_count);
	if (instance->timer)
		read_timer_arguments(lower, instance->timer);
	else
		add_parameters(lower);
	lower->turns = NULL;
	result = instance->function->loop ? lower_function_loop(lower)
					  : lower_function_clauses(lower);
	lower->line = lower->last_line;
	if (!lower->block->is_closed) {
		if (lower->function->is_program)
			return_from_program(lower, result);
		else
			return_from_function(lower, result);
	}
	lower->function->is_inlined = should_inline(lower->function);
	instance->lowered = lower->function;
	*lower->last_function = lower->function;
	lower->last_function = &lower->function->next;
}

struct ir_unit *lower(struct compile *compile, struct typed_unit *typed_unit)
{
	struct ir_unit *unit = ARENA_NEW(compile->arena, struct ir_unit);
	struct lower lower = { .compile = compile, .unit = unit, .typed_unit = typed_unit };
	int number = 0;

	unit->typed_unit = typed_unit;
	lower.last_function = &unit->functions;
	unit->sites_end = &unit->sites;
	for (struct instance *i = typed_unit->instances; i; i = i->next)
		lower_instance(&lower, i, ++number);
	return unit;
}
