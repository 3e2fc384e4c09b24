/* SPDX-License-Identifier: Apache-2.0 */
/* How many turns a loop takes, and in which way: walked by the verifier, or called by bpf_loop. */
#include "compiler/infer/infer_loop.h"

/* bpf_loop takes no more turns (BPF_MAX_LOOPS). */
#define MOST_TURNS ((uint64_t)1 << 23)
#define CALLBACK_KERNEL KERNEL_VERSION_OF(5, 17)
/* Of turns that the verifier walks one by one: its limits are a million instructions, and 8,192
 * branches whose other side it has still to see. */
#define MOST_WALKED 40000
#define MOST_BRANCHES 4000
/* What these cost in a loop around, by trying; see struct cost: a turn that may be the last, and a
 * callback, behind which the verifier walks on as if it had been called and as if it had not. */
#define LEAVING_WALK 120
#define CALLBACK_WALK 10000
#define MANY_WAYS 1000
/* Where there is bpf_loop, what costs more than this is left to it. */
#define SMALL_TURNS 64
#define SMALL_WALK 2000

static uint64_t most_walked(const struct cost *cost)
{
	uint64_t by_walk = MOST_WALKED / (cost->walk + cost->leaving + 1);
	uint64_t by_branches = MOST_BRANCHES / (cost->branches + 1);

	return by_walk < by_branches ? by_walk : by_branches;
}

static void refuse_long(struct infer *infer, struct span span, uint64_t walked)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic = error_at(
		diagnostics, span, CODE_LOOP_LIMIT,
		"this loop may be too long for a lock to be held meanwhile: the kernel can "
		"follow %llu turns of it, and must",
		(unsigned long long)walked);

	diagnostic_hint(
		diagnostics, diagnostic,
		"compute before `Honey.with_lock` what needs a loop, or say how many turns it "
		"takes at most: `fuel(%llu, ...)`",
		(unsigned long long)(walked ? walked : 1));
}

static void refuse_turns(struct infer *infer, struct span span, const struct cost *cost,
			 uint64_t turns)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	uint64_t walked = most_walked(cost);
	int kernel = infer->typed_unit->unit->kernel;
	struct diagnostic *diagnostic;

	if (infer->locks) {
		refuse_long(infer, span, walked);
		return;
	}
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

/* Not only may it take more turns than there can be: it does. */
static void refuse_certain(struct infer *infer, struct span span, const struct cost *cost,
			   uint64_t least, unsigned limit)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	unsigned long long walked = most_walked(cost);
	int kernel = infer->typed_unit->unit->kernel;
	struct diagnostic *diagnostic;

	if (limit) {
		diagnostic = error_at(diagnostics, span, CODE_LOOP_LIMIT,
				      "this loop takes %llu turns, and its fuel allows %u",
				      (unsigned long long)least, limit);
		diagnostic_hint(diagnostics, diagnostic,
				"let it take fewer, or allow them: `fuel(%llu, ...)`",
				(unsigned long long)least);
	} else if (kernel >= CALLBACK_KERNEL) {
		diagnostic = error_at(
			diagnostics, span, CODE_LOOP_LIMIT,
			"this loop takes %llu turns, and a loop of the kernel takes at most %llu",
			(unsigned long long)least, (unsigned long long)MOST_TURNS);
		diagnostic_hint(
			diagnostics, diagnostic,
			"make it a loop within a loop, `for a <- 0..99, b <- 0..99_999`, or "
			"do a part of it in each run of the program");
	} else {
		diagnostic = error_at(
			diagnostics, span, CODE_LOOP_LIMIT,
			"this loop takes %llu turns, and kernels before 5.17 can follow %llu of it; "
			"this module is for %d.%d",
			(unsigned long long)least, walked, kernel >> 8, kernel & 0xff);
		diagnostic_hint(
			diagnostics, diagnostic,
			least > MOST_TURNS
				? "do a part of it in each run of the program, and keep in "
				  "a `defvar` where to go on"
				: "write `use Honey, kernel: \"5.17\"`, or do a part of it in "
				  "each run of the program");
	}
}

void choose_way(struct infer *infer, struct span span, struct typed_loop *typed, wide asked,
		wide least, unsigned limit, const struct cost *cost)
{
	bool has_callback = infer->typed_unit->unit->kernel >= CALLBACK_KERNEL && !infer->locks;
	uint64_t most = limit ? limit : MOST_TURNS;

	typed->most = asked < (wide)most ? (uint64_t)asked : most;
	typed->may_exceed = asked > (wide)most;
	if (least > (wide)most ||
	    (!has_callback && !infer->locks && least > (wide)most_walked(cost))) {
		refuse_certain(infer, span, cost, (uint64_t)least, least > (wide)most ? limit : 0);
		typed->most = 1;
		return;
	}
	typed->is_callback = has_callback &&
			     (typed->most > SMALL_TURNS || typed->most * cost->walk > SMALL_WALK ||
			      typed->most > most_walked(cost));
	if (!typed->is_callback && typed->most > most_walked(cost)) {
		refuse_turns(infer, span, cost, typed->most);
		typed->most = 1;
	}
}

void cost_add(struct cost *cost, const struct cost *more, uint64_t times)
{
	uint64_t *parts[] = { &cost->walk, &cost->branches, &cost->leaving };
	uint64_t added[] = { more->walk, more->branches, more->leaving };

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		*parts[i] += times * added[i];
		if (*parts[i] > WALK_CAP)
			*parts[i] = WALK_CAP;
	}
}

struct cost cost_since(const struct infer *infer, struct cost before)
{
	const struct cost *now = &infer->instance->cost;

	return (struct cost){ now->walk - before.walk, now->branches - before.branches,
			      now->leaving - before.leaving };
}

/*
 * The verifier takes each outcome of a comparison for a way of its own through all later turns, if
 * a loop in these depends on what was compared.
 */
bool forgets_between_turns(const struct typed_loop *typed, const struct cost *cost)
{
	uint64_t turns = typed->is_callback ? 2 : typed->most;

	return cost->leaving && turns > 1 && turns * (cost->walk + cost->leaving) >= MANY_WAYS;
}

/* All turns, where the verifier walks them; of a callback it sees two or three. */
void add_cost(struct infer *infer, const struct typed_loop *typed, const struct cost *cost)
{
	uint64_t more = typed->is_callback ? 2 : typed->most ? typed->most - 1 : 0;
	struct cost left = { .leaving = CALLBACK_WALK };

	if (!typed->is_callback)
		left.leaving = typed->leaves_early ? LEAVING_WALK * typed->most : 0;
	infer->instance->has_loop = true;
	cost_add(&infer->instance->cost, cost, more);
	cost_add(&infer->instance->cost, &left, 1);
}
