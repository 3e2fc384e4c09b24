/* SPDX-License-Identifier: Apache-2.0 */
/*
 * `for`, and the functions of Enum, as loops of the core syntax:
 *
 *	Enum.reduce(0..n, 0, fn i, acc -> i + acc end)
 *	loop over 0..n, element i, state acc = 0: next(i + acc); otherwise acc
 *
 * A literal list is walked by index: its items are computed first, in their order, and the
 * element is `case index do 0 -> item0; 1 -> item1 ... end`.
 */
#include "compiler/desugar_internal.h"

#include <string.h>

/* A loop that is being made, and the items that are bound before it. */
struct making {
	struct loop *loop;
	struct expression *bound; /* blocks of bindings; NULL for none */
	struct variable **items;
	const struct term *list;
	struct span span;
};

static void bind_items(struct desugar *desugar, struct making *making)
{
	size_t count = term_count(making->list);

	making->items = ARENA_ARRAY(desugar->compile->arena, struct variable *, count);
	for (size_t i = 0; i < count; i++) {
		struct expression *item =
			desugar_expression(desugar, term_item(making->list, i), making->span);
		struct expression *match;

		making->items[i] = made_variable(desugar, "item", making->span);
		match = bind_hidden(desugar, making->items[i], item);
		making->bound =
			making->bound ? sequence(desugar, making->bound, match) : match;
	}
}

static struct making begin_loop(struct desugar *desugar, const struct source *source,
				struct span span)
{
	struct loop *loop = ARENA_NEW(desugar->compile->arena, struct loop);
	struct making making = { .loop = loop, .list = source->items, .span = span };

	if (source->items) {
		size_t count = term_count(source->items);

		bind_items(desugar, &making);
		loop->is_walk = true;
		loop->first = integer_expression(desugar, 0, span);
		loop->last = integer_expression(desugar, count ? count - 1 : 0, span);
		loop->step = integer_expression(desugar, 1, span);
		if (!count)
			loop->first->integer.magnitude = 1;
	} else {
		loop->first = source->first;
		loop->last = source->last;
		loop->step = source->step;
	}
	loop->element = made_variable(desugar, "element", span);
	return making;
}

static void add_state(struct desugar *desugar, struct making *making, struct expression *initial)
{
	struct loop *loop = making->loop;

	loop->states = ARENA_ARRAY(desugar->compile->arena, struct loop_state, 1);
	loop->states[0].initial = initial;
	loop->states[0].variable = made_variable(desugar, "acc", making->span);
	loop->state_count = 1;
}

/* What is made between this and end_loop() runs in each turn. */
static void begin_body(struct desugar *desugar, struct making *making)
{
	making->loop->first_expression = desugar->function->expression_count;
}

static struct expression *end_loop(struct desugar *desugar, struct making *making,
				   struct expression *body, struct expression *otherwise)
{
	struct expression *expression;

	making->loop->end_expression = desugar->function->expression_count;
	expression = new_expression(desugar, EXPRESSION_LOOP, making->span);
	making->loop->body = body;
	making->loop->otherwise = otherwise;
	expression->loop = making->loop;
	return making->bound ? sequence(desugar, making->bound, expression) : expression;
}

static struct expression *state_of(struct desugar *desugar, const struct making *making)
{
	return read_variable(desugar, making->loop->states[0].variable, making->span);
}

/* case index do 0 -> item0; 1 -> item1; _ -> item2 end */
static struct expression *walked_item(struct desugar *desugar, const struct making *making)
{
	struct expression *cases = new_expression(desugar, EXPRESSION_CASE, making->span);
	struct clause **end = &cases->cases.clauses;
	size_t count = term_count(making->list);

