/* SPDX-License-Identifier: Apache-2.0 */
/* The checks of check_elf that look at one function. */
#ifndef HONEY_COMPILER_CHECK_FUNCTION_H
#define HONEY_COMPILER_CHECK_FUNCTION_H

#include "compiler/object/btf_ext.h"
#include "compiler/object/check_elf.h"

struct check_context {
	struct check *check;
	struct arena *arena;
	const struct elf *elf;
	struct btf_ext ext;
	/* by section, then instruction: its relocation, or one without symbol */
	struct elf_relocation **relocations;
};

/* Finds the size of the frame, the calls, and what is wrong with the code. */
void check_function(struct check_context *context, struct check_function *function);

/* instruction: where, relative to the function. */
struct check_finding *check_report(struct check_context *context, enum check_kind kind,
				   const struct check_function *function, uint32_t instruction,
				   uint64_t actual, uint64_t limit);

#endif
