/* SPDX-License-Identifier: Apache-2.0 */
/* The syntax and the typed syntax, one node a line, indented by depth. */
#include "compiler/dump.h"

#include "base/buffer.h"
#include "compiler/syntax/data_function.h"
#include "compiler/infer/infer.h"
#include "compiler/lower/ir.h"
#include "compiler/syntax/sequence.h"
#include "compiler/unit/global.h"

static const char *const global_uses[] = { "read", "write", "add to", "subtract from" };

struct dump {
	struct compile *compile;
	struct buffer text;
	const struct typed_unit *typed_unit; /* NULL: without types */
	const struct instance *instance;
	int indent;
};

static void print_expression(struct dump *dump, const struct expression *expression);

static void start_line(struct dump *dump)
{
	for (int i = 0; i < dump->indent; i++)
		buffer_add_text(&dump->text, "  ");
}

static void print_integer(struct dump *dump, const struct integer_literal *integer)
{
	buffer_print(&dump->text, "%s%llu", integer->is_negative ? "-" : "",
		     (unsigned long long)integer->magnitude);
}

static void print_pattern(struct dump *dump, const struct pattern *pattern);

static void print_segment(struct dump *dump, const struct segment *segment)
{
	if (segment->kind == SEGMENT_TEXT) {
		buffer_print(&dump->text, "text of %llu bits", (unsigned long long)segment->bits);
		return;
	}
	print_pattern(dump, segment->pattern);
	buffer_print(&dump->text, "::%s%s%s", segment->kind == SEGMENT_BITS ? "bits" : "integer",
		     segment->is_signed ? "-signed" : "", segment->is_little ? "-little" : "");
	if (segment->size)
		buffer_print(&dump->text, "-size(_)-unit(%u)", segment->unit);
	else
		buffer_print(&dump->text, segment->is_rest ? "-unit(%llu)" : "-size(%llu)",
			     (unsigned long long)segment->bits);
}

static void print_binary(struct dump *dump, const struct pattern *pattern)
{
	buffer_add_text(&dump->text, "<<");
	for (size_t i = 0; i < pattern->binary.count; i++) {
		buffer_add_text(&dump->text, i ? ", " : "");
		print_segment(dump, &pattern->binary.segments[i]);
	}
	buffer_add_text(&dump->text, ">>");
}

static void print_data_kind(struct dump *dump, enum data_kind kind, size_t count)
{
	static const char *const kinds[] = { "tuple", "list", "map" };

	buffer_print(&dump->text, "%s of %zu", kinds[kind], count);
}

static void print_data_pattern(struct dump *dump, const struct pattern *pattern)
{
	print_data_kind(dump, pattern->data.kind, pattern->data.count);
	buffer_add_text(&dump->text, "(");
	for (size_t i = 0; i < pattern->data.count; i++) {
		buffer_add_text(&dump->text, i ? ", " : "");
		if (pattern->data.keys)
			buffer_print(&dump->text, "%s ",
				     map_key_text(dump->compile, &pattern->data.keys[i]));
		print_pattern(dump, pattern->data.items[i]);
	}
	if (pattern->data.tail) {
		buffer_add_text(&dump->text, " | ");
		print_pattern(dump, pattern->data.tail);
	}
	buffer_add_text(&dump->text, ")");
}

static void print_pattern(struct dump *dump, const struct pattern *pattern)
{
	switch (pattern->kind) {
	case PATTERN_ANY:
		buffer_add_text(&dump->text, "_");
		break;
	case PATTERN_VARIABLE:
	case PATTERN_PIN:
		buffer_print(&dump->text, "%s%s.%d", pattern->kind == PATTERN_PIN ? "^" : "",
			     pattern->variable->name, pattern->variable->number);
		break;
	case PATTERN_INTEGER:
		print_integer(dump, &pattern->integer);
		break;
	case PATTERN_ATOM:
		buffer_print(&dump->text, ":%s", pattern->atom);
		break;
	case PATTERN_FALSY:
		buffer_add_text(&dump->text, "nil or false");
		break;
	case PATTERN_BOTH:
		print_pattern(dump, pattern->both.left);
		buffer_add_text(&dump->text, " = ");
		print_pattern(dump, pattern->both.right);
		break;
	case PATTERN_BINARY:
		print_binary(dump, pattern);
		break;
	case PATTERN_DATA:
		print_data_pattern(dump, pattern);
		break;
	case PATTERN_STRUCT:
		buffer_print(&dump->text, "%%%s{",
			     pattern->record.name ? pattern->record.name : "_");
		for (size_t i = 0; i < pattern->record.count; i++) {
			buffer_print(&dump->text, "%s%s: ", i ? ", " : "",
				     pattern->record.fields[i].name);
			print_pattern(dump, pattern->record.fields[i].pattern);
		}
		buffer_add_text(&dump->text, "}");
		break;
	}
}

