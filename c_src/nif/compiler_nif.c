/* SPDX-License-Identifier: Apache-2.0 */
/* The compiler's NIF: terms in, terms out. See Honey.Nif for what it answers. */
#include "compiler/object/check_elf.h"
#include "compiler/compile.h"
#include "compiler/export/export_ir.h"
#include "compiler/lower/ir.h"
#include "compiler/table/tables.h"
#include "compiler/unit/ring_definition.h"

#include "nif/compiler_type.h"

#include <erl_nif.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PATH_SIZE 4096
#define STACK_KILOWORDS 2048

/* Names are UTF-8, for which enif_make_atom() has no encoding before OTP 26. */
ERL_NIF_TERM make_atom(ErlNifEnv *env, const char *name)
{
	unsigned char encoded[3 + 255] = { 131, 119 };
	size_t size = strlen(name);
	ERL_NIF_TERM term;

	if (size <= 255) {
		encoded[2] = (unsigned char)size;
		memcpy(encoded + 3, name, size);
		if (enif_binary_to_term(env, encoded, size + 3, &term, 0))
			return term;
	}
	return enif_make_atom(env, "invalid");
}

ERL_NIF_TERM make_bytes(ErlNifEnv *env, const void *bytes, size_t size)
{
	ERL_NIF_TERM term;
	unsigned char *copy = enif_make_new_binary(env, size, &term);

	if (size)
		memcpy(copy, bytes, size);
	return term;
}

ERL_NIF_TERM make_text(ErlNifEnv *env, const char *text)
{
	return text ? make_bytes(env, text, strlen(text)) : make_atom(env, "nil");
}

static ERL_NIF_TERM make_place(ErlNifEnv *env, int place)
{
	return place ? enif_make_int(env, place) : make_atom(env, "nil");
}

void put(ErlNifEnv *env, ERL_NIF_TERM *map, const char *key, ERL_NIF_TERM value)
{
	enif_make_map_put(env, *map, make_atom(env, key), value, map);
}

static ERL_NIF_TERM make_notes(ErlNifEnv *env, const struct note *note)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);
	ERL_NIF_TERM reversed;

	for (; note; note = note->next) {
		ERL_NIF_TERM map = enif_make_new_map(env);

		put(env, &map, "message", make_text(env, note->message));
		put(env, &map, "line", enif_make_int(env, note->line));
		list = enif_make_list_cell(env, map, list);
	}
	enif_make_reverse_list(env, list, &reversed);
	return reversed;
}

static ERL_NIF_TERM make_diagnostic(ErlNifEnv *env, const struct diagnostic *d)
{
	ERL_NIF_TERM map = enif_make_new_map(env);

	put(env, &map, "severity", make_atom(env, severity_name(d->severity)));
	put(env, &map, "code", make_atom(env, diagnostic_code_name(d->code)));
	put(env, &map, "message", make_text(env, d->message));
	put(env, &map, "hint", make_text(env, d->hint));
	put(env, &map, "file", make_text(env, d->file));
	put(env, &map, "line", enif_make_int(env, d->span.line));
	put(env, &map, "column", make_place(env, d->span.column));
	put(env, &map, "end_column", make_place(env, d->span.end_column));
	put(env, &map, "notes", make_notes(env, d->notes));
	return map;
}

static ERL_NIF_TERM make_diagnostics(ErlNifEnv *env, const struct compile_output *output)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);
	ERL_NIF_TERM reversed;

	for (const struct diagnostic *d = output->diagnostics; d; d = d->next)
		list = enif_make_list_cell(env, make_diagnostic(env, d), list);
	enif_make_reverse_list(env, list, &reversed);
	return reversed;
}

static ERL_NIF_TERM make_programs(ErlNifEnv *env, const struct unit *unit)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (size_t i = unit->function_count; i--;) {
		const struct function *function = &unit->functions[i];
		ERL_NIF_TERM map = enif_make_new_map(env);

		if (!function->program)
			continue;
		put(env, &map, "name", make_atom(env, function->name));
		put(env, &map, "arity", enif_make_int(env, function->arity));
		put(env, &map, "section", make_text(env, function->program->section));
		put(env, &map, "elf_name", make_text(env, function->program->symbol));
		put(env, &map, "line", enif_make_int(env, function->span.line));
		list = enif_make_list_cell(env, map, list);
	}
	return list;
}

/* What a ring has instead of keys and values; `lost` is its first counter, see object__lost(). */
static void put_ring(ErlNifEnv *env, ERL_NIF_TERM *map, const struct map_definition *ring)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (size_t i = ring->type_count; i--;)
		list = enif_make_list_cell(env, make_memory_type(env, ring->types[i]), list);
	put(env, map, "types", list);
	put(env, map, "lost", enif_make_uint(env, ring->first_lost));
}

