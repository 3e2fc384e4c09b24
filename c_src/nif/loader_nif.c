/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The loader for Erlang: Honey.LoaderNif.
 *
 * This file and loader_map.c turn terms into the loader's C and back, and know
 * nothing of libbpf. What can wait for the kernel runs on a dirty scheduler; reading and
 * writing one element does not.
 *
 * Three resources. An object's is kept by the object itself while it is open,
 * so that garbage collection never closes it: its owner does, or the owner's
 * death. Maps and links refer to their object's memory only.
 *
 * Answers: {ok, ...} | ok | {error, closed} | {error, {key | value, type |
 * range | size}} | {error, {Errno, Words, Log}}. Arguments of a wrong shape
 * are badarg, which the Elixir side never lets happen; of handles of another VM, see loader_term.h.
 */
#include "nif/loader_term.h"

#include "loader/btf_check.h"
#include "loader/link.h"
#include "loader/log.h"
#include "loader/object.h"
#include "loader/object_info.h"
#include "loader/reaper.h"
#include "loader/stats.h"
#include "loader/test_run.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* To be counted up whenever a resource's layout changes: another layout cannot take over. */
#define LAYOUT 4

struct library {
	int layout;
	struct reaper reaper;
};

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

/* Objects */

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
	resource->job.run = reap_object;
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
static ERL_NIF_TERM object_give(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
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
	return err ? make_error(env, err, NULL) : make_atom(env, "ok");
}

