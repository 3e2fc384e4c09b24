/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Objects for Erlang: opened, loaded, owned, closed. An object's resource is kept by the object itself
 * while it is open, so that garbage collection never closes it: its owner does, or the owner's death.
 */
#include "nif/loader_library.h"
#include "nif/loader_term.h"

#include "loader/btf_check.h"
#include "loader/log.h"
#include "loader/object.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>

struct object_resource {
	struct object *object;
	pthread_mutex_t lock; /* of the next two */
	ErlNifPid owner;
	ErlNifMonitor
		monitor; /* of the owner; the end of a process that was it before means nothing */
	struct reaper_job job; /* handed over once, when the owner dies */
};

static ErlNifResourceType *object_type;

struct object *get_object(ErlNifEnv *env, ERL_NIF_TERM term)
{
	struct object_resource *resource;

	if (!enif_get_resource(env, term, object_type, (void **)&resource))
		return NULL;
	return resource->object;
}

/* The taker gives up the reference by which the object kept its resource. */
static void close_resource(struct object_resource *resource)
{
	if (object__close(resource->object))
		enif_release_resource(resource);
}

static void reap_object(struct reaper_job *job)
{
	struct object_resource *resource =
		(void *)((char *)job - offsetof(struct object_resource, job));

	close_resource(resource);
	enif_release_resource(resource);
}

/* The job gets its function only now: that of a library before this one would be gone with it. */
static void object_down(ErlNifEnv *env, void *argument, ErlNifPid *pid, ErlNifMonitor *monitor)
{
	struct library *library = enif_priv_data(env);
	struct object_resource *resource = argument;
	bool is_owner;

	(void)pid;
	pthread_mutex_lock(&resource->lock);
	is_owner = enif_compare_monitors(&resource->monitor, monitor) == 0;
	pthread_mutex_unlock(&resource->lock);
	if (!is_owner)
		return;
	enif_keep_resource(resource);
	resource->job.run = reap_object;
	reaper__push(&library->reaper, &resource->job);
}

static void object_release(ErlNifEnv *env, void *argument)
{
	struct object_resource *resource = argument;

	(void)env;
	if (resource->object)
		object__put(resource->object);
	pthread_mutex_destroy(&resource->lock);
}

/* Under the resource's lock. False for one who is dead already. */
static bool set_owner(ErlNifEnv *env, struct object_resource *resource, const ErlNifPid *owner)
{
	if (enif_monitor_process(env, resource, owner, &resource->monitor))
		return false;
	resource->owner = *owner;
	return true;
}

/* Makes the caller the owner; one who is dead already closes the object at once. */
static ERL_NIF_TERM own_object(ErlNifEnv *env, struct object *object)
{
	struct object_resource *resource = enif_alloc_resource(object_type, sizeof(*resource));
	ERL_NIF_TERM term;
	ErlNifPid self;
	bool is_owned;

	memset(resource, 0, sizeof(*resource));
	pthread_mutex_init(&resource->lock, NULL);
	resource->object = object;
	enif_keep_resource(resource);
	term = enif_make_resource(env, resource);
	pthread_mutex_lock(&resource->lock);
	is_owned = enif_self(env, &self) && set_owner(env, resource, &self);
	pthread_mutex_unlock(&resource->lock);
	if (!is_owned)
		close_resource(resource);
	enif_release_resource(resource);
	return make_ok(env, term);
}

/* The caller's, to another. Whoever of the two ends meanwhile, one monitor is the owner's. */
static int give_object(ErlNifEnv *env, struct object_resource *resource, const ErlNifPid *to)
{
	ErlNifMonitor before = resource->monitor;
	ErlNifPid self;

	if (!enif_self(env, &self) || enif_compare_pids(&self, &resource->owner))
		return -EPERM;
	if (!set_owner(env, resource, to)) {
		resource->monitor = before;
		return -ESRCH;
	}
	enif_demonitor_process(env, resource, &before);
	return 0;
}

/* object_give(Object, Pid): {error, {eperm, ...}} for who is not its owner, esrch for a dead process. */
ERL_NIF_TERM object_give(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object_resource *resource;
	ErlNifPid to;
	int err;

	if (!enif_get_resource(env, argv[0], object_type, (void **)&resource) ||
	    !enif_get_local_pid(env, argv[1], &to))
		return refuse_arguments(env, argc, argv);
	err = object__enter(resource->object, OBJECT_LOADED);
	if (err)
		return make_error(env, err, NULL);
	pthread_mutex_lock(&resource->lock);
	err = give_object(env, resource, &to);
	pthread_mutex_unlock(&resource->lock);
	object__leave(resource->object);
	return make_done(env, err);
}

/* Whether the caller is its owner. */
ERL_NIF_TERM object_owned(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object_resource *resource;
	ErlNifPid self;
	bool is_owner;

	if (!enif_get_resource(env, argv[0], object_type, (void **)&resource))
		return refuse_unless_foreign(env, argc, argv, "false");
	pthread_mutex_lock(&resource->lock);
	is_owner = enif_self(env, &self) && !enif_compare_pids(&self, &resource->owner);
	pthread_mutex_unlock(&resource->lock);
	return make_atom(env, is_owner ? "true" : "false");
}

/* object_open(Elf, Name): {ok, Object}, or {error, {btf, Words}}, or another error */
ERL_NIF_TERM object_open(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct btf_problem problem;
	struct object *object;
	struct log log = { 0 };
	char name[NAME_SIZE];
	ErlNifBinary elf;
	int err;

	(void)argc;
	if (!enif_inspect_binary(env, argv[0], &elf) || !get_name(env, argv[1], name))
		return enif_make_badarg(env);
	if (!btf_check__elf(elf.data, elf.size, &problem))
		return enif_make_tuple2(
			env, make_atom(env, "error"),
			enif_make_tuple2(env, make_atom(env, "btf"), make_text(env, problem.text)));
	err = object__open(elf.data, elf.size, name, &log, &object);
	return end_call(env, err, err ? 0 : own_object(env, object), &log);
}

ERL_NIF_TERM object_load(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	struct log log = { 0 };

	if (!object)
		return refuse_arguments(env, argc, argv);
	return end_call(env, object__load(object, &log), make_atom(env, "ok"), &log);
}

ERL_NIF_TERM object_close(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object_resource *resource;

	if (!enif_get_resource(env, argv[0], object_type, (void **)&resource))
		return refuse_unless_foreign(env, argc, argv, "ok");
	close_resource(resource);
	return make_atom(env, "ok");
}

ERL_NIF_TERM object_alive(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	int err;

	if (!object)
		return refuse_arguments(env, argc, argv);
	err = object__enter(object, OBJECT_LOADED);
	if (err)
		return make_error(env, err, NULL);
	object__leave(object);
	return make_atom(env, "ok");
}

int object_open_types(ErlNifEnv *env, ErlNifResourceFlags flags)
{
	ErlNifResourceTypeInit calls = { .dtor = object_release, .down = object_down };

	object_type = handle_open_type(env, HANDLE_OBJECT, &calls, flags);
	return object_type ? 0 : -1;
}
