/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Helpers that are given numbers, texts and the context, and that return a number or fill memory
 * of ours.
 *
 *	status = 0; status = helper(&filled, ...);
 *	tag = <what is filled>; if (status < 0) tag = <{:error, reason}>;
 */
#include "compiler/lower/lower_data.h"
#include "compiler/lower/lower_data.h"
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

static int filled_tag(const struct type *type)
{
	if (type->memory)
		return TAG_MEMORY;
	return type_has_binary(type) ? TAG_BINARY : TAG_INTEGER;
}

static void put_filled(struct value *value, struct ir_value *filled)
{
	if (value->type.memory)
		value->memory = filled;
	else if (type_has_binary(&value->type))
		value->text = filled;
	else
		value->payload = filled;
}

/* Of a union, whose parts that are not there nobody looks at. */
static struct value filled_or_error(struct lower *lower, const struct type *type,
				    struct ir_value *status, struct ir_value *filled)
{
	struct value value = zero_value(lower, type);
	struct ir_block *block = lower->block;

	value.tag = declare(lower, IR_S64, filled_tag(type), NULL);
	add_if(lower, assign(lower, IR_S64, IR_LESS, status, constant(lower, IR_S64, 0)));
	set(lower, value.tag, constant(lower, IR_S64, type->data[0].shape->tag));
	lower->block = block;
	settle(lower, value.tag);
	value.data[0][1].payload = status;
	put_filled(&value, filled);
	return value;
}

static bool is_taken_apart(const struct memory_type *memory)
{
	return memory && (memory->kind == MEMORY_TUPLE || memory->kind == MEMORY_SWAPPED);
}

/*
 * A call's value that is {:error, status} where that is below 0. What it is else is to be set where
 * statements go then; they go on after `block` when it is.
 */
static struct value value_or_error(struct lower *lower, const struct type *type,
				   struct ir_value *status, struct ir_block **block)
{
	struct value value = declare_value(lower, type);
	struct type failed = type_error(lower->compile);
	struct value error = zero_value(lower, &failed);
	struct ir_statement *branch;

	*block = lower->block;
	branch = add_if(lower, assign(lower, IR_S64, IR_LESS, status, constant(lower, IR_S64, 0)));
	error.data[0][1].payload = status;
	set_value(lower, &value, error);
	lower->block = branch->branch.otherwise;
	return value;
}

/* status < 0 ? {:error, status} : <the elements of what is filled> */
static struct value elements_or_error(struct lower *lower, const struct type *type,
				      struct ir_value *status, struct ir_value *filled)
{
	struct ir_block *block;
	struct value value = value_or_error(lower, type, status, &block);

	set_value(lower, &value, from_memory(lower, filled->memory, filled));
	lower->block = block;
	settle_value(lower, &value);
	return value;
}

/* status < 0 ? {:error, status} : {:ok, status, changed} */
static struct value changed_or_error(struct lower *lower, const struct expression *call,
				     struct ir_value *status, struct ir_value *changed)
{
	struct type code = type_integer(INTEGER_S64, 0, INT32_MAX);
	struct value *elements = ARENA_ARRAY(lower->compile->arena, struct value, 3);
	struct ir_block *block;
	struct value value = value_or_error(lower, &typed_in(lower, call)->type, status, &block);

	elements[0] = atom_value(lower, ATOM_OK);
	elements[1] = integer_value(code, status);
	elements[2] = from_memory(lower, typed_in(lower, call)->helper.output, changed);
	set_value(lower, &value,
		  data_value(lower, shape_of(lower->compile, DATA_TUPLE, 3, ATOM_OK, NULL),
			     elements));
	lower->block = block;
	settle_value(lower, &value);
	return value;
}

/* The values of the arguments that C takes; false when one of them only ever raises. */
static bool lower_argument(struct lower *lower, const struct expression *call, size_t n,
			   struct ir_value **to)
{
	const struct helper *helper = call->helper.helper;
	const struct expression *argument = call->helper.arguments[n];
	size_t at = helper_shown(helper, n);
	const struct parameter *parameter = &helper->parameters.items[at];
	const struct memory_type *given = typed_in(lower, call)->helper.given[at];
	struct value value;
	bool may_raise;

	if (given && given->size) {
		*to = to_memory(lower, call, argument, given);
		return *to != NULL;
	}
	value = lower_expression(lower, argument, USED);
	may_raise = value.tag || value.type.integer == INTEGER_NONE;
	if (lower->block->is_closed)
		return false;
	if (parameter->kind == PARAMETER_TEXT || parameter->kind == PARAMETER_CONSTANT_TEXT)
		*to = stored_text(lower, value).text;
	else if (helper_integer_type(parameter->kind))
		*to = lower_integer(lower, call, argument, value, may_raise ? RAISES_RIGHT : 0,
				    arena_print(lower->compile->arena, "`%s`", helper->name));
	return true;
}

