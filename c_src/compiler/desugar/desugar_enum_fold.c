/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of Enum that come to one value by way of all elements. */
#include "compiler/desugar/desugar_enum.h"

struct expression *enum_reduce(struct desugar *desugar, struct enum_call *call, struct making *loop)
{
	struct expression *body;

	add_state(desugar, loop,
		  desugar_expression(desugar, term_item(call->arguments, 1), call->span));
	begin_body(desugar, loop);
	body = next_turn(
		desugar, loop,
		applied_with(desugar, call, taken(desugar, call, loop), state_of(desugar, loop)));
	return end_taking(desugar, call, loop, body, state_of(desugar, loop));
}

static struct expression *raise_empty(struct desugar *desugar, struct span span)
{
	struct expression *raise = new_expression(desugar, EXPRESSION_RAISE, span);

	raise->raise.kind = RAISE_EMPTY;
	return raise;
}

static struct expression *tuple_of(struct desugar *desugar, struct expression *first,
				   struct expression *second, struct span span)
{
	struct expression *tuple = new_expression(desugar, EXPRESSION_DATA, span);

	tuple->data.kind = DATA_TUPLE;
	tuple->data.count = second ? 2 : 1;
	tuple->data.items = ARENA_ARRAY(desugar->compile->arena, struct expression *, 2);
	tuple->data.items[0] = first;
	tuple->data.items[1] = second;
	return tuple;
}

/* {first} or {first, second} of patterns, of which each may be NULL for the end */
static struct pattern *tuple_of_patterns(struct desugar *desugar, struct pattern *first,
					 struct pattern *second, struct span span)
{
	struct pattern *pattern = new_pattern(desugar, PATTERN_DATA, span);

	pattern->data.kind = DATA_TUPLE;
	pattern->data.count = second ? 2 : 1;
	pattern->data.items = ARENA_ARRAY(desugar->compile->arena, struct pattern *, 2);
	pattern->data.items[0] = first;
	pattern->data.items[1] = second;
	return pattern;
}

/* case state do nil -> when_nil; pattern -> otherwise end */
static struct expression *nil_or_tuple(struct desugar *desugar, struct expression *state,
				       struct expression *when_nil, struct pattern *pattern,
				       struct expression *otherwise)
{
	struct expression *cases = new_expression(desugar, EXPRESSION_CASE, state->span);

	cases->cases.subject = state;
	cases->cases.otherwise = RAISE_CASE_CLAUSE;
	cases->cases.clauses = kind_clause(desugar, PATTERN_ATOM, when_nil);
	cases->cases.clauses->patterns[0]->atom = "nil";
	cases->cases.clauses->next = made_clause(desugar, pattern, otherwise);
	return cases;
}

/* The state is nil until there was an element, then {acc}, whatever acc is. */
struct expression *enum_reduce_first(struct desugar *desugar, struct enum_call *call,
				     struct making *loop)
{
	struct span span = call->span;
	struct variable *acc = made_variable(desugar, "acc", span);
	struct variable *result = made_variable(desugar, "acc", span);
	struct expression *body, *next;

	add_state(desugar, loop, atom_expression(desugar, "nil", span));
	begin_body(desugar, loop);
	next = applied_with(desugar, call, taken(desugar, call, loop),
			    read_variable(desugar, acc, span));
	body = nil_or_tuple(
		desugar, state_of(desugar, loop),
		tuple_of(desugar, taken(desugar, call, loop), NULL, span),
		tuple_of_patterns(desugar, bind_variable(desugar, acc, span), NULL, span),
		tuple_of(desugar, next, NULL, span));
	return end_taking(
		desugar, call, loop, next_turn(desugar, loop, body),
		nil_or_tuple(desugar, state_of(desugar, loop), raise_empty(desugar, span),
			     tuple_of_patterns(desugar, bind_variable(desugar, result, span), NULL,
					       span),
			     read_variable(desugar, result, span)));
}

/* {label, variable} */
static struct pattern *pair_pattern(struct desugar *desugar, const char *label,
				    struct variable *variable, struct span span)
{
	struct pattern *atom = new_pattern(desugar, PATTERN_ATOM, span);

	atom->atom = label;
	return tuple_of_patterns(desugar, atom, bind_variable(desugar, variable, span), span);
}

/* case function(element, acc) do {:cont, next} -> next turn; {:halt, result} -> result end */
struct expression *enum_reduce_while(struct desugar *desugar, struct enum_call *call,
				     struct making *loop)
{
	struct variable *next = made_variable(desugar, "next", call->span);
	struct variable *result = made_variable(desugar, "result", call->span);
	struct span span = call->span;
	struct expression *cases;
	struct clause *go_on, *halt;

	add_state(desugar, loop, desugar_expression(desugar, term_item(call->arguments, 1), span));
	begin_body(desugar, loop);
	cases = new_expression(desugar, EXPRESSION_CASE, span);
	cases->cases.subject =
		applied_with(desugar, call, taken(desugar, call, loop), state_of(desugar, loop));
	cases->cases.otherwise = RAISE_FUNCTION_CLAUSE;
	go_on = made_clause(desugar, pair_pattern(desugar, "cont", next, span),
			    next_turn(desugar, loop, read_variable(desugar, next, span)));
	halt = made_clause(desugar, pair_pattern(desugar, "halt", result, span),
			   read_variable(desugar, result, span));
	go_on->next = halt;
	cases->cases.clauses = go_on;
	return end_taking(desugar, call, loop, cases, state_of(desugar, loop));
}

struct expression *enum_count(struct desugar *desugar, struct enum_call *call, struct making *loop)
{
	struct expression *condition, *more, *body;

