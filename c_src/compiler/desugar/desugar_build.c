/* SPDX-License-Identifier: Apache-2.0 */
/* Syntax that no source has, of which what the source says shortly is made. */
#include "compiler/desugar/desugar_internal.h"

struct expression *atom_expression(struct desugar *desugar, const char *atom, struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_ATOM, span);

	expression->atom = atom;
	return expression;
}

struct expression *integer_expression(struct desugar *desugar, uint64_t value, struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_INTEGER, span);

	expression->integer.magnitude = value;
	return expression;
}

struct expression *made_operation(struct desugar *desugar, const char *operator,
				  struct expression *left, struct expression *right,
				  struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_OPERATOR, span);

	expression->operation.operator = operator_find(operator, right ? 2 : 1);
	expression->operation.left = left;
	expression->operation.right = right;
	return expression;
}

struct expression *bind_hidden(struct desugar *desugar, struct variable *variable,
			       struct expression *value)
{
	struct expression *match = new_expression(desugar, EXPRESSION_MATCH, value->span);

	match->match.pattern = bind_variable(desugar, variable, value->span);
	match->match.value = value;
	return match;
}

struct expression *then_do(struct desugar *desugar, struct expression *first,
			   struct expression *second)
{
	struct expression *block = new_expression(desugar, EXPRESSION_BLOCK, second->span);

	block->sequence.items = ARENA_ARRAY(desugar->compile->arena, struct expression *, 2);
	block->sequence.items[0] = first;
	block->sequence.items[1] = second;
	block->sequence.count = 2;
	return block;
}

struct expression *choice(struct desugar *desugar, struct expression *condition,
			  struct expression *then, struct expression *otherwise)
{
	struct expression *cases = new_expression(desugar, EXPRESSION_CASE, condition->span);

	cases->cases.subject = condition;
	cases->cases.otherwise = RAISE_CASE_CLAUSE;
	cases->cases.clauses = kind_clause(desugar, PATTERN_FALSY, otherwise);
	cases->cases.clauses->next = kind_clause(desugar, PATTERN_ANY, then);
	return cases;
}
