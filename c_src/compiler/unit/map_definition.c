/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/map_definition.h"

#include "base/buffer.h"
#include "compiler/core/suggest.h"
#include "compiler/unit/map_entries.h"
#include "compiler/unit/map_hidden.h"
#include "compiler/unit/map_key.h"
#include "compiler/unit/map_option.h"
#include "compiler/unit/ring_definition.h"

#include <string.h>

/* How deep a call stack is when `value_type` does not say it; the kernel's own default. */
#define STACK_DEPTH 127

static const char *const option_names[] = { "key_type",	 "value_type", "max_entries", "flags",
					    "numa_node", "fuse",       "types",	      "entries",
					    "inner",	 "pinning" };

#define OPTION_COUNT (sizeof(option_names) / sizeof(option_names[0]))

static const char *suggest_option(struct compile *compile, const char *name)
{
	return suggest_name(compile->arena, name, option_names, OPTION_COUNT);
}

static bool is_named(const char *name, const char *option)
{
	return name && strcmp(name, option) == 0;
}

static bool is_option(const char *name)
{
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		if (strcmp(option_names[i], name) == 0)
			return true;
	}
	return false;
}

bool map_option_is_misspelt(struct compile *compile, const struct term *options, const char *option)
{
	for (size_t i = 0; i < term_count(options); i++) {
		const char *name = term_name(term_item(term_item(options, i), 0));

		if (name && !is_option(name) && is_named(suggest_option(compile, name), option))
			return true;
	}
	return false;
}

/* The row is there for the message: neither programs nor Elixir can do anything with such a map yet. */
static bool is_missing(const struct map_kind *kind)
{
	return kind->missing && !kind->user_operations;
}

static const char *list_of_kinds(struct compile *compile)
{
	struct buffer text;

	buffer_init(&text, compile->arena);
	for (size_t i = 0; i < map_kind_count; i++) {
		if (!is_missing(&map_kinds[i]))
			buffer_print(&text, "%s`:%s`", i ? ", " : "", map_kinds[i].name);
	}
	return text.text;
}

void map_refuse(struct compile *compile, const struct map_definition *map, const char *problem,
		const char *hint)
{
	diagnostic_hint(&compile->diagnostics,
			error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION, "%s", problem),
			"%s", hint);
}

static const char *nearest_kind(struct compile *compile, const char *name)
{
	const char **names = ARENA_ARRAY(compile->arena, const char *, map_kind_count);

	for (size_t i = 0; i < map_kind_count; i++)
		names[i] = map_kinds[i].name;
	return suggest_name(compile->arena, name, names, map_kind_count);
}

static void unknown_kind(struct compile *compile, const struct map_definition *map,
			 const char *name)
{
	const char *nearest = name ? nearest_kind(compile, name) : NULL;

	map_refuse(
		compile, map,
		arena_print(compile->arena, "`:%s` is not a map type that Honey knows",
			    name ? name : "?"),
		nearest ? arena_print(compile->arena, "did you mean `:%s`?", nearest)
			: arena_print(compile->arena, "the types are %s", list_of_kinds(compile)));
}

static void check_missing(struct compile *compile, const struct map_definition *map)
{
	if (is_missing(map->kind))
		map_refuse(compile, map,
			   arena_print(compile->arena,
				       "map `%s` cannot be of type `:%s` yet: that needs %s",
				       map->name, map->kind->name, map->kind->missing),
			   map->kind->instead);
}

/* False when it is none: then nothing else can be said of the map. */
static bool read_kind(struct compile *compile, struct map_definition *map, const struct term *type,
		      int kernel)
{
	const char *name = term_name(type);

	map->kind = name ? map_kind_find(name) : NULL;
	if (!map->kind) {
		map->kind = &map_kinds[0];
		unknown_kind(compile, map, name);
		return false;
	}
	check_missing(compile, map);
	if (map->kind->kernel > kernel && !is_missing(map->kind))
		error_at(&compile->diagnostics, map->span, CODE_KERNEL_TOO_OLD,
			 "`:%s` needs kernel %d.%d", map->kind->name, map->kind->kernel >> 8,
			 map->kind->kernel & 0xff);
	return !is_missing(map->kind);
}

