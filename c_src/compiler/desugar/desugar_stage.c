/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Enum.map, Enum.filter and Enum.reject before another function of Enum, in one loop with it:
 *
 *	list |> Enum.filter(f) |> Enum.map(g) |> Enum.sum()
 *	loop over list, element x, state acc = 0:
 *		if f(x), do: (y = g(x); next(acc + y)), else: next(acc)
 *
 * On the BEAM all elements go through f before the first of them goes through g. Where somebody could
 * tell, infer refuses the loop: see infer_stage.c. Maps before the first filter are left to
 * themselves, for their list may be one that is kept.
 */
#include "compiler/desugar/desugar_enum.h"

#include <string.h>

/* Those of a call of this function; else NULL. */
static const struct term *arguments_of(const struct term *term, const char *module,
				       const char *name)
{
	const struct term *dot;
	struct form form;

	if (!form_of(term, &form) || form.name || form.arguments->kind != TERM_LIST)
		return NULL;
	dot = term_item(form.head, 2);
	return term_is_atom(term_item(dot, 0), module) && term_is_atom(term_item(dot, 1), name)
		       ? form.arguments
		       : NULL;
}

/* The arguments of Enum.name(enumerable, function); NULL for anything else. */
static const struct term *stage_of(const struct term *term, enum stage_kind *kind)
{
	static const struct {
		const char *name;
		enum stage_kind kind;
	} stages[] = { { "map", STAGE_MAP },
		       { "filter", STAGE_FILTER },
		       { "reject", STAGE_REJECT } };

	for (size_t i = 0; i < sizeof(stages) / sizeof(stages[0]); i++) {
		const struct term *arguments = arguments_of(term, "Elixir.Enum", stages[i].name);

		*kind = stages[i].kind;
		if (arguments)
			return term_count(arguments) == 2 ? arguments : NULL;
	}
	return NULL;
}

bool is_stage(const struct term *term)
{
	enum stage_kind kind;

	return stage_of(term, &kind) != NULL;
}

/* A range of more elements than a list is kept of, or of a number that only the run tells. */
static bool is_never_kept(struct desugar *desugar, const struct term *term, struct span span)
{
	const struct term *around = arguments_of(term, "Elixir.Function", "identity");
	struct source source;
	struct form form;

	if (around)
		term = term_item(around, 0);
	if (arguments_of(term, "Elixir.Range", "new"))
		return true;
	if (!form_of(term, &form) || !form.name || strcmp(form.name, "%{}") != 0)
		return false;
	source = desugar_source(desugar, term, span);
	return !kept_count(&source);
}

/* The arguments of the stages, the last of them first: how many. */
static size_t list_stages(const struct term *term, const struct term **arguments,
			  enum stage_kind *kinds)
{
	size_t count = 0;

	while (count < MOST_STAGES) {
		arguments[count] = stage_of(term, &kinds[count]);
		if (!arguments[count])
			break;
		term = term_item(arguments[count++], 0);
	}
	return count;
}

/* How many of the stages, from the last on, are part of the loop. */
static size_t count_taken(struct desugar *desugar, const struct enum_call *call,
			  const struct term *const *arguments, const enum stage_kind *kinds,
			  size_t count)
{
	size_t filtered = count;

	while (filtered && kinds[filtered - 1] == STAGE_MAP)
		filtered--;
	if (!count || filtered == count ||
	    is_never_kept(desugar, term_item(arguments[count - 1], 0), call->span))
		return count;
	return !filtered && call->fusing == FUSES_ANY ? 1 : filtered;
}

bool read_stages(struct desugar *desugar, struct enum_call *call, struct source *source)
{
	const struct term *items = term_item(call->arguments, 0);
	const struct term *arguments[MOST_STAGES];
	enum stage_kind kinds[MOST_STAGES];
	size_t count = 0;

	if (call->fusing != FUSES_NOT)
		count = count_taken(desugar, call, arguments, kinds,
				    list_stages(items, arguments, kinds));
	if (count)
		items = term_item(arguments[count - 1], 0);
	*source = desugar_source(desugar, items, call->span);
	for (size_t i = count; i-- > 0;) {
		struct stage *stage = &call->stages[call->stage_count++];

		stage->kind = kinds[i];
		if (!desugar_callable(desugar, term_item(arguments[i], 1), 1, call->span,
				      &stage->function))
			return false;
	}
	return true;
}

/* What comes to the n-th stage; behind the last one, what the loop takes. */
static struct expression *element_at(struct desugar *desugar, struct enum_call *call,
				     const struct making *loop, size_t n)
{
	while (n-- > 0) {
		struct stage *stage = &call->stages[n];

		if (stage->kind != STAGE_MAP)
			continue;
		if (!stage->made)
			stage->made = made_variable(desugar, "element", call->span);
		return read_variable(desugar, stage->made, call->span);
	}
	return element_of(desugar, loop);
}

struct expression *taken(struct desugar *desugar, struct enum_call *call, const struct making *loop)
{
	return element_at(desugar, call, loop, call->stage_count);
}

static struct expression *through_stage(struct desugar *desugar, struct enum_call *call,
					struct making *loop, size_t n, struct expression *body)
{
	struct stage *stage = &call->stages[n];
	struct expression **arguments =
		ARENA_ARRAY(desugar->compile->arena, struct expression *, 1);
	struct expression *made, *left_out;

	arguments[0] = element_at(desugar, call, loop, n);
	made = call_callable(desugar, &stage->function, arguments, call->span);
	loop->loop->stages[n] = made;
	if (stage->kind == STAGE_MAP)
		return then_do(desugar,
			       stage->made ? bind_hidden(desugar, stage->made, made) : made, body);
	left_out =
		next_turn(desugar, loop, loop->loop->state_count ? state_of(desugar, loop) : NULL);
	return stage->kind == STAGE_FILTER ? choice(desugar, made, body, left_out)
					   : choice(desugar, made, left_out, body);
}

struct expression *end_taking(struct desugar *desugar, struct enum_call *call, struct making *loop,
			      struct expression *body, struct expression *otherwise)
{
	loop->loop->stages =
		ARENA_ARRAY(desugar->compile->arena, struct expression *, MOST_STAGES + 1);
	for (size_t i = call->stage_count; i-- > 0;)
		body = through_stage(desugar, call, loop, i, body);
	loop->loop->stage_count = call->stage_count;
	loop->loop->final = call->final;
	loop->loop->ends_early = call->fusing == FUSES_EARLY;
	return end_loop(desugar, loop, body, otherwise);
}
