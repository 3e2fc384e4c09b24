/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/lower/split.h"

#include "compiler/core/context.h"
#include "compiler/lower/ir.h"

/* Instructions, nearly. */
#define MOST_WEIGHT 4000 /* of a function that stays whole */
#define PIECES 4	 /* of this weight: a piece has no more, unless one statement weighs more */

/* What it costs to have a value at a place where a piece ends, among others. */
#define COST_OF_NUMBER 1
#define COST_OF_OTHER 8

/* A statement of the block that is being cut, with what is in it. */
struct item {
	struct ir_statement *statement;
	size_t weight;
	size_t reach; /* the last use of what it defines, if that cannot be handed out of a piece */
	long cost;    /* of ending a piece after it */
	bool is_fixed;
};

struct split {
	struct compile *compile;
	struct ir_unit *unit;
	struct ir_function *function;
	size_t most_weight, piece_weight;
	int mark; /* of the block that is being cut */
	struct item *items;
	size_t count, at;
};

/* What statements weigh without what is in them, and without the data that they move. */
static const unsigned char weights[] = {
	[IR_ASSIGN] = 2,	[IR_DECLARE] = 1,	[IR_SET] = 1,	      [IR_IF] = 1,
	[IR_BLOCK] = 0,		[IR_LEAVE] = 1,		[IR_SLOT] = 2,	      [IR_LOOKUP] = 6,
	[IR_LOAD] = 1,		[IR_UPDATE] = 9,	[IR_DELETE] = 6,      [IR_CHANGE] = 2,
	[IR_HELPER] = 5,	[IR_TIMER] = 12,	[IR_PRINTK] = 8,      [IR_FIELD] = 2,
	[IR_TEXT_FIELD] = 8,	[IR_CALL] = 8,		[IR_RAISE] = 6,	      [IR_RETURN] = 2,
	[IR_BUILD] = 4,		[IR_PART] = 1,		[IR_SAME] = 8,	      [IR_PIN] = 0,
	[IR_PACKET_LENGTH] = 4, [IR_SEEK] = 10,		[IR_READ] = 4,	      [IR_BITS] = 12,
	[IR_TEXT_LITERAL] = 2,	[IR_TEXT_DECLARE] = 2,	[IR_TEXT_SET] = 4,    [IR_TEXT_STORE] = 2,
	[IR_TEXT_APPEND] = 12,	[IR_TEXT_PART] = 4,	[IR_TEXT_TAIL] = 1,   [IR_TEXT_LENGTH] = 8,
	[IR_TEXT_EQUAL] = 8,	[IR_TEXT_DECIMAL] = 50, [IR_LOOP] = 10,	      [IR_ELEMENT] = 1,
	[IR_PIECE] = 20,	[IR_EMIT] = 16,		[IR_GLOBAL_LOAD] = 3, [IR_GLOBAL_STORE] = 3,
	[IR_GLOBAL_ADD] = 3,	[IR_TAKE] = 6,		[IR_EXCHANGE] = 4,    [IR_STORE] = 1,
	[IR_TAIL_CALL] = 10,
};

static size_t block_weight(const struct ir_block *block);

/* Data is moved and compared by words. */
static size_t data_weight(const struct ir_value *value)
{
	if (!value)
		return 0;
	if (value->type == IR_TEXT)
		return value->size / 4;
	return value->type == IR_MEMORY && value->memory ? value->memory->size / 4 : 0;
}

static size_t weight_of(const struct ir_statement *s)
{
	size_t weight = weights[s->kind] + data_weight(s->to);

	if (s->kind == IR_EMIT)
		return weight + s->emit.ring->types[s->emit.type]->size / 4;
	if (s->kind == IR_IF)
		return weight + block_weight(s->branch.then) + block_weight(s->branch.otherwise);
	if (s->kind == IR_BLOCK)
		return weight + block_weight(s->block.body);
	if (s->kind == IR_LOOP)
		return weight + block_weight(s->loop->body);
	if (s->kind == IR_CALL && s->call.callee->is_inlined)
		return weight + s->call.callee->weight;
	return weight;
}

static size_t block_weight(const struct ir_block *block)
{
	size_t weight = 0;

	for (const struct ir_statement *s = block->first; s; s = s->next)
		weight += weight_of(s);
	return weight;
}

/* What the block defines, and where it is needed last */

static bool is_number(const struct ir_value *value)
{
	return value->type == IR_S64 || value->type == IR_U64;
}

/* What it is `to` was there before. */
static bool is_set_by(const struct ir_statement *s)
{
	return s->kind == IR_SET || s->kind == IR_TEXT_SET || s->kind == IR_TEXT_STORE ||
	       s->kind == IR_TEXT_APPEND;
}

