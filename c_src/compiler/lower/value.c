/* SPDX-License-Identifier: Apache-2.0 */
/* Values of union types, and turning a value of one type into one of another. */
#include "compiler/lower/lower_internal.h"

enum ir_type payload_type(const struct type *type)
{
	return type->integer == INTEGER_U64 ? IR_U64 : IR_S64;
}

static bool has_one_atom(const struct type *type)
{
	return type->atoms.count == 1 && !type->atoms.any_errno;
}

bool has_payload(const struct type *type)
{
	if (type->context)
		return false;
	return type->integer != INTEGER_NONE || type->atoms.any_errno || type->atoms.count > 1;
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

static int only_tag(const struct type *type)
{
	if (type->integer != INTEGER_NONE)
		return TAG_INTEGER;
	if (type->memory)
		return TAG_MEMORY;
	if (type_has_binary(type))
		return TAG_BINARY;
	return type->data_count ? type->data[0].shape->tag : TAG_ATOM;
}

/* A register of `ir_type`; if that is a text, for `size` bytes. */
typedef struct ir_value *make_function(struct lower *lower, enum ir_type ir_type, unsigned size);

/* Registers for all parts of a type, each made by `make`. */
static struct value make_value(struct lower *lower, const struct type *type, make_function *make)
{
	struct arena *arena = lower->compile->arena;
	struct value value = { .type = *type };

	if (type->context)
		return value;
	if (type_has_array(type))
		value.text = make(lower, IR_TEXT, type_array_size(type));
	if (type_has_place(type)) {
		value.position = make(lower, IR_S64, 0);
		value.length = make(lower, IR_S64, 0);
	}
	if (has_payload(type))
		value.payload = make(lower, payload_type(type), 0);
	else if (has_one_atom(type))
		value.payload = constant(lower, IR_S64, type->atoms.ids[0]);
	if (type_is_tagged(type))
		value.tag = make(lower, IR_S64, 0);
	if (type->memory) {
		value.memory = make(lower, IR_MEMORY, 0);
		value.memory->memory = type->memory;
	}
	if (!type->data_count)
		return value;
	value.data = ARENA_ARRAY(arena, struct value *, type->data_count);
	for (size_t i = 0; i < type->data_count; i++) {
		const struct data *data = &type->data[i];

		value.data[i] = ARENA_ARRAY(arena, struct value, data->shape->count);
		for (size_t n = 0; n < data->shape->count; n++)
			value.data[i][n] = make_value(lower, &data->elements[n], make);
	}
	return value;
}

/* Of a text, the empty one. */
static struct ir_value *make_zero(struct lower *lower, enum ir_type type, unsigned size)
{
	struct ir_value *zero = constant(lower, type, 0);

	zero->size = size;
	return zero;
}

static struct ir_value *make_declared(struct lower *lower, enum ir_type type, unsigned size)
{
	return type == IR_TEXT ? declare_text(lower, size) : declare(lower, type, 0, NULL);
}

static struct ir_value *make_register(struct lower *lower, enum ir_type type, unsigned size)
{
	struct ir_value *made = new_register(lower, type, NULL);

	made->size = size;
	made->is_fixed = true;
	return made;
}

struct value declare_value(struct lower *lower, const struct type *type)
{
	return make_value(lower, type, make_declared);
}

struct value new_value(struct lower *lower, const struct type *type)
{
	return make_value(lower, type, make_register);
}

struct value zero_value(struct lower *lower, const struct type *type)
{
	return make_value(lower, type, make_zero);
}

size_t list_registers(const struct value *value, struct ir_value **list)
{
	size_t count = 0;

	if (has_payload(&value->type))
		list[count++] = value->payload;
	if (value->tag)
		list[count++] = value->tag;
	if (value->memory)
		list[count++] = value->memory;
	if (type_has_array(&value->type))
		list[count++] = value->text;
	if (type_has_place(&value->type)) {
		list[count++] = value->position;
		list[count++] = value->length;
	}
	for (size_t i = 0; i < value->type.data_count; i++) {
		for (size_t n = 0; n < value->type.data[i].shape->count; n++)
			count += list_registers(&value->data[i][n], list + count);
	}
	return count;
}

size_t count_registers(const struct type *type)
{
	size_t count = has_payload(type);

	count += type_is_tagged(type);
	count += type->memory != NULL;
	count += type_has_array(type);
	count += type_has_place(type) ? 2 : 0;
	for (size_t i = 0; i < type->data_count; i++) {
		for (size_t n = 0; n < type->data[i].shape->count; n++)
			count += count_registers(&type->data[i].elements[n]);
	}
	return count;
}

/* Whether data of the shape is data of the other one, too: a tuple may lose its label. */
static bool becomes(const struct shape *from, const struct shape *to)
{
	return from == to || (to->label == NO_LABEL && shape_is_like(from, to));
}

static bool some_becomes(const struct type *from, const struct shape *to)
{
	for (size_t i = 0; i < from->data_count; i++) {
		if (becomes(from->data[i].shape, to))
			return true;
	}
	return false;
}

/* Data as of another type, which has the same shape. */
static struct value *data_as(struct lower *lower, const struct value *value,
			     const struct data *from, const struct data *to)
{
	size_t count = to->shape->count;
	struct value *elements = ARENA_ARRAY(lower->compile->arena, struct value, count);
	struct value *given = value->data[from - value->type.data];

	for (size_t n = 0; n < count; n++)
		elements[n] = as(lower, given[n], &to->elements[n]);
	return elements;
}

static struct value *zero_data(struct lower *lower, const struct data *data)
{
	size_t count = data->shape->count;
	struct value *elements = ARENA_ARRAY(lower->compile->arena, struct value, count);

	for (size_t n = 0; n < count; n++)
		elements[n] = zero_value(lower, &data->elements[n]);
	return elements;
}

/*
 * Data of the shapes that count as this one. Several become one by looking at the tag:
 *
 *	if (tag == <shape>) { tag = <this shape>; elements = <of shape>; } ...
 */
static struct value *merged_data(struct lower *lower, const struct value *value,
				 struct ir_value *tag, const struct data *to)
{
	size_t count = to->shape->count;
	struct value *elements = ARENA_ARRAY(lower->compile->arena, struct value, count);

	for (size_t n = 0; n < count; n++)
		elements[n] = declare_value(lower, &to->elements[n]);
	for (size_t i = 0; i < value->type.data_count; i++) {
		const struct data *from = &value->type.data[i];
		struct ir_block *block = lower->block;
		struct ir_value *is;

		if (!becomes(from->shape, to->shape))
			continue;
		is = has_tag(lower, value, from->shape->tag);
		if (is)
			add_if(lower, is);
		for (size_t n = 0; n < count; n++)
			set_value(lower, &elements[n], value->data[i][n]);
		if (tag && tag->kind == IR_REGISTER)
			set(lower, tag, constant(lower, IR_S64, to->shape->tag));
		lower->block = block;
	}
	for (size_t n = 0; n < count; n++)
		settle_value(lower, &elements[n]);
	return elements;
}

/* Whether a shape of the value becomes another one: a tuple loses its label. */
static bool changes_tags(const struct type *from, const struct type *to)
{
	for (size_t i = 0; i < to->data_count; i++) {
		if (!type_find_data(from, to->data[i].shape) &&
		    some_becomes(from, to->data[i].shape))
			return true;
	}
	return false;
}

static struct ir_value *changed_tag(struct lower *lower, const struct value *value)
{
	struct ir_value *tag = declare(lower, IR_S64, 0, NULL);

	set(lower, tag, value->tag ? value->tag : constant(lower, IR_S64, only_tag(&value->type)));
	return tag;
}

static struct value **all_data_as(struct lower *lower, const struct value *value,
				  const struct type *type, struct ir_value *tag)
{
	struct value **all = ARENA_ARRAY(lower->compile->arena, struct value *, type->data_count);

	for (size_t i = 0; i < type->data_count; i++) {
		const struct data *to = &type->data[i];
		const struct data *from = type_find_data(&value->type, to->shape);

		if (from)
			all[i] = data_as(lower, value, from, to);
		else if (some_becomes(&value->type, to->shape))
			all[i] = merged_data(lower, value, tag, to);
		else
			all[i] = zero_data(lower, to);
	}
	return all;
}

/* The text or slice that the value is, as that of the result's type; zero if it is none. */
static void binary_as(struct lower *lower, struct value *result, const struct value *value)
{
	const struct type *type = &result->type;

	if (type->slice.capacity && type_has_binary(&value->type)) {
		bytes_as(lower, result, value);
		return;
	}
	if (type_has_array(type))
		result->text = value->type.text_size
				       ? stored_text(lower, *value).text
				       : make_zero(lower, IR_TEXT, type_array_size(type));
	if (!type_has_place(type))
		return;
	result->position = value->position ? value->position : constant(lower, IR_S64, 0);
	result->length = value->length ? value->length : constant(lower, IR_S64, 0);
}

struct value as(struct lower *lower, struct value value, const struct type *type)
{
	struct value result = { .type = *type, .found = value.found };
	bool changes;

	if (type_is_none(type) || type_is_none(&value.type))
		return none_value();
	if (type->context) {
		value.type = *type;
		return value;
	}
	binary_as(lower, &result, &value);
	changes = changes_tags(&value.type, type);
	if (has_payload(type))
		result.payload = value.payload ? as_type(lower, value.payload, payload_type(type))
					       : constant(lower, payload_type(type), 0);
	else if (has_one_atom(type))
		result.payload = constant(lower, IR_S64, type->atoms.ids[0]);
	if (type_is_tagged(type) && changes)
		result.tag = changed_tag(lower, &value);
	else if (type_is_tagged(type))
		result.tag = value.tag ? value.tag : constant(lower, IR_S64, only_tag(&value.type));
	if (type->memory)
		result.memory = value.memory ? value.memory : zero_memory(lower, type->memory);
	if (type->data_count)
		result.data = all_data_as(lower, &value, type, result.tag);
	if (changes)
		settle(lower, result.tag);
	return result;
}

/* What the value has no part of is left as it is: the tag says that nobody looks there. */
void set_value(struct lower *lower, const struct value *to, struct value value)
{
	struct type from = value.type;

	if (type_is_none(&from) || to->type.context)
		return;
	value = as(lower, value, &to->type);
	if (to->memory && from.memory)
		set(lower, to->memory, value.memory);
	if (type_has_array(&to->type) && type_has_binary(&from))
		set_text(lower, to->text, value.text);
	if (type_has_place(&to->type) && type_has_binary(&from)) {
		set(lower, to->position, value.position);
		set(lower, to->length, value.length);
	}
	if (has_payload(&to->type) && !type_is_data(&from) && !type_is_binary(&from) &&
	    !type_is_memory(&from))
		set(lower, to->payload, value.payload);
	if (to->tag)
		set(lower, to->tag, value.tag);
	for (size_t i = 0; i < to->type.data_count; i++) {
		if (!some_becomes(&from, to->type.data[i].shape))
			continue;
		for (size_t n = 0; n < to->type.data[i].shape->count; n++)
			set_value(lower, &to->data[i][n], value.data[i][n]);
	}
}

void settle_value(struct lower *lower, const struct value *value)
{
	settle(lower, value->payload);
	settle(lower, value->tag);
	settle(lower, value->memory);
	settle(lower, value->text);
	settle(lower, value->position);
	settle(lower, value->length);
	for (size_t i = 0; i < value->type.data_count; i++) {
		for (size_t n = 0; n < value->type.data[i].shape->count; n++)
			settle_value(lower, &value->data[i][n]);
	}
}

struct ir_value *has_tag(struct lower *lower, const struct value *value, int tag)
{
	const struct ir_statement *assignment = value->tag ? value->tag->assignment : NULL;

	if (!value->tag)
		return NULL;
	if (assignment && assignment->assign.op == IR_LOOKUP_TAG) {
		struct ir_value *is_nil =
			assign(lower, IR_S64, IR_IS_NULL, assignment->assign.operands[0], NULL);

		return tag == TAG_ATOM ? is_nil : opposite(lower, is_nil);
	}
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
	name_register(value->memory, name);
	name_register(value->text, name);
	name_register(value->position, name);
	if (value->length)
		name_register(value->length, arena_print(lower->compile->arena, "%s_size", name));
	if (value->tag)
		name_register(value->tag, arena_print(lower->compile->arena, "%s_part", name));
}
