/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/desugar/desugar.h"

#include "compiler/desugar/desugar_internal.h"

#include <string.h>

bool form_of(const struct term *term, struct form *form)
{
	if (!term_is_tuple(term, 3))
		return false;
	form->head = term_item(term, 0);
	form->name = term_name(form->head);
	form->meta = term_item(term, 1);
	form->arguments = term_item(term, 2);
	return form->meta->kind == TERM_LIST &&
	       (form->arguments->kind == TERM_LIST || form->arguments->kind == TERM_ATOM);
}

struct span span_of(const struct term *meta, struct span parent, size_t width)
{
	struct span span = {
		.line = term_number(term_get(meta, "line"), parent.line),
		.column = term_number(term_get(meta, "column"), 0),
	};

	if (span.line < 1)
		span.line = 1;
	if (span.column)
		span.end_column = span.column + (width ? (int)width : 1);
	return span;
}

#define MOST_DEPTH 200

static int leftmost_column(const struct term *term, int line, int depth)
{
	struct form form;
	int least = 0;

	if (!term || depth > MOST_DEPTH || (term->kind != TERM_TUPLE && term->kind != TERM_LIST))
		return 0;
	if (form_of(term, &form) && term_number(term_get(form.meta, "line"), 0) == line)
		least = term_number(term_get(form.meta, "column"), 0);
	for (size_t i = 0; i < term->sequence.count; i++) {
		int column = leftmost_column(term->sequence.items[i], line, depth + 1);

		if (column && (!least || column < least))
			least = column;
	}
	return least;
}

struct span span_within(const struct term *parts, struct span span)
{
	if (span.column)
		return span;
	span.column = leftmost_column(parts, span.line, 0);
	if (span.column)
		span.end_column = span.column + 1;
	return span;
}

struct expression *new_expression(struct desugar *desugar, enum expression_kind kind,
				  struct span span)
{
	struct expression *expression = ARENA_NEW(desugar->compile->arena, struct expression);

	expression->kind = kind;
	expression->span = desugar->written_at.line ? desugar->written_at : span;
	expression->number = desugar->function->expression_count++;
	return expression;
}

struct expression *refuse(struct desugar *desugar, struct span span, const char *found,
			  const char *hint)
{
	struct diagnostics *diagnostics = &desugar->compile->diagnostics;
	struct diagnostic *diagnostic =
		error_at(diagnostics, span, CODE_UNSUPPORTED,
			 "found %s, which Honey cannot compile for the kernel", found);

	if (hint)
		diagnostic_hint(diagnostics, diagnostic, "%s", hint);
	return new_expression(desugar, EXPRESSION_POISON, span);
}

bool read_integer(struct desugar *desugar, const struct term *term, struct span span,
		  struct integer_literal *integer)
{
	bool fits = term->kind == TERM_INTEGER &&
		    (!term->integer.negative || term->integer.magnitude <= (uint64_t)1 << 63);

	if (!fits) {
		diagnostic_hint(&desugar->compile->diagnostics,
				error_at(&desugar->compile->diagnostics, span,
					 CODE_INTEGER_TOO_LARGE,
					 "this integer does not fit into 64 bits"),
				"integers go from -9223372036854775808 to 18446744073709551615");
		*integer = (struct integer_literal){ 0 };
		return false;
	}
	integer->magnitude = term->integer.magnitude;
	integer->is_negative = term->integer.negative && term->integer.magnitude;
	return true;
}

static struct expression *desugar_integer(struct desugar *desugar, const struct term *term,
					  struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_INTEGER, span);

	if (!read_integer(desugar, term, span, &expression->integer))
		expression->kind = EXPRESSION_POISON;
	return expression;
}

void check_later(struct desugar *desugar, const struct expression *expression)
{
	struct checked *checked = ARENA_NEW(desugar->compile->arena, struct checked);

	checked->expression = expression;
	if (desugar->function->last_checked)
		desugar->function->last_checked->next = checked;
	else
		desugar->function->checked = checked;
	desugar->function->last_checked = checked;
}

