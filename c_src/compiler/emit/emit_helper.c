/* SPDX-License-Identifier: Apache-2.0 */
/* Helpers in C: their prototypes, and calls of those that have nothing to do with maps. */
#include "compiler/emit/emit_internal.h"

#include <string.h>

static const char *parameters_c(struct emit *emit, const struct helper *helper)
{
	struct buffer text;

	buffer_init(&text, emit->compile->arena);
	for (size_t i = 0; i < helper->parameters.count; i++) {
		const struct parameter *parameter = &helper->parameters.items[i];
		bool is_rest = parameter->kind == PARAMETER_ARGUMENTS;

		buffer_print(&text, "%s%s%s", i ? ", " : "", parameter_kind_c(parameter->kind),
			     is_rest ? "" : parameter->name);
	}
	return text.text ? text.text : "void";
}

/*
 * static long (*bpf_name)(void *map, const void *key) = (void *)1;
 *
 * Of a steady one clang makes one call of several, and puts that where the first of them is needed.
 */
static void emit_prototype(struct emit *emit, const struct helper *helper)
{
	bool is_steady = helper->effects & EFFECT_STEADY;

	emit_line(emit, 0, "static %s(*%s)(%s)%s = (void *)%d;", helper_result_c(helper->result),
		  helper->name, parameters_c(emit, helper),
		  is_steady ? " __attribute__((const))" : "", helper->number);
}

/* extern int bpf_strlen(const char *text) __attribute__((section(".ksyms"))); */
static void emit_kfunc(struct emit *emit, const struct helper *kfunc)
{
	emit_line(emit, 0, "extern %s%s(%s) __attribute__((section(\".ksyms\")));",
		  helper_result_c(kfunc->result), kfunc->name, parameters_c(emit, kfunc));
}

void emit_helpers(struct emit *emit)
{
	for (size_t i = 0; i < HELPER_COUNT; i++) {
		if (emit->needs_helper[i])
			emit_prototype(emit, helper_of((enum helper_id)i));
	}
	for (size_t i = 0; i < emit->unit->kfunc_count; i++)
		emit_kfunc(emit, emit->unit->kfuncs[i]);
}

/* Where the kernel fills in a number: of the register that it then is. */
static const char *filled_c(struct emit *emit, const struct ir_statement *call)
{
	return arena_print(emit->compile->arena, "filled_%d", call->to->number);
}

/* Its address: a text is an array of C. */
static const char *buffer_c(struct emit *emit, const struct ir_value *buffer)
{
	if (buffer->type == IR_TEXT)
		return value_c(emit, buffer);
	return address_c(emit, buffer->kind == IR_CONSTANT ? zero_data_c(emit, buffer)
							   : value_c(emit, buffer));
}

/* Of what it fills. */
static const char *buffer_size_c(struct emit *emit, const struct ir_value *buffer)
{
	return arena_print(emit->compile->arena, "%u", ir_bytes_of(buffer));
}

static const char *argument_c(struct emit *emit, const struct ir_statement *call, size_t n)
{
	const struct helper *helper = call->called.helper;
	struct arena *arena = emit->compile->arena;
	struct ir_value *argument = call->called.arguments[n];

	switch (helper->parameters.items[n].kind) {
	case PARAMETER_CONTEXT:
		return "ctx";
	case PARAMETER_RESERVED:
		return "0";
	case PARAMETER_MAP:
		return arena_print(arena, "&%s", call->called.map->symbol);
	case PARAMETER_REDIRECT_FLAGS:
	case PARAMETER_STACK_FLAGS:
	case PARAMETER_ACTION_FLAG:
	case PARAMETER_STACK_SIDE:
	case PARAMETER_RING_QUESTION:
	case PARAMETER_ROUTE_FLAG:
		return arena_print(arena, "%d", call->called.flag);
	case PARAMETER_ADDRESS:
	case PARAMETER_KERNEL_ADDRESS:
		return arena_print(arena, "(const void *)%s", value_c(emit, argument));
	case PARAMETER_TEXT_LENGTH:
		/* With its NUL, which ends what is read: nothing at all the kernel refuses. */
		return arena_print(arena, "%u", call->called.arguments[n - 1]->size);
	case PARAMETER_BUFFER:
	case PARAMETER_PIECE:
	case PARAMETER_IPV4_HEADER:
	case PARAMETER_IPV6_HEADER:
	case PARAMETER_TCP_HEADER:
		return argument ? buffer_c(emit, argument) : "0";
	case PARAMETER_BUFFER_SIZE:
		return arena_print(arena, "%u", call->called.given[n - 1]->size);
	case PARAMETER_CURRENT_TASK:
		return arena_print(arena, "%s()", helper_of(HELPER_GET_CURRENT_TASK_BTF)->name);
	case PARAMETER_OUTPUT:
	case PARAMETER_S64_OUTPUT:
	case PARAMETER_U64_OUTPUT:
	case PARAMETER_PID_OUTPUT:
	case PARAMETER_U32_CHANGED:
	case PARAMETER_STRUCT_CHANGED:
		return call->called.filled ? arena_print(arena, "&%s", filled_c(emit, call))
					   : buffer_c(emit, call->to);
	case PARAMETER_TYPE_SIZE:
	case PARAMETER_PID_SIZE:
		if (call->called.filled)
			return arena_print(arena, "%u", call->called.filled->size);
		return buffer_size_c(emit, call->to);
	case PARAMETER_TEXT_SIZE:
	case PARAMETER_COMM_SIZE:
	case PARAMETER_BINARY_SIZE:
	case PARAMETER_NUMBER_COUNT:
		return buffer_size_c(emit, call->to);
	default:
		return condition_c(emit, argument);
	}
}