/* Whether the caller is its owner. */
static ERL_NIF_TERM object_owned(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
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
static ERL_NIF_TERM object_open(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
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

static ERL_NIF_TERM object_load(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	struct log log = { 0 };

	if (!object)
		return refuse_arguments(env, argc, argv);
	return end_call(env, object__load(object, &log), make_atom(env, "ok"), &log);
}

static ERL_NIF_TERM object_close(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object_resource *resource;

	if (!enif_get_resource(env, argv[0], object_type, (void **)&resource))
		return refuse_unless_foreign(env, argc, argv, "ok");
	close_resource(resource);
	return make_atom(env, "ok");
}

static ERL_NIF_TERM object_alive(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
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

static ERL_NIF_TERM make_map_info(ErlNifEnv *env, const struct map_info *info)
{
	ERL_NIF_TERM fields[] = {
		make_text(env, info->name),
		make_text(env, info->type),
		enif_make_uint(env, info->key_size),
		enif_make_uint(env, info->value_size),
		enif_make_uint(env, info->max_entries),
		make_atom(env, scalar__name(info->key)),
		make_atom(env, scalar__name(info->value)),
		enif_make_uint(env, info->id),
		make_atom(env, info->internal ? "true" : "false"),
	};

	return enif_make_tuple_from_array(env, fields, sizeof(fields) / sizeof(fields[0]));
}

/* {ok, [{Name, Type, KeySize, ValueSize, MaxEntries, Key, Value, Id, IsInternal}]} */
static ERL_NIF_TERM object_maps(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	ERL_NIF_TERM list = enif_make_list(env, 0);
	const struct bpf_map *map = NULL;
	struct map_info info;
	int err;

	if (!object)
		return refuse_arguments(env, argc, argv);
	err = object__enter(object, OBJECT_LOADED);
	if (err)
		return make_error(env, err, NULL);
	while ((map = object__next_map(object, map))) {
		object__map_info(object, map, &info);
		list = enif_make_list_cell(env, make_map_info(env, &info), list);
	}
	object__leave(object);
	enif_make_reverse_list(env, list, &list);
	return make_ok(env, list);
}

static ERL_NIF_TERM make_program_info(ErlNifEnv *env, const struct program_info *info)
{
	ERL_NIF_TERM fields[] = {
		make_text(env, info->name),
		make_text(env, info->section),
		make_text(env, info->type),
		enif_make_uint(env, info->id),
		enif_make_uint64(env, info->instructions),
	};

	return enif_make_tuple_from_array(env, fields, sizeof(fields) / sizeof(fields[0]));
}

/* {ok, [{Name, Section, Type, Id, Instructions}]} */
static ERL_NIF_TERM object_programs(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	ERL_NIF_TERM list = enif_make_list(env, 0);
	struct bpf_program *program = NULL;
	struct program_info info;
	int err;

	if (!object)
		return refuse_arguments(env, argc, argv);
	err = object__enter(object, OBJECT_LOADED);
	if (err)
		return make_error(env, err, NULL);
	while ((program = object__next_program(object, program))) {
		object__program_info(program, &info);
		list = enif_make_list_cell(env, make_program_info(env, &info), list);
	}
	object__leave(object);
	enif_make_reverse_list(env, list, &list);
	return make_ok(env, list);
}

typedef int read_counters(const struct object *object, uint64_t **counts, size_t *count);

static ERL_NIF_TERM make_counters(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[],
				  read_counters *read)
{
	struct object *object = get_object(env, argv[0]);
	ERL_NIF_TERM list = enif_make_list(env, 0);
	uint64_t *counts = NULL;
	size_t count = 0;
	int err;

	if (!object)
		return refuse_arguments(env, argc, argv);
	err = object__enter(object, OBJECT_LOADED);
	if (!err) {
		err = read(object, &counts, &count);
		object__leave(object);
	}
	if (err)
		return make_error(env, err, NULL);
	while (count--)
		list = enif_make_list_cell(env, enif_make_uint64(env, counts[count]), list);
	free(counts);
	return make_ok(env, list);
}

static ERL_NIF_TERM object_raised(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	return make_counters(env, argc, argv, object__raised);
}

static ERL_NIF_TERM object_lost(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	return make_counters(env, argc, argv, object__lost);
}

static ERL_NIF_TERM object_count_runs(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	int err;

	if (!object)
		return refuse_arguments(env, argc, argv);
	err = object__enter(object, OBJECT_LOADED);
	if (!err) {
		err = object__count_runs(object);
		object__leave(object);
	}
	return err ? make_error(env, err, NULL) : make_atom(env, "ok");
}

static ERL_NIF_TERM make_stats(ErlNifEnv *env, const char *name, const struct program_stats *stats)
{
	return enif_make_tuple7(
		env, make_text(env, name), enif_make_uint64(env, stats->runs),
		enif_make_uint64(env, stats->nanoseconds), enif_make_uint64(env, stats->skipped),
		enif_make_uint(env, stats->verified), enif_make_uint(env, stats->machine_bytes),
		enif_make_uint64(env, stats->memory));
}

/* {ok, Counting, [{Name, Runs, Nanoseconds, Skipped, Verified, MachineBytes, Memory}]} */
static ERL_NIF_TERM object_stats(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	ERL_NIF_TERM list = enif_make_list(env, 0);
	struct bpf_program *program = NULL;
	struct program_stats stats;
	bool counting;
	int err;

	if (!object)
		return refuse_arguments(env, argc, argv);
	err = object__enter(object, OBJECT_LOADED);
	if (err)
		return make_error(env, err, NULL);
	counting = object__counts_runs(object);
	while (!err && (program = object__next_program(object, program))) {
		struct program_info info;

		object__program_info(program, &info);
		err = program__stats(program, &stats);
		link__add_runs(object, info.name, &stats);
		if (!err)
			list = enif_make_list_cell(env, make_stats(env, info.name, &stats), list);
	}
	object__leave(object);
	if (err)
		return make_error(env, err, NULL);
	return enif_make_tuple3(env, make_atom(env, "ok"),
				make_atom(env, counting ? "true" : "false"), list);
}

/* Running programs */

/* A packet may have grown when it comes back. */
#define GROWTH 4096

static bool get_test_run(ErlNifEnv *env, const ERL_NIF_TERM argv[], struct test_run *run)
{
	ErlNifBinary data, context;

	if (!enif_inspect_binary(env, argv[0], &data) ||
	    !enif_inspect_binary(env, argv[1], &context) ||
	    !enif_get_uint(env, argv[2], &run->repeat) || data.size > UINT32_MAX - GROWTH ||
	    context.size > UINT32_MAX)
		return false;
	run->data = data.size ? data.data : NULL;
	run->data_size = (uint32_t)data.size;
	run->data_out_size = data.size ? run->data_size + GROWTH : 0;
	run->context = context.size ? context.data : NULL;
	run->context_size = run->context_out_size = (uint32_t)context.size;
	return true;
}

static bool test_run_take(struct test_run *run)
{
	run->data_out = run->data_out_size ? malloc(run->data_out_size) : NULL;
	run->context_out = run->context_out_size ? malloc(run->context_out_size) : NULL;
	return (run->data_out || !run->data_out_size) &&
	       (run->context_out || !run->context_out_size);
}

/* {ok, {Result, Data, Context, Nanoseconds}} */
static ERL_NIF_TERM make_test_run(ErlNifEnv *env, const struct test_run *run)
{
	return make_ok(env,
		       enif_make_tuple4(env, enif_make_int(env, run->result),
					make_bytes(env, run->data_out, run->data_out_size),
					make_bytes(env, run->context_out, run->context_out_size),
					enif_make_uint(env, run->nanoseconds)));
}

/* program_test_run(Object, Program, Data, Context, Repeat) */
static ERL_NIF_TERM program_test_run(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct object *object = get_object(env, argv[0]);
	struct test_run run = { 0 };
	char name[NAME_SIZE];
	ERL_NIF_TERM term;
	int err = -ENOMEM;

	if (!object || !get_name(env, argv[1], name) || !get_test_run(env, argv + 2, &run))
		return refuse_arguments(env, argc, argv);
	if (test_run_take(&run))
		err = object__test_run(object, name, &run);
	term = err ? make_error(env, err, NULL) : make_test_run(env, &run);
	free(run.data_out);
	free(run.context_out);
	return term;
}

/* The library */

static int open_types(ErlNifEnv *env, ErlNifResourceFlags flags)
{
	ErlNifResourceTypeInit object = { .dtor = object_release, .down = object_down };

	object_type = handle_open_type(env, HANDLE_OBJECT, &object, flags);
	if (!object_type || link_open_types(env, flags) || map_open_types(env, flags))
		return -1;
	return ring_open_types(env, flags);
}

static int start(ErlNifEnv *env, void **data, ErlNifResourceFlags flags)
{
	struct library *library = calloc(1, sizeof(*library));

	if (!library)
		return -1;
	library->layout = LAYOUT;
	if (open_types(env, flags) || reaper__start(&library->reaper)) {
		free(library);
		return -1;
	}
	log__install();
	*data = library;
	return 0;
}

static int load(ErlNifEnv *env, void **data, ERL_NIF_TERM info)
{
	(void)info;
	return start(env, data, ERL_NIF_RT_CREATE | ERL_NIF_RT_TAKEOVER);
}

/* The old library keeps its own data, and its reaper ends what it was given. */
static int upgrade(ErlNifEnv *env, void **data, void **old_data, ERL_NIF_TERM info)
{
	const struct library *old = *old_data;

	(void)info;
	if (old->layout != LAYOUT)
		return -1;
	return start(env, data, ERL_NIF_RT_CREATE | ERL_NIF_RT_TAKEOVER);
}

static void unload(ErlNifEnv *env, void *data)
{
	struct library *library = data;

	(void)env;
	reaper__stop(&library->reaper);
	log__uninstall();
	free(library);
}

#define BLOCKING ERL_NIF_DIRTY_JOB_IO_BOUND

static ErlNifFunc functions[] = {
	{ "object_open", 2, object_open, BLOCKING },
	{ "object_names", 1, object_names, BLOCKING },
	{ "object_reuse", 4, object_reuse, BLOCKING },
	{ "object_load", 1, object_load, BLOCKING },
	{ "object_succeed", 3, object_succeed, 0 },
	{ "await_programs", 1, await_programs, BLOCKING },
	{ "object_owned", 1, object_owned, 0 },
	{ "object_close", 1, object_close, BLOCKING },
	{ "object_alive", 1, object_alive, 0 },
	{ "object_give", 2, object_give, 0 },
	{ "object_detach", 1, object_detach, BLOCKING },
	{ "object_maps", 1, object_maps, BLOCKING },
	{ "object_programs", 1, object_programs, BLOCKING },
	{ "object_count_runs", 1, object_count_runs, BLOCKING },
	{ "object_stats", 1, object_stats, BLOCKING },
	{ "object_raised", 1, object_raised, 0 },
	{ "object_lost", 1, object_lost, 0 },
	{ "program_attach", 4, program_attach, BLOCKING },
	{ "program_attach_xdp", 5, program_attach_xdp, BLOCKING },
	{ "program_attached", 2, program_attached, 0 },
	{ "program_test_run", 5, program_test_run, BLOCKING },
	{ "link_detach", 1, link_detach, BLOCKING },
	{ "link_replace", 3, link_replace, BLOCKING },
	{ "link_rename", 2, link_rename, BLOCKING },
	{ "object_links", 1, object_links, 0 },
	{ "map_open", 4, map_open, 0 },
	{ "map_get", 2, map_get, 0 },
	{ "map_put", 4, map_put, 0 },
	{ "map_create", 4, map_create, 0 },
	{ "map_close", 1, map_close, 0 },
	{ "map_open_id", 4, map_open_id, 0 },
	{ "map_put_map", 4, map_put_map, 0 },
	{ "map_put_program", 4, map_put_program, 0 },
	{ "map_pop", 1, map_pop, 0 },
	{ "map_push_record", 2, map_push_record, 0 },
	{ "map_member", 2, map_member, 0 },
	{ "map_delete", 2, map_delete, 0 },
	{ "map_take", 2, map_take, 0 },
	{ "map_read", 5, map_read, ERL_NIF_DIRTY_JOB_CPU_BOUND },
	{ "map_count", 1, map_count, ERL_NIF_DIRTY_JOB_CPU_BOUND },
	{ "map_clear", 1, map_clear, ERL_NIF_DIRTY_JOB_CPU_BOUND },
	{ "map_put_many", 3, map_put_many, ERL_NIF_DIRTY_JOB_CPU_BOUND },
	{ "map_cpus", 0, map_cpus, 0 },
	{ "perf_open", 3, perf_open, BLOCKING },
	{ "perf_move", 3, perf_move, 0 },
	{ "ring_open", 4, ring_open, BLOCKING },
	{ "ring_watch", 3, ring_watch, 0 },
	{ "ring_drain", 2, ring_drain, ERL_NIF_DIRTY_JOB_CPU_BOUND },
	{ "ring_close", 1, ring_close, 0 },
	{ "pin_check_place", 1, pin_check_place, BLOCKING },
	{ "pin_wanted", 1, pin_wanted, BLOCKING },
	{ "pin_adopt", 3, pin_adopt, BLOCKING },
	{ "pin_commit", 3, pin_commit, BLOCKING },
	{ "pin_remove_links", 1, pin_remove_links, BLOCKING },
	{ "object_vars", 1, object_vars, BLOCKING },
	{ "var_set", 3, var_set, BLOCKING },
	{ "var_get", 3, var_get, 0 },
	{ "var_put", 3, var_put, 0 },
	{ "helper_offered", 3, helper_offered, BLOCKING },
	{ "map_offered", 1, map_offered, BLOCKING },
};

ERL_NIF_INIT(Elixir.Honey.LoaderNif, functions, load, NULL, upgrade, unload)
