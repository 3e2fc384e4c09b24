/* SPDX-License-Identifier: Apache-2.0 */
/* Types of data in memory: the terms are those that nif/compiler_type.h describes. */
#include "compiler/export/export_internal.h"
#include "compiler/unit/record_type.h"
#include "compiler/unit/tuple_type.h"

static void export_number(struct etf_writer *writer, wide number)
{
	bool is_negative = number < 0;

	etf_write_magnitude(writer, (uint64_t)(is_negative ? -number : number), is_negative);
}

static void export_enum(struct etf_writer *writer, const struct memory_type *type)
{
	etf_write_tuple(writer, 3);
	etf_write_atom(writer, "enum");
	etf_write_list(writer, type->member_count);
	for (size_t i = 0; i < type->member_count; i++) {
		etf_write_tuple(writer, 2);
		etf_write_atom(writer, type->members[i].name);
		export_number(writer, type->members[i].number);
	}
	etf_write_list_end(writer, type->member_count);
	etf_write_atom(writer, type->integer->name);
}

static void export_tuple(struct etf_writer *writer, const struct memory_type *type)
{
	size_t count = tuple_type_count(type);

	if (type->record->address) {
		etf_write_atom(writer, type->record->address);
		return;
	}
	etf_write_tuple(writer, type->record->is_prefix ? 2 : 3);
	etf_write_atom(writer, type->record->is_prefix ? "lpm" : "tuple");
	if (type->record->is_prefix) {
		export_memory_type(writer, tuple_element(type, 0)->type);
		return;
	}
	etf_write_integer(writer, type->size);
	etf_write_list(writer, count);
	for (size_t i = 0; i < count; i++) {
		etf_write_tuple(writer, 2);
		etf_write_integer(writer, tuple_element(type, i)->offset);
		export_memory_type(writer, tuple_element(type, i)->type);
	}
	etf_write_list_end(writer, count);
}

void export_memory_type(struct etf_writer *writer, const struct memory_type *type)
{
	switch (type->kind) {
	case MEMORY_INTEGER:
		etf_write_atom(writer, type->integer->name);
		break;
	case MEMORY_BOOLEAN:
		etf_write_atom(writer, "bool");
		break;
	case MEMORY_ENUM:
		export_enum(writer, type);
		break;
	case MEMORY_STRING:
	case MEMORY_BINARY:
		etf_write_tuple(writer, 2);
		etf_write_atom(writer, type->kind == MEMORY_STRING ? "string" : "binary");
		etf_write_integer(writer, type->size);
		break;
	case MEMORY_ARRAY:
		etf_write_tuple(writer, 3);
		etf_write_atom(writer, "array");
		export_memory_type(writer, type->element);
		etf_write_integer(writer, type->count);
		break;
	case MEMORY_RECORD:
		etf_write_tuple(writer, 2);
		etf_write_atom(writer, "struct");
		etf_write_atom(writer, type->record->name);
		break;
	case MEMORY_TUPLE:
		export_tuple(writer, type);
		break;
	case MEMORY_SWAPPED:
		etf_write_tuple(writer, 2);
		etf_write_atom(writer, "be");
		export_memory_type(writer, swapped_number(type)->type);
		break;
	}
}

static void export_field(struct etf_writer *writer, const struct record_field *field)
{
	etf_write_map(writer, 4);
	etf_write_atom(writer, "name");
	etf_write_atom(writer, field->name);
	etf_write_atom(writer, "offset");
	etf_write_integer(writer, field->offset);
	etf_write_atom(writer, "size");
	etf_write_integer(writer, field->type->size);
	etf_write_atom(writer, "type");
	export_memory_type(writer, field->type);
}

void export_record_types(struct etf_writer *writer, const struct unit *unit)
{
	etf_write_list(writer, unit->record_count);
	for (size_t i = 0; i < unit->record_count; i++) {
		const struct record_type *record = &unit->records[i];

		etf_write_map(writer, 3);
		etf_write_atom(writer, "name");
		etf_write_atom(writer, record->name);
		etf_write_atom(writer, "size");
		etf_write_integer(writer, record->type.size);
		etf_write_atom(writer, "fields");
		etf_write_list(writer, record->field_count);
		for (size_t n = 0; n < record->field_count; n++)
			export_field(writer, &record->fields[n]);
		etf_write_list_end(writer, record->field_count);
	}
	etf_write_list_end(writer, unit->record_count);
}
