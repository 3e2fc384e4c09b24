/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of Enum, over ranges and literal lists. */
#include "compiler/desugar_loop.h"

#include <string.h>

struct call {
	const struct term *arguments; /* of the Enum function */
	size_t count;
	struct callable function;
	struct span span;
};

/* function(element), or the element itself where there is no function */
static struct expression *applied(struct desugar *desugar, const struct call *call,
				  struct expression *element)
{
	struct expression **arguments;

	if (!call->function.arity)
		return element;
	arguments = ARENA_ARRAY(desugar->compile->arena, struct expression *, 1);
	arguments[0] = element;
	return call_callable(desugar, &call->function, arguments, call->span);
}

static struct expression *applied_with(struct desugar *desugar, const struct call *call,
				       struct expression *element, struct expression *state)
{
	struct expression **arguments =
		ARENA_ARRAY(desugar->compile->arena, struct expression *, 2);

	arguments[0] = element;
	arguments[1] = state;
	return call_callable(desugar, &call->function, arguments, call->span);
}

static struct expression *enum_each(struct desugar *desugar, const struct call *call,
				    struct making *loop, bool gives_list)
{
	struct expression *value;

	begin_body(desugar, loop);
	value = applied(desugar, call, element_of(desugar, loop));
	return end_loop(desugar, loop, then_do(desugar, value, next_turn(desugar, loop, NULL)),
			gives_list ? list_value(desugar, call->span)
				   : atom_expression(desugar, "ok", call->span));
}

static struct expression *map_kept(struct desugar *desugar, const struct call *call,
				   const struct source *source, const struct making *making)
{
	struct expression *list = new_list(desugar, kept_count(source), call->span);

	for (size_t i = 0; i < list->data.count; i++)
		list->data.items[i] =
			applied(desugar, call, kept_element(desugar, source, making, i));
	return making->bound ? then_do(desugar, making->bound, list) : list;
}

static struct expression *enum_reduce(struct desugar *desugar, const struct call *call,
				      struct making *loop)
{
	struct expression *body;

	add_state(desugar, loop,
		  desugar_expression(desugar, term_item(call->arguments, 1), call->span));
	begin_body(desugar, loop);
	body = next_turn(
		desugar, loop,
		applied_with(desugar, call, element_of(desugar, loop), state_of(desugar, loop)));
	return end_loop(desugar, loop, body, state_of(desugar, loop));
}

/* Leaves the loop with `found` when the function gives what is `wanted`, truth or not. */
static struct expression *enum_search(struct desugar *desugar, const struct call *call,
				      struct making *loop, bool wanted, const char *found,
				      const char *otherwise)
{
	struct expression *condition, *leave, *next;

	begin_body(desugar, loop);
	condition = applied(desugar, call, element_of(desugar, loop));
	leave = atom_expression(desugar, found, call->span);
	next = next_turn(desugar, loop, NULL);
	return end_loop(desugar, loop,
			choice(desugar, condition, wanted ? leave : next, wanted ? next : leave),
			atom_expression(desugar, otherwise, call->span));
}

static struct expression *enum_find(struct desugar *desugar, const struct call *call,
				    struct making *loop)
{
	struct variable *element = made_variable(desugar, "element", call->span);
	struct expression *bound, *condition, *body, *otherwise, *found;
	struct variable *missing = NULL;

	if (call->count == 3) {
		missing = made_variable(desugar, "default", call->span);
		bound = bind_hidden(
			desugar, missing,
			desugar_expression(desugar, term_item(call->arguments, 1), call->span));
		loop->bound = loop->bound ? then_do(desugar, loop->bound, bound) : bound;
	}
	begin_body(desugar, loop);
	bound = bind_hidden(desugar, element, element_of(desugar, loop));
	condition = applied(desugar, call, read_variable(desugar, element, call->span));
	found = read_variable(desugar, element, call->span);
	body = then_do(desugar, bound,
		       choice(desugar, condition, found, next_turn(desugar, loop, NULL)));
	otherwise = missing ? read_variable(desugar, missing, call->span)
			    : atom_expression(desugar, "nil", call->span);
	return end_loop(desugar, loop, body, otherwise);
}

