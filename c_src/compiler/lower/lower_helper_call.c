/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Helpers that are given numbers, texts and the context, and that return a number or fill memory
 * of ours.
 *
 *	status = 0; status = helper(&filled, ...);
 *	tag = <what is filled>; if (status < 0) tag = <{:error, reason}>;
 */
#include "compiler/lower/lower_internal.h"

#include "compiler/unit/memory_type.h"

struct value status_value(struct lower *lower, const struct expression *call,
			  struct ir_value *status, enum use use)
{
	const struct type *type = &typed_in(lower, call)->type;
	struct ir_block *block = lower->block;
	struct ir_statement *branch;
	struct value value, *reason;

	if (use == UNUSED)
		return atom_value(lower, ATOM_OK);
	value = declare_value(lower, type);
	reason = &value.data[0][1];
	branch = add_if(lower, assign(lower, IR_S64, IR_LESS, status, constant(lower, IR_S64, 0)));
	set(lower, value.tag, constant(lower, IR_S64, type->data[0].shape->tag));
	set(lower, reason->payload, status);
	lower->block = branch->branch.otherwise;
	if (type->integer != INTEGER_NONE)
		set(lower, value.payload, status);
	else
		set(lower, value.tag, constant(lower, IR_S64, TAG_ATOM));
	lower->block = block;
	settle_value(lower, &value);
	return value;
}

/* Of a union, whose parts that are not there nobody looks at. */
static struct value filled_or_error(struct lower *lower, const struct type *type,
				    struct ir_value *status, struct ir_value *filled)
{
	struct value value = zero_value(lower, type);
	struct ir_block *block = lower->block;

	value.tag = declare(lower, IR_S64, type->text_size ? TAG_BINARY : TAG_INTEGER, NULL);
	add_if(lower, assign(lower, IR_S64, IR_LESS, status, constant(lower, IR_S64, 0)));
	set(lower, value.tag, constant(lower, IR_S64, type->data[0].shape->tag));
	lower->block = block;
	settle(lower, value.tag);
	value.data[0][1].payload = status;
	if (type->text_size)
		value.text = filled;
	else
		value.payload = filled;
	return value;
}

/* The values of the arguments that C takes; false when one of them only ever raises. */
static bool lower_argument(struct lower *lower, const struct expression *call, size_t n,
			   struct ir_value **to)
{
	const struct helper *helper = call->helper.helper;
	const struct expression *argument = call->helper.arguments[n];
	const struct parameter *parameter = &helper->parameters.items[helper_shown(helper, n)];
	struct value value = lower_expression(lower, argument, USED);
	bool may_raise = value.tag || value.type.integer == INTEGER_NONE;

	if (lower->block->is_closed)
		return false;
	if (parameter->kind == PARAMETER_TEXT)
		*to = stored_text(lower, value).text;
	else if (helper_integer_type(parameter->kind))
		*to = lower_integer(lower, call, argument, value, may_raise ? RAISES_RIGHT : 0,
				    arena_print(lower->compile->arena, "`%s`", helper->name));
	return true;
}

/* The type of the number that the kernel fills in; NULL for a text, or nothing. */
static const struct integer_type *filled_integer(struct lower *lower, const struct expression *call)
{
	const struct helper *helper = call->helper.helper;

	for (size_t i = 0; i < helper->parameters.count; i++) {
		switch (helper->parameters.items[i].kind) {
		case PARAMETER_TYPE_SIZE:
			return typed_in(lower, call)->helper.filled;
		case PARAMETER_S64_OUTPUT:
			return integer_type_find("s64");
		case PARAMETER_U64_OUTPUT:
		case PARAMETER_PID_OUTPUT:
			return integer_type_find("u64");
		default:
			break;
		}
	}
	return NULL;
}

static struct value add_filling(struct lower *lower, const struct expression *call,
				struct ir_value **arguments)
{
	const struct type *type = &typed_in(lower, call)->type;
	bool may_fail = type->data_count;
	struct ir_value *status = may_fail ? declare(lower, IR_S64, 0, "status") : NULL;
	struct ir_value *to = type->text_size
				      ? new_register(lower, IR_TEXT, may_fail ? "text" : "comm")
				      : new_register(lower, payload_type(type), NULL);
	struct ir_statement *statement = add_statement(lower, IR_HELPER);

	statement->to = to;
	statement->called.helper = call->helper.helper;
	statement->called.arguments = arguments;
	statement->called.status = status ? used(status) : NULL;
	statement->called.filled = filled_integer(lower, call);
	to->size = type->text_size;
	settle(lower, to);
	if (!may_fail)
		return (struct value){ .type = *type, .text = to };
	settle(lower, status);
	return filled_or_error(lower, type, status, to);
}

struct value lower_helper_call(struct lower *lower, const struct expression *call, enum use use)
{
	const struct helper *helper = call->helper.helper;
	const struct type *type = &typed_in(lower, call)->type;
	struct ir_value **arguments =
		ARENA_ARRAY(lower->compile->arena, struct ir_value *, helper->parameters.count);
	struct ir_statement *statement;

	for (size_t n = 0; n < call->helper.count; n++) {
		size_t at = helper_shown(helper, n);

		if (!lower_argument(lower, call, n, &arguments[at]))
			return none_value();
		if (arguments[at])
			used(arguments[at]);
	}
	if (helper->result == RESULT_FILLED)
		return add_filling(lower, call, arguments);
	statement = add_statement(lower, IR_HELPER);
	statement->called.helper = helper;
	statement->called.arguments = arguments;
	statement->called.flag = typed_in(lower, call)->helper.flag;
	statement->called.map = typed_in(lower, call)->helper.map;
	if (helper->result == RESULT_NONE)
		return atom_value(lower, ATOM_OK);
	if (helper->result != RESULT_STATUS && helper->result != RESULT_SIZE_OR_ERROR) {
		statement->to = new_register(lower, payload_type(type), NULL);
		settle(lower, statement->to);
		return integer_value(*type, statement->to);
	}
	statement->to = new_register(lower, IR_S64, "status");
	settle(lower, statement->to);
	return status_value(lower, call, statement->to, use);
}
