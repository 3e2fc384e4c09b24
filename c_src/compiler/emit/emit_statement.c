/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Statements as C. A pure operation that is used once and that no variable names is
 * written where it is used.
 */
#include "compiler/emit/emit_internal.h"
#include "compiler/infer/printk_format.h"
#include "compiler/unit/record_type.h"

#include <string.h>

static const char *operation_c(struct emit *emit, const struct ir_statement *statement);

static const char *constant_c(struct emit *emit, const struct ir_value *value)
{
	struct arena *arena = emit->compile->arena;

	if (value->type == IR_U64 && value->constant > WIDE_S64_MAX)
		return arena_print(arena, "%lluull", (unsigned long long)value->constant);
	if (value->constant == WIDE_S64_MIN)
		return "(-9223372036854775807ll - 1)";
	if (value->constant > INT32_MAX || value->constant < INT32_MIN)
		return arena_print(arena, value->constant < 0 ? "(%lldll)" : "%lldll",
				   (long long)value->constant);
	return arena_print(arena, value->constant < 0 ? "(%lld)" : "%lld",
			   (long long)value->constant);
}

/* As variables of the generated C that are no values are called, with a number of their own. */
static bool is_called_as_ours(const char *name)
{
	static const char *const ours[] = {
#define OWN_NAME(name) #name,
#include "compiler/emit/own_name.def"
#undef OWN_NAME
	};

	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++) {
		if (strcmp(name, ours[i]) == 0)
			return true;
	}
	return false;
}

const char *variable_c(struct emit *emit, const struct ir_value *value)
{
	const char *name = value->name ? value->name : "v";

	return arena_print(emit->compile->arena, is_called_as_ours(name) ? "%s__%d" : "%s_%d", name,
			   value->number);
}

/* What the turn of a loop sets stands in the struct that it is given. */
static bool is_in_struct(const struct emit *emit, const struct ir_value *value)
{
	const struct captured *captured =
		emit->callback ? captured_value(emit->callback->capture, value) : NULL;

	return captured && captured->is_set;
}

const char *value_c(struct emit *emit, const struct ir_value *value)
{
	struct arena *arena = emit->compile->arena;

	if (value->kind == IR_CONSTANT && value->type == IR_MEMORY)
		return zero_data_c(emit, value);
	if (value->kind == IR_CONSTANT)
		return constant_c(emit, value);
	if (value->part)
		return part_c(emit, value);
	if (ir_is_written_where_used(value))
		return arena_print(arena, "(%s)", operation_c(emit, value->assignment));
	if (value->is_in_scratch)
		return scratch_c(emit, value);
	if (value->is_borrowed)
		return borrowed_c(emit, value);
	if (value->is_captured && is_in_struct(emit, value))
		return value->type == IR_MEMORY
			       ? captured_data_c(emit, value)
			       : arena_print(arena, "c->%s", variable_c(emit, value));
	return variable_c(emit, value);
}

const char *address_c(struct emit *emit, const char *place)
{
	return arena_print(emit->compile->arena, "&%s", place);
}

const char *pointer_c(struct emit *emit, const struct ir_value *pointer)
{
	return arena_print(emit->compile->arena, "%s *",
			   pointer->pointee ? pointer->pointee->c_type : "void");
}

const char *declaration_c(struct emit *emit, const struct ir_value *value, const char *name)
{
	struct arena *arena = emit->compile->arena;

	if (value->type == IR_MEMORY)
		return data_declaration(emit, value->memory, name);
	if (value->type == IR_TEXT)
		return text_declaration(emit, value, name);
	if (value->type == IR_POINTER)
		return arena_print(arena, "%s%s", pointer_c(emit, value), name);
	return arena_print(arena, "%s %s", ir_type_c(value->type), name);
}

void emit_declaration(struct emit *emit, const struct ir_value *value, int line)
{
	if (!value->is_in_scratch)
		emit_line(emit, line, "%s;", declaration_c(emit, value, value_c(emit, value)));
}

/* `@0`: the operand as a value of the result's type. */
static const char *cast_c(struct emit *emit, const struct ir_value *value, enum ir_type type)
{
	if (value->type == type && value->kind == IR_REGISTER)
		return value_c(emit, value);
	if (value->kind == IR_CONSTANT && value->constant >= 0)
		return value_c(emit, value);
	return arena_print(emit->compile->arena, "(%s)%s", ir_type_c(type), value_c(emit, value));
}

