/* SPDX-License-Identifier: Apache-2.0 */
/* Literals, variables, blocks, matches and the context. */
#include "compiler/lower/lower_data.h"

#include "compiler/core/symbol.h"

static struct value lower_integer_literal(struct lower *lower, const struct expression *expression)
{
	struct type type = typed_in(lower, expression)->type;

	return integer_value(type, constant(lower, payload_type(&type), type.range.low));
}

static struct value lower_text(struct lower *lower, const struct expression *expression)
{
	return (struct value){ .type = typed_in(lower, expression)->type };
}

/* The variables' array begins with the arguments; see add_parameters(). */
static struct value *variable_value(struct lower *lower, const struct variable *variable)
{
	return &lower->variables[lower->instance->function->arity + variable->number];
}

static struct value lower_block(struct lower *lower, const struct expression *block, enum use use)
{
	struct value value = atom_value(lower, ATOM_NIL);

	for (size_t i = 0; i < block->sequence.count; i++) {
		bool is_last = i + 1 == block->sequence.count;

		value = lower_expression(lower, block->sequence.items[i], is_last ? use : UNUSED);
		if (lower->block->is_closed)
			return none_value();
	}
	return value;
}

static enum ir_type field_ir_type(const struct tracepoint_field *field)
{
	if (field->kind == TRACEPOINT_STRING)
		return IR_TEXT;
	if (field->kind != TRACEPOINT_INTEGER)
		return IR_U64;
	return field->width == 8 && !field->is_signed ? IR_U64 : IR_S64;
}

static struct value lower_packet(struct lower *lower, struct type type)
{
	struct value packet = { .type = type,
				.position = constant(lower, IR_S64, 0),
				.length = new_register(lower, IR_S64, "packet") };

	add_statement(lower, IR_PACKET_LENGTH)->to = packet.length;
	settle(lower, packet.length);
	return packet;
}

static struct value read_context(struct lower *lower, const char *name, struct type read,
				 const struct tracepoint_access *access)
{
	struct ir_statement *statement;
	enum ir_type type;
	struct ir_value *to;

	if (read.slice.is_slice)
		return lower_packet(lower, read);
	type = field_ir_type(access->field);
	to = new_register(lower, type, identifier_of(lower->compile, name));
	statement = add_statement(lower, type == IR_TEXT ? IR_TEXT_FIELD : IR_FIELD);
	to->size = read.text_size;
	statement->to = to;
	statement->field.field = access->field;
	statement->field.structure = access->structure;
	settle(lower, to);
	if (type == IR_TEXT)
		return (struct value){ .type = read, .text = to };
	return (struct value){ .type = read, .payload = to };
}

struct value lower_field(struct lower *lower, const struct expression *expression)
{
	const struct typed *typed = typed_in(lower, expression);

	/* A part of the current task has no register. */
	if (typed->type.data_count == 1 && (typed->type.data->shape->kind == DATA_TASK_GROUPS ||
					    typed->type.data->shape->kind == DATA_CGROUP))
		return data_value(lower, typed->type.data->shape, NULL);
	/* Of what only ever raises, nothing is read: neither a key nor a context's field. */
	if (!typed_in(lower, expression->field.object)->type.context)
		return lower_key(lower, expression);
	return read_context(lower, expression->field.name, typed->type, &typed->access);
}

/* A map's pattern for the context: what it looks at is read before the tests. */
struct ir_value *test_context(struct lower *lower, const struct pattern *pattern)
{
	struct ir_value *condition = NULL;

	for (size_t i = 0; i < pattern->data.count; i++) {
		const struct pattern *item = pattern->data.items[i];
		const struct context_look *look = context_look_find(lower->instance, item);

		if (!look)
			return constant(lower, IR_S64, 0);
		if (item->kind != PATTERN_ANY)
			condition = both(lower, condition,
					 test_pattern(lower, item,
						      read_context(lower, look->name, look->type,
								   &look->access)));
	}
	return condition;
}

static struct value lower_raise(struct lower *lower, const struct expression *expression)
{
	const char *message = expression->raise.message;

