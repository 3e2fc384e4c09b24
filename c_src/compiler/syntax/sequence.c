/* SPDX-License-Identifier: Apache-2.0 */
/* What loops go over, as a table of functions and as types. */
#include "compiler/syntax/sequence.h"

#include "compiler/unit/memory_type.h"

#include <string.h>

static const struct sequence_function functions[] = {
#define SEQUENCE_FUNCTION(enumerator, module, name, arity) \
	{ SEQUENCE_##enumerator, module, name, arity },
#include "compiler/syntax/sequence_function.def"
#undef SEQUENCE_FUNCTION
};

static const size_t function_count = sizeof(functions) / sizeof(functions[0]);

const struct sequence_function *sequence_function_find(const char *module, const char *name,
						       size_t arity)
{
	if (strncmp(module, "Elixir.", 7) != 0)
		return NULL;
	for (size_t i = 0; i < function_count; i++) {
		const struct sequence_function *function = &functions[i];

		if (strcmp(function->module, module + 7) == 0 &&
		    strcmp(function->name, name) == 0 && function->arity == arity)
			return function;
	}
	return NULL;
}

const struct sequence_function *sequence_function_of(enum sequence_function_kind kind)
{
	return &functions[kind];
}

const char *sequence_function_text(struct compile *compile,
				   const struct sequence_function *function)
{
	return arena_print(compile->arena, "%s.%s/%zu", function->module, function->name,
			   function->arity);
}

size_t sequence_function_names(const char *module, const char **names)
{
	size_t count = 0;

	for (size_t i = 0; i < function_count; i++) {
		if (strcmp(functions[i].module, module) == 0)
			names[count++] = functions[i].name;
	}
	return count;
}

enum sequence_kind sequence_kind_of(const struct type *type)
{
	if (type_is_memory(type))
		return type->memory->kind == MEMORY_ARRAY ? SEQUENCE_IS_ARRAY : SEQUENCE_IS_NONE;
	if (type_is_binary(type))
		return SEQUENCE_IS_BINARY;
	if (!type_is_data(type) || type->data_count != 1)
		return SEQUENCE_IS_NONE;
	if (is_range_shape(type->data->shape))
		return SEQUENCE_IS_RANGE;
	if (type->data->shape->kind == DATA_ENTRIES)
		return SEQUENCE_IS_ENTRIES;
	return type->data->shape->kind == DATA_LIST ? SEQUENCE_IS_LIST : SEQUENCE_IS_NONE;
}

struct stretch take_part(enum sequence_function_kind kind, wide count, size_t size)
{
	bool is_end = (kind == SEQUENCE_TAKE) == (count < 0);
	wide number = count < 0 ? -count : count;
	size_t cut = number > (wide)size ? size : (size_t)number;

	if (kind == SEQUENCE_DROP)
		cut = size - cut;
	return (struct stretch){ is_end ? size - cut : 0, cut };
}

bool pair_key(const struct atom_table *atoms, const struct type *pair, struct map_key *key)
{
	const struct type *first;

	if (!type_is_data(pair) || pair->data_count != 1 || pair->data->shape->kind != DATA_TUPLE ||
	    pair->data->shape->count != 2)
		return false;
	first = &pair->data->elements[0];
	*key = (struct map_key){ .atom = NULL };
	if (type_is_single_atom(first)) {
		key->atom = atom_text(atoms, first->atoms.ids[0]);
		return true;
	}
	if (!type_is_integer(first) || first->range.low != first->range.high)
		return false;
	key->integer.is_negative = first->range.low < 0;
	key->integer.magnitude =
		(uint64_t)(first->range.low < 0 ? -first->range.low : first->range.low);
	return true;
}
