/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the functions on data give, as recipes: infer makes a type of one, lower a value. So neither
 * knows a function by its name.
 */
#include "compiler/syntax/data_function.h"

#include <string.h>

#define NONE (-1)

static const struct data_function data_functions[] = {
#define DATA_FUNCTION(enumerator, module, name, arity, elixir, subject, key, of, raised) \
	{ FUNCTION_##enumerator, module, name, arity, elixir, subject, key, DATA_##of, \
	  RAISE_##raised },
#include "compiler/syntax/data_function.def"
#undef DATA_FUNCTION
};

bool data_function_takes_keys(const struct data_function *function)
{
	return function->kind == FUNCTION_TAKE_KEYS || function->kind == FUNCTION_DROP_KEYS;
}

size_t data_function_count(void)
{
	return sizeof(data_functions) / sizeof(data_functions[0]);
}

const struct data_function *data_function_find(const char *module, const char *name, size_t arity)
{
	for (size_t i = 0; i < data_function_count(); i++) {
		const struct data_function *function = &data_functions[i];

		if (function->arity == arity && strcmp(function->name, name) == 0 &&
		    strcmp(function->module, module) == 0)
			return function;
	}
	return NULL;
}

size_t data_function_names(struct compile *compile, const char *module, const char **names)
{
	size_t length = strlen(module), count = 0;

	for (size_t i = 0; i < data_function_count(); i++) {
		const char *elixir = data_functions[i].elixir;

		if (strncmp(elixir, module, length) != 0 || elixir[length] != '.')
			continue;
		elixir += length + 1;
		names[count++] =
			arena_print(compile->arena, "%.*s", (int)strcspn(elixir, "/"), elixir);
	}
	return count;
}

/* A recipe that is being written: `shape` is the subject's. */
struct writing {
	struct compile *compile;
	const struct shape *shape;
	const struct map_key *keys;
	size_t key_count;
};

static const struct recipe raising = { .raises = true };

static struct recipe single(struct writing *w, struct part part)
{
	struct recipe recipe = { .count = 1 };

	recipe.parts = ARENA_NEW(w->compile->arena, struct part);
	*recipe.parts = part;
	return recipe;
}

static struct recipe element(struct writing *w, size_t n)
{
	return single(w, (struct part){ .kind = PART_ELEMENT, .n = n });
}

static struct recipe argument(struct writing *w, size_t n)
{
	return single(w, (struct part){ .kind = PART_ARGUMENT, .n = n });
}

static struct recipe atom(struct writing *w, const char *name)
{
	return single(w, (struct part){ .kind = PART_KEY, .key = { .atom = name } });
}

static struct recipe number(struct writing *w, size_t n)
{
	return single(w,
		      (struct part){ .kind = PART_KEY, .key = { .integer = { .magnitude = n } } });
}

static struct recipe data(struct writing *w, enum data_kind kind, size_t most)
{
	struct recipe recipe = { .is_data = true, .kind = kind };

	recipe.parts = ARENA_ARRAY(w->compile->arena, struct part, most);
	return recipe;
}

static void add(struct recipe *recipe, struct part part)
{
	recipe->parts[recipe->count++] = part;
}

static void add_elements(struct recipe *recipe, size_t from, size_t to)
{
	for (; from < to; from++)
		add(recipe, (struct part){ .kind = PART_ELEMENT, .n = from });
}

/* All elements, `removed` of which from `at` on are left out and replaced by an argument. */
static struct recipe spliced(struct writing *w, enum data_kind kind, size_t at, size_t removed,
			     int inserted)
{
	struct recipe recipe = data(w, kind, w->shape->count + 1);

	add_elements(&recipe, 0, at);
	if (inserted != NONE)
		add(&recipe, (struct part){ .kind = PART_ARGUMENT, .n = (size_t)inserted });
	add_elements(&recipe, at + removed, w->shape->count);
	return recipe;
}

static struct recipe copies(struct writing *w, enum data_kind kind, size_t n)
{
	const struct map_key *count = w->keys;
	struct recipe recipe;

	if (count->atom || count->integer.is_negative || count->integer.magnitude > UINT16_MAX)
		return raising;
	recipe = data(w, kind, count->integer.magnitude);
	for (uint64_t i = 0; i < count->integer.magnitude; i++)
		add(&recipe, (struct part){ .kind = PART_ARGUMENT, .n = n });
	return recipe;
}

/* An index of a tuple, from 1 on as Erlang counts, that is at most `most`; 0 when it is not. */
static size_t tuple_index(const struct writing *w, size_t most)
{
	const struct map_key *index = w->keys;
	bool is_good = !index->atom && !index->integer.is_negative &&
		       index->integer.magnitude <= most;

	return is_good ? (size_t)index->integer.magnitude : 0;
}

static struct recipe at_index(struct writing *w, enum data_function_kind kind)
{
	bool inserts = kind == FUNCTION_TUPLE_INSERT;
	size_t index = tuple_index(w, w->shape->count + inserts);

	if (!index)
		return raising;
	if (kind == FUNCTION_ELEMENT)
		return element(w, index - 1);
	return spliced(w, DATA_TUPLE, index - 1, !inserts,
		       kind == FUNCTION_TUPLE_DELETE ? NONE : 2);
}

/* Lists count from 0, and from their end when the index is negative; what is outside changes nothing. */
static struct recipe at_place(struct writing *w, enum data_function_kind kind)
{
	const struct map_key *key = w->keys;
	size_t count = w->shape->count, at = key->integer.magnitude;
	bool inserts = kind == FUNCTION_LIST_INSERT;

	if (key->atom)
		return raising;
	if (key->integer.is_negative && at > count + inserts)
		at = inserts ? 0 : count;
	else if (key->integer.is_negative)
		at = count + inserts - at;
	if (inserts)
		return spliced(w, DATA_LIST, at < count ? at : count, 0, 2);
	if (at >= count)
		return spliced(w, DATA_LIST, count, 0, NONE);
	return spliced(w, DATA_LIST, at, 1, kind == FUNCTION_LIST_REPLACE ? 2 : NONE);
}

static struct recipe end_of_list(struct writing *w, size_t n, int otherwise)
{
	if (w->shape->count)
		return element(w, n);
	return otherwise == NONE ? atom(w, "nil") : argument(w, (size_t)otherwise);
}

static struct recipe found(struct writing *w)
{
	int at = shape_find_key(w->shape, w->keys);
	struct recipe pair = data(w, DATA_TUPLE, 2);

	if (at < 0)
		return atom(w, "error");
	add(&pair, (struct part){ .kind = PART_KEY, .key = { .atom = "ok" } });
	add_elements(&pair, (size_t)at, (size_t)at + 1);
	return pair;
}

static struct recipe looked_up(struct writing *w, enum data_function_kind kind)
{
	int at = shape_find_key(w->shape, w->keys);

	if (at >= 0)
		return element(w, (size_t)at);
	if (kind == FUNCTION_LOOK_UP)
		return atom(w, "nil");
	return kind == FUNCTION_LOOK_UP_OR ? argument(w, 2) : raising;
}

/* A map that is made key by key, which come in their order. */
static struct recipe new_map(struct writing *w, size_t most, struct map_key **keys)
{
	struct recipe map = data(w, DATA_MAP, most);

	map.keys = *keys = ARENA_ARRAY(w->compile->arena, struct map_key, most);
	return map;
}

static struct recipe with_key(struct writing *w, enum data_function_kind kind)
{
	const struct map_key *key = w->keys;
	int at = shape_find_key(w->shape, key);
	struct map_key *keys;
	struct recipe map;
	size_t i = 0;

	if (at < 0 && kind == FUNCTION_REPLACE_KEY)
		return raising;
	map = new_map(w, w->shape->count + 1, &keys);
	for (; i < w->shape->count && map_key_compare(&w->shape->keys[i], key) < 0; i++) {
		keys[map.count] = w->shape->keys[i];
		add_elements(&map, i, i + 1);
	}
	keys[map.count] = *key;
	add(&map, (struct part){ .kind = PART_ARGUMENT, .n = 1 });
	for (i += at >= 0; i < w->shape->count; i++) {
		keys[map.count] = w->shape->keys[i];
		add_elements(&map, i, i + 1);
	}
	return map;
}

static bool is_among(const struct writing *w, const struct map_key *key)
{
	for (size_t i = 0; i < w->key_count; i++) {
		if (map_key_compare(&w->keys[i], key) == 0)
			return true;
	}
	return false;
}

/* The part of the map whose keys are, or are not, those that were given. */
static struct recipe part_of_map(struct writing *w, bool takes)
{
	struct map_key *keys;
	struct recipe map = new_map(w, w->shape->count, &keys);

	for (size_t i = 0; i < w->shape->count; i++) {
		if (is_among(w, &w->shape->keys[i]) != takes)
			continue;
		keys[map.count] = w->shape->keys[i];
		add_elements(&map, i, i + 1);
	}
	return map;
}

static struct recipe list_of_map(struct writing *w, enum part_kind kind)
{
	struct recipe list = data(w, DATA_LIST, w->shape->count);

	for (size_t i = 0; i < w->shape->count; i++)
		add(&list, (struct part){ .kind = kind, .n = i, .key = w->shape->keys[i] });
	return list;
}

static struct recipe merged(struct compile *compile, const struct shape *left,
			    const struct shape *right)
{
	struct writing w = { .compile = compile };
	struct map_key *keys;
	struct recipe map = new_map(&w, left->count + right->count, &keys);

	for (size_t i = 0, n = 0; i < left->count || n < right->count;) {
		int order = i == left->count	? 1
			    : n == right->count ? -1
						: map_key_compare(&left->keys[i], &right->keys[n]);
		size_t from = order < 0 ? i : left->count + n;

		keys[map.count] = order < 0 ? left->keys[i] : right->keys[n];
		add_elements(&map, from, from + 1);
		i += order <= 0;
		n += order >= 0;
	}
	return map;
}

struct recipe recipe_of_two(struct compile *compile, const struct data_function *function,
			    const struct shape *left, const struct shape *right)
{
	struct writing w = { .compile = compile };
	size_t count = left->count + right->count;
	struct recipe list;

	if (left->kind != function->of || right->kind != function->of)
		return raising;
	if (function->kind == FUNCTION_MERGE)
		return merged(compile, left, right);
	list = data(&w, DATA_LIST, count);
	add_elements(&list, 0, count);
	return list;
}

struct recipe recipe_of(struct compile *compile, const struct data_function *function,
			const struct shape *shape, const struct map_key *keys, size_t key_count)
{
	struct writing w = { compile, shape, keys, key_count };
	size_t count = shape ? shape->count : 0;

	if (shape && shape->kind != function->of)
		return raising;
	switch (function->kind) {
	case FUNCTION_ELEMENT:
	case FUNCTION_SET_ELEMENT:
	case FUNCTION_TUPLE_INSERT:
	case FUNCTION_TUPLE_DELETE:
		return at_index(&w, function->kind);
	case FUNCTION_TUPLE_ADD:
	case FUNCTION_TUPLE_ADD_NEWER:
		return spliced(&w, DATA_TUPLE, count, 0, 1);
	case FUNCTION_TUPLE_TO_LIST:
		return spliced(&w, DATA_LIST, count, 0, NONE);
	case FUNCTION_LIST_TO_TUPLE:
		return spliced(&w, DATA_TUPLE, count, 0, NONE);
	case FUNCTION_TUPLE_OF_ONE:
		return copies(&w, DATA_TUPLE, 1);
	case FUNCTION_LIST_OF_ONE:
		return copies(&w, DATA_LIST, 0);
	case FUNCTION_HEAD:
		return count ? element(&w, 0) : raising;
	case FUNCTION_TAIL:
		return count ? spliced(&w, DATA_LIST, 0, 1, NONE) : raising;
	case FUNCTION_FIRST:
		return end_of_list(&w, 0, NONE);
	case FUNCTION_FIRST_OR:
		return end_of_list(&w, 0, 1);
	case FUNCTION_LAST:
		return end_of_list(&w, count - 1, NONE);
	case FUNCTION_LAST_OR:
		return end_of_list(&w, count - 1, 1);
	case FUNCTION_LIST_INSERT:
	case FUNCTION_LIST_DELETE:
	case FUNCTION_LIST_REPLACE:
		return at_place(&w, function->kind);
	case FUNCTION_TUPLE_SIZE:
	case FUNCTION_LENGTH:
	case FUNCTION_MAP_SIZE:
		return number(&w, count);
	case FUNCTION_IS_MAP_KEY:
	case FUNCTION_HAS_KEY:
		return atom(&w, shape_find_key(shape, keys) < 0 ? "false" : "true");
	case FUNCTION_MAP_GET:
	case FUNCTION_FETCH_KEY:
	case FUNCTION_LOOK_UP:
	case FUNCTION_LOOK_UP_OR:
		return looked_up(&w, function->kind);
	case FUNCTION_FIND_KEY:
		return found(&w);
	case FUNCTION_PUT_KEY:
	case FUNCTION_REPLACE_KEY:
		return with_key(&w, function->kind);
	case FUNCTION_TAKE_KEYS:
		return part_of_map(&w, true);
	case FUNCTION_DELETE_KEY:
	case FUNCTION_DROP_KEYS:
		return part_of_map(&w, false);
	case FUNCTION_KEYS:
		return list_of_map(&w, PART_KEY);
	case FUNCTION_VALUES:
		return list_of_map(&w, PART_ELEMENT);
	case FUNCTION_MAP_TO_LIST:
		return list_of_map(&w, PART_PAIR);
	case FUNCTION_APPEND:
	case FUNCTION_MEMBER:
	case FUNCTION_MERGE:
		break;
	}
	return raising;
}
