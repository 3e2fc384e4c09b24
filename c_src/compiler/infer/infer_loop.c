/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Loops: the types of their states are a fixpoint. The body is inferred with the types of what
 * the loop begins with, then with these joined with what its turns hand on, until nothing is
 * added; a range that grows is widened to its end at once. What runs before the last one said
 * or noted is forgotten.
 */
#include "compiler/infer/infer_loop.h"

#include <string.h>

#define MOST_DEPTH 6
#define MOST_RUNS 10
struct loop_run {
	struct loop_run *outer;
	const struct loop *loop;
	struct type *next; /* what the turns hand on, joined */
};

/* What a run of the body adds to, and how it stood before. */
struct checkpoint {
	struct diagnostics diagnostics;
	struct instance instance;
	struct instance **last; /* where the unit's next instance goes */
	int instance_count;
	struct change *changes;
};

static struct checkpoint take_checkpoint(struct infer *infer)
{
	struct checkpoint checkpoint = { .diagnostics = infer->compile->diagnostics,
					 .instance = *infer->instance,
					 .last = infer->typed_unit->last_instance,
					 .instance_count = infer->typed_unit->instance_count,
					 .changes = infer->changes };

	return checkpoint;
}

/* The instances that the run has made: the next run may need others. */
static void forget_instances(struct infer *infer, const struct checkpoint *checkpoint)
{
	for (struct instance *i = *checkpoint->last; i; i = i->next) {
		struct instance **link = &i->function->instances;

		while (*link != i)
			link = &(*link)->next_of_function;
		*link = i->next_of_function;
	}
	*checkpoint->last = NULL;
	infer->typed_unit->last_instance = checkpoint->last;
	infer->typed_unit->instance_count = checkpoint->instance_count;
}

static void back_to(struct infer *infer, const struct checkpoint *checkpoint)
{
	diagnostics_rewind(&infer->compile->diagnostics, &checkpoint->diagnostics);
	*infer->instance = checkpoint->instance;
	forget_instances(infer, checkpoint);
	restore(infer, checkpoint->changes);
}

struct type infer_next(struct infer *infer, const struct expression *expression)
{
	struct loop_run *run = infer->runs;
	const struct loop *loop = expression->next.loop;

	while (run && run->loop != loop)
		run = run->outer;
	if (!run)
		BUG(infer->compile, "a turn ends of a loop that is not around it");
	for (size_t i = 0; i < loop->state_count; i++) {
		struct type type = infer_expression(infer, expression->next.states[i]);

		if (type_is_none(&type))
			return type;
		if (!type.is_poison)
			run->next[i] = type_join(infer->compile, run->next[i], type);
	}
	return type_none();
}

static void widen_range(struct type *type, const struct type *before)
{
	struct range full;

	if (before->integer == INTEGER_NONE || type->integer == INTEGER_NONE)
		return;
	full = range_of_kind(type->integer);
	if (type->range.low < before->range.low)
		type->range.low = full.low;
	if (type->range.high > before->range.high)
		type->range.high = full.high;
	if (!range_within(type->range, full))
		type->range = full;
}

/* `before` with what `next` adds; each end of a range that moves goes as far as it can. */
static struct type widen(struct infer *infer, struct type before, struct type next)
{
	struct type joined = type_join(infer->compile, before, next);

	widen_range(&joined, &before);
	for (size_t i = 0; i < joined.data_count; i++) {
		const struct data *data = &joined.data[i];
		const struct data *earlier = type_find_data(&before, data->shape);

		for (size_t n = 0; earlier && n < data->shape->count; n++)
			data->elements[n] = widen(infer, earlier->elements[n], data->elements[n]);
	}
	return joined;
}

static bool widen_all(struct infer *infer, const struct loop *loop, struct type *states,
		      const struct type *next)
{
	bool grew = false;

	for (size_t i = 0; i < loop->state_count; i++) {
		struct type wider = widen(infer, states[i], next[i]);

		grew = grew || !type_equal(&wider, &states[i]);
		states[i] = wider;
	}
	return grew;
}

typedef struct type run_body(struct infer *infer, const struct loop *loop,
			     const struct type *states);

