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
	error_at(&infer->compile->diagnostics, expression->field.name_span, CODE_UNSUPPORTED,
		 "the field `%s` is %s, expected an integer, a pointer or an array of characters",
		 field->name, field_text(field->kind));
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
		warn_at(diagnostics, expression->field.name_span, CODE_FIELD_GONE,
			"the field `%s` is gone on the kernels %s, where this will not load",
			expression->field.name, access->other->kernels);
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
	if (object.data_count)
		return infer_key(infer, expression, &object);
	if (!object.context) {
		error_at(diagnostics, expression->span, CODE_UNSUPPORTED,
			 "%s is %s and has no field `%s`",
			 operand_text(infer, expression->field.object),
			 type_text(infer->compile, &infer->typed_unit->atoms, &object),
			 expression->field.name);
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

/* An argument's type as far as instances are told apart by it. */
static bool argument_type(struct infer *infer, const struct expression *call,
			  const struct expression *argument, struct type *type)
{
	*type = type_widened(infer->compile, infer_expression(infer, argument));
	if (type_is_unstorable(type)) {
		refuse_nul(infer, operand_span(argument, call));
		return false;
	}
	return !type->is_poison && !type_is_none(type);
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
			 "`%s/%d` ends with a string or a binary, which a function that is run by "
			 "itself cannot give back",
			 function->name, function->arity);
}

struct type infer_call(struct infer *infer, const struct expression *expression)
{
	struct function *function = expression->call.function;
	size_t count = expression->call.count;
	struct type *arguments = ARENA_ARRAY(infer->compile->arena, struct type, count);
	bool none = false, poison = false;
	struct instance *callee;

	for (size_t i = 0; i < count; i++) {
		if (argument_type(infer, expression, expression->call.arguments[i], &arguments[i]))
			continue;
		none = none || type_is_none(&arguments[i]);
		poison = poison || !type_is_none(&arguments[i]);
	}
	if (none)
		return type_none();
	if (poison)
		return type_poison();
	callee = instance_of(infer, function, arguments, expression->span);
	if (!callee)
		return type_poison();
	typed_of(infer, expression)->callee = callee;
	callee->call_count++;
	if (callee->can_raise)
		infer->instance->can_raise = true;
	if (callee->changes_maps)
		infer->instance->changes_maps = true;
	return callee->result;
}
