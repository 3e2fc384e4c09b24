/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/address.h"

#include "compiler/core/context.h"

#include <string.h>

/* Variables that are bound to variables: no more of them are followed. */
#define MOST_FOLLOWED 8

/* The field that the value was read from; NULL when it is none of the context. */
static const struct tracepoint_field *field_read(const struct instance *instance,
						 const struct expression *expression)
{
	const struct context_look *look;
	const struct type *object;

	for (int i = 0; i < MOST_FOLLOWED && expression->kind == EXPRESSION_VARIABLE; i++) {
		if (expression->variable->given) {
			expression = expression->variable->given;
			continue;
		}
		if (!expression->variable->value) {
			look = context_look_of(instance, expression->variable);
			return look ? look->access.field : NULL;
		}
		expression = expression->variable->value;
	}
	if (expression->kind != EXPRESSION_FIELD)
		return NULL;
	object = &instance->typed[expression->field.object->number].type;
	if (!object->context || object->context->kind->context != CONTEXT_TRACEPOINT)
		return NULL;
	return instance->typed[expression->number].access.field;
}

static const struct tracepoint_field *pointer_read(const struct instance *instance,
						   const struct expression *expression)
{
	const struct tracepoint_field *field = field_read(instance, expression);

	return field && field->kind == TRACEPOINT_POINTER ? field : NULL;
}

static const char *memory_name(const struct tracepoint_field *field)
{
	return field->memory == TRACEPOINT_USER_MEMORY ? "user" : "kernel";
}

/* As it can be written in the source. */
static const char *written(struct compile *compile, const struct expression *expression)
{
	if (expression->kind == EXPRESSION_VARIABLE && expression->variable->given)
		return written(compile, expression->variable->given);
	if (expression->kind == EXPRESSION_VARIABLE && !expression->variable->scope)
		return expression->variable->name;
	if (expression->kind == EXPRESSION_VARIABLE && expression->variable->value)
		return written(compile, expression->variable->value);
	if (expression->kind == EXPRESSION_FIELD &&
	    expression->field.object->kind == EXPRESSION_VARIABLE)
		return arena_print(compile->arena, "%s.%s",
				   expression->field.object->variable->name,
				   expression->field.name);
	return "address";
}

const char *address_text_hint(struct compile *compile, const struct instance *instance,
			      const struct expression *expression)
{
	const struct tracepoint_field *field = pointer_read(instance, expression);

	if (field && strcmp(field->element, "user*char") == 0)
		return arena_print(
			compile->arena,
			"it is an address of addresses: `bpf_probe_read_user(%s, :u64)` gives the first, and "
			"`bpf_probe_read_user_str(first, 64)` the text there",
			written(compile, expression));
	if (!field || strcmp(field->element, "char") != 0)
		return NULL;
	return arena_print(
		compile->arena,
		"it is an address: `bpf_probe_read_%s_str(%s, 64)` reads the text, or gives "
		"`{:error, reason}`",
		memory_name(field), written(compile, expression));
}

const char *address_struct_hint(struct compile *compile, const struct instance *instance,
				const struct expression *expression)
{
	const struct tracepoint_field *field = pointer_read(instance, expression);

	if (!field)
		return NULL;
	return arena_print(
		compile->arena,
		"it is an address: `bpf_probe_read_%s(%s, T)` reads what lies there as a "
		"`deftype T`, or gives `{:error, reason}`",
		memory_name(field), written(compile, expression));
}
