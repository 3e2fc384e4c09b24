/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/lower/ir.h"

#define VISIT(value) \
	do { \
		if (value) \
			visit(context, (value)); \
	} while (0)

void ir_visit_operands(const struct ir_statement *statement, ir_visitor *visit, void *context)
{
	switch (statement->kind) {
	case IR_ASSIGN:
		VISIT(statement->assign.operands[0]);
		VISIT(statement->assign.operands[1]);
		break;
	case IR_DECLARE:
	case IR_SET:
		VISIT(statement->value);
		break;
	case IR_RETURN:
		for (size_t i = 0; i < statement->results.count; i++)
			VISIT(statement->results.values[i]);
		break;
	case IR_IF:
		VISIT(statement->branch.condition);
		break;
	case IR_LOAD:
	case IR_CHANGE:
	case IR_EXCHANGE:
	case IR_STORE:
		VISIT(statement->memory.pointer);
		VISIT(statement->memory.amount);
		VISIT(statement->memory.expected);
		break;
	case IR_GLOBAL_STORE:
	case IR_GLOBAL_ADD:
		VISIT(statement->global.value);
		break;
	case IR_PRINTK:
		for (size_t i = 0; i < statement->printk.count; i++)
			VISIT(statement->printk.arguments[i]);
		break;
	case IR_TAIL_CALL:
		VISIT(statement->tail_call.index);
		break;
	case IR_CALL:
		for (size_t i = 0; i < statement->call.count; i++)
			VISIT(statement->call.arguments[i]);
		break;
	case IR_SLOT:
		VISIT((struct ir_value *)statement->slot->value);
		break;
	case IR_TIMER:
		VISIT(statement->timer.pointer);
		VISIT(statement->timer.nanoseconds);
		break;
	case IR_HELPER:
		for (size_t i = 0; i < statement->called.helper->parameters.count; i++)
			VISIT(statement->called.arguments[i]);
		VISIT(statement->called.status);
		break;
	case IR_BLOCK:
		VISIT(statement->block.locked);
		break;
	case IR_LOOP:
		VISIT(statement->loop->turns);
		VISIT(statement->loop->inner);
		break;
	case IR_LOOKUP:
	case IR_UPDATE:
	case IR_DELETE:
	case IR_TAKE:
		VISIT(statement->map.inner);
		VISIT(statement->map.key_data);
		VISIT(statement->map.value_data);
		VISIT(statement->map.cpu);
		VISIT(statement->map.status);
		break;
	case IR_BUILD:
		VISIT(statement->build.base);
		for (size_t i = 0; i < statement->build.count; i++)
			VISIT(statement->build.parts[i].value);
		break;
	case IR_EMIT:
		VISIT(statement->emit.event);
		VISIT(statement->emit.base);
		for (size_t i = 0; i < statement->emit.count; i++)
			VISIT(statement->emit.parts[i].value);
		break;
	case IR_PART:
		VISIT(statement->part.whole);
		if (statement->part.at)
			VISIT(statement->part.at);
		break;
	case IR_SAME:
		VISIT(statement->same.left);
		VISIT(statement->same.right);
		break;
	case IR_SEEK:
		VISIT(statement->seek.array);
		VISIT(statement->seek.position);
		break;
	case IR_READ:
	case IR_TEXT_PART:
	case IR_TEXT_TAIL:
		VISIT(statement->slice.from);
		break;
	case IR_TEXT_STORE:
		VISIT(statement->store.value);
		break;
	case IR_TEXT_APPEND:
		VISIT(statement->append.from);
		VISIT(statement->append.at);
		break;
	case IR_BITS:
		VISIT(statement->bits.array);
		VISIT(statement->bits.position);
		VISIT(statement->bits.count);
		break;
	case IR_TEXT_SET:
	case IR_TEXT_DECIMAL:
	case IR_TEXT_LENGTH:
	case IR_TEXT_EQUAL:
		VISIT(statement->text.left);
		VISIT(statement->text.right);
		break;
	case IR_PIN:
		VISIT(statement->pinned);
		break;
	case IR_PIECE:
	case IR_LEAVE:
	case IR_FIELD:
	case IR_TEXT_FIELD:
	case IR_PACKET_LENGTH:
	case IR_TEXT_LITERAL:
	case IR_TEXT_DECLARE:
	case IR_ELEMENT:
	case IR_GLOBAL_LOAD:
	case IR_RAISE:
		break;
	}
}

bool ir_is_call(const struct ir_statement *statement)
{
	switch (statement->kind) {
	case IR_LOOKUP:
	case IR_UPDATE:
	case IR_DELETE:
	case IR_TAKE:
	case IR_HELPER:
	case IR_TIMER:
	case IR_PRINTK:
	case IR_TAIL_CALL:
	case IR_EMIT:
	case IR_TEXT_FIELD:
	case IR_CALL:
	case IR_BITS:
	case IR_PIECE:
		return true;
	case IR_LOOP:
		return statement->loop->is_callback;
	case IR_ASSIGN:
	case IR_DECLARE:
	case IR_SET:
	case IR_IF:
	case IR_BLOCK:
	case IR_LEAVE:
	case IR_SLOT:
	case IR_LOAD:
	case IR_GLOBAL_LOAD:
	case IR_GLOBAL_STORE:
	case IR_GLOBAL_ADD:
	case IR_CHANGE:
	case IR_EXCHANGE:
	case IR_STORE:
	case IR_FIELD:
	case IR_RAISE:
	case IR_RETURN:
	case IR_BUILD:
	case IR_PART:
	case IR_SAME:
	case IR_PIN:
	case IR_PACKET_LENGTH:
	case IR_SEEK:
	case IR_READ:
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
	case IR_ELEMENT:
		return false;
	}
	return false;
}

bool ir_is_written_where_used(const struct ir_value *value)
{
	return value->assignment && value->uses == 1 && !value->name && !value->is_hidden &&
	       !value->is_early && !value->is_captured;
}
