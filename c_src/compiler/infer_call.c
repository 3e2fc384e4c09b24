/* SPDX-License-Identifier: Apache-2.0 */
/* Calls of the module's functions and reads of the context. */
#include "compiler/infer_internal.h"

static const char *field_text(enum tracepoint_field_kind kind)
{
	switch (kind) {
	case TRACEPOINT_ARRAY:
		return "an array";
	case TRACEPOINT_DYNAMIC:
		return "data of a length that each event decides";
	case TRACEPOINT_OPAQUE:
		return "a C struct";
	case TRACEPOINT_INTEGER:
	case TRACEPOINT_POINTER:
	case TRACEPOINT_STRING:
		break;
	}
	return "a value";
}

static struct type integer_field(struct infer *infer, const struct tracepoint_field *field)
{
	unsigned bits = field->width * 8;

	if (field->nature == TRACEPOINT_BOOLEAN)
		return type_boolean(infer->compile);
	if (field->is_signed)
		return type_integer(INTEGER_S64, -((wide)1 << (bits - 1)),
				    ((wide)1 << (bits - 1)) - 1);
	return type_integer(bits == 64 ? INTEGER_U64 : INTEGER_S64, 0, ((wide)1 << bits) - 1);
}

/* Its characters are copied by bpf_probe_read_kernel, of kernel 5.5, which is under the GPL. */
static void check_text_field(struct infer *infer, const struct expression *expression)
{
	check_use(infer, expression->field.name_span,
		  arena_print(infer->compile->arena, "reading the string `%s`",
			      expression->field.name),
		  true, 5 << 8 | 5);
}

static struct type field_type(struct infer *infer, const struct expression *expression,
			      const struct tracepoint_field *field)
{
	switch (field->kind) {
	case TRACEPOINT_INTEGER:
		return integer_field(infer, field);
	case TRACEPOINT_POINTER:
		return type_full(INTEGER_U64);
	case TRACEPOINT_STRING:
		check_text_field(infer, expression);
		return type_text_of(field->count + 1);
	case TRACEPOINT_ARRAY:
	case TRACEPOINT_DYNAMIC:
	case TRACEPOINT_OPAQUE:
		break;
	}
	diagnostic_hint(
		&infer->compile->diagnostics,
		error_at(
			&infer->compile->diagnostics, expression->field.name_span, CODE_UNSUPPORTED,
			"the field `%s` is %s, expected an integer, a pointer or an array of characters",
			field->name, field_text(field->kind)),
		"read the fields that are integers, such as those of the same event that count or measure");
	return type_poison();
}

static struct type unknown_field(struct infer *infer, const struct expression *expression,
				 const struct tracepoint *tracepoint)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	const char *nearest =
		tracepoint_suggest_field(infer->compile->arena, tracepoint, expression->field.name);
	struct diagnostic *diagnostic =
		error_at(diagnostics, expression->field.name_span, CODE_UNKNOWN_FIELD,
			 "`%s` is not a field of the tracepoint `%s/%s`", expression->field.name,
			 tracepoint->category, tracepoint->name);

	if (nearest)
		diagnostic_hint(diagnostics, diagnostic, "did you mean `%s`?", nearest);
	else
		diagnostic_hint(diagnostics, diagnostic,
				"/sys/kernel/tracing/events/%s/%s/format lists the fields",
				tracepoint->category, tracepoint->name);
	return type_poison();
}

static struct type refuse_common_field(struct infer *infer, const struct expression *expression)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic = error_at(
		diagnostics, expression->field.name_span, CODE_UNKNOWN_FIELD,
		"the kernel does not fill in `%s` for BPF programs", expression->field.name);

	diagnostic_hint(diagnostics, diagnostic,
			"`Honey.BpfHelpers.bpf_get_current_pid_tgid()` gives the current task");
	return type_poison();
}

static void hint_kernel(struct infer *infer, struct diagnostic *diagnostic, unsigned kernel)
{
	diagnostic_hint(&infer->compile->diagnostics, diagnostic,
			"write `use Honey, kernel: \"%u.%u\"`", kernel >> 8, kernel & 0xff);
}

