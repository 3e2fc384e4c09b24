/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/object/check_body.h"

#include "base/arena.h"

#include <string.h>

struct check_body check_decode(struct check_context *context, const struct check_function *function)
{
	const struct elf_section *section = &context->elf->sections[function->section_index];
	struct check_body body = { .count = function->instructions };
	struct bpf_insn *code = ARENA_ARRAY(context->arena, struct bpf_insn, body.count);

	memcpy(code, section->bytes + function->offset, body.count * sizeof(*code));
	body.code = code;
	body.second_half = ARENA_ARRAY(context->arena, bool, body.count);
	body.target = ARENA_ARRAY(context->arena, bool, body.count);
	for (uint32_t i = 0; i + 1 < body.count; i++) {
		if (code[i].code == (BPF_LD | BPF_IMM | BPF_DW))
			body.second_half[++i] = true;
	}
	return body;
}

static bool is_jump_class(const struct bpf_insn *insn)
{
	return BPF_CLASS(insn->code) == BPF_JMP || BPF_CLASS(insn->code) == BPF_JMP32;
}

bool check_is_call(const struct bpf_insn *insn)
{
	return insn->code == (BPF_JMP | BPF_CALL);
}

bool check_is_exit(const struct bpf_insn *insn)
{
	return insn->code == (BPF_JMP | BPF_EXIT);
}

bool check_is_branch(const struct bpf_insn *insn)
{
	return is_jump_class(insn) && BPF_OP(insn->code) != BPF_CALL &&
	       BPF_OP(insn->code) != BPF_EXIT;
}

bool check_always_leaves(const struct bpf_insn *insn)
{
	return check_is_exit(insn) || (check_is_branch(insn) && BPF_OP(insn->code) == BPF_JA);
}

/* gotol of -mcpu=v4 has its distance in the immediate. */
int64_t check_branch_target(const struct check_body *body, uint32_t instruction)
{
	const struct bpf_insn *insn = &body->code[instruction];
	int64_t distance = insn->code == (BPF_JMP32 | BPF_JA) ? insn->imm : insn->off;

	return (int64_t)instruction + 1 + distance;
}