static void print_clauses(struct dump *dump, const struct clause *clause)
{
	for (; clause; clause = clause->next) {
		bool is_dead = dump->instance && dump->instance->clauses[clause->number].is_dead;

		start_line(dump);
		for (size_t i = 0; i < clause->pattern_count; i++) {
			buffer_add_text(&dump->text, i ? ", " : "");
			print_pattern(dump, clause->patterns[i]);
		}
		buffer_add_text(&dump->text, is_dead ? " -> never\n" : " ->\n");
		dump->indent++;
		for (size_t i = 0; !is_dead && i < clause->guard_count; i++) {
			start_line(dump);
			buffer_add_text(&dump->text, "when\n");
			print_expression(dump, clause->guards[i]);
		}
		if (!is_dead)
			print_expression(dump, clause->body);
		dump->indent--;
	}
}

static void print_head(struct dump *dump, const struct expression *expression)
{
	switch (expression->kind) {
	case EXPRESSION_INTEGER:
		print_integer(dump, &expression->integer);
		break;
	case EXPRESSION_ATOM:
		buffer_print(&dump->text, ":%s", expression->atom);
		break;
	case EXPRESSION_STRING:
		buffer_print(&dump->text, "string of %zu bytes", expression->string.size);
		break;
	case EXPRESSION_BINARY:
		buffer_print(&dump->text, "binary of %zu segments", expression->binary.count);
		break;
	case EXPRESSION_DATA:
		print_data_kind(dump, expression->data.kind, expression->data.count);
		break;
	case EXPRESSION_VARIABLE:
		buffer_print(&dump->text, "%s.%d", expression->variable->name,
			     expression->variable->number);
		break;
	case EXPRESSION_MATCH:
		print_pattern(dump, expression->match.pattern);
		buffer_add_text(&dump->text, " =");
		break;
	case EXPRESSION_BLOCK:
		buffer_add_text(&dump->text, "block");
		break;
	case EXPRESSION_CASE:
		buffer_add_text(&dump->text, "case");
		break;
	case EXPRESSION_COND:
		buffer_add_text(&dump->text, "cond");
		break;
	case EXPRESSION_OPERATOR:
		buffer_print(&dump->text, "`%s`", expression->operation.operator->elixir);
		break;
	case EXPRESSION_FIELD:
		buffer_print(&dump->text, ".%s", expression->field.name);
		break;
	case EXPRESSION_CALL:
		buffer_print(&dump->text, "call %s/%zu", expression->call.name,
			     expression->call.count);
		break;
	case EXPRESSION_FUNCTION:
		buffer_print(&dump->text, "`%s`", expression->function.function->elixir);
		break;
	case EXPRESSION_HELPER:
		buffer_print(&dump->text, "helper %s/%zu", expression->helper.helper->name,
			     expression->helper.count);
		break;
	case EXPRESSION_RAISE:
		buffer_print(&dump->text, "raise %s", raise_kind_name(expression->raise.kind));
		break;
	case EXPRESSION_POISON:
		buffer_add_text(&dump->text, "refused");
		break;
	case EXPRESSION_STRUCT:
		buffer_print(&dump->text, "%%%s{%s",
			     expression->record.name ? expression->record.name : "",
			     expression->record.base ? "_ |" : "");
		for (size_t i = 0; i < expression->record.count; i++)
			buffer_print(&dump->text, "%s%s", i ? ", " : " ",
				     expression->record.fields[i].name);
		buffer_add_text(&dump->text, "}");
		break;
	case EXPRESSION_SEQUENCE:
		buffer_print(
			&dump->text, "`%s`",
			sequence_function_text(dump->compile, expression->sequence_call.function));
		break;
	case EXPRESSION_APPLY:
		buffer_add_text(&dump->text, "apply");
		break;
	case EXPRESSION_LOOP:
		buffer_add_text(&dump->text, "loop");
		break;
	case EXPRESSION_NEXT:
		buffer_add_text(&dump->text, "next turn");
		break;
	case EXPRESSION_UNKEPT:
		buffer_add_text(&dump->text, "list");
		break;
	case EXPRESSION_CLOSURE:
		buffer_print(&dump->text, "fn of line %d",
			     expression->anonymous.function->span.line);
		break;
	case EXPRESSION_GLOBAL:
		buffer_print(&dump->text, "%s variable %s", global_uses[expression->global.use],
			     expression->global.global->name);
		break;
	case EXPRESSION_INVOKE:
		buffer_print(&dump->text, "call of a value with %zu", expression->invoke.count);
		break;
	}
}

