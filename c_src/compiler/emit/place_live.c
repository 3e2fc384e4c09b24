/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Statements have positions, in the order of the text. Control goes only forward, so what is not
 * needed at any position between two is not needed between them on any way.
 */
#include "compiler/emit/place_internal.h"

#include <stdlib.h>

static void walk_loop(struct place *place, const struct ir_statement *loop, place_step *step);

void place_walk(struct place *place, const struct ir_block *block, place_step *step)
{
	for (struct ir_statement *s = block->first; s; s = s->next) {
		step(place, s);
		if (s->kind == IR_IF) {
			place_walk(place, s->branch.then, step);
			place_walk(place, s->branch.otherwise, step);
		} else if (s->kind == IR_BLOCK) {
			place_walk(place, s->block.body, step);
		} else if (s->kind == IR_PIECE) {
			place_walk(place, s->loop->body, step);
		} else if (s->kind == IR_LOOP) {
			walk_loop(place, s, step);
		}
	}
}

static void forget_value(void *context, struct ir_value *value)
{
	(void)context;
	value->first = value->last = 0;
	value->is_in_scratch = value->is_early = value->is_pinned = value->is_borrowed = false;
}

static void note_callback(struct place *place, struct ir_statement *statement)
{
	if (statement->kind == IR_LOOP && statement->loop->is_callback)
		place->has_callback = true;
}

static void forget_results(struct place *place, const struct ir_statement *call)
{
	const struct ir_function *callee = call->call.callee;

	for (size_t i = 0; i < callee->result_count; i++)
		forget_value(NULL, call->call.results[i]);
	if (callee->needs_scratch)
		place->function->needs_scratch = true;
	if (callee->is_inlined)
		place->function->lookups += callee->lookups;
}

void place_forget(struct place *place, struct ir_statement *statement)
{
	if (statement->to)
		forget_value(NULL, statement->to);
	ir_visit_operands(statement, forget_value, NULL);
	place->assign_capacity += statement->kind == IR_ASSIGN;
	if (statement->kind == IR_CALL)
		forget_results(place, statement);
	note_callback(place, statement);
	place->function->lookups += statement->kind == IR_LOOKUP;
	/* A literal is the object's, a tail is a part of another text. */
	if (statement->to && (statement->kind == IR_LOOP || statement->kind == IR_TEXT_LITERAL ||
			      statement->kind == IR_TEXT_TAIL))
		statement->to->stays = true;
	if (statement->kind != IR_SLOT)
		return;
	statement->slot->first = statement->slot->last = 0;
	statement->slot->variable = -1;
	statement->slot->is_late = statement->slot->uses == 1 && !statement->slot->is_key;
	if (!statement->slot->is_late)
		place->slot_bytes += statement->slot->type->size;
}

/*
 * What a name is for: a part is in the whole, the end of a text in the text, and so is what a
 * cursor points to.
 */
static struct ir_value *memory_of(struct ir_value *value)
{
	if (value->array)
		value = (struct ir_value *)value->array;
	while (value->part)
		value = value->part->part.whole;
	return value->tail_of ? value->tail_of : value;
}

static void touch(void *context, struct ir_value *value)
{
	struct place *place = context;

	if (memory_of(value) != value)
		touch(context, memory_of(value));
	if (value->kind != IR_REGISTER)
		return;
	if (!value->first) {
		value->first = place->position;
		place->values[place->value_count++] = value;
	}
	value->last = place->position;
	value->gone = place->calls;
}

static void touch_slot(struct place *place, struct ir_slot *slot)
{
	if (!slot)
		return;
	slot->last = place->position;
	if (slot->is_late)
		touch(place, (struct ir_value *)slot->value);
}

/* Its operands would live on, instead of it alone, if it were computed where it is used. */
static void keep_from_sinking(void *context, struct ir_value *value)
{
	const struct place *place = context;
	struct ir_value *const *operands;

	if (!ir_is_written_where_used(value) || value->born == place->calls)
		return;
	operands = value->assignment->assign.operands;
	value->is_early =
		(place->function->is_crowded && value->assignment->assign.op == IR_IS_NULL) ||
		(operands[0]->kind == IR_REGISTER && operands[1] &&
		 operands[1]->kind == IR_REGISTER);
}

static void touch_results(struct place *place, const struct ir_statement *call)
{
	for (size_t i = 0; i < call->call.callee->result_count; i++)
		touch(place, call->call.results[i]);
}

