/* SPDX-License-Identifier: Apache-2.0 */
/* A statement is `{kind, line, to, payload}`; the payload's form is the kind's. */
#include "compiler/export/export_internal.h"
#include "compiler/export/export_ir.h"
#include "compiler/unit/global.h"
#include "compiler/unit/record_type.h"

const char *const export_op_names[] = {
#define IR_OP(enumerator, c, prelude) #enumerator,
#include "compiler/lower/ir_op.def"
#undef IR_OP
};
const size_t export_op_count = sizeof(export_op_names) / sizeof(export_op_names[0]);

static const char *ir_type_name(enum ir_type type)
{
	switch (type) {
	case IR_S64:
		return "s64";
	case IR_U64:
		return "u64";
	case IR_POINTER:
		return "pointer";
	case IR_TEXT:
		return "text";
	case IR_MEMORY:
		return "memory";
	case IR_CURSOR:
		return "cursor";
	}
	return NULL;
}

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

static void export_zeros(struct export *export, const struct memory_type *memory)
{
	etf_write_tuple(&export->writer, 2);
	etf_write_atom(&export->writer, "zeros");
	etf_write_integer(&export->writer, memory->size);
}

/* A constant is its integer, `{zeros, size}` or the empty text; a register `{number}`, none nil. */
static void export_value(struct export *export, const struct ir_value *value)
{
	struct etf_writer *writer = &export->writer;

	if (!value) {
		etf_write_atom(writer, NULL);
	} else if (value->kind == IR_CONSTANT && value->type == IR_MEMORY) {
		export_zeros(export, value->memory);
	} else if (value->kind == IR_CONSTANT && value->type == IR_TEXT) {
		etf_write_binary(writer, "", 0);
	} else if (value->kind == IR_CONSTANT) {
		bool is_negative = value->constant < 0;
		wide magnitude = is_negative ? -value->constant : value->constant;

		etf_write_magnitude(writer, (uint64_t)magnitude, is_negative);
	} else {
		etf_write_tuple(writer, 1);
		etf_write_integer(writer, value->number);
	}
}

static void export_values(struct export *export, struct ir_value *const *values, size_t count)
{
	size_t given = 0;

	while (given < count && values[given])
		given++;
	etf_write_list(&export->writer, given);
	for (size_t i = 0; i < given; i++)
		export_value(export, values[i]);
	etf_write_list_end(&export->writer, given);
}

static void export_pair(struct export *export, const char *name, unsigned value)
{
	etf_write_tuple(&export->writer, 2);
	etf_write_atom(&export->writer, name);
	etf_write_integer(&export->writer, value);
}

/* `{type, u32}`, `{changed, {struct, Event}}` */
static void export_memory(struct export *export, const char *name, const struct memory_type *type)
{
	etf_write_tuple(&export->writer, 2);
	etf_write_atom(&export->writer, name);
	export_memory_type(&export->writer, type);
}

/* `{given, value, type}`: memory that the helper reads */
static void export_given(struct export *export, const struct ir_value *value,
			 const struct memory_type *type)
{
	etf_write_tuple(&export->writer, 3);
	etf_write_atom(&export->writer, "given");
	export_value(export, value);
	export_memory_type(&export->writer, type);
}

/*
 * One of Elixir's: a value, memory, `ctx`, or what is known: `{flag, 0}`, `{type, u32}`, `{size, 16}`.
 */
static void export_argument(struct export *export, const struct ir_statement *s, size_t at)
{
	const struct ir_value *to = s->to;

	switch (s->called.helper->parameters.items[at].kind) {
	case PARAMETER_CONTEXT:
		etf_write_atom(&export->writer, "ctx");
		break;
	case PARAMETER_MAP:
		etf_write_tuple(&export->writer, 2);
		etf_write_atom(&export->writer, "map");
		etf_write_atom(&export->writer, s->called.map->name);
		break;
	case PARAMETER_REDIRECT_FLAGS:
	case PARAMETER_STACK_FLAGS:
	case PARAMETER_ACTION_FLAG:
	case PARAMETER_STACK_SIDE:
	case PARAMETER_RING_QUESTION:
	case PARAMETER_ROUTE_FLAG:
		export_pair(export, "flag", (unsigned)s->called.flag);
		break;
	case PARAMETER_TYPE_SIZE:
		export_memory(export, "type", s->called.output);
		break;
	case PARAMETER_TEXT_SIZE:
		export_pair(export, "size", to->size);
		break;
	case PARAMETER_BINARY_SIZE:
		export_pair(export, "size", s->called.output->size);
		break;
	case PARAMETER_NUMBER_COUNT:
		export_pair(export, "size", s->called.output->count);
		break;
	default:
		if (s->called.given && s->called.given[at])
			export_given(export, s->called.arguments[at], s->called.given[at]);
		else
			export_value(export, s->called.arguments[at]);
		break;
	}
}

