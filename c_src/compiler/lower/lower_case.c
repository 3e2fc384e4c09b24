/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Clauses, as an if-else chain:
 *
 *	if (<the patterns' tests>) { <the bindings are names for parts of the subject>
 *		<body> } else if ... else { <raise> }
 *
 * of which many are not nested in each other, but a list that is left:
 *
 *	{ if (<tests>) { <body>; goto out; } if (<tests>) { <body>; goto out; } ... <raise> } out:
 *
 * A guard is computed between the tests and the body:
 *
 *	__s64 holds = 0; guard: { if (!<tests>) goto out; holds = <guard>; } if (holds) ...
 */
#include "compiler/infer/guard.h"
#include "compiler/lower/lower_internal.h"

#include "compiler/core/symbol.h"

void set_variable(struct lower *lower, const struct variable *variable, struct value value)
{
	struct value *bound;

	if (!variable)
		return;
	bound = &lower->variables[lower->instance->function->arity + variable->number];
	*bound = value;
	if (!variable->scope)
		name_value(lower, bound, identifier_of(lower->compile, variable->name));
}

/* Whether a value is this atom; NULL when it must be. */
static struct ir_value *is_atom(struct lower *lower, const struct value *value, int id)
{
	struct ir_value *is_atom_part = has_tag(lower, value, TAG_ATOM);

	if (value->type.atoms.count == 1 && !value->type.atoms.any_errno)
		return is_atom_part;
	if (id == ATOM_TRUE && type_is_boolean(&value->type))
		return value->payload;
	if (id == ATOM_FALSE && type_is_boolean(&value->type))
		return opposite(lower, value->payload);
	return both(lower, is_atom_part,
		    assign(lower, IR_S64, IR_EQUAL, value->payload,
			   constant(lower, payload_type(&value->type), id)));
}

static struct ir_value *test_integer(struct lower *lower, const struct pattern *pattern,
				     const struct value *value)
{
	wide wanted = pattern->integer.is_negative ? -(wide)pattern->integer.magnitude
						   : (wide)pattern->integer.magnitude;
	struct ir_value *is_integer = has_tag(lower, value, TAG_INTEGER);

	if (value->type.range.low == wanted && value->type.range.high == wanted)
		return is_integer;
	return both(lower, is_integer,
		    assign(lower, IR_S64, IR_EQUAL, value->payload,
			   constant(lower, payload_type(&value->type), wanted)));
}

static struct ir_value *test_falsy(struct lower *lower, const struct value *value)
{
	bool can_be_nil = type_has_atom(&value->type, ATOM_NIL);
	bool can_be_false = type_has_atom(&value->type, ATOM_FALSE);
	struct ir_value *is_nil;

	if (!type_can_be_truthy(&value->type))
		return NULL;
	if (!can_be_false)
		return is_atom(lower, value, ATOM_NIL);
	if (!can_be_nil)
		return is_atom(lower, value, ATOM_FALSE);
	is_nil = is_atom(lower, value, ATOM_NIL);
	return either(lower, is_nil, is_atom(lower, value, ATOM_FALSE));
}

/*
 * The condition under which the pattern takes the value, whose type is what the clauses
 * before have left; NULL when it always does. Binds the pattern's variables: a binding is
 * a name for the value or a part of it, and takes no code.
 */
struct ir_value *test_pattern(struct lower *lower, const struct pattern *pattern,
			      struct value value)
{
	struct type part;

	switch (pattern->kind) {
	case PATTERN_ANY:
		return NULL;
	case PATTERN_VARIABLE:
		set_variable(lower, pattern->variable, value);
		return NULL;
	case PATTERN_PIN:
		return equal_values(lower, value,
				    lower->variables[lower->instance->function->arity +
						     pattern->variable->number]);
	case PATTERN_INTEGER:
		return test_integer(lower, pattern, &value);
	case PATTERN_ATOM:
		return is_atom(lower, &value,
			       atom_id(lower->compile, &lower->typed_unit->atoms, pattern->atom));
	case PATTERN_FALSY:
		part = type_falsy(lower->compile, value.type);
		set_variable(lower, pattern->variable, as(lower, value, &part));
		return test_falsy(lower, &value);
	case PATTERN_DATA:
		return test_data(lower, pattern, &value);
	case PATTERN_BOTH: {
		struct ir_value *left = test_pattern(lower, pattern->both.left, value);

		return both(lower, left, test_pattern(lower, pattern->both.right, value));
	}
	case PATTERN_STRUCT:
		return test_struct(lower, pattern, &value);
	case PATTERN_BINARY:
		return test_binary(lower, pattern, value);
	}
	return NULL;
}

