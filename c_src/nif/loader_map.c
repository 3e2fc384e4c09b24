/* SPDX-License-Identifier: Apache-2.0 */
/* Maps for Erlang: their resource, and one element at a time. */
#include "nif/loader_map.h"
#include "nif/loader_term.h"

#include "loader/log.h"
#include "loader/map.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

static ErlNifResourceType *map_type;

struct map_resource *get_map(ErlNifEnv *env, ERL_NIF_TERM term)
{
	struct map_resource *resource;

	return enif_get_resource(env, term, map_type, (void **)&resource) ? resource : NULL;
}

static void map_destroy(ErlNifEnv *env, void *argument)
{
	struct map_resource *resource = argument;

	(void)env;
	map__release(&resource->map);
	decoder_free(resource->types.key);
	decoder_free(resource->types.value);
}

int map_open_types(ErlNifEnv *env, ErlNifResourceFlags flags)
{
	ErlNifResourceTypeInit calls = { .dtor = map_destroy };

	map_type = handle_open_type(env, HANDLE_MAP, &calls, flags);
	return map_type ? 0 : -1;
}

/* Of a map whose keys are paths, which come one at a time. */
static enum misfit get_path(ErlNifEnv *env, ERL_NIF_TERM term, char *to)
{
	ErlNifBinary binary;

	if (!enif_inspect_binary(env, term, &binary) || memchr(binary.data, 0, binary.size))
		return MISFIT_TYPE;
	if (binary.size >= KEY_ROOM)
		return MISFIT_SIZE;
	memcpy(to, binary.data, binary.size);
	to[binary.size] = '\0';
	return MISFIT_NONE;
}

static enum misfit get_one_key(ErlNifEnv *env, ERL_NIF_TERM term, const struct map *map, void *to)
{
	if (map->names == MAP_KEY_GROUP || map->names == MAP_KEY_FILE)
		return get_path(env, term, to);
	return get_key(env, term, map, to);
}

/* The functions */

/* A resource with what `open` makes of its map. */
ERL_NIF_TERM make_opened(ErlNifEnv *env, struct map_resource *resource, int err)
{
	ERL_NIF_TERM term = enif_make_resource(env, resource);

	enif_release_resource(resource);
	return err ? make_error(env, err, NULL) : make_ok(env, term);
}

struct map_resource *new_map_resource(ErlNifEnv *env, ERL_NIF_TERM key, ERL_NIF_TERM value,
				      enum scalar *key_scalar, enum scalar *value_scalar)
{
	struct map_resource *resource = enif_alloc_resource(map_type, sizeof(*resource));

	memset(resource, 0, sizeof(*resource));
	if (get_type(env, key, key_scalar, &resource->types.key) &&
	    get_type(env, value, value_scalar, &resource->types.value))
		return resource;
	enif_release_resource(resource);
	return NULL;
}

/* map_open(Object, Name, Key, Value) */
ERL_NIF_TERM map_open(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	struct map_resource *resource = NULL;
	enum scalar key, value;
	char name[NAME_SIZE];

	if (object && get_name(env, argv[1], name))
		resource = new_map_resource(env, argv[2], argv[3], &key, &value);
	if (!resource)
		return refuse_arguments(env, argc, argv);
	return make_opened(env, resource, map__open(object, name, key, value, &resource->map));
}

#define FEW_TERMS 16

/* Room for one element, and for the terms that it is made of. */
struct room {
	char small[SMALL_ELEMENT] __attribute__((aligned(8)));
	ERL_NIF_TERM few[FEW_TERMS];
	char *bytes;
	ERL_NIF_TERM *terms;
};

static void room_release(struct room *room)
{
	if (room->bytes != room->small)
		free(room->bytes);
	if (room->terms != room->few)
		free(room->terms);
}

/* There is nothing to release where it says false. */
static bool room_take(struct room *room, const struct map_resource *resource)
{
	size_t size = resource->map.value_stride, terms = element_room(&resource->types);

	room->bytes = size <= sizeof(room->small) ? room->small : malloc(size);
	room->terms = terms <= FEW_TERMS ? room->few : malloc(terms * sizeof(*room->terms));
	if (room->bytes && room->terms)
		return true;
	room_release(room);
	return false;
}

/* Whether a call has to go on where it may wait. */
static bool must_move(const struct map_resource *resource, bool writes)
{
	return map__may_wait(&resource->map, writes) &&
	       enif_thread_type() == ERL_NIF_THR_NORMAL_SCHEDULER;
}

/* {ok, Value} | absent */
static ERL_NIF_TERM make_found(ErlNifEnv *env, const struct map_resource *resource, int err,
			       const struct room *value)
{
	if (err == -ENOENT)
		return make_atom(env, "absent");
	if (err)
		return make_error(env, err, NULL);
	return make_ok(
		env, make_value(env, &resource->map, &resource->types, value->bytes, value->terms));
}

