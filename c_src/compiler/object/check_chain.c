/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/object/check_chain.h"

#include "base/arena.h"
#include "compiler/object/check_function.h"

#include <string.h>

#define FRAME_LIMIT 8
#define PROGRAM_LIMIT 1000000

/* The verifier rounds each frame up; to 16 bytes with newer kernels and a JIT. */
#define FRAME_UNIT 32

/*
 * For chains of at most k functions, by their first function: the most stack
 * that one uses, the most functions that one has, and the second function of
 * both. A recursion has chains of any length, so that lengths beyond
 * FRAME_LIMIT + 1 need not be told apart.
 */
struct chain {
	uint64_t stack;
	uint32_t frames;
	uint32_t next_by_stack; /* function, or CHECK_NO_FUNCTION */
	uint32_t next_by_frames;
};

static uint64_t frame_size(const struct check_function *function)
{
	uint64_t stack = function->stack ? function->stack : 1;

	return (stack + FRAME_UNIT - 1) / FRAME_UNIT * FRAME_UNIT;
}

/* What a timer calls begins with a stack of its own, long after what has started the timer. */
static bool is_called_by_timer(const struct check_function *function)
{
	static const char prefix[] = "honey_timer_", suffix[] = "_ends";
	size_t length = strlen(function->name);

	return length > sizeof(prefix) + sizeof(suffix) - 2 &&
	       strncmp(function->name, prefix, sizeof(prefix) - 1) == 0 &&
	       strcmp(function->name + length - (sizeof(suffix) - 1), suffix) == 0;
}

static struct chain extend(const struct check *check, const struct check_function *function,
			   const struct chain *shorter)
{
	struct chain chain = { .next_by_stack = CHECK_NO_FUNCTION,
			       .next_by_frames = CHECK_NO_FUNCTION };

	for (uint32_t i = 0; shorter && i < function->call_count; i++) {
		uint32_t callee = check->calls[function->first_call + i].function;

		if (callee == CHECK_NO_FUNCTION || is_called_by_timer(&check->functions[callee]))
			continue;
		if (shorter[callee].frames > chain.frames) {
			chain.frames = shorter[callee].frames;
			chain.next_by_frames = callee;
		}
		if (shorter[callee].stack > chain.stack) {
			chain.stack = shorter[callee].stack;
			chain.next_by_stack = callee;
		}
	}
	chain.stack += frame_size(function);
	chain.frames++;
	return chain;
}

/* The names along the worst of the chains of at most k + 1 functions, and how many these are. */
static const char **name_chain(struct check_context *context, struct chain *const *chains, int k,
			       uint32_t function, bool is_by_stack, uint32_t *length)
{
	const struct check *check = context->check;
	const char **names = ARENA_ARRAY(context->arena, const char *, (size_t)k + 1);

	*length = 0;
	for (; k >= 0 && function != CHECK_NO_FUNCTION; k--) {
		const struct chain *chain = &chains[k][function];

		names[(*length)++] = check->functions[function].name;
		function = is_by_stack ? chain->next_by_stack : chain->next_by_frames;
	}
	return names;
}

/* Each function that the program can reach is in it once. */
static uint32_t count_instructions(struct check_context *context, uint32_t program, bool *seen,
				   uint32_t *pending)
{
	const struct check *check = context->check;
	uint32_t pending_count = 1;
	uint64_t total = 0;

	memset(seen, 0, check->function_count * sizeof(*seen));
	seen[program] = true;
	pending[0] = program;
	while (pending_count) {
		const struct check_function *function = &check->functions[pending[--pending_count]];

		total += function->instructions;
		for (uint32_t i = 0; i < function->call_count; i++) {
			uint32_t callee = check->calls[function->first_call + i].function;

			if (callee == CHECK_NO_FUNCTION || seen[callee])
				continue;
			seen[callee] = true;
			pending[pending_count++] = callee;
		}
	}
	return total > UINT32_MAX ? UINT32_MAX : (uint32_t)total;
}

static void check_program(struct check_context *context, struct chain *const *chains,
			  uint32_t index)
{
	struct check_function *program = &context->check->functions[index];
	const struct chain *deepest = &chains[FRAME_LIMIT - 1][index];
	uint32_t frames = chains[FRAME_LIMIT][index].frames;
	struct check_finding *finding;

	program->total_stack = (uint32_t)deepest->stack;
	program->chain =
		name_chain(context, chains, FRAME_LIMIT - 1, index, true, &program->chain_length);
	if (frames > FRAME_LIMIT) {
		finding = check_report(context, CHECK_CALL_DEPTH, program, 0, frames, FRAME_LIMIT);
		finding->chain = name_chain(context, chains, FRAME_LIMIT, index, false,
					    &finding->chain_length);
	}
	if (deepest->stack > CHECK_STACK_LIMIT) {
		finding = check_report(context, CHECK_STACK, program, 0, deepest->stack,
				       CHECK_STACK_LIMIT);
		finding->chain = name_chain(context, chains, FRAME_LIMIT - 1, index, true,
					    &finding->chain_length);
	}
	if (program->total_instructions > PROGRAM_LIMIT)
		check_report(context, CHECK_PROGRAM_SIZE, program, 0, program->total_instructions,
			     PROGRAM_LIMIT);
}

void check_chains(struct check_context *context)
{
	struct check *check = context->check;
	struct chain *chains[FRAME_LIMIT + 1];
	bool *seen = ARENA_ARRAY(context->arena, bool, check->function_count);
	uint32_t *pending = ARENA_ARRAY(context->arena, uint32_t, check->function_count);

	for (int k = 0; k <= FRAME_LIMIT; k++) {
		chains[k] = ARENA_ARRAY(context->arena, struct chain, check->function_count);
		for (uint32_t i = 0; i < check->function_count; i++)
			chains[k][i] =
				extend(check, &check->functions[i], k ? chains[k - 1] : NULL);
	}
	for (uint32_t i = 0; i < check->function_count; i++) {
		if (!check->functions[i].program && !is_called_by_timer(&check->functions[i]))
			continue;
		check->functions[i].total_instructions =
			count_instructions(context, i, seen, pending);
		check_program(context, chains, i);
	}
}
