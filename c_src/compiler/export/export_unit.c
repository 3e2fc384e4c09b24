/* SPDX-License-Identifier: Apache-2.0 */
/* The unit around the statements: its functions, maps, raise sites and contexts. */
#include "compiler/export/export_internal.h"
#include "compiler/table/packet.h"
#include "compiler/unit/ring_definition.h"
#include "compiler/export/export_ir.h"
#include "compiler/unit/global.h"
#include "compiler/table/tracepoint.h"

#include <string.h>

static bool is_readable(const struct tracepoint_field *field)
{
	switch (field->kind) {
	case TRACEPOINT_INTEGER:
	case TRACEPOINT_POINTER:
	case TRACEPOINT_STRING:
		return true;
	case TRACEPOINT_ARRAY:
	case TRACEPOINT_DYNAMIC:
	case TRACEPOINT_OPAQUE:
		break;
	}
	return tracepoint_field_has_data(field);
}

/* {name, type}: an integer type, boolean, packet, {text, most bytes}, or data, which have an address */
static void export_context_field(struct export *export, const struct tracepoint_field *field)
{
	struct etf_writer *writer = &export->writer;

	etf_write_tuple(writer, 2);
	etf_write_atom(writer, field->name);
	if (field->kind == TRACEPOINT_STRING) {
		etf_write_tuple(writer, 2);
		etf_write_atom(writer, "text");
		etf_write_integer(writer, field->count);
	} else if (tracepoint_field_has_data(field)) {
		etf_write_atom(writer, "data");
	} else if (field->kind == TRACEPOINT_POINTER) {
		etf_write_atom(writer, "u64");
	} else if (field->nature == TRACEPOINT_BOOLEAN) {
		etf_write_atom(writer, "boolean");
	} else {
		etf_write_atom(writer, integer_type_of_size(field->width, field->is_signed)->name);
	}
}

static bool is_in_earlier(const struct tracepoint *tracepoint, size_t layout, const char *name)
{
	for (size_t i = 0; i < layout; i++) {
		for (size_t n = 0; n < tracepoint->layouts[i].field_count; n++) {
			if (strcmp(tracepoint->layouts[i].fields[n].name, name) == 0)
				return true;
		}
	}
	return false;
}

/* The field as a program would read it; NULL for one that cannot be read, or stood before. */
static const struct tracepoint_field *field_of(struct export *export,
					       const struct tracepoint *tracepoint, size_t layout,
					       size_t n)
{
	const char *name = tracepoint->layouts[layout].fields[n].name;
	unsigned kernel = (unsigned)export->unit->typed_unit->unit->kernel;
	struct tracepoint_access access = { 0 };

	if (is_in_earlier(tracepoint, layout, name))
		return NULL;
	switch (tracepoint_access(tracepoint, kernel, name, &access)) {
	case TRACEPOINT_FIELD:
	case TRACEPOINT_FIELD_IN_SOME:
		return is_readable(access.field) ? access.field : NULL;
	case TRACEPOINT_FIELD_DIFFERS:
	case TRACEPOINT_COMMON_FIELD:
	case TRACEPOINT_NO_FIELD:
		break;
	}
	return NULL;
}

/* Exports those fields, or only counts them. */
static size_t export_fields(struct export *export, const struct tracepoint *tracepoint, bool counts)
{
	size_t count = 0;

	for (size_t i = 0; tracepoint && i < tracepoint->layout_count; i++) {
		for (size_t n = 0; n < tracepoint->layouts[i].field_count; n++) {
			const struct tracepoint_field *field = field_of(export, tracepoint, i, n);

			if (field && !counts)
				export_context_field(export, field);
			count += field != NULL;
		}
	}
	return count;
}

static void export_packet_context(struct export *export)
{
	size_t count = 0;
	const struct tracepoint_field *fields = packet_fields(&count);

	etf_write_list(&export->writer, count + 1);
	etf_write_tuple(&export->writer, 2);
	etf_write_atom(&export->writer, "packet");
	etf_write_atom(&export->writer, "packet");
	for (size_t i = 0; i < count; i++)
		export_context_field(export, &fields[i]);
	etf_write_list_end(&export->writer, count + 1);
}

