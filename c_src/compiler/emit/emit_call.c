/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Functions and their calls. A subprogram has IR_MOST_ARGUMENTS registers for what it is given
 * and for where its results go. What they do not suffice for is in a struct on the caller's
 * stack, numbers that are results among it:
 *
 *	struct honey_f_7_more { __s64 d; __s64 e; __s64 result_1; };
 *	static int honey_f_7(__s64 a, __s64 b, __s64 c, __s64 *result_0, struct honey_f_7_more *more);
 *
 *	struct honey_f_7_more more_1;
 *	more_1.d = d; more_1.e = e;
 *	if (honey_f_7(a, b, c, &x, &more_1)) return 1;
 *	__s64 y = more_1.result_1;
 */
#include "compiler/emit/emit_internal.h"

/* The parameters, and then the results, from this number on are in the struct. */
static size_t registers_of(const struct ir_function *function)
{
	size_t count = ir_argument_count(function);

	if (function->is_inlined || function->is_program || count <= IR_MOST_ARGUMENTS)
		return count;
	return IR_MOST_ARGUMENTS - 1 - function->takes_context - function->needs_scratch;
}

static size_t pointer_count(const struct ir_function *function)
{
	return function->returns_status ? function->result_count : 0;
}

static bool has_more(const struct ir_function *function)
{
	return function->parameter_count + pointer_count(function) > registers_of(function);
}

static bool is_parameter_in_struct(const struct ir_function *function, size_t i)
{
	return i >= registers_of(function);
}

static bool is_result_in_struct(const struct ir_function *function, size_t i)
{
	return function->parameter_count + i >= registers_of(function);
}

static bool is_number(const struct ir_value *value)
{
	return value->type != IR_MEMORY && value->type != IR_TEXT;
}

/* What a result is a pointer to. */
static const char *pointed_type_c(enum ir_type type)
{
	if (type == IR_MEMORY)
		return "void";
	return type == IR_TEXT ? "char" : ir_type_c(type);
}

static const char *parameter_c(struct emit *emit, const struct ir_value *value)
{
	return arena_print(emit->compile->arena, "%s%s", variable_c(emit, value),
			   value->type == IR_MEMORY ? "_at" : "");
}

static void add_comma(struct buffer *text)
{
	if (text->size)
		buffer_add_text(text, ", ");
}

static void emit_parameters(struct emit *emit, struct buffer *text,
			    const struct ir_function *function)
{
	if (function->instance->timer)
		buffer_add_text(text, TIMER_PARAMETERS);
	else if (function->takes_context || function->is_program)
		buffer_add_text(text, "void *ctx");
	for (size_t i = 0; i < function->parameter_count; i++) {
		const struct ir_value *value = function->parameters[i];

		if (is_parameter_in_struct(function, i))
			break;
		add_comma(text);
		buffer_print(text, "%s %s", ir_type_c(value->type), parameter_c(emit, value));
	}
	for (size_t i = 0; i < pointer_count(function); i++) {
		if (is_result_in_struct(function, i))
			break;
		add_comma(text);
		buffer_print(text, "%s *result_%zu", pointed_type_c(function->results[i]->type), i);
	}
	if (has_more(function)) {
		add_comma(text);
		buffer_print(text, "struct %s_more *more", function->symbol);
	}
	if (function->needs_scratch) {
		add_comma(text);
		buffer_add_text(text, "struct honey_scratch *scratch");
	}
	if (!text->size)
		buffer_add_text(text, "void");
}

static void emit_struct(struct emit *emit, const struct ir_function *function)
{
	emit_line(emit, 0, "struct %s_more {", function->symbol);
	for (size_t i = 0; i < function->parameter_count; i++) {
		const struct ir_value *value = function->parameters[i];

		if (is_parameter_in_struct(function, i))
			emit_line(emit, 0, "\t%s %s;", ir_type_c(value->type),
				  parameter_c(emit, value));
	}
	for (size_t i = 0; i < pointer_count(function); i++) {
		const struct ir_value *result = function->results[i];

		if (is_result_in_struct(function, i))
			emit_line(emit, 0, "\t%s %sresult_%zu;", pointed_type_c(result->type),
				  is_number(result) ? "" : "*", i);
	}
	emit_line(emit, 0, "};");
}