/* What newer kernels add can be waited for; what they take away cannot. */
static void field_in_some(struct infer *infer, const struct expression *expression,
			  const struct tracepoint_access *access)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;

	if (access->since)
		hint_kernel(infer,
			    error_at(diagnostics, expression->field.name_span, CODE_KERNEL_TOO_OLD,
				     "the field `%s` is not there on the kernels %s",
				     expression->field.name, access->other->kernels),
			    access->since);
	else
		diagnostic_hint(
			diagnostics,
			warn_at(diagnostics, expression->field.name_span, CODE_FIELD_GONE,
				"the field `%s` is gone on the kernels %s, where this will not load",
				expression->field.name, access->other->kernels),
			"use a field that all of your kernels have");
}

static struct type field_differs(struct infer *infer, const struct expression *expression,
				 const struct tracepoint_access *access)
{
	struct diagnostic *diagnostic =
		error_at(&infer->compile->diagnostics, expression->field.name_span,
			 access->since ? CODE_KERNEL_TOO_OLD : CODE_UNSUPPORTED,
			 "the field `%s` is not the same on the kernels %s and %s",
			 expression->field.name, access->layout->kernels, access->other->kernels);

	if (access->since)
		hint_kernel(infer, diagnostic, access->since);
	return type_poison();
}

static struct type tracepoint_field(struct infer *infer, const struct expression *expression,
				    const struct tracepoint *tracepoint)
{
	struct tracepoint_access *access = &typed_of(infer, expression)->access;
	unsigned kernel = (unsigned)infer->typed_unit->unit->kernel;

	switch (tracepoint_access(tracepoint, kernel, expression->field.name, access)) {
	case TRACEPOINT_FIELD_IN_SOME:
		field_in_some(infer, expression, access);
		return field_type(infer, expression, access->field);
	case TRACEPOINT_FIELD:
		return field_type(infer, expression, access->field);
	case TRACEPOINT_FIELD_DIFFERS:
		return field_differs(infer, expression, access);
	case TRACEPOINT_COMMON_FIELD:
		return refuse_common_field(infer, expression);
	case TRACEPOINT_NO_FIELD:
		return unknown_field(infer, expression, tracepoint);
	}
	return type_poison();
}

struct type infer_field(struct infer *infer, const struct expression *expression)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct type object = infer_expression(infer, expression->field.object);
	struct diagnostic *diagnostic;

	if (object.is_poison || type_is_none(&object))
		return object;
	if (object.memory && object.memory->kind == MEMORY_RECORD)
		return infer_record_field(infer, expression, &object);
	if (object.data_count)
		return infer_key(infer, expression, &object);
	if (!object.context) {
		diagnostic_hint(
			diagnostics,
			error_at(diagnostics, expression->span, CODE_UNSUPPORTED,
				 "%s is %s and has no field `%s`",
				 operand_text(infer, expression->field.object),
				 type_text(infer->compile, &infer->typed_unit->atoms, &object),
				 expression->field.name),
			"the fields of structs, of maps and of the context are read by a dot");
		return type_poison();
	}
	if (object.context->kind->context == CONTEXT_TRACEPOINT)
		return object.context->tracepoint
			       ? tracepoint_field(infer, expression, object.context->tracepoint)
			       : type_poison();
	if (object.context->kind->context == CONTEXT_XDP)
		return infer_packet_field(infer, expression, object.context);
	diagnostic = error_at(diagnostics, expression->field.name_span, CODE_UNSUPPORTED,
			      "the context of `%s` programs has no fields that Honey can read",
			      object.context->kind->section);
	diagnostic_hint(diagnostics, diagnostic,
			"programs of kind `tracepoint` and `xdp` read `ctx.field`");
	return type_poison();
}

bool argument_type(struct infer *infer, const struct expression *argument, struct type *type)
{
	*type = type_widened(infer->compile, infer_expression(infer, argument));
	return !type->is_poison && !type_is_none(type);
}

/* A recursion that is no loop becomes a copy of its functions for each call that may nest. */
#define MOST_NESTED 64

static bool refuse_recursion(struct infer *infer, const struct expression *call,
			     const struct function *function)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic =
		error_at(diagnostics, call->span, CODE_RECURSION,
			 "`%s` calls itself, and a kernel program must be known to end",
			 function_text(infer->compile, function));

	diagnostic_hint(diagnostics, diagnostic,
			"say how many calls may nest, `fuel(10, %s(...))`, or make the call of "
			"itself the last that `%s/%d` does",
			function->name, function->name, function->arity);
	return false;
}

