/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/lower.h"

#include "compiler/lower_internal.h"
#include "compiler/symbol.h"

struct typed *typed_in(struct lower *lower, const struct expression *expression)
{
	return &lower->instance->typed[expression->number];
}

static int new_site(struct lower *lower, enum raise_kind kind, int line, const char *message)
{
	struct raise_site **end = &lower->unit->sites;
	struct raise_site *site = ARENA_NEW(lower->compile->arena, struct raise_site);

	*site = (struct raise_site){ .kind = kind,
				     .function = lower->instance->function,
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

static struct ir_function *find_function(const struct lower *lower, const struct instance *instance)
{
	for (struct ir_function *f = lower->unit->functions; f; f = f->next) {
		if (f->instance == instance)
			return f;
	}
	return NULL;
}

/* The arguments in their order; false when one of them only ever raises. */
static bool lower_arguments(struct lower *lower, const struct expression *call,
			    struct value *values)
{
	for (size_t i = 0; i < call->call.count; i++) {
		values[i] = lower_expression(lower, call->call.arguments[i], USED);
		if (type_is_none(&values[i].type))
			return false;
	}
	return true;
}

/* The parts of the arguments that the callee has parameters for: how many. */
static size_t passed_parts(struct lower *lower, const struct instance *instance,
			   const struct value *values, struct ir_value **parts)
{
	size_t count = 0;

	for (int i = 0; i < instance->function->arity; i++) {
		struct value value;

		if (type_is_single_atom(&instance->arguments[i]))
			continue;
		value = as(lower, values[i], &instance->arguments[i]);
		if (value.type.text_size)
			value = whole_text(lower, value, value.type.text_size);
		if (value.type.slice.is_slice) {
			parts[count++] = used(value.position);
			parts[count++] = used(value.length);
		}
		if (value.payload)
			parts[count++] = used(value.payload);
		if (value.tag)
			parts[count++] = used(value.tag);
	}
	return count;
}

static struct value add_call(struct lower *lower, struct ir_function *callee,
			     struct ir_value **arguments, size_t count)
{
	const struct type *type = &callee->instance->result;
	struct value result = { .type = *type };
	struct ir_statement *statement;

	if (callee->has_result)
		result.payload = new_register(lower, callee->result_type, NULL);
	else if (type_is_single_atom(type))
		result = atom_value(lower, type->atoms.ids[0]);
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

/* A call with an argument that only ever raises has no callee. */
struct value lower_call(struct lower *lower, const struct expression *expression)
{
	struct arena *arena = lower->compile->arena;
	size_t count = expression->call.count;
	struct value *values = ARENA_ARRAY(arena, struct value, count);
	struct ir_value **parts = ARENA_ARRAY(arena, struct ir_value *, 2 * count);
	struct ir_function *callee;

	if (!lower_arguments(lower, expression, values))
		return none_value();
	callee = find_function(lower, typed_in(lower, expression)->callee);
	if (!callee)
		BUG(lower->compile, "`%s` is called before it is lowered", expression->call.name);
	return add_call(lower, callee, parts, passed_parts(lower, callee->instance, values, parts));
}

static struct ir_value *add_parameter(struct lower *lower, enum ir_type type)
{
	struct ir_function *function = lower->function;
	struct ir_value *parameter = new_register(lower, type, NULL);

	function->parameters[function->parameter_count++] = parameter;
	return parameter;
}

/* A parameter for each part of an argument that is not known from its type alone. */
static void add_parameters(struct lower *lower)
{
	struct ir_function *function = lower->function;
	const struct instance *instance = lower->instance;
	size_t arity = (size_t)instance->function->arity;

	function->parameters = ARENA_ARRAY(lower->compile->arena, struct ir_value *, 2 * arity);
	for (size_t i = 0; i < arity; i++) {
		struct value *argument = &lower->variables[i];

		*argument = (struct value){ .type = instance->arguments[i] };
		if (argument->type.context) {
			function->takes_context = true;
			continue;
		}
		if (type_is_single_atom(&argument->type)) {
			*argument = atom_value(lower, argument->type.atoms.ids[0]);
			continue;
		}
		if (argument->type.slice.is_slice) {
			function->takes_context = true;
			argument->position = add_parameter(lower, IR_S64);
			argument->length = add_parameter(lower, IR_S64);
			continue;
		}
		if (argument->type.text_size) {
			argument->payload = add_parameter(lower, IR_TEXT);
			argument->payload->size = argument->type.text_size;
			continue;
		}
		argument->payload = new_register(lower, payload_type(&argument->type), NULL);
		function->parameters[function->parameter_count++] = argument->payload;
		if (type_is_tagged(&argument->type)) {
			argument->tag = new_register(lower, IR_S64, NULL);
			function->parameters[function->parameter_count++] = argument->tag;
		}
	}
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

	function->has_result = !type_is_none(result) && !result->context &&
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
		function->symbol = arena_print(
			lower->compile->arena, "honey_%s_%d",
			identifier_of(lower->compile, instance->function->name), number);
	}
	set_up_result(function);
	return function;
}

static void lower_instance(struct lower *lower, const struct instance *instance, int number)
{
	struct ir_function **end = &lower->unit->functions;
	size_t arity = (size_t)instance->function->arity;
	struct value result;

	while (*end)
		end = &(*end)->next;
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
	*end = lower->function;
}

struct ir_unit *lower(struct compile *compile, struct typed_unit *typed_unit)
{
	struct ir_unit *unit = ARENA_NEW(compile->arena, struct ir_unit);
	struct lower lower = { .compile = compile, .unit = unit, .typed_unit = typed_unit };
	int number = 0;

	unit->typed_unit = typed_unit;
	for (const struct instance *i = typed_unit->instances; i; i = i->next)
		lower_instance(&lower, i, ++number);
	return unit;
}
