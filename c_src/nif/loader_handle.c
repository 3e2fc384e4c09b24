/* SPDX-License-Identifier: Apache-2.0 */
#include "nif/loader_term.h"

#include "loader/error_name.h"

#include <errno.h>

static ErlNifResourceType *types[HANDLE_KINDS];

ErlNifResourceType *handle_open_type(ErlNifEnv *env, enum handle_kind kind,
				     const ErlNifResourceTypeInit *calls, ErlNifResourceFlags flags)
{
	static const char *const names[HANDLE_KINDS] = {
		[HANDLE_OBJECT] = "honey_object",
		[HANDLE_LINK] = "honey_link",
		[HANDLE_MAP] = "honey_map",
		[HANDLE_RING] = "honey_ring",
	};

	types[kind] = enif_open_resource_type_x(env, names[kind], calls, flags, NULL);
	return types[kind];
}

static bool is_handle(ErlNifEnv *env, ERL_NIF_TERM term)
{
	void *resource;

	for (int kind = 0; kind < HANDLE_KINDS; kind++) {
		if (enif_get_resource(env, term, types[kind], &resource))
			return true;
	}
	return false;
}

static bool has_foreign(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	for (int i = 0; i < argc; i++) {
		if (enif_is_ref(env, argv[i]) && !is_handle(env, argv[i]))
			return true;
	}
	return false;
}

ERL_NIF_TERM refuse_arguments(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	return has_foreign(env, argc, argv) ? make_error(env, -ERROR_CLOSED, NULL)
					    : enif_make_badarg(env);
}

ERL_NIF_TERM refuse_unless_foreign(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[],
				   const char *answer)
{
	return has_foreign(env, argc, argv) ? make_atom(env, answer) : enif_make_badarg(env);
}