/*
 * How many calls may nest in the call, itself counted; 0 for a function that does not recur, or
 * when nothing is left of the fuel.
 */
static bool take_fuel(struct infer *infer, const struct expression *call,
		      const struct function *function, unsigned *fuel)
{
	unsigned given = call->kind == EXPRESSION_CALL ? call->call.fuel : 0;
	const struct instance *caller = infer->instance;

	*fuel = function->loop ? given : 0;
	if (!function->is_recursive)
		return true;
	*fuel = given;
	if (caller->function->component == function->component) {
		if (!caller->fuel)
			return refuse_recursion(infer, call, function);
		if (!*fuel || *fuel > caller->fuel - 1)
			*fuel = caller->fuel - 1;
		return true;
	}
	if (!*fuel)
		return refuse_recursion(infer, call, function);
	if (*fuel > MOST_NESTED) {
		diagnostic_hint(
			&infer->compile->diagnostics,
			error_at(
				&infer->compile->diagnostics, call->span, CODE_LOOP_LIMIT,
				"`fuel` is %u here, and at most %d calls of `%s/%d` can nest in each other",
				*fuel, MOST_NESTED, function->name, function->arity),
			"make the recursion a loop: its call of itself the last that it does");
		return false;
	}
	return true;
}

static void note_callee(struct infer *infer, struct instance *callee)
{
	struct callee *note = ARENA_NEW(infer->compile->arena, struct callee);
	struct instance *caller = infer->instance;

	*note = (struct callee){ caller->callees, callee };
	caller->callees = note;
	caller->walk += callee->walk;
	caller->branches += callee->branches;
	if (caller->walk > WALK_CAP)
		caller->walk = WALK_CAP;
	if (caller->branches > WALK_CAP)
		caller->branches = WALK_CAP;
	if (callee->has_loop || callee->fuel)
		caller->has_loop = true;
}

static bool holds_binary(const struct type *type)
{
	bool holds = type_has_binary(type);

	for (size_t i = 0; i < type->data_count && !holds; i++) {
		for (size_t n = 0; n < type->data[i].shape->count && !holds; n++)
			holds = holds_binary(&type->data[i].elements[n]);
	}
	return holds;
}

void check_entry_result(struct infer *infer, const struct function *function,
			const struct type *result)
{
	if (holds_binary(result))
		error_at(&infer->compile->diagnostics, function->span, CODE_UNSUPPORTED,
			 "`%s` ends with a string or a binary, which a function that is run by "
			 "itself cannot give back",
			 function_text(infer->compile, function));
}

struct type infer_callee(struct infer *infer, const struct expression *expression,
			 struct function *function, const struct type *arguments,
			 struct instance **callee)
{
	unsigned fuel;

	*callee = NULL;
	if (!take_fuel(infer, expression, function, &fuel))
		return type_poison();
	if (function->is_recursive && !fuel) {
		mark_raise(infer, expression, RAISES_ALWAYS);
		return type_none();
	}
	*callee = instance_of(infer, function, arguments, fuel, expression->span);
	if (!*callee)
		return type_poison();
	note_callee(infer, *callee);
	if ((*callee)->can_raise)
		infer->instance->can_raise = true;
	if ((*callee)->changes_maps)
		infer->instance->changes_maps = true;
	return (*callee)->result;
}

struct type infer_call(struct infer *infer, const struct expression *expression)
{
	size_t count = expression->call.count;
	struct type *arguments = ARENA_ARRAY(infer->compile->arena, struct type, count);
	bool none = false, poison = false;

	for (size_t i = 0; i < count; i++) {
		if (argument_type(infer, expression->call.arguments[i], &arguments[i]))
			continue;
		none = none || type_is_none(&arguments[i]);
		poison = poison || !type_is_none(&arguments[i]);
	}
	if (none)
		return type_none();
	if (poison)
		return type_poison();
	return infer_callee(infer, expression, expression->call.function, arguments,
			    &typed_of(infer, expression)->callee);
}
