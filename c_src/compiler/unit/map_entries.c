/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/map_entries.h"

#include "compiler/unit/initial_value.h"
#include "compiler/unit/map_option.h"

static size_t entry_count(const struct term *entries)
{
	return entries ? term_count(entries) / 2 : 0;
}

static const struct term *key_of(const struct term *entries, size_t n)
{
	return entries->sequence.items[2 * n];
}

static const struct term *value_of(const struct term *entries, size_t n)
{
	return entries->sequence.items[2 * n + 1];
}

static bool check_index(struct compile *compile, const struct map_definition *map,
			const struct term *key)
{
	if (map->kind->key_rule != KEY_INDEX || key->integer.magnitude < map->max_entries)
		return true;
	map_refuse(compile, map,
		   arena_print(compile->arena,
			       "the `entries` of map `%s` have the index %s, but the last is %u",
			       map->name, initial_term_text(compile, key), map->max_entries - 1),
		   "make `max_entries` larger, or leave the entry out");
	return false;
}

static bool check_key(struct compile *compile, const struct map_definition *map,
		      const struct term *key)
{
	struct initial_owner owner = { map->span, CODE_MAP_OPTION, NULL };

	owner.text = arena_print(compile->arena, "a key of the `entries` of map `%s`", map->name);
	return initial_value_read(compile, map->key_type, key, &owner) &&
	       check_index(compile, map, key);
}

/* Whether the module has such a program is asked when its programs are known: program_array.c. */
static void check_program(struct compile *compile, const struct map_definition *map,
			  const struct term *value, const char *what)
{
	if (!term_name(value))
		map_refuse(compile, map,
			   arena_print(compile->arena, "%s is %s, expected the name of a program",
				       what, initial_term_text(compile, value)),
			   "write `entries: %{0 => :name_of_the_function}`");
}

static void check_entries(struct compile *compile, const struct map_definition *map,
			  const struct term *entries);
static void check_count(struct compile *compile, const struct map_definition *map, size_t count);

/* What a queue, a stack or a filter begins with: values, in the order in which they are pushed. */
static void check_line(struct compile *compile, const struct map_definition *map,
		       const struct term *values)
{
	struct initial_owner owner = { map->span, CODE_MAP_OPTION, NULL };
	bool is_list = values->kind == TERM_LIST;

	owner.text = arena_print(compile->arena, "a value in the `entries` of map `%s`", map->name);
	for (size_t i = 0; is_list && i < term_count(values); i++)
		initial_value_read(compile, map->value_type, term_item(values, i), &owner);
	if (!is_list)
		map_refuse(compile, map,
			   arena_print(compile->arena,
				       "the `entries` of map `%s` have %s for a map of type `:%s`, "
				       "expected a list of values",
				       map->name, initial_term_text(compile, values),
				       map->kind->name),
			   "write `entries: %{key => [value]}`");
	else
		check_count(compile, map, term_count(values));
}

static void check_value(struct compile *compile, const struct map_definition *map,
			const struct term *key, const struct term *value)
{
	struct initial_owner owner = { map->span, CODE_MAP_OPTION, NULL };

	owner.text = arena_print(compile->arena, "the value of key %s in the `entries` of map `%s`",
				 initial_term_text(compile, key), map->name);
	if (map->kind->value_rule == VALUE_PROGRAM)
		check_program(compile, map, value, owner.text);
	else if (map->inner && map->inner->kind->key_rule == KEY_NONE)
		check_line(compile, map->inner, value);
	else if (map->inner)
		check_entries(compile, map->inner, value);
	else
		initial_value_read(compile, map->value_type, value, &owner);
}

/* Of a map into which Elixir puts nothing under keys. */
static void refuse_entries(struct compile *compile, const struct map_definition *map)
{
	map_refuse(compile, map,
		   arena_print(compile->arena,
			       "map `%s` of type `:%s` has `entries`, but Elixir puts nothing into "
			       "such a map under keys",
			       map->name, map->kind->name),
		   "leave `entries` out");
}

static bool takes_entries(struct compile *compile, const struct map_definition *map,
			  const struct term *entries)
{
	if (map->kind->key_rule == KEY_NONE || !(map->kind->user_operations & MAP_USER_PUT)) {
		refuse_entries(compile, map);
		return false;
	}
	if (map->flags & MAP_FLAG_RDONLY) {
		map_refuse(compile, map,
			   arena_print(compile->arena,
				       "map `%s` has `entries`, but its flag `:rdonly` lets Elixir "
				       "put nothing into it",
				       map->name),
			   "leave one of the two out");
		return false;
	}
	if (entries->kind == TERM_MAP && !term_get(entries, "__struct__"))
		return true;
	map_refuse(compile, map,
		   arena_print(compile->arena, "the `entries` of map `%s` are %s, expected a map",
			       map->name, initial_term_text(compile, entries)),
		   "write `entries: %{key => value}`");
	return false;
}

static void check_count(struct compile *compile, const struct map_definition *map, size_t count)
{
	if (count > map->max_entries && map->kind->key_rule != KEY_INDEX)
		map_refuse(compile, map,
			   arena_print(compile->arena,
				       "map `%s` has %zu `entries`, but its `max_entries` is %u",
				       map->name, count, map->max_entries),
			   "make `max_entries` larger");
}

static void check_entries(struct compile *compile, const struct map_definition *map,
			  const struct term *entries)
{
	if (!takes_entries(compile, map, entries))
		return;
	for (size_t i = 0; i < entry_count(entries); i++) {
		if (check_key(compile, map, key_of(entries, i)))
			check_value(compile, map, key_of(entries, i), value_of(entries, i));
	}
	check_count(compile, map, entry_count(entries));
}

void map_entries_read(struct compile *compile, struct map_definition *map,
		      const struct term *options)
{
	const struct term *entries = term_get(options, "entries");

	if (!entries)
		return;
	check_entries(compile, map, entries);
	if (entries->kind == TERM_MAP)
		map->entries = entries;
}

const char *map_entry_program(const struct map_definition *map, size_t n)
{
	return n < entry_count(map->entries) ? term_name(value_of(map->entries, n)) : NULL;
}
