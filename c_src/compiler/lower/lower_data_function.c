/* SPDX-License-Identifier: Apache-2.0 */
/* Functions on data: what each gives is put together of parts, by recipes (data_function.h). */
#include "compiler/infer/data_key.h"
#include "compiler/lower/lower_data.h"
#include "compiler/lower/lower_internal.h"

#include <string.h>

static struct value key_value(struct lower *lower, const struct map_key *key)
{
	struct type type = type_of_key(lower->compile, &lower->typed_unit->atoms, key);

	if (key->atom)
		return atom_value(lower, type.atoms.ids[0]);
	return integer_value(type, constant(lower, payload_type(&type), type.range.low));
}

static struct value made_data(struct lower *lower, const struct recipe *recipe,
			      struct value *elements)
{
	const struct type *first = recipe->count ? &elements[0].type : NULL;

	return data_value(lower, recipe_shape(lower->compile, recipe, first), elements);
}

static struct value pair_value(struct lower *lower, const struct map_key *key, struct value element)
{
	struct value *pair = ARENA_ARRAY(lower->compile->arena, struct value, 2);
	struct recipe recipe = { .kind = DATA_TUPLE, .count = 2 };

	pair[0] = key_value(lower, key);
	pair[1] = element;
	return made_data(lower, &recipe, pair);
}

static struct value part_value(struct lower *lower, const struct part *part,
			       const struct value *elements, const struct value *arguments)
{
	switch (part->kind) {
	case PART_ELEMENT:
		return elements[part->n];
	case PART_ARGUMENT:
		return arguments[part->n];
	case PART_KEY:
		return key_value(lower, &part->key);
	case PART_PAIR:
		return pair_value(lower, &part->key, elements[part->n]);
	}
	return none_value();
}

static struct value made_value(struct lower *lower, const struct recipe *recipe,
			       const struct value *elements, const struct value *arguments)
{
	struct value *parts;

	if (!recipe->is_data)
		return part_value(lower, recipe->parts, elements, arguments);
	parts = ARENA_ARRAY(lower->compile->arena, struct value, recipe->count);
	for (size_t i = 0; i < recipe->count; i++)
		parts[i] = part_value(lower, &recipe->parts[i], elements, arguments);
	return made_data(lower, recipe, parts);
}

static struct value is_member(struct lower *lower, const struct value *values, size_t n)
{
	const struct value *list = &values[1];
	struct ir_value *is =
		equals_one(lower, &values[0], list->data[n], list->type.data[n].shape->count);

	return is ? truth_value(lower, is) : atom_value(lower, ATOM_TRUE);
}

/* One of the ways to a result: taken when the values have these tags, and the key is this one. */
struct way {
	struct recipe recipe;
	const struct value *elements;
	const struct value *subjects[2];
	int tags[2];
	const struct value *given; /* NULL where the key can be no other */
	const struct map_key *key;
};

struct ways {
	struct way *list;
	size_t count;
};

/* NULL for a way that is always taken. */
static struct ir_value *is_taken(struct lower *lower, const struct way *way)
{
	struct ir_value *is = NULL;

	for (size_t i = 0; i < 2 && way->subjects[i]; i++)
		is = both(lower, is, has_tag(lower, way->subjects[i], way->tags[i]));
	if (way->given)
		is = both(lower, is, equal_values(lower, *way->given, key_value(lower, way->key)));
	return is;
}

/* For data (or without any) and each key: what does not raise. */
static void add_ways(struct lower *lower, const struct data_function *function, struct ways *ways,
		     const struct value *values, size_t shape, const struct known_key *keys,
		     size_t count)
{
	const struct value *subject = function->subject < 0 ? NULL : &values[function->subject];
	const struct shape *of = subject ? subject->type.data[shape].shape : NULL;

	for (size_t i = 0; i < count; i++) {
		struct way way = { .subjects = { subject }, .tags = { of ? of->tag : 0 } };

		way.recipe = recipe_of(lower->compile, function, of, keys[i].keys, keys[i].count);
		if (way.recipe.raises)
			continue;
		way.elements = subject ? subject->data[shape] : NULL;
		way.given = count > 1 ? &values[function->key] : NULL;
		way.key = keys[i].keys;
		ways->list[ways->count++] = way;
	}
}

