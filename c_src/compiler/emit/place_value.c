/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers: those for which the stack has no room, and sums that clang must not move. */
#include "compiler/emit/place_internal.h"

#include "compiler/lower/capture.h"

/* Values that live at a time on the stack; more than the first are certain not to fit. */
static const int most_values[] = {
	[THRIFT_NONE] = 96,
	[THRIFT_SOME] = 24,
	[THRIFT_MUCH] = 8,
	[THRIFT_MOST] = 0,
};

static bool is_commutative(enum ir_op op)
{
	return op == IR_ADD || op == IR_MULTIPLY || op == IR_BAND || op == IR_BOR || op == IR_BXOR;
}

/*
 * clang makes one sum of a chain of sums and computes it where the last of them stands, until
 * when all the parts live.
 */
void pin_sums(struct place *place)
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

void pin_sums_of_scratch(struct place *place)
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

/* Values that a piece takes through a struct on the stack; if it takes more, none of them. */
static const size_t most_passed[] = {
	[THRIFT_NONE] = 16,
	[THRIFT_SOME] = 8,
	[THRIFT_MUCH] = 4,
	[THRIFT_MOST] = 0,
};

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
		if (is_fleeting(place->values[i]) || ir_is_memory(place->values[i]))
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
	if (capture->value_count <= most_passed[place->thrift])
		return;
	for (size_t i = 0; i < capture->value_count; i++) {
		struct ir_value *value = capture->values[i].value;

		if (can_leave(value) && !value->is_in_scratch)
			put_into_scratch(place, value);
	}
}

void place_values(struct place *place)
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
		place_walk(place, function->body, place_passed);
}
