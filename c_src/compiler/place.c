/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Statements have positions, in the order of the text. Control goes only forward, so what is not
 * needed at any position between two is not needed between them on any way.
 */
#include "compiler/place.h"

#include "compiler/capture.h"
#include "compiler/ir.h"

#include <stdlib.h>

/* Slots of a function that are nothing to care about, in bytes. */
#define ROOM 128

/* Lookups of a function whose states the verifier can tell apart, all of them at a time. */
#define CROWD 8

/* Values that live at a time on the stack; more than the first are certain not to fit. */
static const int most_values[] = {
	[THRIFT_NONE] = 96,
	[THRIFT_SOME] = 24,
	[THRIFT_MUCH] = 8,
	[THRIFT_MOST] = 0,
};

/* Values that a piece takes through a struct on the stack; if it takes more, none of them. */
static const size_t most_passed[] = {
	[THRIFT_NONE] = 16,
	[THRIFT_SOME] = 8,
	[THRIFT_MUCH] = 4,
	[THRIFT_MOST] = 0,
};

/* The most that the kernel allocates for each CPU at once is 32 KiB. */
#define SCRATCH_LIMIT (32 * 1024 - 64)

struct place {
	struct compile *compile;
	struct ir_function *function;
	enum thrift thrift;
	int position;
	int loop_start;		       /* position of the loop whose end was reached */
	int calls;		       /* so far */
	unsigned slot_bytes;	       /* of slots that are variables of their own */
	struct ir_value **values;      /* registers, from measure_function() on by first position */
	struct ir_statement **assigns; /* in order */
	struct ir_slot **slots;	       /* likewise, but those that are stored late */
	size_t value_count, assign_count, slot_count;
	size_t assign_capacity;
	bool has_callback; /* of a bpf_loop */
	bool may_leave;	   /* values, the stack */
};

typedef void place_step(struct place *place, struct ir_statement *statement);

static void walk_loop(struct place *place, const struct ir_statement *loop, place_step *step);

static void walk(struct place *place, const struct ir_block *block, place_step *step)
{
	for (struct ir_statement *s = block->first; s; s = s->next) {
		step(place, s);
		if (s->kind == IR_IF) {
			walk(place, s->branch.then, step);
			walk(place, s->branch.otherwise, step);
		} else if (s->kind == IR_BLOCK) {
			walk(place, s->block.body, step);
		} else if (s->kind == IR_PIECE) {
			walk(place, s->loop->body, step);
		} else if (s->kind == IR_LOOP) {
			walk_loop(place, s, step);
		}
	}
}

static void forget_value(void *context, struct ir_value *value)
{
	(void)context;
	value->first = value->last = 0;
	value->is_in_scratch = value->is_early = value->is_pinned = false;
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

/* As if place() had not run before; and the bytes of the slots. */
static void forget(struct place *place, struct ir_statement *statement)
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
	if (statement->kind == IR_LOOP || statement->kind == IR_TEXT_LITERAL ||
	    statement->kind == IR_TEXT_TAIL)
		statement->to->stays = true;
	if (statement->kind != IR_SLOT)
		return;
	statement->slot->first = statement->slot->last = 0;
	statement->slot->variable = -1;
	statement->slot->is_late = statement->slot->uses == 1 && !statement->slot->is_key;
	if (!statement->slot->is_late)
		place->slot_bytes += statement->slot->type->size;
}

static void store_constants_late(struct place *place, struct ir_statement *statement)
{
	(void)place;
	if (statement->kind == IR_SLOT && statement->slot->value->kind == IR_CONSTANT)
		statement->slot->is_late = true;
}

static void touch(void *context, struct ir_value *value)
{
	struct place *place = context;

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
		/* A result of branches is set at their ends, and lives from the last of these on. */
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
	case IR_PIECE:
	case IR_LEAVE:
	case IR_LOAD:
	case IR_FETCH_ADD:
	case IR_HELPER:
	case IR_PRINTK:
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
	case IR_TEXT_LENGTH:
	case IR_TEXT_EQUAL:
		break;
	}
	place->calls += ir_is_call(statement);
}

static bool is_commutative(enum ir_op op)
{
	return op == IR_ADD || op == IR_MULTIPLY || op == IR_BAND || op == IR_BOR || op == IR_BXOR;
}

/*
 * clang makes one sum of a chain of sums and computes it where the last of them stands, until
 * when all the parts live.
 */