struct expression **desugar_list(struct desugar *desugar, const struct term *list,
				 struct span parent)
{
	size_t count = term_count(list);
	struct expression **items =
		ARENA_ARRAY(desugar->compile->arena, struct expression *, count);

	for (size_t i = 0; i < count; i++)
		items[i] = desugar_expression(desugar, term_item(list, i), parent);
	return items;
}

static struct expression *desugar_sequence(struct desugar *desugar, const struct term *list,
					   struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_BLOCK, span);

	for (size_t i = 0; i + 1 < term_count(list); i++)
		check_unused(desugar, term_item(list, i), span);
	expression->sequence.items = desugar_list(desugar, list, span);
	expression->sequence.count = term_count(list);
	return expression;
}

static struct expression *desugar_block(struct desugar *desugar, const struct term *list,
					struct span span)
{
	if (term_count(list) == 1)
		return desugar_expression(desugar, term_item(list, 0), span);
	return desugar_sequence(desugar, list, span);
}

struct variable *find_variable(struct desugar *desugar, const struct form *form)
{
	int version = term_number(term_get(form->meta, "version"), -1);

	struct variable *v = index_get(&desugar->versions, (uint64_t)version);

	while (v && (v->name != form->name || v->scope_ends_at))
		v = v->same_version;
	return v ? v : find_captured(desugar, form);
}

static struct expression *desugar_variable(struct desugar *desugar, const struct form *form,
					   struct span parent)
{
	struct span span = span_of(form->meta, parent, strlen(form->name));
	struct expression *expression = new_expression(desugar, EXPRESSION_VARIABLE, span);
	struct reading *reading;

	expression->variable = find_variable(desugar, form);
	/* Elixir knows all variables: the pattern of this one was refused. */
	if (!expression->variable && desugar->compile->diagnostics.errors)
		return new_expression(desugar, EXPRESSION_POISON, span);
	if (!expression->variable)
		return refuse(desugar, span, "a variable that nothing binds", NULL);
	reading = ARENA_NEW(desugar->compile->arena, struct reading);
	*reading = (struct reading){ expression->variable->readings, span, ++desugar->position };
	expression->variable->readings = reading;
	return expression;
}

static struct expression *desugar_match(struct desugar *desugar, const struct form *form,
					struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_MATCH, span);

	expression->match.value = desugar_expression(desugar, term_item(form->arguments, 1), span);
	expression->match.pattern = desugar_pattern(desugar, term_item(form->arguments, 0), span);
	if (expression->match.pattern->kind == PATTERN_VARIABLE)
		expression->match.pattern->variable->value = expression->match.value;
	return expression;
}

static struct expression *desugar_case(struct desugar *desugar, const struct form *form,
				       struct span span)
{
	const struct term *clauses = term_get(term_item(form->arguments, 1), "do");
	struct expression *expression = desugar_is_struct(desugar, form, span);

	if (expression)
		return expression;
	expression = new_expression(desugar, EXPRESSION_CASE, span);
	expression->cases.subject =
		desugar_expression(desugar, term_item(form->arguments, 0), span);
	expression->cases.otherwise = RAISE_CASE_CLAUSE;
	expression->cases.clauses = desugar_clauses(desugar, clauses, span);
	check_later(desugar, expression);
	return expression;
}

static struct expression *new_call(struct desugar *desugar, const char *name,
				   const struct term *arguments, struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_CALL, span);

	expression->call.name = name;
	expression->call.count = term_count(arguments);
	expression->call.arguments = desugar_list(desugar, arguments, span);
	check_later(desugar, expression);
	return expression;
}

/* {:super, [super: {:def, :name}], arguments}: how a default argument calls its function. */
static struct expression *desugar_super(struct desugar *desugar, const struct form *form,
					struct span span)
{
	const char *name = term_name(term_item(term_get(form->meta, "super"), 1));