/* What `ctx.field` can read. */
static void export_context(struct export *export, const struct program *program)
{
	size_t count;

	if (program->kind->context == CONTEXT_XDP) {
		export_packet_context(export);
		return;
	}
	count = export_fields(export, program->tracepoint, true);
	etf_write_list(&export->writer, count);
	export_fields(export, program->tracepoint, false);
	etf_write_list_end(&export->writer, count);
}

/* nil, or %{section:, on_error:, fields:} */
static void export_program(struct export *export, const struct ir_function *function)
{
	const struct program *program = function->instance->function->program;
	struct etf_writer *writer = &export->writer;

	if (!function->is_program || function->instance->timer) {
		etf_write_atom(writer, NULL);
		return;
	}
	etf_write_map(writer, 3);
	etf_write_atom(writer, "section");
	etf_write_text(writer, program->section);
	etf_write_atom(writer, "on_error");
	etf_write_integer(writer, function->raise_value);
	etf_write_atom(writer, "fields");
	export_context(export, program);
}

static void export_parameters(struct export *export, const struct ir_function *function)
{
	etf_write_list(&export->writer, function->parameter_count);
	for (size_t i = 0; i < function->parameter_count; i++)
		etf_write_integer(&export->writer, function->parameters[i]->number);
	etf_write_list_end(&export->writer, function->parameter_count);
}

static void export_arguments(struct export *export, const struct instance *instance)
{
	size_t arity = (size_t)instance->function->arity;

	etf_write_list(&export->writer, arity);
	for (size_t i = 0; i < arity; i++)
		export_type(&export->writer, &instance->arguments[i]);
	etf_write_list_end(&export->writer, arity);
}

static void export_name(struct export *export, const struct function *function)
{
	etf_write_tuple(&export->writer, 2);
	etf_write_atom(&export->writer, function->name);
	etf_write_integer(&export->writer, function->arity);
}

/* Of what a timer calls, the number by which its body reads the entry; else nil. */
static void export_entry(struct export *export, const struct ir_function *function)
{
	if (function->instance->timer)
		etf_write_integer(&export->writer, function->entry);
	else
		etf_write_atom(&export->writer, NULL);
}

static void export_function(struct export *export, const struct ir_function *function)
{
	const struct instance *instance = function->instance;
	struct etf_writer *writer = &export->writer;

	etf_write_map(writer, 9);
	etf_write_atom(writer, "name");
	export_name(export, instance->function);
	etf_write_atom(writer, "is_entry");
	etf_write_boolean(writer, instance == export->unit->typed_unit->entry);
	etf_write_atom(writer, "symbol");
	etf_write_text(writer, function->symbol);
	etf_write_atom(writer, "program");
	export_program(export, function);
	etf_write_atom(writer, "arguments");
	export_arguments(export, instance);
	etf_write_atom(writer, "parameters");
	export_parameters(export, function);
	etf_write_atom(writer, "result");
	export_type(writer, &instance->result);
	etf_write_atom(writer, "entry");
	export_entry(export, function);
	etf_write_atom(writer, "body");
	export_block(export, function->body);
}

static void export_functions(struct export *export)
{
	size_t count = 0;

	for (const struct ir_function *f = export->unit->functions; f; f = f->next)
		count++;
	etf_write_list(&export->writer, count);
	for (const struct ir_function *f = export->unit->functions; f; f = f->next)
		export_function(export, f);
	etf_write_list_end(&export->writer, count);
}

/* Of the records of a ring; nil of another map. */
static void export_ring_types(struct export *export, const struct map_definition *map)
{
	if (!map_is_ring(map)) {
		etf_write_atom(&export->writer, NULL);
		return;
	}
	etf_write_list(&export->writer, map->type_count);
	for (size_t i = 0; i < map->type_count; i++)
		export_memory_type(&export->writer, map->types[i]);
	etf_write_list_end(&export->writer, map->type_count);
}

