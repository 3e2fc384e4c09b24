/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of Enum that leave their loop where they have found what they look for. */
#include "compiler/desugar/desugar_enum.h"

/* Leaves the loop with `found` when the function gives what is `wanted`, truth or not. */
static struct expression *search(struct desugar *desugar, struct enum_call *call,
				 struct making *loop, bool wanted)
{
	struct expression *condition, *leave, *next;

	begin_body(desugar, loop);
	condition = applied(desugar, call, taken(desugar, call, loop));
	leave = atom_expression(desugar, wanted ? "true" : "false", call->span);
	next = next_turn(desugar, loop, NULL);
	return end_taking(desugar, call, loop,
			  choice(desugar, condition, wanted ? leave : next, wanted ? next : leave),
			  atom_expression(desugar, wanted ? "false" : "true", call->span));
}

/* The same with all turns: an Enum.map before it has all of its effects. */
static struct expression *search_all(struct desugar *desugar, struct enum_call *call,
				     struct making *loop, bool wanted)
{
	struct expression *found, *as_before, *condition;

	add_state(desugar, loop, atom_expression(desugar, wanted ? "false" : "true", call->span));
	begin_body(desugar, loop);
	condition = taken(desugar, call, loop);
	found = next_turn(desugar, loop,
			  atom_expression(desugar, wanted ? "true" : "false", call->span));
	as_before = next_turn(desugar, loop, state_of(desugar, loop));
	return end_taking(
		desugar, call, loop,
		choice(desugar, condition, wanted ? found : as_before, wanted ? as_before : found),
		state_of(desugar, loop));
}

static bool is_taken_whole(const struct enum_call *call)
{
	return call->stage_count && call->fusing == FUSES_ANY;
}

struct expression *enum_any(struct desugar *desugar, struct enum_call *call, struct making *loop)
{
	return is_taken_whole(call) ? search_all(desugar, call, loop, true)
				    : search(desugar, call, loop, true);
}

struct expression *enum_all(struct desugar *desugar, struct enum_call *call, struct making *loop)
{
	return is_taken_whole(call) ? search_all(desugar, call, loop, false)
				    : search(desugar, call, loop, false);
}

/* The first turn leaves. */
struct expression *enum_is_empty(struct desugar *desugar, struct enum_call *call,
				 struct making *loop)
{
	begin_body(desugar, loop);
	return end_taking(desugar, call, loop, atom_expression(desugar, "false", call->span),
			  atom_expression(desugar, "true", call->span));
}

/* A default is a state that no turn changes: it is computed once, after the source. */
static void add_default(struct desugar *desugar, const struct enum_call *call, struct making *loop)
{
	if (call->count == 3)
		add_state(desugar, loop,
			  desugar_expression(desugar, term_item(call->arguments, 1), call->span));
}

static struct expression *next_with_default(struct desugar *desugar, const struct enum_call *call,
					    const struct making *loop)
{
	return next_turn(desugar, loop, call->count == 3 ? state_of(desugar, loop) : NULL);
}

static struct expression *default_of(struct desugar *desugar, const struct enum_call *call,
				     const struct making *loop)
{
	return call->count == 3 ? state_of(desugar, loop)
				: atom_expression(desugar, "nil", call->span);
}

struct expression *enum_find(struct desugar *desugar, struct enum_call *call, struct making *loop)
{
	struct expression *condition, *body;

	add_default(desugar, call, loop);
	begin_body(desugar, loop);
	condition = applied(desugar, call, taken(desugar, call, loop));
	body = choice(desugar, condition, taken(desugar, call, loop),
		      next_with_default(desugar, call, loop));
	return end_taking(desugar, call, loop, body, default_of(desugar, call, loop));
}

/* case function(element) do falsy -> next turn; found -> found end */
struct expression *enum_find_value(struct desugar *desugar, struct enum_call *call,
				   struct making *loop)
{
	struct variable *found = made_variable(desugar, "found", call->span);
	struct expression *cases;
	struct clause *leave;

	add_default(desugar, call, loop);
	begin_body(desugar, loop);
	cases = new_expression(desugar, EXPRESSION_CASE, call->span);
	cases->cases.subject = applied(desugar, call, taken(desugar, call, loop));
	cases->cases.otherwise = RAISE_CASE_CLAUSE;
	cases->cases.clauses =
		kind_clause(desugar, PATTERN_FALSY, next_with_default(desugar, call, loop));
	leave = kind_clause(desugar, PATTERN_VARIABLE, read_variable(desugar, found, call->span));
	leave->patterns[0]->variable = found;
	cases->cases.clauses->next = leave;
	return end_taking(desugar, call, loop, cases, default_of(desugar, call, loop));
}

struct expression *enum_find_index(struct desugar *desugar, struct enum_call *call,
				   struct making *loop)
{
	struct expression *condition, *body;

	loop->loop->turn = made_variable(desugar, "turn", call->span);
	begin_body(desugar, loop);
	condition = applied(desugar, call, element_of(desugar, loop));
	body = choice(desugar, condition, read_variable(desugar, loop->loop->turn, call->span),
		      next_turn(desugar, loop, NULL));
	return end_loop(desugar, loop, body, atom_expression(desugar, "nil", call->span));
}