	if (!name)
		return refuse(desugar, span, "`super`", NULL);
	return new_call(desugar, name, form->arguments, span);
}

static struct expression *refuse_form(struct desugar *desugar, const struct form *form,
				      struct span span)
{
	static const struct {
		const char *name, *found, *hint;
	} refused[] = {
#define REFUSED_FORM(name, found, hint) { name, found, hint },
#include "compiler/desugar/refused_form.def"
#undef REFUSED_FORM
	};

	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		if (strcmp(refused[i].name, form->name) == 0)
			return refuse(desugar, span, refused[i].found, refused[i].hint);
	}
	return NULL;
}

static struct expression *desugar_named(struct desugar *desugar, const struct form *form,
					struct span parent)
{
	struct span span = span_of(form->meta, parent, strlen(form->name));
	size_t count = term_count(form->arguments);
	struct expression *refused;

	if (strcmp(form->name, "__block__") == 0)
		return desugar_block(desugar, form->arguments, span);
	if (strcmp(form->name, "=") == 0 && count == 2)
		return desugar_match(desugar, form, span);
	if (strcmp(form->name, "case") == 0 && count == 2)
		return desugar_case(desugar, form, span);
	if (strcmp(form->name, "cond") == 0 && count == 1)
		return desugar_cond(desugar, term_get(term_item(form->arguments, 0), "do"), span);
	if (strcmp(form->name, "for") == 0)
		return desugar_for(desugar, form, span);
	if (strcmp(form->name, "fn") == 0)
		return desugar_fn(desugar, form, span);
	if (strcmp(form->name, "&") == 0 && count == 1)
		return desugar_capture(desugar, form, span);
	if (strcmp(form->name, "super") == 0)
		return desugar_super(desugar, form, span);
	if (strcmp(form->name, "%") == 0 && count == 2)
		return desugar_struct(desugar, form, span);
	refused = strcmp(form->name, "%{}") == 0 ? desugar_default(desugar, form, span) : NULL;
	if (refused)
		return refused;
	if (strcmp(form->name, "<<>>") == 0)
		return desugar_binary(desugar, form, span);
	if (strcmp(form->name, "{}") == 0)
		return desugar_tuple(desugar, form->arguments, span);
	if (strcmp(form->name, "%{}") == 0)
		return desugar_map(desugar, form->arguments, span);
	if (strcmp(form->name, "with") == 0)
		return desugar_with(desugar, form, span);
	refused = refuse_form(desugar, form, span);
	return refused ? refused : new_call(desugar, form->name, form->arguments, span);
}

/* Of the name in `left.name(...)`, where Elixir puts the place of the call. */
static size_t remote_width(const struct form *form)
{
	const char *name = term_name(term_item(term_item(form->head, 2), 1));

	return name ? strlen(name) : 0;
}

static struct expression *desugar_form(struct desugar *desugar, const struct term *term,
				       struct span parent)
{
	struct form form;

	if (!form_of(term, &form))
		return desugar_tuple(desugar, term, parent);
	if (!form.name)
		return desugar_remote(desugar, &form,
				      span_of(form.meta, parent, remote_width(&form)));
	if (form.arguments->kind == TERM_ATOM)
		return desugar_variable(desugar, &form, parent);
	return desugar_named(desugar, &form, parent);
}

static struct expression *desugar_text(struct desugar *desugar, const struct term *term,
				       struct span span)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_STRING, span);

	expression->string.bytes = term->binary.bytes;
	expression->string.size = term->binary.size;
	return expression;
}

static struct expression *desugar_by_kind(struct desugar *desugar, const struct term *term,
					  struct span inherited)
{
	struct expression *expression;

