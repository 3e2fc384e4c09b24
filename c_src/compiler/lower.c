/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/lower.h"

#include "compiler/lower_internal.h"
#include "compiler/symbol.h"

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
	struct raise_site **end = &lower->unit->sites;
	struct raise_site *site = ARENA_NEW(lower->compile->arena, struct raise_site);

	*site = (struct raise_site){ .kind = kind,
				     .function = named(lower->instance->function),
				     .line = line,
				     .message = message };
	while (*end)
		end = &(*end)->next;
	*end = site;
	return lower->unit->site_count++;
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

/* Registers that a value of the type has at most. */
static size_t most_parts(const struct type *type)
{
	size_t count = 2;

	for (size_t i = 0; type->closure && i < type->closure->count; i++)
		count += most_parts(&type->closure->captured[i]);
	return count;
}

static size_t most_parameters(const struct instance *instance)
{
	size_t count = 0;

	for (int i = 0; i < instance->function->arity; i++)
		count += most_parts(&instance->arguments[i]);
	return count;
}

struct parts {
	struct ir_value **values;
	size_t count;
};

/* The parts of an argument that the callee has parameters for. */
static void pass(struct lower *lower, struct value value, const struct type *type,
		 struct parts *parts)
{
	if (type_is_single_atom(type))
		return;
	value = as(lower, value, type);
	if (value.payload)
		parts->values[parts->count++] = used(value.payload);
	if (value.tag)
		parts->values[parts->count++] = used(value.tag);
	for (size_t i = 0; type->closure && i < type->closure->count; i++)
		pass(lower, value.captured[i], &type->closure->captured[i], parts);
}

/* A value of which nothing is to be known at run time. */
static struct value known_value(struct lower *lower, const struct type *type)
{
	struct value value = { .type = *type };

	if (type_is_single_atom(type))
		return atom_value(lower, type->atoms.ids[0]);
	if (type->closure)
		value.captured =
			ARENA_ARRAY(lower->compile->arena, struct value, type->closure->count + 1);
	for (size_t i = 0; type->closure && i < type->closure->count; i++)
		value.captured[i] = known_value(lower, &type->closure->captured[i]);
	return value;
}

static struct value add_call(struct lower *lower, struct ir_function *callee,
			     struct ir_value **arguments, size_t count)
{
	const struct type *type = &callee->instance->result;
	struct value result = known_value(lower, type);
	struct ir_statement *statement;

	if (callee->has_result)
		result.payload = new_register(lower, callee->result_type, NULL);
	if (callee->has_tag)
		result.tag = new_register(lower, IR_S64, NULL);
	statement = add_statement(lower, IR_CALL);
	statement->to = callee->has_result ? result.payload : NULL;
	statement->call.callee = callee;
	statement->call.arguments = arguments;
	statement->call.count = count;
	statement->call.tag = result.tag;
	if (callee->is_inlined)
		lower->function->size += callee->size;
	settle(lower, result.payload);
	settle(lower, result.tag);
	if (type_is_none(type))
		lower->block->is_closed = true;
	return result;
}

struct value lower_callee(struct lower *lower, const struct instance *callee,
			  const struct value *arguments)
{
	struct parts parts = { NULL, 0 };

	if (!callee->lowered)
		BUG(lower->compile, "`%s` is called before it is lowered", callee->function->name);
	parts.values =
		ARENA_ARRAY(lower->compile->arena, struct ir_value *, most_parameters(callee));
	for (int i = 0; i < callee->function->arity; i++)
		pass(lower, arguments[i], &callee->arguments[i], &parts);
	return add_call(lower, callee->lowered, parts.values, parts.count);
}

/* A call with an argument that only ever raises has no callee. */
struct value lower_call(struct lower *lower, const struct expression *expression)
{
	size_t count = expression->call.count;
	struct value *values = ARENA_ARRAY(lower->compile->arena, struct value, count);

