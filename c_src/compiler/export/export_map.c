/* SPDX-License-Identifier: Apache-2.0 */
/* The payloads of statements on maps, and on what a pointer into one points at. */
#include "compiler/export/export_internal.h"
#include "compiler/unit/record_type.h"

/* A slot's number, or `{register, size}` of what is no number; nil for neither. */
static void export_stored(struct export *export, const struct ir_slot *slot,
			  const struct ir_value *data, const struct memory_type *memory)
{
	struct etf_writer *writer = &export->writer;

	if (slot) {
		etf_write_integer(writer, slot->number);
	} else if (data) {
		etf_write_tuple(writer, 2);
		export_value(export, data);
		etf_write_integer(writer, memory->size);
	} else {
		etf_write_atom(writer, NULL);
	}
}

/* The map's name, or {name of the outer, what was found there} */
static void export_map_name(struct export *export, const struct ir_statement *s)
{
	if (s->map.inner) {
		etf_write_tuple(&export->writer, 2);
		etf_write_atom(&export->writer, s->map.map->name);
		export_value(export, s->map.inner);
	} else {
		etf_write_atom(&export->writer, s->map.map->name);
	}
}

/* {map, helper, key | nil, value | nil, flag, cpu | nil} */
void export_map_access(struct export *export, const struct ir_statement *s)
{
	struct etf_writer *writer = &export->writer;

	etf_write_tuple(writer, 6);
	export_map_name(export, s);
	etf_write_atom(writer, s->map.helper->name);
	if (s->map.map->kind->key_rule == KEY_OBJECT)
		etf_write_atom(writer, s->map.map->kind->number == MAP_TYPE_CGRP_STORAGE ? "cgroup"
											 : "task");
	else
		export_stored(export, s->map.key, s->map.key_data, s->map.map->key_type);
	export_stored(export, s->map.value, s->map.value_data, s->map.map->value_type);
	etf_write_integer(writer, s->map.flag);
	export_value(export, s->map.cpu);
}

/* {map, helper, register of the status} */
void export_take(struct export *export, const struct ir_statement *s)
{
	etf_write_tuple(&export->writer, 3);
	export_map_name(export, s);
	etf_write_atom(&export->writer, s->map.helper->name);
	export_value(export, s->map.status);
}

/* {pointer, name of the change, place of the field or nil, amount} */
void export_change(struct export *export, const struct ir_statement *s)
{
	const struct record_field *field = s->memory.field;

	etf_write_tuple(&export->writer, 4);
	export_value(export, s->memory.pointer);
	etf_write_atom(&export->writer, change_name(s->memory.change));
	if (field)
		export_at(export, field->type, field->offset);
	else
		etf_write_atom(&export->writer, "nil");
	export_value(export, s->memory.amount);
}

/* `{pointer, symbol, nanoseconds}`; without a symbol it is cancelled */
void export_timer(struct export *export, const struct ir_statement *s)
{
	etf_write_tuple(&export->writer, 3);
	export_value(export, s->timer.pointer);
	if (s->timer.started)
		etf_write_text(&export->writer, s->timer.started->symbol);
	else
		etf_write_atom(&export->writer, NULL);
	export_value(export, s->timer.nanoseconds);
}
