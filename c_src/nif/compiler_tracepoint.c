/* SPDX-License-Identifier: Apache-2.0 */
/* The database of tracepoints as terms: what `mix honey.probes` shows. */
#include "base/arena.h"
#include "compiler/table/tables.h"
#include "compiler/table/tracepoint.h"

#include "nif/compiler_type.h"

#include <string.h>

#define NAME_SIZE 256

static const char *kind_name(enum tracepoint_field_kind kind)
{
	switch (kind) {
	case TRACEPOINT_INTEGER:
		return "integer";
	case TRACEPOINT_POINTER:
		return "pointer";
	case TRACEPOINT_STRING:
		return "string";
	case TRACEPOINT_ARRAY:
		return "array";
	case TRACEPOINT_DYNAMIC:
		return "dynamic";
	case TRACEPOINT_OPAQUE:
		return "opaque";
	}
	return "nil";
}

static const char *nature_name(enum tracepoint_nature nature)
{
	switch (nature) {
	case TRACEPOINT_PLAIN:
		return "plain";
	case TRACEPOINT_ENUM:
		return "enum";
	case TRACEPOINT_BOOLEAN:
		return "boolean";
	}
	return "nil";
}

static const char *answer_name(enum tracepoint_answer answer)
{
	switch (answer) {
	case TRACEPOINT_FIELD:
		return "all";
	case TRACEPOINT_FIELD_IN_SOME:
		return "some";
	case TRACEPOINT_FIELD_DIFFERS:
		return "differs";
	case TRACEPOINT_COMMON_FIELD:
	case TRACEPOINT_NO_FIELD:
		break;
	}
	return "none";
}

static ERL_NIF_TERM make_field(ErlNifEnv *env, struct arena *arena,
			       const struct tracepoint *tracepoint, unsigned kernel,
			       const struct tracepoint_field *field)
{
	struct tracepoint_access access = { 0 };
	enum tracepoint_answer answer = tracepoint_access(tracepoint, kernel, field->name, &access);
	ERL_NIF_TERM map = enif_make_new_map(env);
	const char *data;

	if (access.field)
		field = access.field;
	data = tracepoint_data_type(arena, field);
	put(env, &map, "name", make_text(env, field->name));
	put(env, &map, "kind", make_atom(env, kind_name(field->kind)));
	put(env, &map, "element", make_text(env, field->element));
	put(env, &map, "bytes", enif_make_uint(env, field->width));
	put(env, &map, "count", enif_make_uint(env, field->count));
	put(env, &map, "signed", make_atom(env, field->is_signed ? "true" : "false"));
	put(env, &map, "nature", make_atom(env, nature_name(field->nature)));
	put(env, &map, "memory",
	    make_atom(env, field->memory == TRACEPOINT_USER_MEMORY ? "user" : "kernel"));
	put(env, &map, "has_data",
	    make_atom(env, tracepoint_field_has_data(field) ? "true" : "false"));
	put(env, &map, "data", data ? make_text(env, data) : make_atom(env, "nil"));
	put(env, &map, "answer", make_atom(env, answer_name(answer)));
	put(env, &map, "since",
	    access.since ? make_version(env, (int)access.since) : make_atom(env, "nil"));
	return map;
}

static bool is_in_newer(const struct tracepoint *tracepoint, size_t layout, const char *name)
{
	for (size_t i = 0; i < layout; i++) {
		for (size_t n = 0; n < tracepoint->layouts[i].field_count; n++) {
			if (strcmp(tracepoint->layouts[i].fields[n].name, name) == 0)
				return true;
		}
	}
	return false;
}

static ERL_NIF_TERM make_tracepoint(ErlNifEnv *env, struct arena *arena,
				    const struct tracepoint *tracepoint, unsigned kernel)
{
	ERL_NIF_TERM fields = enif_make_list(env, 0), kernels = enif_make_list(env, 0);
	ERL_NIF_TERM map = enif_make_new_map(env);

	for (size_t i = tracepoint->layout_count; i--;) {
		const struct tracepoint_layout *layout = &tracepoint->layouts[i];

		kernels = enif_make_list_cell(env, make_text(env, layout->kernels), kernels);
		for (size_t n = layout->field_count; n--;) {
			if (!is_in_newer(tracepoint, i, layout->fields[n].name))
				fields = enif_make_list_cell(env,
							     make_field(env, arena, tracepoint,
									kernel, &layout->fields[n]),
							     fields);
		}
	}
	put(env, &map, "category", make_text(env, tracepoint->category));
	put(env, &map, "name", make_text(env, tracepoint->name));
	put(env, &map, "kernels", kernels);
	put(env, &map, "fields", fields);
	return map;
}

static size_t database_size(void)
{
	return (size_t)(honey_tracepoints_end - honey_tracepoints);
}

/* The arena's boundary: what it holds is gone when either function is left. */
static ERL_NIF_TERM find(ErlNifEnv *env, struct arena *arena, const char *name, unsigned kernel)
{
	const struct tracepoint *tracepoint =
		tracepoint_find(arena, honey_tracepoints, database_size(), name);

	return tracepoint ? make_tracepoint(env, arena, tracepoint, kernel) : make_atom(env, "nil");
}

static ERL_NIF_TERM find_names(ErlNifEnv *env, struct arena *arena)
{
	struct tracepoint_names names = tracepoint_names(arena, honey_tracepoints, database_size());
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (size_t i = names.count; i--;)
		list = enif_make_list_cell(env, make_text(env, names.items[i]), list);
	return list;
}

ERL_NIF_TERM nif_tracepoints(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	struct arena arena;
	jmp_buf out_of_memory;
	ERL_NIF_TERM names;

	(void)argc;
	(void)argv;
	arena_init(&arena, &out_of_memory);
	if (setjmp(out_of_memory) != 0) {
		arena_release(&arena);
		return enif_raise_exception(env, make_atom(env, "enomem"));
	}
	names = find_names(env, &arena);
	arena_release(&arena);
	return names;
}

ERL_NIF_TERM nif_tracepoint(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	char name[NAME_SIZE] = { 0 };
	struct arena arena;
	jmp_buf out_of_memory;
	ErlNifBinary bytes;
	ERL_NIF_TERM found;
	unsigned kernel;

	(void)argc;
	if (!enif_inspect_binary(env, argv[0], &bytes) || !enif_get_uint(env, argv[1], &kernel))
		return enif_make_badarg(env);
	if (bytes.size >= sizeof(name) || memchr(bytes.data, 0, bytes.size))
		return make_atom(env, "nil");
	memcpy(name, bytes.data, bytes.size);
	arena_init(&arena, &out_of_memory);
	if (setjmp(out_of_memory) != 0) {
		arena_release(&arena);
		return enif_raise_exception(env, make_atom(env, "enomem"));
	}
	found = find(env, &arena, name, kernel);
	arena_release(&arena);
	return found;
}
