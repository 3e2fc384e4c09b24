/* SPDX-License-Identifier: Apache-2.0 */
/* Variables of `defvar` as terms. */
#include "nif/compiler_type.h"

#include "compiler/unit/global.h"

/* [%{name:, elf_name:, type:, live:, default:, line:}]; the default is its bytes */
ERL_NIF_TERM make_vars(ErlNifEnv *env, const struct unit *unit)
{
	ERL_NIF_TERM list = enif_make_list(env, 0);

	for (size_t i = unit->global_count; i--;) {
		const struct global *global = &unit->globals[i];
		ERL_NIF_TERM map = enif_make_new_map(env);

		put(env, &map, "name", make_atom(env, global->name));
		put(env, &map, "elf_name", make_text(env, global->symbol));
		put(env, &map, "type", make_memory_type(env, global->type));
		put(env, &map, "live", make_atom(env, global->is_live ? "true" : "false"));
		put(env, &map, "default", make_bytes(env, global->initial, global->type->size));
		put(env, &map, "line", enif_make_int(env, global->span.line));
		list = enif_make_list_cell(env, map, list);
	}
	return list;
}
