/* SPDX-License-Identifier: Apache-2.0 */
/* The payloads of statements on variables, and on what is in memory with parts. */
#include "compiler/export/export_internal.h"
#include "compiler/unit/global.h"
#include "compiler/unit/record_type.h"

/* {name, {0, type, size}}, and what is put there, and of an addition whether it is subtracted */
void export_global_access(struct export *export, const struct ir_statement *s)
{
	struct etf_writer *writer = &export->writer;

	etf_write_tuple(writer, s->kind == IR_GLOBAL_LOAD ? 2 : s->kind == IR_GLOBAL_STORE ? 3 : 4);
	etf_write_atom(writer, s->global.global->name);
	export_at(export, s->global.global->type, 0);
	if (s->kind == IR_GLOBAL_LOAD)
		return;
	export_value(export, s->global.value);
	if (s->kind == IR_GLOBAL_ADD)
		etf_write_boolean(writer, s->global.subtracts);
}

static void export_place(struct export *export, const struct memory_type *whole,
			 const struct record_field *field, unsigned index)
{
	const struct memory_type *type = field ? field->type : whole->element;

	export_at(export, type, field ? field->offset : index * type->size);
}

static void export_parts(struct export *export, const struct memory_type *whole,
			 const struct ir_part *parts, size_t count)
{
	struct etf_writer *writer = &export->writer;

	etf_write_list(writer, count);
	for (size_t i = 0; i < count; i++) {
		etf_write_tuple(writer, 2);
		export_place(export, whole, parts[i].field, parts[i].index);
		export_value(export, parts[i].value);
	}
	etf_write_list_end(writer, count);
}

/* {base, size, [{place, value}]} */
void export_build(struct export *export, const struct ir_statement *s)
{
	struct etf_writer *writer = &export->writer;

	etf_write_tuple(writer, 3);
	export_value(export, s->build.base);
	etf_write_integer(writer, s->to->memory->size);
	export_parts(export, s->to->memory, s->build.parts, s->build.count);
}

/* {ring, the type's number, {base, size, [{place, value}]}} */
void export_emit(struct export *export, const struct ir_statement *s)
{
	const struct memory_type *type = s->emit.ring->types[s->emit.type];
	struct etf_writer *writer = &export->writer;

	etf_write_tuple(writer, 3);
	etf_write_atom(writer, s->emit.ring->name);
	etf_write_integer(writer, s->emit.type);
	etf_write_tuple(writer, 3);
	export_value(export, s->emit.base);
	etf_write_integer(writer, type->size);
	export_parts(export, type, s->emit.parts, s->emit.count);
}

/* {whole, place}, and the index of an element that a register says */
void export_part(struct export *export, const struct ir_statement *s)
{
	etf_write_tuple(&export->writer, s->part.at ? 3 : 2);
	export_value(export, s->part.whole);
	export_place(export, s->part.whole->memory, s->part.field, s->part.index);
	if (s->part.at)
		export_value(export, s->part.at);
}