static void add_pair(struct lower *lower, const struct data_function *function, struct ways *ways,
		     const struct value *left, const struct value *right, size_t i, size_t n)
{
	const struct shape *a = left->type.data[i].shape, *b = right->type.data[n].shape;
	size_t count = a->count + b->count;
	struct value *all = ARENA_ARRAY(lower->compile->arena, struct value, count);

	if (a->count)
		memcpy(all, left->data[i], a->count * sizeof(*all));
	if (b->count)
		memcpy(all + a->count, right->data[n], b->count * sizeof(*all));
	ways->list[ways->count++] = (struct way){
		.recipe = recipe_of_two(lower->compile, function, a, b),
		.elements = all,
		.subjects = { left, right },
		.tags = { a->tag, b->tag },
	};
}

static void check_ways(struct lower *lower, const struct expression *call, const struct ways *ways)
{
	const struct data_function *function = call->function.function;
	struct ir_value *some = is_taken(lower, &ways->list[0]);

	for (size_t i = 1; i < ways->count; i++)
		some = either(lower, some, is_taken(lower, &ways->list[i]));
	if (some)
		raise_if(lower, opposite(lower, some), function->raised, call->span.line,
			 arena_print(lower->compile->arena, "`%s` does not take the value",
				     function->elixir));
}

static struct value take_way(struct lower *lower, const struct expression *call,
			     const struct ways *ways, const struct value *values)
{
	struct merge merge;

	if (typed_in(lower, call)->raises & RAISES_LEFT)
		check_ways(lower, call, ways);
	merge = merge_start(lower, &typed_in(lower, call)->type, ways->count > 1);
	for (size_t i = 0; i < ways->count; i++) {
		const struct way *way = &ways->list[i];

		merge_add(lower, &merge, ways->count > 1 ? is_taken(lower, way) : NULL,
			  made_value(lower, &way->recipe, way->elements, values));
	}
	return merge_end(lower, &merge);
}

static struct value lower_two(struct lower *lower, const struct expression *call,
			      const struct value *values)
{
	size_t left = values[0].type.data_count, right = values[1].type.data_count;
	struct ways ways = { .count = 0 };

	ways.list = ARENA_ARRAY(lower->compile->arena, struct way, left * right);
	for (size_t i = 0; i < left; i++) {
		for (size_t n = 0; n < right; n++)
			add_pair(lower, call->function.function, &ways, &values[0], &values[1], i,
				 n);
	}
	return take_way(lower, call, &ways, values);
}

static struct value lower_known(struct lower *lower, const struct expression *call,
				const struct value *values)
{
	const struct data_function *function = call->function.function;
	size_t shapes = function->subject < 0 ? 1 : values[function->subject].type.data_count;
	struct known_key keys[MOST_KEYS] = { { .count = 0 } };
	struct ways ways = { .count = 0 };
	size_t count = 1;

	if (function->key >= 0)
		count = known_keys(lower->compile, &lower->typed_unit->atoms,
				   &typed_in(lower, call->function.arguments[function->key])->type,
				   data_function_takes_keys(function), keys);
	ways.list = ARENA_ARRAY(lower->compile->arena, struct way, shapes * count);
	for (size_t i = 0; i < shapes; i++)
		add_ways(lower, function, &ways, values, i, keys, count);
	if (!ways.count) {
		add_raise(lower, function->raised, call->span.line,
			  "the function does not take the value");
		return none_value();
	}
	return take_way(lower, call, &ways, values);
}

/* The list may be of several lengths. */
static struct value lower_member(struct lower *lower, const struct expression *call,
				 const struct value *values)
{
	const struct value *list = &values[1];
	struct merge merge =
		merge_start(lower, &typed_in(lower, call)->type, list->type.data_count > 1);

	for (size_t i = 0; i < list->type.data_count; i++)
		merge_add(lower, &merge, has_tag(lower, list, list->type.data[i].shape->tag),
			  is_member(lower, values, i));
	return merge_end(lower, &merge);
}

struct value lower_data_function(struct lower *lower, const struct expression *call)
{
	enum data_function_kind kind = call->function.function->kind;
	int subject = call->function.function->subject;
	struct value values[MOST_DATA_ARGUMENTS];

	for (size_t i = 0; i < call->function.count; i++) {
		values[i] = lower_expression(lower, call->function.arguments[i], USED);
		if (lower->block->is_closed)
			return none_value();
	}
	if (kind == FUNCTION_APPEND || kind == FUNCTION_MERGE)
		return lower_two(lower, call, values);
	if (kind == FUNCTION_MEMBER)
		return lower_member(lower, call, values);
	if (subject >= 0 && values[subject].memory)
		return atom_value(lower, typed_in(lower, call)->type.atoms.ids[0]);
	return lower_known(lower, call, values);
}
