/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/ring_definition.h"

#include "base/buffer.h"
#include "compiler/unit/map_option.h"
#include "compiler/unit/record_type.h"

/* What the kernel puts before a record, which also takes of the ring's room. */
#define KERNEL_HEADER 8

static bool check_type(struct compile *compile, const struct map_definition *map,
		       const struct memory_type *type)
{
	struct arena *arena = compile->arena;
	const char *name = memory_type_text(compile, type);
	unsigned size = KERNEL_HEADER + RING_HEADER + (type->size + 7) / 8 * 8;

	if (type->kind != MEMORY_RECORD)
		map_refuse(compile, map,
			   arena_print(arena,
				       "the `types` of ring `%s` have %s, which is no struct type",
				       map->name, name),
			   "define one, `deftype Event, pid: :u32`, and name it: `types: [Event]`");
	else if (ring_type_number(map, type) >= 0)
		map_refuse(compile, map,
			   arena_print(arena, "the `types` of ring `%s` have %s twice", map->name,
				       name),
			   "leave one of them");
	else if (size >= map->max_entries)
		map_refuse(compile, map,
			   arena_print(arena,
				       "ring `%s` of %u bytes has no room for %s, which takes %u",
				       map->name, map->max_entries, name, size),
			   "make the ring larger, by its `max_entries`");
	else
		return true;
	return false;
}

static void read_types(struct compile *compile, struct unit *unit, struct map_definition *map,
		       const struct term *list)
{
	struct type_reader reader = {
		.compile = compile, .unit = unit, .span = map->span, .code = CODE_MAP_OPTION
	};
	size_t count = list && list->kind == TERM_LIST ? term_count(list) : 0;

	if (!count)
		map_refuse(compile, map,
			   arena_print(compile->arena, "the `types` of ring `%s` are %s", map->name,
				       list ? "no list of struct types" : "missing"),
			   "name what `deftype` has defined: `types: [Exec, Exit]`");
	map->types = ARENA_ARRAY(compile->arena, const struct memory_type *, count);
	reader.owner = arena_print(compile->arena, "ring `%s`", map->name);
	for (size_t i = 0; i < count; i++) {
		const struct memory_type *type = memory_type_read(&reader, term_item(list, i));

		if (type && check_type(compile, map, type))
			map->types[map->type_count++] = type;
	}
}

void ring_types_read(struct compile *compile, struct unit *unit, struct map_definition *map,
		     const struct term *options)
{
	const struct term *list = term_get(options, "types");

	if (map_is_ring(map))
		read_types(compile, unit, map, list);
	else if (list)
		map_refuse(compile, map,
			   arena_print(compile->arena,
				       "map `%s` of type `:%s` has `types`, which are a ring's",
				       map->name, map->kind->name),
			   "a ring of events is of type `:bpf_ringbuf`");
}

bool map_is_ring(const struct map_definition *map)
{
	return map->kind->operations & MAP_MAY_EMIT;
}

int ring_type_number(const struct map_definition *map, const struct memory_type *type)
{
	for (size_t i = 0; i < map->type_count; i++) {
		if (memory_type_equal(map->types[i], type))
			return (int)i;
	}
	return -1;
}

const char *ring_types_text(struct compile *compile, const struct map_definition *map)
{
	struct buffer text;

	buffer_init(&text, compile->arena);
	for (size_t i = 0; i < map->type_count; i++)
		buffer_print(&text, "%s`%%%s{}`",
			     i == 0			? ""
			     : i + 1 == map->type_count ? " or "
							: ", ",
			     record_type_written(map->types[i]->record));
	return text.text ? text.text : "";
}