static void need(void *context, struct ir_value *value)
{
	const struct split *split = context;

	while (value->part)
		value = value->part->part.whole;
	if (value->kind == IR_REGISTER && value->split_mark == split->mark)
		value->needed = split->at;
}

static void need_slot(struct split *split, struct ir_slot *slot)
{
	if (!slot)
		return;
	need(split, slot->value);
	if (slot->split_mark == split->mark)
		slot->needed = split->at;
}

static void need_block(struct split *split, const struct ir_block *block);

static void need_operands(struct split *split, const struct ir_statement *s)
{
	ir_visit_operands(s, need, split);
	if (is_set_by(s)) {
		need(split, s->to);
	} else if (s->kind == IR_LOOKUP || s->kind == IR_UPDATE || s->kind == IR_DELETE) {
		need_slot(split, s->map.key);
		need_slot(split, s->map.value);
	} else if (s->kind == IR_IF) {
		need_block(split, s->branch.then);
		need_block(split, s->branch.otherwise);
	} else if (s->kind == IR_BLOCK) {
		need_block(split, s->block.body);
	} else if (s->kind == IR_LOOP || s->kind == IR_PIECE) {
		need_block(split, s->loop->body);
	}
}

static void need_block(struct split *split, const struct ir_block *block)
{
	for (const struct ir_statement *s = block->first; s; s = s->next)
		need_operands(split, s);
}

/* What is declared, and set later: it can be declared before a piece. */
static bool is_declaration(const struct ir_statement *s)
{
	return (s->kind == IR_DECLARE && s->value->kind == IR_CONSTANT) ||
	       s->kind == IR_TEXT_DECLARE;
}

typedef void each_value(struct split *split, size_t at, struct ir_value *value);

/* Calls `visit` for what the statement defines. */
static void visit_defined(struct split *split, size_t at, each_value *visit)
{
	const struct ir_statement *s = split->items[at].statement;

	if (s->kind == IR_CALL) {
		for (size_t i = 0; i < s->call.callee->result_count; i++)
			visit(split, at, s->call.results[i]);
	} else if (s->to && !is_set_by(s) && s->kind != IR_LOOP) {
		visit(split, at, s->to);
	}
}

static void define(struct split *split, size_t at, struct ir_value *value)
{
	value->split_mark = split->mark;
	value->made = value->needed = at;
}

/* The costs are differences until sum_costs(). */
static void measure(struct split *split, size_t at, struct ir_value *value)
{
	struct item *item = &split->items[at];
	long cost = is_number(value) ? COST_OF_NUMBER : COST_OF_OTHER;

	if (value->part || value->made != at || value->needed == at)
		return;
	if (!is_number(value) && !is_declaration(item->statement) && value->needed > item->reach)
		item->reach = value->needed;
	item->cost += cost;
	split->items[value->needed].cost -= cost;
}

static void sum_costs(struct split *split)
{
	long cost = 0;

	for (size_t i = 0; i < split->count; i++) {
		cost += split->items[i].cost;
		split->items[i].cost = cost;
	}
}

static bool ends(const struct ir_block *block);

/* Ends the function, or the program by a tail call: from a piece, that would end but the piece. */
static bool has_end(const struct ir_statement *s)
{
	if (s->kind == IR_IF)
		return ends(s->branch.then) || ends(s->branch.otherwise);
	if (s->kind == IR_BLOCK)
		return ends(s->block.body);
	if (s->kind == IR_LOOP)
		return ends(s->loop->body);
	if (s->kind == IR_CALL)
		return s->call.callee->has_tail_call;
	return s->kind == IR_RETURN || s->kind == IR_TAIL_CALL;
}

static bool ends(const struct ir_block *block)
{
	for (const struct ir_statement *s = block->first; s; s = s->next) {
		if (has_end(s))
			return true;
	}
	return false;
}

static size_t count_statements(const struct ir_block *block)
{
	size_t count = 0;

	for (const struct ir_statement *s = block->first; s; s = s->next)
		count++;
	return count;
}

/*
 * What ends the block without coming to its end stays there, so that clang sees that nothing comes
 * after it. What reads the entry of a turn stays in the turn's function, which is given the entry.
 */
static void read_items(struct split *split, const struct ir_block *block)
{
	split->count = count_statements(block);
	split->items = ARENA_ARRAY(split->compile->arena, struct item, split->count);
	split->mark++;
	split->at = 0;
	for (struct ir_statement *s = block->first; s; s = s->next, split->at++) {
		struct item *item = &split->items[split->at];

		*item = (struct item){ .statement = s, .weight = weight_of(s), .reach = split->at };
		item->is_fixed = has_end(s) || s->kind == IR_ELEMENT ||
				 (block->is_closed && !s->next);
		if (s->kind == IR_SLOT)
			s->slot->split_mark = split->mark;
		visit_defined(split, split->at, define);
		need_operands(split, s);
	}
	for (size_t i = 0; i < split->count; i++)
		visit_defined(split, i, measure);
	sum_costs(split);
}

