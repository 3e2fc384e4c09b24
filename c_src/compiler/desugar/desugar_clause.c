/* SPDX-License-Identifier: Apache-2.0 */
/* Clauses and patterns: what binds variables, and where their scopes end. */
#include "compiler/desugar/desugar_internal.h"

#include "compiler/syntax/data_function.h"

#include <string.h>

struct pattern *new_pattern(struct desugar *desugar, enum pattern_kind kind, struct span span)
{
	struct pattern *pattern = ARENA_NEW(desugar->compile->arena, struct pattern);

	pattern->kind = kind;
	pattern->span = span;
	return pattern;
}

static struct variable *bind(struct desugar *desugar, const struct form *form, struct span span)
{
	struct variable *variable = ARENA_NEW(desugar->compile->arena, struct variable);

	variable->name = form->name;
	variable->scope = term_is_atom(form->arguments, "nil") ? NULL : form->arguments->atom;
	/* What `&1` expands to, in newer Elixirs; in older ones it has a scope of its own. */
	if (strcmp(form->name, "capture") == 0 && !variable->scope)
		variable->scope = "elixir_fn";
	variable->number = desugar->function->variable_count++;
	variable->version = term_number(term_get(form->meta, "version"), -1);
	variable->span = span;
	variable->loop_depth = desugar->loop_depth;
	variable->bound_at = ++desugar->position;
	variable->next = desugar->variables;
	desugar->variables = variable;
	variable->same_version = index_get(&desugar->versions, (uint64_t)variable->version);
	index_put(&desugar->versions, (uint64_t)variable->version, variable);
	return variable;
}

struct variable *made_variable(struct desugar *desugar, const char *name, struct span span)
{
	struct variable *variable = ARENA_NEW(desugar->compile->arena, struct variable);

	variable->name = name;
	variable->scope = "Honey";
	variable->number = desugar->function->variable_count++;
	variable->version = -1;
	variable->span = span;
	variable->bound_at = ++desugar->position;
	variable->next = desugar->variables;
	desugar->variables = variable;
	return variable;
}

struct pattern *bind_variable(struct desugar *desugar, struct variable *variable, struct span span)
{
	struct pattern *pattern = new_pattern(desugar, PATTERN_VARIABLE, span);

	pattern->variable = variable;
	return pattern;
}

struct expression *read_variable(struct desugar *desugar, struct variable *variable,
				 struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_VARIABLE, span);

	expression->variable = variable;
	return expression;
}

/* Elixir gives each binding its own version, so a known one is the same variable again. */
static struct pattern *variable_pattern(struct desugar *desugar, const struct form *form,
					struct span parent)
{
	struct span span = span_of(form->meta, parent, strlen(form->name));
	struct variable *variable = find_variable(desugar, form);
	struct pattern *pattern;

	if (strcmp(form->name, "_") == 0)
		return new_pattern(desugar, PATTERN_ANY, span);
	pattern = new_pattern(desugar, variable ? PATTERN_PIN : PATTERN_VARIABLE, span);
	pattern->variable = variable ? variable : bind(desugar, form, span);
	return pattern;
}

static struct pattern *refuse_pattern(struct desugar *desugar, struct span span, const char *found)
{
	refuse(desugar, span, found,
	       "match integers, atoms, strings, binaries, variables, and tuples, lists and maps of "
	       "these");
	return new_pattern(desugar, PATTERN_ANY, span);
}

static struct pattern *pin_pattern(struct desugar *desugar, const struct form *form,
				   struct span span)
{
	struct expression *pinned =
		desugar_expression(desugar, term_item(form->arguments, 0), span);
	struct pattern *pattern = new_pattern(desugar, PATTERN_PIN, span);

	if (pinned->kind != EXPRESSION_VARIABLE)
		return new_pattern(desugar, PATTERN_ANY, span);
	pattern->variable = pinned->variable;
	pattern->span = pinned->span;
	return pattern;
}

static struct pattern *both_pattern(struct desugar *desugar, const struct form *form,
				    struct span span)
{
	struct pattern *pattern = new_pattern(desugar, PATTERN_BOTH, span);

	pattern->both.left = desugar_pattern(desugar, term_item(form->arguments, 0), span);
	pattern->both.right = desugar_pattern(desugar, term_item(form->arguments, 1), span);
	return pattern;
}

static struct pattern *integer_pattern(struct desugar *desugar, const struct term *term,
				       bool negate, struct span span)
{
	struct pattern *pattern = new_pattern(desugar, PATTERN_INTEGER, span);

	if (!read_integer(desugar, term, span, &pattern->integer))
		pattern->kind = PATTERN_ANY;
	if (negate && pattern->integer.magnitude)
		pattern->integer.is_negative = !pattern->integer.is_negative;
	return pattern;
}

/* -5 is {{:., _, [:erlang, :-]}, meta, [5]} in a pattern as it is in an expression. */
static struct pattern *form_pattern(struct desugar *desugar, const struct term *term,
				    struct span parent)
{
	struct form form;
	struct span span;