/* What the maps that a map of maps has as its values are made of. */
static ERL_NIF_TERM make_inner(ErlNifEnv *env, const struct map_definition *inner)
{
	bool has_keys = inner->kind->key_rule != KEY_NONE;
	ERL_NIF_TERM map = enif_make_new_map(env);

	put(env, &map, "type", make_atom(env, inner->kind->name));
	put(env, &map, "number", enif_make_int(env, inner->kind->number));
	put(env, &map, "key",
	    has_keys ? make_memory_type(env, inner->key_type) : make_atom(env, "nil"));
	put(env, &map, "key_size", enif_make_uint(env, has_keys ? inner->key_type->size : 0));
	put(env, &map, "value", make_memory_type(env, inner->value_type));
	put(env, &map, "value_size", enif_make_uint(env, inner->value_type->size));
	put(env, &map, "max_entries", enif_make_uint(env, inner->max_entries));
	put(env, &map, "flags", enif_make_uint(env, inner->flags));
	put(env, &map, "node", enif_make_uint(env, inner->node));
	return map;
}

static ERL_NIF_TERM make_map(ErlNifEnv *env, const struct map_definition *definition)
{
	ERL_NIF_TERM map = enif_make_new_map(env);

	put(env, &map, "name", make_atom(env, definition->name));
	put(env, &map, "elf_name", make_text(env, definition->symbol));
	put(env, &map, "type", make_atom(env, definition->kind->name));
	put(env, &map, "key",
	    definition->kind->key_rule == KEY_NONE ? make_atom(env, "nil")
						   : make_memory_type(env, definition->key_type));
	put(env, &map, "value",
	    definition->kind->value_rule == VALUE_NONE
		    ? make_atom(env, "nil")
		    : make_memory_type(env, definition->value_type));
	if (map_is_ring(definition))
		put_ring(env, &map, definition);
	if (definition->kind->value_rule == VALUE_PROGRAM)
		put(env, &map, "program",
		    make_atom(env, definition->program ? definition->program->name : "nil"));
	if (definition->inner)
		put(env, &map, "inner", make_inner(env, definition->inner));
	put(env, &map, "max_entries", enif_make_uint(env, definition->max_entries));
	put(env, &map, "line", enif_make_int(env, definition->span.line));
	return map;
}

static ERL_NIF_TERM make_maps(ErlNifEnv *env, const struct unit *unit)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (size_t i = unit->map_count; i--;)
		list = enif_make_list_cell(env, make_map(env, &unit->maps[i]), list);
	return list;
}

static ERL_NIF_TERM make_sites(ErlNifEnv *env, const struct ir_unit *unit)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);
	ERL_NIF_TERM reversed;

	for (const struct raise_site *site = unit->sites; site; site = site->next) {
		ERL_NIF_TERM map = enif_make_new_map(env);

		put(env, &map, "kind", make_atom(env, raise_kind_name(site->kind)));
		put(env, &map, "function",
		    enif_make_tuple2(env, make_atom(env, site->function->name),
				     enif_make_int(env, site->function->arity)));
		put(env, &map, "file", make_text(env, site->function->origin.file));
		put(env, &map, "line", enif_make_int(env, site->line));
		put(env, &map, "message", make_text(env, site->message));
		list = enif_make_list_cell(env, map, list);
	}
	enif_make_reverse_list(env, list, &reversed);
	return reversed;
}

static ERL_NIF_TERM make_chain(ErlNifEnv *env, const struct check_function *function)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (uint32_t i = function->chain_length; i--;)
		list = enif_make_list_cell(env, make_text(env, function->chain[i]), list);
	return list;
}

/* NULL for a turn of a loop, whose data is that of the function that it is in. */
static const struct ir_function *find_function(const struct ir_unit *unit, const char *symbol)
{
	const struct ir_function *function = unit->functions;

	while (function && strcmp(function->symbol, symbol) != 0)
		function = function->next;
	return function;
}

static unsigned bytes_until(const struct ir_function *function, unsigned end)
{
	return end > function->scratch_offset ? end - function->scratch_offset : 0;
}

/* The function's own, and that with all that it calls. */
static void put_scratch(ErlNifEnv *env, ERL_NIF_TERM *map, const struct ir_function *function)
{
	unsigned own = function ? bytes_until(function, function->scratch_end) : 0;
	unsigned all = function ? bytes_until(function, function->scratch_last) : 0;

	put(env, map, "scratch", enif_make_uint(env, own));
	put(env, map, "scratch_with_calls", enif_make_uint(env, all));
}