static struct expression *enum_count(struct desugar *desugar, const struct call *call,
				     struct making *loop)
{
	struct expression *condition, *more, *body;

	add_state(desugar, loop, integer_expression(desugar, 0, call->span));
	begin_body(desugar, loop);
	more = made_operation(desugar, "+", state_of(desugar, loop),
			      integer_expression(desugar, 1, call->span), call->span);
	body = next_turn(desugar, loop, more);
	if (call->function.arity) {
		condition = applied(desugar, call, element_of(desugar, loop));
		body = choice(desugar, condition, body,
			      next_turn(desugar, loop, state_of(desugar, loop)));
	}
	return end_loop(desugar, loop, body, state_of(desugar, loop));
}

static struct expression *enum_sum(struct desugar *desugar, const struct call *call,
				   struct making *loop)
{
	struct expression *sum;

	add_state(desugar, loop, integer_expression(desugar, 0, call->span));
	begin_body(desugar, loop);
	sum = made_operation(desugar, "+", state_of(desugar, loop), element_of(desugar, loop),
			     call->span);
	return end_loop(desugar, loop, next_turn(desugar, loop, sum), state_of(desugar, loop));
}

/* The state is nil until there is an element; nothing of Enum.max puts nil there otherwise. */
static struct expression *enum_extreme(struct desugar *desugar, const struct call *call,
				       struct making *loop, const char *operator)
{
	struct variable *seen = made_variable(desugar, "seen", call->span);
	struct variable *element = made_variable(desugar, "element", call->span);
	struct expression *body, *keep, *result, *empty;
	struct span span = call->span;

	add_state(desugar, loop, atom_expression(desugar, "nil", span));
	begin_body(desugar, loop);
	keep = choice(desugar,
		      made_operation(desugar, operator, read_variable(desugar, seen, span),
				     read_variable(desugar, element, span), span),
		      read_variable(desugar, seen, span), read_variable(desugar, element, span));
	body = nil_or(desugar, state_of(desugar, loop), read_variable(desugar, element, span), seen,
		      keep);
	body = then_do(desugar, bind_hidden(desugar, element, element_of(desugar, loop)),
		       next_turn(desugar, loop, body));
	empty = new_expression(desugar, EXPRESSION_RAISE, span);
	empty->raise.kind = RAISE_EMPTY;
	seen = made_variable(desugar, "seen", span);
	result = nil_or(desugar, state_of(desugar, loop), empty, seen,
			read_variable(desugar, seen, span));
	return end_loop(desugar, loop, body, result);
}

static struct expression *enum_member(struct desugar *desugar, const struct call *call,
				      struct making *loop)
{
	struct variable *wanted = made_variable(desugar, "wanted", call->span);
	struct expression *bound, *equal, *found;
	struct span span = call->span;

	bound = bind_hidden(desugar, wanted,
			    desugar_expression(desugar, term_item(call->arguments, 1), span));
	loop->bound = loop->bound ? then_do(desugar, loop->bound, bound) : bound;
	begin_body(desugar, loop);
	equal = made_operation(desugar, "=:=", element_of(desugar, loop),
			       read_variable(desugar, wanted, span), span);
	found = atom_expression(desugar, "true", span);
	return end_loop(desugar, loop,
			choice(desugar, equal, found, next_turn(desugar, loop, NULL)),
			atom_expression(desugar, "false", span));
}

/* {label, variable} */
static struct pattern *pair_pattern(struct desugar *desugar, const char *label,
				    struct variable *variable, struct span span)
{
	struct pattern *pattern = new_pattern(desugar, PATTERN_DATA, span);

	pattern->data.kind = DATA_TUPLE;
	pattern->data.count = 2;
	pattern->data.items = ARENA_ARRAY(desugar->compile->arena, struct pattern *, 2);
	pattern->data.items[0] = new_pattern(desugar, PATTERN_ATOM, span);
	pattern->data.items[0]->atom = label;
	pattern->data.items[1] = bind_variable(desugar, variable, span);
	return pattern;
}

