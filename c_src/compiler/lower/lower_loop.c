/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Loops:
 *
 *	acc = 0; result = 0;
 *	done: {
 *		loop (turns) {
 *			turn: {
 *				acc_now = acc; <body>: either acc = <next>; leave turn
 *				or result = <value>; leave done
 *			}
 *		}
 *		<more turns were asked for than there can be: raise>
 *		result = <otherwise>
 *	}
 *
 * A turn reads copies of the states, so that it may set them in any order.
 */
#include "compiler/lower/lower_data.h"
#include "compiler/lower/lower_sequence.h"

#include "compiler/core/symbol.h"

struct turn {
	struct turn *outer;
	const struct loop *loop;
	struct value *states;	    /* what the next turn begins with */
	struct ir_statement *block; /* left at the end of the turn */
};

struct lowering {
	const struct loop *loop;
	const struct typed_loop *typed;
	struct value *states;
	struct value *now; /* in the turn */
	struct ir_value *turns;
	struct sequence_value source;
	struct value result;
	enum use use;
	int line;
	bool is_left;
};

typedef struct value lower_body(struct lower *lower, const struct lowering *lowering,
				struct ir_value *turn);

static struct value *variable_of(struct lower *lower, const struct variable *variable)
{
	return &lower->variables[lower->instance->function->arity + variable->number];
}

/* The copy is what it is from here on, whatever is set later: it must be a variable of C. */
static struct ir_value *copied(struct lower *lower, struct ir_value *value, const char *name)
{
	struct ir_value *copy;

	if (!value || value->kind == IR_CONSTANT)
		return value;
	copy = assign(lower, value->type, IR_FORGET, value, NULL);
	copy->name = name;
	return copy;
}

static struct value copied_value(struct lower *lower, const struct value *value)
{
	const struct type *type = &value->type;
	struct value copy = { .type = *type };

	copy.payload = has_payload(type) ? copied(lower, value->payload, "now") : value->payload;
	copy.tag = copied(lower, value->tag, "now_part");
	if (value->memory)
		copy.memory = copied_memory(lower, value->memory);
	copy.position = copied(lower, value->position, "now");
	copy.length = copied(lower, value->length, "now_size");
	if (type_has_array(type)) {
		copy.text = declare_text(lower, value->text->size);
		set_text(lower, copy.text, value->text);
	}
	if (!type->data_count)
		return copy;
	copy.data = ARENA_ARRAY(lower->compile->arena, struct value *, type->data_count);
	for (size_t i = 0; i < type->data_count; i++) {
		size_t count = type->data[i].shape->count;

		copy.data[i] = ARENA_ARRAY(lower->compile->arena, struct value, count);
		for (size_t n = 0; n < count; n++)
			copy.data[i][n] = copied_value(lower, &value->data[i][n]);
	}
	return copy;
}

static void copy_states(struct lower *lower, const struct lowering *lowering)
{
	for (size_t i = 0; i < lowering->loop->state_count; i++) {
		struct value *now = &lowering->now[i];

		*now = copied_value(lower, &lowering->states[i]);
		if (lowering->loop->states)
			*variable_of(lower, lowering->loop->states[i].variable) = *now;
	}
}

static struct ir_statement *add_block(struct lower *lower)
{
	struct ir_statement *block = add_statement(lower, IR_BLOCK);

	block->block.label = lower->function->label_count++;
	block->block.body = lower->block = new_block(lower);
	return block;
}

static void leave(struct lower *lower, struct ir_statement *block)
{
	add_statement(lower, IR_LEAVE)->leave = block;
	block->block.is_left = true;
	lower->block->is_closed = true;
}

static struct turn *find_turn(struct lower *lower, const struct loop *loop)
{
	struct turn *turn = lower->turns;

	while (turn && turn->loop != loop)
		turn = turn->outer;
	if (!turn)
		BUG(lower->compile, "a turn ends of a loop that is not around it");
	return turn;
}

struct value lower_next(struct lower *lower, const struct expression *expression)
{
	struct turn *turn = find_turn(lower, expression->next.loop);
	size_t count = turn->loop->state_count;
	struct value *values = ARENA_ARRAY(lower->compile->arena, struct value, count);

	for (size_t i = 0; i < count; i++) {
		values[i] = lower_expression(lower, expression->next.states[i], USED);
		if (lower->block->is_closed)
			return none_value();
	}
	for (size_t i = 0; i < count; i++)
		set_value(lower, &turn->states[i], values[i]);
	leave(lower, turn->block);
	return none_value();
}

static struct ir_statement *add_loop(struct lower *lower, const struct lowering *lowering)
{
	struct ir_statement *statement = add_statement(lower, IR_LOOP);
	struct ir_loop *loop = ARENA_NEW(lower->compile->arena, struct ir_loop);