	add_state(desugar, loop, integer_expression(desugar, 0, call->span));
	begin_body(desugar, loop);
	more = made_operation(desugar, "+", state_of(desugar, loop),
			      integer_expression(desugar, 1, call->span), call->span);
	body = next_turn(desugar, loop, more);
	if (call->has_function) {
		condition = applied(desugar, call, taken(desugar, call, loop));
		body = choice(desugar, condition, body,
			      next_turn(desugar, loop, state_of(desugar, loop)));
	}
	return end_taking(desugar, call, loop, body, state_of(desugar, loop));
}

static struct expression *fold(struct desugar *desugar, struct enum_call *call, struct making *loop,
			       const char *operator, uint64_t first)
{
	struct expression *operation;

	add_state(desugar, loop, integer_expression(desugar, first, call->span));
	begin_body(desugar, loop);
	operation = made_operation(desugar, operator, state_of(desugar, loop),
				   taken(desugar, call, loop), call->span);
	if (call->stage_count)
		loop->loop->silent = operation;
	return end_taking(desugar, call, loop, next_turn(desugar, loop, operation),
			  state_of(desugar, loop));
}

struct expression *enum_sum(struct desugar *desugar, struct enum_call *call, struct making *loop)
{
	return fold(desugar, call, loop, "+", 0);
}

struct expression *enum_product(struct desugar *desugar, struct enum_call *call,
				struct making *loop)
{
	return fold(desugar, call, loop, "*", 1);
}

/* What there is of no element: what the function gives, or Enum.EmptyError. */
static struct expression *nothing(struct desugar *desugar, const struct enum_call *call)
{
	return call->has_function ? call_callable(desugar, &call->function, NULL, call->span)
				  : raise_empty(desugar, call->span);
}

/* The state is nil until there is an element, then {seen}: an element may be nil too. */
static struct expression *extreme(struct desugar *desugar, struct enum_call *call,
				  struct making *loop, const char *operator)
{
	struct variable *seen = made_variable(desugar, "seen", call->span);
	struct variable *result = made_variable(desugar, "seen", call->span);
	struct variable *element = made_variable(desugar, "element", call->span);
	struct expression *body, *keep;
	struct span span = call->span;

	add_state(desugar, loop, atom_expression(desugar, "nil", span));
	begin_body(desugar, loop);
	keep = choice(desugar,
		      made_operation(desugar, operator, read_variable(desugar, seen, span),
				     read_variable(desugar, element, span), span),
		      read_variable(desugar, seen, span), read_variable(desugar, element, span));
	body = nil_or_tuple(
		desugar, state_of(desugar, loop),
		tuple_of(desugar, read_variable(desugar, element, span), NULL, span),
		tuple_of_patterns(desugar, bind_variable(desugar, seen, span), NULL, span),
		tuple_of(desugar, keep, NULL, span));
	body = then_do(desugar, bind_hidden(desugar, element, taken(desugar, call, loop)),
		       next_turn(desugar, loop, body));
	return end_taking(
		desugar, call, loop, body,
		nil_or_tuple(desugar, state_of(desugar, loop), nothing(desugar, call),
			     tuple_of_patterns(desugar, bind_variable(desugar, result, span), NULL,
					       span),
			     read_variable(desugar, result, span)));
}

struct expression *enum_max(struct desugar *desugar, struct enum_call *call, struct making *loop)
{
	return extreme(desugar, call, loop, ">=");
}

struct expression *enum_min(struct desugar *desugar, struct enum_call *call, struct making *loop)
{
	return extreme(desugar, call, loop, "=<");
}

/* The state is nil, or {element, what the function gave for it}. */
static struct expression *extreme_by(struct desugar *desugar, struct enum_call *call,
				     struct making *loop, const char *operator)
{
	struct span span = call->span;
	struct variable *seen = made_variable(desugar, "seen", span);
	struct variable *most = made_variable(desugar, "most", span);
	struct variable *key = made_variable(desugar, "key", span);
	struct variable *result = made_variable(desugar, "result", span);
	struct expression *body, *keep, *replace;

	add_state(desugar, loop, atom_expression(desugar, "nil", span));
	begin_body(desugar, loop);
	replace = tuple_of(desugar, taken(desugar, call, loop), read_variable(desugar, key, span),
			   span);
	keep = tuple_of(desugar, read_variable(desugar, seen, span),
			read_variable(desugar, most, span), span);
	keep = choice(desugar,
		      made_operation(desugar, operator, read_variable(desugar, most, span),
				     read_variable(desugar, key, span), span),
		      keep, replace);
	body = nil_or_tuple(desugar, state_of(desugar, loop),
			    tuple_of(desugar, taken(desugar, call, loop),
				     read_variable(desugar, key, span), span),
			    tuple_of_patterns(desugar, bind_variable(desugar, seen, span),
					      bind_variable(desugar, most, span), span),
			    keep);
	body = then_do(
		desugar,
		bind_hidden(desugar, key, applied(desugar, call, taken(desugar, call, loop))),
		next_turn(desugar, loop, body));
	return end_taking(
		desugar, call, loop, body,
		nil_or_tuple(desugar, state_of(desugar, loop), raise_empty(desugar, span),
			     tuple_of_patterns(desugar, bind_variable(desugar, result, span),
					       new_pattern(desugar, PATTERN_ANY, span), span),
			     read_variable(desugar, result, span)));
}

struct expression *enum_max_by(struct desugar *desugar, struct enum_call *call, struct making *loop)
{
	return extreme_by(desugar, call, loop, ">=");
}

struct expression *enum_min_by(struct desugar *desugar, struct enum_call *call, struct making *loop)
{
	return extreme_by(desugar, call, loop, "=<");
}