static ERL_NIF_TERM find(ErlNifEnv *env, struct map_resource *resource, const ERL_NIF_TERM argv[],
			 int (*look)(struct map *map, const void *key, void *value))
{
	unsigned char key[KEY_ROOM];
	ERL_NIF_TERM term;
	enum misfit misfit;
	struct room value;
	int err;

	misfit = get_one_key(env, argv[1], &resource->map, key);
	if (misfit)
		return make_misfit(env, "key", misfit);
	if (!room_take(&value, resource))
		return make_error(env, -ENOMEM, NULL);
	err = look(&resource->map, resource->map.key_size ? key : NULL, value.bytes);
	term = make_found(env, resource, err, &value);
	room_release(&value);
	return term;
}

/* map_get(Map, Key) */
ERL_NIF_TERM map_get(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *resource = get_map(env, argv[0]);

	if (!resource)
		return refuse_arguments(env, argc, argv);
	if (must_move(resource, false))
		return enif_schedule_nif(env, "map_get", BLOCKING, map_get, argc, argv);
	return find(env, resource, argv, map__lookup);
}

/* map_take(Map, Key): what it had, and has no more */
ERL_NIF_TERM map_take(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *resource = get_map(env, argv[0]);

	if (!resource)
		return refuse_arguments(env, argc, argv);
	if (must_move(resource, true))
		return enif_schedule_nif(env, "map_take", BLOCKING, map_take, argc, argv);
	return find(env, resource, argv, map__take);
}

static ERL_NIF_TERM put_group(ErlNifEnv *env, struct map *map, const void *key, ERL_NIF_TERM term,
			      uint64_t flags)
{
	char path[PATH_MAX];
	ErlNifBinary binary;

	if (!enif_inspect_binary(env, term, &binary) || memchr(binary.data, 0, binary.size))
		return make_misfit(env, "value", MISFIT_TYPE);
	if (binary.size >= sizeof(path))
		return make_error(env, -ENAMETOOLONG, NULL);
	memcpy(path, binary.data, binary.size);
	path[binary.size] = '\0';
	return make_done(env, map__put_group(map, key, path, flags));
}

ERL_NIF_TERM map_put(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *resource = get_map(env, argv[0]);
	unsigned char key[KEY_ROOM];
	enum misfit misfit;
	ErlNifUInt64 flags;
	struct room value;
	ERL_NIF_TERM term;
	struct map *map;

	if (!resource || !enif_get_uint64(env, argv[3], &flags))
		return refuse_arguments(env, argc, argv);
	if (must_move(resource, true))
		return enif_schedule_nif(env, "map_put", BLOCKING, map_put, argc, argv);
	map = &resource->map;
	misfit = get_one_key(env, argv[1], map, key);
	if (misfit)
		return make_misfit(env, "key", misfit);
	if (map->has_groups)
		return put_group(env, map, key, argv[2], flags);
	if (!room_take(&value, resource))
		return make_error(env, -ENOMEM, NULL);
	misfit = get_value(env, argv[2], map, value.bytes);
	if (misfit)
		term = make_misfit(env, "value", misfit);
	else
		term = make_done(env,
				 map__update(map, map->key_size ? key : NULL, value.bytes, flags));
	room_release(&value);
	return term;
}

/* Of a queue or stack the next value, which it then has no more. */
ERL_NIF_TERM map_pop(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *resource = get_map(env, argv[0]);
	struct room value;
	ERL_NIF_TERM term;
	int err;

	if (!resource)
		return refuse_arguments(env, argc, argv);
	if (!room_take(&value, resource))
		return make_error(env, -ENOMEM, NULL);
	err = map__pop(&resource->map, value.bytes);
	term = make_found(env, resource, err, &value);
	room_release(&value);
	return term;
}

/* Whether a filter may have the value: true | false */
ERL_NIF_TERM map_member(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *resource = get_map(env, argv[0]);
	enum misfit misfit;
	struct room value;
	ERL_NIF_TERM term;
	int err;

	if (!resource)
		return refuse_arguments(env, argc, argv);
	if (!room_take(&value, resource))
		return make_error(env, -ENOMEM, NULL);
	misfit = get_value(env, argv[1], &resource->map, value.bytes);
	err = misfit ? 0 : map__lookup(&resource->map, NULL, value.bytes);
	if (misfit)
		term = make_misfit(env, "value", misfit);
	else if (err && err != -ENOENT)
		term = make_error(env, err, NULL);
	else
		term = make_atom(env, err ? "false" : "true");
	room_release(&value);
	return term;
}

ERL_NIF_TERM map_delete(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct map_resource *resource = get_map(env, argv[0]);
	unsigned char key[KEY_ROOM];
	enum misfit misfit;

	if (!resource)
		return refuse_arguments(env, argc, argv);
	if (must_move(resource, true))
		return enif_schedule_nif(env, "map_delete", BLOCKING, map_delete, argc, argv);
	misfit = get_one_key(env, argv[1], &resource->map, key);
	if (misfit)
		return make_misfit(env, "key", misfit);
	return make_done(env, map__delete(&resource->map, key));
}

ERL_NIF_TERM map_cpus(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	int cpus = map__cpus();

	(void)argc;
	(void)argv;
	return cpus < 0 ? make_error(env, cpus, NULL) : make_ok(env, enif_make_int(env, cpus));
}