static void print_type(struct dump *dump, const struct expression *expression)
{
	const struct typed *typed;

	if (!dump->instance)
		return;
	typed = &dump->instance->typed[expression->number];
	buffer_print(&dump->text, " : %s",
		     type_text(dump->compile, &dump->typed_unit->atoms, &typed->type));
	if (typed->type.integer != INTEGER_NONE)
		buffer_print(&dump->text, " (%s)",
			     typed->type.integer == INTEGER_U64 ? "u64" : "s64");
	if (typed->raises)
		buffer_print(&dump->text, ", raises %#x", typed->raises);
}

static void print_all(struct dump *dump, struct expression **items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		print_expression(dump, items[i]);
}

static void print_child(void *dump, struct expression *child)
{
	print_expression(dump, child);
}

static void print_children(struct dump *dump, const struct expression *expression)
{
	switch (expression->kind) {
	case EXPRESSION_CASE:
		print_expression(dump, expression->cases.subject);
		print_clauses(dump, expression->cases.clauses);
		break;
	case EXPRESSION_COND:
		print_clauses(dump, expression->cases.clauses);
		break;
	case EXPRESSION_APPLY:
		print_all(dump, expression->apply.arguments, expression->apply.count);
		print_clauses(dump, expression->apply.clauses);
		break;
	default:
		expression_visit_children(expression, print_child, dump);
		break;
	}
}

static void print_expression(struct dump *dump, const struct expression *expression)
{
	start_line(dump);
	buffer_print(&dump->text, "%d: ", expression->span.line);
	print_head(dump, expression);
	print_type(dump, expression);
	buffer_add_text(&dump->text, "\n");
	dump->indent++;
	print_children(dump, expression);
	dump->indent--;
}

static void print_function(struct dump *dump, const struct function *function)
{
	buffer_print(&dump->text, "%s/%d%s%s\n", function->name, function->arity,
		     function->program ? " @sec " : "",
		     function->program ? function->program->section : "");
	dump->indent = 1;
	print_clauses(dump, function->first_clause);
}

const char *dump_syntax(struct compile *compile, const struct unit *unit)
{
	struct dump dump = { .compile = compile };

	buffer_init(&dump.text, compile->arena);
	for (size_t i = 0; i < unit->function_count; i++)
		print_function(&dump, &unit->functions[i]);
	for (const struct function *f = unit->anonymous; f; f = f->next_anonymous)
		print_function(&dump, f);
	return dump.text.text ? dump.text.text : "";
}

const char *dump_typed(struct compile *compile, const struct typed_unit *typed_unit)
{
	struct dump dump = { .compile = compile, .typed_unit = typed_unit };

	buffer_init(&dump.text, compile->arena);
	for (const struct instance *i = typed_unit->instances; i; i = i->next) {
		dump.instance = i;
		print_function(&dump, i->function);
	}
	return dump.text.text ? dump.text.text : "";
}
