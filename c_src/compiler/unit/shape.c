/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/shape.h"

#include "compiler/unit/type.h"
#include "compiler/unit/unit.h"

#include <string.h>

static int integer_compare(const struct integer_literal *a, const struct integer_literal *b)
{
	wide left = a->is_negative ? -(wide)a->magnitude : (wide)a->magnitude;
	wide right = b->is_negative ? -(wide)b->magnitude : (wide)b->magnitude;

	return left < right ? -1 : left > right;
}

int map_key_compare(const struct map_key *a, const struct map_key *b)
{
	if (!a->atom && !b->atom)
		return integer_compare(&a->integer, &b->integer);
	if (!a->atom || !b->atom)
		return a->atom ? 1 : -1;
	return strcmp(a->atom, b->atom);
}

const char *map_key_text(struct compile *compile, const struct map_key *key)
{
	if (key->atom)
		return arena_print(compile->arena, ":%s", key->atom);
	return arena_print(compile->arena, "%s%llu", key->integer.is_negative ? "-" : "",
			   (unsigned long long)key->integer.magnitude);
}

bool shape_is_like(const struct shape *a, const struct shape *b)
{
	if (a->kind != b->kind || a->count != b->count || a->function != b->function ||
	    a->map != b->map)
		return false;
	for (size_t i = 0; a->kind == DATA_MAP && i < a->count; i++) {
		if (map_key_compare(&a->keys[i], &b->keys[i]) != 0)
			return false;
	}
	return true;
}

static const struct shape *the_one(struct compile *compile, struct shape wanted)
{
	struct shape **end = &compile->shapes;

	wanted.tag = TAG_FIRST_SHAPE;
	for (; *end; end = &(*end)->next, wanted.tag++) {
		if ((*end)->label == wanted.label && shape_is_like(*end, &wanted))
			return *end;
	}
	*end = ARENA_NEW(compile->arena, struct shape);
	**end = wanted;
	return *end;
}

const struct shape *shape_of(struct compile *compile, enum data_kind kind, size_t count, int label,
			     const struct map_key *keys)
{
	return the_one(
		compile,
		(struct shape){ .kind = kind, .count = count, .label = label, .keys = keys });
}

const struct shape *shape_of_function(struct compile *compile, struct function *function,
				      size_t captured)
{
	return the_one(compile, (struct shape){ .kind = DATA_FUNCTION,
						.count = captured,
						.label = NO_LABEL,
						.function = function });
}

const struct shape *shape_of_entries(struct compile *compile, const struct map_definition *map)
{
	return the_one(compile, (struct shape){ .kind = DATA_ENTRIES,
						.count = map->outer ? 1 : 0,
						.label = NO_LABEL,
						.map = map });
}

int shape_find_key(const struct shape *shape, const struct map_key *key)
{
	for (size_t i = 0; i < shape->count; i++) {
		if (map_key_compare(&shape->keys[i], key) == 0)
			return (int)i;
	}
	return -1;
}

bool shape_has_keys(const struct shape *shape, const struct map_key *keys, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (shape_find_key(shape, &keys[i]) < 0)
			return false;
	}
	return true;
}