static void measure(struct place *place, struct ir_statement *statement)
{
	place->position++;
	ir_visit_operands(statement, keep_from_sinking, place);
	if (statement->kind != IR_SLOT || !statement->slot->is_late)
		ir_visit_operands(statement, touch, place);
	if (statement->to) {
		touch(place, statement->to);
		/*
		 * A number that branches set lives from the last of these places on; memory must
		 * be its own from the first on.
		 */
		if (!ir_is_memory(statement->to))
			statement->to->first = place->position;
		statement->to->born = place->calls;
	}
	switch (statement->kind) {
	case IR_ASSIGN:
		place->assigns[place->assign_count++] = statement;
		break;
	case IR_SLOT:
		statement->slot->first = place->position;
		if (!statement->slot->is_late)
			place->slots[place->slot_count++] = statement->slot;
		break;
	case IR_LOOKUP:
	case IR_UPDATE:
	case IR_DELETE:
		touch_slot(place, statement->map.key);
		touch_slot(place, statement->map.value);
		break;
	case IR_CALL:
		touch_results(place, statement);
		break;
	case IR_DECLARE:
	case IR_SET:
	case IR_IF:
	case IR_BLOCK:
	case IR_LOOP:
	case IR_ELEMENT:
	case IR_PIECE:
	case IR_LEAVE:
	case IR_LOAD:
	case IR_TAKE:
	case IR_GLOBAL_LOAD:
	case IR_GLOBAL_STORE:
	case IR_GLOBAL_ADD:
	case IR_CHANGE:
	case IR_EXCHANGE:
	case IR_STORE:
	case IR_HELPER:
	case IR_TIMER:
	case IR_PRINTK:
	case IR_TAIL_CALL:
	case IR_EMIT:
	case IR_FIELD:
	case IR_TEXT_FIELD:
	case IR_RAISE:
	case IR_RETURN:
	case IR_BUILD:
	case IR_PART:
	case IR_SAME:
	case IR_PIN:
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
		break;
	}
	place->calls += ir_is_call(statement);
}

static void outlive_value(void *context, struct ir_value *value)
{
	const struct place *place = context;

	if (memory_of(value) != value)
		outlive_value(context, memory_of(value));
	if (value->kind == IR_REGISTER && value->first < place->loop_start)
		value->last = place->position;
}

static void outlive_slot(const struct place *place, struct ir_slot *slot)
{
	if (slot && slot->first < place->loop_start)
		slot->last = place->position;
}

/* What is known before a loop and needed in it is needed to its end, for the next turn. */
static void outlive_loop(struct place *place, struct ir_statement *statement)
{
	ir_visit_operands(statement, outlive_value, place);
	if (statement->to)
		outlive_value(place, statement->to);
	if (statement->kind != IR_LOOKUP && statement->kind != IR_UPDATE &&
	    statement->kind != IR_DELETE)
		return;
	outlive_slot(place, statement->map.key);
	outlive_slot(place, statement->map.value);
}

static void walk_loop(struct place *place, const struct ir_statement *loop, place_step *step)
{
	int start = place->position;

	place_walk(place, loop->loop->body, step);
	if (step != measure)
		return;
	place->loop_start = start;
	place_walk(place, loop->loop->body, outlive_loop);
}

/* What an operation that is written where it is used reads, it reads there. */
static void extend_operands(struct place *place)
{
	for (size_t i = place->assign_count; i--;) {
		const struct ir_value *to = place->assigns[i]->to;

		for (int n = 0; n < 2 && ir_is_written_where_used(to); n++) {
			struct ir_value *operand = place->assigns[i]->assign.operands[n];

			if (operand && operand->last < to->last)
				operand->last = to->last;
		}
	}
}

static int compare_first(const void *left, const void *right)
{
	const struct ir_value *a = *(struct ir_value *const *)left;
	const struct ir_value *b = *(struct ir_value *const *)right;

	return a->first != b->first ? (a->first < b->first ? -1 : 1) : a->number - b->number;
}

void measure_function(struct place *place)
{
	const struct ir_function *function = place->function;
	struct arena *arena = place->compile->arena;

	place->values = ARENA_ARRAY(arena, struct ir_value *, (size_t)function->register_count);
	place->slots = ARENA_ARRAY(arena, struct ir_slot *, (size_t)function->slot_count);
	place->assigns = ARENA_ARRAY(arena, struct ir_statement *, place->assign_capacity);
	place->position = 1;
	for (size_t i = 0; i < function->parameter_count; i++) {
		forget_value(NULL, function->parameters[i]);
		function->parameters[i]->stays = true;
		touch(place, function->parameters[i]);
	}
	place_walk(place, function->body, measure);
	extend_operands(place);
	if (place->value_count)
		qsort(place->values, place->value_count, sizeof(*place->values), compare_first);
}
