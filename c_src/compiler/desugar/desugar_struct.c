/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Structs: {:%, _, [module, {:%{}, _, fields}]} in expressions and patterns; an update has
 * [{:|, _, [base, fields]}] for its fields. Elixir adds the defaults of the fields that are not
 * written, among them structs as {:%{}, _, [__struct__: module, ...]}.
 */
#include "compiler/desugar/desugar_internal.h"

#include <string.h>

#define RANGE "Elixir.Range"

/* The fields, of which each is {name, term}; false when one has no name. */
static bool are_fields(const struct term *list)
{
	if (!list || list->kind != TERM_LIST)
		return false;
	for (size_t i = 0; i < term_count(list); i++) {
		const struct term *item = term_item(list, i);

		if (!term_is_tuple(item, 2) || !term_name(term_item(item, 0)))
			return false;
	}
	return true;
}

/* The arguments of a {:%{}, _, fields}; NULL for anything else. */
static const struct term *inner_fields(const struct term *term)
{
	struct form form;

	if (!form_of(term, &form) || !form.name || strcmp(form.name, "%{}") != 0 ||
	    form.arguments->kind != TERM_LIST)
		return NULL;
	return form.arguments;
}

/* [{:|, _, [base, fields]}]: false when it is no update. */
static bool is_update(const struct term *arguments, const struct term **base,
		      const struct term **fields)
{
	struct form bar;

	if (term_count(arguments) != 1 || !form_of(term_item(arguments, 0), &bar) || !bar.name ||
	    strcmp(bar.name, "|") != 0 || term_count(bar.arguments) != 2)
		return false;
	*base = term_item(bar.arguments, 0);
	*fields = term_item(bar.arguments, 1);
	return true;
}

static bool is_struct_key(const struct term *field)
{
	return term_is_atom(term_item(field, 0), "__struct__");
}

static struct expression *new_struct(struct desugar *desugar, const char *name,
				     const struct term *base, const struct term *fields,
				     struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_STRUCT, span);
	size_t count = term_count(fields);

	if (!are_fields(fields))
		return refuse(desugar, span, "a struct with a field that is no name", NULL);
	expression->record.name = name;
	if (base)
		expression->record.base = desugar_expression(desugar, base, span);
	expression->record.fields = ARENA_ARRAY(desugar->compile->arena, struct field_value, count);
	for (size_t i = 0; i < count; i++) {
		const struct term *field = term_item(fields, i);
		struct field_value *given = &expression->record.fields[expression->record.count];

		if (is_struct_key(field))
			continue;
		given->name = term_name(term_item(field, 0));
		given->value = desugar_expression(desugar, term_item(field, 1), span);
		expression->record.count++;
	}
	return expression;
}

struct expression *desugar_struct(struct desugar *desugar, const struct form *form,
				  struct span span)
{
	const char *name = term_name(term_item(form->arguments, 0));
	const struct term *fields = inner_fields(term_item(form->arguments, 1));
	const struct term *base = NULL;

	if (!name || !fields)
		return refuse(desugar, span, "a struct of a type that is not known",
			      "write the type's name: `%Event{}`");
	if (!is_update(fields, &base, &fields) && strcmp(name, RANGE) == 0)
		return range_of_fields(desugar, fields, span);
	return new_struct(desugar, name, base, fields, span);
}

struct expression *desugar_default(struct desugar *desugar, const struct form *form,
				   struct span span)
{
	const struct term *name = term_get(form->arguments, "__struct__");

	if (!term_name(name))
		return NULL;
	if (strcmp(term_name(name), RANGE) == 0)
		return range_of_fields(desugar, form->arguments, span);
	return new_struct(desugar, term_name(name), NULL, form->arguments, span);
}

/* A range is a map: %{__struct__: Range, field: pattern, ...}. */
static struct pattern *range_pattern(struct desugar *desugar, const struct term *fields,
				     struct span span)
{
	size_t count = term_count(fields);
	struct map_key *keys = ARENA_ARRAY(desugar->compile->arena, struct map_key, count + 1);
	struct pattern *pattern = new_pattern(desugar, PATTERN_DATA, span);