static void missing_type(struct compile *compile, struct map_definition *map,
			 const struct term *options, const char *option)
{
	struct diagnostic *diagnostic;

	if (map_option_is_misspelt(compile, options, option))
		return;
	diagnostic = error_at(&compile->diagnostics, map->span, CODE_MAP_OPTION,
			      "`%s` of map `%s` is missing", option, map->name);
	if (map->kind->key_rule == KEY_PREFIX && strcmp(option, "key_type") == 0) {
		diagnostic_hint(&compile->diagnostics, diagnostic, MAP_PREFIX_HINT);
		return;
	}
	diagnostic_hint(&compile->diagnostics, diagnostic,
			"write `%s: :u64`; the types are :u8 to :u64, :s8 to :s64, :bool, "
			"{:be, :u16}, :ipv4, :ipv6, :mac, {:enum, [:a, :b]}, {:array, type, n}, "
			"{:string, n}, {:binary, n}, tuples of types, and what `deftype` defines",
			option);
}

static const struct memory_type *read_type(struct compile *compile, struct unit *unit,
					   struct map_definition *map, const struct term *term,
					   const char *option)
{
	struct type_reader reader = {
		.compile = compile, .unit = unit, .span = map->span, .code = CODE_MAP_OPTION
	};

	reader.owner = arena_print(compile->arena, "the `%s` of map `%s`", option, map->name);
	reader.takes_hidden = strcmp(option, "value_type") == 0;
	return memory_type_read(&reader, term);
}

static const struct memory_type *integer_type(struct compile *compile, const char *name)
{
	return memory_type_of_integer(compile, integer_type_find(name));
}

/* Of keys or values that are not for the map to choose. */
static void refuse_type(struct compile *compile, const struct map_definition *map, const char *what,
			const char *option)
{
	map_refuse(
		compile, map,
		arena_print(compile->arena,
			    "the %s of a `:%s` are the kernel's, but map `%s` says what they are",
			    what, map->kind->name, map->name),
		arena_print(compile->arena, "leave `%s` out", option));
}

/* One that the type does not have stands there as a u32, so that nobody has to ask. */
static void read_key_type(struct compile *compile, struct unit *unit, struct map_definition *map,
			  const struct term *options)
{
	const struct term *term = term_get(options, "key_type");
	const struct memory_type *type = NULL;

	if (map->kind->key_rule == KEY_NONE && term)
		map_refuse(
			compile, map,
			arena_print(compile->arena,
				    "map `%s` of type `:%s` has no keys, but `key_type` is given",
				    map->name, map->kind->name),
			"leave `key_type` out");
	else if (map->kind->key_rule == KEY_OBJECT && term)
		refuse_type(compile, map, "keys", "key_type");
	else if (term)
		type = read_type(compile, unit, map, term, "key_type");
	else if (map->kind->key_rule == KEY_ANY || map->kind->key_rule == KEY_PREFIX ||
		 (map->kind->key_rule == KEY_INDEX && map->kind->value_rule == VALUE_ANY))
		missing_type(compile, map, options, "key_type");
	map->key_type = type ? type : integer_type(compile, "u32");
}

static const struct memory_type *addresses(struct compile *compile)
{
	return memory_type_of_array(compile, integer_type(compile, "u64"), STACK_DEPTH);
}

static bool are_addresses(const struct memory_type *type)
{
	return type->kind == MEMORY_ARRAY && type->element->kind == MEMORY_INTEGER &&
	       type->element->integer->size == 8 && !type->element->integer->is_signed;
}

