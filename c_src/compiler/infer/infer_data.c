/* SPDX-License-Identifier: Apache-2.0 */
/* Tuples, lists and maps: their types, and those of their elements. */
#include "compiler/infer/infer_internal.h"
#include "compiler/syntax/sequence.h"

#include <string.h>

/* Each part is a register, of which the machine has ten and the stack room for some more. */
#define MOST_PARTS 128

static size_t parts_of(const struct type *type)
{
	size_t parts = 1;

	for (size_t i = 0; i < type->data_count; i++) {
		for (size_t n = 0; n < type->data[i].shape->count; n++)
			parts += parts_of(&type->data[i].elements[n]);
	}
	return parts;
}

struct type check_parts(struct infer *infer, const struct expression *data, struct type type)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (parts_of(&type) <= MOST_PARTS)
		return type;
	diagnostic = error_at(diagnostics, data->span, CODE_UNSUPPORTED,
			      "this value has more than %d parts", MOST_PARTS);
	diagnostic_hint(diagnostics, diagnostic, "keep what is larger in a `defmap` map");
	return type_poison();
}

/* The context is no value that could be inside of another. */
static void refuse_context(struct infer *infer, const struct expression *data,
			   const struct type *context)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	const char *text = type_text(infer->compile, &infer->typed_unit->atoms, context);

	if (data->data.is_of_with)
		diagnostic_hint(
			diagnostics,
			error_at(
				diagnostics, data->span, CODE_UNSUPPORTED,
				"what does not match here goes to the `else` of several steps, and "
				"%s cannot",
				text),
			"match it in a `with` that has no other `<-`, or in a `case`");
	else
		diagnostic_hint(diagnostics,
				error_at(diagnostics, data->span, CODE_UNSUPPORTED,
					 "found %s inside of a value, expected integers, atoms and "
					 "data of these",
					 text),
				"keep it in a variable of its own, and put in the fields that are "
				"needed: `{ctx.field, 1}`");
}

/* The elements' types; false when one is poison, or has no value, which `type` then says. */
static bool infer_items(struct infer *infer, const struct expression *data, struct type *elements,
			struct type *type)
{
	*type = type_none();
	for (size_t i = 0; i < data->data.count; i++) {
		elements[i] = infer_expression(infer, data->data.items[i]);
		if (type_is_none(&elements[i]))
			return false;
		if (elements[i].context) {
			refuse_context(infer, data, &elements[i]);
			elements[i] = type_poison();
		}
		if (elements[i].is_poison)
			*type = type_poison();
	}
	return !type->is_poison;
}

struct type tuple_type(struct infer *infer, size_t count, struct type *elements)
{
	int label = count && type_is_single_atom(&elements[0]) ? elements[0].atoms.ids[0]
							       : NO_LABEL;

	return type_data(infer->compile, shape_of(infer->compile, DATA_TUPLE, count, label, NULL),
			 elements);
}

static struct type list_of(struct infer *infer, size_t count, struct type *elements)
{
	return type_data(infer->compile, shape_of(infer->compile, DATA_LIST, count, NO_LABEL, NULL),
			 elements);
}

static struct type bad_base(struct infer *infer, const struct expression *data,
			    const struct type *base, const char *expected)
{
	diagnostic_hint(&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, data->span, CODE_BAD_OPERAND,
				 "%s is %s, expected %s", operand_text(infer, data->data.base),
				 type_text(infer->compile, &infer->typed_unit->atoms, base),
				 expected),
			"what is before `|` is updated, or the end of a list");
	return type_poison();
}

static bool has_only(const struct type *type, enum data_kind kind)
{
	for (size_t i = 0; i < type->data_count; i++) {
		if (type->data[i].shape->kind != kind)
			return false;
	}
	return type_is_data(type);
}

/* [a, b | base]: for each length that the base can have, one that is longer. */
static struct type longer_list(struct infer *infer, const struct expression *list,
			       struct type *elements)
{
	struct type base = infer_expression(infer, list->data.base);
	size_t count = list->data.count;
	struct type type = type_none();

