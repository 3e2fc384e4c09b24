/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/unit.h"

#include "compiler/unit/entry.h"
#include "compiler/unit/global.h"
#include "compiler/unit/map_definition.h"
#include "compiler/unit/ring_definition.h"
#include "compiler/unit/record_type.h"
#include "compiler/core/symbol.h"

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

static void read_options(struct unit *unit, const struct term *options)
{
	const struct term *kernel = term_get(options, "kernel");
	const struct term *on_error = term_get(options, "on_error");

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

static bool read_module(struct compile *compile, struct module *module, const struct term *term)
{
	const struct term *options = term_get(term, "options");

	module->name = term_name(term_get(term, "module"));
	module->file = read_text(compile, term_get(term, "file"));
	module->overflow_raises = term_is_atom(term_get(options, "overflow"), "raise");
	module->may_fuse = read_flag(term_get(options, "fuse"), true);
	module->strict = read_flag(term_get(options, "strict"), false);
	module->names = term_get(term, "names");
	return module->name && module->file;
}

static struct origin origin_of(struct compile *compile, const struct module *module,
			       const struct term *function)
{
	const char *file = read_text(compile, term_get(function, "file"));

	return (struct origin){ .file = file ? file : module->file, .strict = module->strict };
}

static bool read_function(struct compile *compile, struct function *function,
			  const struct module *module, const struct term *term,
			  struct symbols *symbols)
{
	const struct term *section = term_get(term, "section");

	function->module = module;
	function->origin = origin_of(compile, module, term);
	function->name = term_name(term_get(term, "name"));
	function->arity = term_number(term_get(term, "arity"), -1);
	function->is_private = term_is_atom(term_get(term, "kind"), "defp");
	function->span.line = term_number(term_get(term, "line"), 1);
	function->clauses = term_get(term, "clauses");
	if (!function->name || function->arity < 0 || !function->clauses ||
	    function->clauses->kind != TERM_LIST)
		return false;
	if (module->is_library || !section || section->kind == TERM_ATOM)
		return true;
	function->program = ARENA_NEW(compile->arena, struct program);
	function->program->section = read_text(compile, section);
	function->program->span.line =
		term_number(term_get(term, "section_line"), function->span.line);
	function->program->symbol = program_symbol(compile, symbols, function->name);
	return function->program->section != NULL;
}

static void index_function(struct unit *unit, struct function *function)
{
	uint64_t name = (uint64_t)(uintptr_t)function->name;

	function->same_name = index_get(&unit->functions_by_name, name);
	index_put(&unit->functions_by_name, name, function);
}

static bool read_functions(struct compile *compile, struct unit *unit, const struct module *module,
			   const struct term *list, struct symbols *symbols)
{
	for (size_t i = 0; i < term_count(list); i++) {
		struct function *function = &unit->functions[unit->function_count++];

		if (!read_function(compile, function, module, term_item(list, i), symbols))
			return false;
		index_function(unit, function);
	}
	return true;
}

static void check_map_name(struct compile *compile, struct unit *unit,
			   const struct map_definition *map, const struct module *module)
{
	struct map_definition *other = unit_find_map(unit, map->name);
	struct diagnostic *diagnostic;

	if (!other)
		return;
	diagnostic = error_at(&compile->diagnostics, map->span, CODE_BAD_MAP,
			      "the object has two maps `:%s`: of `%s` and of `%s`", map->name,
			      module_text(other->module->name), module_text(module->name));
	diagnostic_hint(&compile->diagnostics, diagnostic,
			"give one of them another name, or let both use one library's map");
}

static bool read_maps(struct compile *compile, struct unit *unit, const struct module *module,
		      const struct term *list, struct symbols *symbols)
{
	compile->diagnostics.origin =
		(struct origin){ .file = module->file, .strict = module->strict };
	for (size_t i = 0; i < term_count(list); i++) {
		struct map_definition *map = &unit->maps[unit->map_count];

		if (!map_definition_read(compile, unit, map, term_item(list, i)))
			return false;
		if (module->is_library)
			check_map_name(compile, unit, map, module);
		map->module = module;
		map->symbol = map_symbol(compile, symbols, map->name);
		ring_lay_out_events(compile, map);
		if (map->inner)
			map->inner->module = module;
		map->first_lost = unit->lost_count;
		unit->lost_count += (unsigned)map->type_count;
		unit->map_count++;
	}
	return true;
}

static void check_global_name(struct compile *compile, struct unit *unit,
			      const struct global *global, const struct module *module)
{
	struct global *other = unit_find_global(unit, global->name);
	struct diagnostic *diagnostic;

	if (!other)
		return;
	diagnostic = error_at(&compile->diagnostics, global->span, CODE_BAD_VARIABLE,
			      "the object has two variables `%s`: of `%s` and of `%s`",
			      global->name, module_text(other->module->name),
			      module_text(module->name));
	diagnostic_hint(&compile->diagnostics, diagnostic,
			"give one of them another name, or let both use one library's variable");
}

static bool read_globals(struct compile *compile, struct unit *unit, const struct module *module,
			 const struct term *list, struct symbols *symbols)
{
	compile->diagnostics.origin =
		(struct origin){ .file = module->file, .strict = module->strict };
	for (size_t i = 0; i < term_count(list); i++) {
		struct global *global = &unit->globals[unit->global_count];

		if (!global_read(compile, unit, global, term_item(list, i)))
			return false;
		check_global_name(compile, unit, global, module);
		global->module = module;
		global->symbol = map_symbol(compile, symbols, global->name);
		unit->global_count++;
	}
	return true;
}

/* Counts first: what points to a function, a map or a variable must not move. */
static void make_room(struct compile *compile, struct unit *unit, const struct term *own,
		      const struct term *libraries)
{
	size_t functions = term_count(term_get(own, "functions"));
	size_t maps = term_count(term_get(own, "maps"));
	size_t globals = term_count(term_get(own, "vars"));

	unit->module_count = 1 + term_count(libraries);
	for (size_t i = 1; i < unit->module_count; i++) {
		functions += term_count(term_get(term_item(libraries, i - 1), "functions"));
		maps += term_count(term_get(term_item(libraries, i - 1), "maps"));
		globals += term_count(term_get(term_item(libraries, i - 1), "vars"));
	}
	unit->modules = ARENA_ARRAY(compile->arena, struct module, unit->module_count);
	index_init(&unit->functions_by_name, compile->arena);
	unit->functions = ARENA_ARRAY(compile->arena, struct function, functions);
	unit->maps = ARENA_ARRAY(compile->arena, struct map_definition, maps);
	unit->globals = ARENA_ARRAY(compile->arena, struct global, globals);
}

/* Symbols of functions first, then those of others: a program is called as it is in Elixir. */
static bool read_modules(struct compile *compile, struct unit *unit, const struct term *own,
			 const struct term *libraries)
{
	struct symbols symbols = { 0 };

	for (size_t i = 0; i < unit->module_count; i++) {
		const struct term *term = i ? term_item(libraries, i - 1) : own;

		unit->modules[i].is_library = i > 0;
		if (!read_module(compile, &unit->modules[i], term) ||
		    !read_functions(compile, unit, &unit->modules[i], term_get(term, "functions"),
				    &symbols))
			return false;
	}
	compile->diagnostics.origin =
		(struct origin){ .file = unit->modules[0].file, .strict = unit->modules[0].strict };
	if (!record_types_read(compile, unit, term_get(own, "types")))
		return false;
	for (size_t i = 0; i < unit->module_count; i++) {
		const struct term *term = i ? term_item(libraries, i - 1) : own;

		if (!read_maps(compile, unit, &unit->modules[i], term_get(term, "maps"),
			       &symbols) ||
		    !read_globals(compile, unit, &unit->modules[i], term_get(term, "vars"),
				  &symbols))
			return false;
	}
	return true;
}

struct unit *unit_read(struct compile *compile, const struct term *term)
{
	struct unit *unit = ARENA_NEW(compile->arena, struct unit);
	const struct term *libraries = term_get(term, "libraries");

	if (term_number(term_get(term, "honey"), 0) != UNIT_FORMAT)
		return NULL;
	unit->license = read_text(compile, term_get(term, "license"));
	if (!unit->license)
		return NULL;
	unit->unlinked = term_get(term, "unlinked");
	unit->standard = term_get(term, "standard");
	read_options(unit, term_get(term, "options"));
	make_room(compile, unit, term, libraries);
	if (!read_modules(compile, unit, term, libraries))
		return NULL;
	unit->module = unit->modules[0].name;
	unit->file = unit->modules[0].file;
	compile->diagnostics.origin =
		(struct origin){ .file = unit->file, .strict = unit->modules[0].strict };
	if (term_get(term, "entry") && !entry_read(unit, term_get(term, "entry")))
		return NULL;
	return unit;
}

static bool map_hides(const struct map_definition *map, enum hidden_kind kind)
{
	return map->value_type->kind == MEMORY_RECORD &&
	       map->value_type->record->hidden_names[kind];
}

bool map_has_lock(const struct map_definition *map)
{
	return map_hides(map, HIDDEN_LOCK);
}

bool map_has_timer(const struct map_definition *map)
{
	return map_hides(map, HIDDEN_TIMER);
}

struct map_definition *unit_find_map(struct unit *unit, const char *name)
{
	for (size_t i = 0; i < unit->map_count; i++) {
		if (strcmp(unit->maps[i].name, name) == 0)
			return &unit->maps[i];
	}
	return NULL;
}

struct global *unit_find_global(struct unit *unit, const char *name)
{
	for (size_t i = 0; i < unit->global_count; i++) {
		if (strcmp(unit->globals[i].name, name) == 0)
			return &unit->globals[i];
	}
	return NULL;
}

struct module *unit_find_module(struct unit *unit, const char *name)
{
	for (size_t i = 0; i < unit->module_count; i++) {
		if (strcmp(unit->modules[i].name, name) == 0)
			return &unit->modules[i];
	}
	return NULL;
}

struct function *unit_find_function(struct unit *unit, const struct module *module,
				    const char *name, int arity)
{
	struct function *f = index_get(&unit->functions_by_name, (uint64_t)(uintptr_t)name);

	while (f && (f->arity != arity || f->module != module))
		f = f->same_name;
	return f;
}

const char *module_text(const char *module)
{
	return strncmp(module, "Elixir.", 7) == 0 ? module + 7 : module;
}

const char *function_text(struct compile *compile, const struct function *function)
{
	if (function->written_in)
		return arena_print(compile->arena, "fn in %s",
				   function_text(compile, function->written_in));
	if (!function->module->is_library)
		return arena_print(compile->arena, "%s/%d", function->name, function->arity);
	return arena_print(compile->arena, "%s.%s/%d", module_text(function->module->name),
			   function->name, function->arity);
}