static struct ir_value *lower_guards(struct lower *lower, const struct clause *clause)
{
	struct ir_value *holds = NULL;

	for (size_t i = 0; i < clause->guard_count; i++) {
		struct value guard = lower_expression(lower, clause->guards[i], USED);
		struct ir_value *is_true;

		if (type_is_none(&guard.type) || !type_has_atom(&guard.type, ATOM_TRUE))
			continue;
		is_true = is_atom(lower, &guard, ATOM_TRUE);
		if (!is_true)
			return constant(lower, IR_S64, 1);
		holds = holds ? either(lower, holds, is_true) : is_true;
	}
	return holds ? holds : constant(lower, IR_S64, 0);
}

static bool clause_guard_can_raise(struct lower *lower, const struct clause *clause)
{
	for (size_t i = 0; i < clause->guard_count; i++) {
		if (guard_can_raise(lower->instance, clause->guards[i]))
			return true;
	}
	return false;
}

/* One guard that may raise: within a block that the raise leaves. */
static void lower_raising_guard(struct lower *lower, const struct clause *clause, size_t n,
				struct ir_value *holds)
{
	struct ir_block *outer_block = lower->block;
	struct ir_statement *outer_guard = lower->guard;
	struct ir_statement *block = add_statement(lower, IR_BLOCK);
	struct clause alone = *clause;

	block->block.label = lower->function->label_count++;
	block->block.body = lower->block = new_block(lower);
	lower->guard = block;
	alone.guards += n;
	alone.guard_count = 1;
	set(lower, holds, lower_guards(lower, &alone));
	lower->guard = outer_guard;
	lower->block = outer_block;
}

/* The tests and the guard as one condition; NULL when the clause takes everything. */
static struct ir_value *lower_condition(struct lower *lower, const struct clause *clause,
					struct ir_value *tests)
{
	struct ir_block *block = lower->block;
	struct ir_value *holds;

	if (clause_guard_holds(lower->instance, clause))
		return tests;
	if (!tests && !clause_guard_can_raise(lower, clause))
		return lower_guards(lower, clause);
	holds = declare(lower, IR_S64, 0, "holds");
	if (tests)
		add_if(lower, tests);
	if (!clause_guard_can_raise(lower, clause)) {
		set(lower, holds, lower_guards(lower, clause));
	} else {
		for (size_t i = 0; i < clause->guard_count; i++) {
			if (i)
				add_if(lower, opposite(lower, holds));
			lower_raising_guard(lower, clause, i, holds);
		}
	}
	lower->block = block;
	return holds;
}

/* So many clauses are nested; more are a list. */
#define MOST_NESTED 32

struct chain {
	const struct clause *clauses;
	struct value *subjects;
	struct value result;
	enum use use;
	enum raise_kind otherwise;
	bool may_fall_through;
	int line;
	const char *message;
	struct ir_statement *list; /* the block that each clause leaves; NULL: they are nested */
	bool is_cond;
};

static const struct clause *next_live(struct lower *lower, const struct clause *clause)
{
	while (clause && lower->instance->clauses[clause->number].is_dead)
		clause = clause->next;
	return clause;
}

static void lower_body(struct lower *lower, struct chain *chain, const struct clause *clause)
{
	struct value value = lower_expression(lower, clause->body, chain->use);

	if (!lower->block->is_closed && chain->use == USED)
		set_value(lower, &chain->result, value);
}

static struct ir_value *clause_tests(struct lower *lower, struct chain *chain,
				     const struct clause *clause)
{
	const struct type *before = lower->instance->clauses[clause->number].before;
	struct ir_value *tests = NULL;

	for (size_t i = 0; i < clause->pattern_count; i++) {
		chain->subjects[i] = as(lower, chain->subjects[i], &before[i]);
		tests = both(lower, tests,
			     test_pattern(lower, clause->patterns[i], chain->subjects[i]));
	}
	return tests;
}

/* `if c, do: a` comes as false -> nil; true -> a. In C it reads better the other way round. */
static bool is_false_first(const struct clause *clause, const struct clause *next)
{
	const struct pattern *pattern = clause->patterns[0];

	return next && clause->pattern_count == 1 && !clause->guard_count && !next->guard_count &&
	       (pattern->kind == PATTERN_FALSY ||
		(pattern->kind == PATTERN_ATOM && pattern->atom[0] == 'f'));
}