static const char *result_type_c(const struct ir_function *function)
{
	if (function->is_program || function->returns_status || !function->result_count)
		return "int";
	return ir_type_c(function->results[0]->type);
}

/*
 * A program that needs scratch memory is what its entry calls. What a subprogram takes and returns
 * must be what is written here (`used`): of a struct that clang sees through it would make
 * arguments again, and where no caller wants the result, it would leave an address of the stack
 * in the result's register, which the verifier refuses.
 */
void emit_head(struct emit *emit, const struct ir_function *function)
{
	const struct function *source = function->instance->function;
	int line = source->span.line;
	struct buffer parameters;

	buffer_init(&parameters, emit->compile->arena);
	emit_parameters(emit, &parameters, function);
	if (has_more(function))
		emit_struct(emit, function);
	emit_line(emit, 0, "#line %d \"%s\"", line, quoted(emit, source->origin.file));
	emit->line = line;
	if (function->instance->timer && !function->needs_scratch)
		emit_line(emit, line, "static __attribute__((noinline, used)) int %s(%s)",
			  function->symbol, parameters.text);
	else if (function->is_program && !function->needs_scratch)
		emit_line(emit, line, "SEC(\"%s\") int %s(%s)", source->program->section,
			  function->symbol, parameters.text);
	else
		emit_line(emit, line, "static %s %s %s%s(%s)",
			  function->is_inlined || function->is_program
				  ? "inline __attribute__((always_inline))"
				  : "__attribute__((noinline, used))",
			  result_type_c(function), function->is_program ? "honey_run_" : "",
			  function->symbol, parameters.text);
}

/* A record or array is passed by its address; a small one is a local of its own from there on. */
static void receive_data(struct emit *emit, const struct ir_value *value, int line)
{
	const char *from = arena_print(emit->compile->arena, "__builtin_assume_aligned(%s, %u)",
				       parameter_c(emit, value), value->memory->alignment);

	emit_declaration(emit, value, line);
	emit_copy(emit, line, address_c(emit, value_c(emit, value)), from, value->memory->size,
		  value->memory->alignment);
}

void emit_received(struct emit *emit, const struct ir_function *function)
{
	int line = function->instance->function->span.line;

	for (size_t i = 0; i < function->parameter_count; i++) {
		const struct ir_value *value = function->parameters[i];
		const char *name = parameter_c(emit, value);

		if (!value->uses)
			continue;
		if (is_parameter_in_struct(function, i))
			emit_line(emit, line, "%s %s = more->%s;", ir_type_c(value->type), name,
				  name);
		if (value->type == IR_MEMORY && !value->is_borrowed)
			receive_data(emit, value, line);
	}
}

/* Calls */

static const char *argument_c(struct emit *emit, const struct ir_value *value)
{
	return arena_print(emit->compile->arena, "%s%s", value->type == IR_MEMORY ? "&" : "",
			   condition_c(emit, value));
}

/* The struct of the arguments has the number that `more` is of the unit's. */
static void add_arguments(struct emit *emit, const struct ir_statement *statement, int more,
			  struct buffer *text)
{
	const struct ir_function *callee = statement->call.callee;

	if (callee->takes_context)
		buffer_add_text(text, "ctx");
	for (size_t i = 0; i < statement->call.count; i++) {
		const struct ir_value *value = statement->call.arguments[i];

		if (is_parameter_in_struct(callee, i)) {
			emit_line(emit, statement->line, "more_%d.%s = %s;", more,
				  parameter_c(emit, callee->parameters[i]),
				  argument_c(emit, value));
			continue;
		}
		add_comma(text);
		buffer_add_text(text, argument_c(emit, value));
	}
}

/* The variables that the callee sets through pointers. */
static void add_results(struct emit *emit, const struct ir_statement *statement, int more,
			struct buffer *text)
{
	const struct ir_function *callee = statement->call.callee;

