/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/lower/capture.h"

#include "compiler/core/context.h"

struct finding {
	struct compile *compile;
	struct ir_capture *capture;
	int mark;	 /* of what is defined inside the loop */
	bool is_marking; /* the first of two walks */
};

const struct captured *captured_value(const struct ir_capture *capture,
				      const struct ir_value *value)
{
	uintptr_t place = (uintptr_t)index_get(&capture->taken, (uintptr_t)value);

	return place ? &capture->values[place - 1] : NULL;
}

bool captured_exit(const struct ir_capture *capture, int label)
{
	for (size_t i = 0; i < capture->exit_count; i++) {
		if (capture->exits[i] == label)
			return true;
	}
	return false;
}

/* Space for one more; it doubles, so that what is copied grows with the items alone. */
static void *make_room(struct finding *finding, void *items, size_t count, size_t size)
{
	if (count & (count - 1))
		return items;
	return arena_grow(finding->compile->arena, items, count, count ? 2 * count : 1, size);
}

static void take(struct finding *finding, struct ir_value *value, bool is_set)
{
	struct ir_capture *capture = finding->capture;
	struct captured *known;

	if (finding->is_marking || !value || value->kind == IR_CONSTANT ||
	    value->mark == finding->mark)
		return;
	/* The name of a part is one for what it is part of. */
	if (value->part) {
		take(finding, value->part->part.whole, is_set);
		return;
	}
	value->is_captured = true;
	known = (struct captured *)captured_value(capture, value);
	if (known) {
		known->is_set = known->is_set || is_set;
		return;
	}
	capture->values =
		make_room(finding, capture->values, capture->value_count, sizeof(*capture->values));
	capture->values[capture->value_count++] = (struct captured){ value, is_set };
	index_put(&capture->taken, (uintptr_t)value, (void *)(uintptr_t)capture->value_count);
}

static void use(void *finding, struct ir_value *value)
{
	take(finding, value, false);
}

static void define(struct finding *finding, struct ir_value *value)
{
	if (finding->is_marking && value)
		value->mark = finding->mark;
}

static void use_slot(struct finding *finding, struct ir_slot *slot)
{
	struct ir_capture *capture = finding->capture;

	if (finding->is_marking || !slot || slot->mark == finding->mark)
		return;
	use(finding, slot->value);
	if (index_get(&capture->taken, (uintptr_t)slot))
		return;
	index_put(&capture->taken, (uintptr_t)slot, slot);
	capture->slots =
		make_room(finding, capture->slots, capture->slot_count, sizeof(*capture->slots));
	capture->slots[capture->slot_count++] = slot;
}

static void leave_block(struct finding *finding, const struct ir_statement *block)
{
	struct ir_capture *capture = finding->capture;

	if (finding->is_marking || block->block.mark == finding->mark ||
	    captured_exit(capture, block->block.label))
		return;
	capture->exits =
		make_room(finding, capture->exits, capture->exit_count, sizeof(*capture->exits));
	capture->exits[capture->exit_count++] = block->block.label;
}

static void visit_call(struct finding *finding, struct ir_statement *s)
{
	for (size_t i = 0; i < s->call.callee->result_count; i++)
		define(finding, s->call.results[i]);
	if (s->call.callee->takes_context)
		finding->capture->takes_context = true;
	if (s->call.callee->instance->can_raise)
		finding->capture->can_raise = true;
}

static void visit_helper(struct finding *finding, struct ir_statement *s)
{
	if (helper_find_parameter(s->called.helper, PARAMETER_CONTEXT) >= 0)
		finding->capture->takes_context = true;
	take(finding, s->called.status, true);
	define(finding, s->to);
}

static void visit_block(struct finding *finding, struct ir_block *block);

