/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What loops go over: ranges, lists of a known length, arrays of structs' fields, binaries in
 * pieces of equal size, and the entries of maps of the kernel.
 */
#ifndef HONEY_COMPILER_SEQUENCE_H
#define HONEY_COMPILER_SEQUENCE_H

#include "compiler/unit/range.h"
#include "compiler/syntax/syntax.h"
#include "compiler/unit/type.h"

enum sequence_function_kind {
#define SEQUENCE_FUNCTION(enumerator, module, name, arity) SEQUENCE_##enumerator,
#include "compiler/syntax/sequence_function.def"
#undef SEQUENCE_FUNCTION
};

struct sequence_function {
	enum sequence_function_kind kind;
	const char *module, *name; /* Elixir's */
	size_t arity;
};

/* The module's name is the atom's: "Elixir.Enum". NULL for any other function. */
const struct sequence_function *sequence_function_find(const char *module, const char *name,
						       size_t arity);
const struct sequence_function *sequence_function_of(enum sequence_function_kind kind);
/* "Enum.at/2" */
const char *sequence_function_text(struct compile *compile,
				   const struct sequence_function *function);
/* The names of the functions of a module in the table: how many, each as often as it has arities. */
size_t sequence_function_names(const char *module, const char **names);

/* A list of more elements is not kept: each would be a copy of the loop's body. */
#define MOST_KEPT 16

enum sequence_kind {
	SEQUENCE_IS_NONE, /* or may be something else, too */
	SEQUENCE_IS_RANGE,
	SEQUENCE_IS_LIST,
	SEQUENCE_IS_ARRAY,
	SEQUENCE_IS_BINARY,
	SEQUENCE_IS_ENTRIES,
};

enum sequence_kind sequence_kind_of(const struct type *type);

/* What Enum.take and Enum.drop leave of so many items. */
struct stretch {
	size_t from, count;
};
struct stretch take_part(enum sequence_function_kind kind, wide count, size_t size);

/* The key of {key, value}, when it is known; false otherwise. */
bool pair_key(const struct atom_table *atoms, const struct type *pair, struct map_key *key);

#endif
