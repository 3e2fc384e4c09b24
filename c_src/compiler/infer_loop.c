/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Loops: the types of their states are a fixpoint. The body is inferred with the types of what
 * the loop begins with, then with these joined with what its turns hand on, until nothing is
 * added; a range that grows is widened to its end at once. What runs before the last one said
 * or noted is forgotten.
 */
#include "compiler/infer_internal.h"

#include <string.h>

#define MOST_DEPTH 6
#define MOST_RUNS 10
/* bpf_loop takes no more turns (BPF_MAX_LOOPS). */
#define MOST_TURNS ((uint64_t)1 << 23)
#define CALLBACK_KERNEL KERNEL_VERSION_OF(5, 17)
/* Of turns that the verifier walks one by one: its limits are a million instructions, and 8,192
 * branches whose other side it has still to see. */
#define MOST_WALKED 40000
#define MOST_BRANCHES 4000
/* Where there is bpf_loop, what costs more than this is left to it. */
#define SMALL_TURNS 64
#define SMALL_WALK 2000

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
		if (!widen_all(infer, loop, states, run.next) || !check_growth(infer, span, runs))
			break;
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

/* ----- how many turns, and in which way ------------------------------------------------------- */

struct cost {
	uint64_t walk, branches; /* of one turn */
};

static uint64_t most_walked(const struct cost *cost)
{
	uint64_t by_walk = MOST_WALKED / (cost->walk + 1);
	uint64_t by_branches = MOST_BRANCHES / (cost->branches + 1);

	return by_walk < by_branches ? by_walk : by_branches;
}

static void refuse_turns(struct infer *infer, struct span span, const struct cost *cost,
			 uint64_t turns)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	uint64_t walked = most_walked(cost);
	int kernel = infer->typed_unit->unit->kernel;
	struct diagnostic *diagnostic;

	if (turns >= MOST_TURNS)
		diagnostic = error_at(diagnostics, span, CODE_LOOP_LIMIT,
				      "nothing says how many turns this loop takes at most, and "
				      "before kernel 5.17 it must be known; this module is for "
				      "%d.%d",
				      kernel >> 8, kernel & 0xff);
	else
		diagnostic = error_at(diagnostics, span, CODE_LOOP_LIMIT,
				      "this loop takes up to %llu turns, and kernels before 5.17 "
				      "can follow %llu of it; this module is for %d.%d",
				      (unsigned long long)turns, (unsigned long long)walked,
				      kernel >> 8, kernel & 0xff);
	diagnostic_hint(diagnostics, diagnostic,
			"write `use Honey, kernel: \"5.17\"`, or say how many turns it takes at "
			"most: `fuel(%llu, ...)`",
			(unsigned long long)(walked ? walked : 1));
}

/* `asked`: the most turns that the ranges leave possible; `least`: what is certain. */
static void choose_way(struct infer *infer, struct span span, struct typed_loop *typed, wide asked,
		       wide least, unsigned limit, const struct cost *cost)
{
	bool has_callback = infer->typed_unit->unit->kernel >= CALLBACK_KERNEL;
	uint64_t most = limit ? limit : MOST_TURNS;

	typed->most = asked < (wide)most ? (uint64_t)asked : most;
	typed->may_exceed = asked > (wide)most;
	if (least > (wide)most)
		diagnostic_hint(
			&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, span, CODE_LOOP_LIMIT,
				 "this loop takes %llu turns, and %s %llu",
				 (unsigned long long)least,
				 limit ? "its fuel allows" : "a loop of the kernel takes at most",
				 (unsigned long long)most),
			"use a shorter range, or more fuel where it is that");
	typed->is_callback = has_callback &&
			     (typed->most > SMALL_TURNS || typed->most * cost->walk > SMALL_WALK);
	if (!typed->is_callback && typed->most > most_walked(cost)) {
		refuse_turns(infer, span, cost, typed->most);
		typed->most = 1;
	}
}

static struct cost cost_since(const struct infer *infer, uint64_t walk, uint64_t branches)
{
	return (struct cost){ infer->instance->walk - walk, infer->instance->branches - branches };
}

/* All turns, where the verifier walks them; of a callback it sees two or three. */
static void add_cost(struct infer *infer, const struct typed_loop *typed, const struct cost *cost)
{
	uint64_t more = typed->is_callback ? 2 : typed->most ? typed->most - 1 : 0;
	struct instance *instance = infer->instance;

	instance->has_loop = true;
	instance->walk += more * cost->walk;
	instance->branches += more * cost->branches;
	if (instance->walk > WALK_CAP)
		instance->walk = WALK_CAP;
	if (instance->branches > WALK_CAP)
		instance->branches = WALK_CAP;
}

/* ----- ranges --------------------------------------------------------------------------------- */

struct bounds {
	struct type first, last;
	wide step; /* 0: 1 or -1 */
};

static bool infer_step(struct infer *infer, const struct loop *loop, wide *step)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct type type;

	*step = 0;
	if (!loop->step)
		return true;
	type = infer_expression(infer, loop->step);
	if (type.is_poison || type_is_none(&type))
		return false;
	if (!type_is_integer(&type) || type.range.low != type.range.high) {
		diagnostic_hint(
			diagnostics,
			error_at(
				diagnostics, loop->step->span, CODE_UNSUPPORTED,
				"the step of this range is known only when the program runs, expected an "
				"integer literal"),
			"write the step as a number, `first..last//2`");
		return false;
	}
	*step = type.range.low;
	if (!*step)
		diagnostic_hint(diagnostics,
				error_at(diagnostics, loop->step->span, CODE_ALWAYS_FAILS,
					 "the step of this range is 0"),
				"write a step of 1 or more to go up, of -1 or less to go down");
	return *step != 0;
}