/* Two clauses, of which the second takes all that the first leaves. */
static bool lower_false_first(struct lower *lower, struct chain *chain, const struct clause *clause,
			      struct ir_value *is_false)
{
	const struct clause *next = next_live(lower, clause->next);
	struct ir_statement *branch;
	struct ir_block *otherwise;

	if (chain->may_fall_through || !is_false || !is_false_first(clause, next) ||
	    next_live(lower, next->next))
		return false;
	branch = add_if(lower, opposite(lower, is_false));
	otherwise = branch->branch.otherwise;
	if (!clause_tests(lower, chain, next))
		lower_body(lower, chain, next);
	lower->block = otherwise;
	lower_body(lower, chain, clause);
	return true;
}

static void fall_through(struct lower *lower, struct chain *chain)
{
	if (chain->may_fall_through)
		add_raise(lower, chain->otherwise, chain->line, chain->message);
	else
		lower->block->is_closed = true;
}

static void leave_list(struct lower *lower, struct ir_statement *list)
{
	if (lower->block->is_closed)
		return;
	add_statement(lower, IR_LEAVE)->leave = list;
	list->block.is_left = true;
	lower->block->is_closed = true;
}

/* Each clause's statements go into the else-block of the one before, or after it. */
static void lower_chain(struct lower *lower, struct chain *chain)
{
	const struct clause *clause = next_live(lower, chain->clauses);

	for (; clause; clause = next_live(lower, clause->next)) {
		struct ir_value *tests = clause_tests(lower, chain, clause);
		struct ir_block *before = lower->block, *otherwise;
		struct ir_value *condition;

		if (lower_false_first(lower, chain, clause, tests))
			return;
		condition = lower_condition(lower, clause, tests);
		if (!condition) {
			lower_body(lower, chain, clause);
			return;
		}
		otherwise = add_if(lower, condition)->branch.otherwise;
		lower_body(lower, chain, clause);
		if (chain->list)
			leave_list(lower, chain->list);
		lower->block = chain->list ? before : otherwise;
	}
	fall_through(lower, chain);
}

/*
 * The conditions of a long `cond`, each with what is computed for it before its branch. False when
 * control does not come beyond the clause.
 */
static bool lower_conditional(struct lower *lower, struct chain *chain, const struct clause *clause)
{
	struct ir_block *before;
	struct value condition;

	lower->line = clause->span.line;
	condition = lower_expression(lower, clause->guards[0], USED);
	before = lower->block;
	if (before->is_closed)
		return false;
	if (lower->instance->clauses[clause->number].is_dead)
		return true;
	if (!type_can_be_falsy(&condition.type)) {
		lower_body(lower, chain, clause);
		return false;
	}
	add_if(lower, opposite(lower, test_falsy(lower, &condition)));
	lower_body(lower, chain, clause);
	leave_list(lower, chain->list);
	lower->block = before;
	return true;
}

static void lower_conditions(struct lower *lower, struct chain *chain)
{
	const struct clause *clause = chain->clauses;

	while (clause && lower_conditional(lower, chain, clause))
		clause = clause->next;
	if (!clause)
		fall_through(lower, chain);
}

static bool is_long(struct lower *lower, const struct chain *chain)
{
	const struct clause *clause = next_live(lower, chain->clauses);
	size_t count = 0;

	for (; clause && count <= MOST_NESTED; clause = next_live(lower, clause->next))
		count++;
	return count > MOST_NESTED;
}

bool ends_open(const struct ir_block *block)
{
	const struct ir_statement *last = block->last;

	if (block->is_closed)
		return false;
	if (!last || last->kind != IR_IF)
		return true;
	return ends_open(last->branch.then) || ends_open(last->branch.otherwise);
}

/* Its value is that of its body: nothing is joined. */
static const struct clause *only_clause(struct lower *lower, const struct chain *chain)
{
	const struct clause *first = next_live(lower, chain->clauses);

	if (!first || chain->is_cond || chain->may_fall_through || first->guard_count)
		return NULL;
	return next_live(lower, first->next) ? NULL : first;
}

static struct value run_chain(struct lower *lower, struct chain *chain, const struct type *type)
{
	const struct clause *only = only_clause(lower, chain);
	struct ir_block *block = lower->block;

