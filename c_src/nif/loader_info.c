/* SPDX-License-Identifier: Apache-2.0 */
/* What a loaded object has and what its programs have done, for Erlang; and runs of programs on demand. */
#include "nif/loader_term.h"

#include "loader/link.h"
#include "loader/object.h"
#include "loader/object_info.h"
#include "loader/stats.h"
#include "loader/test_run.h"

#include <errno.h>
#include <stdlib.h>

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
ERL_NIF_TERM object_maps(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
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
ERL_NIF_TERM object_programs(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
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

ERL_NIF_TERM object_raised(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	return make_counters(env, argc, argv, object__raised);
}

ERL_NIF_TERM object_lost(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	return make_counters(env, argc, argv, object__lost);
}

ERL_NIF_TERM object_count_runs(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
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
	return make_done(env, err);
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
ERL_NIF_TERM object_stats(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
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
ERL_NIF_TERM program_test_run(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
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