/* Making pieces */

static void add(struct ir_block *block, struct ir_statement *statement)
{
	statement->next = NULL;
	if (block->last)
		block->last->next = statement;
	else
		block->first = statement;
	block->last = statement;
}

static struct ir_statement *add_new(struct split *split, struct ir_block *block, enum ir_kind kind,
				    int line)
{
	struct ir_statement *statement = ARENA_NEW(split->compile->arena, struct ir_statement);

	statement->kind = kind;
	statement->line = line;
	add(block, statement);
	return statement;
}

struct cut {
	struct ir_block *outer, *inner;
	struct ir_block after; /* of the piece */
	size_t last;	       /* the last item of the piece */
};

/* In a piece a value that is needed after it is another one, to which the outer is set. */
static struct ir_value *hand_out(struct split *split, struct cut *cut, struct ir_value *value,
				 struct ir_statement *definition)
{
	struct ir_value *inner = ARENA_NEW(split->compile->arena, struct ir_value);
	struct ir_statement *declare, *set;

	*inner = *value;
	inner->number = split->function->register_count++;
	inner->name = NULL;
	inner->slots = NULL;
	inner->uses = 1;
	value->assignment = NULL;
	value->is_hidden = false;
	declare = add_new(split, cut->outer, IR_DECLARE, definition->line);
	declare->to = value;
	declare->value = ARENA_NEW(split->compile->arena, struct ir_value);
	*declare->value = (struct ir_value){ .kind = IR_CONSTANT, .type = value->type };
	set = add_new(split, cut->inner, IR_SET, definition->line);
	set->to = value;
	set->value = inner;
	return inner;
}

static bool must_hand_out(const struct cut *cut, const struct ir_value *value)
{
	return !value->part && value->needed > cut->last;
}

static void replace_slot(struct ir_block *block, const struct ir_slot *slot, struct ir_slot *by);

static void replace_slot_in(struct ir_statement *s, const struct ir_slot *slot, struct ir_slot *by)
{
	if (s->kind == IR_LOOKUP || s->kind == IR_UPDATE || s->kind == IR_DELETE) {
		by->uses += (s->map.key == slot) + (s->map.value == slot);
		s->map.key = s->map.key == slot ? by : s->map.key;
		s->map.value = s->map.value == slot ? by : s->map.value;
	} else if (s->kind == IR_IF) {
		replace_slot(s->branch.then, slot, by);
		replace_slot(s->branch.otherwise, slot, by);
	} else if (s->kind == IR_BLOCK) {
		replace_slot(s->block.body, slot, by);
	} else if (s->kind == IR_LOOP || s->kind == IR_PIECE) {
		replace_slot(s->loop->body, slot, by);
	}
}

static void replace_slot(struct ir_block *block, const struct ir_slot *slot, struct ir_slot *by)
{
	for (struct ir_statement *s = block->first; s; s = s->next)
		replace_slot_in(s, slot, by);
}

/* A slot that is needed after the piece is stored there, and another one inside. */
static void split_slot(struct split *split, struct cut *cut, struct ir_statement *s, size_t at)
{
	struct ir_slot *slot = s->slot;
	struct ir_slot *inner = ARENA_NEW(split->compile->arena, struct ir_slot);

	if (slot->needed <= cut->last)
		return;
	*inner = *slot;
	inner->number = split->function->slot_count++;
	inner->uses = 0;
	inner->value->uses++;
	s->slot = inner;
	add_new(split, &cut->after, IR_SLOT, s->line)->slot = slot;
	for (size_t i = at; i <= cut->last; i++)
		replace_slot_in(split->items[i].statement, slot, inner);
	slot->uses -= inner->uses;
}

static void move(struct split *split, struct cut *cut, size_t at)
{
	struct ir_statement *s = split->items[at].statement;

	if ((is_declaration(s) && s->to->needed > cut->last) ||
	    (s->kind == IR_SLOT && s->slot->value->kind == IR_CONSTANT)) {
		add(cut->outer, s);
		return;
	}
	add(cut->inner, s);
	if (s->kind == IR_SLOT)
		split_slot(split, cut, s, at);
	for (size_t i = 0; s->kind == IR_CALL && i < s->call.callee->result_count; i++) {
		if (must_hand_out(cut, s->call.results[i]))
			s->call.results[i] = hand_out(split, cut, s->call.results[i], s);
	}
	if (!s->to || is_set_by(s) || s->kind == IR_LOOP || s->to->made != at ||
	    !must_hand_out(cut, s->to))
		return;
	s->to = hand_out(split, cut, s->to, s);
	if (s->kind == IR_ASSIGN)
		s->to->assignment = s;
}

