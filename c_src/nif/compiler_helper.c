/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of the helper table as terms: what Honey.BpfHelpers and its documentation are made of. */
#include "compiler/table/tables.h"

#include "nif/compiler_type.h"

/* In Elixir's order. */
static ERL_NIF_TERM make_parameters(ErlNifEnv *env, const struct helper *helper)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (size_t i = helper_arity(helper); i--;) {
		const struct parameter *parameter =
			&helper->parameters.items[helper_shown(helper, i)];
		ERL_NIF_TERM map = enif_make_new_map(env);

		put(env, &map, "name", make_text(env, parameter->name));
		put(env, &map, "type", make_atom(env, parameter_kind_name(parameter->kind)));
		list = enif_make_list_cell(env, map, list);
	}
	return list;
}

/* Of a result that is filled in, the kind of parameter that says what with. */
static const char *filled_name(const struct helper *helper)
{
	for (size_t i = 0; i < helper->parameters.count; i++) {
		switch (helper->parameters.items[i].kind) {
		case PARAMETER_TYPE_SIZE:
		case PARAMETER_TEXT_SIZE:
		case PARAMETER_BINARY_SIZE:
		case PARAMETER_NUMBER_COUNT:
		case PARAMETER_U32_CHANGED:
		case PARAMETER_STRUCT_CHANGED:
		case PARAMETER_COMM_SIZE:
		case PARAMETER_S64_OUTPUT:
		case PARAMETER_U64_OUTPUT:
		case PARAMETER_PID_OUTPUT:
			return parameter_kind_name(helper->parameters.items[i].kind);
		default:
			break;
		}
	}
	return helper_result_name(helper->result);
}

static ERL_NIF_TERM make_effects(ErlNifEnv *env, const struct helper *helper)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (unsigned i = EFFECT_COUNT; i--;) {
		enum helper_effect_bit effect = (enum helper_effect_bit)i;

		if (helper->effects >> i & 1)
			list = enif_make_list_cell(
				env,
				enif_make_tuple2(env, make_atom(env, helper_effect_name(effect)),
						 make_text(env, helper_effect_text(effect))),
				list);
	}
	return list;
}

/* `{type, text, kernel}` of those that may call it. */
static ERL_NIF_TERM make_programs(ErlNifEnv *env, const struct helper *helper)
{
	static const struct {
		enum program_type type;
		const char *name;
	} types[] = {
#define PROGRAM_TYPE(enumerator, number, text) { PROGRAM_TYPE_##enumerator, #enumerator },
#include "compiler/table/program_type.def"
#undef PROGRAM_TYPE
	};
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (size_t i = sizeof(types) / sizeof(types[0]); i--;) {
		int kernel = helper_kernel_for(helper, types[i].type);
		ERL_NIF_TERM map = enif_make_new_map(env);

		if (!kernel)
			continue;
		put(env, &map, "number", enif_make_int(env, (int)types[i].type));
		put(env, &map, "name", make_text(env, types[i].name));
		put(env, &map, "text", make_text(env, program_type_text(types[i].type)));
		put(env, &map, "kernel", make_version(env, kernel));
		list = enif_make_list_cell(env, map, list);
	}
	return list;
}

static ERL_NIF_TERM make_helper(ErlNifEnv *env, const struct helper *named)
{
	const struct helper *helper = helper_of(named->id);
	ERL_NIF_TERM map = enif_make_new_map(env);

	put(env, &map, "name", make_text(env, named->name));
	put(env, &map, "number", enif_make_int(env, helper->number));
	put(env, &map, "alias", make_atom(env, named == helper ? "false" : "true"));
	put(env, &map, "parameters", make_parameters(env, named));
	put(env, &map, "result", make_atom(env, filled_name(named)));
	put(env, &map, "kernel", make_version(env, helper_kernel(helper)));
	put(env, &map, "gpl", make_atom(env, helper->gpl_only ? "true" : "false"));
	put(env, &map, "effects", make_effects(env, helper));
	put(env, &map, "programs", make_programs(env, helper));
	put(env, &map, "obstacle", make_text(env, helper_obstacle(named)));
	put(env, &map, "instead", make_text(env, helper_instead(helper)));
	put(env, &map, "doc", make_text(env, named->documentation));
	return map;
}

ERL_NIF_TERM nif_helpers(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[])
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	(void)argc;
	(void)argv;
	for (size_t i = helper_count; i--;)
		list = enif_make_list_cell(env, make_helper(env, &helpers[i]), list);
	return list;
}
