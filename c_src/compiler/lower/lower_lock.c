/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Honey.with_lock:
 *
 *	found = lookup(key);
 *	if (found) {
 *		locked(found): { value = *found; *found = result = <what the function makes of it>; }
 *	}
 *
 * The kernel allows no call while a lock is held, and checks that; so what is in the block is looked
 * through here, with what is inlined into it.
 */
#include "compiler/lower/lower_internal.h"

struct held {
	struct lower *lower;
	const struct expression *call;
};

static void refuse_held(const struct held *held, struct span span, const char *what)
{
	struct diagnostics *diagnostics = &held->lower->compile->diagnostics;
	const struct map_definition *map = typed_in(held->lower, held->call)->helper.map;
	struct diagnostic *diagnostic;

	diagnostics->origin = held->lower->instance->function->origin;
	diagnostic =
		error_at(diagnostics, span, CODE_HELPER_REFUSED,
			 "%s while the lock of map `%s` is held, when the kernel allows no call",
			 what, map->name);
	diagnostic_hint(diagnostics, diagnostic,
			"do it before `Honey.with_lock`, and use in the function what it gave");
}

static const char *called_text(struct compile *compile, const struct ir_statement *s)
{
	return arena_print(compile->arena, "`%s` is called", s->called.helper->name);
}

/* What calls the kernel, or a function: in words; NULL for all else. */
static const char *call_in(struct compile *compile, const struct ir_statement *s)
{
	switch (s->kind) {
	case IR_LOOKUP:
		return "`bpf_map_lookup_elem` is called";
	case IR_UPDATE:
		return "`bpf_map_update_elem` is called";
	case IR_DELETE:
		return "`bpf_map_delete_elem` is called";
	case IR_TAKE:
		return arena_print(compile->arena, "`%s` is called", s->map.helper->name);
	case IR_HELPER:
		return called_text(compile, s);
	case IR_TAIL_CALL:
		return "another program is called";
	case IR_TIMER:
		return s->timer.started ? "a timer is started" : "a timer is cancelled";
	case IR_EMIT:
		return "a record is emitted";
	case IR_PRINTK:
		return "`bpf_printk` is called";
	case IR_TEXT_FIELD:
		return "a string of the context is read";
	case IR_BITS:
		return "bits are read from a place that the run tells";
	case IR_CALL:
		if (s->call.callee->is_inlined)
			return NULL;
		return arena_print(compile->arena, "`%s` is called",
				   function_text(compile, s->call.callee->instance->function));
	case IR_LOOP:
		return s->loop->is_callback ? "a long loop runs" : NULL;
	case IR_BLOCK:
		return s->block.locked ? "another lock is taken" : NULL;
	case IR_ASSIGN:
	case IR_DECLARE:
	case IR_SET:
	case IR_IF:
	case IR_LEAVE:
	case IR_SLOT:
	case IR_LOAD:
	case IR_CHANGE:
	case IR_EXCHANGE:
	case IR_STORE:
	case IR_GLOBAL_LOAD:
	case IR_GLOBAL_STORE:
	case IR_GLOBAL_ADD:
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
	case IR_PIECE:
		return NULL;
	}
	return NULL;
}

static void check_held(const struct held *held, const struct ir_block *block, bool is_inlined);

static void check_inside(const struct held *held, const struct ir_statement *s, bool is_inlined)
{
	if (s->kind == IR_IF) {
		check_held(held, s->branch.then, is_inlined);
		check_held(held, s->branch.otherwise, is_inlined);
	} else if (s->kind == IR_BLOCK) {
		check_held(held, s->block.body, is_inlined);
	} else if (s->kind == IR_LOOP) {
		check_held(held, s->loop->body, is_inlined);
	} else if (s->kind == IR_CALL) {
		s->call.callee->runs_locked = true;
		check_held(held, s->call.callee->body, true);
	}
}

/* What is inlined may stand in another file: its place is that of the whole. */
static void check_held(const struct held *held, const struct ir_block *block, bool is_inlined)
{
	for (const struct ir_statement *s = block->first; s; s = s->next) {
		const char *what = call_in(held->lower->compile, s);

		if (what)
			refuse_held(held,
				    is_inlined ? held->call->span
					       : (struct span){ .line = s->line },
				    what);
		else
			check_inside(held, s, is_inlined);
	}
}

static struct ir_statement *add_locked(struct lower *lower, const struct memory_type *memory,
				       struct ir_value *found)
{
	struct ir_statement *block = add_statement(lower, IR_BLOCK);

	block->block.label = lower->function->label_count++;
	block->block.locked = used(found);
	block->block.record = memory->record;
	block->block.body = lower->block = new_block(lower);
	return block;
}

static void store(struct lower *lower, struct ir_value *found, struct ir_value *value)
{
	struct ir_statement *statement = add_statement(lower, IR_STORE);

	statement->memory.pointer = used(found);
	statement->memory.amount = used(value);
}

/* The body of the block; what is stored is the result, too. */
static void lower_held(struct lower *lower, const struct expression *call, struct ir_value *found,
		       const struct value *result, enum use use)
{
	const struct memory_type *memory = typed_in(lower, call)->helper.map->value_type;
	const struct variable *variable = call->helper.locked;
	struct value made = { .type = type_memory(memory) };

	lower->variables[lower->instance->function->arity + variable->number] =
		from_memory(lower, memory, add_load(lower, found, memory));
	made.memory = to_memory(lower, call, call->helper.arguments[2], memory);
	if (!made.memory || lower->block->is_closed)
		return;
	store(lower, found, made.memory);
	if (use == USED)
		set_value(lower, result, made);
}

struct value lower_locked(struct lower *lower, const struct expression *call, enum use use)
{
	const struct typed *typed = typed_in(lower, call);
	struct held held = { lower, call };
	struct ir_value *found = lookup_of(lower, call);
	struct ir_block *block = lower->block;
	struct ir_statement *locked;
	struct value result;

	if (!found)
		return none_value();
	result = declare_value(lower, &typed->type);
	if (use == USED && type_has_atom(&typed->type, ATOM_NIL))
		set_value(lower, &result, atom_value(lower, ATOM_NIL));
	add_if(lower, found);
	locked = add_locked(lower, typed->helper.map->value_type, found);
	lower_held(lower, call, found, &result, use);
	check_held(&held, locked->block.body, false);
	lower->block = block;
	lower->line = call->span.line;
	settle_value(lower, &result);
	return use == USED ? result : atom_value(lower, ATOM_NIL);
}