static const char *operation_c(struct emit *emit, const struct ir_statement *statement)
{
	const char *c = ir_op_c(statement->assign.op);
	struct buffer text;

	buffer_init(&text, emit->compile->arena);
	for (; *c; c++) {
		const struct ir_value *operand;

		if (*c != '$' && *c != '@') {
			buffer_add(&text, c, 1);
			continue;
		}
		operand = statement->assign.operands[c[1] - '0'];
		buffer_add_text(&text, *c == '$' ? value_c(emit, operand)
						 : cast_c(emit, operand, statement->to->type));
		c++;
	}
	return text.text;
}

/* Without the parentheses that value_c() puts around an operation. */
const char *condition_c(struct emit *emit, const struct ir_value *value)
{
	if (value->kind == IR_REGISTER && ir_is_written_where_used(value))
		return operation_c(emit, value->assignment);
	return value_c(emit, value);
}

const char *late_variable_c(struct emit *emit, const struct integer_type *type, bool is_key)
{
	return arena_print(emit->compile->arena, "%s_%s", is_key ? "key" : "stored", type->name);
}

static const char *slot_c(struct emit *emit, const struct ir_slot *slot)
{
	const char *name = slot->value->name ? slot->value->name : "slot";

	if (slot->variable >= 0)
		return arena_print(emit->compile->arena, "kept_%s_%d", slot->type->name,
				   slot->variable);
	return arena_print(emit->compile->arena, "%s_%s_%d", name, slot->type->name, slot->number);
}

/* The slot, which is stored now if it is late. */
const char *used_slot_c(struct emit *emit, const struct ir_statement *statement,
			const struct ir_slot *slot)
{
	const char *variable;

	if (!slot->is_late)
		return slot_c(emit, slot);
	variable = late_variable_c(emit, slot->type, slot == statement->map.key);
	emit_line(emit, statement->line, "%s = %s;", variable, condition_c(emit, slot->value));
	return variable;
}

void emit_slot(struct emit *emit, const struct ir_slot *slot, int line)
{
	if (slot->is_late)
		return;
	emit_line(emit, line, "%s%s%s = %s;", slot->variable >= 0 ? "" : slot->type->c_type,
		  slot->variable >= 0 ? "" : " ", slot_c(emit, slot), value_c(emit, slot->value));
}

const char *leave_c(struct emit *emit)
{
	const struct ir_function *function = emit->function;

	const char *leave;

	if (emit->callback)
		leave = leave_loop_c(emit);
	else
		leave = arena_print(emit->compile->arena, "return %d;",
				    function->is_program ? function->raise_value : 1);
	if (!emit->locked)
		return leave;
	return arena_print(emit->compile->arena, "{ %s %s }", unlock_c(emit, emit->locked), leave);
}

void emit_hiding(struct emit *emit, const struct ir_value *value, int line)
{
	emit_line(emit, line, "asm volatile(\"\" : \"+r\"(%s));", value_c(emit, value));
}

/* Else the address would be kept for it, and clang would make one number of it and of others. */
static bool is_late_test(const struct emit *emit, const struct ir_statement *assign)
{
	return emit->function->is_crowded && assign->assign.op == IR_IS_NULL && assign->to->uses &&
	       outlives_call(assign->to) && !ir_is_written_where_used(assign->to);
}

const char *assignment_c(struct emit *emit, const struct ir_value *to)
{
	if (!to || !to->uses)
		return "";
	if (to->is_in_scratch)
		return arena_print(emit->compile->arena, "%s = ", value_c(emit, to));
	return arena_print(emit->compile->arena, "%s %s = ", ir_type_c(to->type),
			   value_c(emit, to));
}

/*
 * Between two barriers, each with a number of its own: else clang makes one address of
 * several reads, and the verifier refuses a context pointer that was computed with.
 */
static void emit_field(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to;

	if (!to->uses)
		return;
	emit_line(emit, statement->line, "asm volatile(\"\" : \"+r\"(ctx) : \"i\"(%d));",
		  emit->barriers++);
	emit_line(emit, statement->line, "%s%s;", assignment_c(emit, to),
		  record_access(emit, statement));
	emit_line(emit, statement->line, "asm volatile(\"\" : : \"i\"(%d));", emit->barriers++);
}

