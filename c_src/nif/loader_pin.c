/* SPDX-License-Identifier: Apache-2.0 */
/* Pins, as terms: names in a BPF file system, see loader/pin.h. */
#include "nif/loader_term.h"

#include "loader/layout.h"
#include "loader/link.h"
#include "loader/object.h"
#include "loader/pin.h"
#include "loader/reuse.h"

#include <bpf/libbpf.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

ERL_NIF_TERM pin_check_place(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	char path[PATH_SIZE];

	(void)argc;
	if (!get_pin_path(env, argv[0], path))
		return enif_make_badarg(env);
	return make_done(env, pin__check_place(path));
}

/* {ok, [Name]} of the maps that say so themselves, before they are loaded. */
ERL_NIF_TERM pin_wanted(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	ERL_NIF_TERM list = enif_make_list(env, 0);
	const struct bpf_map *map = NULL;
	int err;

	if (!object)
		return refuse_arguments(env, argc, argv);
	err = object__enter(object, OBJECT_OPENED);
	if (err)
		return make_error(env, err, NULL);
	while ((map = pin__next_wanted(object, map)))
		list = enif_make_list_cell(env, make_text(env, bpf_map__name(map)), list);
	object__leave(object);
	enif_make_reverse_list(env, list, &list);
	return make_ok(env, list);
}

/* {error, {differs, [{key_layout | value_layout, 0, 0}]}} */
static ERL_NIF_TERM make_layouts(ErlNifEnv *env, const struct layout_comparison *layouts)
{
	ERL_NIF_TERM zero = enif_make_uint(env, 0), list = enif_make_list(env, 0);

	if (layouts->value_differs)
		list = enif_make_list_cell(
			env, enif_make_tuple3(env, make_atom(env, "value_layout"), zero, zero),
			list);
	if (layouts->key_differs)
		list = enif_make_list_cell(
			env, enif_make_tuple3(env, make_atom(env, "key_layout"), zero, zero), list);
	return enif_make_tuple2(env, make_atom(env, "error"),
				enif_make_tuple2(env, make_atom(env, "differs"), list));
}

static int compare_layouts(struct object *object, const char *map, int fd,
			   struct layout_comparison *layouts)
{
	int err = object__enter(object, OBJECT_OPENED);

	if (err)
		return err;
	err = layout__compare(object, map, fd, layouts);
	object__leave(object);
	return err;
}

/* pin_adopt(Object, Map, Path), before the object is loaded: ok | absent | {error, ...} */
ERL_NIF_TERM pin_adopt(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	char map[NAME_SIZE], path[PATH_SIZE];
	struct map_comparison comparison = { 0 };
	struct layout_comparison layouts = { 0 };
	int fd, err;

	if (!object || !get_name(env, argv[1], map) || !get_pin_path(env, argv[2], path))
		return refuse_arguments(env, argc, argv);
	fd = pin__open(path, PIN_MAP);
	if (fd == -ENOENT)
		return make_atom(env, "absent");
	if (fd < 0)
		return make_error(env, fd, NULL);
	err = object__reuse(object, map, fd, &comparison);
	if (!err)
		err = compare_layouts(object, map, fd, &layouts);
	close(fd);
	if (!err && (layouts.key_differs || layouts.value_differs))
		return make_layouts(env, &layouts);
	return make_reused(env, err, &comparison);
}

#define PAIR_SIZE (NAME_SIZE + PATH_SIZE)

/* What a list of {Map, Path} says; both point into `text`. */
struct pin_list {
	struct map_pin *maps;
	char *text;
	size_t count;
};

static bool get_pin(ErlNifEnv *env, ERL_NIF_TERM term, struct pin_list *list)
{
	char *text = list->text + list->count * PAIR_SIZE;
	const ERL_NIF_TERM *pair;
	int arity;

	if (!enif_get_tuple(env, term, &arity, &pair) || arity != 2 ||
	    !get_name(env, pair[0], text) || !get_pin_path(env, pair[1], text + NAME_SIZE))
		return false;
	list->maps[list->count++] = (struct map_pin){ text, text + NAME_SIZE };
	return true;
}

static int get_pins(ErlNifEnv *env, ERL_NIF_TERM term, unsigned length, struct pin_list *list)
{
	ERL_NIF_TERM first;

	list->maps = calloc(length + 1, sizeof(*list->maps));
	list->text = calloc(length + 1, PAIR_SIZE);
	if (!list->maps || !list->text)
		return -ENOMEM;
	while (enif_get_list_cell(env, term, &first, &term)) {
		if (!get_pin(env, first, list))
			return -EINVAL;
	}
	return 0;
}

/* pin_commit(Object, Directory, [{Map, Path}]), of a loaded object */
ERL_NIF_TERM pin_commit(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	struct pin_list list = { 0 };
	char directory[PATH_SIZE];
	unsigned length;
	int err;

	if (!object || !get_pin_path(env, argv[1], directory) ||
	    !enif_get_list_length(env, argv[2], &length))
		return refuse_arguments(env, argc, argv);
	err = get_pins(env, argv[2], length, &list);
	if (!err)
		err = pin__commit(object, directory, list.maps, list.count);
	free(list.maps);
	free(list.text);
	return make_done(env, err);
}

/* pin_remove_links(Object) */
ERL_NIF_TERM pin_remove_links(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	int err;

	if (!object)
		return refuse_arguments(env, argc, argv);
	err = object__enter(object, OBJECT_LOADED);
	if (err)
		return make_error(env, err, NULL);
	err = link__unpin_all(object);
	object__leave(object);
	return make_done(env, err);
}
