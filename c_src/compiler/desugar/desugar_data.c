/* SPDX-License-Identifier: Apache-2.0 */
/* Tuples, lists and maps, as expressions and as patterns. */
#include "compiler/desugar/desugar_internal.h"

#include <string.h>

/* The items of a data literal, and what a `|` in it goes on with or updates. */
struct literal {
	const struct term *items; /* a list or tuple */
	size_t count;
	const struct term *base; /* NULL for none */
};

/* [a, b | base] has {:|, _, [b, base]} for its last item. */
static struct literal read_list(const struct term *list, const struct term **last)
{
	struct literal literal = { .items = list, .count = term_count(list) };
	struct form bar;

	*last = term_item(list, literal.count - 1);
	if (literal.count && form_of(*last, &bar) && bar.name && strcmp(bar.name, "|") == 0 &&
	    term_count(bar.arguments) == 2) {
		*last = term_item(bar.arguments, 0);
		literal.base = term_item(bar.arguments, 1);
	}
	return literal;
}

static const struct term *list_item(const struct literal *literal, const struct term *last,
				    size_t n)
{
	return n + 1 == literal->count ? last : term_item(literal->items, n);
}

/* %{a: 1} has the pairs for its arguments, %{base | a: 1} {:|, _, [base, pairs]}. */
static struct literal read_map(const struct term *arguments)
{
	struct literal literal = { .items = arguments };
	struct form bar;

	if (term_count(arguments) == 1 && form_of(term_item(arguments, 0), &bar) && bar.name &&
	    strcmp(bar.name, "|") == 0) {
		literal.base = term_item(bar.arguments, 0);
		literal.items = term_item(bar.arguments, 1);
	}
	literal.count = term_count(literal.items);
	return literal;
}

static bool read_key(struct desugar *desugar, const struct term *term, struct span span,
		     struct map_key *key)
{
	const struct term *literal = signed_literal(desugar, term);
	struct form form;

	*key = (struct map_key){ 0 };
	if (literal && literal->kind == TERM_ATOM) {
		key->atom = literal->atom;
		return true;
	}
	if (literal && (literal->kind == TERM_INTEGER || literal->kind == TERM_BIG))
		return read_integer(desugar, literal, span, &key->integer);
	if (form_of(term, &form) && form.name && strcmp(form.name, "^") == 0)
		refuse(desugar, span_of(form.meta, span, 1), "a pinned variable as a key of a map",
		       "keys are those of the source, `%{key: value}`; a `defmap` map has keys that "
		       "are computed");
	else if (literal && literal->kind == TERM_BINARY)
		refuse(desugar, span, "a text as a key of a map",
		       "write an atom, `%{name: value}`; a `defmap` map may have texts as keys");
	else
		refuse(desugar, span,
		       "a key of a map that is neither an atom nor an integer of the source",
		       "write `%{key: value}`; a `defmap` map has keys that are computed");
	return false;
}

static struct map_key *read_keys(struct desugar *desugar, const struct literal *literal,
				 struct span span)
{
	struct map_key *keys = ARENA_ARRAY(desugar->compile->arena, struct map_key, literal->count);

	span = span_within(literal->items, span);
	for (size_t i = 0; i < literal->count; i++) {
		if (!read_key(desugar, term_item(term_item(literal->items, i), 0), span, &keys[i]))
			return NULL;
	}
	return keys;
}

static struct expression *new_data(struct desugar *desugar, enum data_kind kind, size_t count,
				   struct span span)
{
	struct expression *data = new_expression(desugar, EXPRESSION_DATA, span);

	data->data.kind = kind;
	data->data.count = count;
	data->data.items = ARENA_ARRAY(desugar->compile->arena, struct expression *, count);
	return data;
}

/* A literal has no column of its own: it is shown where what it begins with stands. */
static void place(struct expression *data)
{
	if (data->data.kind == DATA_MAP && data->data.base)
		data->span = data->data.base->span;
	else if (!data->span.column && data->data.count && data->data.items[0]->span.column)
		data->span = data->data.items[0]->span;
}