	if (!form_of(term, &form))
		return tuple_pattern(desugar, term, parent);
	span = span_of(form.meta, parent, 0);
	if (form.name && form.arguments->kind == TERM_ATOM)
		return variable_pattern(desugar, &form, parent);
	if (form.name && strcmp(form.name, "^") == 0)
		return pin_pattern(desugar, &form, span);
	if (form.name && strcmp(form.name, "=") == 0 && term_count(form.arguments) == 2)
		return both_pattern(desugar, &form, span);
	if (form.name && strcmp(form.name, "%") == 0 && term_count(form.arguments) == 2)
		return struct_pattern(desugar, &form, span);
	if (form.name && strcmp(form.name, "<<>>") == 0)
		return binary_pattern(desugar, &form, span);
	if (form.name && strcmp(form.name, "{}") == 0)
		return tuple_pattern(desugar, form.arguments, span);
	if (form.name && strcmp(form.name, "%{}") == 0)
		return map_pattern(desugar, form.arguments, span);
	if (!form.name && term_count(form.arguments) == 1 &&
	    term_is_atom(term_item(term_item(form.head, 2), 1), "-") &&
	    term_item(form.arguments, 0)->kind == TERM_INTEGER)
		return integer_pattern(desugar, term_item(form.arguments, 0), true, span);
	return refuse_pattern(desugar, span, "this pattern");
}

static struct pattern *pattern_by_kind(struct desugar *desugar, const struct term *term,
				       struct span parent)
{
	struct span inherited = { .line = parent.line };
	struct pattern *pattern;

	switch (term->kind) {
	case TERM_INTEGER:
	case TERM_BIG:
		return integer_pattern(desugar, term, false, inherited);
	case TERM_ATOM:
		pattern = new_pattern(desugar, PATTERN_ATOM, inherited);
		pattern->atom = term->atom;
		return pattern;
	case TERM_TUPLE:
		if (term->sequence.count == 2)
			return tuple_pattern(desugar, term, inherited);
		return form_pattern(desugar, term, inherited);
	case TERM_LIST:
		return list_pattern(desugar, term, inherited);
	case TERM_BINARY:
		return text_pattern(desugar, term, inherited);
	case TERM_FLOAT:
	case TERM_MAP:
	case TERM_OPAQUE:
		break;
	}
	return refuse_pattern(desugar, parent, "this pattern");
}

struct pattern *desugar_pattern(struct desugar *desugar, const struct term *term,
				struct span parent)
{
	struct pattern *pattern;

	if (!term || !nesting_enter(desugar->compile, parent))
		return new_pattern(desugar, PATTERN_ANY, parent);
	pattern = pattern_by_kind(desugar, term, parent);
	nesting_leave(desugar->compile);
	return pattern;
}

/* x =:= value, of the variable that the clause has just bound */
static bool is_test_of(const struct expression *test, const struct variable *variable,
		       const char *atom)
{
	return test->kind == EXPRESSION_OPERATOR &&
	       test->operation.operator->kind == OPERATOR_STRICTLY_EQUAL &&
	       test->operation.left->kind == EXPRESSION_VARIABLE &&
	       test->operation.left->variable == variable &&
	       test->operation.right->kind == EXPRESSION_ATOM &&
	       strcmp(test->operation.right->atom, atom) == 0;
}

/* `x when x =:= false orelse x =:= nil -> ...` is what `if`, `||`, `&&` and `!` expand to. */
static void recognise_falsy(struct clause *clause)
{
	const struct pattern *pattern = clause->patterns[0];
	const struct expression *guard;

	if (clause->pattern_count != 1 || pattern->kind != PATTERN_VARIABLE ||
	    !pattern->variable->scope || clause->guard_count != 1)
		return;
	guard = clause->guards[0];
	if (guard->kind == EXPRESSION_OPERATOR && guard->operation.operator->kind == OPERATOR_OR &&
	    is_test_of(guard->operation.left, pattern->variable, "false") &&
	    is_test_of(guard->operation.right, pattern->variable, "nil")) {
		clause->patterns[0]->kind = PATTERN_FALSY;
		clause->guard_count = 0;
	}
}

void close_scope(struct desugar *desugar, const struct variable *outer)
{
	desugar->position++;
	for (struct variable *v = desugar->variables; v && v != outer; v = v->next) {
		if (!v->scope_ends_at)
			v->scope_ends_at = desugar->position;
	}
}

/* The first `count` of the patterns. */
struct clause *new_clause(struct desugar *desugar, const struct term *patterns, size_t count,
			  struct span span)
{
	struct clause *clause = ARENA_NEW(desugar->compile->arena, struct clause);

	clause->span = span;
	clause->number = desugar->function->clause_count++;
	clause->pattern_count = count;
	clause->patterns = ARENA_ARRAY(desugar->compile->arena, struct pattern *, count);
	for (size_t i = 0; i < clause->pattern_count; i++)
		clause->patterns[i] = desugar_pattern(desugar, term_item(patterns, i), span);
	return clause;
}

