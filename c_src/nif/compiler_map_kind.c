/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of the table of map types as terms: what Honey.Map and guides/maps.md are made of. */
#include "compiler/table/tables.h"

#include "nif/compiler_type.h"

static const char *key_name(enum key_rule rule)
{
	switch (rule) {
	case KEY_NONE:
		return "none";
	case KEY_ANY:
		return "any";
	case KEY_INDEX:
		return "index";
	case KEY_NUMBER:
		return "number";
	case KEY_PREFIX:
		return "prefix";
	case KEY_OBJECT:
		return "object";
	}
	return NULL;
}

static const char *value_name(enum value_rule rule)
{
	switch (rule) {
	case VALUE_NONE:
		return "none";
	case VALUE_ANY:
	case VALUE_RECORD:
		return "any";
	case VALUE_ADDRESSES:
		return "addresses";
	case VALUE_PROGRAM:
		return "program";
	case VALUE_MAP:
		return "map";
	case VALUE_DEVICE:
		return "device";
	case VALUE_CPU:
		return "cpu";
	case VALUE_SOCKET:
		return "socket";
	case VALUE_COOKIE:
		return "cookie";
	case VALUE_EVENT:
		return "event";
	case VALUE_CGROUP:
		return "cgroup";
	}
	return NULL;
}

static const char *entries_name(enum entries_rule rule)
{
	switch (rule) {
	case ENTRIES_NONE:
		return "none";
	case ENTRIES_COUNT:
		return "count";
	case ENTRIES_PAGES:
		return "pages";
	case ENTRIES_BUFFER:
		return "buffer";
	}
	return NULL;
}

static ERL_NIF_TERM make_operations(ErlNifEnv *env, unsigned operations)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (unsigned i = MAP_OPERATION_COUNT; i--;) {
		const struct helper *helper = map_operation_helper((enum map_operation_bit)i);

		if (operations >> i & 1)
			list = enif_make_list_cell(
				env,
				enif_make_tuple2(env, make_atom(env, helper->name),
						 enif_make_uint64(env, helper_arity(helper))),
				list);
	}
	return list;
}

static ERL_NIF_TERM make_user_operations(ErlNifEnv *env, unsigned operations)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (unsigned i = MAP_USER_OPERATION_COUNT; i--;) {
		const char *name = map_user_operation_name((enum map_user_operation_bit)i);

		if (operations >> i & 1)
			list = enif_make_list_cell(env, make_atom(env, name), list);
	}
	return list;
}

static ERL_NIF_TERM make_flags(ErlNifEnv *env, unsigned flags)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (size_t i = map_flag_count; i--;) {
		if (flags & map_flags[i].bit)
			list = enif_make_list_cell(env, make_atom(env, map_flags[i].name), list);
	}
	return list;
}

static ERL_NIF_TERM make_boolean(ErlNifEnv *env, bool value)
{
	return make_atom(env, value ? "true" : "false");
}

static ERL_NIF_TERM make_kind(ErlNifEnv *env, const struct map_kind *kind)
{
	ERL_NIF_TERM map = enif_make_new_map(env);

	put(env, &map, "name", make_atom(env, kind->name));
	put(env, &map, "number", enif_make_int(env, kind->number));
	put(env, &map, "kernel", make_version(env, kind->kernel));
	put(env, &map, "sleeping",
	    kind->sleeping_kernel ? make_version(env, kind->sleeping_kernel)
				  : make_atom(env, "nil"));
	put(env, &map, "key", make_atom(env, key_name(kind->key_rule)));
	put(env, &map, "value", make_atom(env, value_name(kind->value_rule)));
	put(env, &map, "entries", make_atom(env, entries_name(kind->entries_rule)));
	put(env, &map, "operations", make_operations(env, kind->operations));
	put(env, &map, "user", make_user_operations(env, kind->user_operations));
	put(env, &map, "flags", make_flags(env, kind->flags));
	put(env, &map, "needed_flags", make_flags(env, kind->needed_flags));
	put(env, &map, "per_cpu", make_boolean(env, kind->per_cpu));
	put(env, &map, "evicts", make_boolean(env, kind->evicts));
	put(env, &map, "doc", make_text(env, kind->documentation));
	put(env, &map, "missing", make_text(env, kind->missing));
	put(env, &map, "instead", make_text(env, kind->instead));
	return map;
}

ERL_NIF_TERM nif_map_kinds(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	(void)argc;
	(void)argv;
	for (size_t i = map_kind_count; i--;)
		list = enif_make_list_cell(env, make_kind(env, &map_kinds[i]), list);
	return list;
}
