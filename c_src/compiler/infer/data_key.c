/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/data_key.h"

static struct known_key one_key(struct compile *compile, struct map_key key, struct type type)
{
	struct known_key known = { .count = 1, .type = type };

	known.keys = ARENA_NEW(compile->arena, struct map_key);
	*known.keys = key;
	return known;
}

static struct map_key integer_key(wide value)
{
	struct map_key key = { .atom = NULL };

	key.integer.is_negative = value < 0;
	key.integer.magnitude = (uint64_t)(value < 0 ? -value : value);
	return key;
}

/* [:a, 2]: of one length, whose elements have one value each. */
static size_t keys_of_list(struct compile *compile, const struct atom_table *atoms,
			   const struct type *type, struct known_key *known)
{
	const struct data *list = type->data;
	struct known_key one[MOST_KEYS];

	if (type->data_count != 1 || !type_is_data(type) || list->shape->kind != DATA_LIST)
		return 0;
	*known = (struct known_key){ .type = *type };
	known->keys = ARENA_ARRAY(compile->arena, struct map_key, list->shape->count);
	for (size_t i = 0; i < list->shape->count; i++) {
		if (known_keys(compile, atoms, &list->elements[i], false, one) != 1)
			return 0;
		known->keys[known->count++] = one->keys[0];
	}
	return 1;
}

size_t known_keys(struct compile *compile, const struct atom_table *atoms, const struct type *type,
		  bool is_list, struct known_key *known)
{
	struct type plain = type_join(compile, type_only_integer(*type), type_only_atoms(*type));
	struct range range = type->range;
	size_t count = 0;

	if (is_list)
		return keys_of_list(compile, atoms, type, known);
	if (type->data_count || !type_equal(&plain, type) || type->atoms.any_errno ||
	    type->atoms.count > MOST_KEYS)
		return 0;
	for (; count < type->atoms.count; count++) {
		struct map_key key = { .atom = atom_text(atoms, type->atoms.ids[count]) };

		known[count] = one_key(compile, key, type_atom(compile, type->atoms.ids[count]));
	}
	if (type->integer == INTEGER_NONE)
		return count;
	if (range.high - range.low >= (wide)(MOST_KEYS - count))
		return 0;
	for (wide value = range.low; value <= range.high; value++, count++)
		known[count] = one_key(compile, integer_key(value),
				       type_integer(type->integer, value, value));
	return count;
}

struct type type_of_key(struct compile *compile, struct atom_table *atoms,
			const struct map_key *key)
{
	wide value = key->integer.is_negative ? -(wide)key->integer.magnitude
					      : (wide)key->integer.magnitude;

	if (key->atom)
		return type_atom(compile, atom_id(compile, atoms, key->atom));
	return type_integer(value > WIDE_S64_MAX ? INTEGER_U64 : INTEGER_S64, value, value);
}

const struct shape *recipe_shape(struct compile *compile, const struct recipe *recipe,
				 const struct type *first)
{
	bool is_labelled = recipe->kind == DATA_TUPLE && recipe->count &&
			   type_is_single_atom(first);

	return shape_of(compile, recipe->kind, recipe->count,
			is_labelled ? first->atoms.ids[0] : NO_LABEL, recipe->keys);
}