	if (only) {
		clause_tests(lower, chain, only);
		return lower_expression(lower, only->body, chain->use);
	}
	if (chain->use == USED)
		chain->result = declare_value(lower, type);
	if (chain->is_cond || is_long(lower, chain)) {
		chain->list = add_statement(lower, IR_BLOCK);
		chain->list->block.label = lower->function->label_count++;
		chain->list->block.body = lower->block = new_block(lower);
	}
	if (chain->is_cond)
		lower_conditions(lower, chain);
	else
		lower_chain(lower, chain);
	lower->block = block;
	if (chain->list)
		block->is_closed = !chain->list->block.is_left &&
				   !ends_open(chain->list->block.body);
	else
		block->is_closed = !ends_open(block);
	settle_value(lower, &chain->result);
	return block->is_closed ? none_value() : chain->result;
}

struct value lower_case(struct lower *lower, const struct expression *expression, enum use use)
{
	struct value subject = lower_expression(lower, expression->cases.subject, USED);
	const struct typed *typed = typed_in(lower, expression);
	struct chain chain = { .clauses = expression->cases.clauses,
			       .subjects = &subject,
			       .use = use,
			       .otherwise = expression->cases.otherwise,
			       .may_fall_through = typed->raises & RAISES_NO_MATCH,
			       .line = expression->span.line,
			       .message = "no clause of the `case` matched" };

	if (lower->block->is_closed)
		return none_value();
	if (typed->type.context) {
		run_chain(lower, &chain, &typed->type);
		return (struct value){ .type = typed->type };
	}
	if (use == UNUSED) {
		struct value result = run_chain(lower, &chain, &typed->type);

		return lower->block->is_closed ? result : atom_value(lower, ATOM_NIL);
	}
	return run_chain(lower, &chain, &typed->type);
}

struct value lower_cond(struct lower *lower, const struct expression *expression, enum use use)
{
	const struct typed *typed = typed_in(lower, expression);
	struct chain chain = { .clauses = expression->cases.clauses,
			       .use = use,
			       .otherwise = expression->cases.otherwise,
			       .may_fall_through = typed->raises & RAISES_NO_MATCH,
			       .line = expression->span.line,
			       .message = raise_kind_exception(expression->cases.otherwise),
			       .is_cond = true };
	struct value result = run_chain(lower, &chain, &typed->type);

	if (typed->type.context)
		return (struct value){ .type = typed->type };
	if (use == UNUSED && !lower->block->is_closed)
		return atom_value(lower, ATOM_NIL);
	return result;
}

struct value lower_match(struct lower *lower, const struct expression *expression)
{
	struct value value = lower_expression(lower, expression->match.value, USED);
	struct ir_value *matches;

	if (lower->block->is_closed)
		return none_value();
	matches = test_pattern(lower, expression->match.pattern, value);
	if (matches && (typed_in(lower, expression)->raises & RAISES_NO_MATCH))
		raise_if(lower, opposite(lower, matches), RAISE_MATCH, expression->span.line,
			 "the right side did not match the pattern");
	return value;
}

struct value lower_apply(struct lower *lower, const struct expression *expression, enum use use)
{
	size_t count = expression->apply.count;
	struct value *subjects = ARENA_ARRAY(lower->compile->arena, struct value, count);
	const struct typed *typed = typed_in(lower, expression);
	struct chain chain = { .clauses = expression->apply.clauses,
			       .subjects = subjects,
			       .use = use,
			       .otherwise = RAISE_FUNCTION_CLAUSE,
			       .may_fall_through = typed->raises & RAISES_NO_MATCH,
			       .line = expression->span.line,
			       .message = "no clause of the function matched" };
	struct value result;

	for (size_t i = 0; i < count; i++) {
		subjects[i] = lower_expression(lower, expression->apply.arguments[i], USED);
		if (lower->block->is_closed)
			return none_value();
	}
	result = run_chain(lower, &chain, &typed->type);
	if (use == UNUSED && !lower->block->is_closed)
		return atom_value(lower, ATOM_NIL);
	return result;
}

struct value lower_function_clauses(struct lower *lower)
{
	return lower_clauses_for(lower, lower->variables);
}

struct value lower_clauses_for(struct lower *lower, const struct value *arguments)
{
	const struct function *function = lower->instance->function;
	struct chain chain = {
		.clauses = function->first_clause,
		.subjects =
			ARENA_ARRAY(lower->compile->arena, struct value, (size_t)function->arity),
		.use = USED,
		.otherwise = RAISE_FUNCTION_CLAUSE,
		.may_fall_through = lower->instance->no_clause_may_match,
		.line = function->span.line,
	};

	chain.message = arena_print(lower->compile->arena, "no clause of `%s` matched",
				    function_text(lower->compile, function));
	for (int i = 0; i < function->arity; i++)
		chain.subjects[i] = arguments[i];
	return run_chain(lower, &chain, &lower->instance->result);
}
