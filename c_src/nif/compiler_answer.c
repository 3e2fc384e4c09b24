/* SPDX-License-Identifier: Apache-2.0 */
#include "nif/compiler_answer.h"

#include "compiler/lower/ir.h"
#include "compiler/object/check_elf.h"
#include "compiler/unit/ring_definition.h"
#include "nif/compiler_type.h"

#include <string.h>

static ERL_NIF_TERM make_place(ErlNifEnv *env, int place)
{
	return place ? enif_make_int(env, place) : make_atom(env, "nil");
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
	put(env, &map, "token", make_text(env, d->token));
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

ERL_NIF_TERM make_answer(ErlNifEnv *env, const struct compile_input *input,
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

ERL_NIF_TERM make_memory_error(ErlNifEnv *env)
{
	return make_error(env,
			  enif_make_tuple3(env, make_atom(env, "machine"), make_atom(env, "memory"),
					   make_text(env, "out of memory")));
}