/* `{name, arguments, register of the status, result}`; a filled result is as an argument says it */
static void export_helper(struct export *export, const struct ir_statement *s)
{
	const struct helper *helper = s->called.helper;
	size_t arity = helper_arity(helper);

	etf_write_tuple(&export->writer, 4);
	etf_write_atom(&export->writer, helper->name);
	etf_write_list(&export->writer, arity);
	for (size_t n = 0; n < arity; n++)
		export_argument(export, s, helper_shown(helper, n));
	etf_write_list_end(&export->writer, arity);
	export_value(export, s->called.status);
	if (s->called.output)
		export_memory(export, helper->result == RESULT_CHANGED ? "changed" : "type",
			      s->called.output);
	else if (s->to && s->to->type == IR_TEXT)
		export_pair(export, "size", s->to->size);
	else
		etf_write_atom(&export->writer, helper_result_name(helper->result));
}

/* `{pointer, symbol, nanoseconds}`; without a symbol it is cancelled */
static void export_timer(struct export *export, const struct ir_statement *s)
{
	etf_write_tuple(&export->writer, 3);
	export_value(export, s->timer.pointer);
	if (s->timer.started)
		etf_write_text(&export->writer, s->timer.started->symbol);
	else
		etf_write_atom(&export->writer, NULL);
	export_value(export, s->timer.nanoseconds);
}

/* `{number, type}`, or nil. */
static void export_to(struct export *export, const struct ir_value *to)
{
	if (!to) {
		etf_write_atom(&export->writer, NULL);
		return;
	}
	etf_write_tuple(&export->writer, 2);
	etf_write_integer(&export->writer, to->number);
	etf_write_atom(&export->writer,
		       to->type == IR_TEXT && to->memory && to->memory->kind == MEMORY_BINARY
			       ? "bytes"
			       : ir_type_name(to->type));
}

/* A slot's number, or `{register, size}` of what is no number; nil for neither. */
static void export_stored(struct export *export, const struct ir_slot *slot,
			  const struct ir_value *data, const struct memory_type *memory)
{
	struct etf_writer *writer = &export->writer;

	if (slot) {
		etf_write_integer(writer, slot->number);
	} else if (data) {
		etf_write_tuple(writer, 2);
		export_value(export, data);
		etf_write_integer(writer, memory->size);
	} else {
		etf_write_atom(writer, NULL);
	}
}

/* The map's name, or {name of the outer, what was found there} */
static void export_map_name(struct export *export, const struct ir_statement *s)
{
	if (s->map.inner) {
		etf_write_tuple(&export->writer, 2);
		etf_write_atom(&export->writer, s->map.map->name);
		export_value(export, s->map.inner);
	} else {
		etf_write_atom(&export->writer, s->map.map->name);
	}
}

/* {map, helper, key | nil, value | nil, flag, cpu | nil} */
static void export_map_access(struct export *export, const struct ir_statement *s)
{
	struct etf_writer *writer = &export->writer;

	etf_write_tuple(writer, 6);
	export_map_name(export, s);
	etf_write_atom(writer, s->map.helper->name);
	if (s->map.map->kind->key_rule == KEY_OBJECT)
		etf_write_atom(writer, s->map.map->kind->number == MAP_TYPE_CGRP_STORAGE ? "cgroup"
											 : "task");
	else
		export_stored(export, s->map.key, s->map.key_data, s->map.map->key_type);
	export_stored(export, s->map.value, s->map.value_data, s->map.map->value_type);
	etf_write_integer(writer, s->map.flag);
	export_value(export, s->map.cpu);
}

