/* SPDX-License-Identifier: Apache-2.0 */
/* A statement is `{kind, line, to, payload}`; the payload's form is the kind's. */
#include "compiler/export/export_internal.h"
#include "compiler/export/export_ir.h"

const char *const export_op_names[] = {
#define IR_OP(enumerator, c, prelude) #enumerator,
#include "compiler/lower/ir_op.def"
#undef IR_OP
};
const size_t export_op_count = sizeof(export_op_names) / sizeof(export_op_names[0]);

static const char *ir_kind_name(enum ir_kind kind)
{
	switch (kind) {
	case IR_ASSIGN:
		return "assign";
	case IR_DECLARE:
	case IR_SET:
		return "set";
	case IR_IF:
		return "if";
	case IR_BLOCK:
		return "block";
	case IR_LEAVE:
		return "leave";
	case IR_SLOT:
		return "slot";
	case IR_LOOKUP:
		return "lookup";
	case IR_LOAD:
		return "load";
	case IR_UPDATE:
		return "update";
	case IR_DELETE:
		return "delete";
	case IR_TAKE:
		return "take";
	case IR_STORE:
		return "store";
	case IR_GLOBAL_LOAD:
		return "var_load";
	case IR_GLOBAL_STORE:
		return "var_store";
	case IR_GLOBAL_ADD:
		return "var_add";
	case IR_CHANGE:
		return "change";
	case IR_EXCHANGE:
		return "exchange";
	case IR_TIMER:
		return "timer";
	case IR_HELPER:
		return "helper";
	case IR_PRINTK:
		return "printk";
	case IR_TAIL_CALL:
		return "tail_call";
	case IR_FIELD:
		return "field";
	case IR_TEXT_FIELD:
		return "text_field";
	case IR_CALL:
		return "call";
	case IR_RAISE:
		return "raise";
	case IR_RETURN:
		return "return";
	case IR_BUILD:
		return "build";
	case IR_EMIT:
		return "emit";
	case IR_PART:
		return "part";
	case IR_SAME:
		return "same";
	case IR_PIN:
		return "pin";
	case IR_PACKET_LENGTH:
		return "packet_length";
	case IR_SEEK:
		return "seek";
	case IR_READ:
		return "read";
	case IR_BITS:
		return "bits";
	case IR_TEXT_LITERAL:
	case IR_TEXT_DECLARE:
		return "text";
	case IR_TEXT_SET:
		return "set";
	case IR_TEXT_STORE:
		return "text_store";
	case IR_TEXT_APPEND:
		return "text_append";
	case IR_TEXT_PART:
	case IR_TEXT_TAIL:
		return "text_part";
	case IR_TEXT_DECIMAL:
		return "text_decimal";
	case IR_TEXT_LENGTH:
		return "text_length";
	case IR_TEXT_EQUAL:
		return "text_equal";
	case IR_LOOP:
		return "loop";
	case IR_ELEMENT:
		return "element";
	/* Is split from a function after it was exported. */
	case IR_PIECE:
		break;
	}
	return NULL;
}

static void export_call(struct export *export, const struct ir_statement *s)
{
	etf_write_tuple(&export->writer, 3);
	etf_write_text(&export->writer, s->call.callee->symbol);
	export_values(export, s->call.arguments, s->call.count);
	export_values(export, s->call.results, s->call.callee->result_count);
}

/* {from, at, bytes}, of a READ with whether the first byte is the highest */
static void export_slice(struct export *export, const struct ir_statement *s)
{
	struct etf_writer *writer = &export->writer;

	etf_write_tuple(writer, s->kind == IR_READ ? 4 : 3);
	export_value(export, s->slice.from);
	etf_write_integer(writer, s->slice.at);
	etf_write_integer(writer, s->slice.size);
	if (s->kind == IR_READ)
		etf_write_boolean(writer, s->slice.is_big);
}

/* {array, bytes}, or nil for the packet */
static void export_array(struct export *export, const struct ir_value *array)
{
	if (!array) {
		etf_write_atom(&export->writer, NULL);
		return;
	}
	etf_write_tuple(&export->writer, 2);
	export_value(export, array);
	etf_write_integer(&export->writer, array->size);
}

/* {entries, map | {outer, what was found there}, number of the loop}, or how many turns there are. */
static void export_turns(struct export *export, const struct ir_loop *loop)
{
	if (!loop->map) {
		export_value(export, loop->turns);
		return;
	}
	etf_write_tuple(&export->writer, 3);
	etf_write_atom(&export->writer, "entries");
	if (loop->inner)
		etf_write_tuple(&export->writer, 2);
	etf_write_atom(&export->writer, loop->map->name);
	if (loop->inner)
		export_value(export, loop->inner);
	etf_write_integer(&export->writer, loop->number);
}

