/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/emit/emit.h"
#include "compiler/unit/ring_definition.h"

#include "compiler/emit/emit_internal.h"
#include "compiler/infer/printk_format.h"

#include <string.h>

/* Of thousands of clauses each is nested in the one before. */
#define DEEPEST_INDENT 16

void emit_line(struct emit *emit, int line, const char *format, ...)
{
	va_list arguments;

	if (line && emit->line != line) {
		buffer_print(&emit->text, "#line %d\n", line);
		emit->line = line;
	}
	if (line)
		emit->last_line = line;
	for (int i = 0; i < emit->indent && i < DEEPEST_INDENT; i++)
		buffer_add(&emit->text, "\t", 1);
	va_start(arguments, format);
	buffer_vprint(&emit->text, format, arguments);
	va_end(arguments);
	buffer_add(&emit->text, "\n", 1);
	emit->line++;
}

const char *ir_type_c(enum ir_type type)
{
	switch (type) {
	case IR_S64:
		return "__s64";
	case IR_U64:
		return "__u64";
	case IR_POINTER:
		return "void *";
	case IR_TEXT:
		return "const char *";
	case IR_MEMORY:
		return "const void *";
	case IR_CURSOR:
		return "const __u8 *";
	}
	return "__s64";
}

enum prelude_id ir_op_prelude(enum ir_op op)
{
	static const enum prelude_id preludes[] = {
#define IR_OP(enumerator, c, prelude) PRELUDE_##prelude,
#include "compiler/lower/ir_op.def"
#undef IR_OP
	};

	return preludes[op];
}

const char *quoted(struct emit *emit, const char *text)
{
	struct buffer quoted;

	buffer_init(&quoted, emit->compile->arena);
	for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
		if (*c == '"' || *c == '\\' || *c < ' ' || *c > '~')
			buffer_print(&quoted, "\\%03o", *c);
		else
			buffer_add(&quoted, (const char *)c, 1);
	}
	return quoted.text ? quoted.text : "";
}

/* Safe inside a comment, whatever the module is called. */
static const char *commented(struct emit *emit, const char *text)
{
	char *copy = arena_copy(emit->compile->arena, text, strlen(text));

	for (char *c = copy; *c; c++) {
		if (*c < ' ' || *c == '*' || *c == '/' || *c == '\\' || *c == '?' || *c > '~')
			*c = '.';
	}
	return copy;
}

static void need_op(struct emit *emit, enum ir_op op)
{
	static const enum prelude_id needs[] = {
#define PRELUDE(enumerator, needs, c) PRELUDE_##needs,
#include "compiler/emit/prelude.def"
#undef PRELUDE
	};
	enum prelude_id id = ir_op_prelude(op);

	while (id != PRELUDE_NONE) {
		emit->needs_prelude[id] = true;
		id = needs[id];
	}
}

/* What is copied, cleared, compared or counted in turns. */
static void need_turns(struct emit *emit, unsigned bytes)
{
	static const enum prelude_id needed[] = { PRELUDE_TURNS,       PRELUDE_COPY,
						  PRELUDE_CLEAR,       PRELUDE_DIFFERENCES,
						  PRELUDE_TEXT_LENGTH, PRELUDE_LENGTH };

	if (bytes <= MOST_ON_STACK)
		return;
	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
		emit->needs_prelude[needed[i]] = true;
}

static void need_value(struct emit *emit, const struct ir_value *value)
{
	if (ir_is_memory(value))
		need_turns(emit, ir_bytes_of(value));
}

static void need_bits(struct emit *emit, const struct ir_value *array)
{
	if (array) {
		emit->needs_prelude[PRELUDE_ARRAY_BITS] = true;
	} else {
		emit->needs_prelude[PRELUDE_PACKET] = true;
		emit->needs_prelude[PRELUDE_PACKET_BITS] = true;
	}
}

static void need_event(struct emit *emit, const struct ir_statement *statement)
{
	if (statement->emit.event) {
		emit->needs_helper[HELPER_PERF_EVENT_OUTPUT] = true;
	} else {
		emit->needs_helper[HELPER_RINGBUF_RESERVE] = true;
		emit->needs_helper[HELPER_RINGBUF_SUBMIT] = true;
	}
	need_turns(emit, statement->emit.ring->types[statement->emit.type]->size);
}