static void export_call(struct export *export, const struct ir_statement *s)
{
	etf_write_tuple(&export->writer, 3);
	etf_write_text(&export->writer, s->call.callee->symbol);
	export_values(export, s->call.arguments, s->call.count);
	export_values(export, s->call.results, s->call.callee->result_count);
}

/* Where something stands and what it is: {offset, integer type | text | bytes | memory, size} */
static void export_at(struct export *export, const struct memory_type *type, unsigned offset)
{
	struct etf_writer *writer = &export->writer;

	etf_write_tuple(writer, 3);
	etf_write_integer(writer, offset);
	if (memory_type_is_scalar(type))
		etf_write_atom(writer, type->integer->name);
	else
		etf_write_atom(writer, type->kind == MEMORY_STRING   ? "text"
				       : type->kind == MEMORY_BINARY ? "bytes"
								     : "memory");
	etf_write_integer(writer, type->size);
}

static void export_place(struct export *export, const struct memory_type *whole,
			 const struct record_field *field, unsigned index)
{
	const struct memory_type *type = field ? field->type : whole->element;

	export_at(export, type, field ? field->offset : index * type->size);
}

static void export_parts(struct export *export, const struct memory_type *whole,
			 const struct ir_part *parts, size_t count)
{
	struct etf_writer *writer = &export->writer;

	etf_write_list(writer, count);
	for (size_t i = 0; i < count; i++) {
		etf_write_tuple(writer, 2);
		export_place(export, whole, parts[i].field, parts[i].index);
		export_value(export, parts[i].value);
	}
	etf_write_list_end(writer, count);
}

/* {name, {0, type, size}}, and what is put there, and of an addition whether it is subtracted */
static void export_global_access(struct export *export, const struct ir_statement *s)
{
	struct etf_writer *writer = &export->writer;

	etf_write_tuple(writer, s->kind == IR_GLOBAL_LOAD ? 2 : s->kind == IR_GLOBAL_STORE ? 3 : 4);
	etf_write_atom(writer, s->global.global->name);
	export_at(export, s->global.global->type, 0);
	if (s->kind == IR_GLOBAL_LOAD)
		return;
	export_value(export, s->global.value);
	if (s->kind == IR_GLOBAL_ADD)
		etf_write_boolean(writer, s->global.subtracts);
}

/* {pointer, name of the change, place of the field or nil, amount} */
static void export_change(struct export *export, const struct ir_statement *s)
{
	const struct record_field *field = s->memory.field;

	etf_write_tuple(&export->writer, 4);
	export_value(export, s->memory.pointer);
	etf_write_atom(&export->writer, change_name(s->memory.change));
	if (field)
		export_at(export, field->type, field->offset);
	else
		etf_write_atom(&export->writer, "nil");
	export_value(export, s->memory.amount);
}

/* {base, size, [{place, value}]} */
static void export_build(struct export *export, const struct ir_statement *s)
{
	struct etf_writer *writer = &export->writer;

	etf_write_tuple(writer, 3);
	export_value(export, s->build.base);
	etf_write_integer(writer, s->to->memory->size);
	export_parts(export, s->to->memory, s->build.parts, s->build.count);
}

/* {ring, the type's number, {base, size, [{place, value}]}} */
static void export_emit(struct export *export, const struct ir_statement *s)
{
	const struct memory_type *type = s->emit.ring->types[s->emit.type];
	struct etf_writer *writer = &export->writer;

	etf_write_tuple(writer, 3);
	etf_write_atom(writer, s->emit.ring->name);
	etf_write_integer(writer, s->emit.type);
	etf_write_tuple(writer, 3);
	export_value(export, s->emit.base);
	etf_write_integer(writer, type->size);
	export_parts(export, type, s->emit.parts, s->emit.count);
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
		etf_write_tuple(writer, 3);
		export_map_name(export, s);
		etf_write_atom(writer, s->map.helper->name);
		export_value(export, s->map.status);
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
		etf_write_tuple(writer, s->part.at ? 3 : 2);
		export_value(export, s->part.whole);
		export_place(export, s->part.whole->memory, s->part.field, s->part.index);
		if (s->part.at)
			export_value(export, s->part.at);
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
