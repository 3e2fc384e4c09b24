/* SPDX-License-Identifier: Apache-2.0 */
/* Maps that are there already, and objects that others take the place of, for Erlang. */
#include "nif/loader_term.h"

#include "loader/perf.h"
#include "loader/reuse.h"
#include "loader/succession.h"

#include <errno.h>
#include <stdlib.h>

/* {error, {differs, [{Aspect, Wanted, Found}]}} */
static ERL_NIF_TERM make_differences(ErlNifEnv *env, const struct map_comparison *comparison)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (int i = MAP_ASPECTS_COUNT; i-- > 0;) {
		uint64_t wanted = comparison->wanted.aspects[i];
		uint64_t found = comparison->found.aspects[i];
		ERL_NIF_TERM row = enif_make_tuple3(
			env, make_atom(env, map_aspect__name((enum map_aspect)i)),
			enif_make_uint64(env, wanted), enif_make_uint64(env, found));

		if (wanted != found)
			list = enif_make_list_cell(env, row, list);
	}
	return enif_make_tuple2(env, make_atom(env, "error"),
				enif_make_tuple2(env, make_atom(env, "differs"), list));
}

ERL_NIF_TERM make_reused(ErlNifEnv *env, int err, const struct map_comparison *comparison)
{
	if (err == -EMEDIUMTYPE)
		return make_differences(env, comparison);
	return make_done(env, err);
}

/* object_reuse(Object, Map, Source, SourceMap), before the object is loaded */
ERL_NIF_TERM object_reuse(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]), *source = get_object(env, argv[2]);
	char name[NAME_SIZE], source_name[NAME_SIZE];
	struct map_comparison comparison = { 0 };
	int err;

	if (!object || !source || !get_name(env, argv[1], name) ||
	    !get_name(env, argv[3], source_name))
		return refuse_arguments(env, argc, argv);
	err = object__reuse_from(object, name, source, source_name, &comparison);
	return make_reused(env, err, &comparison);
}

/* perf_move(Object, To, Map) */
ERL_NIF_TERM perf_move(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]), *to = get_object(env, argv[1]);
	char name[NAME_SIZE];
	int err;

	if (!object || !to || !get_name(env, argv[2], name))
		return refuse_arguments(env, argc, argv);
	err = perf__move(object, to, name);
	return make_done(env, err);
}

typedef char name_room[NAME_SIZE];

/* A list of names, as C has them: both arrays are to be freed. */
static bool get_names(ErlNifEnv *env, ERL_NIF_TERM list, name_room **rooms, const char ***names,
		      unsigned *count)
{
	ERL_NIF_TERM head;

	*rooms = NULL;
	*names = NULL;
	if (!enif_get_list_length(env, list, count))
		return false;
	*rooms = calloc(*count + 1, sizeof(**rooms));
	*names = calloc(*count + 1, sizeof(**names));
	if (!*rooms || !*names)
		return false;
	for (unsigned i = 0; enif_get_list_cell(env, list, &head, &list); i++) {
		if (!get_name(env, head, (*rooms)[i]))
			return false;
		(*names)[i] = (*rooms)[i];
	}
	return true;
}

/* object_succeed(Object, Successor, Maps) */
ERL_NIF_TERM object_succeed(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]), *successor = get_object(env, argv[1]);
	ERL_NIF_TERM term;
	const char **names;
	name_room *rooms;
	unsigned count;

	if (!object || !successor)
		return refuse_arguments(env, argc, argv);
	if (get_names(env, argv[2], &rooms, &names, &count)) {
		int err = object__succeed(object, successor, names, count);

		term = make_done(env, err);
	} else {
		term = refuse_arguments(env, argc, argv);
	}
	free(names);
	free(rooms);
	return term;
}

/* await_programs(Object) */
ERL_NIF_TERM await_programs(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);

	if (!object)
		return refuse_arguments(env, argc, argv);
	object__await_programs(object);
	return make_atom(env, "ok");
}
