/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Functions of String, :binary and Kernel that are patterns:
 *
 *	String.starts_with?(s, ["a", "b"])   case s do "a" <> _ -> true; "b" <> _ -> true; _ -> false end
 *	binary_part(s, at, 2)                case s do <<_::binary-size(at), x::binary-2, _::binary>> -> x end
 *	:binary.last(s)                      case s do <<_::binary-size(byte_size(s) - 1), x>> -> x end
 *
 * and those that make a string of a value, "#{value}".
 */
#include "compiler/desugar/desugar_internal.h"

#include <string.h>

/* The segments of a pattern that is made. */
struct made_binary {
	struct desugar *desugar;
	struct pattern *pattern;
	struct span span;
};

#define MOST_MADE 4

static struct made_binary new_made(struct desugar *desugar, struct span span)
{
	struct made_binary made = { desugar, new_pattern(desugar, PATTERN_BINARY, span), span };

	made.pattern->binary.segments =
		ARENA_ARRAY(desugar->compile->arena, struct segment, MOST_MADE);
	return made;
}

static struct segment *add_segment(struct made_binary *made, enum segment_kind kind)
{
	struct segment *segment = &made->pattern->binary.segments[made->pattern->binary.count++];

	segment->kind = kind;
	segment->span = made->span;
	segment->unit = 8;
	segment->bits = 8;
	segment->pattern = new_pattern(made->desugar, PATTERN_ANY, made->span);
	return segment;
}

/* So many bytes: a literal's number, or what the expression is. */
static void set_size(struct segment *segment, struct expression *size)
{
	if (size->kind == EXPRESSION_INTEGER && !size->integer.is_negative &&
	    size->integer.magnitude <= UINT16_MAX)
		segment->bits = size->integer.magnitude * 8;
	else
		segment->size = size;
}

static void add_text(struct made_binary *made, const struct expression *text)
{
	struct segment *segment = add_segment(made, SEGMENT_TEXT);

	segment->bytes = text->string.bytes;
	segment->bits = text->string.size * 8;
}

static struct variable *add_variable(struct made_binary *made, enum segment_kind kind,
				     struct expression *size)
{
	struct variable *variable = made_variable(made->desugar, "part", made->span);
	struct segment *segment = add_segment(made, kind);

	segment->pattern = bind_variable(made->desugar, variable, made->span);
	if (size)
		set_size(segment, size);
	return variable;
}

static struct expression *truth(struct desugar *desugar, bool is_true, struct span span)
{
	return atom_expression(desugar, is_true ? "true" : "false", span);
}

/* A call of a function of binaries; its operand, as written, is the subject of the case, or is bound to it before. */
struct call {
	const char *function;
	struct expression *operand;
	struct span span;
};

static struct expression *new_case(struct desugar *desugar, const struct call *call,
				   struct expression *subject, enum raise_kind otherwise)
{
	struct expression *expression = new_expression(desugar, EXPRESSION_CASE, call->span);

	expression->cases.subject = subject;
	expression->cases.otherwise = otherwise;
	expression->cases.function = call->function;
	expression->cases.operand = call->operand;
	return expression;
}

/* <<_::binary-size(at), part, _::binary>>, whose part is the value. */
static struct expression *cut(struct desugar *desugar, const struct call *call,
			      struct expression *subject, struct expression *at,
			      enum segment_kind kind, struct expression *size)
{
	struct expression *expression = new_case(desugar, call, subject, RAISE_ARGUMENT);
	struct made_binary made = new_made(desugar, call->span);
	struct variable *part;

	if (at)
		set_size(add_segment(&made, SEGMENT_BITS), at);
	part = add_variable(&made, kind, size);
	add_segment(&made, SEGMENT_BITS)->is_rest = true;
	expression->cases.clauses =
		made_clause(desugar, made.pattern, read_variable(desugar, part, call->span));
	return expression;
}

/* An argument that is read several times: a literal is itself, all else is bound before. */
static struct expression *hold(struct desugar *desugar, struct expression *value,
			       struct expression **before, struct variable **variable)
{
	struct expression *bound;

	*variable = NULL;
	if (value->kind == EXPRESSION_INTEGER)
		return value;
	*variable = made_variable(desugar, "held", value->span);
	bound = bind_hidden(desugar, *variable, value);
	*before = *before ? then_do(desugar, *before, bound) : bound;
	return read_variable(desugar, *variable, value->span);
}

static struct expression *again(struct desugar *desugar, struct expression *held,
				struct variable *variable)
{
	return variable ? read_variable(desugar, variable, held->span) : held;
}

static struct expression *after(struct desugar *desugar, struct expression *before,
				struct expression *value)
{
	return before ? then_do(desugar, before, value) : value;
}

/* byte_size(s) - count, of a value that is held */
static struct expression *bytes_before(struct desugar *desugar, struct variable *subject,
				       uint64_t count, struct span span)
{
	struct expression *size = made_operation(desugar, "byte_size",
						 read_variable(desugar, subject, span), NULL, span);

	return made_operation(desugar, "-", size, integer_expression(desugar, count, span), span);
}