/* What stays outside when a piece is made of what is around it. */
static bool stays_outside(const struct ir_statement *s)
{
	return is_declaration(s) || (s->kind == IR_SLOT && s->slot->value->kind == IR_CONSTANT);
}

/* That of the first statement that comes into it. */
static int line_of_piece(const struct split *split, size_t first, size_t last)
{
	while (first < last && stays_outside(split->items[first].statement))
		first++;
	return split->items[first].statement->line;
}

static void make_piece(struct split *split, struct ir_block *outer, size_t first, size_t last)
{
	struct ir_loop *piece = ARENA_NEW(split->compile->arena, struct ir_loop);
	struct cut cut = { .outer = outer, .last = last };
	int line = line_of_piece(split, first, last);

	piece->body = cut.inner = ARENA_NEW(split->compile->arena, struct ir_block);
	piece->number = split->unit->loop_count++;
	for (size_t i = first; i <= last; i++)
		move(split, &cut, i);
	add_new(split, outer, IR_PIECE, line)->loop = piece;
	if (cut.after.first) {
		outer->last->next = cut.after.first;
		outer->last = cut.after.last;
	}
	split->function->has_pieces = true;
}

/*
 * The end of the piece that begins with this item: where it costs least, once it has half of its
 * weight. `count` when there is none.
 */
static size_t find_end(const struct split *split, size_t first)
{
	size_t weight = 0, reach = 0, end = split->count;

	for (size_t i = first; i < split->count && !split->items[i].is_fixed; i++) {
		const struct item *item = &split->items[i];

		if (end < split->count && weight + item->weight > split->piece_weight)
			break;
		weight += item->weight;
		if (item->reach > reach)
			reach = item->reach;
		if (weight > 2 * split->piece_weight && i > first && end == split->count)
			break;
		if (reach <= i && weight >= split->piece_weight / 2 &&
		    (end == split->count || item->cost <= split->items[end].cost))
			end = i;
	}
	return end;
}

static void cut_block(struct split *split, struct ir_block *block)
{
	struct ir_block cut = { .is_closed = block->is_closed };

	read_items(split, block);
	for (size_t i = 0; i < split->count;) {
		size_t end = split->items[i].is_fixed ? split->count : find_end(split, i);

		if (end == split->count) {
			add(&cut, split->items[i++].statement);
			continue;
		}
		make_piece(split, &cut, i, end);
		i = end + 1;
	}
	*block = cut;
}

static void split_block(struct split *split, struct ir_block *block)
{
	for (struct ir_statement *s = block->first; s; s = s->next) {
		if (weight_of(s) <= split->piece_weight)
			continue;
		if (s->kind == IR_IF) {
			split_block(split, s->branch.then);
			split_block(split, s->branch.otherwise);
		} else if (s->kind == IR_BLOCK && !s->block.locked) {
			split_block(split, s->block.body);
		} else if (s->kind == IR_LOOP) {
			split_block(split, s->loop->body);
		}
	}
	if (block_weight(block) > split->piece_weight)
		cut_block(split, block);
}

static size_t movable_weight(const struct ir_block *block)
{
	size_t weight = 0;

	for (const struct ir_statement *s = block->first; s; s = s->next)
		weight += stays_outside(s) ? 0 : weight_of(s);
	return weight;
}

/*
 * Of very many pieces, several become one. Each round walks over the whole function, so one that
 * brings little is the last.
 */
static void split_function(struct split *split, struct ir_function *function)
{
	size_t left = movable_weight(function->body), before = SIZE_MAX;

	split->function = function;
	while (left > split->most_weight && left < before - before / 8) {
		before = left;
		split_block(split, function->body);
		left = movable_weight(function->body);
	}
	function->weight = block_weight(function->body);
}

void split(struct compile *compile, struct ir_unit *unit, size_t most_weight)
{
	struct split split = { .compile = compile, .unit = unit };

	split.most_weight = most_weight ? most_weight : MOST_WEIGHT;
	split.piece_weight = split.most_weight / PIECES;
	for (struct ir_function *f = unit->functions; f; f = f->next) {
		/* A piece is called, and the kernel allows no call while a lock is held. */
		if (f->runs_locked)
			continue;
		split.mark = 0;
		split_function(&split, f);
	}
}
