/* SPDX-License-Identifier: Apache-2.0 */
/* `in`, and what asks whether a list has an element. */
#include "compiler/desugar/desugar_internal.h"

#include "compiler/syntax/data_function.h"

/* An integer, an atom, or a variable, which must be equal. */
static struct pattern *element_pattern(struct desugar *desugar, const struct term *term,
				       struct span span)
{
	struct expression *element;
	struct pattern *pattern;
	struct form form;

	if (!form_of(signed_literal(desugar, term), &form))
		return desugar_pattern(desugar, term, span);
	element = desugar_expression(desugar, term, span);
	pattern = new_pattern(desugar, PATTERN_PIN, element->span);
	if (element->kind == EXPRESSION_VARIABLE)
		pattern->variable = element->variable;
	else
		pattern->kind = PATTERN_ANY;
	return pattern;
}

static struct expression *truth(struct desugar *desugar, const char *atom, struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_ATOM, span);

	expression->atom = atom;
	return expression;
}

/* Whether patterns can say what the list holds. */
static bool is_list_of_patterns(struct desugar *desugar, const struct term *list)
{
	for (size_t i = 0; i < term_count(list); i++) {
		const struct term *item = signed_literal(desugar, term_item(list, i));
		struct form form;

		if (item->kind != TERM_INTEGER && item->kind != TERM_ATOM &&
		    !(form_of(item, &form) && form.name && form.arguments->kind == TERM_ATOM))
			return false;
	}
	return list->kind == TERM_LIST;
}

/* case x do 1 -> true; ^y -> true; _ -> false end */
static struct expression *member_of_patterns(struct desugar *desugar, const struct form *form,
					     struct span span)
{
	const struct term *list = term_item(form->arguments, 1);
	struct expression *expression = new_expression(desugar, EXPRESSION_CASE, span);
	struct clause **end = &expression->cases.clauses;

	expression->cases.subject =
		desugar_expression(desugar, term_item(form->arguments, 0), span);
	expression->cases.otherwise = RAISE_CASE_CLAUSE;
	for (size_t i = 0; i < term_count(list); i++) {
		struct pattern *pattern = element_pattern(desugar, term_item(list, i), span);

		*end = made_clause(desugar, pattern, truth(desugar, "true", span));
		end = &(*end)->next;
	}
	*end = kind_clause(desugar, PATTERN_ANY, truth(desugar, "false", span));
	return expression;
}

struct expression *desugar_member(struct desugar *desugar, const struct form *form,
				  struct span span)
{
	struct expression *expression;

	if (is_list_of_patterns(desugar, term_item(form->arguments, 1)))
		return member_of_patterns(desugar, form, span);
	expression = new_expression(desugar, EXPRESSION_FUNCTION, span);
	expression->function.function = data_function_find("lists", "member", 2);
	expression->function.count = 2;
	expression->function.arguments = desugar_list(desugar, form->arguments, span);
	return expression;
}