static void need(struct emit *emit, const struct ir_statement *statement)
{
	if (statement->to)
		need_value(emit, statement->to);
	switch (statement->kind) {
	case IR_ASSIGN:
		need_op(emit, statement->assign.op);
		break;
	case IR_LOOKUP:
	case IR_UPDATE:
	case IR_DELETE:
	case IR_TAKE:
		emit->needs_helper[map_helper(statement->map.map->kind,
					      statement->map.helper->id)] = true;
		if (statement->map.map->kind->key_rule == KEY_OBJECT)
			emit->needs_helper[HELPER_GET_CURRENT_TASK_BTF] = true;
		if (statement->map.map->kind->number == MAP_TYPE_CGRP_STORAGE)
			emit->needs_prelude[PRELUDE_CGROUP] = true;
		break;
	case IR_TIMER:
		emit->needs_helper[HELPER_TIMER_INIT] |= statement->timer.started != NULL;
		emit->needs_helper[HELPER_TIMER_SET_CALLBACK] |= statement->timer.started != NULL;
		emit->needs_helper[statement->timer.started ? HELPER_TIMER_START
							    : HELPER_TIMER_CANCEL] = true;
		break;
	case IR_HELPER:
		if (statement->called.helper->id != HELPER_KFUNC)
			emit->needs_helper[statement->called.helper->id] = true;
		if (helper_find_parameter(statement->called.helper, PARAMETER_CURRENT_TASK) >= 0)
			emit->needs_helper[HELPER_GET_CURRENT_TASK_BTF] = true;
		if (statement->to && statement->to->type == IR_MEMORY &&
		    memory_has_string(statement->to->memory))
			emit->needs_prelude[PRELUDE_CUT] = true;
		break;
	case IR_TAIL_CALL:
		emit->needs_helper[HELPER_TAIL_CALL] = true;
		break;
	case IR_PRINTK:
		emit->needs_helper[statement->printk.count > PRINTK_MOST_ARGUMENTS
					   ? HELPER_TRACE_VPRINTK
					   : HELPER_TRACE_PRINTK] = true;
		break;
	case IR_TEXT_FIELD:
		emit->needs_helper[HELPER_PROBE_READ_KERNEL_STR] = true;
		break;
	case IR_EMIT:
		need_event(emit, statement);
		break;
	case IR_PACKET_LENGTH:
		emit->needs_prelude[PRELUDE_PACKET] = true;
		break;
	case IR_SEEK:
		if (!statement->seek.array)
			emit->needs_prelude[PRELUDE_PACKET] = true;
		break;
	case IR_BITS:
		need_bits(emit, statement->bits.array);
		break;
	case IR_PART:
		if (statement->part.at)
			emit->needs_prelude[PRELUDE_INDEX] = true;
		break;
	case IR_BLOCK:
		emit->needs_helper[HELPER_SPIN_LOCK] |= statement->block.locked != NULL;
		emit->needs_helper[HELPER_SPIN_UNLOCK] |= statement->block.locked != NULL;
		break;
	case IR_TEXT_APPEND:
		emit->needs_prelude[PRELUDE_FORGET] |= statement->append.settled != 0;
		break;
	case IR_TEXT_DECIMAL:
		emit->needs_prelude[PRELUDE_FORGET] = true;
		emit->needs_prelude[PRELUDE_DECIMAL] = true;
		break;
	case IR_TEXT_LENGTH:
		emit->needs_prelude[PRELUDE_TEXT_LENGTH] = true;
		break;
	case IR_DECLARE:
	case IR_SET:
	case IR_IF:
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
	case IR_CALL:
	case IR_RAISE:
	case IR_RETURN:
	case IR_BUILD:
	case IR_SAME:
	case IR_PIN:
	case IR_READ:
	case IR_TEXT_LITERAL:
	case IR_TEXT_DECLARE:
	case IR_TEXT_SET:
	case IR_TEXT_STORE:
	case IR_TEXT_PART:
	case IR_TEXT_TAIL:
	case IR_TEXT_EQUAL:
	case IR_ELEMENT:
	case IR_PIECE:
		break;
	case IR_LOOP:
		emit->needs_prelude[PRELUDE_FORGET] |= statement->loop->forgets;
		if (statement->loop->map && map_is_drained(statement->loop->map))
			emit->needs_helper[HELPER_USER_RINGBUF_DRAIN] =
				emit->needs_helper[HELPER_DYNPTR_READ] = true;
		else if (statement->loop->map)
			emit->needs_helper[HELPER_FOR_EACH_MAP_ELEM] = true;
		else if (statement->loop->is_callback)
			emit->needs_helper[HELPER_LOOP] = true;
		break;
	}
}