	switch (term->kind) {
	case TERM_INTEGER:
	case TERM_BIG:
		return desugar_integer(desugar, term, inherited);
	case TERM_ATOM:
		expression = new_expression(desugar, EXPRESSION_ATOM, inherited);
		expression->atom = term->atom;
		return expression;
	case TERM_BINARY:
		return desugar_text(desugar, term, inherited);
	case TERM_LIST:
		return desugar_list_literal(desugar, term, inherited);
	case TERM_TUPLE:
		if (term->sequence.count == 2)
			return desugar_tuple(desugar, term, inherited);
		return desugar_form(desugar, term, inherited);
	case TERM_FLOAT:
		return refuse(desugar, inherited, "a float",
			      "the kernel computes with integers; scale the value, "
			      "`div(x * 1000, y)`");
	case TERM_MAP:
	case TERM_OPAQUE:
		return refuse(desugar, inherited, "a term that is not source code", NULL);
	}
	return NULL;
}

/*
 * A literal carries no place of its own: it gets that of what it is a part of, or, where the node
 * before it is on a later line, that line and no column. Of lists and tuples the parts have columns.
 */
static struct span literal_span(struct desugar *desugar, const struct term *term,
				struct span parent)
{
	struct span line = { .line = parent.line };
	struct form form;

	if (form_of(term, &form)) {
		desugar->last_line = span_of(form.meta, parent, 0).line;
		return line;
	}
	if (desugar->last_line <= parent.line)
		return term && (term->kind == TERM_LIST || term->kind == TERM_TUPLE) ? line
										     : parent;
	line.line = desugar->last_line;
	return line;
}

/*
 * -5 is a literal in newer Elixirs and a call of :erlang.-/1 with one in older ones, and so is
 * +5: the literal it is, here.
 */
const struct term *signed_literal(struct desugar *desugar, const struct term *term)
{
	const struct term *dot, *operand;
	struct term *literal;
	struct form form;
	bool is_minus;

	if (!form_of(term, &form) || form.name || term_count(form.arguments) != 1)
		return term;
	dot = term_item(form.head, 2);
	is_minus = term_is_atom(term_item(dot, 1), "-");
	if (!term_is_atom(term_item(dot, 0), "erlang") ||
	    (!is_minus && !term_is_atom(term_item(dot, 1), "+")))
		return term;
	operand = signed_literal(desugar, term_item(form.arguments, 0));
	if (!operand || operand->kind != TERM_INTEGER)
		return term;
	literal = ARENA_NEW(desugar->compile->arena, struct term);
	*literal = *operand;
	literal->integer.negative = operand->integer.negative != is_minus;
	return literal;
}

struct expression *desugar_expression(struct desugar *desugar, const struct term *whole,
				      struct span parent)
{
	const struct term *term = signed_literal(desugar, whole);
	struct span inherited = literal_span(desugar, term, parent);
	struct expression *expression;

	if (!nesting_enter(desugar->compile, parent))
		return new_expression(desugar, EXPRESSION_POISON, parent);
	expression = term ? desugar_by_kind(desugar, term, inherited)
			  : refuse(desugar, parent, "a form with a part missing", NULL);
	nesting_leave(desugar->compile);
	return expression;
}

static void desugar_function(struct compile *compile, struct unit *unit, struct function *function)
{
	struct desugar desugar = { .compile = compile, .unit = unit, .function = function };
	struct clause **end = &function->first_clause;

	compile->diagnostics.origin = function->origin;
	for (size_t i = 0; i < term_count(function->clauses); i++) {
		desugar.variables = NULL;
		index_init(&desugar.versions, compile->arena);
		*end = desugar_function_clause(&desugar, term_item(function->clauses, i));
		end = &(*end)->next;
	}
	if (!function->first_clause)
		diagnostic_hint(&compile->diagnostics,
				error_at(&compile->diagnostics, function->span, CODE_UNSUPPORTED,
					 "`%s` has no clause with a body",
					 function_text(compile, function)),
				"give it a body: `def name(ctx) do ... end`");
}

void desugar(struct compile *compile, struct unit *unit)
{
	for (size_t i = 0; i < unit->function_count; i++)
		desugar_function(compile, unit, &unit->functions[i]);
}
