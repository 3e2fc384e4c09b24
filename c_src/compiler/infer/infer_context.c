/* SPDX-License-Identifier: Apache-2.0 */
/* Reads of the context: `ctx.field`, and the patterns of maps that take it apart. */
#include "compiler/infer/infer_internal.h"

#include <string.h>

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
static void check_text_field(struct infer *infer, const struct context_read *read)
{
	check_use(infer, read->span,
		  arena_print(infer->compile->arena, "reading the string `%s`", read->name), true,
		  5 << 8 | 5);
}

/* How its data are read: what is at an address has the type that the helper is given. */
static const char *reading(struct infer *infer, const struct tracepoint_field *field)
{
	struct arena *arena = infer->compile->arena;
	const char *type = tracepoint_data_type(arena, field);

	if (type)
		return arena_print(
			arena, "`bpf_probe_read_kernel(ctx.%s, %s)` reads %s", field->name, type,
			field->kind == TRACEPOINT_ARRAY && field->count ? "it" : "the first");
	if (tracepoint_field_has_data(field))
		return arena_print(arena, "`bpf_probe_read_kernel_str(ctx.%s, 64)` reads the text",
				   field->name);
	return "read the fields that are integers, such as those of the same event that count or "
	       "measure";
}

static struct type refuse_data_field(struct infer *infer, const struct context_read *read,
				     const struct tracepoint_field *field)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;

	diagnostic_hint(
		diagnostics,
		error_at(diagnostics, read->span, CODE_UNSUPPORTED,
			 "the field `%s` is %s, expected an integer, a pointer or an array of "
			 "characters",
			 field->name, field_text(field->kind)),
		"%s", reading(infer, field));
	return type_poison();
}

static struct type field_type(struct infer *infer, const struct context_read *read,
			      const struct tracepoint_field *field)
{
	switch (field->kind) {
	case TRACEPOINT_INTEGER:
		return integer_field(infer, field);
	case TRACEPOINT_POINTER:
		return type_full(INTEGER_U64);
	case TRACEPOINT_STRING:
		check_text_field(infer, read);
		return type_text_of(field->count + 1);
	case TRACEPOINT_ARRAY:
	case TRACEPOINT_DYNAMIC:
	case TRACEPOINT_OPAQUE:
		break;
	}
	if (read->is_address && tracepoint_field_has_data(field))
		return type_full(INTEGER_U64);
	return refuse_data_field(infer, read, field);
}

static struct type refuse_common_field(struct infer *infer, const struct context_read *read)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic =
		error_at(diagnostics, read->span, CODE_UNKNOWN_FIELD,
			 "the kernel does not fill in `%s` for BPF programs", read->name);

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
static void field_in_some(struct infer *infer, const struct context_read *read,
			  const struct tracepoint_access *access)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;

	if (access->since)
		hint_kernel(infer,
			    error_at(diagnostics, read->span, CODE_KERNEL_TOO_OLD,
				     "the field `%s` is not there on the kernels %s", read->name,
				     access->other->kernels),
			    access->since);
	else
		diagnostic_hint(
			diagnostics,
			warn_at(diagnostics, read->span, CODE_FIELD_GONE,
				"the field `%s` is gone on the kernels %s, where this will not load",
				read->name, access->other->kernels),
			"use a field that all of your kernels have");
}

static struct type field_differs(struct infer *infer, const struct context_read *read,
				 const struct tracepoint_access *access)
{
	struct diagnostic *diagnostic =
		error_at(&infer->compile->diagnostics, read->span,
			 access->since ? CODE_KERNEL_TOO_OLD : CODE_UNSUPPORTED,
			 "the field `%s` is not the same on the kernels %s and %s", read->name,
			 access->layout->kernels, access->other->kernels);

	if (access->since)
		hint_kernel(infer, diagnostic, access->since);
	return type_poison();
}

static struct type tracepoint_field(struct infer *infer, const struct context_read *read,
				    const struct tracepoint *tracepoint)
{
	struct tracepoint_access *access = read->access;
	unsigned kernel = (unsigned)infer->typed_unit->unit->kernel;

	switch (tracepoint_access(tracepoint, kernel, read->name, access)) {
	case TRACEPOINT_FIELD_IN_SOME:
		field_in_some(infer, read, access);
		return field_type(infer, read, access->field);
	case TRACEPOINT_FIELD:
		return field_type(infer, read, access->field);
	case TRACEPOINT_FIELD_DIFFERS:
		return field_differs(infer, read, access);
	case TRACEPOINT_COMMON_FIELD:
		return refuse_common_field(infer, read);
	case TRACEPOINT_NO_FIELD:
		return unknown_field(infer, read, tracepoint);
	}
	return type_poison();
}