static bool infer_bound(struct infer *infer, const struct expression *expression,
			const struct expression *bound, unsigned raises, struct type *type)
{
	*type = infer_expression(infer, bound);
	if (type_is_none(type) || type->is_poison)
		return false;
	if (may_be_no_integer(infer, bound, type, "a range"))
		mark_raise(infer, expression, raises);
	return type->integer != INTEGER_NONE;
}

static void warn_of_direction(struct infer *infer, const struct expression *expression,
			      const struct bounds *bounds)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (bounds->step || bounds->first.range.high <= bounds->last.range.low ||
	    bounds->first.range.low >= bounds->last.range.high)
		return;
	diagnostic = warn_at(diagnostics, operand_span(expression->loop->last, expression),
			     CODE_COUNTS_DOWN,
			     "this range counts down where its last number is below its first");
	diagnostic_hint(diagnostics, diagnostic,
			"say that it goes up, and is empty then: `first..last//1`");
}

static wide at_least_zero(wide value)
{
	return value > 0 ? value : 0;
}

/* The turns that a difference of the bounds makes, in the direction of the step. */
static wide turns_of(wide difference, wide step)
{
	return difference < 0 ? 0 : difference / step + 1;
}

static wide most_turns(const struct bounds *b)
{
	wide up = b->last.range.high - b->first.range.low;
	wide down = b->first.range.high - b->last.range.low;

	if (b->step > 0)
		return turns_of(up, b->step);
	if (b->step < 0)
		return turns_of(down, -b->step);
	return turns_of(up > down ? up : down, 1);
}

static wide least_turns(const struct bounds *b)
{
	wide up = b->last.range.low - b->first.range.high;
	wide down = b->first.range.low - b->last.range.high;

	if (b->step > 0)
		return turns_of(up, b->step);
	if (b->step < 0)
		return turns_of(down, -b->step);
	return at_least_zero(up > down ? up : down) + 1;
}

static wide smaller(wide a, wide b)
{
	return a < b ? a : b;
}

static wide greater(wide a, wide b)
{
	return a > b ? a : b;
}

static struct type element_type(struct infer *infer, const struct bounds *b)
{
	struct type type = type_only_integer(type_join(infer->compile, b->first, b->last));
	struct range first = b->first.range, last = b->last.range, range, full;

	range.low = smaller(first.low, last.low);
	range.high = greater(first.high, last.high);
	if (b->step > 0)
		range.low = first.low;
	if (b->step < 0)
		range.high = first.high;
	full = range_of_kind(type.integer);
	type.range = range_within(range, full) ? range : full;
	type.is_literal = false;
	return type;
}

static bool infer_bounds(struct infer *infer, const struct expression *expression,
			 struct bounds *bounds)
{
	const struct loop *loop = expression->loop;
	bool first = infer_bound(infer, expression, loop->first, RAISES_LEFT, &bounds->first);
	bool last = infer_bound(infer, expression, loop->last, RAISES_RIGHT, &bounds->last);

	return infer_step(infer, loop, &bounds->step) && first && last;
}

/* ----- loops over ranges ---------------------------------------------------------------------- */

static void bind_states(struct infer *infer, const struct loop *loop, const struct type *states)
{
	for (size_t i = 0; i < loop->state_count; i++)
		bind_now(infer, loop->states[i].variable, states[i]);
}

static struct type run_range(struct infer *infer, const struct loop *loop,
			     const struct type *states)
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

static struct type infer_known(struct infer *infer, const struct expression *expression,
			       const struct bounds *bounds, struct type *states)
{
	struct typed_loop typed = { .states = states };
	const struct loop *loop = expression->loop;
	uint64_t walk = infer->instance->walk, branches = infer->instance->branches;
	struct type type = type_none(), otherwise;
	wide asked = most_turns(bounds);

	if (asked) {
		struct cost cost;

		bind_now(infer, loop->element, element_type(infer, bounds));
		type = infer_turns(infer, loop, expression->span, states, run_range);
		cost = cost_since(infer, walk, branches);
		choose_way(infer, expression->span, &typed, asked,
			   type_is_none(&type) ? least_turns(bounds) : 0, loop->limit, &cost);
		add_cost(infer, &typed, &cost);
	}
	if (typed.may_exceed)
		mark_raise(infer, expression, RAISES_ALWAYS);
	typed_of(infer, expression)->loop = typed;
	bind_states(infer, loop, states);
	otherwise = infer_expression(infer, loop->otherwise);
	return type_join(infer->compile, type, otherwise);
}

struct type infer_loop(struct infer *infer, const struct expression *expression)
{
	size_t count = expression->loop->state_count;
	struct type *states = ARENA_ARRAY(infer->compile->arena, struct type, count);
	struct type ends = type_poison(), type;
	struct bounds bounds;

	if (!infer_bounds(infer, expression, &bounds) ||
	    !infer_initial(infer, expression, states, &ends) ||
	    !check_depth(infer, expression->span))
		return type_is_none(&bounds.first) || type_is_none(&bounds.last) ? type_none()
										 : ends;
	if (!expression->loop->is_walk)
		warn_of_direction(infer, expression, &bounds);
	type = infer_known(infer, expression, &bounds, states);
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
	cost = cost_since(infer, 0, 0);
	choose_way(infer, span, &instance->loop, (wide)1 << 64, 0, instance->fuel, &cost);
	add_cost(infer, &instance->loop, &cost);
	instance->can_raise = true;
	return type;
}
