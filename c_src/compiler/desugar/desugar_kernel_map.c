/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Honey.KernelMap.update/4 and avg/3: an update whose value is computed of what is there. The
 * other functions of Honey.KernelMap are Elixir, in Honey.Standard.KernelMap.
 */
#include "compiler/desugar/desugar_internal.h"

#include "compiler/unit/shape.h"

#include <string.h>

/* Of `fn x -> body end`, without a guard: x; NULL of all else. */
static const struct term *plain_parameter(const struct callable *callable, struct form *arrow)
{
	const struct term *parameter;
	struct form form;

	if (!callable->clauses || term_count(callable->clauses) != 1 ||
	    !form_of(term_item(callable->clauses, 0), arrow))
		return NULL;
	parameter = term_item(term_item(arrow->arguments, 0), 0);
	if (!form_of(parameter, &form) || !form.name || form.arguments->kind != TERM_ATOM ||
	    strcmp(form.name, "_") == 0)
		return NULL;
	return parameter;
}

/* The function's body, which reads `there`. */
static struct expression *body_of(struct desugar *desugar, const struct callable *callable,
				  struct variable **there, struct span span)
{
	const struct variable *outer = desugar->variables;
	struct expression **arguments;
	const struct term *parameter;
	struct expression *body;
	struct form arrow;

	parameter = plain_parameter(callable, &arrow);
	if (parameter) {
		*there = desugar_pattern(desugar, parameter, span)->variable;
		body = desugar_expression(desugar, term_item(arrow.arguments, 1),
					  span_of(arrow.meta, span, 2));
	} else {
		*there = made_variable(desugar, "there", span);
		arguments = ARENA_NEW(desugar->compile->arena, struct expression *);
		arguments[0] = read_variable(desugar, *there, span);
		body = call_callable(desugar, callable, arguments, span);
	}
	close_scope(desugar, outer);
	return body;
}

static struct expression *new_update(struct desugar *desugar, struct span span)
{
	struct expression *update = new_expression(desugar, EXPRESSION_HELPER, span);

	update->helper.helper = helper_find("bpf_map_update_elem", 4);
	update->helper.count = 4;
	update->helper.arguments = ARENA_ARRAY(desugar->compile->arena, struct expression *, 4);
	return update;
}

/* update(map, key, initial, function) */
static struct expression *desugar_update(struct desugar *desugar, const struct form *form,
					 struct span span)
{
	struct expression *update = new_update(desugar, span);
	struct callable callable;

	for (size_t i = 0; i < 3; i++)
		update->helper.arguments[i] =
			desugar_expression(desugar, term_item(form->arguments, i), span);
	if (!desugar_callable(desugar, term_item(form->arguments, 3), 1, span, &callable))
		return new_expression(desugar, EXPRESSION_POISON, span);
	update->helper.arguments[3] = body_of(desugar, &callable, &update->helper.there, span);
	return update;
}

static struct expression *field_of(struct desugar *desugar, struct variable *record,
				   const char *name, struct span span)
{
	struct expression *field = new_expression(desugar, EXPRESSION_FIELD, span);

	field->field.object = read_variable(desugar, record, span);
	field->field.name = name;
	field->field.name_span = span;
	return field;
}

/* %{count: count, total: total}, or %{base | ...} */
static struct expression *average(struct desugar *desugar, struct expression *base,
				  struct expression *count, struct expression *total,
				  struct span span)
{
	struct expression *map = new_expression(desugar, EXPRESSION_DATA, span);
	struct map_key *keys = ARENA_ARRAY(desugar->compile->arena, struct map_key, 2);

	keys[0].atom = "count";
	keys[1].atom = "total";
	map->data.kind = DATA_MAP;
	map->data.keys = keys;
	map->data.items = ARENA_ARRAY(desugar->compile->arena, struct expression *, 2);
	map->data.items[0] = count;
	map->data.items[1] = total;
	map->data.count = 2;
	map->data.base = base;
	return map;
}

static struct expression *more_of(struct desugar *desugar, struct variable *there,
				  const char *field, struct expression *amount, struct span span)
{
	return made_operation(desugar, "+", field_of(desugar, there, field, span), amount, span);
}

/*
 * avg(map, key, n) is update(map, key, %{count: 1, total: n},
 *			      &%{&1 | count: &1.count + 1, total: &1.total + n})
 */
static struct expression *desugar_avg(struct desugar *desugar, const struct form *form,
				      struct span span)
{
	struct expression *values[3], *update = new_update(desugar, span);
	struct variable *key = made_variable(desugar, "key", span);
	struct variable *n = made_variable(desugar, "n", span);
	struct variable *there = made_variable(desugar, "there", span);
	struct expression **arguments = update->helper.arguments;

	for (size_t i = 0; i < 3; i++)
		values[i] = desugar_expression(desugar, term_item(form->arguments, i), span);
	arguments[0] = values[0];
	arguments[1] = read_variable(desugar, key, span);
	arguments[2] = average(desugar, NULL, integer_expression(desugar, 1, span),
			       read_variable(desugar, n, span), span);
	arguments[3] = average(
		desugar, read_variable(desugar, there, span),
		more_of(desugar, there, "count", integer_expression(desugar, 1, span), span),
		more_of(desugar, there, "total", read_variable(desugar, n, span), span), span);
	update->helper.there = there;
	update->helper.puts_fields = true;
	return then_do(desugar, bind_hidden(desugar, key, values[1]),
		       then_do(desugar, bind_hidden(desugar, n, values[2]), update));
}

struct expression *desugar_kernel_map(struct desugar *desugar, const char *name,
				      const struct form *form, struct span span)
{
	size_t count = term_count(form->arguments);

	if (strcmp(name, "update") == 0 && count == 4)
		return desugar_update(desugar, form, span);
	if (strcmp(name, "avg") == 0 && count == 3)
		return desugar_avg(desugar, form, span);
	return NULL;
}
