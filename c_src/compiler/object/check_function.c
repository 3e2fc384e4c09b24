/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/object/check_function.h"

#include "base/arena.h"
#include "compiler/object/check_body.h"
#include "compiler/object/check_order.h"

#include <elf.h>
#include <linux/bpf.h>
#include <string.h>

/* relocation types, by LLVM's names */
#define R_BPF_64_64 1  /* the address in an ld_imm64 */
#define R_BPF_64_32 10 /* the distance in a call */

#define INSTRUCTION_SIZE ((uint32_t)sizeof(struct bpf_insn))
#define FRAME_POINTER 10
#define REGISTERS 16 /* what four bits can name */

/*
 * A jump's distance has 16 bits, and clang 14 cuts off a longer one in silence: what is wrong with
 * the jumps of a function that large is that it is that large.
 */

static void check_jumps(struct check_context *context, const struct check_function *function,
			const struct check_body *body)
{
	for (uint32_t i = 0; i < body->count; i++) {
		int64_t target;

		if (body->second_half[i] || !check_is_branch(&body->code[i]))
			continue;
		target = check_branch_target(body, i);
		if (target >= 0 && target < body->count && !body->second_half[target])
			body->target[target] = true;
		else if (body->count <= CHECK_JUMP_REACH)
			check_report(context, CHECK_JUMP, function, i, (uint64_t)target,
				     body->count);
	}
	if (body->second_half[body->count - 1] ||
	    !check_always_leaves(&body->code[body->count - 1]))
		check_report(context, CHECK_END, function, body->count - 1, 0, 0);
}

/* A register that holds the frame pointer plus a constant. */
struct pointer {
	bool frame;
	int64_t offset;
};

/*
 * The frame is as deep as the lowest address computed in it. clang computes
 * an address where it is used, at worst once per basic block, so what is
 * known of registers is forgotten where blocks begin; and a variable index
 * goes up from an address that was counted when it was computed.
 */
struct frame {
	struct pointer registers[REGISTERS];
	int64_t lowest;
};

static void frame_begin_block(struct frame *frame)
{
	memset(frame->registers, 0, sizeof(frame->registers));
	frame->registers[FRAME_POINTER].frame = true;
}

static void frame_reach(struct frame *frame, int64_t offset)
{
	if (offset < frame->lowest)
		frame->lowest = offset;
}

static void frame_compute(struct frame *frame, const struct bpf_insn *insn)
{
	struct pointer *to = &frame->registers[insn->dst_reg];

	if (insn->code == (BPF_ALU64 | BPF_MOV | BPF_X) && !insn->off) {
		*to = frame->registers[insn->src_reg];
	} else if (to->frame && insn->code == (BPF_ALU64 | BPF_ADD | BPF_K)) {
		to->offset += insn->imm;
		frame_reach(frame, to->offset);
	} else {
		to->frame = false;
	}
}

static void frame_step(struct frame *frame, const struct bpf_insn *insn)
{
	const struct pointer *base;

	switch (BPF_CLASS(insn->code)) {
	case BPF_ALU64:
	case BPF_ALU:
		frame_compute(frame, insn);
		break;
	case BPF_LDX:
		base = &frame->registers[insn->src_reg];
		if (base->frame)
			frame_reach(frame, base->offset + insn->off);
		frame->registers[insn->dst_reg].frame = false;
		break;
	case BPF_ST:
	case BPF_STX:
		base = &frame->registers[insn->dst_reg];
		if (base->frame)
			frame_reach(frame, base->offset + insn->off);
		if (BPF_MODE(insn->code) == BPF_ATOMIC && insn->imm & BPF_FETCH)
			frame->registers[insn->imm == BPF_CMPXCHG ? 0 : insn->src_reg].frame =
				false;
		break;
	case BPF_LD:
		frame->registers[insn->dst_reg].frame = false;
		break;
	case BPF_JMP:
		for (int i = 0; check_is_call(insn) && i <= 5; i++)
			frame->registers[i].frame = false;
		break;
	}
}

static uint32_t stack_of(const struct check_body *body)
{
	struct frame frame = { .lowest = 0 };

	frame_begin_block(&frame);
	for (uint32_t i = 0; i < body->count; i++) {
		if (body->second_half[i])
			continue;
		if (body->target[i])
			frame_begin_block(&frame);
		frame_step(&frame, &body->code[i]);
		if (check_always_leaves(&body->code[i]))
			frame_begin_block(&frame);
	}
	return frame.lowest < -(int64_t)UINT32_MAX ? UINT32_MAX : (uint32_t)-frame.lowest;
}

