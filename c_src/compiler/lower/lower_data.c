/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tuples, lists and maps. Data has no memory of its own: its elements are values, and
 * taking it apart takes no code.
 */
#include "compiler/lower/lower_data.h"

#include "compiler/infer/data_pattern.h"
#include "compiler/lower/lower_internal.h"

#include <string.h>

struct merge merge_start(struct lower *lower, const struct type *type, bool is_branch)
{
	struct merge merge = { .is_branch = is_branch };

	if (is_branch)
		merge.result = declare_value(lower, type);
	return merge;
}

void merge_add(struct lower *lower, struct merge *merge, struct ir_value *condition,
	       struct value value)
{
	struct ir_block *block = lower->block;

	if (!merge->is_branch) {
		merge->result = value;
		return;
	}
	if (condition)
		add_if(lower, condition);
	set_value(lower, &merge->result, value);
	lower->block = block;
}

struct value merge_end(struct lower *lower, struct merge *merge)
{
	if (merge->is_branch)
		settle_value(lower, &merge->result);
	return merge->result;
}

struct ir_value *equals_one(struct lower *lower, const struct value *value,
			    const struct value *items, size_t count)
{
	struct ir_value *is = constant(lower, IR_S64, 0);

	for (size_t i = 0; i < count; i++) {
		struct ir_value *equal = equal_values(lower, *value, items[i]);

		is = i ? either(lower, is, equal) : equal;
		if (!is)
			return NULL;
	}
	return is;
}

/* Whether the value has the n-th of its shapes; NULL when it must. */
static struct ir_value *has_shape(struct lower *lower, const struct value *value, size_t n)
{
	return has_tag(lower, value, value->type.data[n].shape->tag);
}

struct value data_value(struct lower *lower, const struct shape *shape, struct value *elements)
{
	struct arena *arena = lower->compile->arena;
	struct type *types = ARENA_ARRAY(arena, struct type, shape->count);
	struct value value = { .payload = NULL };

	for (size_t i = 0; i < shape->count; i++)
		types[i] = elements[i].type;
	value.type = type_data(lower->compile, shape, types);
	value.data = ARENA_NEW(arena, struct value *);
	value.data[0] = elements;
	return value;
}

/* The items in their order; false when one of them only ever raises. */
static bool lower_items(struct lower *lower, const struct expression *data, struct value *items)
{
	for (size_t i = 0; i < data->data.count; i++) {
		items[i] = lower_expression(lower, data->data.items[i], USED);
		if (lower->block->is_closed)
			return false;
	}
	return true;
}

static struct value lower_longer_list(struct lower *lower, const struct expression *list,
				      const struct value *items)
{
	const struct type *type = &typed_in(lower, list)->type;
	struct value base = lower_expression(lower, list->data.base, USED);
	size_t count = list->data.count;
	struct merge merge;

	if (lower->block->is_closed)
		return none_value();
	merge = merge_start(lower, type, base.type.data_count > 1);
	for (size_t i = 0; i < base.type.data_count; i++) {
		size_t more = base.type.data[i].shape->count;
		struct value *all = ARENA_ARRAY(lower->compile->arena, struct value, count + more);

		memcpy(all, items, count * sizeof(*all));
		if (more)
			memcpy(all + count, base.data[i], more * sizeof(*all));
		merge_add(lower, &merge, has_shape(lower, &base, i),
			  data_value(
				  lower,
				  shape_of(lower->compile, DATA_LIST, count + more, NO_LABEL, NULL),
				  all));
	}
	return merge_end(lower, &merge);
}

static struct value lower_new_map(struct lower *lower, const struct expression *map,
				  const struct value *items)
{
	const struct shape *shape = typed_in(lower, map)->type.data[0].shape;
	struct value *elements = ARENA_ARRAY(lower->compile->arena, struct value, shape->count);

	for (size_t i = 0; i < map->data.count; i++)
		elements[shape_find_key(shape, &map->data.keys[i])] = items[i];
	return data_value(lower, shape, elements);
}

/* Raises KeyError for the shapes that have not all of the keys; how many have them. */
static size_t check_keys(struct lower *lower, const struct expression *whole,
			 const struct value *object, const struct map_key *keys, size_t count)
{
	struct ir_value *has = NULL;
	size_t good = 0;

	for (size_t i = 0; i < object->type.data_count; i++) {
		const struct shape *shape = object->type.data[i].shape;
		struct ir_value *is;

		if (shape->kind != DATA_MAP || !shape_has_keys(shape, keys, count))
			continue;
		is = has_tag(lower, object, shape->tag);
		has = good ? either(lower, has, is) : is;
		good++;
	}
	if (has && typed_in(lower, whole)->raises & RAISES_LEFT)
		raise_if(lower, opposite(lower, has), RAISE_KEY, whole->span.line,
			 arena_print(lower->compile->arena, "a value had no key `%s`",
				     map_key_text(lower->compile, &keys[0])));
	return good;
}