	if (base.is_poison || type_is_none(&base))
		return base;
	if (!has_only(&base, DATA_LIST))
		return bad_base(infer, list, &base, "a list after `|`");
	for (size_t i = 0; i < base.data_count; i++) {
		size_t more = base.data[i].shape->count;
		struct type *all = ARENA_ARRAY(infer->compile->arena, struct type, count + more);

		memcpy(all, elements, count * sizeof(*all));
		if (more)
			memcpy(all + count, base.data[i].elements, more * sizeof(*all));
		type = type_join(infer->compile, type, list_of(infer, count + more, all));
	}
	return type;
}

/* The keys in their order, each once: of equal ones the last counts. */
static size_t sorted_keys(const struct expression *map, struct map_key *keys)
{
	size_t count = 0;

	for (size_t i = 0; i < map->data.count; i++) {
		const struct map_key *key = &map->data.keys[i];
		size_t at = 0, n;

		while (at < count && map_key_compare(&keys[at], key) < 0)
			at++;
		if (at < count && map_key_compare(&keys[at], key) == 0)
			continue;
		for (n = count++; n > at; n--)
			keys[n] = keys[n - 1];
		keys[at] = *key;
	}
	return count;
}

static struct type infer_new_map(struct infer *infer, const struct expression *map,
				 const struct type *items)
{
	struct arena *arena = infer->compile->arena;
	struct map_key *keys = ARENA_ARRAY(arena, struct map_key, map->data.count);
	struct type *elements = ARENA_ARRAY(arena, struct type, map->data.count);
	size_t count = sorted_keys(map, keys);
	const struct shape *shape = shape_of(infer->compile, DATA_MAP, count, NO_LABEL, keys);

	for (size_t i = 0; i < map->data.count; i++)
		elements[shape_find_key(shape, &map->data.keys[i])] = items[i];
	return type_data(infer->compile, shape, elements);
}

static void missing_key(struct infer *infer, struct span span, const struct expression *object,
			const struct type *type, const struct map_key *key)
{
	error_at(&infer->compile->diagnostics, span, CODE_UNKNOWN_FIELD,
		 "%s is %s and has no key `%s`", operand_text(infer, object),
		 type_text(infer->compile, &infer->typed_unit->atoms, type),
		 map_key_text(infer->compile, key));
}

static struct type updated(struct infer *infer, const struct expression *map,
			   const struct data *data, const struct type *items)
{
	struct type *elements = ARENA_ARRAY(infer->compile->arena, struct type, data->shape->count);

	if (data->shape->count)
		memcpy(elements, data->elements, data->shape->count * sizeof(*elements));
	for (size_t i = 0; i < map->data.count; i++)
		elements[shape_find_key(data->shape, &map->data.keys[i])] = items[i];
	return type_data(infer->compile, data->shape, elements);
}

/* Elixir would take anything for a bound then. */
static struct type range_update(struct infer *infer, const struct expression *map)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic = error_at(diagnostics, operand_span(map->data.base, map),
						 CODE_UNSUPPORTED, "found an update of a range");

	diagnostic_hint(diagnostics, diagnostic, "build another one: `first..range.last//1`");
	return type_poison();
}

/* %{base | key: item} raises where the base has no such key. */
static struct type infer_map_update(struct infer *infer, const struct expression *map,
				    const struct type *base, const struct type *items)
{
	struct type type = type_none();

	if (base->is_poison || type_is_none(base))
		return *base;
	if (!has_only(base, DATA_MAP))
		return bad_base(infer, map, base, "a map before `|`");
	for (size_t i = 0; i < base->data_count; i++) {
		const struct data *data = &base->data[i];

		if (is_range_shape(data->shape))
			return range_update(infer, map);
		if (shape_has_keys(data->shape, map->data.keys, map->data.count))
			type = type_join(infer->compile, type, updated(infer, map, data, items));
		else
			mark_raise(infer, map, RAISES_LEFT);
	}
	if (!type_is_none(&type))
		return type;
	for (size_t i = 0; i < map->data.count; i++) {
		if (shape_find_key(base->data[0].shape, &map->data.keys[i]) < 0)
			missing_key(infer, map->span, map->data.base, base, &map->data.keys[i]);
	}
	return type_poison();
}

