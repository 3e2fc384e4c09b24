/* SPDX-License-Identifier: Apache-2.0 */
/* Variables for Erlang: their bytes; what these mean, Honey.Codec knows. */
#include "nif/loader_term.h"

#include "loader/object.h"
#include "loader/global.h"
#include "loader/scalar.h"

#include <errno.h>

/* No data may be larger: LARGEST_DATA of the compiler. */
#define MOST_BYTES 8192

struct listing {
	ErlNifEnv *env;
	const struct object *object;
	ERL_NIF_TERM list;
};

/* Nobody asks for more than the most at once. */
static void add_global(void *context, const struct global *global)
{
	struct listing *listing = context;
	ErlNifEnv *env = listing->env;
	const void *initial = global__initial(listing->object, global);
	ERL_NIF_TERM row;

	if (!initial || global->size > MOST_BYTES)
		return;
	row = enif_make_tuple6(
		env, make_text(env, global->name), make_atom(env, global->live ? "true" : "false"),
		enif_make_uint64(env, global->place), enif_make_uint(env, global->size),
		make_atom(env, scalar__name(global->type)), make_bytes(env, initial, global->size));
	listing->list = enif_make_list_cell(env, row, listing->list);
}

/* {ok, [{Name, IsLive, Place, Size, Scalar, Initial}]}, before the object is loaded and after it */
ERL_NIF_TERM object_vars(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	struct listing listing = { env, object, enif_make_list(env, 0) };
	int err;

	if (!object)
		return refuse_arguments(env, argc, argv);
	err = object__enter(object, OBJECT_LOADED);
	if (err == -EINVAL)
		err = object__enter(object, OBJECT_OPENED);
	if (err)
		return make_error(env, err, NULL);
	object__globals(object, add_global, &listing);
	object__leave(object);
	return make_ok(env, listing.list);
}

/* var_set(Object, Name, Bytes), before the object is loaded */
ERL_NIF_TERM var_set(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	char name[NAME_SIZE];
	ErlNifBinary bytes;

	if (!object || !get_name(env, argv[1], name) || !enif_inspect_binary(env, argv[2], &bytes))
		return refuse_arguments(env, argc, argv);
	return make_done(env, global__set(object, name, bytes.data, bytes.size));
}

/* var_get(Object, Place, Size) */
ERL_NIF_TERM var_get(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	ErlNifUInt64 place;
	unsigned int size;
	char bytes[MOST_BYTES];
	int err;

	if (!object || !enif_get_uint64(env, argv[1], &place) ||
	    !enif_get_uint(env, argv[2], &size) || !size || size > sizeof(bytes))
		return refuse_arguments(env, argc, argv);
	err = global__load(object, place, bytes, size);
	return err ? make_error(env, err, NULL) : make_ok(env, make_bytes(env, bytes, size));
}

/* var_put(Object, Place, Bytes) */
ERL_NIF_TERM var_put(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	ErlNifBinary bytes;
	ErlNifUInt64 place;

	if (!object || !enif_get_uint64(env, argv[1], &place) ||
	    !enif_inspect_binary(env, argv[2], &bytes) || !bytes.size)
		return refuse_arguments(env, argc, argv);
	return make_done(env, global__store(object, place, bytes.data, bytes.size));
}