	if (!message)
		message = expression->raise.kind == RAISE_BAD_BOOLEAN
				  ? "a value that must be true or false was neither"
				  : raise_kind_exception(expression->raise.kind);
	add_raise(lower, expression->raise.kind, expression->span.line, message);
	return none_value();
}

static struct value lower_by_kind(struct lower *lower, const struct expression *expression,
				  enum use use)
{
	switch (expression->kind) {
	case EXPRESSION_INTEGER:
		return lower_integer_literal(lower, expression);
	case EXPRESSION_ATOM:
		return atom_value(lower, typed_in(lower, expression)->type.atoms.ids[0]);
	case EXPRESSION_STRING:
		return lower_text(lower, expression);
	case EXPRESSION_BINARY:
		return lower_construct(lower, expression);
	case EXPRESSION_DATA:
		return lower_data(lower, expression);
	case EXPRESSION_VARIABLE:
		return *variable_value(lower, expression->variable);
	case EXPRESSION_MATCH:
		return lower_match(lower, expression);
	case EXPRESSION_BLOCK:
		return lower_block(lower, expression, use);
	case EXPRESSION_COND:
		return lower_cond(lower, expression, use);
	case EXPRESSION_CASE:
		return lower_case(lower, expression, use);
	case EXPRESSION_OPERATOR:
		return lower_operation(lower, expression);
	case EXPRESSION_FIELD:
		return typed_in(lower, expression)->field ? lower_record_field(lower, expression)
							  : lower_field(lower, expression);
	case EXPRESSION_CALL:
		return lower_call(lower, expression);
	case EXPRESSION_HELPER:
		return lower_helper(lower, expression, use);
	case EXPRESSION_FUNCTION:
		return lower_data_function(lower, expression);
	case EXPRESSION_RAISE:
		return lower_raise(lower, expression);
	case EXPRESSION_STRUCT:
		return lower_struct(lower, expression);
	case EXPRESSION_SEQUENCE:
		return lower_sequence_call(lower, expression);
	case EXPRESSION_APPLY:
		return lower_apply(lower, expression, use);
	case EXPRESSION_LOOP:
		return lower_loop(lower, expression, use);
	case EXPRESSION_NEXT:
		return lower_next(lower, expression);
	case EXPRESSION_UNKEPT:
		return zero_value(lower, &typed_in(lower, expression)->type);
	case EXPRESSION_CLOSURE:
		return lower_function_value(lower, expression);
	case EXPRESSION_INVOKE:
		return lower_invoke(lower, expression);
	case EXPRESSION_GLOBAL:
		return lower_global(lower, expression);
	case EXPRESSION_POISON:
		break;
	}
	BUG(lower->compile, "an expression of kind %d was to be lowered", (int)expression->kind);
}

struct value lower_expression(struct lower *lower, const struct expression *expression,
			      enum use use)
{
	const struct type *type = &typed_in(lower, expression)->type;
	int line = lower->line;
	struct value value;

	lower->line = lower->last_line = expression->span.line;
	value = lower_by_kind(lower, expression, use);
	lower->line = line;
	if (lower->block->is_closed || type_is_none(type))
		return none_value();
	return use == UNUSED ? value : as(lower, value, type);
}

struct ir_value *lower_integer(struct lower *lower, const struct expression *whole,
			       const struct expression *operand, struct value value,
			       unsigned raises, const char *use)
{
	bool is_of_function = whole->kind == EXPRESSION_OPERATOR && whole->operation.function;
	enum raise_kind kind = is_of_function ? RAISE_ARGUMENT : RAISE_NIL_OPERAND;
	struct ir_value *is_integer;

	if (typed_in(lower, whole)->raises & raises) {
		const char *what = operand->kind == EXPRESSION_VARIABLE ? operand->variable->name
									: "a value";

		is_integer = has_tag(lower, &value, TAG_INTEGER);
		if (is_integer)
			raise_if(lower, opposite(lower, is_integer), kind, whole->span.line,
				 arena_print(lower->compile->arena,
					     "`%s` was no integer, and %s needs one", what, use));
		else
			add_raise(lower, kind, whole->span.line, "a value was no integer");
	}
	if (!value.payload)
		return constant(lower, IR_S64, 0);
	return as_type(lower, value.payload, payload_type(&value.type));
}