/* What the kernel fills in; NULL for a text. */
static const struct memory_type *filled_memory(struct lower *lower, const struct expression *call)
{
	const struct helper *helper = call->helper.helper;
	const char *integer = NULL;

	if (typed_in(lower, call)->helper.output)
		return typed_in(lower, call)->helper.output;
	for (size_t i = 0; i < helper->parameters.count; i++) {
		enum parameter_kind kind = helper->parameters.items[i].kind;

		if (kind == PARAMETER_S64_OUTPUT)
			integer = "s64";
		else if (kind == PARAMETER_U64_OUTPUT || kind == PARAMETER_PID_OUTPUT)
			integer = "u64";
	}
	return integer ? memory_type_of_integer(lower->compile, integer_type_find(integer)) : NULL;
}

static struct ir_value *new_filled(struct lower *lower, const struct type *type,
				   const struct memory_type *memory, bool may_fail)
{
	struct ir_value *to;

	if (memory && memory_type_is_scalar(memory))
		return new_register(lower, number_type(memory), NULL);
	if (memory)
		return new_loaded(lower, memory);
	to = new_register(lower, IR_TEXT, may_fail ? "text" : "comm");
	to->size = type->text_size;
	return to;
}

static struct value add_filling(struct lower *lower, const struct expression *call,
				struct ir_value **arguments)
{
	const struct type *type = &typed_in(lower, call)->type;
	const struct memory_type *memory = filled_memory(lower, call);
	bool may_fail = type->data_count;
	struct ir_value *status = may_fail ? declare(lower, IR_S64, 0, "status") : NULL;
	struct ir_value *to = new_filled(lower, type, memory, may_fail);
	struct ir_statement *statement = add_statement(lower, IR_HELPER);

	statement->to = to;
	statement->called.helper = call->helper.helper;
	statement->called.arguments = arguments;
	statement->called.flag = typed_in(lower, call)->helper.flag;
	statement->called.status = status ? used(status) : NULL;
	statement->called.output = memory;
	statement->called.given = typed_in(lower, call)->helper.given;
	statement->called.filled = memory && memory_type_is_scalar(memory) ? memory->integer : NULL;
	settle(lower, to);
	if (!may_fail)
		return (struct value){ .type = *type, .text = to };
	settle(lower, status);
	if (call->helper.helper->result == RESULT_CHANGED)
		return changed_or_error(lower, call, status, to);
	if (is_taken_apart(memory))
		return elements_or_error(lower, type, status, to);
	return filled_or_error(lower, type, status, to);
}

static void note_kfunc(struct lower *lower, const struct helper *kfunc)
{
	struct ir_unit *unit = lower->unit;

	for (size_t i = 0; i < unit->kfunc_count; i++) {
		if (unit->kfuncs[i]->name == kfunc->name)
			return;
	}
	unit->kfuncs = arena_grow(lower->compile->arena, unit->kfuncs, unit->kfunc_count,
				  unit->kfunc_count + 1, sizeof(*unit->kfuncs));
	unit->kfuncs[unit->kfunc_count++] = kfunc;
}

struct value lower_helper_call(struct lower *lower, const struct expression *call, enum use use)
{
	const struct helper *helper = call->helper.helper;
	const struct type *type = &typed_in(lower, call)->type;
	struct ir_value **arguments =
		ARENA_ARRAY(lower->compile->arena, struct ir_value *, helper->parameters.count);
	struct ir_statement *statement;

	/* What it is asked for calls it. */
	if (helper->result == RESULT_TASK_POINTER)
		return data_value(lower, type->data->shape, NULL);
	for (size_t n = 0; n < call->helper.count; n++) {
		size_t at = helper_shown(helper, n);

		if (!lower_argument(lower, call, n, &arguments[at]))
			return none_value();
		if (arguments[at])
			used(arguments[at]);
	}
	if (helper->id == HELPER_KFUNC)
		note_kfunc(lower, helper);
	if (helper->result == RESULT_FILLED || helper->result == RESULT_CHANGED)
		return add_filling(lower, call, arguments);
	statement = add_statement(lower, IR_HELPER);
	statement->called.helper = helper;
	statement->called.arguments = arguments;
	statement->called.flag = typed_in(lower, call)->helper.flag;
	statement->called.map = typed_in(lower, call)->helper.map;
	statement->called.given = typed_in(lower, call)->helper.given;
	if (helper->result == RESULT_NONE)
		return atom_value(lower, ATOM_OK);
	if (helper->result != RESULT_STATUS && helper->result != RESULT_SIZE_OR_ERROR &&
	    helper->result != RESULT_MAP_STATUS && helper->result != RESULT_INT_OR_ERROR &&
	    helper->result != RESULT_NUMBER_OR_ERROR) {
		statement->to = new_register(lower, payload_type(type), NULL);
		settle(lower, statement->to);
		return integer_value(*type, statement->to);
	}
	statement->to = new_register(lower, IR_S64, "status");
	settle(lower, statement->to);
	return status_value(lower, call, statement->to, use);
}