	pattern->data.kind = DATA_MAP;
	pattern->data.count = count + 1;
	pattern->data.keys = keys;
	pattern->data.items = ARENA_ARRAY(desugar->compile->arena, struct pattern *, count + 1);
	keys[count].atom = name_of_text(&desugar->compile->names, "__struct__");
	pattern->data.items[count] = new_pattern(desugar, PATTERN_ATOM, span);
	pattern->data.items[count]->atom = name_of_text(&desugar->compile->names, RANGE);
	for (size_t i = 0; i < count; i++) {
		const struct term *field = term_item(fields, i);

		keys[i].atom = term_name(term_item(field, 0));
		pattern->data.items[i] = desugar_pattern(desugar, term_item(field, 1), span);
	}
	return pattern;
}

struct pattern *struct_pattern(struct desugar *desugar, const struct form *whole, struct span span)
{
	const char *name = term_name(term_item(whole->arguments, 0));
	const struct term *fields = inner_fields(term_item(whole->arguments, 1));
	struct pattern *pattern = ARENA_NEW(desugar->compile->arena, struct pattern);
	size_t count = term_count(fields);
	struct form form;
	bool is_any = form_of(term_item(whole->arguments, 0), &form) && form.name &&
		      strcmp(form.name, "_") == 0;

	pattern->kind = PATTERN_ANY;
	pattern->span = span;
	if ((!name && !is_any) || !are_fields(fields)) {
		refuse(desugar, span, "a struct pattern without a type's name",
		       "write the type's name: `%Event{pid: pid}`");
		/* The name's variable is bound, so that no more is said where it is read. */
		return name ? pattern
			    : desugar_pattern(desugar, term_item(whole->arguments, 0), span);
	}
	if (name && strcmp(name, RANGE) == 0)
		return range_pattern(desugar, fields, span);
	pattern->kind = PATTERN_STRUCT;
	pattern->record.name = name;
	pattern->record.count = count;
	pattern->record.fields = ARENA_ARRAY(desugar->compile->arena, struct field_pattern, count);
	for (size_t i = 0; i < count; i++) {
		const struct term *field = term_item(fields, i);

		pattern->record.fields[i].name = term_name(term_item(field, 0));
		pattern->record.fields[i].pattern =
			desugar_pattern(desugar, term_item(field, 1), span);
	}
	return pattern;
}

/* The body of a clause whose head is `name when is_atom(name)`, of the macro's own; NULL for others. */
static const struct term *body_for_atom(const struct term *clauses)
{
	struct form arrow, when, variable;

	if (term_count(clauses) != 2 || !form_of(term_item(clauses, 0), &arrow) ||
	    !form_of(term_item(term_item(arrow.arguments, 0), 0), &when) || !when.name ||
	    strcmp(when.name, "when") != 0 || !form_of(term_item(when.arguments, 0), &variable) ||
	    !variable.name || strcmp(variable.name, "name") != 0 ||
	    !term_is_atom(variable.arguments, "Elixir.Kernel"))
		return NULL;
	return term_item(arrow.arguments, 1);
}

/*
 * case Name do name when is_atom(name) -> (case value do %{__struct__: ^name} -> true; ...) ... end
 * is case value do %Name{} -> true; _ -> false end
 */
struct expression *desugar_is_struct(struct desugar *desugar, const struct form *form,
				     struct span span)
{
	const struct term *name = term_item(form->arguments, 0);
	const struct term *body = body_for_atom(term_get(term_item(form->arguments, 1), "do"));
	struct expression *cases;
	struct pattern *pattern;
	struct form inner;

	if (!name || name->kind != TERM_ATOM || !body || !form_of(body, &inner) || !inner.name ||
	    strcmp(inner.name, "case") != 0)
		return NULL;
	cases = new_expression(desugar, EXPRESSION_CASE, span);
	cases->cases.subject = desugar_expression(desugar, term_item(inner.arguments, 0), span);
	cases->cases.otherwise = RAISE_CASE_CLAUSE;
	pattern = new_pattern(desugar, PATTERN_STRUCT, span);
	pattern->record.name = name->atom;
	cases->cases.clauses =
		made_clause(desugar, pattern, atom_expression(desugar, "true", span));
	cases->cases.clauses->next =
		kind_clause(desugar, PATTERN_ANY, atom_expression(desugar, "false", span));
	return cases;
}
