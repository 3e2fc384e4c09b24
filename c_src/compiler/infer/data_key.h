/* SPDX-License-Identifier: Apache-2.0 */
/* Keys and indices of data that are known when the program is compiled, from their types. */
#ifndef HONEY_COMPILER_DATA_KEY_H
#define HONEY_COMPILER_DATA_KEY_H

#include "compiler/syntax/data_function.h"
#include "compiler/unit/type.h"

/* So many values may a key have that is computed. */
#define MOST_KEYS 16

/* One of the values of an argument: a key, or, of a list of keys, all of them. */
struct known_key {
	struct map_key *keys;
	size_t count;
	struct type type; /* of the argument when it has this value */
};

/*
 * The values that an argument of this type can have, a key or a list of keys; 0 when they are not
 * known, or too many. A list is no key: it is one on the BEAM, and no map of the kernel has it.
 */
size_t known_keys(struct compile *compile, const struct atom_table *atoms, const struct type *type,
		  bool is_list, struct known_key *known);
struct type type_of_key(struct compile *compile, struct atom_table *atoms,
			const struct map_key *key);
/* The shape of data that a recipe makes; `first` is the type of its first element. */
const struct shape *recipe_shape(struct compile *compile, const struct recipe *recipe,
				 const struct type *first);

#endif
