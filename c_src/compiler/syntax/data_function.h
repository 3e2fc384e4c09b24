/* SPDX-License-Identifier: Apache-2.0 */
/* The functions on data, as a table: data_function.def. */
#ifndef HONEY_COMPILER_DATA_FUNCTION_H
#define HONEY_COMPILER_DATA_FUNCTION_H

#include "compiler/syntax/syntax.h"

enum data_function_kind {
#define DATA_FUNCTION(enumerator, module, name, arity, elixir, subject, key, of, raised) \
	FUNCTION_##enumerator,
#include "compiler/syntax/data_function.def"
#undef DATA_FUNCTION
};

#define MOST_DATA_ARGUMENTS 3

struct data_function {
	enum data_function_kind kind;
	const char *module, *name;
	size_t arity;
	const char *elixir;
	int subject, key; /* which argument; -1 for none */
	enum data_kind of;
	enum raise_kind raised;
};

const struct data_function *data_function_find(const char *module, const char *name, size_t arity);

/* Whether its key is a list of keys. */
bool data_function_takes_keys(const struct data_function *function);

size_t data_function_count(void);
/* The names of Elixir's functions in a module, such as "Map": how many. */
size_t data_function_names(struct compile *compile, const char *module, const char **names);

/* Where a part of what a function gives comes from. */
enum part_kind {
	PART_ELEMENT,  /* of the subject, the n-th */
	PART_ARGUMENT, /* the n-th */
	PART_KEY,      /* an atom or an integer that is known */
	PART_PAIR,     /* {key, the n-th element} */
};

struct part {
	enum part_kind kind;
	size_t n;
	struct map_key key;
};

/* What a function gives for a subject of one shape and one key: one part, or data of parts. */
struct recipe {
	bool raises;
	bool is_data;
	enum data_kind kind;
	const struct map_key *keys; /* of a map */
	struct part *parts;
	size_t count;
};

/* `keys` are the one key, or those of a list; the shape is NULL for a function without subject. */
struct recipe recipe_of(struct compile *compile, const struct data_function *function,
			const struct shape *shape, const struct map_key *keys, size_t key_count);
/* Of APPEND and MERGE: the elements of the right are those from `left->count` on. */
struct recipe recipe_of_two(struct compile *compile, const struct data_function *function,
			    const struct shape *left, const struct shape *right);

#endif