static struct expression *desugar_at_place(struct desugar *desugar, const struct form *form,
					   struct span span)
{
	struct expression **arguments = desugar_list(desugar, form->arguments, span);
	const struct call call = { ":binary.at", arguments[0], span };
	struct expression *before = NULL, *subject, *at;
	struct variable *held, *place;

	subject = hold(desugar, arguments[0], &before, &held);
	at = hold(desugar, arguments[1], &before, &place);
	return after(desugar, before, cut(desugar, &call, subject, at, SEGMENT_INTEGER, NULL));
}

static struct expression *desugar_first(struct desugar *desugar, const struct form *form,
					struct span span)
{
	struct expression *subject =
		desugar_expression(desugar, term_item(form->arguments, 0), span);
	const struct call call = { ":binary.first", subject, span };

	return cut(desugar, &call, subject, NULL, SEGMENT_INTEGER, NULL);
}

static struct expression *desugar_last(struct desugar *desugar, const struct form *form,
				       struct span span)
{
	const struct call call = { ":binary.last",
				   desugar_expression(desugar, term_item(form->arguments, 0), span),
				   span };
	struct expression *before = NULL, *subject, *expression;
	struct made_binary made = new_made(desugar, span);
	struct variable *held, *part;

	subject = hold(desugar, call.operand, &before, &held);
	expression = new_case(desugar, &call, subject, RAISE_ARGUMENT);
	add_segment(&made, SEGMENT_BITS)->size = bytes_before(desugar, held, 1, span);
	part = add_variable(&made, SEGMENT_INTEGER, NULL);
	expression->cases.clauses =
		made_clause(desugar, made.pattern, read_variable(desugar, part, span));
	return after(desugar, before, expression);
}

/* A negative length is that of the part before: from at + length on, as long as -length. */
static void turn_part(struct desugar *desugar, struct expression **at, struct variable *place,
		      struct expression **size, struct variable *length, struct span span)
{
	struct expression *sum = made_operation(desugar, "+", again(desugar, *at, place),
						again(desugar, *size, length), span);
	struct expression *is_negative;

	if ((*size)->kind == EXPRESSION_INTEGER && !(*size)->integer.is_negative)
		return;
	if ((*size)->kind == EXPRESSION_INTEGER) {
		*at = sum;
		*size = integer_expression(desugar, (*size)->integer.magnitude, span);
		return;
	}
	is_negative = made_operation(desugar, "<", again(desugar, *size, length),
				     integer_expression(desugar, 0, span), span);
	*at = choice(desugar, is_negative, sum, again(desugar, *at, place));
	is_negative = made_operation(desugar, "<", again(desugar, *size, length),
				     integer_expression(desugar, 0, span), span);
	*size = choice(desugar, is_negative,
		       made_operation(desugar, "-", again(desugar, *size, length), NULL, span),
		       again(desugar, *size, length));
}

static struct expression *made_part(struct desugar *desugar, const struct call *call,
				    struct expression *at, struct expression *size)
{
	struct expression *before = NULL, *subject;
	struct variable *held, *place, *length;

	subject = hold(desugar, call->operand, &before, &held);
	at = hold(desugar, at, &before, &place);
	size = hold(desugar, size, &before, &length);
	turn_part(desugar, &at, place, &size, length, call->span);
	at = hold(desugar, at, &before, &place);
	size = hold(desugar, size, &before, &length);
	return after(desugar, before, cut(desugar, call, subject, at, SEGMENT_BITS, size));
}

/* binary_part(s, at, length), or with {at, length} */
static struct expression *desugar_part(struct desugar *desugar, const char *function,
				       const struct form *form, struct span span)
{
	const struct call call = { function,
				   desugar_expression(desugar, term_item(form->arguments, 0), span),
				   span };
	const struct term *at = term_item(form->arguments, 1);
	const struct term *size = term_item(form->arguments, 2);

	if (term_is_tuple(at, 2)) {
		size = term_item(at, 1);
		at = term_item(at, 0);
	} else if (!size) {
		return refuse(desugar, span, "a part of a binary by a place that is a variable",
			      "write `{start, length}` where the part is taken");
	}
	return made_part(desugar, &call, desugar_expression(desugar, at, span),
			 desugar_expression(desugar, size, span));
}

/* "text" or ["text", ...]; NULL when one of these is no literal. */
static struct expression **literals_of(struct desugar *desugar, const struct term *term,
				       struct span span, size_t *count)
{
	bool is_list = term->kind == TERM_LIST;
	struct expression **texts;

	*count = is_list ? term_count(term) : 1;
	texts = ARENA_ARRAY(desugar->compile->arena, struct expression *, *count + 1);
	for (size_t i = 0; i < *count; i++) {
		texts[i] = desugar_expression(desugar, is_list ? term_item(term, i) : term, span);
		if (texts[i]->kind != EXPRESSION_STRING)
			return NULL;
	}
	return texts;
}