	loop->turns = used(lowering->turns);
	loop->most = lowering->typed->most;
	loop->is_callback = lowering->typed->is_callback;
	loop->forgets = lowering->typed->forgets;
	loop->number = lower->unit->loop_count++;
	loop->body = lower->block = new_block(lower);
	statement->loop = loop;
	if (lowering->turns) {
		statement->to = new_register(lower, IR_S64, "turn");
		statement->to->is_turn = true;
	}
	return statement;
}

static void set_result(struct lower *lower, struct lowering *lowering, struct value value)
{
	if (lowering->use == USED)
		set_value(lower, &lowering->result, value);
}

static void settle_states(struct lower *lower, const struct lowering *lowering)
{
	for (size_t i = 0; i < lowering->loop->state_count; i++)
		settle_value(lower, &lowering->states[i]);
}

/* The turns over a map have no number; where one is read they are counted. */
static struct ir_value *turn_counter(struct lower *lower, const struct lowering *lowering)
{
	return lowering->turns || !lowering->loop->turn ? NULL
							: declare(lower, IR_S64, 0, "next_turn");
}

static struct ir_value *count_turn(struct lower *lower, struct ir_value *counter)
{
	struct ir_value *turn = copied(lower, counter, "turn");

	set(lower, counter, plus(lower, turn, 1));
	return turn;
}

static void lower_turns(struct lower *lower, struct lowering *lowering, lower_body *body,
			struct ir_statement *done)
{
	struct ir_block *outside = lower->block;
	struct ir_value *counter = turn_counter(lower, lowering);
	struct ir_statement *loop = add_loop(lower, lowering);
	struct turn turn = { .outer = lower->turns,
			     .loop = lowering->loop,
			     .states = lowering->states };
	struct value value;

	if (lowering->source.kind == SEQUENCE_IS_ENTRIES)
		read_entry(lower, loop->loop, &lowering->source);
	turn.block = add_block(lower);
	lower->turns = &turn;
	lower->callbacks += loop->loop->is_callback;
	copy_states(lower, lowering);
	value = body(lower, lowering, counter ? count_turn(lower, counter) : loop->to);
	lower->callbacks -= loop->loop->is_callback;
	if (!lower->block->is_closed) {
		set_result(lower, lowering, value);
		leave(lower, done);
		lowering->is_left = true;
	}
	lower->turns = turn.outer;
	lower->block = outside;
	lower->line = lowering->line;
	settle_states(lower, lowering);
}

static void raise_limit(struct lower *lower, const struct lowering *lowering)
{
	unsigned long long most = lowering->typed->most;

	add_raise(lower, RAISE_LOOP_LIMIT, lowering->line,
		  arena_print(lower->compile->arena, "the loop took more than %llu turns", most));
}

/* Ends with the result; whatever follows the loop is in the block that is the current one now. */
static struct value finish(struct lower *lower, struct lowering *lowering, struct ir_block *block,
			   bool is_open)
{
	lower->block = block;
	block->is_closed = !is_open && !lowering->is_left;
	settle_value(lower, &lowering->result);
	if (block->is_closed)
		return none_value();
	return lowering->use == USED ? lowering->result : atom_value(lower, ATOM_NIL);
}

/* The values that the states begin with, in registers of their own. */
static void begin_states(struct lower *lower, struct lowering *lowering, const struct value *values)
{
	size_t count = lowering->loop->state_count;

	lowering->states = ARENA_ARRAY(lower->compile->arena, struct value, count);
	lowering->now = ARENA_ARRAY(lower->compile->arena, struct value, count);
	for (size_t i = 0; i < count; i++) {
		lowering->states[i] = declare_value(lower, &lowering->typed->states[i]);
		set_value(lower, &lowering->states[i], values[i]);
		name_value(lower, &lowering->states[i], "next");
	}
}

/* ----- sequences ------------------------------------------------------------------------------- */

/* Whether more turns are asked for than there can be; then the loop takes those that can be. */
static struct ir_value *cap_turns(struct lower *lower, struct lowering *lowering)
{
	struct ir_value *most = constant(lower, IR_U64, lowering->typed->most);
	struct ir_block *block = lower->block;
	struct ir_value *exceeds, *capped;
	struct ir_statement *branch;

	if (!lowering->typed->may_exceed)
		return NULL;
	exceeds = assign(lower, IR_S64, IR_LESS, most, lowering->turns);
	exceeds->name = "exceeds";
	capped = declare(lower, IR_U64, 0, "capped");
	branch = add_if(lower, exceeds);
	set(lower, capped, most);
	lower->block = branch->branch.otherwise;
	set(lower, capped, lowering->turns);
	lower->block = block;
	settle(lower, capped);
	lowering->turns = capped;
	return exceeds;
}

static struct value lower_turn(struct lower *lower, const struct lowering *lowering,
			       struct ir_value *turn)
{
	const struct loop *loop = lowering->loop;
	const struct type *types = lower->instance->variables;