static ERL_NIF_TERM make_stacks(ErlNifEnv *env, const struct compile_output *output)
{
	const struct check *check = output->check;
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (uint32_t i = check->function_count; i--;) {
		const struct check_function *function = &check->functions[i];
		ERL_NIF_TERM map = enif_make_new_map(env);

		put(env, &map, "elf_name", make_text(env, function->name));
		put(env, &map, "function", make_text(env, function->elixir));
		put(env, &map, "program", make_atom(env, function->program ? "true" : "false"));
		put(env, &map, "instructions", enif_make_uint(env, function->instructions));
		put(env, &map, "stack", enif_make_uint(env, function->stack));
		put(env, &map, "deepest", enif_make_uint(env, function->total_stack));
		put(env, &map, "chain", make_chain(env, function));
		put_scratch(env, &map, find_function(output->unit, function->name));
		list = enif_make_list_cell(env, map, list);
	}
	return list;
}

static ERL_NIF_TERM make_times(ErlNifEnv *env, const struct compile_output *output)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (int i = PASS_COUNT; i--;)
		list = enif_make_list_cell(env,
					   enif_make_tuple2(env,
							    make_atom(env, pass_name((enum pass)i)),
							    enif_make_int64(env, output->times[i])),
					   list);
	return list;
}

static ERL_NIF_TERM make_dumps(ErlNifEnv *env, const struct compile_input *input,
			       const struct compile_output *output)
{
	ERL_NIF_TERM map = enif_make_new_map(env);

	if (output->syntax_dump)
		put(env, &map, "syntax", make_text(env, output->syntax_dump));
	if (output->typed_dump)
		put(env, &map, "typed", make_text(env, output->typed_dump));
	if (output->ir_dump)
		put(env, &map, "ir", make_text(env, output->ir_dump));
	if (input->clock)
		put(env, &map, "times", make_times(env, output));
	return map;
}

static ERL_NIF_TERM make_result(ErlNifEnv *env, const struct compile_input *input,
				const struct compile_output *output)
{
	const struct unit *unit = output->unit->typed_unit->unit;
	ERL_NIF_TERM map = enif_make_new_map(env);

	put(env, &map, "elf", make_bytes(env, output->elf, output->elf_size));
	put(env, &map, "c_source", make_text(env, output->c_source));
	put(env, &map, "warnings", make_diagnostics(env, output));
	put(env, &map, "programs", make_programs(env, unit));
	put(env, &map, "maps", make_maps(env, unit));
	put(env, &map, "vars", make_vars(env, unit));
	put(env, &map, "types", make_record_types(env, unit));
	put(env, &map, "sites", make_sites(env, output->unit));
	put(env, &map, "functions", make_stacks(env, output));
	put(env, &map, "dumps", make_dumps(env, input, output));
	return enif_make_tuple2(env, make_atom(env, "ok"), map);
}

static ERL_NIF_TERM make_ir(ErlNifEnv *env, const struct compile_output *output)
{
	ERL_NIF_TERM ir;

	if (!enif_binary_to_term(env, (const unsigned char *)output->ir, output->ir_size, &ir, 0))
		return enif_make_badarg(env);
	return enif_make_tuple2(env, make_atom(env, "ok"), ir);
}

static ERL_NIF_TERM make_error(ErlNifEnv *env, ERL_NIF_TERM reason)
{
	return enif_make_tuple2(env, make_atom(env, "error"), reason);
}

static ERL_NIF_TERM make_answer(ErlNifEnv *env, const struct compile_input *input,
				const struct compile_output *output)
{
	switch (output->status) {
	case COMPILE_OK:
		return output->ir ? make_ir(env, output) : make_result(env, input, output);
	case COMPILE_REJECTED:
		return make_error(env, make_diagnostics(env, output));
	case COMPILE_MACHINE:
		return make_error(env, enif_make_tuple3(env, make_atom(env, "machine"),
							make_atom(env, output->reason),
							make_text(env, output->text)));
	case COMPILE_BUG:
		return make_error(env, enif_make_tuple2(env, make_atom(env, "bug"),
							make_text(env, output->text)));
	}
	return enif_make_badarg(env);
}

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

static ERL_NIF_TERM make_memory_error(ErlNifEnv *env)
{
	return make_error(env,
			  enif_make_tuple3(env, make_atom(env, "machine"), make_atom(env, "memory"),
					   make_text(env, "out of memory")));
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

ERL_NIF_TERM make_version(ErlNifEnv *env, int version)
{
	char text[32];

	enif_snprintf(text, sizeof(text), "%d.%d", version >> 8, version & 0xff);
	return make_text(env, text);
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
	{ "helpers", 0, nif_helpers, 0 },
	{ "map_kinds", 0, nif_map_kinds, 0 },
	{ "program_kinds", 0, nif_program_kinds, 0 },
	{ "tracepoints", 0, nif_tracepoints, ERL_NIF_DIRTY_JOB_CPU_BOUND },
	{ "tracepoint", 2, nif_tracepoint, 0 },
};

ERL_NIF_INIT(Elixir.Honey.Nif, functions, load, NULL, upgrade, NULL)