static void read_addresses(struct compile *compile, struct unit *unit, struct map_definition *map,
			   const struct term *term)
{
	const struct memory_type *type = term ? read_type(compile, unit, map, term, "value_type")
					      : NULL;

	if (type && (!are_addresses(type) || type->count > STACK_DEPTH)) {
		map_refuse(
			compile, map,
			arena_print(compile->arena,
				    "the values of map `%s` are %s, but those of a `:%s` are the "
				    "addresses of at most %d functions",
				    map->name, memory_type_text(compile, type), map->kind->name,
				    STACK_DEPTH),
			"write `value_type: {:array, :u64, 32}`, or leave it out");
		type = NULL;
	}
	map->value_type = type ? type : addresses(compile);
}

/* Whether `value_type` says what they are. */
static bool says_value(const struct map_kind *kind)
{
	return kind->value_rule == VALUE_ANY || kind->value_rule == VALUE_RECORD;
}

/* The integer that one is of which nothing is said. */
static const char *value_name(const struct map_kind *kind)
{
	return says_value(kind) || kind->value_rule == VALUE_COOKIE ? "u64" : "u32";
}

static void read_value_type(struct compile *compile, struct unit *unit, struct map_definition *map,
			    const struct term *options)
{
	const struct term *term = term_get(options, "value_type");
	const struct memory_type *type = NULL;

	if (map->kind->value_rule == VALUE_ADDRESSES) {
		read_addresses(compile, unit, map, term);
		return;
	}
	if (term && !says_value(map->kind))
		refuse_type(compile, map, "values", "value_type");
	else if (term)
		type = read_type(compile, unit, map, term, "value_type");
	else if (says_value(map->kind))
		missing_type(compile, map, options, "value_type");
	map->value_type = type ? type : integer_type(compile, value_name(map->kind));
}

static const struct integer_type *integer_of(const struct memory_type *type)
{
	return type->kind == MEMORY_INTEGER ? type->integer : NULL;
}

/* Those that are none, and what each was meant to be. */
static void check_names(struct compile *compile, struct map_definition *map,
			const struct term *options)
{
	struct buffer wrong, meant;
	bool prints = false;
	size_t count = 0;

	buffer_init(&wrong, compile->arena);
	buffer_init(&meant, compile->arena);
	for (size_t i = 0; i < term_count(options); i++) {
		const char *name = term_name(term_item(term_item(options, i), 0));
		const char *nearest;

		if (name && is_option(name))
			continue;
		prints = prints || (name && strncmp(name, "print", strlen("print")) == 0);
		nearest = name ? suggest_option(compile, name) : NULL;
		buffer_print(&wrong, "%s`%s`", count++ ? ", " : "", name ? name : "?");
		if (nearest)
			buffer_print(&meant, "%s`%s`", meant.text ? ", " : "", nearest);
	}
	if (!count)
		return;
	map_refuse(compile, map,
		   arena_print(compile->arena, "map `%s` has %s that Honey does not know: %s",
			       map->name, count == 1 ? "an option" : "options", wrong.text),
		   prints	? arena_print(compile->arena,
					      "leave it out, and read the map from Elixir: "
						    "`Honey.Map.to_list(object, :%s)`",
					      map->name)
		   : meant.text ? arena_print(compile->arena, "did you mean %s?", meant.text)
				: "the options are key_type, value_type, max_entries, flags, "
				  "numa_node, pinning and fuse; of a ring, types and max_entries");
}

/* For the rest of the pass, after which nothing is done with it. */
static void stand_in(struct compile *compile, struct map_definition *map)
{
	map->key_type = integer_type(compile, "u32");
	map->value_type = integer_type(compile, "u64");
}

static void read_options(struct compile *compile, struct unit *unit, struct map_definition *map,
			 const struct term *options)
{
	read_key_type(compile, unit, map, options);
	read_value_type(compile, unit, map, options);
	map_options_read(compile, map, options, unit->kernel);
	map_check_hidden(compile, map, unit->kernel);
	if (term_get(options, "key_type"))
		map_key_check(compile, map);
	map->key = integer_of(map->key_type);
	map->value = integer_of(map->value_type);
}

