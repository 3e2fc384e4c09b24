/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Functions as values. An `fn` becomes a function of its own, whose first arguments are the
 * variables that it reads of the function around it; `&f/1` becomes `fn x1 -> f(x1) end`, and
 * newer and older Elixirs make an `fn` of `&(&1 + 1)` by themselves.
 */
#include "compiler/desugar/desugar_internal.h"

#include <string.h>

/* A variable of the function around, and the argument that it is inside. */
struct captured {
	struct captured *next;
	struct variable *outer, *inner;
};

static struct variable *capture(struct desugar *desugar, struct variable *outer)
{
	struct captured *captured = ARENA_NEW(desugar->compile->arena, struct captured);
	struct variable *inner = ARENA_NEW(desugar->compile->arena, struct variable);
	struct reading *reading = ARENA_NEW(desugar->compile->arena, struct reading);

	*inner = (struct variable){ .name = outer->name,
				    .scope = outer->scope,
				    .number = desugar->function->variable_count++,
				    .version = outer->version,
				    .span = outer->span };
	*captured = (struct captured){ desugar->captured, outer, inner };
	desugar->captured = captured;
	desugar->function->captured_count++;
	*reading = (struct reading){ outer->readings, outer->span, ++desugar->outer->position };
	outer->readings = reading;
	return inner;
}

struct variable *find_captured(struct desugar *desugar, const struct form *form)
{
	struct variable *outer;

	for (struct captured *c = desugar->captured; c; c = c->next) {
		if (c->inner->version == term_number(term_get(form->meta, "version"), -1) &&
		    c->inner->name == form->name)
			return c->inner;
	}
	outer = desugar->outer ? find_variable(desugar->outer, form) : NULL;
	return outer ? capture(desugar, outer) : NULL;
}

static struct function *new_anonymous(struct desugar *desugar, size_t arity, struct span span)
{
	const struct function *around = desugar->function;
	struct function *function = ARENA_NEW(desugar->compile->arena, struct function);

	*function = (struct function){
		.name = around->name,
		.arity = (int)arity,
		.module = around->module,
		.origin = around->origin,
		.is_private = true,
		.span = span,
		.written_in = around->written_in ? around->written_in : around,
		.next_anonymous = desugar->unit->anonymous,
	};
	desugar->unit->anonymous = function;
	return function;
}

/* What was captured comes first: a pattern of the other arguments may pin it. */
static void put_captured_first(struct desugar *inner, struct clause *clause)
{
	size_t count = inner->function->captured_count;
	struct pattern **patterns =
		ARENA_ARRAY(inner->compile->arena, struct pattern *, count + clause->pattern_count);
	size_t i = count;

	for (const struct captured *c = inner->captured; c; c = c->next) {
		struct pattern *pattern = ARENA_NEW(inner->compile->arena, struct pattern);

		*pattern = (struct pattern){ .kind = PATTERN_VARIABLE,
					     .span = clause->span,
					     .variable = c->inner };
		patterns[--i] = pattern;
	}
	if (clause->pattern_count)
		memcpy(patterns + count, clause->patterns,
		       clause->pattern_count * sizeof(*patterns));
	clause->patterns = patterns;
	clause->pattern_count += count;
}

static struct expression *new_function_value(struct desugar *desugar, const struct desugar *inner,
					     struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_CLOSURE, span);
	size_t count = inner->function->captured_count;

	expression->anonymous.function = inner->function;
	expression->anonymous.captured =
		ARENA_ARRAY(desugar->compile->arena, struct variable *, count);
	for (const struct captured *c = inner->captured; c; c = c->next)
		expression->anonymous.captured[--count] = c->outer;
	return expression;
}

static struct expression *function_of_clauses(struct desugar *desugar, const struct term *clauses,
					      struct span span)
{
	size_t arity = clause_arity(clauses);
	struct desugar inner = { .compile = desugar->compile,
				 .unit = desugar->unit,
				 .function = new_anonymous(desugar, arity, span),
				 .last_line = desugar->last_line,
				 .written_at = desugar->written_at,
				 .outer = desugar };

	index_init(&inner.versions, desugar->compile->arena);
	inner.function->first_clause = desugar_fn_clauses(&inner, clauses, arity, span);
	inner.function->variables = inner.variables;
	inner.function->arity += (int)inner.function->captured_count;
	for (struct clause *c = inner.function->first_clause; c; c = c->next)
		put_captured_first(&inner, c);
	desugar->last_line = inner.last_line;
	return new_function_value(desugar, &inner, span);
}