	for (size_t i = 0; i < pointer_count(callee); i++) {
		const struct ir_value *result = statement->call.results[i];
		bool is_in_struct = is_result_in_struct(callee, i);
		const char *address;

		if (is_in_struct && is_number(result))
			continue;
		emit_declaration(emit, result, statement->line);
		address = arena_print(emit->compile->arena, "%s%s",
				      result->type == IR_TEXT ? "" : "&", value_c(emit, result));
		if (is_in_struct) {
			emit_line(emit, statement->line, "more_%d.result_%zu = %s;", more, i,
				  address);
			continue;
		}
		add_comma(text);
		buffer_add_text(text, address);
	}
}

/* The results that the struct has now. */
static void emit_taken(struct emit *emit, const struct ir_statement *statement, int more)
{
	const struct ir_function *callee = statement->call.callee;

	for (size_t i = 0; i < pointer_count(callee); i++) {
		const struct ir_value *result = statement->call.results[i];

		if (is_result_in_struct(callee, i) && is_number(result) && result->uses)
			emit_line(emit, statement->line, "%smore_%d.result_%zu;",
				  assignment_c(emit, result), more, i);
	}
}

static void emit_called(struct emit *emit, const struct ir_statement *statement,
			const char *arguments)
{
	const struct ir_function *callee = statement->call.callee;
	const struct ir_value *to = callee->result_count ? statement->call.results[0] : NULL;

	if (!callee->returns_status) {
		emit_line(emit, statement->line, "%s%s(%s);", assignment_c(emit, to),
			  callee->symbol, arguments);
	} else if (!callee->instance->can_raise) {
		emit_line(emit, statement->line, "%s(%s);", callee->symbol, arguments);
	} else if (type_is_none(&callee->instance->result)) {
		emit_line(emit, statement->line, "%s(%s);", callee->symbol, arguments);
		emit_line(emit, statement->line, "%s", leave_c(emit));
	} else {
		emit_line(emit, statement->line, "if (%s(%s))", callee->symbol, arguments);
		emit_line(emit, statement->line, "\t%s", leave_c(emit));
	}
}

void emit_call(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_function *callee = statement->call.callee;
	struct buffer text;
	int more = 0;

	buffer_init(&text, emit->compile->arena);
	if (has_more(callee)) {
		more = ++emit->structs;
		emit_line(emit, statement->line, "struct %s_more more_%d;", callee->symbol, more);
	}
	add_arguments(emit, statement, more, &text);
	add_results(emit, statement, more, &text);
	if (has_more(callee)) {
		add_comma(&text);
		buffer_print(&text, "&more_%d", more);
	}
	if (callee->needs_scratch) {
		add_comma(&text);
		buffer_add_text(&text, "scratch");
	}
	emit_called(emit, statement, text.text ? text.text : "");
	emit_taken(emit, statement, more);
}

/* Where a result goes: what is a pointer to it, or a member for it. */
static const char *result_c(struct emit *emit, size_t i)
{
	return arena_print(emit->compile->arena, "%sresult_%zu",
			   is_result_in_struct(emit->function, i) ? "more->" : "", i);
}

static void emit_result(struct emit *emit, const struct ir_statement *statement, size_t i)
{
	const struct ir_value *value = statement->results.values[i];
	const char *to = result_c(emit, i);

	if (value->type == IR_MEMORY)
		emit_data_copy(
			emit, statement->line,
			arena_print(emit->compile->arena, "__builtin_assume_aligned(%s, 8)", to),
			value);
	else if (value->type == IR_TEXT)
		emit_text_copy(emit, statement->line, to, emit->function->results[i]->size, value);
	else
		emit_line(emit, statement->line, "%s%s = %s;",
			  is_result_in_struct(emit->function, i) ? "" : "*", to,
			  condition_c(emit, value));
}

void emit_return(struct emit *emit, const struct ir_statement *statement)
{
	size_t count = statement->results.count;

	if (!emit->function->returns_status) {
		emit_line(emit, statement->line, "return %s;",
			  count ? condition_c(emit, statement->results.values[0]) : "0");
		return;
	}
	for (size_t i = 0; i < count; i++)
		emit_result(emit, statement, i);
	emit_line(emit, statement->line, "return 0;");
}
