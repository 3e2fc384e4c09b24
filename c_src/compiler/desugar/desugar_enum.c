/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of Enum that are loops: which there are, and the function that each is given. */
#include "compiler/desugar/desugar_enum.h"

#include <string.h>

static const struct enum_function {
	const char *name;
	size_t arity;
	int function_arity;
	enum_make *make;
	enum fusing fusing;
} enum_functions[] = {
#define ENUM_FUNCTION(name, arity, function_arity, make, fusing) \
	{ name, arity, function_arity, make, FUSES_##fusing },
#include "compiler/desugar/enum_function.def"
#undef ENUM_FUNCTION
};

static const size_t enum_function_count = sizeof(enum_functions) / sizeof(enum_functions[0]);

size_t enum_function_names(const char **names)
{
	for (size_t i = 0; i < enum_function_count; i++)
		names[i] = enum_functions[i].name;
	return enum_function_count;
}

static const struct enum_function *find_enum_function(const char *name, size_t arity)
{
	for (size_t i = 0; i < enum_function_count; i++) {
		if (strcmp(enum_functions[i].name, name) == 0 && enum_functions[i].arity == arity)
			return &enum_functions[i];
	}
	return NULL;
}

struct expression *applied(struct desugar *desugar, struct enum_call *call,
			   struct expression *element)
{
	struct expression **arguments;

	if (!call->has_function)
		return element;
	arguments = ARENA_ARRAY(desugar->compile->arena, struct expression *, 1);
	arguments[0] = element;
	call->final = call_callable(desugar, &call->function, arguments, call->span);
	return call->final;
}

struct expression *applied_with(struct desugar *desugar, struct enum_call *call,
				struct expression *element, struct expression *state)
{
	struct expression **arguments =
		ARENA_ARRAY(desugar->compile->arena, struct expression *, 2);

	arguments[0] = element;
	arguments[1] = state;
	call->final = call_callable(desugar, &call->function, arguments, call->span);
	return call->final;
}

struct expression *enum_each(struct desugar *desugar, struct enum_call *call, struct making *loop)
{
	struct expression *value;

	begin_body(desugar, loop);
	value = applied(desugar, call, taken(desugar, call, loop));
	return end_taking(desugar, call, loop,
			  then_do(desugar, value, next_turn(desugar, loop, NULL)),
			  atom_expression(desugar, "ok", call->span));
}

struct expression *enum_map(struct desugar *desugar, struct enum_call *call, struct making *loop)
{
	struct expression *value;

	begin_body(desugar, loop);
	value = applied(desugar, call, element_of(desugar, loop));
	loop->loop->kept = value;
	return end_loop(desugar, loop, then_do(desugar, value, next_turn(desugar, loop, NULL)),
			list_value(desugar, call->span));
}

/* Nobody knows how many elements stay, so the list is never kept: it is there for its effects. */
struct expression *enum_filter(struct desugar *desugar, struct enum_call *call, struct making *loop)
{
	struct expression *value;

	begin_body(desugar, loop);
	value = applied(desugar, call, element_of(desugar, loop));
	return end_loop(desugar, loop, then_do(desugar, value, next_turn(desugar, loop, NULL)),
			list_value(desugar, call->span));
}

static struct expression *map_kept(struct desugar *desugar, struct enum_call *call,
				   const struct source *source)
{
	struct keeping keeping = begin_kept(desugar, source, call->span);

	for (size_t i = 0; i < keeping.list->data.count; i++)
		keeping.list->data.items[i] =
			applied(desugar, call, kept_element(desugar, &keeping, i));
	return end_kept(desugar, &keeping);
}

/* ----- the call ------------------------------------------------------------------------------- */

static bool read_function(struct desugar *desugar, const struct enum_function *function,
			  struct enum_call *call)
{
	return !call->has_function ||
	       desugar_callable(desugar, term_item(call->arguments, call->count - 1),
				(size_t)function->function_arity, call->span, &call->function);
}

/* What Elixir compares two elements by. */
static bool is_sorter(const struct term *term)
{
	struct form form, capture;

	if (term->kind == TERM_ATOM)
		return true;
	if (!form_of(term, &form) || !form.name)
		return false;
	if (strcmp(form.name, "fn") == 0)
		return clause_arity(form.arguments) == 2;
	return strcmp(form.name, "&") == 0 && form_of(term_item(form.arguments, 0), &capture) &&
	       capture.name && strcmp(capture.name, "/") == 0 &&
	       term_number(term_item(capture.arguments, 1), 0) == 2;
}

static struct expression *refuse_sorter(struct desugar *desugar, const struct enum_call *call,
					const char *name)
{
	struct arena *arena = desugar->compile->arena;

	return refuse(
		desugar, call->span, arena_print(arena, "`Enum.%s/2` with a sorter", name),
		"`Enum.max(list)` and `Enum.min(list)` compare by `>` and `<`, `Enum.max_by(list, "
		"fun)` by what the function gives");
}

struct expression *desugar_enum(struct desugar *desugar, const char *name, const struct form *form,
				struct span span)
{
	size_t count = term_count(form->arguments);
	const struct enum_function *function = find_enum_function(name, count);
	struct enum_call call = { .arguments = form->arguments, .count = count, .span = span };
	struct source source;
	struct making loop;

	if (!function)
		return NULL;
	if ((function->make == enum_max || function->make == enum_min) && count == 2 &&
	    is_sorter(term_item(form->arguments, 1)))
		return refuse_sorter(desugar, &call, name);
	call.fusing = function->fusing;
	call.has_function = function->function_arity != NONE;
	if (!read_stages(desugar, &call, &source))
		return new_expression(desugar, EXPRESSION_POISON, span);
	if (!read_function(desugar, function, &call))
		return new_expression(desugar, EXPRESSION_POISON, span);
	if (function->make == enum_map && kept_count(&source))
		return map_kept(desugar, &call, &source);
	loop = begin_loop(desugar, &source, span);
	return function->make(desugar, &call, &loop);
}
