/* SPDX-License-Identifier: Apache-2.0 */
/* The compiler's NIF: terms in, terms out. See Honey.Nif for what it answers. */
#include "compiler/compile.h"
#include "compiler/export/export_ir.h"
#include "compiler/table/tables.h"

#include "nif/compiler_answer.h"
#include "nif/compiler_type.h"

#include <erl_nif.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PATH_SIZE 4096
#define STACK_KILOWORDS 2048

/* A binary of the map as a C string: false when it is there and is none. nil gives NULL. */
static bool get_text(ErlNifEnv *env, ERL_NIF_TERM map, const char *key, char text[PATH_SIZE],
		     const char **value)
{
	ErlNifBinary binary;
	ERL_NIF_TERM term;

	*value = NULL;
	if (!enif_get_map_value(env, map, make_atom(env, key), &term) ||
	    enif_is_identical(term, make_atom(env, "nil")))
		return true;
	if (!enif_inspect_binary(env, term, &binary) || binary.size >= PATH_SIZE ||
	    memchr(binary.data, 0, binary.size))
		return false;
	memcpy(text, binary.data, binary.size);
	text[binary.size] = '\0';
	*value = text;
	return true;
}

/* Of the thread that the passes have for themselves: what else runs does not count. */
static int64_t processor_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* `dump: [:times]` asks for the times alone, any other name for the texts. */
static void read_wishes(ErlNifEnv *env, ERL_NIF_TERM environment, struct compile_input *input)
{
	ERL_NIF_TERM list, wish;

	if (!enif_get_map_value(env, environment, make_atom(env, "dump"), &list))
		return;
	while (enif_get_list_cell(env, list, &wish, &list)) {
		if (enif_is_identical(wish, make_atom(env, "times")))
			input->clock = processor_clock;
		else
			input->dumps = true;
	}
}

/* `most_weight: 100` is for tests, which have pieces of small functions then. */
static void read_weight(ErlNifEnv *env, ERL_NIF_TERM environment, struct compile_input *input)
{
	ERL_NIF_TERM weight;
	unsigned long number;

	if (enif_get_map_value(env, environment, make_atom(env, "most_weight"), &weight) &&
	    enif_get_ulong(env, weight, &number))
		input->most_weight = number;
}

static ERL_NIF_TERM bad_argument(ErlNifEnv *env, int index, const char *reason)
{
	return enif_raise_exception(env, enif_make_tuple3(env, make_atom(env, "badarg"),
							  enif_make_int(env, index),
							  make_text(env, reason)));
}

struct task {
	struct arena arena;
	struct compile_input input;
	struct compile_output output;
};

static void *run_task(void *argument)
{
	struct task *task = argument;

	compile_unit(&task->arena, &task->input, &task->output);
	return NULL;
}

/*
 * The passes recurse over the tree, as deep as DEEPEST_NESTING: a scheduler's stack, of some
 * 300 kB, does not suffice for that.
 */
static bool run_with_deep_stack(struct task *task)
{
	ErlNifThreadOpts *options = enif_thread_opts_create("honey_compiler");
	ErlNifTid thread;
	bool started;

	if (!options)
		return false;
	options->suggested_stack_size = STACK_KILOWORDS;
	started = enif_thread_create("honey_compiler", &thread, run_task, task, options) == 0;
	enif_thread_opts_destroy(options);
	if (started)
		enif_thread_join(thread, NULL);
	return started;
}

static ERL_NIF_TERM run(ErlNifEnv *env, struct task *task, ERL_NIF_TERM unit)
{
	ErlNifBinary bytes;
	ERL_NIF_TERM answer;

	if (!enif_term_to_binary(env, unit, &bytes))
		return make_memory_error(env);
	task->input.bytes = bytes.data;
	task->input.size = bytes.size;
	if (run_with_deep_stack(task)) {
		answer = make_answer(env, &task->input, &task->output);
		arena_release(&task->arena);
	} else {
		answer = make_memory_error(env);
	}
	enif_release_binary(&bytes);
	return answer;
}

static ERL_NIF_TERM nif_compile(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	char root[PATH_SIZE], clang[PATH_SIZE];
	struct task task = { .input = { .path = getenv("PATH"), .fail_after = -1 } };

	(void)argc;
	if (!enif_is_map(env, argv[0]))
		return bad_argument(env, 0, "not a unit");
	if (!enif_is_map(env, argv[1]) || !get_text(env, argv[1], "root", root, &task.input.root) ||
	    !get_text(env, argv[1], "clang", clang, &task.input.clang))
		return bad_argument(env, 1, "not an environment");
	read_wishes(env, argv[1], &task.input);
	read_weight(env, argv[1], &task.input);
	return run(env, &task, argv[0]);
}

static ERL_NIF_TERM nif_represent(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct task task = { .input = { .exports_ir = true, .fail_after = -1 } };

	(void)argc;
	if (!enif_is_map(env, argv[0]))
		return bad_argument(env, 0, "not a unit");
	return run(env, &task, argv[0]);
}

static ERL_NIF_TERM nif_operations(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	(void)argc;
	(void)argv;
	for (size_t i = export_op_count; i--;)
		list = enif_make_list_cell(env, make_atom(env, export_op_names[i]), list);
	return list;
}

static ERL_NIF_TERM nif_program_kinds(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	(void)argc;
	(void)argv;
	for (size_t i = program_kind_count; i--;) {
		ERL_NIF_TERM map = enif_make_new_map(env);

		put(env, &map, "section", make_text(env, program_kinds[i].section));
		put(env, &map, "kernel", make_version(env, program_kinds[i].kernel));
		list = enif_make_list_cell(env, map, list);
	}
	return list;
}

static int load(ErlNifEnv *env, void **private_data, ERL_NIF_TERM info)
{
	(void)env;
	(void)private_data;
	(void)info;
	return 0;
}

static int upgrade(ErlNifEnv *env, void **private_data, void **old_private_data, ERL_NIF_TERM info)
{
	(void)env;
	(void)private_data;
	(void)old_private_data;
	(void)info;
	return 0;
}

static ErlNifFunc functions[] = {
	{ "compile", 2, nif_compile, ERL_NIF_DIRTY_JOB_CPU_BOUND },
	{ "represent", 1, nif_represent, ERL_NIF_DIRTY_JOB_CPU_BOUND },
	{ "operations", 0, nif_operations, 0 },
	{ "helpers", 0, nif_helpers, ERL_NIF_DIRTY_JOB_CPU_BOUND },
	{ "map_kinds", 0, nif_map_kinds, 0 },
	{ "program_kinds", 0, nif_program_kinds, 0 },
	{ "tracepoints", 0, nif_tracepoints, ERL_NIF_DIRTY_JOB_CPU_BOUND },
	{ "tracepoint", 2, nif_tracepoint, 0 },
};

ERL_NIF_INIT(Elixir.Honey.Nif, functions, load, NULL, upgrade, NULL)