	if (!lower_arguments(lower, expression->call.arguments, count, values))
		return none_value();
	return lower_callee(lower, typed_in(lower, expression)->callee, values);
}

static struct ir_value *add_parameter(struct lower *lower, enum ir_type type)
{
	struct ir_function *function = lower->function;

	return function->parameters[function->parameter_count++] = new_register(lower, type, NULL);
}

/* A parameter for each part of an argument that is not known from its type alone. */
static struct value parameter_value(struct lower *lower, const struct type *type)
{
	struct value value = { .type = *type };

	if (type->context)
		lower->function->takes_context = true;
	if (type->context)
		return value;
	if (type_is_single_atom(type))
		return atom_value(lower, type->atoms.ids[0]);
	if (type->closure) {
		value.captured =
			ARENA_ARRAY(lower->compile->arena, struct value, type->closure->count + 1);
		for (size_t i = 0; i < type->closure->count; i++)
			value.captured[i] = parameter_value(lower, &type->closure->captured[i]);
		return value;
	}
	value.payload = add_parameter(lower, payload_type(type));
	if (type_is_tagged(type))
		value.tag = add_parameter(lower, IR_S64);
	return value;
}

static void add_parameters(struct lower *lower)
{
	const struct instance *instance = lower->instance;

	lower->function->parameters =
		ARENA_ARRAY(lower->compile->arena, struct ir_value *, most_parameters(instance));
	for (int i = 0; i < instance->function->arity; i++)
		lower->variables[i] = parameter_value(lower, &instance->arguments[i]);
}

static void return_value(struct lower *lower, struct ir_value *value)
{
	add_statement(lower, IR_RETURN)->value = used(value);
	lower->block->is_closed = true;
}

/* The kernel gets an integer; what is none counts as the kind's answer after an error. */
static void return_from_program(struct lower *lower, struct value result)
{
	struct ir_value *otherwise = constant(lower, IR_S64, lower->function->raise_value);
	struct ir_block *block = lower->block;
	struct ir_value *is_integer;

	if (result.type.integer == INTEGER_NONE) {
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
	if (lower->function->has_result) {
		statement->value = used(result.payload);
		statement->to = used(result.tag);
	}
	lower->block->is_closed = true;
}

static void set_up_result(struct ir_function *function)
{
	const struct type *result = &function->instance->result;

	function->has_result = !type_is_none(result) && !result->context && !result->closure &&
			       !type_is_single_atom(result);
	function->has_tag = function->has_result && !function->is_program && type_is_tagged(result);
	function->result_type = payload_type(result);
	function->returns_status = !function->is_program &&
				   (function->instance->can_raise || function->has_tag);
}

/* What is called once, or is small, or has more arguments than registers, becomes part of its caller. */
#define SMALL 60 /* expressions, with those of the functions that became part of it */
#define MOST_ARGUMENTS 5

static bool should_inline(const struct ir_function *function)
{
	size_t arguments = function->parameter_count + function->takes_context;

	if (function->returns_status)
		arguments += (size_t)function->has_result + function->has_tag;
	return function->instance->call_count <= 1 || function->size <= SMALL ||
	       arguments > MOST_ARGUMENTS;
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
	function->size = (size_t)instance->size;
	function->is_program = is_entry(instance);
	if (function->is_program) {
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
	set_up_result(function);
	return function;
}

static void lower_instance(struct lower *lower, struct instance *instance, int number)
{
	size_t arity = (size_t)instance->function->arity;
	struct value result;

	lower->instance = instance;
	lower->function = new_function(lower, instance, number);
	lower->function->body = lower->block = new_block(lower);
	lower->line = lower->last_line = instance->function->span.line;
	lower->variables = ARENA_ARRAY(lower->compile->arena, struct value,
				       arity + (size_t)instance->function->variable_count);
	add_parameters(lower);
	result = lower_function_clauses(lower);
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
	for (struct instance *i = typed_unit->instances; i; i = i->next)
		lower_instance(&lower, i, ++number);
	return unit;
}
