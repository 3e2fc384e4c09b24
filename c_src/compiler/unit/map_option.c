/* SPDX-License-Identifier: Apache-2.0 */
/* The options of `defmap` but the types: how many entries, which flags, whether to fuse or to pin. */
#include "compiler/unit/map_option.h"

#include "base/buffer.h"

#define MOST_ENTRIES (1u << 31)
#define PAGE 4096u
#define MOST_NODES 1023u
#define BPF_F_NUMA_NODE 4u

/* The buffer of each CPU, where nothing is said of it. */
#define BUFFER_BYTES (64u * 1024)

static void read_count(struct compile *compile, struct map_definition *map,
		       const struct term *options)
{
	const struct term *term = term_get(options, "max_entries");

	map->max_entries = 1;
	if (!term && map_option_is_misspelt(compile, options, "max_entries"))
		return;
	if (!term)
		map_refuse(compile, map,
			   arena_print(compile->arena, "`max_entries` of map `%s` is missing",
				       map->name),
			   "say how many entries it can hold: `max_entries: 10_240`");
	else if (term->kind != TERM_INTEGER || term->integer.negative ||
		 term->integer.magnitude == 0 || term->integer.magnitude > MOST_ENTRIES)
		map_refuse(compile, map,
			   arena_print(compile->arena,
				       "`max_entries` of map `%s` is not an integer from 1 to %u",
				       map->name, MOST_ENTRIES),
			   "say how many entries it can hold: `max_entries: 10_240`");
	else
		map->max_entries = (unsigned)term->integer.magnitude;
}

/* The memory of a ring buffer, which the kernel maps twice, one after the other. */
static void read_pages(struct compile *compile, struct map_definition *map, const struct term *term)
{
	bool is_integer = term && term->kind == TERM_INTEGER && !term->integer.negative;
	uint64_t bytes = is_integer ? term->integer.magnitude : 0;

	map->max_entries = PAGE;
	if (bytes < PAGE || bytes > MOST_ENTRIES || (bytes & (bytes - 1)) != 0)
		map_refuse(
			compile, map,
			arena_print(
				compile->arena,
				"`max_entries` of map `%s` is not a power of two from %u to %u: of "
				"a `:%s` it is the size in bytes%s, which is whole pages",
				map->name, PAGE, MOST_ENTRIES, map->kind->name,
				map->kind->per_cpu ? " of each CPU's buffer" : ""),
			"write `max_entries: 262_144`, for example");
	else
		map->max_entries = (unsigned)bytes;
}

static void read_max_entries(struct compile *compile, struct map_definition *map,
			     const struct term *options)
{
	const struct term *term = term_get(options, "max_entries");

	switch (map->kind->entries_rule) {
	case ENTRIES_COUNT:
		read_count(compile, map, options);
		break;
	case ENTRIES_PAGES:
		read_pages(compile, map, term);
		break;
	case ENTRIES_BUFFER:
		map->max_entries = BUFFER_BYTES;
		if (term)
			read_pages(compile, map, term);
		break;
	case ENTRIES_NONE:
		map->max_entries = 0;
		if (term)
			map_refuse(
				compile, map,
				arena_print(
					compile->arena,
					"map `%s` has a `max_entries`, but a `:%s` has as many as "
					"there are objects",
					map->name, map->kind->name),
				"leave `max_entries` out");
		break;
	}
}

/* "`:no_prealloc`, `:rdonly`": those that maps of the type can have; NULL for none. */
static const char *flags_of(struct compile *compile, const struct map_kind *kind)
{
	struct buffer text;
	size_t count = 0;

	buffer_init(&text, compile->arena);
	for (size_t i = 0; i < map_flag_count; i++) {
		if (kind->flags & map_flags[i].bit)
			buffer_print(&text, "%s`:%s`", count++ ? ", " : "", map_flags[i].name);
	}
	return text.text;
}

static void bad_flag(struct compile *compile, const struct map_definition *map, const char *name)
{
	const char *flags = flags_of(compile, map->kind);

	map_refuse(compile, map,
		   arena_print(compile->arena, "map `%s` of type `:%s` cannot have the flag `:%s`",
			       map->name, map->kind->name, name ? name : "?"),
		   flags ? arena_print(compile->arena, "the flags of a `:%s` are %s",
				       map->kind->name, flags)
			 : "leave `flags` out");
}

static void read_flag(struct compile *compile, struct map_definition *map, const struct term *term,
		      int kernel)
{
	const char *name = term_name(term);
	const struct map_flag *flag = name ? map_flag_find(name) : NULL;

	if (!flag || !(map->kind->flags & flag->bit)) {
		bad_flag(compile, map, name);
		return;
	}
	map->flags |= flag->bit;
	if (flag->kernel > kernel)
		error_at(&compile->diagnostics, map->span, CODE_KERNEL_TOO_OLD,
			 "the flag `:%s` needs kernel %d.%d", flag->name, flag->kernel >> 8,
			 flag->kernel & 0xff);
}

