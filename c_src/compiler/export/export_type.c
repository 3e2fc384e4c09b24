/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A type is exported as the list of its parts:
 *
 *	{Tag, integer, s64 | u64}	{Tag, tuple | list | function, [Type]}
 *	{nil, context, nil}
 *	{Tag, atom, Id | nil}		{Tag, map, [{Key, Type}]}	{Tag, text, Size}
 *	{Tag, literal, Bytes}		{Tag, slice, nil}		{Tag, memory, Description}
 *
 * with an atom's id where there is only one, which needs no register. Honey.Sim.Type has the other
 * half: which registers a value takes, in which order (list_registers() in value.c).
 */
#include "compiler/export/export_internal.h"

static void begin_part(struct etf_writer *writer, int tag, const char *kind)
{
	etf_write_tuple(writer, 3);
	etf_write_integer(writer, tag);
	etf_write_atom(writer, kind);
}

static void begin_untagged(struct etf_writer *writer, const char *kind)
{
	etf_write_tuple(writer, 3);
	etf_write_atom(writer, NULL);
	etf_write_atom(writer, kind);
}

static void export_only_atom(struct etf_writer *writer, const struct atoms *atoms)
{
	if (atoms->count == 1 && !atoms->any_errno)
		etf_write_integer(writer, atoms->ids[0]);
	else
		etf_write_atom(writer, NULL);
}

static const char *data_name(enum data_kind kind)
{
	switch (kind) {
	case DATA_TUPLE:
		return "tuple";
	case DATA_LIST:
		return "list";
	case DATA_MAP:
		return "map";
	case DATA_FUNCTION:
		return "function";
	case DATA_UNKEPT:
		return "unkept";
	case DATA_ENTRIES:
		return "entries";
	case DATA_TASK_GROUPS:
		return "task_groups";
	case DATA_CGROUP:
		return "cgroup";
	case DATA_TASK:
		return "task";
	}
	return NULL;
}

static void export_key(struct etf_writer *writer, const struct map_key *key)
{
	if (key->atom)
		etf_write_atom(writer, key->atom);
	else
		etf_write_magnitude(writer, key->integer.magnitude, key->integer.is_negative);
}

static void export_data(struct etf_writer *writer, const struct data *data)
{
	size_t count = data->shape->count;

	begin_part(writer, data->shape->tag, data_name(data->shape->kind));
	etf_write_list(writer, count);
	for (size_t i = 0; i < count; i++) {
		if (data->shape->kind == DATA_MAP) {
			etf_write_tuple(writer, 2);
			export_key(writer, &data->shape->keys[i]);
		}
		export_type(writer, &data->elements[i]);
	}
	etf_write_list_end(writer, count);
}

static void export_binary(struct etf_writer *writer, const struct type *type)
{
	if (type->slice.is_slice) {
		begin_part(writer, TAG_BINARY, "slice");
		etf_write_atom(writer, NULL);
	} else if (type->literal) {
		begin_part(writer, TAG_BINARY, "literal");
		etf_write_binary(writer, type->literal, type->text_size - 1);
	} else {
		begin_part(writer, TAG_BINARY, "text");
		etf_write_integer(writer, type->text_size);
	}
}

void export_type(struct etf_writer *writer, const struct type *type)
{
	bool has_integer = type->integer != INTEGER_NONE;
	bool has_atoms = type->atoms.count || type->atoms.any_errno;
	size_t count = (size_t)has_integer + has_atoms + type->data_count +
		       (type->context != NULL) + type_has_binary(type) + (type->memory != NULL);

	etf_write_list(writer, count);
	if (has_integer) {
		begin_part(writer, TAG_INTEGER, "integer");
		etf_write_atom(writer, type->integer == INTEGER_U64 ? "u64" : "s64");
	}
	if (has_atoms) {
		begin_part(writer, TAG_ATOM, "atom");
		export_only_atom(writer, &type->atoms);
	}
	if (type->memory) {
		begin_part(writer, TAG_MEMORY, "memory");
		export_memory_type(writer, type->memory);
	}
	if (type_has_binary(type))
		export_binary(writer, type);
	for (size_t i = 0; i < type->data_count; i++)
		export_data(writer, &type->data[i]);
	if (type->context) {
		begin_untagged(writer, "context");
		etf_write_atom(writer, NULL);
	}
	etf_write_list_end(writer, count);
}

static void export_atom(struct etf_writer *writer, const struct typed_unit *unit, int id)
{
	etf_write_integer(writer, id);
	etf_write_atom(writer, atom_text(&unit->atoms, id));
}

void export_atoms(struct etf_writer *writer, const struct typed_unit *unit)
{
	static const int errnos[] = {
#define ERRNO(name, number) number,
#include "compiler/table/errno.def"
#undef ERRNO
	};
	size_t errno_count = sizeof(errnos) / sizeof(errnos[0]);

	etf_write_map(writer, ATOM_FIRST_OTHER + unit->atoms.count + errno_count);
	for (int id = 0; id < ATOM_FIRST_OTHER + (int)unit->atoms.count; id++)
		export_atom(writer, unit, id);
	for (size_t i = 0; i < errno_count; i++)
		export_atom(writer, unit, -errnos[i]);
}