	cases->cases.subject = read_variable(desugar, making->loop->element, making->span);
	cases->cases.otherwise = RAISE_CASE_CLAUSE;
	for (size_t i = 0; i < count; i++) {
		bool is_last = i + 1 == count;
		struct expression *item = read_variable(desugar, making->items[i], making->span);

		*end = truth_clause(desugar, is_last ? PATTERN_ANY : PATTERN_INTEGER, item);
		(*end)->patterns[0]->integer.magnitude = i;
		end = &(*end)->next;
	}
	return cases;
}

static struct expression *element_of(struct desugar *desugar, const struct making *making)
{
	if (!making->list)
		return read_variable(desugar, making->loop->element, making->span);
	if (!term_count(making->list))
		return atom_expression(desugar, "nil", making->span);
	return walked_item(desugar, making);
}

static struct expression *next_turn(struct desugar *desugar, const struct making *making,
				    struct expression *state)
{
	struct expression *next = new_expression(desugar, EXPRESSION_NEXT, making->span);

	next->next.loop = making->loop;
	next->next.states = ARENA_ARRAY(desugar->compile->arena, struct expression *, 1);
	next->next.states[0] = state;
	return next;
}

/* The value of a comprehension, of which the kernel keeps nothing: none can be read from it. */
static struct expression *list_value(struct desugar *desugar, struct span span)
{
	return new_expression(desugar, EXPRESSION_UNKEPT, span);
}

/* ----- lists that are kept: of a literal list or a small range, item by item ------------------- */

#define MOST_KEPT 16

/* The numbers of a range of literals, when they are few: how many; 0 otherwise. */
static size_t small_range(const struct source *source, int64_t *first, int64_t *step)
{
	const struct expression *parts[] = { source->first, source->last, source->step };
	int64_t values[] = { 0, 0, 0 };
	int64_t count;

	for (size_t i = 0; i < 3; i++) {
		if (!parts[i] && i == 2)
			break;
		if (parts[i]->kind != EXPRESSION_INTEGER || parts[i]->integer.magnitude > INT32_MAX)
			return 0;
		values[i] = (int64_t)parts[i]->integer.magnitude *
			    (parts[i]->integer.is_negative ? -1 : 1);
	}
	*first = values[0];
	*step = values[2] ? values[2] : values[1] < values[0] ? -1 : 1;
	count = (values[1] - values[0]) / *step + 1;
	return count > 0 && count <= MOST_KEPT && (values[1] - values[0]) * *step >= 0
		       ? (size_t)count
		       : 0;
}

static size_t kept_count(const struct source *source)
{
	int64_t first, step;
	size_t count = term_count(source->items);

	if (source->items)
		return count <= MOST_KEPT ? count : 0;
	return small_range(source, &first, &step);
}

/* The n-th of what the loop would go over. */
static struct expression *kept_element(struct desugar *desugar, const struct source *source,
				       const struct making *making, size_t n)
{
	int64_t first = 0, step = 0;
	struct expression *number;

	if (source->items)
		return read_variable(desugar, making->items[n], making->span);
	small_range(source, &first, &step);
	first += step * (int64_t)n;
	number = integer_expression(desugar, (uint64_t)(first < 0 ? -first : first), making->span);
	number->integer.is_negative = first < 0;
	return number;
}

static struct expression *new_list(struct desugar *desugar, size_t count, struct span span)
{
	struct expression *list = new_expression(desugar, EXPRESSION_DATA, span);

	list->data.kind = DATA_LIST;
	list->data.count = count;
	list->data.items = ARENA_ARRAY(desugar->compile->arena, struct expression *, count);
	return list;
}

/* ----- for ------------------------------------------------------------------------------------ */

struct comprehension {
	const struct term *qualifiers; /* the last item is the options */
	const struct term *body;
	bool reduces;
};

static struct expression *for_rest(struct desugar *desugar, const struct comprehension *whole,
				   size_t n, const struct making *loop);