static void emit_integer_types(struct emit *emit)
{
	emit_line(emit, 0, "typedef signed char __s8;");
	emit_line(emit, 0, "typedef unsigned char __u8;");
	emit_line(emit, 0, "typedef short __s16;");
	emit_line(emit, 0, "typedef unsigned short __u16;");
	emit_line(emit, 0, "typedef int __s32;");
	emit_line(emit, 0, "typedef unsigned int __u32;");
	emit_line(emit, 0, "typedef long long __s64;");
	emit_line(emit, 0, "typedef unsigned long long __u64;");
}

static void emit_prelude(struct emit *emit)
{
	static const char *const preludes[] = {
#define PRELUDE(enumerator, needs, c) c,
#include "compiler/emit/prelude.def"
#undef PRELUDE
	};

	for (size_t i = 0; i < PRELUDE_COUNT; i++) {
		if (emit->needs_prelude[i])
			buffer_add_text(&emit->text, preludes[i]);
	}
}

/*
 * Of an inner map the sizes: clang describes a struct that only a pointer in a nested struct leads to
 * by its name alone.
 */
static void emit_map_types(struct emit *emit, const struct map_definition *map)
{
	if (map->outer) {
		if (map->kind->key_rule != KEY_NONE)
			emit_line(emit, 0, "\tint (*key_size)[%u];", map->key_type->size);
		emit_line(emit, 0, "\tint (*value_size)[%u];", map->value_type->size);
		return;
	}
	if (map->kind->key_rule != KEY_NONE)
		emit_line(emit, 0, "\t%s;", memory_pointer(emit, map->key_type, "key"));
	if (map->kind->value_rule != VALUE_NONE && map->kind->value_rule != VALUE_RECORD &&
	    !map->inner)
		emit_line(emit, 0, "\t%s;", shared_pointer(emit, map->value_type, "value"));
}

static void emit_map_body(struct emit *emit, const struct map_definition *map)
{
	emit_line(emit, 0, "\tint (*type)[%d];", map->kind->number);
	emit_map_types(emit, map);
	if (map->kind->entries_rule != ENTRIES_BUFFER)
		emit_line(emit, 0, "\tint (*max_entries)[%uu];", map->max_entries);
	if (map->flags)
		emit_line(emit, 0, "\tint (*map_flags)[%u];", map->flags);
	if (map->has_node)
		emit_line(emit, 0, "\tint (*numa_node)[%u];", map->node);
	if (map->is_pinned && !map->outer)
		emit_line(emit, 0, "\tint (*pinning)[1];"); /* LIBBPF_PIN_BY_NAME */
}

/*
 * The map as libbpf reads it: numbers are array lengths, types are what pointers point to, and the
 * inner map is what the elements of `values` point to.
 */
static void emit_map(struct emit *emit, const struct map_definition *map)
{
	emit_line(emit, 0, "struct {");
	emit_map_body(emit, map);
	if (map->inner) {
		emit_line(emit, 0, "\tstruct {");
		emit_map_body(emit, map->inner);
		emit_line(emit, 0, "\t} *values[];");
	}
	emit_line(emit, 0, "} %s SEC(\".maps\");", map->symbol);
}

