/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/map_key.h"

#include "compiler/unit/map_option.h"
#include "compiler/unit/record_type.h"

#include <string.h>

/* What the kernel accepts for a hash map of 8-byte keys; beyond it map creation fails. */
#define LARGEST_KEY 512
/* Bytes that the number of bits of a prefix can count. */
#define LONGEST_PREFIX 256

/* The kernel keeps a key where a program has it, on the stack, whose size is the most. */
static void check_key_size(struct compile *compile, const struct map_definition *map)
{
	struct diagnostic *diagnostic;

	if (map->key_type->size <= LARGEST_KEY)
		return;
	diagnostic = error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION,
			      "map `%s` has keys of %u bytes, and the kernel takes %d", map->name,
			      map->key_type->size, LARGEST_KEY);
	diagnostic_hint(&compile->diagnostics, diagnostic,
			"use a part of the data as the key, and keep the rest in the value");
}

static void check_number(struct compile *compile, struct map_definition *map)
{
	const struct memory_type *type = map->key_type;
	const struct integer_type *key = type->kind == MEMORY_INTEGER ? type->integer : NULL;

	if (key && key->size == 4)
		return;
	map_refuse(
		compile, map,
		arena_print(compile->arena,
			    "map `%s` has keys %s%s, but the key of %s is %s 32 bits", map->name,
			    key ? "of type :" : "that are ",
			    key ? key->name : memory_type_text(compile, map->key_type),
			    map->kind->key_rule == KEY_INDEX && map->kind->value_rule == VALUE_ANY
				    ? "an array"
				    : arena_print(compile->arena, "a `:%s`", map->kind->name),
			    map->kind->key_rule == KEY_INDEX ? "an index of" : "a number of"),
		"write `key_type: :u32`");
	map->key_type = memory_type_of_integer(compile, integer_type_find("u32"));
}

/* What a prefix is of: the bits that follow their number. */
static bool is_prefix(const struct memory_type *type)
{
	const struct record_field *first;

	if (type->kind == MEMORY_TUPLE)
		return type->record->is_prefix;
	if (type->kind != MEMORY_RECORD)
		return false;
	first = &type->record->fields[0];
	return type->record->field_count > 1 && strcmp(first->name, "prefixlen") == 0 &&
	       first->type->kind == MEMORY_INTEGER && first->type->integer->size == 4 &&
	       !first->type->integer->is_signed;
}

/* Whether its bytes are in the order in which a prefix counts them, the first bit highest. */
static bool is_in_byte_order(const struct memory_type *type)
{
	switch (type->kind) {
	case MEMORY_INTEGER:
	case MEMORY_ENUM:
	case MEMORY_BOOLEAN:
		return type->size == 1;
	case MEMORY_STRING:
	case MEMORY_BINARY:
		return true;
	case MEMORY_ARRAY:
		return is_in_byte_order(type->element);
	case MEMORY_SWAPPED:
		return true;
	case MEMORY_RECORD:
	case MEMORY_TUPLE:
		for (size_t i = 0; i < type->record->field_count; i++) {
			if (!is_in_byte_order(type->record->fields[i].type))
				return false;
		}
		return true;
	}
	return false;
}

static void check_byte_order(struct compile *compile, const struct map_definition *map)
{
	const struct record_type *record = map->key_type->record;

	for (size_t i = 1; i < record->field_count; i++) {
		const struct record_field *field = &record->fields[i];

		if (is_in_byte_order(field->type))
			continue;
		map_refuse(compile, map,
			   arena_print(compile->arena,
				       "the prefixes of map `%s` go by the field `%s`, %s, whose "
				       "bytes begin with the lowest, but a prefix begins with the "
				       "highest bit",
				       map->name, field->name,
				       memory_type_text(compile, field->type)),
			   field->type->kind == MEMORY_INTEGER && !field->type->integer->is_signed
				   ? arena_print(compile->arena,
						 "write `%s: {:be, :%s}`, in the byte order of the "
						 "network",
						 field->name, field->type->integer->name)
				   : arena_print(compile->arena,
						 "write `%s: {:array, :u8, %u}`, the bytes in the "
						 "order of the network",
						 field->name, field->type->size));
	}
}

static void check_prefix(struct compile *compile, struct map_definition *map)
{
	if (is_prefix(map->key_type) && map->key_type->size <= 4 + LONGEST_PREFIX) {
		check_byte_order(compile, map);
		return;
	}
	map_refuse(compile, map,
		   arena_print(
			   compile->arena,
			   "map `%s` has keys that are %s, but those of a `:%s` are prefixes: "
			   "`{:lpm, address}`, or a struct whose first field is `prefixlen: :u32`, "
			   "before at most %d bytes of which that many bits count",
			   map->name, memory_type_text(compile, map->key_type), map->kind->name,
			   LONGEST_PREFIX),
		   MAP_PREFIX_HINT);
}

void map_key_check(struct compile *compile, struct map_definition *map)
{
	switch (map->kind->key_rule) {
	case KEY_ANY:
		check_key_size(compile, map);
		break;
	case KEY_INDEX:
	case KEY_NUMBER:
		check_number(compile, map);
		break;
	case KEY_PREFIX:
		check_prefix(compile, map);
		break;
	case KEY_NONE:
	case KEY_OBJECT:
		break;
	}
}