static struct pattern *prefix_pattern(struct desugar *desugar, const struct expression *text,
				      struct span span)
{
	struct made_binary made = new_made(desugar, span);

	add_text(&made, text);
	add_segment(&made, SEGMENT_BITS)->is_rest = true;
	return made.pattern;
}

static struct pattern *suffix_pattern(struct desugar *desugar, const struct expression *text,
				      struct variable *subject, struct span span)
{
	struct made_binary made = new_made(desugar, span);

	add_segment(&made, SEGMENT_BITS)->size =
		bytes_before(desugar, subject, text->string.size, span);
	add_text(&made, text);
	return made.pattern;
}

static struct pattern *any_binary(struct desugar *desugar, struct span span)
{
	struct made_binary made = new_made(desugar, span);

	add_segment(&made, SEGMENT_BITS)->is_rest = true;
	return made.pattern;
}

static struct expression *desugar_ends(struct desugar *desugar, const struct form *form,
				       bool at_start, struct span span)
{
	size_t count;
	struct expression **texts =
		literals_of(desugar, term_item(form->arguments, 1), span, &count);
	struct call call = { at_start ? "String.starts_with?" : "String.ends_with?", NULL, span };
	struct expression *before = NULL, *subject, *expression;
	struct clause **end;
	struct variable *held;

	if (!texts)
		return refuse(desugar, span,
			      at_start ? "`String.starts_with?` with no literal prefix"
				       : "`String.ends_with?` with no literal suffix",
			      "write the text, or a list of texts, where it is asked for");
	call.operand = desugar_expression(desugar, term_item(form->arguments, 0), span);
	subject = hold(desugar, call.operand, &before, &held);
	expression = new_case(desugar, &call, subject, RAISE_FUNCTION_CLAUSE);
	end = &expression->cases.clauses;
	for (size_t i = 0; i < count; i++) {
		*end = made_clause(desugar,
				   at_start ? prefix_pattern(desugar, texts[i], span)
					    : suffix_pattern(desugar, texts[i], held, span),
				   truth(desugar, true, span));
		end = &(*end)->next;
	}
	*end = made_clause(desugar, any_binary(desugar, span), truth(desugar, false, span));
	return after(desugar, before, expression);
}

static struct expression *desugar_string_module(struct desugar *desugar, const char *name,
						const struct form *form, struct span span)
{
	size_t count = term_count(form->arguments);

	if (count == 2 && strcmp(name, "starts_with?") == 0)
		return desugar_ends(desugar, form, true, span);
	if (count == 2 && strcmp(name, "ends_with?") == 0)
		return desugar_ends(desugar, form, false, span);
	if (strcmp(name, "contains?") == 0)
		return refuse(desugar, span, "`String.contains?`",
			      "match where the text must be, or walk the bytes with a function "
			      "that calls itself on the rest");
	if (strcmp(name, "length") == 0)
		return refuse(desugar, span, "`String.length`",
			      "`byte_size/1` counts bytes; the kernel knows nothing of graphemes");
	return NULL;
}

/* What makes a string of a value; CONVERSION_NONE for other functions. */
static enum conversion conversion_by(const char *module, const char *name, size_t count)
{
	if (strcmp(module, "Elixir.String.Chars") == 0 && strcmp(name, "to_string") == 0 &&
	    count == 1)
		return CONVERSION_ANY;
	if (strcmp(module, "erlang") != 0)
		return CONVERSION_NONE;
	if (strcmp(name, "integer_to_binary") == 0 && count == 1)
		return CONVERSION_INTEGER;
	/* Older Elixirs give the encoding, too. */
	return strcmp(name, "atom_to_binary") == 0 ? CONVERSION_ATOM : CONVERSION_NONE;
}

struct expression *desugar_string(struct desugar *desugar, const char *module, const char *name,
				  const struct form *form, struct span span)
{
	size_t count = term_count(form->arguments);
	enum conversion conversion = conversion_by(module, name, count);

	if (conversion != CONVERSION_NONE)
		return desugar_conversion(desugar, term_item(form->arguments, 0), conversion, span);
	if (strcmp(module, "Elixir.String") == 0)
		return desugar_string_module(desugar, name, form, span);
	if (strcmp(module, "erlang") == 0)
		return strcmp(name, "binary_part") == 0 ? desugar_part(desugar, name, form, span)
							: NULL;
	if (strcmp(module, "binary") != 0)
		return NULL;
	if (strcmp(name, "part") == 0 && (count == 2 || count == 3))
		return desugar_part(desugar, ":binary.part", form, span);
	if (strcmp(name, "at") == 0 && count == 2)
		return desugar_at_place(desugar, form, span);
	if (strcmp(name, "first") == 0 && count == 1)
		return desugar_first(desugar, form, span);
	if (strcmp(name, "last") == 0 && count == 1)
		return desugar_last(desugar, form, span);
	return NULL;
}