static void emit_text_field(struct emit *emit, const struct ir_statement *statement)
{
	const char *name = value_c(emit, statement->to);
	unsigned count = statement->field.field->count;

	if (!statement->to->uses)
		return;
	emit_empty_text(emit, statement->to, statement->line);
	emit_line(emit, statement->line, "bpf_probe_read_kernel_str(%s, %u, &%s);", name, count + 1,
		  record_access(emit, statement));
}

/* A bare literal is an int to C, of which the other 32 bits would be lost. */
static const char *printed_c(struct emit *emit, const struct ir_value *argument)
{
	return arena_print(emit->compile->arena, argument->kind == IR_CONSTANT ? "(__s64)%s" : "%s",
			   condition_c(emit, argument));
}

/* The same in an array of numbers. */
static const char *packed_c(struct emit *emit, const struct ir_value *argument)
{
	return arena_print(emit->compile->arena,
			   argument->type == IR_TEXT ? "(__u64)(unsigned long)%s" : "(__u64)(%s)",
			   printed_c(emit, argument));
}

static void emit_printk(struct emit *emit, const struct ir_statement *statement)
{
	bool is_packed = statement->printk.count > PRINTK_MOST_ARGUMENTS;
	int number = statement->to->number, line = statement->line;
	const char *result = assignment_c(emit, statement->to);
	struct buffer list;

	buffer_init(&list, emit->compile->arena);
	for (size_t i = 0; i < statement->printk.count; i++) {
		const struct ir_value *argument = statement->printk.arguments[i];

		buffer_print(&list, "%s%s", is_packed && !i ? "" : ", ",
			     is_packed ? packed_c(emit, argument) : printed_c(emit, argument));
	}
	emit_line(emit, line, "static const char format_%d[] = \"%s\";", number,
		  statement->printk.format);
	if (is_packed) {
		emit_line(emit, line, "__u64 printed_%d[] = { %s };", number, list.text);
		emit_line(emit, line,
			  "%sbpf_trace_vprintk(format_%d, sizeof(format_%d), printed_%d, "
			  "sizeof(printed_%d));",
			  result, number, number, number, number);
	} else {
		emit_line(emit, line, "%sbpf_trace_printk(format_%d, sizeof(format_%d)%s);", result,
			  number, number, list.text ? list.text : "");
	}
}

/* The function of C for an atomic operation, and what stands before its amount. */
static const char *atomic_c(enum change change, const char **sign)
{
	*sign = change == CHANGE_SUBTRACT ? "-" : "";
	switch (change) {
	case CHANGE_ADD:
	case CHANGE_SUBTRACT:
		return "add";
	case CHANGE_AND:
		return "and";
	case CHANGE_OR:
		return "or";
	case CHANGE_XOR:
		return "xor";
	case CHANGE_STORE:
		break;
	}
	return NULL;
}

static void emit_change(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *amount = statement->memory.amount;
	const char *place = changed_c(emit, statement), *sign;
	const char *atomic = atomic_c(statement->memory.change, &sign);

	if (atomic)
		emit_line(emit, statement->line, "__sync_fetch_and_%s(%s%s, %s%s);", atomic,
			  statement->memory.field ? "&" : "", place, sign, value_c(emit, amount));
	else if (statement->memory.field)
		emit_put(emit, statement->line, place, statement->memory.field->offset,
			 statement->memory.field->type, amount);
	else
		emit_line(emit, statement->line, "*%s = %s;", place, condition_c(emit, amount));
}

static void emit_memory(struct emit *emit, const struct ir_statement *statement)
{
	const char *pointer = value_c(emit, statement->memory.pointer);

	if (statement->kind == IR_STORE)
		emit_data_store(emit, statement);
	else if (statement->kind == IR_LOAD && statement->to->memory)
		emit_data_load(emit, statement);
	else if (statement->kind == IR_LOAD)
		emit_line(emit, statement->line, "%s*%s;", assignment_c(emit, statement->to),
			  pointer);
	else if (statement->kind == IR_EXCHANGE)
		emit_line(emit, statement->line, "%s__sync_val_compare_and_swap(%s, %s, %s);",
			  assignment_c(emit, statement->to), pointer,
			  value_c(emit, statement->memory.expected),
			  value_c(emit, statement->memory.amount));
	else
		emit_change(emit, statement);
}

