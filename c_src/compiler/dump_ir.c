/* SPDX-License-Identifier: Apache-2.0 */
/* The intermediate representation, one statement a line. */
#include "base/buffer.h"
#include "compiler/core/context.h"
#include "compiler/dump.h"
#include "compiler/lower/ir.h"
#include "compiler/unit/global.h"
#include "compiler/unit/record_type.h"

static const char *const op_names[] = {
#define IR_OP(enumerator, c, prelude) #enumerator,
#include "compiler/lower/ir_op.def"
#undef IR_OP
};

static void print_block(struct buffer *text, const struct ir_block *block, int indent);

static void print_value(struct buffer *text, const struct ir_value *value)
{
	if (value->kind == IR_CONSTANT && value->constant < 0)
		buffer_print(text, " %lld", (long long)value->constant);
	else if (value->kind == IR_CONSTANT)
		buffer_print(text, " %llu", (unsigned long long)value->constant);
	else
		buffer_print(text, " %%%d%s%s", value->number, value->name ? "." : "",
			     value->name ? value->name : "");
}

static void print_values(struct buffer *text, struct ir_value *const *values, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (values[i])
			print_value(text, values[i]);
	}
}

static void print_map(struct buffer *text, const char *name, const struct ir_statement *s)
{
	buffer_print(text, " %s %s", name, s->map.map->symbol);
	if (s->map.key)
		buffer_print(text, " &%d", s->map.key->number);
	print_values(text, &s->map.key_data, 1);
	if (s->map.value)
		buffer_print(text, " &%d", s->map.value->number);
	print_values(text, &s->map.value_data, 1);
	if (s->kind == IR_UPDATE)
		buffer_print(text, " flag %d", s->map.flag);
	if (s->map.cpu)
		print_value(text, s->map.cpu);
}

static void print_place(struct buffer *text, const struct record_field *field, unsigned index)
{
	if (field)
		buffer_print(text, " .%s", field->name);
	else
		buffer_print(text, " [%u]", index);
}

static void print_parts(struct buffer *text, struct ir_value *base, const struct ir_part *parts,
			size_t count)
{
	print_values(text, &base, 1);
	for (size_t i = 0; i < count; i++) {
		print_place(text, parts[i].field, parts[i].index);
		print_value(text, parts[i].value);
	}
}

static void print_slice(struct buffer *text, const char *name, const struct ir_statement *s)
{
	buffer_print(text, " %s", name);
	print_value(text, s->slice.from);
	buffer_print(text, " at %u size %u", s->slice.at, s->slice.size);
}

static void print_binary(struct buffer *text, const struct ir_statement *s)
{
	if (s->kind == IR_PACKET_LENGTH) {
		buffer_add_text(text, " packet_length");
	} else if (s->kind == IR_SEEK) {
		buffer_add_text(text, " seek");
		print_values(text, &s->seek.array, 1);
		print_value(text, s->seek.position);
		buffer_print(text, " size %u else %d", s->seek.size, s->seek.block->block.label);
	} else if (s->kind == IR_READ) {
		print_slice(text, s->slice.is_big ? "read_big" : "read_little", s);
	} else if (s->kind == IR_BITS) {
		buffer_add_text(text, " bits");
		print_values(text, &s->bits.array, 1);
		print_value(text, s->bits.position);
		print_value(text, s->bits.count);
	} else if (s->kind == IR_TEXT_STORE) {
		buffer_print(text, " store at %u size %u", s->store.at, s->store.size);
		print_value(text, s->store.value);
	} else if (s->kind == IR_TEXT_APPEND) {
		buffer_add_text(text, " append");
		print_value(text, s->append.from);
		print_value(text, s->append.at);
	} else if (s->kind == IR_TEXT_PART || s->kind == IR_TEXT_TAIL) {
		print_slice(text, s->kind == IR_TEXT_PART ? "text_part" : "text_tail", s);
	} else if (s->kind == IR_TEXT_LITERAL) {
		buffer_print(text, " text of %zu bytes", s->text.size);
	} else if (s->kind == IR_TEXT_DECLARE) {
		buffer_add_text(text, " declare_text");
	} else {
		buffer_add_text(text, s->kind == IR_TEXT_SET	   ? " set_text"
				      : s->kind == IR_TEXT_DECIMAL ? " decimal"
				      : s->kind == IR_TEXT_LENGTH  ? " text_length"
								   : " text_equal");
		print_value(text, s->text.left);
		if (s->kind == IR_TEXT_EQUAL)
			print_value(text, s->text.right);
	}
}

