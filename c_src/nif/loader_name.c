/* SPDX-License-Identifier: Apache-2.0 */
/* The names that an ELF has for its programs, their sections and its maps. */
#include "nif/loader_term.h"

#include "loader/object.h"

#include <bpf/libbpf.h>

static ERL_NIF_TERM add_name(ErlNifEnv *env, const char *kind, const char *name, ERL_NIF_TERM list)
{
	ERL_NIF_TERM row = enif_make_tuple2(env, make_atom(env, kind), make_text(env, name));

	return enif_make_list_cell(env, row, list);
}

/* {ok, [{program | section | map, Name}]}, before the object is loaded. */
ERL_NIF_TERM object_names(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	ERL_NIF_TERM list = enif_make_list(env, 0);
	struct bpf_program *program;
	const struct bpf_map *map;
	int err;

	if (!object)
		return refuse_arguments(env, argc, argv);
	err = object__enter(object, OBJECT_OPENED);
	if (err)
		return make_error(env, err, NULL);
	bpf_object__for_each_map(map, object->bpf)
		list = add_name(env, "map", bpf_map__name(map), list);
	bpf_object__for_each_program(program, object->bpf)
	{
		list = add_name(env, "section", bpf_program__section_name(program), list);
		list = add_name(env, "program", bpf_program__name(program), list);
	}
	object__leave(object);
	return make_ok(env, list);
}