/* What else it has to do with than the operands, which are used. */
static void visit_rest(struct finding *finding, struct ir_statement *s)
{
	switch (s->kind) {
	case IR_SET:
		take(finding, s->to, true);
		break;
	case IR_IF:
		visit_block(finding, s->branch.then);
		visit_block(finding, s->branch.otherwise);
		break;
	case IR_BLOCK:
		if (finding->is_marking)
			s->block.mark = finding->mark;
		visit_block(finding, s->block.body);
		break;
	case IR_LOOP:
	case IR_PIECE:
		define(finding, s->to);
		visit_block(finding, s->loop->body);
		break;
	case IR_LEAVE:
		leave_block(finding, s->leave);
		break;
	case IR_SLOT:
		if (finding->is_marking)
			s->slot->mark = finding->mark;
		break;
	case IR_LOOKUP:
	case IR_UPDATE:
	case IR_DELETE:
	case IR_TAKE:
		take(finding, s->map.status, true);
		define(finding, s->to);
		break;
	case IR_FIELD:
	case IR_TEXT_FIELD:
	case IR_PACKET_LENGTH:
		finding->capture->takes_context = true;
		define(finding, s->to);
		break;
	case IR_TAIL_CALL:
		finding->capture->takes_context = true;
		finding->capture->can_raise = true;
		break;
	case IR_HELPER:
		visit_helper(finding, s);
		break;
	case IR_CALL:
		visit_call(finding, s);
		break;
	case IR_RAISE:
		finding->capture->can_raise = true;
		break;
	case IR_EMIT:
		finding->capture->takes_context |= s->emit.event != NULL;
		define(finding, s->to);
		break;
	case IR_SEEK:
		finding->capture->takes_context |= !s->seek.array;
		leave_block(finding, s->seek.block);
		define(finding, s->to);
		break;
	case IR_BITS:
		finding->capture->takes_context |= !s->bits.array;
		define(finding, s->to);
		break;
	case IR_TEXT_SET:
	case IR_TEXT_STORE:
	case IR_TEXT_APPEND:
		/* The memory is the same inside and outside: the text itself is not set. */
		use(finding, s->to);
		break;
	case IR_ASSIGN:
	case IR_DECLARE:
	case IR_LOAD:
	case IR_CHANGE:
	case IR_EXCHANGE:
	case IR_STORE:
	case IR_GLOBAL_LOAD:
	case IR_GLOBAL_STORE:
	case IR_GLOBAL_ADD:
	case IR_TIMER:
	case IR_PRINTK:
	case IR_RETURN:
	case IR_BUILD:
	case IR_PART:
	case IR_SAME:
	case IR_PIN:
	case IR_ELEMENT:
	case IR_READ:
	case IR_TEXT_LITERAL:
	case IR_TEXT_DECLARE:
	case IR_TEXT_PART:
	case IR_TEXT_TAIL:
	case IR_TEXT_DECIMAL:
	case IR_TEXT_LENGTH:
	case IR_TEXT_EQUAL:
		define(finding, s->to);
		break;
	}
}

static void visit(struct finding *finding, struct ir_statement *s)
{
	if (s->kind == IR_LOOKUP || s->kind == IR_UPDATE || s->kind == IR_DELETE ||
	    s->kind == IR_TAKE) {
		use_slot(finding, s->map.key);
		use_slot(finding, s->map.value);
	}
	ir_visit_operands(s, use, finding);
	visit_rest(finding, s);
}

static void visit_block(struct finding *finding, struct ir_block *block)
{
	for (struct ir_statement *s = block->first; s; s = s->next)
		visit(finding, s);
}

static void capture_loop(struct compile *compile, struct ir_statement *loop)
{
	struct finding finding = { .compile = compile, .mark = loop->loop->number + 1 };

	finding.capture = ARENA_NEW(compile->arena, struct ir_capture);
	index_init(&finding.capture->taken, compile->arena);
	loop->loop->capture = finding.capture;
	finding.is_marking = true;
	define(&finding, loop->to);
	visit_block(&finding, loop->loop->body);
	finding.is_marking = false;
	visit_block(&finding, loop->loop->body);
}

static void find_loops(struct compile *compile, struct ir_block *block)
{
	for (struct ir_statement *s = block->first; s; s = s->next) {
		if (s->kind == IR_IF) {
			find_loops(compile, s->branch.then);
			find_loops(compile, s->branch.otherwise);
		} else if (s->kind == IR_BLOCK) {
			find_loops(compile, s->block.body);
		} else if (s->kind == IR_LOOP || s->kind == IR_PIECE) {
			find_loops(compile, s->loop->body);
			if (ir_is_apart(s) || s->loop->forgets)
				capture_loop(compile, s);
		}
	}
}

void capture(struct compile *compile, struct ir_unit *unit)
{
	for (struct ir_function *f = unit->functions; f; f = f->next)
		find_loops(compile, f->body);
}