static void pin_sums(struct place *place)
{
	for (size_t i = 0; i < place->assign_count; i++) {
		const struct ir_statement *assign = place->assigns[i];
		struct ir_value *to = assign->to;

		to->is_pinned = is_commutative(assign->assign.op) && to->born != to->gone &&
				!ir_is_written_where_used(to);
	}
}

static bool reads_scratch(const struct ir_value *operand)
{
	return operand && operand->is_in_scratch;
}

/* Nor may clang load all the parts of a sum before it adds the first two. */
static void pin_sums_of_scratch(struct place *place)
{
	for (size_t i = 0; i < place->assign_count; i++) {
		const struct ir_statement *assign = place->assigns[i];

		if (!is_commutative(assign->assign.op) ||
		    (!reads_scratch(assign->assign.operands[0]) &&
		     !reads_scratch(assign->assign.operands[1])))
			continue;
		assign->to->is_early = assign->to->is_pinned = true;
	}
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

static void measure_function(struct place *place)
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
	walk(place, function->body, measure);
	extend_operands(place);
	if (place->value_count)
		qsort(place->values, place->value_count, sizeof(*place->values), compare_first);
}

/* The variable of this type whose slots so far are not needed at `first` or later. */
static int free_variable(struct place *place, const struct ir_slot *slot)
{
	struct ir_function *function = place->function;
	struct slot_variable *variable;

	for (int i = 0; i < function->slot_variable_count; i++) {
		variable = &function->slot_variables[i];
		if (variable->type == slot->type && variable->last < slot->first)
			return i;
	}
	variable = &function->slot_variables[function->slot_variable_count];
	variable->type = slot->type;
	return function->slot_variable_count++;
}

static void share_variables(struct place *place)
{
	struct ir_function *function = place->function;

	function->slot_variables =
		ARENA_ARRAY(place->compile->arena, struct slot_variable, place->slot_count);
	for (size_t i = 0; i < place->slot_count; i++) {
		struct ir_slot *slot = place->slots[i];

		slot->variable = free_variable(place, slot);
		function->slot_variables[slot->variable].last = slot->last;
	}
}

static void outlive_value(void *context, struct ir_value *value)
{
	const struct place *place = context;

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

	walk(place, loop->loop->body, step);
	if (step != measure)
		return;
	place->loop_start = start;
	walk(place, loop->loop->body, outlive_loop);
}

/* The kernel lets no pointer be stored into a map's value. */
static bool can_leave(const struct ir_value *value)
{
	return (value->type == IR_S64 || value->type == IR_U64) && !value->is_hidden &&
	       !value->stays && !value->part;
}

static void put_into_scratch(struct place *place, struct ir_value *value)
{
	struct ir_function *function = place->function;

	value->is_in_scratch = true;
	function->in_scratch[function->in_scratch_count++] = value;
	function->needs_scratch = true;
}

/* Drops what is needed no longer, and the value that is needed longest if there are too many. */
static int settle_active(struct place *place, struct ir_value **active, int count, int most)
{
	const struct ir_value *latest = active[count - 1];
	int kept = 0, longest = -1;

	for (int i = 0; i < count; i++) {
		if (active[i]->last < latest->first)
			continue;
		active[kept] = active[i];
		if (can_leave(active[kept]) &&
		    (longest < 0 || active[kept]->last > active[longest]->last))
			longest = kept;
		kept++;
	}
	if (kept <= most || longest < 0)
		return kept;
	put_into_scratch(place, active[longest]);
	active[longest] = active[kept - 1];
	return kept - 1;
}

/* What is only between two statements takes a register, not the stack. */
static bool is_fleeting(const struct ir_value *value)
{
	return ir_is_written_where_used(value) || value->last <= value->first + 1;
}

/* At most so many values at a time stay; false when some had to leave. */
static bool limit_values(struct place *place, int most)
{
	struct ir_function *function = place->function;
	size_t room = place->value_count + 1;
	struct ir_value **active = ARENA_ARRAY(place->compile->arena, struct ir_value *, room);
	int count = 0;

	for (size_t i = 0; i < place->value_count; i++) {
		if (is_fleeting(place->values[i]) || place->values[i]->type == IR_TEXT ||
		    place->values[i]->type == IR_MEMORY)
			continue;
		active[count++] = place->values[i];
		count = settle_active(place, active, count, most);
	}
	return !function->in_scratch_count;
}