static void add_guard(struct desugar *desugar, struct clause *clause, const struct term *term)
{
	clause->guards = arena_grow(desugar->compile->arena, clause->guards, clause->guard_count,
				    clause->guard_count + 1, sizeof(struct expression *));
	clause->guards[clause->guard_count++] = desugar_expression(desugar, term, clause->span);
}

/* g, or g1 when g2, of which one must hold */
static void add_guards(struct desugar *desugar, struct clause *clause, const struct term *term)
{
	struct form form;

	while (form_of(term, &form) && form.name && strcmp(form.name, "when") == 0 &&
	       term_count(form.arguments) == 2) {
		add_guard(desugar, clause, term_item(form.arguments, 0));
		term = term_item(form.arguments, 1);
	}
	add_guard(desugar, clause, term);
}

/* patterns, of which there are `count`, or [{:when, _, [pattern, ..., guard]}] */
static struct clause *open_clauses(struct desugar *desugar, const struct term *patterns,
				   size_t count, struct span span)
{
	const struct term *guard = NULL;
	struct clause *clause;
	struct form when;

	if (form_of(term_item(patterns, 0), &when) && when.name && strcmp(when.name, "when") == 0 &&
	    term_count(when.arguments) == count + 1) {
		guard = term_item(when.arguments, count);
		patterns = when.arguments;
	}
	clause = new_clause(desugar, patterns, count, span);
	if (guard) {
		add_guards(desugar, clause, guard);
		if (count == 1)
			recognise_falsy(clause);
	}
	return clause;
}

struct clause *open_clause(struct desugar *desugar, const struct term *head, struct span span)
{
	const struct term *one[] = { head };
	struct term patterns = { .kind = TERM_LIST, .sequence = { one, 1 } };

	return open_clauses(desugar, &patterns, 1, span);
}

static struct clause *desugar_arrow(struct desugar *desugar, const struct form *arrow, size_t count,
				    struct span parent)
{
	const struct variable *outer = desugar->variables;
	struct span span = span_of(arrow->meta, parent, 2);
	struct clause *clause = open_clauses(desugar, term_item(arrow->arguments, 0), count, span);

	clause->is_generated = term_is_atom(term_get(arrow->meta, "generated"), "true");
	if (span.line > desugar->last_line)
		desugar->last_line = span.line;
	clause->body = desugar_expression(desugar, term_item(arrow->arguments, 1), span);
	close_scope(desugar, outer);
	return clause;
}

struct clause *desugar_clauses(struct desugar *desugar, const struct term *list, struct span parent)
{
	struct clause *first = NULL, **end = &first;

	for (size_t i = 0; i < term_count(list); i++) {
		struct form arrow;

		if (!form_of(term_item(list, i), &arrow) ||
		    term_count(term_item(arrow.arguments, 0)) != 1) {
			refuse(desugar, parent, "a clause of a shape that is not known", NULL);
			continue;
		}
		*end = desugar_arrow(desugar, &arrow, 1, parent);
		end = &(*end)->next;
	}
	return first;
}

struct clause *desugar_fn_clauses(struct desugar *desugar, const struct term *list, size_t arity,
				  struct span parent)
{
	struct clause *first = NULL, **end = &first;

	for (size_t i = 0; i < term_count(list); i++) {
		struct form arrow;

		if (!form_of(term_item(list, i), &arrow))
			continue;
		*end = desugar_arrow(desugar, &arrow, arity, parent);
		end = &(*end)->next;
	}
	return first;
}

struct clause *made_clause(struct desugar *desugar, struct pattern *pattern,
			   struct expression *body)
{
	struct clause *clause = new_clause(desugar, NULL, 0, body->span);

	clause->pattern_count = 1;
	clause->patterns = ARENA_NEW(desugar->compile->arena, struct pattern *);
	clause->patterns[0] = pattern;
	clause->is_generated = true;
	clause->body = body;
	return clause;
}

struct clause *kind_clause(struct desugar *desugar, enum pattern_kind kind, struct expression *body)
{
	return made_clause(desugar, new_pattern(desugar, kind, body->span), body);
}

/* {meta, arguments, guards, body} */
struct clause *desugar_function_clause(struct desugar *desugar, const struct term *term)
{
	struct span span = span_of(term_item(term, 0), desugar->function->span, 0);
	const struct term *guards = term_item(term, 2);
	struct clause *clause =
		new_clause(desugar, term_item(term, 1), (size_t)desugar->function->arity, span);

	for (size_t i = 0; i < term_count(guards); i++)
		add_guard(desugar, clause, term_item(guards, i));
	clause->body = desugar_expression(desugar, term_item(term, 3), span);
	close_scope(desugar, NULL);
	for (struct variable *v = desugar->variables; v;) {
		struct variable *next = v->next;

		v->next = desugar->function->variables;
		desugar->function->variables = v;
		v = next;
	}
	return clause;
}