struct type infer_data(struct infer *infer, const struct expression *data)
{
	struct type *items = ARENA_ARRAY(infer->compile->arena, struct type, data->data.count);
	struct type type = type_none(), base = type_none();

	if (data->data.base && data->data.kind == DATA_MAP)
		base = infer_expression(infer, data->data.base);
	if (base.memory)
		return infer_record_update(infer, data, &base);
	if (!infer_items(infer, data, items, &type))
		return type;
	switch (data->data.kind) {
	case DATA_TUPLE:
		type = tuple_type(infer, data->data.count, items);
		break;
	case DATA_LIST:
		type = data->data.base ? longer_list(infer, data, items)
				       : list_of(infer, data->data.count, items);
		break;
	case DATA_MAP:
		type = data->data.base ? infer_map_update(infer, data, &base, items)
				       : infer_new_map(infer, data, items);
		break;
	case DATA_FUNCTION:
	case DATA_UNKEPT:
	case DATA_ENTRIES:
	case DATA_TASK:
	case DATA_TASK_GROUPS:
	case DATA_CGROUP:
		break;
	}
	return check_parts(infer, data, type);
}

/*
 * task.cgroups.dfl_cgrp, the current task's control group: values without registers, each of one shape,
 * which what takes them reads from the kernel.
 */
static bool is_part_of_task(const struct type *object, const char *field, enum data_kind *kind)
{
	if (!type_is_data(object) || object->data_count != 1)
		return false;
	if (object->data->shape->kind == DATA_TASK && strcmp(field, "cgroups") == 0)
		*kind = DATA_TASK_GROUPS;
	else if (object->data->shape->kind == DATA_TASK_GROUPS && strcmp(field, "dfl_cgrp") == 0)
		*kind = DATA_CGROUP;
	else
		return false;
	return true;
}

/* value.key: what is no map, or has no such key, raises. */
static struct type infer_map_key(struct infer *infer, const struct expression *expression,
				 const struct type *object)
{
	struct map_key key = { .atom = expression->field.name };
	struct type type = type_none();
	size_t found = 0;

	for (size_t i = 0; i < object->data_count; i++) {
		const struct data *data = &object->data[i];
		int at = data->shape->kind == DATA_MAP ? shape_find_key(data->shape, &key) : -1;

		if (at < 0)
			continue;
		type = type_join(infer->compile, type, data->elements[at]);
		found++;
	}
	if (!found) {
		missing_key(infer, expression->field.name_span, expression->field.object, object,
			    &key);
		return type_poison();
	}
	if (found < object->data_count || !type_is_data(object)) {
		diagnostic_hint(
			&infer->compile->diagnostics,
			strict_at(&infer->compile->diagnostics, expression->field.name_span,
				  CODE_BAD_OPERAND,
				  "%s is %s here, and `.%s` needs a map with that key",
				  operand_text(infer, expression->field.object),
				  type_text(infer->compile, &infer->typed_unit->atoms, object),
				  expression->field.name),
			"match the maps apart: `case map do %%{key: value} -> ...`");
		mark_raise(infer, expression, RAISES_LEFT);
	}
	return type;
}

struct type infer_key(struct infer *infer, const struct expression *expression,
		      const struct type *object)
{
	enum data_kind part;

	if (is_part_of_task(object, expression->field.name, &part))
		return type_data(infer->compile, shape_of(infer->compile, part, 0, NO_LABEL, NULL),
				 NULL);
	return infer_map_key(infer, expression, object);
}
