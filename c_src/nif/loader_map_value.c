/* SPDX-License-Identifier: Apache-2.0 */
/* Maps whose values stand for programs and maps; user ring buffers. */
#include "loader/user_ring.h"
#include "nif/loader_map.h"
#include "nif/loader_term.h"

/* {type, key size, value size, max_entries, flags, node} */
static bool get_template(ErlNifEnv *env, ERL_NIF_TERM term, struct map_template *template)
{
	uint32_t *const fields[] = { &template->type,	    &template->key_size,
				     &template->value_size, &template->max_entries,
				     &template->flags,	    &template->node };
	const ERL_NIF_TERM *terms;
	int arity;

	if (!enif_get_tuple(env, term, &arity, &terms) || arity != 6)
		return false;
	for (int i = 0; i < arity; i++) {
		if (!enif_get_uint(env, terms[i], fields[i]))
			return false;
	}
	return true;
}

/* map_create(Object, Template, Key, Value): one that is to be the value of a map of maps */
ERL_NIF_TERM map_create(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	struct map_resource *resource = NULL;
	struct map_template template;
	enum scalar key, value;

	if (object && get_template(env, argv[1], &template))
		resource = new_map_resource(env, argv[2], argv[3], &key, &value);
	if (!resource)
		return refuse_arguments(env, argc, argv);
	return make_opened(env, resource,
			   map__create(object, &template, key, value, &resource->map));
}

/* map_open_id(Outer, Id, Key, Value) */
ERL_NIF_TERM map_open_id(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *outer = get_map(env, argv[0]), *resource = NULL;
	enum scalar key, value;
	unsigned int id;

	if (outer && enif_get_uint(env, argv[1], &id))
		resource = new_map_resource(env, argv[2], argv[3], &key, &value);
	if (!resource)
		return refuse_arguments(env, argc, argv);
	return make_opened(env, resource,
			   map__open_id(&outer->map, id, key, value, &resource->map));
}

/* map_put_program(Map, Key, Name, Flags) */
ERL_NIF_TERM map_put_program(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *map = get_map(env, argv[0]);
	unsigned char key[SMALL_ELEMENT];
	char name[NAME_SIZE];
	enum misfit misfit;
	ErlNifUInt64 flags;

	if (!map || !get_name(env, argv[2], name) || !enif_get_uint64(env, argv[3], &flags))
		return refuse_arguments(env, argc, argv);
	misfit = get_key(env, argv[1], &map->map, key);
	if (misfit)
		return make_misfit(env, "key", misfit);
	return make_done(env, map__update_program(&map->map, key, name, flags));
}

/* map_put_map(Map, Key, Inner, Flags) */
ERL_NIF_TERM map_put_map(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *map = get_map(env, argv[0]), *inner = get_map(env, argv[2]);
	unsigned char key[SMALL_ELEMENT];
	enum misfit misfit;
	ErlNifUInt64 flags;

	if (!map || !inner || !enif_get_uint64(env, argv[3], &flags))
		return refuse_arguments(env, argc, argv);
	misfit = get_key(env, argv[1], &map->map, key);
	if (misfit)
		return make_misfit(env, "key", misfit);
	return make_done(env, map__update_map(&map->map, key, &inner->map, flags));
}

/* map_push_record(Map, Bytes): into a user ring buffer */
ERL_NIF_TERM map_push_record(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *map = get_map(env, argv[0]);
	ErlNifBinary record;

	if (!map)
		return refuse_arguments(env, argc, argv);
	if (!enif_inspect_binary(env, argv[1], &record))
		return make_misfit(env, "value", MISFIT_TYPE);
	return make_done(env, user_ring__push(&map->map, record.data, record.size));
}

/* Nobody else has seen the map, or will use it. */
ERL_NIF_TERM map_close(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *map = get_map(env, argv[0]);

	if (!map)
		return refuse_unless_foreign(env, argc, argv, "ok");
	map__close(&map->map);
	return make_done(env, 0);
}
