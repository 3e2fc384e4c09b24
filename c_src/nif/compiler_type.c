/* SPDX-License-Identifier: Apache-2.0 */
#include "nif/compiler_type.h"

#include "compiler/unit/record_type.h"
#include "compiler/unit/tuple_type.h"

static ERL_NIF_TERM make_wide(ErlNifEnv *env, wide number)
{
	if (number < 0)
		return enif_make_int64(env, (ErlNifSInt64)number);
	return enif_make_uint64(env, (ErlNifUInt64)number);
}

static ERL_NIF_TERM make_enum(ErlNifEnv *env, const struct memory_type *type)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (size_t i = type->member_count; i--;) {
		ERL_NIF_TERM member = enif_make_tuple2(env, make_atom(env, type->members[i].name),
						       make_wide(env, type->members[i].number));

		list = enif_make_list_cell(env, member, list);
	}
	return enif_make_tuple3(env, make_atom(env, "enum"), list,
				make_atom(env, type->integer->name));
}

static ERL_NIF_TERM make_tuple(ErlNifEnv *env, const struct memory_type *type)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	if (type->record->address)
		return make_atom(env, type->record->address);
	if (type->record->is_prefix)
		return enif_make_tuple2(env, make_atom(env, "lpm"),
					make_memory_type(env, tuple_element(type, 0)->type));
	for (size_t i = tuple_type_count(type); i--;) {
		const struct record_field *field = tuple_element(type, i);
		ERL_NIF_TERM element = enif_make_tuple2(env, enif_make_uint(env, field->offset),
							make_memory_type(env, field->type));

		list = enif_make_list_cell(env, element, list);
	}
	return enif_make_tuple3(env, make_atom(env, "tuple"), enif_make_uint(env, type->size),
				list);
}

ERL_NIF_TERM make_memory_type(ErlNifEnv *env, const struct memory_type *type)
{
	switch (type->kind) {
	case MEMORY_INTEGER:
		return make_atom(env, type->integer->name);
	case MEMORY_BOOLEAN:
		return make_atom(env, "bool");
	case MEMORY_ENUM:
		return make_enum(env, type);
	case MEMORY_STRING:
	case MEMORY_BINARY:
		return enif_make_tuple2(
			env, make_atom(env, type->kind == MEMORY_STRING ? "string" : "binary"),
			enif_make_uint(env, type->size));
	case MEMORY_ARRAY:
		return enif_make_tuple3(env, make_atom(env, "array"),
					make_memory_type(env, type->element),
					enif_make_uint(env, type->count));
	case MEMORY_RECORD:
		return enif_make_tuple2(env, make_atom(env, "struct"),
					make_atom(env, type->record->name));
	case MEMORY_TUPLE:
		return make_tuple(env, type);
	case MEMORY_SWAPPED:
		return enif_make_tuple2(env, make_atom(env, "be"),
					make_memory_type(env, swapped_number(type)->type));
	}
	return make_atom(env, "nil");
}

static ERL_NIF_TERM make_fields(ErlNifEnv *env, const struct record_type *record)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (size_t i = record->field_count; i--;) {
		const struct record_field *field = &record->fields[i];
		ERL_NIF_TERM map = enif_make_new_map(env);

		put(env, &map, "name", make_atom(env, field->name));
		put(env, &map, "offset", enif_make_uint(env, field->offset));
		put(env, &map, "size", enif_make_uint(env, field->type->size));
		put(env, &map, "type", make_memory_type(env, field->type));
		list = enif_make_list_cell(env, map, list);
	}
	return list;
}

ERL_NIF_TERM make_record_types(ErlNifEnv *env, const struct unit *unit)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (size_t i = unit->record_count; i--;) {
		const struct record_type *record = &unit->records[i];
		ERL_NIF_TERM map = enif_make_new_map(env);

		put(env, &map, "name", make_atom(env, record->name));
		put(env, &map, "size", enif_make_uint(env, record->type.size));
		put(env, &map, "alignment", enif_make_uint(env, record->type.alignment));
		put(env, &map, "fields", make_fields(env, record));
		list = enif_make_list_cell(env, map, list);
	}
	return list;
}