/* Integers and atoms come to an end soon; data that each turn makes larger does not. */
static bool check_growth(struct infer *infer, struct span span, int runs)
{
	struct diagnostic *diagnostic;

	if (runs < MOST_RUNS)
		return true;
	diagnostic = error_at(&infer->compile->diagnostics, span, CODE_LOOP_LIMIT,
			      "what this loop hands from turn to turn grows, and the kernel has no "
			      "memory for it");
	diagnostic_hint(&infer->compile->diagnostics, diagnostic,
			"keep a number of values that does not change, or put them into a "
			"`defmap` map");
	return false;
}

/* The type of the values that end the loop; `states` become what holds at each turn's beginning. */
static struct type infer_turns(struct infer *infer, const struct loop *loop, struct span span,
			       struct type *states, run_body *body)
{
	size_t numbers = (size_t)(loop->end_expression - loop->first_expression);
	struct checkpoint checkpoint = take_checkpoint(infer);
	struct loop_run run = { .outer = infer->runs, .loop = loop };
	struct type type;

	run.next = ARENA_ARRAY(infer->compile->arena, struct type, loop->state_count);
	infer->runs = &run;
	infer->loop_depth++;
	for (int runs = 1;; runs++) {
		memset(run.next, 0, loop->state_count * sizeof(*run.next));
		memset(&infer->instance->typed[loop->first_expression], 0,
		       numbers * sizeof(*infer->instance->typed));
		type = body(infer, loop, states);
		if (!widen_all(infer, loop, states, run.next))
			break;
		if (!check_growth(infer, span, runs)) {
			type = type_poison();
			break;
		}
		back_to(infer, &checkpoint);
	}
	infer->loop_depth--;
	infer->runs = run.outer;
	restore(infer, checkpoint.changes);
	return type;
}

static bool check_depth(struct infer *infer, struct span span)
{
	struct diagnostic *diagnostic;

	if (infer->loop_depth < MOST_DEPTH)
		return true;
	diagnostic = error_at(&infer->compile->diagnostics, span, CODE_LOOP_LIMIT,
			      "this loop is the %dth within another, and the kernel takes %d",
			      MOST_DEPTH + 1, MOST_DEPTH);
	diagnostic_hint(&infer->compile->diagnostics, diagnostic,
			"go over both ranges in one, `for i <- 0..(n * m - 1)//1` with `div(i, m)` "
			"and `rem(i, m)`");
	return false;
}

/* ----- loops over sequences ------------------------------------------------------------------- */

static void bind_states(struct infer *infer, const struct loop *loop, const struct type *states)
{
	for (size_t i = 0; i < loop->state_count; i++)
		bind_now(infer, loop->states[i].variable, states[i]);
}

static struct type run_turn(struct infer *infer, const struct loop *loop, const struct type *states)
{
	bind_states(infer, loop, states);
	return infer_expression(infer, loop->body);
}

static bool infer_initial(struct infer *infer, const struct expression *expression,
			  struct type *states, struct type *ends)
{
	const struct loop *loop = expression->loop;

	for (size_t i = 0; i < loop->state_count; i++) {
		states[i] = infer_expression(infer, loop->states[i].initial);
		*ends = states[i];
		if (type_is_none(&states[i]) || states[i].is_poison)
			return false;
	}
	return true;
}

/*
 * With a range that is known to be short, a list or an array, the items of the list that the loop
 * gives are values: the body is lowered for each.
 */
static struct type infer_kept(struct infer *infer, const struct expression *expression,
			      const struct sequence *sequence)
{
	size_t count = (size_t)sequence->most;
	struct type *items = ARENA_ARRAY(infer->compile->arena, struct type, count);
	struct typed_loop typed = { .is_kept = true, .most = count };
	struct cost before = infer->instance->cost;
	struct cost cost;
	struct type item = infer_expression(infer, expression->loop->kept);

	cost = cost_since(infer, before);
	add_cost(infer, &typed, &cost);
	typed_of(infer, expression)->loop = typed;
	/* What only ever raises does not when there is no element. */
	if (item.is_poison || (count && type_is_none(&item)))
		return item;
	for (size_t i = 0; i < count; i++)
		items[i] = item;
	return check_parts(infer, expression, list_type(infer, count, items));
}

/*
 * Enum.sum(Enum.map(...)) as one loop: what is summed must not raise, since all of the map's
 * effects would have come before.
 */
static void check_silence(struct infer *infer, const struct expression *expression)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct expression *silent = expression->loop->silent;
	struct diagnostic *diagnostic;

	if (!silent || !typed_of(infer, silent)->raises)
		return;
	diagnostic = error_at(diagnostics, expression->span, CODE_UNSUPPORTED,
			      "this may raise for what `Enum.map` gives, of which the kernel keeps "
			      "no list");
	diagnostic_hint(diagnostics, diagnostic,
			"let the function of `Enum.map` give integers, or write one "
			"`Enum.reduce`");
}