static struct expression *for_body(struct desugar *desugar, const struct comprehension *whole,
				   const struct making *loop)
{
	struct expression *value;

	if (!whole->reduces) {
		value = desugar_expression(desugar, whole->body, loop->span);
		return sequence(desugar, value, next_turn(desugar, loop, NULL));
	}
	value = new_expression(desugar, EXPRESSION_CASE, loop->span);
	value->cases.subject = state_of(desugar, loop);
	value->cases.otherwise = RAISE_CASE_CLAUSE;
	value->cases.clauses = desugar_clauses(desugar, whole->body, loop->span);
	return next_turn(desugar, loop, value);
}

/* Elements that do not match are left out. */
static struct expression *skip(struct desugar *desugar, const struct comprehension *whole,
			       const struct making *loop)
{
	return next_turn(desugar, loop, whole->reduces ? state_of(desugar, loop) : NULL);
}

/* case element do pattern when guard -> rest; _ -> next end */
static struct expression *for_element(struct desugar *desugar, const struct comprehension *whole,
				      size_t n, const struct term *pattern,
				      const struct making *loop)
{
	struct expression *cases = new_expression(desugar, EXPRESSION_CASE, loop->span);
	const struct variable *outer = desugar->variables;
	struct clause *clause;

	cases->cases.subject = element_of(desugar, loop);
	cases->cases.otherwise = RAISE_CASE_CLAUSE;
	clause = open_clause(desugar, pattern, loop->span);
	clause->body = for_rest(desugar, whole, n + 1, loop);
	close_scope(desugar, outer);
	cases->cases.clauses = clause;
	clause->next = truth_clause(desugar, PATTERN_ANY, skip(desugar, whole, loop));
	return cases;
}

/* The loop of the n-th qualifier; `state` is what it begins with, NULL without :reduce. */
static struct expression *for_loop(struct desugar *desugar, const struct comprehension *whole,
				   size_t n, struct expression *state, struct span span)
{
	const struct term *generator = term_item(whole->qualifiers, n);
	struct expression *body, *otherwise;
	struct source source;
	struct making loop;
	struct form arrow;

	if (!form_of(generator, &arrow) || !arrow.name || strcmp(arrow.name, "<-") != 0)
		return refuse(desugar, span, "a `for` over the bytes of a binary", NULL);
	if (!nesting_enter(desugar->compile, span))
		return new_expression(desugar, EXPRESSION_POISON, span);
	if (!desugar_source(desugar, term_item(arrow.arguments, 1), span, "a `for`", &source)) {
		nesting_leave(desugar->compile);
		return new_expression(desugar, EXPRESSION_POISON, span);
	}
	loop = begin_loop(desugar, &source, span);
	if (state)
		add_state(desugar, &loop, state);
	begin_body(desugar, &loop);
	body = for_element(desugar, whole, n, term_item(arrow.arguments, 0), &loop);
	otherwise = state ? state_of(desugar, &loop) : list_value(desugar, span);
	nesting_leave(desugar->compile);
	return end_loop(desugar, &loop, body, otherwise);
}

static bool is_generator(const struct term *qualifier)
{
	struct form form;

	return form_of(qualifier, &form) && form.name &&
	       (strcmp(form.name, "<-") == 0 || strcmp(form.name, "<<>>") == 0);
}

/* The qualifiers from the n-th on, inside of `loop`; ends with the loop's next turn. */
static struct expression *for_rest(struct desugar *desugar, const struct comprehension *whole,
				   size_t n, const struct making *loop)
{
	const struct term *qualifier = term_item(whole->qualifiers, n);
	struct expression *condition, *inner, *rest;
	const struct variable *outer = desugar->variables;

	if (n + 1 >= term_count(whole->qualifiers))
		return for_body(desugar, whole, loop);
	if (!nesting_enter(desugar->compile, loop->span))
		return new_expression(desugar, EXPRESSION_POISON, loop->span);
	if (is_generator(qualifier)) {
		inner = for_loop(desugar, whole, n, whole->reduces ? state_of(desugar, loop) : NULL,
				 loop->span);
		rest = whole->reduces
			       ? next_turn(desugar, loop, inner)
			       : sequence(desugar, inner, next_turn(desugar, loop, NULL));
	} else {
		condition = desugar_expression(desugar, qualifier, loop->span);
		rest = for_rest(desugar, whole, n + 1, loop);
		rest = choice(desugar, condition, rest, skip(desugar, whole, loop));
		close_scope(desugar, outer);
	}
	nesting_leave(desugar->compile);
	return rest;
}