	*variable_of(lower, loop->element) =
		sequence_element(lower, &lowering->source, turn, &types[loop->element->number]);
	if (lower->block->is_closed)
		return none_value();
	if (loop->turn)
		*variable_of(lower, loop->turn) = integer_value(types[loop->turn->number], turn);
	return lower_expression(lower, loop->body, lowering->use);
}

/* The source, then the states' first values; false when one of them only ever raises. */
static bool lower_beginning(struct lower *lower, struct lowering *lowering)
{
	const struct loop *loop = lowering->loop;
	struct value *values = ARENA_ARRAY(lower->compile->arena, struct value, loop->state_count);

	if (!lower_sequence(lower, loop->source, &lowering->source))
		return false;
	lowering->source.chunk = loop->chunk;
	if (type_has_array(&lowering->source.whole.type) || lowering->source.whole.type.text_size)
		lowering->source.whole = bytes_of(lower, &lowering->source.whole);
	for (size_t i = 0; i < loop->state_count; i++) {
		values[i] = lower_expression(lower, loop->states[i].initial, USED);
		if (lower->block->is_closed)
			return false;
	}
	begin_states(lower, lowering, values);
	if (lowering->source.kind == SEQUENCE_IS_ENTRIES)
		find_inner_entries(lower, &lowering->source, lowering->line);
	if (lowering->typed->most)
		lowering->turns = sequence_turns(lower, &lowering->source, lowering->typed->most);
	return true;
}

static void bind_final_states(struct lower *lower, const struct lowering *lowering)
{
	for (size_t i = 0; i < lowering->loop->state_count; i++)
		*variable_of(lower, lowering->loop->states[i].variable) = lowering->states[i];
}

/* [body of the first element, body of the second, ...] */
static struct value lower_kept(struct lower *lower, const struct expression *expression)
{
	const struct type *type = &typed_in(lower, expression)->type;
	const struct loop *loop = expression->loop;
	size_t count = (size_t)typed_in(lower, expression)->loop.most;
	struct value *items = ARENA_ARRAY(lower->compile->arena, struct value, count);
	struct sequence_value source;

	if (!lower_sequence(lower, loop->source, &source))
		return none_value();
	for (size_t i = 0; i < count; i++) {
		*variable_of(lower, loop->element) =
			as(lower, sequence_item(lower, &source, i),
			   &lower->instance->variables[loop->element->number]);
		items[i] = lower_expression(lower, loop->kept, USED);
		if (lower->block->is_closed)
			return none_value();
	}
	return data_value(lower, type->data->shape, items);
}

struct value lower_loop(struct lower *lower, const struct expression *expression, enum use use)
{
	const struct typed *typed = typed_in(lower, expression);
	struct lowering lowering = { .loop = expression->loop,
				     .typed = &typed->loop,
				     .use = use,
				     .line = expression->span.line };
	struct ir_statement *done;
	struct ir_value *exceeds;
	struct ir_block *block;
	struct value value;
	bool is_open;

	if (typed->loop.is_kept)
		return lower_kept(lower, expression);
	if (!lower_beginning(lower, &lowering))
		return none_value();
	if (!typed->loop.most) {
		settle_states(lower, &lowering);
		bind_final_states(lower, &lowering);
		return lower_expression(lower, lowering.loop->otherwise, use);
	}
	exceeds = cap_turns(lower, &lowering);
	if (use == USED)
		lowering.result = declare_value(lower, &typed->type);
	block = lower->block;
	done = add_block(lower);
	lower_turns(lower, &lowering, lower_turn, done);
	if (exceeds) {
		struct ir_block *inner = lower->block;

		add_if(lower, exceeds);
		raise_limit(lower, &lowering);
		lower->block = inner;
	}
	bind_final_states(lower, &lowering);
	value = lower_expression(lower, lowering.loop->otherwise, use);
	is_open = !lower->block->is_closed;
	if (is_open)
		set_result(lower, &lowering, value);
	return finish(lower, &lowering, block, is_open);
}

/* ----- functions that call themselves --------------------------------------------------------- */

static struct value lower_function_body(struct lower *lower, const struct lowering *lowering,
					struct ir_value *turn)
{
	(void)turn;
	return lower_clauses_for(lower, lowering->now);
}

struct value lower_function_loop(struct lower *lower)
{
	const struct instance *instance = lower->instance;
	struct lowering lowering = { .loop = instance->function->loop,
				     .typed = &instance->loop,
				     .use = USED,
				     .line = instance->function->span.line };
	struct ir_block *block = lower->block;
	struct ir_statement *done;

	begin_states(lower, &lowering, lower->variables);
	lowering.turns = constant(lower, IR_U64, lowering.typed->most);
	lowering.result = declare_value(lower, &instance->result);
	done = add_block(lower);
	lower_turns(lower, &lowering, lower_function_body, done);
	raise_limit(lower, &lowering);
	return finish(lower, &lowering, block, false);
}