struct expression *desugar_fn(struct desugar *desugar, const struct form *form, struct span span)
{
	return function_of_clauses(desugar, form->arguments, span);
}

static const struct term *sequence_term(struct desugar *desugar, enum term_kind kind, size_t count,
					const struct term *const *items)
{
	struct term *term = ARENA_NEW(desugar->compile->arena, struct term);

	term->kind = kind;
	term->sequence.count = count;
	term->sequence.items = ARENA_ARRAY(desugar->compile->arena, const struct term *, count);
	if (count)
		memcpy(term->sequence.items, items, count * sizeof(*items));
	return term;
}

static const struct term *atom_term(struct desugar *desugar, const char *name)
{
	struct term *term = ARENA_NEW(desugar->compile->arena, struct term);

	term->kind = TERM_ATOM;
	term->atom = name;
	return term;
}

static const struct term *form_term(struct desugar *desugar, const struct term *head,
				    const struct term *meta, const struct term *arguments)
{
	return sequence_term(desugar, TERM_TUPLE, 3,
			     (const struct term *const[]){ head, meta, arguments });
}

/* {:"&1", meta, :elixir_fn}, with a version that no variable of Elixir's has */
static const struct term *argument_term(struct desugar *desugar, const struct term *meta, size_t n)
{
	static const struct term version = { .kind = TERM_INTEGER,
					     .integer = { .magnitude = 0x7FFFFFFF } };
	struct arena *arena = desugar->compile->arena;
	const struct term *key = atom_term(desugar, "version");
	const struct term *pair = sequence_term(desugar, TERM_TUPLE, 2,
						(const struct term *const[]){ key, &version });
	const struct term **items = ARENA_ARRAY(arena, const struct term *, term_count(meta) + 1);

	for (size_t i = 0; i < term_count(meta); i++)
		items[i + 1] = term_item(meta, i);
	items[0] = pair;
	return form_term(desugar, atom_term(desugar, arena_print(arena, "&%zu", n)),
			 sequence_term(desugar, TERM_LIST, term_count(meta) + 1, items),
			 atom_term(desugar, "elixir_fn"));
}

/* [{:->, meta, [[&1, ...], f(&1, ...)]}] for {f, _, _} or {{:., _, [module, f]}, _, []} */
static const struct term *capture_clauses(struct desugar *desugar, const struct form *name,
					  size_t arity, const struct term *meta)
{
	const struct term **arguments =
		ARENA_ARRAY(desugar->compile->arena, const struct term *, arity);
	const struct term *list, *body, *arrow;

	for (size_t i = 0; i < arity; i++)
		arguments[i] = argument_term(desugar, meta, i + 1);
	list = sequence_term(desugar, TERM_LIST, arity, arguments);
	body = form_term(desugar, name->head, meta, list);
	body = sequence_term(desugar, TERM_LIST, 2, (const struct term *const[]){ list, body });
	arrow = form_term(desugar, atom_term(desugar, "->"), meta, body);
	return sequence_term(desugar, TERM_LIST, 1, (const struct term *const[]){ arrow });
}

/* {:&, meta, [{:/, _, [name, arity]}]} */
struct expression *desugar_capture(struct desugar *desugar, const struct form *form,
				   struct span span)
{
	struct form slash, name;
	int arity;

	if (!form_of(term_item(form->arguments, 0), &slash) || !slash.name ||
	    strcmp(slash.name, "/") != 0 || !form_of(term_item(slash.arguments, 0), &name))
		return refuse(desugar, span, "a capture of a shape that is not known", NULL);
	arity = term_number(term_item(slash.arguments, 1), -1);
	if (arity < 0 || arity > 255)
		return refuse(desugar, span, "a capture of a shape that is not known", NULL);
	return function_of_clauses(
		desugar, capture_clauses(desugar, &name, (size_t)arity, form->meta), span);
}

struct expression *desugar_invoke(struct desugar *desugar, const struct term *function,
				  const struct term *arguments, struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_INVOKE, span);

	expression->invoke.function = desugar_expression(desugar, function, span);
	expression->invoke.count = term_count(arguments);
	expression->invoke.arguments = desugar_list(desugar, arguments, span);
	return expression;
}