static struct expression *refuse_option(struct desugar *desugar, const struct term *options,
					struct span span)
{
	const struct term *into = term_get(options, "into");

	if (into && !(into->kind == TERM_LIST && !term_count(into)))
		return refuse(desugar, span, "`for` with `into:`",
			      "put the values into a `defmap` map in its body, or collect them "
			      "with `reduce:`");
	if (term_is_atom(term_get(options, "uniq"), "true"))
		return refuse(desugar, span, "`for` with `uniq:`",
			      "use each value where it comes, and `reduce:` to keep what is needed");
	return NULL;
}

/* A pattern that takes everything: a variable. */
static bool is_plain(const struct term *pattern)
{
	struct form form;

	return form_of(pattern, &form) && form.name && form.arguments->kind == TERM_ATOM;
}

/* [case item0 do x -> body end, case item1 do x -> body end] */
static struct expression *for_kept(struct desugar *desugar, const struct term *pattern,
				   const struct term *body, const struct source *source,
				   struct span span)
{
	struct making making = begin_loop(desugar, source, span);
	struct expression *list = new_list(desugar, kept_count(source), span);

	for (size_t i = 0; i < list->data.count; i++) {
		struct expression *cases = new_expression(desugar, EXPRESSION_CASE, span);
		const struct variable *outer = desugar->variables;

		cases->cases.subject = kept_element(desugar, source, &making, i);
		cases->cases.otherwise = RAISE_CASE_CLAUSE;
		cases->cases.clauses = open_clause(desugar, pattern, span);
		cases->cases.clauses->body = desugar_expression(desugar, body, span);
		close_scope(desugar, outer);
		list->data.items[i] = cases;
	}
	return making.bound ? sequence(desugar, making.bound, list) : list;
}

/* A literal list, or a range whose bounds are literals, which is a struct already. */
static bool is_small_source(const struct term *source)
{
	struct form form;

	return source && (source->kind == TERM_LIST ||
			  (form_of(source, &form) && form.name && strcmp(form.name, "%{}") == 0));
}

/* One generator, no filter, and few elements: its list is kept. NULL otherwise. */
static struct expression *desugar_kept_for(struct desugar *desugar,
					   const struct comprehension *whole, struct span span)
{
	struct source source;
	struct form arrow;

	if (whole->reduces || term_count(whole->qualifiers) != 2 ||
	    !form_of(term_item(whole->qualifiers, 0), &arrow) || !arrow.name ||
	    strcmp(arrow.name, "<-") != 0 || !is_plain(term_item(arrow.arguments, 0)) ||
	    !is_small_source(term_item(arrow.arguments, 1)) ||
	    !desugar_source(desugar, term_item(arrow.arguments, 1), span, "a `for`", &source) ||
	    !kept_count(&source))
		return NULL;
	return for_kept(desugar, term_item(arrow.arguments, 0), whole->body, &source, span);
}

struct expression *desugar_for(struct desugar *desugar, const struct form *form, struct span span)
{
	size_t count = term_count(form->arguments);
	const struct term *options = term_item(form->arguments, count - 1);
	const struct term *reduce = term_get(options, "reduce");
	struct comprehension whole = { .qualifiers = form->arguments,
				       .body = term_get(options, "do"),
				       .reduces = reduce };
	const struct variable *outer = desugar->variables;
	struct expression *refused = refuse_option(desugar, options, span);
	struct expression *loop, *state = NULL, *bound = NULL;
	struct variable *initial;