static struct type infer_elements(struct infer *infer, const struct expression *expression,
				  const struct sequence *sequence, struct type *states)
{
	struct typed_loop typed = { .states = states };
	const struct loop *loop = expression->loop;
	struct cost before = infer->instance->cost;
	struct type type = type_none(), otherwise;

	if (sequence->most) {
		struct cost cost;

		type = infer_turns(infer, loop, expression->span, states, run_turn);
		infer->instance->cost.walk += sequence->choices;
		cost = cost_since(infer, before);
		if (sequence->map)
			choose_callback(infer, expression->span, &typed, loop->limit);
		else
			choose_way(infer, expression->span, &typed, sequence->most,
				   type_is_none(&type) ? sequence->least : 0, loop->limit, &cost);
		typed.leaves_early = !type_is_none(&type);
		typed.forgets = forgets_between_turns(&typed, &cost);
		add_cost(infer, &typed, &cost);
		check_silence(infer, expression);
		check_stages(infer, expression);
	}
	if (typed.may_exceed)
		mark_raise(infer, expression, RAISES_ALWAYS);
	typed_of(infer, expression)->loop = typed;
	bind_states(infer, loop, states);
	otherwise = infer_expression(infer, loop->otherwise);
	return type_join(infer->compile, type, otherwise);
}

static void bind_element(struct infer *infer, const struct expression *expression,
			 const struct sequence *sequence)
{
	const struct loop *loop = expression->loop;
	wide last = sequence->most < WIDE_S64_MAX ? sequence->most - 1 : WIDE_S64_MAX;

	if (!sequence->most)
		return;
	bind_now(infer, loop->element, sequence->element);
	if (loop->turn)
		bind_now(infer, loop->turn, type_integer(INTEGER_S64, 0, last));
	if ((sequence->memory && memory_type_can_misread(sequence->memory)) ||
	    (sequence->map && (memory_type_can_misread(sequence->map->key_type) ||
			       memory_type_can_misread(sequence->map->value_type))))
		mark_raise(infer, expression, RAISES_PART);
}

struct type infer_loop(struct infer *infer, const struct expression *expression)
{
	const struct loop *loop = expression->loop;
	struct type *states = ARENA_ARRAY(infer->compile->arena, struct type, loop->state_count);
	struct type source = infer_expression(infer, loop->source), ends = type_poison(), type;
	struct sequence sequence;

	if (source.is_poison || type_is_none(&source))
		return source;
	if (!infer_sequence(infer, expression, loop->source, &source, &sequence))
		return type_poison();
	if (!infer_initial(infer, expression, states, &ends) ||
	    !check_depth(infer, expression->span))
		return ends;
	bind_element(infer, expression, &sequence);
	if (loop->kept && has_items(&sequence))
		return infer_kept(infer, expression, &sequence);
	type = infer_elements(infer, expression, &sequence, states);
	return checked_result(infer, expression->span, type);
}

/* ----- functions that call themselves --------------------------------------------------------- */

static struct type run_function(struct infer *infer, const struct loop *loop,
				const struct type *states)
{
	const struct function *function = infer->instance->function;

	infer->instance->no_clause_may_match = false;
	return infer_function_clauses(infer, function->first_clause, states, loop->state_count);
}

struct type infer_function_loop(struct infer *infer)
{
	struct instance *instance = infer->instance;
	const struct loop *loop = instance->function->loop;
	struct type *states = ARENA_ARRAY(infer->compile->arena, struct type, loop->state_count);
	struct span span = instance->function->span;
	struct type type;
	struct cost cost;

	if (loop->state_count)
		memcpy(states, instance->arguments, loop->state_count * sizeof(*states));
	instance->loop.states = states;
	if (!check_depth(infer, span))
		return type_poison();
	type = infer_turns(infer, loop, span, states, run_function);
	cost = infer->instance->cost;
	choose_way(infer, span, &instance->loop, (wide)1 << 64, 0, instance->fuel, &cost);
	instance->loop.leaves_early = true;
	instance->loop.forgets = forgets_between_turns(&instance->loop, &cost);
	add_cost(infer, &instance->loop, &cost);
	instance->can_raise = true;
	return type;
}