static struct value lower_map_update(struct lower *lower, const struct expression *map,
				     const struct value *base, const struct value *items)
{
	size_t count = map->data.count;
	size_t good = check_keys(lower, map, base, map->data.keys, count);
	struct merge merge = merge_start(lower, &typed_in(lower, map)->type, good > 1);

	for (size_t i = 0; i < base->type.data_count; i++) {
		const struct shape *shape = base->type.data[i].shape;
		struct value *elements;

		if (shape->kind != DATA_MAP || !shape_has_keys(shape, map->data.keys, count))
			continue;
		elements = ARENA_ARRAY(lower->compile->arena, struct value, shape->count);
		if (shape->count)
			memcpy(elements, base->data[i], shape->count * sizeof(*elements));
		for (size_t n = 0; n < count; n++)
			elements[shape_find_key(shape, &map->data.keys[n])] = items[n];
		merge_add(lower, &merge, has_shape(lower, base, i),
			  data_value(lower, shape, elements));
	}
	return merge_end(lower, &merge);
}

struct value lower_data(struct lower *lower, const struct expression *data)
{
	struct value *items = ARENA_ARRAY(lower->compile->arena, struct value, data->data.count);
	struct value base = none_value();

	if (data->data.base && data->data.kind == DATA_MAP) {
		base = lower_expression(lower, data->data.base, USED);
		if (lower->block->is_closed)
			return none_value();
		if (base.memory)
			return lower_record_update(lower, data, &base);
	}
	if (!lower_items(lower, data, items))
		return none_value();
	if (data->data.kind == DATA_LIST && data->data.base)
		return lower_longer_list(lower, data, items);
	if (data->data.kind != DATA_MAP)
		return data_value(lower, typed_in(lower, data)->type.data[0].shape, items);
	if (data->data.base)
		return lower_map_update(lower, data, &base, items);
	return lower_new_map(lower, data, items);
}

struct value lower_key(struct lower *lower, const struct expression *expression)
{
	struct map_key key = { .atom = expression->field.name };
	struct value object = lower_expression(lower, expression->field.object, USED);
	struct merge merge;
	size_t good;

	if (lower->block->is_closed)
		return none_value();
	good = check_keys(lower, expression, &object, &key, 1);
	merge = merge_start(lower, &typed_in(lower, expression)->type, good > 1);
	for (size_t i = 0; i < object.type.data_count; i++) {
		const struct shape *shape = object.type.data[i].shape;

		if (shape->kind == DATA_MAP && shape_find_key(shape, &key) >= 0)
			merge_add(lower, &merge, has_shape(lower, &object, i),
				  object.data[i][shape_find_key(shape, &key)]);
	}
	return merge_end(lower, &merge);
}

/* What the n-th item of the pattern looks at in the shape. */
static struct value element_of(struct lower *lower, const struct pattern *pattern,
			       const struct value *value, size_t which, size_t n)
{
	const struct shape *shape = value->type.data[which].shape;
	size_t skipped = pattern->data.count;

	if (n == skipped)
		return data_value(
			lower,
			shape_of(lower->compile, DATA_LIST, shape->count - skipped, NO_LABEL, NULL),
			value->data[which] + skipped);
	if (shape->kind == DATA_MAP)
		return value->data[which][shape_find_key(shape, &pattern->data.keys[n])];
	return value->data[which][n];
}

struct ir_value *test_data(struct lower *lower, const struct pattern *pattern,
			   const struct value *value)
{
	struct atom_table *atoms = &lower->typed_unit->atoms;
	bool *can = ARENA_ARRAY(lower->compile->arena, bool, value->type.data_count);
	struct ir_value *condition = NULL;
	size_t candidates = 0;

	if (pattern_is_of_memory(pattern, &value->type))
		return test_memory(lower, pattern, value);
	if (pattern_is_of_context(pattern, &value->type))
		return test_context(lower, pattern);
	for (size_t i = 0; i < value->type.data_count; i++) {
		struct ir_value *is;

		can[i] = shape_can_match(lower->compile, atoms, pattern, &value->type.data[i]);
		if (!can[i])
			continue;
		is = has_tag(lower, value, value->type.data[i].shape->tag);
		condition = candidates++ ? either(lower, condition, is) : is;
	}
	if (candidates && candidates == value->type.data_count && type_is_data(&value->type))
		condition = NULL;
	for (size_t n = 0; n < pattern_item_count(pattern); n++) {
		struct type type = type_none();
		struct merge merge;

		for (size_t i = 0; i < value->type.data_count; i++) {
			if (can[i])
				type = type_join(lower->compile, type,
						 pattern_element(lower->compile, pattern,
								 &value->type.data[i], n));
		}
		merge = merge_start(lower, &type, candidates > 1);
		for (size_t i = 0; i < value->type.data_count; i++) {
			if (can[i])
				merge_add(lower, &merge, has_shape(lower, value, i),
					  element_of(lower, pattern, value, i, n));
		}
		condition = both(
			lower, condition,
			test_pattern(lower, pattern_item(pattern, n), merge_end(lower, &merge)));
	}
	return candidates ? condition : constant(lower, IR_S64, 0);
}