static const char *call_c(struct emit *emit, const struct ir_statement *call)
{
	const struct helper *helper = call->called.helper;
	struct buffer text;

	buffer_init(&text, emit->compile->arena);
	for (size_t i = 0; i < helper->parameters.count; i++)
		buffer_print(&text, "%s%s", i ? ", " : "", argument_c(emit, call, i));
	return arena_print(emit->compile->arena, "%s(%s)", helper->name,
			   text.text ? text.text : "");
}

/* What the helper changes, as it is before; NULL where it only fills. */
static const struct ir_value *changed_argument(const struct ir_statement *call)
{
	int at = helper_find_parameter(call->called.helper, PARAMETER_U32_CHANGED);

	if (at < 0)
		at = helper_find_parameter(call->called.helper, PARAMETER_STRUCT_CHANGED);
	return at < 0 ? NULL : call->called.arguments[at];
}

/*
 * Whether the kernel sets all of it, to zeros where it fails, and the verifier knows that: of others it asks that
 * it was set before.
 */
static bool sets_all(const struct helper *helper)
{
	switch (helper->id) {
	case HELPER_PROBE_READ:
	case HELPER_PROBE_READ_USER:
	case HELPER_PROBE_READ_KERNEL:
		return true;
	default:
		return false;
	}
}

static void emit_filled_data(struct emit *emit, const struct ir_value *to,
			     const struct ir_value *changed, int line)
{
	emit_zero_data(emit, to, line);
	if (changed)
		emit_data_copy(emit, line, address_c(emit, value_c(emit, to)), changed);
}

/*
 * Data is zeros before the call, or what the helper changes. A text is empty before the call, so that it has a NUL whatever the kernel leaves undone; a
 * number is the kernel's, that of its type, and then the register's.
 */
void emit_helper_call(struct emit *emit, const struct ir_statement *call)
{
	const struct ir_value *to = call->to, *status = call->called.status;
	const struct integer_type *filled = call->called.filled;
	const struct ir_value *changed = changed_argument(call);
	int line = call->line;

	if (call->called.is_in_record)
		return;
	if (filled && sets_all(call->called.helper))
		emit_line(emit, line, "%s %s;", filled->c_type, filled_c(emit, call));
	else if (filled)
		emit_line(emit, line, "%s %s = %s;", filled->c_type, filled_c(emit, call),
			  changed ? condition_c(emit, changed) : "0");
	else if (to && to->type == IR_MEMORY && sets_all(call->called.helper))
		emit_declaration(emit, to, line);
	else if (to && to->type == IR_MEMORY)
		emit_filled_data(emit, to, changed, line);
	else if (status)
		emit_empty_text(emit, to, line);
	else if (to && to->type == IR_TEXT)
		emit_declaration(emit, to, line);
	if (status)
		emit_line(emit, line, "%s = %s;", value_c(emit, status), call_c(emit, call));
	else if (to && to->type == IR_TEXT)
		emit_line(emit, line, "%s;", call_c(emit, call));
	else
		emit_line(emit, line, "%s%s;", assignment_c(emit, to), call_c(emit, call));
	if (filled && to->uses)
		emit_line(emit, line, "%s%s;", assignment_c(emit, to), filled_c(emit, call));
	else if (to && to->type == IR_MEMORY && to->uses)
		emit_tidied(emit, to, line);
}
