/* SPDX-License-Identifier: Apache-2.0 */
/* bpf_printk: a format of the kernel's, and its arguments; what is known is part of the format. */
#include "base/buffer.h"
#include "compiler/infer/printk_format.h"
#include "compiler/lower/lower_internal.h"

/* The n-th value of a bpf_printk, as the kernel takes it. */
static struct ir_value *printed(struct lower *lower, const struct expression *call,
				const struct expression *argument, struct value value,
				enum printk_kind kind)
{
	if (call->helper.is_interpolated && kind == PRINTK_ATOMS)
		return lower_conversion(lower, &value, CONVERSION_ANY).text;
	if (value.type.text_size)
		return stored_text(lower, value).text;
	return lower_integer(lower, call, argument, value,
			     value.tag || value.type.integer == INTEGER_NONE ? RAISES_RIGHT : 0,
			     "bpf_printk");
}

static struct ir_value *add_printk(struct lower *lower, const struct expression *format,
				   const struct printk_value *values, struct ir_value **arguments,
				   size_t count)
{
	struct ir_value *status = new_register(lower, IR_S64, "status");
	struct ir_statement *statement = add_statement(lower, IR_PRINTK);
	struct buffer text;

	buffer_init(&text, lower->compile->arena);
	printk_print(&text, format->string.bytes, format->string.size, values);
	statement->to = status;
	statement->printk.format = text.text ? text.text : "";
	statement->printk.arguments = arguments;
	statement->printk.count = count;
	for (size_t i = 0; i < count; i++)
		used(arguments[i]);
	settle(lower, status);
	return status;
}

static struct value lower_printk_arguments(struct lower *lower, const struct expression *call,
					   const struct expression *format,
					   const struct expression *list, size_t first,
					   enum use use)
{
	struct ir_value **arguments =
		ARENA_ARRAY(lower->compile->arena, struct ir_value *, PRINTK_MOST_VALUES);
	struct printk_value values[PRINTK_MOST_VALUES];
	size_t count = 0;

	for (size_t i = 0; i + first < list->data.count; i++) {
		const struct expression *argument = list->data.items[first + i];
		struct value value = lower_expression(lower, argument, USED);

		if (lower->block->is_closed)
			return none_value();
		values[i] = printk_value_of(&lower->typed_unit->atoms,
					    &typed_in(lower, argument)->type);
		if (call->helper.is_interpolated && values[i].kind == PRINTK_CONSTANT)
			continue;
		arguments[count] = printed(lower, call, argument, value, values[i].kind);
		values[i].is_u64 = arguments[count++]->type == IR_U64;
	}
	return status_value(lower, call, add_printk(lower, format, values, arguments, count), use);
}

struct value lower_printk(struct lower *lower, const struct expression *call, enum use use)
{
	const struct expression *first = call->helper.arguments[0];

	if (call->helper.count == 2)
		return lower_printk_arguments(lower, call, first, call->helper.arguments[1], 0,
					      use);
	return lower_printk_arguments(lower, call, first->data.items[0], first, 1, use);
}
