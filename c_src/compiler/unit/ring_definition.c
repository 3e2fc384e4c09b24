/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/ring_definition.h"

#include "base/buffer.h"
#include "compiler/unit/map_option.h"
#include "compiler/unit/record_type.h"

/* The kernel's own, before each record of a ring buffer. */
#define RECORD_HEADER 8

/*
 * What a record takes of the ring's room. Before it the kernel puts a header of its own, in a CPU's
 * buffer also its size; all in whole words.
 */
static unsigned room_of(const struct map_definition *map, const struct memory_type *type)
{
	unsigned headers = ring_is_per_cpu(map) ? 12 : RECORD_HEADER;

	return (headers + RING_HEADER + type->size + 7) / 8 * 8;
}

static bool check_type(struct compile *compile, const struct map_definition *map,
		       const struct memory_type *type)
{
	struct arena *arena = compile->arena;
	const char *name = memory_type_text(compile, type);
	unsigned size = room_of(map, type);

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
				       "ring `%s` of %u bytes%s has no room for %s, which takes %u",
				       map->name, map->max_entries,
				       ring_is_per_cpu(map) ? " for each CPU" : "", name, size),
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

bool map_is_drained(const struct map_definition *map)
{
	return map->kind->operations & MAP_MAY_DRAIN;
}

void ring_check_record(struct compile *compile, const struct map_definition *map)
{
	unsigned size = (RECORD_HEADER + map->value_type->size + 7) / 8 * 8;

	if (map_is_drained(map) && size > map->max_entries)
		map_refuse(
			compile, map,
			arena_print(compile->arena,
				    "ring `%s` of %u bytes has no room for a record of %s, which "
				    "takes %u",
				    map->name, map->max_entries,
				    memory_type_text(compile, map->value_type), size),
			"make the ring larger, by its `max_entries`");
}

bool ring_is_per_cpu(const struct map_definition *map)
{
	return map_is_ring(map) && map->kind->per_cpu;
}

/* struct honey_event_events_0 { __u64 type; struct honey_Exec record; }; and its end */
static const struct memory_type *event_type(struct compile *compile,
					    const struct map_definition *map, size_t number)
{
	const struct memory_type *type = map->types[number];
	struct record_type *event = ARENA_NEW(compile->arena, struct record_type);
	unsigned size = RING_HEADER + type->size;

	event->name = event->symbol =
		arena_print(compile->arena, "honey_event_%s_%zu", map->symbol, number);
	event->field_count = 2;
	event->fields = ARENA_ARRAY(compile->arena, struct record_field, event->field_count);
	event->fields[0] = (struct record_field){
		.name = "type",
		.symbol = "type",
		.type = memory_type_of_integer(compile, integer_type_find("u64")),
	};
	event->fields[1] = (struct record_field){
		.name = "record",
		.symbol = "record",
		.type = type,
		.offset = RING_HEADER,
		.padding = (8 - size % 8) % 8,
	};
	event->shown = size + event->fields[1].padding;
	event->type = (struct memory_type){
		.kind = MEMORY_RECORD, .size = event->shown, .alignment = 8, .record = event
	};
	return &event->type;
}

void ring_lay_out_events(struct compile *compile, struct map_definition *map)
{
	if (!ring_is_per_cpu(map))
		return;
	map->events = ARENA_ARRAY(compile->arena, const struct memory_type *, map->type_count);
	for (size_t i = 0; i < map->type_count; i++)
		map->events[i] = event_type(compile, map, i);
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
