/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/object/check_order.h"

#include "base/arena.h"

/* The instructions from the first one to where the walk stands, and the edges that were followed of each. */
struct walk {
	const struct check_body *body;
	uint32_t *path;
	uint32_t length;
	unsigned char *edges; /* by instruction */
	bool *reached, *on_path;
};

#define NO_EDGE (-1)

static bool falls_through(const struct bpf_insn *insn)
{
	return !check_always_leaves(insn);
}

/* Where an instruction leads, as the kernel asks for it: on to the next first, then where it jumps to. */
static int64_t follow(const struct walk *walk, uint32_t at, unsigned edge)
{
	const struct bpf_insn *insn = &walk->body->code[at];
	bool is_branch = !walk->body->second_half[at] && check_is_branch(insn);

	if (edge == 0)
		return walk->body->second_half[at] || falls_through(insn) ? (int64_t)at + 1
									  : NO_EDGE;
	return is_branch ? check_branch_target(walk->body, at) : NO_EDGE;
}

static void go(struct walk *walk, uint32_t to)
{
	walk->reached[to] = true;
	walk->on_path[to] = true;
	walk->path[walk->length++] = to;
}

static bool goes_back_without_jump(const struct walk *walk, uint32_t at, int64_t to)
{
	return to == (int64_t)at + 1 && walk->on_path[to] &&
	       (walk->body->second_half[at] || !check_is_branch(&walk->body->code[at]));
}

void check_order(struct check_context *context, const struct check_function *function,
		 const struct check_body *body)
{
	struct walk walk = {
		.body = body,
		.path = ARENA_ARRAY(context->arena, uint32_t, body->count),
		.edges = ARENA_ARRAY(context->arena, unsigned char, body->count),
		.reached = ARENA_ARRAY(context->arena, bool, body->count),
		.on_path = ARENA_ARRAY(context->arena, bool, body->count),
	};

	go(&walk, 0);
	while (walk.length) {
		uint32_t at = walk.path[walk.length - 1];
		int64_t to;

		if (walk.edges[at] == 2) {
			walk.on_path[at] = false;
			walk.length--;
			continue;
		}
		to = follow(&walk, at, walk.edges[at]++);
		if (to < 0 || to >= body->count)
			continue;
		if (goes_back_without_jump(&walk, at, to)) {
			check_report(context, CHECK_ORDER, function, at, at, 0);
			return;
		}
		if (!walk.reached[to])
			go(&walk, (uint32_t)to);
	}
}