static void export_payload(struct export *export, const struct ir_statement *s)
{
	struct etf_writer *writer = &export->writer;

	switch (s->kind) {
	case IR_ASSIGN:
		etf_write_tuple(writer, 2);
		etf_write_atom(writer, export_op_names[s->assign.op]);
		export_values(export, s->assign.operands, 2);
		break;
	case IR_DECLARE:
		if (s->to->type == IR_MEMORY)
			export_zeros(export, s->to->memory);
		else
			export_value(export, s->value);
		break;
	case IR_SET:
		export_value(export, s->value);
		break;
	case IR_IF:
		etf_write_tuple(writer, 3);
		export_value(export, s->branch.condition);
		export_block(export, s->branch.then);
		export_block(export, s->branch.otherwise);
		break;
	case IR_BLOCK:
		etf_write_tuple(writer, 2);
		etf_write_integer(writer, s->block.label);
		export_block(export, s->block.body);
		break;
	case IR_LEAVE:
		etf_write_integer(writer, s->leave->block.label);
		break;
	case IR_SLOT:
		etf_write_tuple(writer, 3);
		etf_write_integer(writer, s->slot->number);
		etf_write_atom(writer, s->slot->type->name);
		export_value(export, s->slot->value);
		break;
	case IR_LOOKUP:
	case IR_UPDATE:
	case IR_DELETE:
		export_map_access(export, s);
		break;
	case IR_TAKE:
		export_take(export, s);
		break;
	case IR_STORE:
		etf_write_tuple(writer, 2);
		export_value(export, s->memory.pointer);
		export_value(export, s->memory.amount);
		break;
	case IR_LOAD:
		etf_write_tuple(writer, 2);
		export_value(export, s->memory.pointer);
		etf_write_integer(writer, s->to && s->to->memory ? s->to->memory->size : 0);
		break;
	case IR_CHANGE:
		export_change(export, s);
		break;
	case IR_EXCHANGE:
		etf_write_tuple(writer, 3);
		export_value(export, s->memory.pointer);
		export_value(export, s->memory.expected);
		export_value(export, s->memory.amount);
		break;
	case IR_GLOBAL_LOAD:
	case IR_GLOBAL_STORE:
	case IR_GLOBAL_ADD:
		export_global_access(export, s);
		break;
	case IR_TIMER:
		export_timer(export, s);
		break;
	case IR_HELPER:
		export_helper(export, s);
		break;
	case IR_TAIL_CALL:
		etf_write_tuple(writer, 2);
		etf_write_atom(writer, s->tail_call.map->name);
		export_value(export, s->tail_call.index);
		break;
	case IR_PRINTK:
		etf_write_tuple(writer, 2);
		etf_write_text(writer, s->printk.format);
		export_values(export, s->printk.arguments, s->printk.count);
		break;
	case IR_FIELD:
	case IR_TEXT_FIELD:
		etf_write_atom(writer, s->field.field->name);
		break;
	case IR_CALL:
		export_call(export, s);
		break;
	case IR_RAISE:
		etf_write_integer(writer, s->site);
		break;
	case IR_RETURN:
		export_values(export, s->results.values, s->results.count);
		break;
	case IR_BUILD:
		export_build(export, s);
		break;
	case IR_EMIT:
		export_emit(export, s);
		break;
	case IR_PART:
		export_part(export, s);
		break;
	case IR_SAME:
		etf_write_tuple(writer, 2);
		export_value(export, s->same.left);
		export_value(export, s->same.right);
		break;
	case IR_PIN:
		etf_write_atom(writer, NULL);
		break;
	case IR_PACKET_LENGTH:
		etf_write_atom(writer, NULL);
		break;
	case IR_SEEK:
		etf_write_tuple(writer, 4);
		export_array(export, s->seek.array);
		export_value(export, s->seek.position);
		etf_write_integer(writer, s->seek.size);
		etf_write_integer(writer, s->seek.block->block.label);
		break;
	case IR_READ:
	case IR_TEXT_PART:
	case IR_TEXT_TAIL:
		export_slice(export, s);
		break;
	case IR_BITS:
		etf_write_tuple(writer, 3);
		export_array(export, s->bits.array);
		export_value(export, s->bits.position);
		export_value(export, s->bits.count);
		break;
	case IR_TEXT_LITERAL:
		etf_write_binary(writer, s->text.bytes, s->text.size);
		break;
	case IR_TEXT_DECLARE:
		etf_write_binary(writer, "", 0);
		break;
	case IR_TEXT_STORE:
		etf_write_tuple(writer, 4);
		etf_write_integer(writer, s->store.at);
		etf_write_integer(writer, s->store.size);
		export_value(export, s->store.value);
		etf_write_boolean(writer, s->store.is_big);
		break;
	case IR_TEXT_APPEND:
		etf_write_tuple(writer, 2);
		export_value(export, s->append.from);
		export_value(export, s->append.at);
		break;
	case IR_TEXT_SET:
	case IR_TEXT_DECIMAL:
	case IR_TEXT_LENGTH:
		export_value(export, s->text.left);
		break;
	case IR_TEXT_EQUAL:
		etf_write_tuple(writer, 2);
		export_value(export, s->text.left);
		export_value(export, s->text.right);
		break;
	case IR_LOOP:
		etf_write_tuple(writer, 2);
		export_turns(export, s->loop);
		export_block(export, s->loop->body);
		break;
	case IR_ELEMENT:
		etf_write_tuple(writer, 2);
		etf_write_integer(writer, s->element.loop->number);
		etf_write_atom(writer, s->element.is_value ? "value" : "key");
		break;
	case IR_PIECE:
		break;
	}
}

void export_block(struct export *export, const struct ir_block *block)
{
	size_t count = 0;

	for (const struct ir_statement *s = block->first; s; s = s->next)
		count++;
	etf_write_list(&export->writer, count);
	for (const struct ir_statement *s = block->first; s; s = s->next) {
		etf_write_tuple(&export->writer, 4);
		etf_write_atom(&export->writer, ir_kind_name(s->kind));
		etf_write_integer(&export->writer, s->line);
		export_to(export, s->to);
		export_payload(export, s);
	}
	etf_write_list_end(&export->writer, count);
}
