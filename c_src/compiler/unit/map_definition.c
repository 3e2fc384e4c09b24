/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/map_definition.h"

#include "base/buffer.h"
#include "compiler/core/suggest.h"

#include <string.h>

/* What the kernel accepts for a hash map of 8-byte keys; beyond it map creation fails. */
#define LARGEST_KEY 512
#define MOST_ENTRIES (1u << 31)

#define BPF_F_NO_PREALLOC 1u

static const char *const option_names[] = { "key_type", "value_type", "max_entries", "flags",
					    "fuse" };

static const char *list_of_kinds(struct compile *compile)
{
	struct buffer text;

	buffer_init(&text, compile->arena);
	for (size_t i = 0; i < map_kind_count; i++)
		buffer_print(&text, "%s`:%s`", i ? ", " : "", map_kinds[i].name);
	return text.text;
}

static void read_kind(struct compile *compile, struct map_definition *map, const struct term *type,
		      int kernel)
{
	const char *name = term_name(type);
	struct diagnostic *diagnostic;

	map->kind = name ? map_kind_find(name) : NULL;
	if (!map->kind) {
		map->kind = &map_kinds[0];
		diagnostic = error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION,
				      "`:%s` is not a map type that Honey knows",
				      name ? name : "?");
		diagnostic_hint(&compile->diagnostics, diagnostic, "the types are %s",
				list_of_kinds(compile));
	}
	if (map->kind->kernel > kernel)
		error_at(&compile->diagnostics, map->span, CODE_KERNEL_TOO_OLD,
			 "`:%s` needs kernel %d.%d", map->kind->name, map->kind->kernel >> 8,
			 map->kind->kernel & 0xff);
}

static void missing_type(struct compile *compile, struct map_definition *map, const char *option)
{
	struct diagnostic *diagnostic = error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION,
						 "`%s` of map `%s` is missing", option, map->name);

	diagnostic_hint(&compile->diagnostics, diagnostic,
			"write `%s: :u64`; the types are :u8 to :u64, :s8 to :s64, :bool, "
			"{:enum, [:a, :b]}, {:array, type, n}, {:string, n}, and what `deftype` "
			"defines",
			option);
}

static const struct memory_type *read_type(struct compile *compile, struct unit *unit,
					   struct map_definition *map, const struct term *options,
					   const char *option)
{
	const struct term *term = term_get(options, option);
	const struct memory_type *type = NULL;
	struct type_reader reader = {
		.compile = compile, .unit = unit, .span = map->span, .code = CODE_MAP_OPTION
	};

	reader.owner = arena_print(compile->arena, "the `%s` of map `%s`", option, map->name);
	if (term)
		type = memory_type_read(&reader, term);
	else
		missing_type(compile, map, option);
	if (type)
		return type;
	return memory_type_of_integer(
		compile, integer_type_find(strcmp(option, "key_type") == 0 ? "u32" : "u64"));
}

static const struct integer_type *integer_of(const struct memory_type *type)
{
	return type->kind == MEMORY_INTEGER ? type->integer : NULL;
}

static void read_max_entries(struct compile *compile, struct map_definition *map,
			     const struct term *options)
{
	const struct term *term = term_get(options, "max_entries");

	map->max_entries = 1;
	if (!term) {
		struct diagnostic *diagnostic =
			error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION,
				 "`max_entries` of map `%s` is missing", map->name);

		diagnostic_hint(&compile->diagnostics, diagnostic,
				"say how many entries it can hold: `max_entries: 10_240`");
	} else if (term->kind != TERM_INTEGER || term->integer.negative ||
		   term->integer.magnitude == 0 || term->integer.magnitude > MOST_ENTRIES) {
		diagnostic_hint(&compile->diagnostics,
				error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION,
					 "`max_entries` of map `%s` is not an integer from 1 to %u",
					 map->name, MOST_ENTRIES),
				"say how many entries it can hold: `max_entries: 10_240`");
	} else {
		map->max_entries = (unsigned)term->integer.magnitude;
	}
}