static void place_passed(struct place *place, struct ir_statement *statement)
{
	const struct ir_capture *capture;

	if (statement->kind != IR_PIECE)
		return;
	capture = statement->loop->capture;
	for (size_t i = 0;
	     capture->value_count > most_passed[place->thrift] && i < capture->value_count; i++) {
		struct ir_value *value = capture->values[i].value;

		if (can_leave(value) && !value->is_in_scratch)
			put_into_scratch(place, value);
	}
}

static void place_values(struct place *place)
{
	struct ir_function *function = place->function;
	int most = most_values[place->thrift];

	function->in_scratch =
		ARENA_ARRAY(place->compile->arena, struct ir_value *, place->value_count);
	if (!limit_values(place, most) && place->thrift == THRIFT_NONE) {
		for (size_t i = 0; i < function->in_scratch_count; i++)
			function->in_scratch[i]->is_in_scratch = false;
		function->in_scratch_count = 0;
		limit_values(place, most_values[THRIFT_SOME]);
	}
	if (function->has_pieces)
		walk(place, function->body, place_passed);
	if (place->thrift < THRIFT_MUCH)
		return;
	for (size_t i = 0; i < place->value_count; i++) {
		if (place->values[i]->type == IR_TEXT && place->values[i]->uses &&
		    !place->values[i]->stays)
			put_into_scratch(place, place->values[i]);
	}
}

static void place_function(struct compile *compile, struct ir_function *function,
			   enum thrift thrift, bool has_callbacks)
{
	struct place place = { .compile = compile, .function = function, .thrift = thrift };
	bool is_thrifty;

	/* The turns of a bpf_loop are a function of its own, which has no scratch memory. */
	place.may_leave = !has_callbacks;
	function->needs_scratch = false;
	function->lookups = 0;
	function->in_scratch_count = 0;
	function->slot_variable_count = 0;
	walk(&place, function->body, forget);
	function->is_crowded = function->lookups > CROWD;
	is_thrifty = (thrift != THRIFT_NONE || place.slot_bytes > ROOM || function->has_pieces) &&
		     !place.has_callback;
	if (is_thrifty)
		walk(&place, function->body, store_constants_late);
	measure_function(&place);
	if (is_thrifty)
		share_variables(&place);
	if (is_thrifty)
		pin_sums(&place);
	if (place.may_leave)
		place_values(&place);
	pin_sums_of_scratch(&place);
}

static void too_large(struct compile *compile, const struct ir_unit *unit, unsigned size)
{
	struct diagnostic *diagnostic = error_at(
		&compile->diagnostics, unit->functions->instance->function->span, CODE_STACK_LIMIT,
		"the values that live at a time take %u bytes, and %d can be had", size,
		SCRATCH_LIMIT);

	diagnostic_hint(&compile->diagnostics, diagnostic,
			"keep fewer values for later, or put them into a map");
}

static void check_size(struct compile *compile, const struct ir_unit *unit)
{
	unsigned size = 8;

	for (const struct ir_function *f = unit->functions; f; f = f->next) {
		for (size_t i = 0; i < f->in_scratch_count; i++)
			size += f->in_scratch[i]->type == IR_TEXT
					? (f->in_scratch[i]->size + 7) / 8 * 8
					: 8;
	}
	if (size > SCRATCH_LIMIT)
		too_large(compile, unit, size);
}

static bool unit_has_callbacks(const struct ir_unit *unit)
{
	struct place place = { 0 };

	for (const struct ir_function *f = unit->functions; f; f = f->next)
		walk(&place, f->body, note_callback);
	return place.has_callback;
}

void place(struct compile *compile, struct ir_unit *unit, enum thrift thrift)
{
	bool has_callbacks = unit_has_callbacks(unit);

	for (struct ir_function *f = unit->functions; f; f = f->next) {
		place_function(compile, f, thrift, has_callbacks);
		if (f->is_program && f->needs_scratch && f->busy_site < 0)
			f->busy_site = ir_add_site(compile->arena, unit,
						   (struct raise_site){
							   .kind = RAISE_BUSY,
							   .function = f->instance->function,
							   .line = f->instance->function->span.line,
							   .message = "all scratch memory of the "
								      "program was in use",
						   });
	}
	check_size(compile, unit);
}
