/* SPDX-License-Identifier: Apache-2.0 */
/* Links for Erlang: programs are attached, replaced, detached. */
#include "nif/loader_term.h"

#include "loader/link.h"
#include "loader/log.h"
#include "loader/object.h"

#include <net/if.h>
#include <stdlib.h>

struct link_resource {
	struct link *link;
};

static ErlNifResourceType *link_type;

static void link_release(ErlNifEnv *env, void *argument)
{
	struct link_resource *resource = argument;

	(void)env;
	if (resource->link)
		link__put(resource->link);
}

int link_open_types(ErlNifEnv *env, ErlNifResourceFlags flags)
{
	ErlNifResourceTypeInit calls = { .dtor = link_release };

	link_type = handle_open_type(env, HANDLE_LINK, &calls, flags);
	return link_type ? 0 : -1;
}

/* Takes over the caller's reference. */
static ERL_NIF_TERM make_link(ErlNifEnv *env, struct link *link)
{
	struct link_resource *resource = enif_alloc_resource(link_type, sizeof(*resource));
	ERL_NIF_TERM term;

	resource->link = link;
	term = enif_make_resource(env, resource);
	enif_release_resource(resource);
	return term;
}

static bool get_bool(ErlNifEnv *env, ERL_NIF_TERM term, bool *value)
{
	*value = enif_is_identical(term, make_atom(env, "true"));
	return *value || enif_is_identical(term, make_atom(env, "false"));
}

/* {ok, Link, new | adopted} */
static ERL_NIF_TERM make_attached(ErlNifEnv *env, struct link *link)
{
	const char *kind = link->is_adopted ? "adopted" : "new";

	return enif_make_tuple3(env, make_atom(env, "ok"), make_link(env, link),
				make_atom(env, kind));
}

/* program_attach(Object, Program, ByStub, Pin | nil) */
ERL_NIF_TERM program_attach(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	char name[NAME_SIZE], text[PATH_SIZE];
	struct log log = { 0 };
	struct link *link;
	const char *pin;
	bool by_stub;
	int err;

	if (!object || !get_name(env, argv[1], name) || !get_bool(env, argv[2], &by_stub) ||
	    !get_optional_pin_path(env, argv[3], text, &pin))
		return refuse_arguments(env, argc, argv);
	err = link__attach(object, name, by_stub, pin, &log, &link);
	return end_call(env, err, err ? 0 : make_attached(env, link), &log);
}

static bool get_mode(ErlNifEnv *env, ERL_NIF_TERM term, enum xdp_mode *mode)
{
	static const char *const names[] = {
		[XDP_MODE_AUTO] = "auto",
		[XDP_MODE_NATIVE] = "native",
		[XDP_MODE_GENERIC] = "generic",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (enif_is_identical(term, make_atom(env, names[i]))) {
			*mode = (enum xdp_mode)i;
			return true;
		}
	}
	return false;
}

ERL_NIF_TERM program_attach_xdp(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	char name[NAME_SIZE], interface[NAME_SIZE], text[PATH_SIZE];
	struct log log = { 0 };
	enum xdp_mode mode;
	struct link *link;
	const char *pin;
	int err;

	if (!object || !get_name(env, argv[1], name) || !get_name(env, argv[2], interface) ||
	    !get_mode(env, argv[3], &mode) || !get_optional_pin_path(env, argv[4], text, &pin))
		return refuse_arguments(env, argc, argv);
	err = link__attach_xdp(object, name, interface, mode, pin, &log, &link);
	return end_call(env, err, err ? 0 : make_attached(env, link), &log);
}

ERL_NIF_TERM program_attached(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	char name[NAME_SIZE];

	if (!object || !get_name(env, argv[1], name))
		return refuse_arguments(env, argc, argv);
	return make_atom(env, link__exists(object, name) ? "true" : "false");
}

ERL_NIF_TERM link_detach(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct link_resource *resource;

	if (!enif_get_resource(env, argv[0], link_type, (void **)&resource))
		return refuse_unless_foreign(env, argc, argv, "ok");
	link__detach(resource->link);
	return make_atom(env, "ok");
}

ERL_NIF_TERM object_detach(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);

	if (!object)
		return refuse_unless_foreign(env, argc, argv, "ok");
	if (object__enter(object, OBJECT_LOADED)) {
		object__await_closed(object);
	} else {
		link__detach_all(object, true);
		object__leave(object);
	}
	return make_atom(env, "ok");
}

/* {ok, Link, update | slot | overlap} */
static ERL_NIF_TERM make_replaced(ErlNifEnv *env, struct link *link, enum link_change change)
{
	static const char *const names[] = {
		[LINK_CHANGE_UPDATE] = "update",
		[LINK_CHANGE_SLOT] = "slot",
		[LINK_CHANGE_OVERLAP] = "overlap",
	};

	return enif_make_tuple3(env, make_atom(env, "ok"), make_link(env, link),
				make_atom(env, names[change]));
}

/* link_replace(Link, Object, Program) */
ERL_NIF_TERM link_replace(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[1]);
	struct link_resource *resource;
	struct log log = { 0 };
	enum link_change change;
	struct link *successor;
	char name[NAME_SIZE];
	int err;

	if (!enif_get_resource(env, argv[0], link_type, (void **)&resource) || !object ||
	    !get_name(env, argv[2], name))
		return refuse_arguments(env, argc, argv);
	err = link__replace(resource->link, object, name, &log, &successor, &change);
	return end_call(env, err, err ? 0 : make_replaced(env, successor, change), &log);
}

/* link_rename(Link, Pin): the name of a link that is pinned, or is to be */
ERL_NIF_TERM link_rename(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct link_resource *resource;
	char text[PATH_SIZE];
	const char *pin;
	int err;

	if (!enif_get_resource(env, argv[0], link_type, (void **)&resource) ||
	    !get_optional_pin_path(env, argv[1], text, &pin) || !pin)
		return refuse_arguments(env, argc, argv);
	err = link__rename(resource->link, pin);
	return make_done(env, err);
}

/* {Link, Program, Interface | nil} */
static ERL_NIF_TERM make_listed(ErlNifEnv *env, struct link *link)
{
	char name[IF_NAMESIZE];
	ERL_NIF_TERM interface = link__interface(link, name) ? make_text(env, name)
							     : make_atom(env, "nil");
	ERL_NIF_TERM program = make_text(env, link->program);

	return enif_make_tuple3(env, make_link(env, link), program, interface);
}

static ERL_NIF_TERM make_links(ErlNifEnv *env, struct link **links, size_t count)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (size_t i = 0; i < count; i++)
		list = enif_make_list_cell(env, make_listed(env, links[i]), list);
	return list;
}

/* {ok, [{Link, Program, Interface}]}, of those that are attached, in the order in which they were. */
ERL_NIF_TERM object_links(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	ERL_NIF_TERM list = 0;
	struct link **links;
	size_t count;
	int err;

	if (!object)
		return refuse_arguments(env, argc, argv);
	err = object__enter(object, OBJECT_LOADED);
	if (err)
		return make_error(env, err, NULL);
	err = link__all(object, &links, &count);
	if (!err)
		list = make_links(env, links, count);
	object__leave(object);
	free(links);
	return err ? make_error(env, err, NULL) : make_ok(env, list);
}
