/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit.h"

#include "compiler/entry.h"
#include "compiler/map_definition.h"
#include "compiler/symbol.h"

#include <string.h>

#define UNIT_FORMAT 1
#define DEFAULT_KERNEL KERNEL_VERSION_OF(5, 10)

static const char *read_text(struct compile *compile, const struct term *term)
{
	if (!term || term->kind != TERM_BINARY || memchr(term->binary.bytes, 0, term->binary.size))
		return NULL;
	return arena_copy(compile->arena, term->binary.bytes, term->binary.size);
}

static bool read_flag(const struct term *term, bool otherwise)
{
	return term ? term_is_atom(term, "true") : otherwise;
}

static void read_options(struct compile *compile, struct unit *unit, const struct term *options)
{
	const struct term *kernel = term_get(options, "kernel");
	const struct term *on_error = term_get(options, "on_error");

	unit->overflow_raises = term_is_atom(term_get(options, "overflow"), "raise");
	unit->may_fuse = read_flag(term_get(options, "fuse"), true);
	compile->diagnostics.strict = read_flag(term_get(options, "strict"), false);
	unit->kernel = DEFAULT_KERNEL;
	if (term_is_tuple(kernel, 2))
		unit->kernel = KERNEL_VERSION_OF(term_number(term_item(kernel, 0), 5),
						 term_number(term_item(kernel, 1), 10));
	if (on_error && on_error->kind == TERM_INTEGER) {
		unit->has_on_error = true;
		unit->on_error = (int)on_error->integer.magnitude *
				 (on_error->integer.negative ? -1 : 1);
	}
}

static bool read_function(struct compile *compile, struct function *function,
			  const struct term *term, struct symbols *symbols)
{
	const struct term *section = term_get(term, "section");

	function->name = term_name(term_get(term, "name"));
	function->arity = term_number(term_get(term, "arity"), -1);
	function->is_private = term_is_atom(term_get(term, "kind"), "defp");
	function->span.line = term_number(term_get(term, "line"), 1);
	function->clauses = term_get(term, "clauses");
	if (!function->name || function->arity < 0 || !function->clauses ||
	    function->clauses->kind != TERM_LIST)
		return false;
	if (!section || section->kind == TERM_ATOM)
		return true;
	function->program = ARENA_NEW(compile->arena, struct program);
	function->program->section = read_text(compile, section);
	function->program->span.line =
		term_number(term_get(term, "section_line"), function->span.line);
	function->program->symbol = program_symbol(compile, symbols, function->name);
	return function->program->section != NULL;
}

static bool read_functions(struct compile *compile, struct unit *unit, const struct term *list,
			   struct symbols *symbols)
{
	unit->function_count = term_count(list);
	unit->functions = ARENA_ARRAY(compile->arena, struct function, unit->function_count);
	for (size_t i = 0; i < unit->function_count; i++) {
		if (!read_function(compile, &unit->functions[i], term_item(list, i), symbols))
			return false;
	}
	return true;
}

static bool read_maps(struct compile *compile, struct unit *unit, const struct term *list,
		      struct symbols *symbols)
{
	unit->map_count = term_count(list);
	unit->maps = ARENA_ARRAY(compile->arena, struct map_definition, unit->map_count);
	for (size_t i = 0; i < unit->map_count; i++) {
		if (!map_definition_read(compile, &unit->maps[i], term_item(list, i), unit->kernel))
			return false;
		unit->maps[i].symbol = map_symbol(compile, symbols, unit->maps[i].name);
	}
	return true;
}

struct unit *unit_read(struct compile *compile, const struct term *term)
{
	struct unit *unit = ARENA_NEW(compile->arena, struct unit);
	struct symbols symbols = { 0 };

	if (term_number(term_get(term, "honey"), 0) != UNIT_FORMAT)
		return NULL;
	unit->module = term_name(term_get(term, "module"));
	unit->file = read_text(compile, term_get(term, "file"));
	unit->license = read_text(compile, term_get(term, "license"));
	if (!unit->module || !unit->file || !unit->license)
		return NULL;
	read_options(compile, unit, term_get(term, "options"));
	if (!read_functions(compile, unit, term_get(term, "functions"), &symbols) ||
	    !read_maps(compile, unit, term_get(term, "maps"), &symbols))
		return NULL;
	if (term_get(term, "entry") && !entry_read(unit, term_get(term, "entry")))
		return NULL;
	return unit;
}

struct map_definition *unit_find_map(struct unit *unit, const char *name)
{
	for (size_t i = 0; i < unit->map_count; i++) {
		if (strcmp(unit->maps[i].name, name) == 0)
			return &unit->maps[i];
	}
	return NULL;
}

struct function *unit_find_function(struct unit *unit, const char *name, int arity)
{
	for (size_t i = 0; i < unit->function_count; i++) {
		if (unit->functions[i].arity == arity && strcmp(unit->functions[i].name, name) == 0)
			return &unit->functions[i];
	}
	return NULL;
}