	if (refused)
		return refused;
	loop = desugar_kept_for(desugar, &whole, span);
	if (loop)
		return loop;
	if (reduce) {
		initial = made_variable(desugar, "initial", span);
		bound = bind_hidden(desugar, initial, desugar_expression(desugar, reduce, span));
		state = read_variable(desugar, initial, span);
	}
	loop = for_loop(desugar, &whole, 0, state, span);
	close_scope(desugar, outer);
	return bound ? sequence(desugar, bound, loop) : loop;
}

/* ----- Enum ----------------------------------------------------------------------------------- */

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
	return end_loop(desugar, loop, sequence(desugar, value, next_turn(desugar, loop, NULL)),
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
	return making->bound ? sequence(desugar, making->bound, list) : list;
}

static struct expression *enum_reduce(struct desugar *desugar, const struct call *call,
				      struct making *loop)
{
	struct expression *body;

	add_state(desugar, loop,
		  desugar_expression(desugar, term_item(call->arguments, 1), call->span));
	begin_body(desugar, loop);
	body = next_turn(desugar, loop,
			 applied_with(desugar, call, element_of(desugar, loop),
				      state_of(desugar, loop)));
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
		bound = bind_hidden(desugar, missing,
				    desugar_expression(desugar, term_item(call->arguments, 1),
						       call->span));
		loop->bound = loop->bound ? sequence(desugar, loop->bound, bound) : bound;
	}
	begin_body(desugar, loop);
	bound = bind_hidden(desugar, element, element_of(desugar, loop));
	condition = applied(desugar, call, read_variable(desugar, element, call->span));
	found = read_variable(desugar, element, call->span);
	body = sequence(desugar, bound,
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
	more = operation(desugar, "+", state_of(desugar, loop),
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
	sum = operation(desugar, "+", state_of(desugar, loop), element_of(desugar, loop),
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
		      operation(desugar, operator, read_variable(desugar, seen, span),
				read_variable(desugar, element, span), span),
		      read_variable(desugar, seen, span), read_variable(desugar, element, span));
	body = nil_or(desugar, state_of(desugar, loop), read_variable(desugar, element, span), seen,
		      keep);
	body = sequence(desugar, bind_hidden(desugar, element, element_of(desugar, loop)),
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
	loop->bound = loop->bound ? sequence(desugar, loop->bound, bound) : bound;
	begin_body(desugar, loop);
	equal = operation(desugar, "=:=", element_of(desugar, loop),
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

/* ----- fuel ----------------------------------------------------------------------------------- */

#define MOST_FUEL (1u << 23)

/* The loop or call that a block ends with; what comes before binds its operands. */
static struct expression *fuelled(struct expression *expression)
{
	while (expression->kind == EXPRESSION_BLOCK && expression->sequence.count)
		expression = expression->sequence.items[expression->sequence.count - 1];
	return expression;
}

struct expression *desugar_fuel(struct desugar *desugar, const struct form *form, struct span span)
{
	const struct term *most = term_item(form->arguments, 0);
	struct expression *expression =
		desugar_expression(desugar, term_item(form->arguments, 1), span);
	struct expression *end = fuelled(expression);
	struct span place = span_of(form->meta, span, 4);

	if (most->kind != TERM_INTEGER || most->integer.negative || !most->integer.magnitude ||
	    most->integer.magnitude > MOST_FUEL)
		return refuse(desugar, place, "`fuel` without a literal number from 1 to 8388608",
			      "the number is the most calls, or turns, `fuel(100, f(x))`");
	if (end->kind == EXPRESSION_CALL)
		end->call.fuel = (unsigned)most->integer.magnitude;
	else if (end->kind == EXPRESSION_LOOP)
		end->loop->limit = (unsigned)most->integer.magnitude;
	else if (end->kind != EXPRESSION_POISON)
		return refuse(desugar, place, "`fuel` of something else than a call or a loop",
			      "write it around the call itself, `fuel(100, f(x))`");
	return expression;
}
