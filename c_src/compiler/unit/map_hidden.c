/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/map_hidden.h"

#include "base/buffer.h"
#include "compiler/unit/map_option.h"
#include "compiler/unit/record_type.h"

#define LOCK_KERNEL KERNEL_VERSION_OF(5, 1)
#define TIMER_KERNEL KERNEL_VERSION_OF(5, 15)

static bool holds(const struct map_kind *kind, enum hidden_kind hidden)
{
	return hidden == HIDDEN_LOCK ? kind->holds_locks : kind->holds_timers;
}

/* "a `:bpf_hash` and a `:bpf_array`" */
static const char *holders_text(struct compile *compile, enum hidden_kind hidden)
{
	struct buffer text;
	size_t count = 0, left = 0;

	buffer_init(&text, compile->arena);
	for (size_t i = 0; i < map_kind_count; i++)
		left += holds(&map_kinds[i], hidden);
	for (size_t i = 0; i < map_kind_count; i++) {
		if (!holds(&map_kinds[i], hidden))
			continue;
		left--;
		buffer_print(&text, "%sa `:%s`", !count ? "" : (left ? ", " : " and "),
			     map_kinds[i].name);
		count++;
	}
	return text.text;
}

static void refuse_hidden(struct compile *compile, const struct map_definition *map,
			  enum hidden_kind hidden)
{
	map_refuse(
		compile, map,
		arena_print(compile->arena,
			    "map `%s` of type `:%s` has values with %s, which the kernel takes "
			    "in %s",
			    map->name, map->kind->name, hidden_fields[hidden].text,
			    holders_text(compile, hidden)),
		map->kind->per_cpu && hidden == HIDDEN_LOCK
			? "nothing but the program changes the value of its CPU: it needs no lock"
			: "make it a `:bpf_hash`");
}

/* The kernel's own fields in a map's values: a lock, a timer. */
static void check_hidden(struct compile *compile, const struct map_definition *map, int kernel,
			 enum hidden_kind hidden)
{
	static const int kernels[] = { [HIDDEN_LOCK] = LOCK_KERNEL, [HIDDEN_TIMER] = TIMER_KERNEL };
	const char *text = hidden_fields[hidden].text;

	if (!map->value_type->record->hidden_names[hidden])
		return;
	if (!holds(map->kind, hidden))
		refuse_hidden(compile, map, hidden);
	if (map->flags & (MAP_FLAG_RDONLY_PROG | MAP_FLAG_WRONLY_PROG))
		map_refuse(
			compile, map,
			arena_print(compile->arena,
				    "map `%s` has values with %s, which programs read and write, "
				    "but a flag that keeps programs from that",
				    map->name, text),
			"leave the flag out");
	if (kernel < kernels[hidden])
		error_at(&compile->diagnostics, map->span, CODE_KERNEL_TOO_OLD,
			 "the values of map `%s` have %s, which needs kernel %d.%d", map->name,
			 text, kernels[hidden] >> 8, kernels[hidden] & 0xff);
}

void map_check_hidden(struct compile *compile, const struct map_definition *map, int kernel)
{
	for (int i = 0; map->value_type->kind == MEMORY_RECORD && i < HIDDEN_COUNT; i++)
		check_hidden(compile, map, kernel, (enum hidden_kind)i);
}