static void print_simple(struct buffer *text, const struct ir_statement *s)
{
	switch (s->kind) {
	case IR_ASSIGN:
		buffer_print(text, " %s", op_names[s->assign.op]);
		print_values(text, s->assign.operands, 2);
		break;
	case IR_DECLARE:
	case IR_SET:
		buffer_add_text(text, s->kind == IR_DECLARE ? " declare" : " set");
		print_values(text, &s->value, 1);
		break;
	case IR_RETURN:
		buffer_add_text(text, " return");
		print_values(text, s->results.values, s->results.count);
		break;
	case IR_LEAVE:
		buffer_print(text, " leave %d", s->leave->block.label);
		break;
	case IR_SLOT:
		buffer_print(text, " slot &%d %s", s->slot->number, s->slot->type->name);
		print_value(text, s->slot->value);
		break;
	case IR_LOOKUP:
		print_map(text, "lookup", s);
		break;
	case IR_UPDATE:
		print_map(text, s->map.key || s->map.key_data ? "update" : s->map.helper->name, s);
		break;
	case IR_TAKE:
		print_map(text, s->map.helper->name, s);
		break;
	case IR_DELETE:
		print_map(text, "delete", s);
		break;
	case IR_LOAD:
		buffer_add_text(text, " load");
		print_value(text, s->memory.pointer);
		break;
	case IR_STORE:
		buffer_add_text(text, " store");
		print_value(text, s->memory.pointer);
		print_value(text, s->memory.amount);
		break;
	case IR_EXCHANGE:
		buffer_add_text(text, " exchange");
		print_value(text, s->memory.pointer);
		print_value(text, s->memory.expected);
		print_value(text, s->memory.amount);
		break;
	case IR_CHANGE:
		buffer_print(text, " change %s", change_name(s->memory.change));
		print_value(text, s->memory.pointer);
		if (s->memory.field)
			buffer_print(text, ".%s", s->memory.field->symbol);
		print_value(text, s->memory.amount);
		break;
	case IR_GLOBAL_LOAD:
		buffer_print(text, " load %s", s->global.global->name);
		break;
	case IR_GLOBAL_STORE:
		buffer_print(text, " store %s", s->global.global->name);
		print_value(text, s->global.value);
		break;
	case IR_GLOBAL_ADD:
		buffer_print(text, " atomic_%s %s", s->global.subtracts ? "subtract" : "add",
			     s->global.global->name);
		print_value(text, s->global.value);
		break;
	case IR_TIMER:
		buffer_print(text, s->timer.started ? " start timer of" : " cancel timer of");
		print_value(text, s->timer.pointer);
		break;
	case IR_HELPER:
		buffer_print(text, " helper %s", s->called.helper->name);
		print_values(text, s->called.arguments, s->called.helper->parameters.count);
		break;
	case IR_PRINTK:
		buffer_print(text, " printk \"%s\"", s->printk.format);
		print_values(text, s->printk.arguments, s->printk.count);
		break;
	case IR_FIELD:
	case IR_TEXT_FIELD:
		buffer_print(text, " field %s", s->field.field->member);
		break;
	case IR_CALL:
		buffer_print(text, " call %s", s->call.callee->symbol);
		print_values(text, s->call.arguments, s->call.count);
		buffer_add_text(text, " ->");
		print_values(text, s->call.results, s->call.callee->result_count);
		break;
	case IR_TAIL_CALL:
		buffer_print(text, " tail call %s", s->tail_call.map->name);
		print_value(text, s->tail_call.index);
		break;
	case IR_RAISE:
		buffer_print(text, " raise site %d", s->site);
		break;
	case IR_IF:
		buffer_add_text(text, " if");
		print_value(text, s->branch.condition);
		break;
	case IR_BLOCK:
		buffer_print(text, " block %d", s->block.label);
		break;
	case IR_BUILD:
		buffer_add_text(text, " build");
		print_parts(text, s->build.base, s->build.parts, s->build.count);
		break;
	case IR_EMIT:
		buffer_print(text, " emit %s type %d", s->emit.ring->name, s->emit.type);
		print_parts(text, s->emit.base, s->emit.parts, s->emit.count);
		break;
	case IR_PART:
		buffer_add_text(text, " part");
		print_value(text, s->part.whole);
		if (s->part.at)
			print_value(text, s->part.at);
		else
			print_place(text, s->part.field, s->part.index);
		break;
	case IR_SAME:
		buffer_add_text(text, " same");
		print_value(text, s->same.left);
		print_value(text, s->same.right);
		break;
	case IR_PIN:
		buffer_add_text(text, " pin");
		print_value(text, s->pinned);
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
		print_binary(text, s);
		break;
	case IR_LOOP:
		if (s->loop->map) {
			buffer_print(text, " loop over the entries of %s", s->loop->map->name);
			break;
		}
		buffer_add_text(text,
				s->loop->is_callback ? " loop by bpf_loop, turns" : " loop, turns");
		print_value(text, s->loop->turns);
		buffer_print(text, ", most %llu", (unsigned long long)s->loop->most);
		break;
	case IR_ELEMENT:
		buffer_print(text, " %s of loop %d", s->element.is_value ? "value" : "key",
			     s->element.loop->number);
		break;
	case IR_PIECE:
		buffer_add_text(text, " piece");
		break;
	}
}

static void print_statement(struct buffer *text, const struct ir_statement *s, int indent)
{
	buffer_print(text, "%*s%d:", indent * 2, "", s->line);
	if (s->to) {
		print_value(text, s->to);
		buffer_add_text(text, " =");
	}
	print_simple(text, s);
	buffer_add_text(text, "\n");
	if (s->kind == IR_BLOCK)
		print_block(text, s->block.body, indent + 1);
	if (s->kind == IR_LOOP || s->kind == IR_PIECE)
		print_block(text, s->loop->body, indent + 1);
	if (s->kind != IR_IF)
		return;
	print_block(text, s->branch.then, indent + 1);
	if (s->branch.otherwise->first) {
		buffer_print(text, "%*selse\n", indent * 2, "");
		print_block(text, s->branch.otherwise, indent + 1);
	}
}

static void print_block(struct buffer *text, const struct ir_block *block, int indent)
{
	for (const struct ir_statement *s = block->first; s; s = s->next)
		print_statement(text, s, indent);
}

const char *dump_ir(struct compile *compile, const struct ir_unit *unit)
{
	struct buffer text;

	buffer_init(&text, compile->arena);
	for (const struct ir_function *f = unit->functions; f; f = f->next) {
		buffer_print(&text, "%s%s%s\n", f->symbol, f->is_program ? " program" : "",
			     f->returns_status ? " status" : "");
		print_block(&text, f->body, 1);
	}
	return text.text ? text.text : "";
}