static void read_flag_list(struct compile *compile, struct map_definition *map,
			   const struct term *list)
{
	for (size_t i = 0; i < term_count(list); i++) {
		if (term_is_atom(term_item(list, i), "no_prealloc") &&
		    map->kind->key_rule == KEY_ANY && !map->kind->evicts) {
			map->flags |= BPF_F_NO_PREALLOC;
			continue;
		}
		diagnostic_hint(
			&compile->diagnostics,
			error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION,
				 "map `%s` of type `:%s` has a flag that it cannot have, expected "
				 "`:no_prealloc` on a hash or nothing",
				 map->name, map->kind->name),
			"leave `flags:` out");
	}
}

static void read_flags(struct compile *compile, struct map_definition *map,
		       const struct term *options)
{
	const struct term *flags = term_get(options, "flags");

	if (!flags)
		return;
	if (flags->kind != TERM_LIST)
		diagnostic_hint(
			&compile->diagnostics,
			error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION,
				 "the `flags` of map `%s` are not a list such as `[:no_prealloc]`",
				 map->name),
			"write `flags: [:no_prealloc]`, or leave it out");
	read_flag_list(compile, map, flags);
}

static void read_fuse(struct compile *compile, struct map_definition *map,
		      const struct term *options)
{
	const struct term *fuse = term_get(options, "fuse");

	map->may_fuse = !fuse || term_is_atom(fuse, "true");
	map->says_fuse = term_is_atom(fuse, "true");
	if (fuse && !map->says_fuse && !term_is_atom(fuse, "false"))
		diagnostic_hint(
			&compile->diagnostics,
			error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION,
				 "the `fuse` of map `%s` is neither true nor false", map->name),
			"`fuse: true` is your word that no key is deleted while another CPU adds to it");
}

static void check_names(struct compile *compile, struct map_definition *map,
			const struct term *options)
{
	const size_t count = sizeof(option_names) / sizeof(option_names[0]);

	for (size_t i = 0; i < term_count(options); i++) {
		const char *name = term_name(term_item(term_item(options, i), 0));
		struct diagnostic *diagnostic;
		const char *nearest;
		size_t known = 0;

		while (name && known < count && strcmp(option_names[known], name) != 0)
			known++;
		if (known < count)
			continue;
		diagnostic = error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION,
				      "map `%s` has an option `%s`, which Honey does not know",
				      map->name, name ? name : "?");
		nearest = name ? suggest_name(compile->arena, name, option_names, count) : NULL;
		if (nearest)
			diagnostic_hint(&compile->diagnostics, diagnostic, "did you mean `%s`?",
					nearest);
		else
			diagnostic_hint(&compile->diagnostics, diagnostic,
					"the options are key_type, value_type, max_entries, flags "
					"and fuse");
	}
}

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

static void check_key(struct compile *compile, struct map_definition *map)
{
	struct diagnostic *diagnostic;

	check_key_size(compile, map);
	if (map->kind->key_rule != KEY_INDEX || (map->key && map->key->size == 4))
		return;
	diagnostic = error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION,
			      "map `%s` has keys %s%s, but the key of an array is an index of 32 "
			      "bits",
			      map->name, map->key ? "of type :" : "that are ",
			      map->key ? map->key->name : memory_type_text(compile, map->key_type));
	diagnostic_hint(&compile->diagnostics, diagnostic, "write `key_type: :u32`");
	map->key = integer_type_find("u32");
	map->key_type = memory_type_of_integer(compile, map->key);
}

bool map_definition_read(struct compile *compile, struct unit *unit, struct map_definition *map,
			 const struct term *term)
{
	const struct term *options = term_get(term, "options");

	map->name = term_name(term_get(term, "name"));
	if (!map->name)
		return false;
	map->span.line = term_number(term_get(term, "line"), 1);
	map->span.column = term_number(term_get(term, "column"), 0);
	if (map->span.column)
		map->span.end_column = map->span.column + (int)strlen("defmap");
	check_names(compile, map, options);
	read_kind(compile, map, term_get(term, "type"), unit->kernel);
	map->key_type = read_type(compile, unit, map, options, "key_type");
	map->value_type = read_type(compile, unit, map, options, "value_type");
	map->key = integer_of(map->key_type);
	map->value = integer_of(map->value_type);
	read_max_entries(compile, map, options);
	read_flags(compile, map, options);
	read_fuse(compile, map, options);
	check_key(compile, map);
	return true;
}