static void emit_statement(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to;
	int line = statement->line;

	switch (statement->kind) {
	case IR_ASSIGN:
		if (to->uses && !ir_is_written_where_used(to))
			emit_line(emit, line, "%s%s;", assignment_c(emit, to),
				  operation_c(emit, statement));
		if (to->is_hidden || (to->is_pinned && to->uses) || is_late_test(emit, statement))
			emit_hiding(emit, to, line);
		break;
	case IR_DECLARE:
		if (to->type == IR_MEMORY)
			emit_data_declaration(emit, line, to);
		else
			emit_line(emit, line, "%s = %s;",
				  to->is_in_scratch ? value_c(emit, to)
						    : declaration_c(emit, to, value_c(emit, to)),
				  value_c(emit, statement->value));
		break;
	case IR_SET:
		if (to->type == IR_MEMORY)
			emit_data_copy(emit, line, address_c(emit, value_c(emit, to)),
				       statement->value);
		else
			emit_line(emit, line, "%s = %s;", value_c(emit, to),
				  condition_c(emit, statement->value));
		break;
	case IR_IF:
		emit_if(emit, statement);
		break;
	case IR_BLOCK:
		emit_labelled(emit, statement);
		break;
	case IR_LEAVE:
		emit_line(emit, line, "%s", leave_block_c(emit, statement->leave));
		break;
	case IR_SLOT:
		emit_slot(emit, statement->slot, line);
		break;
	case IR_LOOKUP:
	case IR_UPDATE:
	case IR_DELETE:
		emit_map_access(emit, statement);
		break;
	case IR_TAKE:
		emit_take(emit, statement);
		break;
	case IR_LOAD:
	case IR_CHANGE:
	case IR_EXCHANGE:
	case IR_STORE:
		emit_memory(emit, statement);
		break;
	case IR_GLOBAL_LOAD:
	case IR_GLOBAL_STORE:
	case IR_GLOBAL_ADD:
		emit_global(emit, statement);
		break;
	case IR_TIMER:
		emit_timer(emit, statement);
		break;
	case IR_HELPER:
		emit_helper_call(emit, statement);
		break;
	case IR_TAIL_CALL:
		emit_tail_call(emit, statement);
		break;
	case IR_PRINTK:
		emit_printk(emit, statement);
		break;
	case IR_FIELD:
		emit_field(emit, statement);
		break;
	case IR_TEXT_FIELD:
		emit_text_field(emit, statement);
		break;
	case IR_CALL:
		emit_call(emit, statement);
		break;
	case IR_RAISE:
		emit_line(emit, line, "honey_raise(%d);", statement->site);
		emit_line(emit, line, "%s", leave_c(emit));
		break;
	case IR_RETURN:
		emit_return(emit, statement);
		break;
	case IR_BUILD:
		emit_build(emit, statement);
		break;
	case IR_EMIT:
		emit_event(emit, statement);
		break;
	case IR_PART:
		emit_part(emit, statement);
		break;
	case IR_SAME:
		emit_same(emit, statement);
		break;
	case IR_PIN:
		emit_line(emit, line, "asm volatile(\"\" : : \"r\"(&%s) : \"memory\");",
			  value_c(emit, statement->pinned));
		break;
	case IR_PACKET_LENGTH:
	case IR_SEEK:
	case IR_READ:
	case IR_BITS:
	case IR_TEXT_LITERAL:
	case IR_TEXT_DECLARE:
	case IR_TEXT_SET:
	case IR_TEXT_STORE:
	case IR_TEXT_APPEND:
	case IR_TEXT_PART:
	case IR_TEXT_TAIL:
	case IR_TEXT_DECIMAL:
	case IR_TEXT_LENGTH:
	case IR_TEXT_EQUAL:
		emit_binary(emit, statement);
		break;
	case IR_LOOP:
		emit_loop(emit, statement);
		break;
	case IR_ELEMENT:
		emit_element(emit, statement);
		break;
	case IR_PIECE:
		emit_piece(emit, statement);
		break;
	}
}

void emit_block(struct emit *emit, const struct ir_block *block)
{
	for (const struct ir_statement *s = block->first; s; s = s->next) {
		const struct ir_statement *last = emit_switch(emit, s);

		if (last)
			s = last;
		else
			emit_statement(emit, s);
	}
}