static void check_pair(struct compile *compile, const struct map_definition *map, unsigned one,
		       unsigned other, const char *problem)
{
	if (map->flags & one && map->flags & other)
		map_refuse(compile, map,
			   arena_print(compile->arena, "map `%s` is %s", map->name, problem),
			   "leave one of the two flags");
}

static void check_needed_flags(struct compile *compile, struct map_definition *map)
{
	unsigned lacks = map->kind->needed_flags & ~map->flags;

	for (size_t i = 0; i < map_flag_count; i++) {
		if (map_flags[i].bit & lacks)
			map_refuse(
				compile, map,
				arena_print(
					compile->arena,
					"map `%s` lacks the flag `:%s`, without which the kernel "
					"makes no `:%s`",
					map->name, map_flags[i].name, map->kind->name),
				arena_print(compile->arena, "write `flags: [:%s]`",
					    map_flags[i].name));
	}
	map->flags |= lacks;
}

static void read_flags(struct compile *compile, struct map_definition *map,
		       const struct term *options, int kernel)
{
	const struct term *flags = term_get(options, "flags");

	if (flags && flags->kind != TERM_LIST)
		map_refuse(
			compile, map,
			arena_print(
				compile->arena,
				"the `flags` of map `%s` are not a list such as `[:no_prealloc]`",
				map->name),
			"write `flags: [:no_prealloc]`, or leave it out");
	for (size_t i = 0; flags && flags->kind == TERM_LIST && i < term_count(flags); i++)
		read_flag(compile, map, term_item(flags, i), kernel);
	check_pair(compile, map, MAP_FLAG_RDONLY, MAP_FLAG_WRONLY,
		   "read-only and write-only for user space");
	check_pair(compile, map, MAP_FLAG_RDONLY_PROG, MAP_FLAG_WRONLY_PROG,
		   "read-only and write-only for programs");
	check_needed_flags(compile, map);
	/* There is nothing that memory could be taken for beforehand. */
	if (map->kind->key_rule == KEY_OBJECT)
		map->flags |= MAP_FLAG_NO_PREALLOC;
}

/* Which nodes there are, the kernel that it is loaded into knows. */
static void read_node(struct compile *compile, struct map_definition *map,
		      const struct term *options)
{
	const struct term *term = term_get(options, "numa_node");

	if (!term)
		return;
	if (term->kind != TERM_INTEGER || term->integer.negative ||
	    term->integer.magnitude > MOST_NODES) {
		map_refuse(compile, map,
			   arena_print(compile->arena,
				       "the `numa_node` of map `%s` is not an integer from 0 to %u",
				       map->name, MOST_NODES),
			   "write `numa_node: 0`, or leave it out");
		return;
	}
	if (map->kind->per_cpu)
		map_refuse(compile, map,
			   arena_print(compile->arena,
				       "map `%s` of type `:%s` has memory for each CPU, where that "
				       "is, and none on one node",
				       map->name, map->kind->name),
			   "leave `numa_node` out");
	if (map->kind->key_rule == KEY_OBJECT)
		map_refuse(compile, map,
			   arena_print(compile->arena,
				       "map `%s` of type `:%s` has memory for each of the kernel's "
				       "objects, and none on one node",
				       map->name, map->kind->name),
			   "leave `numa_node` out");
	map->has_node = true;
	map->node = (unsigned)term->integer.magnitude;
	map->flags |= BPF_F_NUMA_NODE;
}

static void read_fuse(struct compile *compile, struct map_definition *map,
		      const struct term *options)
{
	const struct term *fuse = term_get(options, "fuse");

	map->may_fuse = !fuse || term_is_atom(fuse, "true");
	map->says_fuse = term_is_atom(fuse, "true");
	if (fuse && !map->says_fuse && !term_is_atom(fuse, "false"))
		map_refuse(
			compile, map,
			arena_print(compile->arena,
				    "the `fuse` of map `%s` is neither true nor false", map->name),
			"`fuse: true` is your word that no key is deleted while another CPU adds to it");
}

/* Where it is pinned, the loader is told. */
static void read_pinning(struct compile *compile, struct map_definition *map,
			 const struct term *options)
{
	const struct term *pinning = term_get(options, "pinning");

	map->is_pinned = term_is_atom(pinning, "by_name");
	if (!pinning || term_is_atom(pinning, "none"))
		return;
	if (!map->is_pinned)
		map_refuse(
			compile, map,
			arena_print(compile->arena,
				    "the `pinning` of map `%s` is neither `:by_name` nor `:none`",
				    map->name),
			"write `pinning: :by_name`, and `pin: \"/sys/fs/bpf/my_app\"` where it is "
			"loaded");
	else if (map->outer)
		map_refuse(
			compile, map,
			arena_print(compile->arena,
				    "the `inner` of map `%s` has a `pinning`, but its maps have no "
				    "names",
				    map->name),
			"pin the map that they are in");
}

void map_options_read(struct compile *compile, struct map_definition *map,
		      const struct term *options, int kernel)
{
	read_max_entries(compile, map, options);
	read_flags(compile, map, options, kernel);
	read_node(compile, map, options);
	read_fuse(compile, map, options);
	read_pinning(compile, map, options);
}
