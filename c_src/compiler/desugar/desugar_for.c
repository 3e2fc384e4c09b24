/* SPDX-License-Identifier: Apache-2.0 */
/* `for`: a loop for each generator, within the loop of the one before. */
#include "compiler/desugar/desugar_loop.h"

#include <string.h>

struct comprehension {
	const struct term *qualifiers; /* the last item is the options */
	const struct term *body;
	const struct term *reduce; /* what it begins with; NULL without */
};

static struct expression *for_rest(struct desugar *desugar, const struct comprehension *whole,
				   size_t n, const struct making *loop);

static struct expression *for_body(struct desugar *desugar, const struct comprehension *whole,
				   const struct making *loop)
{
	struct expression *value;

	if (!whole->reduce) {
		value = desugar_expression(desugar, whole->body, loop->span);
		return then_do(desugar, value, next_turn(desugar, loop, NULL));
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
	return next_turn(desugar, loop, whole->reduce ? state_of(desugar, loop) : NULL);
}

static struct clause *atom_clause(struct desugar *desugar, const char *atom,
				  struct expression *body)
{
	struct clause *clause = kind_clause(desugar, PATTERN_ATOM, body);

	clause->patterns[0]->atom = atom;
	return clause;
}

/* case condition do true -> then; false -> otherwise end */
static struct expression *boolean_choice(struct desugar *desugar, struct expression *condition,
					 struct expression *then, struct expression *otherwise,
					 struct span span)
{
	struct expression *cases = new_expression(desugar, EXPRESSION_CASE, span);

	cases->cases.subject = condition;
	cases->cases.otherwise = RAISE_CASE_CLAUSE;
	cases->cases.clauses = atom_clause(desugar, "true", then);
	cases->cases.clauses->next = atom_clause(desugar, "false", otherwise);
	return cases;
}

/*
 * The guards of a generator are none on the BEAM, but conditions: what raises in one leaves the
 * loop, and what is no boolean raises.
 */
static struct expression *take_guards(struct desugar *desugar, struct clause *clause,
				      struct span span)
{
	size_t n = clause->guard_count;
	struct expression *condition = n ? clause->guards[n - 1] : NULL;

	for (size_t i = n; i-- > 1;)
		condition = boolean_choice(desugar, clause->guards[i - 1],
					   atom_expression(desugar, "true", span), condition, span);
	clause->guard_count = 0;
	return condition;
}

/* case element do pattern -> (if guard, do: rest, else: next); _ -> next end */
static struct expression *for_element(struct desugar *desugar, const struct comprehension *whole,
				      size_t n, const struct term *pattern,
				      const struct making *loop)
{
	struct expression *cases = new_expression(desugar, EXPRESSION_CASE, loop->span);
	const struct variable *outer = desugar->variables;
	struct expression *condition;
	struct clause *clause;

	cases->cases.subject = element_of(desugar, loop);
	cases->cases.otherwise = RAISE_CASE_CLAUSE;
	clause = open_clause(desugar, pattern, loop->span);
	condition = take_guards(desugar, clause, loop->span);
	clause->body = for_rest(desugar, whole, n + 1, loop);
	if (condition)
		clause->body = boolean_choice(desugar, condition, clause->body,
					      skip(desugar, whole, loop), loop->span);
	close_scope(desugar, outer);
	cases->cases.clauses = clause;
	clause->next = kind_clause(desugar, PATTERN_ANY, skip(desugar, whole, loop));
	return cases;
}

/* A pattern that takes everything: a variable. */
static bool is_plain(const struct term *pattern)
{
	struct form form;

	return form_of(pattern, &form) && form.name && form.arguments->kind == TERM_ATOM;
}

/* {a, a} leaves out what differs. */
static bool is_same_name(const struct term *a, const struct term *b)
{
	struct form first, second;

	return form_of(a, &first) && form_of(b, &second) && strcmp(first.name, "_") != 0 &&
	       strcmp(first.name, second.name) == 0;
}

/* {a, b} for the items of [x: 1, y: 2] */
static bool takes_pairs(const struct term *pattern, const struct term *list)
{
	if (!term_is_tuple(pattern, 2) || !is_plain(term_item(pattern, 0)) ||
	    !is_plain(term_item(pattern, 1)) ||
	    is_same_name(term_item(pattern, 0), term_item(pattern, 1)) || !list ||
	    list->kind != TERM_LIST)
		return false;
	for (size_t i = 0; i < term_count(list); i++) {
		if (!term_is_tuple(term_item(list, i), 2))
			return false;
	}
	return true;
}

/*
 * One generator that leaves nothing out, and no filter: the list is kept if the source turns out
 * to be a short one.
 */
static bool may_be_kept(const struct comprehension *whole)
{
	const struct term *pattern;
	struct form arrow;

	if (whole->reduce || term_count(whole->qualifiers) != 2 ||
	    !form_of(term_item(whole->qualifiers, 0), &arrow) || !arrow.name ||
	    strcmp(arrow.name, "<-") != 0)
		return false;
	pattern = term_item(arrow.arguments, 0);
	return is_plain(pattern) || takes_pairs(pattern, term_item(arrow.arguments, 1));
}

/* case element do x -> body end */
static struct expression *item_of(struct desugar *desugar, const struct comprehension *whole,
				  const struct term *pattern, struct expression *element,
				  struct span span)
{
	struct expression *cases = new_expression(desugar, EXPRESSION_CASE, span);
	const struct variable *outer = desugar->variables;

	cases->cases.subject = element;
	cases->cases.otherwise = RAISE_CASE_CLAUSE;
	cases->cases.clauses = open_clause(desugar, pattern, span);
	cases->cases.clauses->body = desugar_expression(desugar, whole->body, span);
	close_scope(desugar, outer);
	return cases;
}

static struct expression *kept_turn(struct desugar *desugar, const struct comprehension *whole,
				    const struct term *pattern, const struct making *making)
{
	struct expression *item =
		item_of(desugar, whole, pattern, element_of(desugar, making), making->span);

	making->loop->kept = item;
	return then_do(desugar, item, next_turn(desugar, making, NULL));
}

/* {:<<>>, _, [{:<-, _, [pattern, binary]}]}: Elixir puts all segments before into the pattern. */
static bool takes_bytes(const struct term *generator, struct form *arrow)
{
	struct form binary;

	return form_of(generator, &binary) && binary.name && strcmp(binary.name, "<<>>") == 0 &&
	       form_of(term_item(binary.arguments, term_count(binary.arguments) - 1), arrow) &&
	       arrow->name && strcmp(arrow->name, "<-") == 0;
}

/* The bits of the pattern, when they are one number; 0 otherwise. */
static uint64_t bits_of(const struct pattern *pattern)
{
	uint64_t bits = 0;

	if (pattern->kind != PATTERN_BINARY)
		return 0;
	for (size_t i = 0; i < pattern->binary.count; i++) {
		if (pattern->binary.segments[i].size || pattern->binary.segments[i].is_rest)
			return 0;
		bits += pattern->binary.segments[i].bits;
	}
	return bits;
}

static struct expression *refuse_bits(struct desugar *desugar, struct span span)
{
	return refuse(desugar, span, "a generator whose turns take numbers of bits that differ",
		      "give each segment a size that is a number, `<<kind, size::16 <- bytes>>`");
}

/* What the loop of a generator within `outer`'s begins with, or the first one's of all. */
static struct expression *first_state(struct desugar *desugar, const struct comprehension *whole,
				      const struct making *outer, struct span span)
{
	return outer ? state_of(desugar, outer) : desugar_expression(desugar, whole->reduce, span);
}

/* The loop of the n-th qualifier, within `outer`'s. As on the BEAM, its source comes first. */
static struct expression *for_loop(struct desugar *desugar, const struct comprehension *whole,
				   size_t n, const struct making *outer, struct span span)
{
	const struct term *generator = term_item(whole->qualifiers, n);
	struct expression *body, *otherwise;
	struct source source;
	struct making loop;
	struct form arrow;
	bool is_binary = takes_bytes(generator, &arrow);

	if (!is_binary &&
	    (!form_of(generator, &arrow) || !arrow.name || strcmp(arrow.name, "<-") != 0))
		return refuse(desugar, span, "a generator of a shape that is not known", NULL);
	if (!nesting_enter(desugar->compile, span))
		return new_expression(desugar, EXPRESSION_POISON, span);
	source = desugar_source(desugar, term_item(arrow.arguments, 1), span);
	loop = begin_loop(desugar, &source, span);
	if (whole->reduce)
		add_state(desugar, &loop, first_state(desugar, whole, outer, span));
	begin_body(desugar, &loop);
	body = may_be_kept(whole)
		       ? kept_turn(desugar, whole, term_item(arrow.arguments, 0), &loop)
		       : for_element(desugar, whole, n, term_item(arrow.arguments, 0), &loop);
	otherwise = whole->reduce ? state_of(desugar, &loop) : list_value(desugar, span);
	nesting_leave(desugar->compile);
	if (is_binary && body->kind == EXPRESSION_CASE)
		loop.loop->chunk = bits_of(body->cases.clauses->patterns[0]);
	body = end_loop(desugar, &loop, body, otherwise);
	return is_binary && !loop.loop->chunk ? refuse_bits(desugar, span) : body;
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
		inner = for_loop(desugar, whole, n, loop, loop->span);
		rest = whole->reduce ? next_turn(desugar, loop, inner)
				     : then_do(desugar, inner, next_turn(desugar, loop, NULL));
	} else {
		condition = desugar_expression(desugar, qualifier, loop->span);
		rest = for_rest(desugar, whole, n + 1, loop);
		rest = choice(desugar, condition, rest, skip(desugar, whole, loop));
		close_scope(desugar, outer);
	}
	nesting_leave(desugar->compile);
	return rest;
}

