/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The loader for Erlang: Honey.LoaderNif.
 *
 * The files loader_*.c of this folder turn terms into the loader's C and back, and know nothing of
 * libbpf; this one has the list of their functions. What can wait for the kernel runs on a dirty
 * scheduler; one element is read and written on the caller's, unless the map is one that can wait
 * (map__may_wait), which moves the call.
 *
 * Each of objects, links, maps and rings is a resource. Maps and links refer to their object's memory only.
 *
 * Answers: {ok, ...} | ok | {error, closed} | {error, {key | value, type |
 * range | size}} | {error, {Errno, Words, Log}}. Arguments of a wrong shape
 * are badarg, which the Elixir side never lets happen; of handles of another VM, see loader_term.h.
 */
#include "nif/loader_library.h"
#include "nif/loader_term.h"

#include "loader/log.h"
#include "loader/reaper.h"

#include <stdlib.h>

/* To be counted up whenever a resource's layout changes: another layout cannot take over. */
#define LAYOUT 6

static int open_types(ErlNifEnv *env, ErlNifResourceFlags flags)
{
	if (object_open_types(env, flags) || link_open_types(env, flags) ||
	    map_open_types(env, flags))
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
	{ "program_attached", 2, program_attached, BLOCKING },
	{ "program_test_run", 5, program_test_run, BLOCKING },
	{ "link_detach", 1, link_detach, BLOCKING },
	{ "link_replace", 3, link_replace, BLOCKING },
	{ "link_rename", 2, link_rename, BLOCKING },
	{ "object_links", 1, object_links, BLOCKING },
	{ "map_open", 4, map_open, 0 },
	{ "map_get", 2, map_get, 0 },
	{ "map_put", 4, map_put, 0 },
	{ "map_create", 4, map_create, BLOCKING },
	{ "map_close", 1, map_close, 0 },
	{ "map_open_id", 4, map_open_id, 0 },
	{ "map_put_map", 4, map_put_map, BLOCKING },
	{ "map_put_program", 4, map_put_program, BLOCKING },
	{ "map_pop", 1, map_pop, 0 },
	{ "map_push_record", 2, map_push_record, 0 },
	{ "map_member", 2, map_member, 0 },
	{ "map_delete", 2, map_delete, 0 },
	{ "map_take", 2, map_take, 0 },
	{ "map_read", 6, map_read, ERL_NIF_DIRTY_JOB_CPU_BOUND },
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