static void refuse_inner(struct compile *compile, const struct map_definition *map,
			 const char *problem)
{
	map_refuse(compile, map, problem,
		   "write `inner: {:bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64}`");
}

/* Why the type's maps cannot be values of another; NULL when they can. */
static const char *not_inner(const struct map_kind *kind)
{
	if (kind->key_rule == KEY_OBJECT)
		return "whose memory the kernel keeps with its objects";
	if (kind->value_rule == VALUE_MAP)
		return "and the kernel has maps of maps no deeper";
	if (kind->entries_rule != ENTRIES_COUNT)
		return "which is one of its name, for those who read or write its records";
	return kind->value_rule == VALUE_ANY ? NULL : "whose values stand for something else";
}

static void check_inner(struct compile *compile, const struct map_definition *inner,
			const struct term *options)
{
	const char *reason = not_inner(inner->kind);

	if (reason)
		refuse_inner(compile, inner,
			     arena_print(compile->arena,
					 "the inner maps of `%s` are of type `:%s`, %s; expected "
					 "one with values, such as a hash or a queue",
					 inner->name, inner->kind->name, reason));
	if (map_has_lock(inner) || map_has_timer(inner))
		refuse_inner(compile, inner,
			     arena_print(compile->arena,
					 "the inner maps of `%s` have values with a %s, which only "
					 "a map that is no other's value can have",
					 inner->name, map_has_lock(inner) ? "lock" : "timer"));
	if (term_get(options, "entries") || term_get(options, "inner"))
		refuse_inner(
			compile, inner,
			arena_print(compile->arena,
				    "the `inner` of map `%s` has `entries` or an `inner` of its "
				    "own",
				    inner->name));
}

/* {type, options} */
static void read_inner(struct compile *compile, struct unit *unit, struct map_definition *map,
		       const struct term *term)
{
	struct map_definition *inner = ARENA_NEW(compile->arena, struct map_definition);
	const struct term *options = term_is_tuple(term, 2) ? term_item(term, 1) : NULL;

	*inner = (struct map_definition){ .name = map->name, .span = map->span, .outer = map };
	map->inner = inner;
	if (!options || options->kind != TERM_LIST) {
		inner->kind = &map_kinds[0];
		stand_in(compile, inner);
		refuse_inner(compile, map,
			     arena_print(compile->arena,
					 term ? "the `inner` of map `%s` is no map's type with its "
						"options"
					      : "`inner` of map `%s` is missing",
					 map->name));
		return;
	}
	check_names(compile, inner, options);
	if (!read_kind(compile, inner, term_item(term, 0), unit->kernel)) {
		stand_in(compile, inner);
		return;
	}
	read_options(compile, unit, inner, options);
	check_inner(compile, inner, options);
}

static void read_inner_of(struct compile *compile, struct unit *unit, struct map_definition *map,
			  const struct term *term)
{
	if (map->kind->value_rule == VALUE_MAP)
		read_inner(compile, unit, map, term);
	else if (term)
		map_refuse(compile, map,
			   arena_print(compile->arena,
				       "map `%s` of type `:%s` has an `inner`, but its values are "
				       "no maps",
				       map->name, map->kind->name),
			   "make it a `:bpf_hash_of_maps`, or leave `inner` out");
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
	if (!read_kind(compile, map, term_get(term, "type"), unit->kernel)) {
		stand_in(compile, map);
		return true;
	}
	read_options(compile, unit, map, options);
	read_inner_of(compile, unit, map, term_get(options, "inner"));
	ring_types_read(compile, unit, map, options);
	ring_check_record(compile, map);
	map_entries_read(compile, map, options);
	return true;
}
