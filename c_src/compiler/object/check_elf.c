/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/object/check_elf.h"

#include "base/arena.h"
#include "compiler/object/check_chain.h"
#include "compiler/object/check_function.h"

#include <elf.h>
#include <linux/bpf.h>
#include <stdlib.h>
#include <string.h>

#define INSTRUCTION_SIZE ((uint32_t)sizeof(struct bpf_insn))

struct check_finding *check_report(struct check_context *context, enum check_kind kind,
				   const struct check_function *function, uint32_t instruction,
				   uint64_t actual, uint64_t limit)
{
	struct check *check = context->check;
	const struct btf_position *position =
		btf_ext_line(&context->ext, function->section_index,
			     function->offset + instruction * INSTRUCTION_SIZE);
	struct check_finding *finding;

	if (check->finding_count == check->finding_capacity) {
		uint32_t capacity = check->finding_capacity ? check->finding_capacity * 2 : 8;

		check->findings = arena_grow(context->arena, check->findings, check->finding_count,
					     capacity, sizeof(*check->findings));
		check->finding_capacity = capacity;
	}
	finding = &check->findings[check->finding_count++];
	*finding = (struct check_finding){
		.kind = kind,
		.function = function->name,
		.file = position ? position->file : NULL,
		.line = position ? position->line : 0,
		.actual = actual,
		.limit = limit,
	};
	return finding;
}

static int compare(const void *left, const void *right)
{
	const struct check_function *a = left, *b = right;

	if (a->section_index != b->section_index)
		return a->section_index < b->section_index ? -1 : 1;
	if (a->offset != b->offset)
		return a->offset < b->offset ? -1 : 1;
	return 0;
}

static bool is_function(const struct elf *elf, const struct elf_symbol *symbol)
{
	return symbol->type == STT_FUNC && symbol->section < elf->section_count &&
	       elf_section_is_code(&elf->sections[symbol->section]);
}

/* Whole instructions, at least one, inside of the section. */
static bool is_sound(const struct elf *elf, const struct elf_symbol *symbol)
{
	uint64_t section = elf->sections[symbol->section].size;

	return symbol->size && symbol->value % INSTRUCTION_SIZE == 0 &&
	       symbol->size % INSTRUCTION_SIZE == 0 && symbol->value <= section &&
	       symbol->size <= section - symbol->value && section < UINT32_MAX;
}

static struct check_function function_of(struct check_context *context,
					 const struct elf_symbol *symbol)
{
	const char *section = context->elf->sections[symbol->section].name;
	const struct btf_position *position =
		btf_ext_line(&context->ext, symbol->section, (uint32_t)symbol->value);

	return (struct check_function){
		.name = symbol->name,
		.section = section,
		.section_index = symbol->section,
		.offset = (uint32_t)symbol->value,
		.instructions = (uint32_t)(symbol->size / INSTRUCTION_SIZE),
		.program = strcmp(section, ".text") != 0,
		.file = position ? position->file : NULL,
		.line = position ? position->line : 0,
	};
}

static enum elf_error find_functions(struct check_context *context)
{
	struct check *check = context->check;
	const struct elf *elf = context->elf;

	check->functions = ARENA_ARRAY(context->arena, struct check_function, elf->symbol_count);
	for (uint32_t i = 0; i < elf->symbol_count; i++) {
		const struct elf_symbol *symbol = &elf->symbols[i];

		if (!is_function(elf, symbol))
			continue;
		if (!is_sound(elf, symbol))
			return ELF_SYMBOL;
		check->functions[check->function_count++] = function_of(context, symbol);
	}
	if (check->function_count)
		qsort(check->functions, check->function_count, sizeof(*check->functions), compare);
	for (uint32_t i = 1; i < check->function_count; i++) {
		const struct check_function *a = &check->functions[i - 1], *b = a + 1;

		if (a->section_index == b->section_index &&
		    b->offset - a->offset < a->instructions * INSTRUCTION_SIZE)
			return ELF_SYMBOL;
	}
	return ELF_OK;
}

/* An instruction has one relocation, and it begins where the instruction does. */
static enum elf_error index_relocations(struct check_context *context,
					const struct elf_section *section)
{
	const struct elf_section *code = &context->elf->sections[section->info];
	struct elf_relocation *list = context->relocations[section->info];

	for (uint32_t i = 0; i < elf_relocation_count(section); i++) {
		struct elf_relocation relocation = elf_relocation(section, i);
		uint64_t index = relocation.offset / INSTRUCTION_SIZE;

		if (relocation.offset % INSTRUCTION_SIZE || !relocation.type ||
		    index >= code->size / INSTRUCTION_SIZE || list[index].type)
			return ELF_RELOCATION;
		list[index] = relocation;
	}
	return ELF_OK;
}

static enum elf_error find_relocations(struct check_context *context)
{
	const struct elf *elf = context->elf;
	enum elf_error error = ELF_OK;

	context->relocations =
		ARENA_ARRAY(context->arena, struct elf_relocation *, elf->section_count);
	for (uint32_t i = 1; i < elf->section_count; i++) {
		if (elf_section_is_code(&elf->sections[i]))
			context->relocations[i] =
				ARENA_ARRAY(context->arena, struct elf_relocation,
					    elf->sections[i].size / INSTRUCTION_SIZE);
	}
	for (uint32_t i = 1; i < elf->section_count && !error; i++) {
		if (elf->sections[i].type == SHT_REL && context->relocations[elf->sections[i].info])
			error = index_relocations(context, &elf->sections[i]);
	}
	return error;
}

static void resolve_calls(struct check_context *context, const struct check_function *caller)
{
	struct check *check = context->check;

	for (uint32_t i = 0; i < caller->call_count; i++) {
		struct check_call *call = &check->calls[caller->first_call + i];
		struct check_function wanted = { .section_index = call->section,
						 .offset = call->offset };
		const struct check_function *callee = bsearch(
			&wanted, check->functions, check->function_count, sizeof(wanted), compare);

		call->function = callee ? (uint32_t)(callee - check->functions) : CHECK_NO_FUNCTION;
		if (!callee)
			check_report(context, CHECK_CALL, caller, call->instruction,
				     call->instruction, 0);
	}
}

enum elf_error check_elf(struct check *check, struct arena *arena, const struct elf *elf)
{
	struct check_context context = { .check = check, .arena = arena, .elf = elf };
	enum elf_error error;

	*check = (struct check){ .kfuncs = check->kfuncs, .kfunc_count = check->kfunc_count };
	error = btf_ext_read(&context.ext, arena, elf);
	if (!error)
		error = find_functions(&context);
	if (!error)
		error = find_relocations(&context);
	if (error)
		return error;
	for (uint32_t i = 0; i < check->function_count; i++)
		check_function(&context, &check->functions[i]);
	for (uint32_t i = 0; i < check->function_count; i++)
		resolve_calls(&context, &check->functions[i]);
	check_chains(&context);
	return ELF_OK;
}