static void add_call(struct check_context *context, uint32_t instruction, uint32_t section,
		     int64_t offset)
{
	struct check *check = context->check;

	if (check->call_count == check->call_capacity) {
		uint32_t capacity = check->call_capacity ? check->call_capacity * 2 : 64;

		check->calls = arena_grow(context->arena, check->calls, check->call_count, capacity,
					  sizeof(*check->calls));
		check->call_capacity = capacity;
	}
	/* no function is at UINT32_MAX: sections are whole instructions */
	check->calls[check->call_count++] = (struct check_call){
		.section = section,
		.instruction = instruction,
		.offset = offset < 0 || offset > UINT32_MAX ? UINT32_MAX : (uint32_t)offset,
	};
}

/* Whether the symbol can be referred to; reports it if not. */
static bool is_defined(struct check_context *context, const struct check_function *function,
		       uint32_t i, const struct elf_symbol *symbol)
{
	if (symbol->section == SHN_UNDEF) {
		check_report(context, CHECK_UNRESOLVED, function, i, i, 0)->symbol = symbol->name;
		return false;
	}
	if (symbol->section >= context->elf->section_count ||
	    !(context->elf->sections[symbol->section].flags & SHF_ALLOC)) {
		check_report(context, CHECK_RELOCATION, function, i, i, 0);
		return false;
	}
	return true;
}

/* What the loader finds in the kernel. */
static bool is_kfunc(const struct check_context *context, const struct elf_symbol *symbol)
{
	const struct check *check = context->check;

	for (size_t i = 0; symbol->section == SHN_UNDEF && i < check->kfunc_count; i++) {
		if (strcmp(check->kfuncs[i], symbol->name) == 0)
			return true;
	}
	return false;
}

/* libbpf computes targets like this; without relocation the callee is in the same section. */
static void check_subprogram_call(struct check_context *context, struct check_function *function,
				  uint32_t i, const struct bpf_insn *insn,
				  const struct elf_relocation *relocation)
{
	int64_t distance = ((int64_t)insn->imm + 1) * INSTRUCTION_SIZE;
	const struct elf_symbol *symbol;

	if (relocation->type && is_kfunc(context, &context->elf->symbols[relocation->symbol]))
		return;
	if (!relocation->type) {
		add_call(context, i, function->section_index,
			 (int64_t)function->offset + (int64_t)i * INSTRUCTION_SIZE + distance);
		return;
	}
	symbol = &context->elf->symbols[relocation->symbol];
	if (is_defined(context, function, i, symbol))
		add_call(context, i, symbol->section, (int64_t)symbol->value + distance);
}

static void check_address(struct check_context *context, struct check_function *function,
			  uint32_t i, const struct bpf_insn *insn,
			  const struct elf_relocation *relocation)
{
	const struct elf_symbol *symbol = &context->elf->symbols[relocation->symbol];

	if (!is_defined(context, function, i, symbol))
		return;
	if (elf_section_is_code(&context->elf->sections[symbol->section]))
		add_call(context, i, symbol->section, (int64_t)symbol->value + insn->imm);
}

static void check_references(struct check_context *context, struct check_function *function,
			     const struct check_body *body)
{
	const struct elf_relocation *relocations = context->relocations[function->section_index] +
						   function->offset / INSTRUCTION_SIZE;

	function->first_call = context->check->call_count;
	for (uint32_t i = 0; i < body->count; i++) {
		const struct bpf_insn *insn = &body->code[i];
		const struct elf_relocation *relocation = &relocations[i];
		bool calls = !body->second_half[i] && check_is_call(insn) &&
			     insn->src_reg == BPF_PSEUDO_CALL;
		bool loads = i + 1 < body->count && body->second_half[i + 1];

		if (relocation->type && !((calls && relocation->type == R_BPF_64_32) ||
					  (loads && relocation->type == R_BPF_64_64)))
			check_report(context, CHECK_RELOCATION, function, i, i, 0);
		else if (calls)
			check_subprogram_call(context, function, i, insn, relocation);
		else if (relocation->type)
			check_address(context, function, i, insn, relocation);
	}
	function->call_count = context->check->call_count - function->first_call;
}

void check_function(struct check_context *context, struct check_function *function)
{
	struct check_body body = check_decode(context, function);
	struct btf_ext *ext = &context->ext;

	if (function->instructions > CHECK_JUMP_REACH)
		check_report(context, CHECK_FUNCTION_SIZE, function, 0, function->instructions,
			     CHECK_JUMP_REACH);
	check_jumps(context, function, &body);
	check_order(context, function, &body);
	function->stack = stack_of(&body);
	check_references(context, function, &body);
	if (!btf_ext_has(ext->lines, ext->line_count, function->section_index, function->offset) ||
	    !btf_ext_has(ext->functions, ext->function_count, function->section_index,
			 function->offset))
		check_report(context, CHECK_LINE_INFO, function, 0, 0, 0);
}