static bool is_empty_list(const struct term *term)
{
	return term->kind == TERM_LIST && !term_count(term);
}

static struct expression *refuse_uniq(struct desugar *desugar, struct span span)
{
	return refuse(desugar, span, "`for` with `uniq:`",
		      "every value that was given would have to be remembered: put them into a "
		      "`defmap` map as keys");
}

/* Enum.into(for ..., into), of a list that is kept */
static struct expression *collect(struct desugar *desugar, struct expression *list,
				  const struct term *into, struct span span)
{
	struct expression **arguments =
		ARENA_ARRAY(desugar->compile->arena, struct expression *, 2);

	arguments[0] = list;
	arguments[1] = desugar_expression(desugar, into, span);
	return new_sequence_call(desugar, SEQUENCE_INTO, arguments, span);
}

/* [case item0 do x -> body end, case item1 do x -> body end] */
static struct expression *for_kept(struct desugar *desugar, const struct comprehension *whole,
				   const struct term *pattern, const struct source *source,
				   struct span span)
{
	struct keeping keeping = begin_kept(desugar, source, span);

	for (size_t i = 0; i < keeping.list->data.count; i++)
		keeping.list->data.items[i] =
			item_of(desugar, whole, pattern, kept_element(desugar, &keeping, i), span);
	return end_kept(desugar, &keeping);
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

	if (!may_be_kept(whole) || !form_of(term_item(whole->qualifiers, 0), &arrow) ||
	    !is_small_source(term_item(arrow.arguments, 1)))
		return NULL;
	source = desugar_source(desugar, term_item(arrow.arguments, 1), span);
	if (!kept_count(&source))
		return NULL;
	return for_kept(desugar, whole, term_item(arrow.arguments, 0), &source, span);
}

struct expression *desugar_for(struct desugar *desugar, const struct form *form, struct span span)
{
	size_t count = term_count(form->arguments);
	const struct term *options = term_item(form->arguments, count - 1);
	const struct term *into = term_get(options, "into");
	struct comprehension whole = { .qualifiers = form->arguments,
				       .body = term_get(options, "do"),
				       .reduce = term_get(options, "reduce") };
	const struct variable *outer = desugar->variables;
	struct expression *loop;

	if (term_is_atom(term_get(options, "uniq"), "true"))
		return refuse_uniq(desugar, span);
	loop = desugar_kept_for(desugar, &whole, span);
	if (!loop)
		loop = for_loop(desugar, &whole, 0, NULL, span);
	close_scope(desugar, outer);
	return into && !is_empty_list(into) ? collect(desugar, loop, into, span) : loop;
}