static struct type context_field(struct infer *infer, const struct context_read *read,
				 const struct program *program)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;

	if (program->kind->context == CONTEXT_TRACEPOINT)
		return program->tracepoint ? tracepoint_field(infer, read, program->tracepoint)
					   : type_poison();
	if (program->kind->context == CONTEXT_XDP)
		return infer_packet_field(infer, read, program);
	diagnostic_hint(diagnostics,
			error_at(diagnostics, read->span, CODE_UNSUPPORTED,
				 "the context of `%s` programs has no fields that Honey can read",
				 program->kind->section),
			"programs of kind `tracepoint` and `xdp` read `ctx.field`");
	return type_poison();
}

static struct type refuse_object(struct infer *infer, const struct expression *field,
				 const struct type *type)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic = error_at(
		diagnostics, field->span, CODE_UNSUPPORTED, "%s is %s and has no field `%s`",
		operand_text(infer, field->field.object),
		type_text(infer->compile, &infer->typed_unit->atoms, type), field->field.name);

	if (!hint_of_address(infer, diagnostic, field->field.object, false))
		diagnostic_hint(
			diagnostics, diagnostic,
			"the fields of structs, of maps and of the context are read by a dot");
	return type_poison();
}

struct type infer_field(struct infer *infer, const struct expression *expression)
{
	struct type object = infer_expression(infer, expression->field.object);
	struct context_read read = { expression->field.name, expression->field.name_span,
				     &typed_of(infer, expression)->access,
				     infer->address == expression };

	if (object.is_poison || type_is_none(&object))
		return object;
	if (object.memory && object.memory->kind == MEMORY_RECORD)
		return infer_record_field(infer, expression, &object);
	if (object.data_count)
		return infer_key(infer, expression, &object);
	if (!object.context)
		return refuse_object(infer, expression, &object);
	return context_field(infer, &read, object.context);
}

/* Patterns */

const struct context_look *context_look_find(const struct instance *instance,
					     const struct pattern *item)
{
	const struct context_look *look = instance->context_looks;

	while (look && look->item != item)
		look = look->next;
	return look;
}

const struct context_look *context_look_of(const struct instance *instance,
					   const struct variable *variable)
{
	const struct context_look *look = instance->context_looks;

	while (look && !(look->item->kind == PATTERN_VARIABLE && look->item->variable == variable))
		look = look->next;
	return look;
}

/* What the item of a pattern looks at, kept for what comes after. */
static struct type look_at(struct infer *infer, const struct pattern *item, const char *name,
			   struct span span, const struct program *program)
{
	const struct context_look *known = context_look_find(infer->instance, item);
	struct context_look *look;
	struct context_read read;

	if (known)
		return known->type;
	look = ARENA_NEW(infer->compile->arena, struct context_look);
	look->item = item;
	look->name = name;
	read = (struct context_read){ name, item->span.column ? item->span : span, &look->access,
				      false };
	look->type = context_field(infer, &read, program);
	look->next = infer->instance->context_looks;
	infer->instance->context_looks = look;
	return look->type;
}

static struct type refuse_key(struct infer *infer, const struct pattern *pattern)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;

	diagnostic_hint(diagnostics,
			error_at(diagnostics, pattern->span, CODE_UNKNOWN_FIELD,
				 "the context has no keys but the names of its fields"),
			"match a field by its name: `%%{field: value}`");
	return type_poison();
}

struct match match_context(struct infer *infer, const struct pattern *pattern, struct type subject)
{
	struct match match = { .matched = subject, .rest = type_none() };

	for (size_t i = 0; i < pattern->data.count; i++) {
		const struct pattern *item = pattern->data.items[i];
		const char *name = pattern->data.keys[i].atom;
		struct type type;
		struct match inner;

		/* A range's pattern: the context is no struct. */
		if (name && strcmp(name, "__struct__") == 0)
			type = type_none();
		else if (name)
			type = look_at(infer, item, name, pattern->span, subject.context);
		else
			type = refuse_key(infer, pattern);
		inner = match_pattern(infer, item, type);
		if (type_is_none(&inner.matched))
			match.matched = type_none();
		if (type_is_none(&inner.matched) || !type_is_none(&inner.rest))
			match.rest = subject;
		if (type.is_poison)
			match = (struct match){ .matched = type, .rest = subject };
	}
	return match;
}