static void emit_preamble(struct emit *emit)
{
	const struct unit *unit = emit->unit->typed_unit->unit;

	emit_line(emit, 0, "#line 1 \"honey\"");
	emit_line(emit, 0, "/* Written by Honey from %s. */", commented(emit, unit->module));
	emit_integer_types(emit);
	emit_line(emit, 0, "#define SEC(name) __attribute__((section(name), used))");
	emit_line(emit, 0, "char _license[] SEC(\"license\") = \"%s\";",
		  quoted(emit, unit->license));
	emit_helpers(emit);
	emit_prelude(emit);
	emit_record_types(emit);
	emit_shared_types(emit);
	emit_event_types(emit);
	for (size_t i = 0; i < unit->map_count; i++)
		emit_map(emit, &unit->maps[i]);
	if (unit->lost_count)
		emit_line(emit, 0, "__u64 honey_lost[%u];", unit->lost_count);
	emit_globals(emit);
	emit_records(emit);
	if (needs_scratch(emit->unit))
		emit_scratch(emit);
	if (emit->unit->site_count) {
		emit_line(emit, 0, "__u64 honey_raised[%d];", emit->unit->site_count);
		emit_line(emit, 0,
			  "#define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)");
	}
}

static void note_late_slot(struct emit *emit, const struct ir_slot *slot, bool is_key)
{
	if (!slot || !slot->is_late)
		return;
	for (size_t i = 0; i < emit->late_count; i++) {
		if (emit->late_variables[i].type == slot->type &&
		    emit->late_variables[i].is_key == is_key)
			return;
	}
	emit->late_variables[emit->late_count++] = (struct late_variable){ slot->type, is_key };
}

static void note_late_slots(struct emit *emit, const struct ir_statement *statement)
{
	if (statement->kind != IR_LOOKUP && statement->kind != IR_UPDATE &&
	    statement->kind != IR_DELETE)
		return;
	note_late_slot(emit, statement->map.key, true);
	note_late_slot(emit, statement->map.value, false);
}

void emit_late_slots(struct emit *emit, const struct ir_block *block, int line)
{
	emit->late_count = 0;
	visit_block(emit, block, note_late_slots);
	for (size_t i = 0; i < emit->late_count; i++) {
		const struct late_variable *late = &emit->late_variables[i];

		emit_line(emit, line, "%s %s;", late->type->c_type,
			  late_variable_c(emit, late->type, late->is_key));
	}
}

void emit_slot_variables(struct emit *emit, const struct ir_function *function, int line)
{
	for (int i = 0; i < function->slot_variable_count; i++)
		emit_line(emit, line, "%s kept_%s_%d;", function->slot_variables[i].type->c_type,
			  function->slot_variables[i].type->name, i);
}

static void emit_function(struct emit *emit, const struct ir_function *function)
{
	int line = function->instance->function->span.line;

	emit->function = function;
	emit_functions_apart(emit, function->body);
	emit_head(emit, function);
	emit_line(emit, line, "{");
	emit->indent = 1;
	emit_received(emit, function);
	emit_late_slots(emit, function->body, line);
	emit_slot_variables(emit, function, line);
	emit_block(emit, function->body);
	emit->indent = 0;
	/* The exit instruction has the brace's line. */
	emit_line(emit, emit->last_line, "}");
	if (function->is_program && function->needs_scratch)
		emit_scratch_program(emit, function);
}

const char *emit(struct compile *compile, const struct ir_unit *unit)
{
	struct emit emit = { .compile = compile, .unit = unit };

	buffer_init(&emit.text, compile->arena);
	visit_statements(&emit, need);
	visit_statements(&emit, find_fillings);
	for (const struct ir_function *f = unit->functions; f; f = f->next) {
		for (size_t i = 0; i < f->parameter_count; i++)
			need_value(&emit, f->parameters[i]);
		for (size_t i = 0; i < f->result_count; i++)
			need_value(&emit, f->results[i]);
	}
	if (needs_scratch(unit))
		emit.needs_helper[HELPER_MAP_LOOKUP_ELEM] = true;
	emit_preamble(&emit);
	/* Where the locals are is for debuggers, and takes clang longer than all the rest. */
	emit_line(&emit, 0,
		  "#pragma clang attribute push(__attribute__((nodebug)), "
		  "apply_to = variable(unless(is_parameter)))");
	emit_timers(&emit);
	for (const struct ir_function *f = unit->functions; f; f = f->next)
		emit_function(&emit, f);
	emit_line(&emit, 0, "#pragma clang attribute pop");
	return emit.text.text;
}
