/* SPDX-License-Identifier: Apache-2.0 */
/* What statements name: registers, constants, and the places of parts in memory. */
#include "compiler/export/export_internal.h"

static const char *ir_type_name(enum ir_type type)
{
	switch (type) {
	case IR_S64:
		return "s64";
	case IR_U64:
		return "u64";
	case IR_POINTER:
		return "pointer";
	case IR_TEXT:
		return "text";
	case IR_MEMORY:
		return "memory";
	case IR_CURSOR:
		return "cursor";
	}
	return NULL;
}

/* `{number, type}`, or nil. */
void export_to(struct export *export, const struct ir_value *to)
{
	if (!to) {
		etf_write_atom(&export->writer, NULL);
		return;
	}
	etf_write_tuple(&export->writer, 2);
	etf_write_integer(&export->writer, to->number);
	etf_write_atom(&export->writer,
		       to->type == IR_TEXT && to->memory && to->memory->kind == MEMORY_BINARY
			       ? "bytes"
			       : ir_type_name(to->type));
}

void export_zeros(struct export *export, const struct memory_type *memory)
{
	etf_write_tuple(&export->writer, 2);
	etf_write_atom(&export->writer, "zeros");
	etf_write_integer(&export->writer, memory->size);
}

/* A constant is its integer, `{zeros, size}` or the empty text; a register `{number}`, none nil. */
void export_value(struct export *export, const struct ir_value *value)
{
	struct etf_writer *writer = &export->writer;

	if (!value) {
		etf_write_atom(writer, NULL);
	} else if (value->kind == IR_CONSTANT && value->type == IR_MEMORY) {
		export_zeros(export, value->memory);
	} else if (value->kind == IR_CONSTANT && value->type == IR_TEXT) {
		etf_write_binary(writer, "", 0);
	} else if (value->kind == IR_CONSTANT) {
		bool is_negative = value->constant < 0;
		wide magnitude = is_negative ? -value->constant : value->constant;

		etf_write_magnitude(writer, (uint64_t)magnitude, is_negative);
	} else {
		etf_write_tuple(writer, 1);
		etf_write_integer(writer, value->number);
	}
}

void export_values(struct export *export, struct ir_value *const *values, size_t count)
{
	size_t given = 0;

	while (given < count && values[given])
		given++;
	etf_write_list(&export->writer, given);
	for (size_t i = 0; i < given; i++)
		export_value(export, values[i]);
	etf_write_list_end(&export->writer, given);
}

/* Where something stands and what it is: {offset, integer type | text | bytes | memory, size} */
void export_at(struct export *export, const struct memory_type *type, unsigned offset)
{
	struct etf_writer *writer = &export->writer;

	etf_write_tuple(writer, 3);
	etf_write_integer(writer, offset);
	if (memory_type_is_scalar(type))
		etf_write_atom(writer, type->integer->name);
	else
		etf_write_atom(writer, type->kind == MEMORY_STRING   ? "text"
				       : type->kind == MEMORY_BINARY ? "bytes"
								     : "memory");
	etf_write_integer(writer, type->size);
}