/* case function(element, acc) do {:cont, next} -> next turn; {:halt, result} -> result end */
static struct expression *enum_reduce_while(struct desugar *desugar, const struct call *call,
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
		applied_with(desugar, call, element_of(desugar, loop), state_of(desugar, loop));
	cases->cases.otherwise = RAISE_FUNCTION_CLAUSE;
	go_on = made_clause(desugar, pair_pattern(desugar, "cont", next, span),
			    next_turn(desugar, loop, read_variable(desugar, next, span)));
	halt = made_clause(desugar, pair_pattern(desugar, "halt", result, span),
			   read_variable(desugar, result, span));
	go_on->next = halt;
	cases->cases.clauses = go_on;
	return end_loop(desugar, loop, cases, state_of(desugar, loop));
}

enum enum_kind {
#define ENUM_FUNCTION(enumerator, name, arity, function_arity) ENUM_##enumerator,
#include "compiler/enum_function.def"
#undef ENUM_FUNCTION
};

static const struct enum_function {
	enum enum_kind kind;
	const char *name;
	size_t arity, function_arity;
} enum_functions[] = {
#define ENUM_FUNCTION(enumerator, name, arity, function_arity) \
	{ ENUM_##enumerator, name, arity, function_arity },
#include "compiler/enum_function.def"
#undef ENUM_FUNCTION
};

static struct expression *by_kind(struct desugar *desugar, enum enum_kind kind,
				  const struct call *call, struct making *loop)
{
	switch (kind) {
	case ENUM_EACH:
		return enum_each(desugar, call, loop, false);
	case ENUM_MAP:
		return enum_each(desugar, call, loop, true);
	case ENUM_REDUCE:
		return enum_reduce(desugar, call, loop);
	case ENUM_REDUCE_WHILE:
		return enum_reduce_while(desugar, call, loop);
	case ENUM_ANY:
	case ENUM_ANY_OF:
		return enum_search(desugar, call, loop, true, "true", "false");
	case ENUM_ALL:
	case ENUM_ALL_OF:
		return enum_search(desugar, call, loop, false, "false", "true");
	case ENUM_FIND:
	case ENUM_FIND_DEFAULT:
		return enum_find(desugar, call, loop);
	case ENUM_COUNT:
	case ENUM_COUNT_OF:
		return enum_count(desugar, call, loop);
	case ENUM_SUM:
		return enum_sum(desugar, call, loop);
	case ENUM_MAX:
		return enum_extreme(desugar, call, loop, ">=");
	case ENUM_MIN:
		return enum_extreme(desugar, call, loop, "=<");
	case ENUM_MEMBER:
		return enum_member(desugar, call, loop);
	}
	return NULL;
}

static const struct enum_function *find_enum_function(const char *name, size_t arity)
{
	for (size_t i = 0; i < sizeof(enum_functions) / sizeof(enum_functions[0]); i++) {
		if (strcmp(enum_functions[i].name, name) == 0 && enum_functions[i].arity == arity)
			return &enum_functions[i];
	}
	return NULL;
}

static struct expression *refuse_enum(struct desugar *desugar, const char *name, size_t count,
				      struct span span)
{
	return refuse(desugar, span,
		      arena_print(desugar->compile->arena, "`Enum.%s/%zu`", name, count),
		      "there are each, map, reduce, reduce_while, any?, all?, find, count, sum, "
		      "max, min and member? over ranges and literal lists");
}

struct expression *desugar_enum(struct desugar *desugar, const char *name, const struct form *form,
				struct span span)
{
	size_t count = term_count(form->arguments);
	const struct enum_function *function = find_enum_function(name, count);
	struct call call = { .arguments = form->arguments, .count = count };
	struct source source;
	struct making loop;

	call.span = span_of(form->meta, span, strlen(name));
	if (!function)
		return refuse_enum(desugar, name, count, call.span);
	if (!desugar_source(desugar, term_item(form->arguments, 0), call.span,
			    arena_print(desugar->compile->arena, "`Enum.%s`", name), &source) ||
	    (function->function_arity &&
	     !desugar_callable(desugar, term_item(form->arguments, count - 1),
			       function->function_arity, call.span, &call.function)))
		return new_expression(desugar, EXPRESSION_POISON, call.span);
	loop = begin_loop(desugar, &source, call.span);
	if (function->kind == ENUM_MAP && kept_count(&source))
		return map_kept(desugar, &call, &source, &loop);
	return by_kind(desugar, function->kind, &call, &loop);
}
