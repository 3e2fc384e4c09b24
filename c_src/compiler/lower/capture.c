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

static void use(struct finding *finding, struct ir_value *value)
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
	for (size_t i = 0; i < s->call.count; i++)
		use(finding, s->call.arguments[i]);
	for (size_t i = 0; i < s->call.callee->result_count; i++)
		define(finding, s->call.results[i]);
	if (s->call.callee->takes_context)
		finding->capture->takes_context = true;
	if (s->call.callee->instance->can_raise)
		finding->capture->can_raise = true;
}

static void visit_helper(struct finding *finding, struct ir_statement *s)
{
	const struct helper *helper = s->called.helper;

	for (size_t i = 0; i < helper->parameters.count; i++) {
		use(finding, s->called.arguments[i]);
		if (helper->parameters.items[i].kind == PARAMETER_CONTEXT)
			finding->capture->takes_context = true;
	}
	take(finding, s->called.status, true);
	define(finding, s->to);
}

static void visit_block(struct finding *finding, struct ir_block *block);

static void visit(struct finding *finding, struct ir_statement *s)
{
	switch (s->kind) {
	case IR_ASSIGN:
		use(finding, s->assign.operands[0]);
		use(finding, s->assign.operands[1]);
		define(finding, s->to);
		break;
	case IR_DECLARE:
		define(finding, s->to);
		break;
	case IR_SET:
		use(finding, s->value);
		take(finding, s->to, true);
		break;
	case IR_IF:
		use(finding, s->branch.condition);
		visit_block(finding, s->branch.then);
		visit_block(finding, s->branch.otherwise);
		break;
	case IR_BLOCK:
		if (finding->is_marking)
			s->block.mark = finding->mark;
		use(finding, s->block.locked);
		visit_block(finding, s->block.body);
		break;
	case IR_LOOP:
	case IR_PIECE:
		use(finding, s->loop->turns);
		use(finding, s->loop->inner);
		define(finding, s->to);
		visit_block(finding, s->loop->body);
		break;
	case IR_LEAVE:
		leave_block(finding, s->leave);
		break;
	case IR_SLOT:
		if (finding->is_marking)
			s->slot->mark = finding->mark;
		use(finding, s->slot->value);
		break;
	case IR_LOOKUP:
	case IR_UPDATE:
	case IR_DELETE:
	case IR_TAKE:
		use_slot(finding, s->map.key);
		use_slot(finding, s->map.value);
		use(finding, s->map.inner);
		use(finding, s->map.key_data);
		use(finding, s->map.value_data);
		use(finding, s->map.cpu);
		take(finding, s->map.status, true);
		define(finding, s->to);
		break;
	case IR_LOAD:
	case IR_CHANGE:
	case IR_EXCHANGE:
	case IR_STORE:
		use(finding, s->memory.pointer);
		use(finding, s->memory.amount);
		use(finding, s->memory.expected);
		define(finding, s->to);
		break;
	case IR_GLOBAL_LOAD:
	case IR_GLOBAL_STORE:
	case IR_GLOBAL_ADD:
		use(finding, s->global.value);
		define(finding, s->to);
		break;
	case IR_TIMER:
		use(finding, s->timer.pointer);
		use(finding, s->timer.nanoseconds);
		define(finding, s->to);
		break;
	case IR_PRINTK:
		for (size_t i = 0; i < s->printk.count; i++)
			use(finding, s->printk.arguments[i]);
		define(finding, s->to);
		break;
	case IR_FIELD:
	case IR_TEXT_FIELD:
		finding->capture->takes_context = true;
		define(finding, s->to);
		break;
	case IR_TAIL_CALL:
		finding->capture->takes_context = true;
		finding->capture->can_raise = true;
		use(finding, s->tail_call.index);
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
	case IR_RETURN:
		break;
	case IR_BUILD:
		use(finding, s->build.base);
		for (size_t i = 0; i < s->build.count; i++)
			use(finding, s->build.parts[i].value);
		define(finding, s->to);
		break;
	case IR_EMIT:
		finding->capture->takes_context |= s->emit.event != NULL;
		use(finding, s->emit.event);
		use(finding, s->emit.base);
		for (size_t i = 0; i < s->emit.count; i++)
			use(finding, s->emit.parts[i].value);
		define(finding, s->to);
		break;
	case IR_PART:
		use(finding, s->part.whole);
		if (s->part.at)
			use(finding, s->part.at);
		define(finding, s->to);
		break;
	case IR_SAME:
		use(finding, s->same.left);
		use(finding, s->same.right);
		define(finding, s->to);
		break;
	case IR_PIN:
		use(finding, s->pinned);
		break;
	case IR_PACKET_LENGTH:
		finding->capture->takes_context = true;
		define(finding, s->to);
		break;
	case IR_SEEK:
		finding->capture->takes_context |= !s->seek.array;
		use(finding, s->seek.array);
		use(finding, s->seek.position);
		leave_block(finding, s->seek.block);
		define(finding, s->to);
		break;
	case IR_BITS:
		finding->capture->takes_context |= !s->bits.array;
		use(finding, s->bits.array);
		use(finding, s->bits.position);
		use(finding, s->bits.count);
		define(finding, s->to);
		break;
	case IR_READ:
	case IR_TEXT_PART:
	case IR_TEXT_TAIL:
		use(finding, s->slice.from);
		define(finding, s->to);
		break;
	case IR_TEXT_SET:
		/* The memory is the same inside and outside: the text itself is not set. */
		use(finding, s->text.left);
		use(finding, s->to);
		break;
	case IR_TEXT_STORE:
		use(finding, s->store.value);
		use(finding, s->to);
		break;
	case IR_TEXT_APPEND:
		use(finding, s->append.from);
		use(finding, s->append.at);
		use(finding, s->to);
		break;
	case IR_TEXT_LITERAL:
	case IR_TEXT_DECLARE:
	case IR_ELEMENT:
		define(finding, s->to);
		break;
	case IR_TEXT_DECIMAL:
	case IR_TEXT_LENGTH:
	case IR_TEXT_EQUAL:
		use(finding, s->text.left);
		use(finding, s->text.right);
		define(finding, s->to);
		break;
	}
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
