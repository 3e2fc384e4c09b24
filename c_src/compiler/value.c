/* SPDX-License-Identifier: Apache-2.0 */
/* Values of union types, and turning a value of one type into one of another. */
#include "compiler/lower_internal.h"

enum ir_type payload_type(const struct type *type)
{
	return type->integer == INTEGER_U64 ? IR_U64 : IR_S64;
}

struct value none_value(void)
{
	return (struct value){ .type = type_none() };
}

struct value integer_value(struct type type, struct ir_value *payload)
{
	return (struct value){ .type = type, .payload = payload };
}

struct value atom_value(struct lower *lower, int id)
{
	return (struct value){ .type = type_atom(lower->compile, id),
			       .payload = constant(lower, IR_S64, id) };
}

struct value truth_value(struct lower *lower, struct ir_value *payload)
{
	return (struct value){ .type = type_boolean(lower->compile), .payload = payload };
}

static enum tag only_tag(const struct type *type)
{
	if (type->integer != INTEGER_NONE)
		return TAG_INTEGER;
	return type->has_error ? TAG_ERROR : TAG_ATOM;
}

struct value as(struct lower *lower, struct value value, const struct type *type)
{
	if (type_is_none(type) || type_is_none(&value.type))
		return none_value();
	if (type->text_size && value.type.literal && !type->literal)
		value = stored_text(lower, value);
	if (type->context || type_is_binary(type)) {
		value.type = *type;
		return value;
	}
	if (type_is_single_atom(type)) {
		struct value atom = atom_value(lower, type->atoms.ids[0]);

		atom.found = value.found;
		return atom;
	}
	value.payload = as_type(lower, value.payload, payload_type(type));
	if (!type_is_tagged(type))
		value.tag = NULL;
	else if (!value.tag)
		value.tag = constant(lower, IR_S64, only_tag(&value.type));
	value.type = *type;
	return value;
}

struct value declare_value(struct lower *lower, const struct type *type)
{
	struct value value = { .type = *type };

	if (type_is_none(type) || type->context || type->literal)
		return value;
	if (type->text_size) {
		value.payload = declare_text(lower, type->text_size);
		return value;
	}
	if (type->slice.is_slice) {
		value.position = declare(lower, IR_S64, 0, NULL);
		value.length = declare(lower, IR_S64, 0, NULL);
		return value;
	}
	if (type_is_single_atom(type))
		return atom_value(lower, type->atoms.ids[0]);
	value.payload = declare(lower, payload_type(type), 0, NULL);
	if (type_is_tagged(type))
		value.tag = declare(lower, IR_S64, 0, NULL);
	return value;
}

void set_value(struct lower *lower, const struct value *to, struct value value)
{
	if (to->type.slice.is_slice && !type_is_none(&value.type)) {
		set(lower, to->position, value.position);
		set(lower, to->length, value.length);
		return;
	}
	if (to->type.text_size && !to->type.literal && !type_is_none(&value.type)) {
		set_text(lower, to->payload, as(lower, value, &to->type));
		return;
	}
	if (!to->payload || to->payload->kind == IR_CONSTANT || type_is_none(&value.type))
		return;
	value = as(lower, value, &to->type);
	set(lower, to->payload, value.payload);
	if (to->tag)
		set(lower, to->tag, value.tag);
}

struct ir_value *has_tag(struct lower *lower, const struct value *value, enum tag tag)
{
	const struct ir_statement *assignment = value->tag ? value->tag->assignment : NULL;

	if (!value->tag)
		return NULL;
	/* What a lookup found is nil, an atom, exactly when it is no address. */
	if (assignment && assignment->assign.op == IR_IS_NULL && tag == TAG_ATOM)
		return value->tag;
	if (assignment && assignment->assign.op == IR_IS_NULL && tag == TAG_INTEGER)
		return opposite(lower, value->tag);
	return assign(lower, IR_S64, IR_EQUAL, value->tag, constant(lower, IR_S64, tag));
}

static void name_register(struct ir_value *value, const char *name)
{
	if (value && value->kind == IR_REGISTER && !value->name)
		value->name = name;
}

void name_value(struct lower *lower, struct value *value, const char *name)
{
	name_register(value->payload, name);
	name_register(value->position, name);
	if (value->length)
		name_register(value->length, arena_print(lower->compile->arena, "%s_size", name));
	if (value->tag)
		name_register(value->tag, arena_print(lower->compile->arena, "%s_part", name));
}
