/* SPDX-License-Identifier: Apache-2.0 */
/* One function's instructions, and which jump. */
#ifndef HONEY_COMPILER_CHECK_BODY_H
#define HONEY_COMPILER_CHECK_BODY_H

#include "compiler/object/check_function.h"

#include <linux/bpf.h>

struct check_body {
	const struct bpf_insn *code;
	uint32_t count;
	bool *second_half; /* of an ld_imm64 */
	bool *target;	   /* of a jump; check_function finds them */
};

struct check_body check_decode(struct check_context *context,
			       const struct check_function *function);

bool check_is_call(const struct bpf_insn *insn);
bool check_is_exit(const struct bpf_insn *insn);
bool check_is_branch(const struct bpf_insn *insn);
/* Of those, the ones after which nothing follows: an exit, or a jump without a condition. */
bool check_always_leaves(const struct bpf_insn *insn);

/* The instruction that a branch goes to, relative to its function: it may be none of that. */
int64_t check_branch_target(const struct check_body *body, uint32_t instruction);

#endif