static void export_map(struct export *export, const struct map_definition *map)
{
	struct etf_writer *writer = &export->writer;

	etf_write_map(writer, 10);
	etf_write_atom(writer, "name");
	etf_write_atom(writer, map->name);
	etf_write_atom(writer, "inner");
	if (map->inner)
		export_map(export, map->inner);
	else
		etf_write_atom(writer, NULL);
	etf_write_atom(writer, "type");
	etf_write_atom(writer, map->kind->name);
	etf_write_atom(writer, "key");
	if (map->kind->key_rule == KEY_NONE)
		etf_write_atom(writer, NULL);
	else if (map->kind->number == MAP_TYPE_CGRP_STORAGE)
		etf_write_atom(writer, "u64"); /* the id of a control group */
	else
		export_memory_type(writer, map->key_type);
	etf_write_atom(writer, "value");
	export_memory_type(writer, map->value_type);
	etf_write_atom(writer, "max_entries");
	etf_write_integer(writer, map->max_entries);
	etf_write_atom(writer, "is_array");
	etf_write_boolean(writer, map_has_all(map->kind));
	etf_write_atom(writer, "per_cpu");
	etf_write_boolean(writer, map->kind->per_cpu);
	etf_write_atom(writer, "evicts");
	etf_write_boolean(writer, map->kind->evicts);
	etf_write_atom(writer, "types");
	export_ring_types(export, map);
}

static void export_maps(struct export *export, const struct unit *unit)
{
	etf_write_list(&export->writer, unit->map_count);
	for (size_t i = 0; i < unit->map_count; i++)
		export_map(export, &unit->maps[i]);
	etf_write_list_end(&export->writer, unit->map_count);
}

static void export_global(struct export *export, const struct global *global)
{
	struct etf_writer *writer = &export->writer;

	etf_write_map(writer, 4);
	etf_write_atom(writer, "name");
	etf_write_atom(writer, global->name);
	etf_write_atom(writer, "type");
	export_memory_type(writer, global->type);
	etf_write_atom(writer, "live");
	etf_write_boolean(writer, global->is_live);
	etf_write_atom(writer, "default");
	etf_write_binary(writer, (const char *)global->initial, global->type->size);
}

static void export_globals(struct export *export, const struct unit *unit)
{
	etf_write_list(&export->writer, unit->global_count);
	for (size_t i = 0; i < unit->global_count; i++)
		export_global(export, &unit->globals[i]);
	etf_write_list_end(&export->writer, unit->global_count);
}

static void export_sites(struct export *export)
{
	struct etf_writer *writer = &export->writer;
	size_t count = (size_t) export->unit->site_count;

	etf_write_list(writer, count);
	for (const struct raise_site *site = export->unit->sites; site; site = site->next) {
		etf_write_map(writer, 5);
		etf_write_atom(writer, "kind");
		etf_write_atom(writer, raise_kind_name(site->kind));
		etf_write_atom(writer, "function");
		export_name(export, site->function);
		etf_write_atom(writer, "file");
		etf_write_text(writer, site->function->origin.file);
		etf_write_atom(writer, "line");
		etf_write_integer(writer, site->line);
		etf_write_atom(writer, "message");
		etf_write_text(writer, site->message);
	}
	etf_write_list_end(writer, count);
}

const char *export_ir(struct compile *compile, const struct ir_unit *unit, size_t *size)
{
	struct export export = { .compile = compile, .unit = unit };

	etf_write_begin(&export.writer, compile->arena);
	etf_write_map(&export.writer, 6);
	etf_write_atom(&export.writer, "types");
	export_record_types(&export.writer, unit->typed_unit->unit);
	etf_write_atom(&export.writer, "atoms");
	export_atoms(&export.writer, unit->typed_unit);
	etf_write_atom(&export.writer, "maps");
	export_maps(&export, unit->typed_unit->unit);
	etf_write_atom(&export.writer, "vars");
	export_globals(&export, unit->typed_unit->unit);
	etf_write_atom(&export.writer, "sites");
	export_sites(&export);
	etf_write_atom(&export.writer, "functions");
	export_functions(&export);
	*size = export.writer.bytes.size;
	return export.writer.bytes.text;
}