struct expression *desugar_tuple(struct desugar *desugar, const struct term *items,
				 struct span span)
{
	struct expression *tuple = new_data(desugar, DATA_TUPLE, term_count(items), span);

	for (size_t i = 0; i < tuple->data.count; i++)
		tuple->data.items[i] = desugar_expression(desugar, term_item(items, i), span);
	place(tuple);
	return tuple;
}

struct expression *desugar_list_literal(struct desugar *desugar, const struct term *items,
					struct span span)
{
	const struct term *last;
	struct literal literal = read_list(items, &last);
	struct expression *list = new_data(desugar, DATA_LIST, literal.count, span);

	for (size_t i = 0; i < literal.count; i++)
		list->data.items[i] =
			desugar_expression(desugar, list_item(&literal, last, i), span);
	if (literal.base)
		list->data.base = desugar_expression(desugar, literal.base, span);
	place(list);
	return list;
}

/* Of a map, Elixirs disagree about the column: it has that of the `%` or of the `{`. */
struct expression *desugar_map(struct desugar *desugar, const struct term *arguments,
			       struct span parent)
{
	struct literal literal = read_map(arguments);
	struct span span = { .line = parent.line };
	struct expression *map = new_data(desugar, DATA_MAP, literal.count, span);

	if (literal.base)
		map->data.base = desugar_expression(desugar, literal.base, span);
	map->data.keys = read_keys(desugar, &literal, span);
	if (!map->data.keys)
		return new_expression(desugar, EXPRESSION_POISON, span);
	for (size_t i = 0; i < literal.count; i++)
		map->data.items[i] = desugar_expression(
			desugar, term_item(term_item(literal.items, i), 1), span);
	place(map);
	return map;
}

static struct pattern *new_data_pattern(struct desugar *desugar, enum data_kind kind, size_t count,
					struct span span)
{
	struct pattern *data = new_pattern(desugar, PATTERN_DATA, span);

	data->data.kind = kind;
	data->data.count = count;
	data->data.items = ARENA_ARRAY(desugar->compile->arena, struct pattern *, count);
	return data;
}

struct pattern *tuple_pattern(struct desugar *desugar, const struct term *items, struct span span)
{
	struct pattern *tuple = new_data_pattern(desugar, DATA_TUPLE, term_count(items), span);

	for (size_t i = 0; i < tuple->data.count; i++)
		tuple->data.items[i] = desugar_pattern(desugar, term_item(items, i), span);
	return tuple;
}

struct pattern *list_pattern(struct desugar *desugar, const struct term *items, struct span span)
{
	const struct term *last;
	struct literal literal = read_list(items, &last);
	struct pattern *list = new_data_pattern(desugar, DATA_LIST, literal.count, span);

	for (size_t i = 0; i < literal.count; i++)
		list->data.items[i] = desugar_pattern(desugar, list_item(&literal, last, i), span);
	if (literal.base)
		list->data.tail = desugar_pattern(desugar, literal.base, span);
	return list;
}

struct pattern *map_pattern(struct desugar *desugar, const struct term *pairs, struct span span)
{
	struct literal literal = { .items = pairs, .count = term_count(pairs) };
	const struct term *name = term_get(pairs, "__struct__");
	struct pattern *map;

	/* first..last//step is a map, also in the kernel. */
	if (name && !term_is_atom(name, "Elixir.Range")) {
		refuse(desugar, span, "a pattern of `__struct__`",
		       "write the type's name: `%Event{pid: pid}`");
		return new_pattern(desugar, PATTERN_ANY, span);
	}
	map = new_data_pattern(desugar, DATA_MAP, literal.count, span);

	map->data.keys = read_keys(desugar, &literal, span);
	for (size_t i = 0; i < literal.count; i++)
		map->data.items[i] =
			desugar_pattern(desugar, term_item(term_item(pairs, i), 1), span);
	return map->data.keys ? map : new_pattern(desugar, PATTERN_ANY, span);
}
