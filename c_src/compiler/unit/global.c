/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/global.h"

#include "compiler/core/suggest.h"
#include "compiler/unit/initial_value.h"
#include "compiler/unit/memory_type.h"
#include "compiler/unit/unit.h"

#include <string.h>

static const struct memory_type *read_type(struct compile *compile, struct unit *unit,
					   const struct global *global, const struct term *term)
{
	struct type_reader reader = {
		.compile = compile, .unit = unit, .span = global->span, .code = CODE_BAD_VARIABLE
	};

	reader.owner = arena_print(compile->arena, "variable `%s`", global->name);
	return memory_type_read(&reader, term);
}

static void unknown_option(struct compile *compile, const struct global *global, const char *name)
{
	static const char *const options[] = { "live" };
	struct diagnostic *diagnostic = error_at(
		&compile->diagnostics, global->span, CODE_BAD_VARIABLE,
		"variable `%s` has an option `%s`, which Honey does not know", global->name, name);

	if (suggest_name(compile->arena, name, options, 1))
		diagnostic_hint(&compile->diagnostics, diagnostic, "did you mean `live`?");
	else
		diagnostic_hint(&compile->diagnostics, diagnostic,
				"the only option is `live: true`, for a variable that changes "
				"while programs run");
}

static void read_options(struct compile *compile, struct global *global, const struct term *options)
{
	const struct term *live = term_get(options, "live");

	for (size_t i = 0; i < term_count(options); i++) {
		const char *name = term_name(term_item(term_item(options, i), 0));

		if (name && strcmp(name, "live") != 0)
			unknown_option(compile, global, name);
	}
	global->is_live = term_is_atom(live, "true");
	if (live && !global->is_live && !term_is_atom(live, "false"))
		diagnostic_hint(
			&compile->diagnostics,
			error_at(&compile->diagnostics, global->span, CODE_BAD_VARIABLE,
				 "the `live` of variable `%s` is neither true nor false",
				 global->name),
			"write `live: true` for a variable that changes while programs run");
}

bool global_read(struct compile *compile, struct unit *unit, struct global *global,
		 const struct term *term)
{
	struct initial_owner owner;

	global->name = term_name(term_get(term, "name"));
	if (!global->name)
		return false;
	global->span.line = term_number(term_get(term, "line"), 1);
	global->span.column = term_number(term_get(term, "column"), 0);
	if (global->span.column)
		global->span.end_column = global->span.column + (int)strlen("defvar");
	owner = (struct initial_owner){ global->span, CODE_BAD_VARIABLE, NULL };
	owner.text = arena_print(compile->arena, "the default of variable `%s`", global->name);
	read_options(compile, global, term_get(term, "options"));
	global->type = read_type(compile, unit, global, term_get(term, "type"));
	if (global->type)
		global->initial = initial_value_read(compile, global->type,
						     term_get(term, "default"), &owner);
	else
		global->type = memory_type_of_integer(compile, integer_type_find("u64"));
	if (!global->initial)
		global->initial = arena_alloc(compile->arena, global->type->size);
	return true;
}
