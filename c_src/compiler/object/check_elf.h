/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What only the machine code shows: whether the kernel will take its size,
 * its stack and its calls, and whether clang kept its side.
 *
 * Findings are data; check_text.h makes words of them. The limits are
 * those of the oldest kernel that we support, which is stricter than a new
 * one: since 6.13 some programs have a stack for each function.
 */
#ifndef HONEY_COMPILER_CHECK_ELF_H
#define HONEY_COMPILER_CHECK_ELF_H

#include "compiler/object/elf.h"

struct arena;

#define CHECK_STACK_LIMIT 512  /* bytes, of the frames of a call chain together */
#define CHECK_JUMP_REACH 32767 /* instructions, which the 16 bits of an offset can say */

enum check_kind {
#define CHECK(name, fault, message) CHECK_##name,
#include "compiler/object/check_kind.def"
#undef CHECK
};

struct check_finding {
	enum check_kind kind;
	const char *function;
	const char *file; /* as #line named it; NULL if unknown */
	uint32_t line;	  /* 0 if unknown */
	uint64_t actual;
	uint64_t limit;
	const char *symbol; /* the name that is missing, or NULL */
	const char **chain; /* the functions that call each other, first to last */
	uint32_t chain_length;
};

struct check_function {
	const char *name;
	const char *elixir; /* the function that it belongs to, in words; of compile.c */
	const char *section;
	uint32_t section_index;
	uint32_t offset;       /* bytes into the section */
	uint32_t instructions; /* ld_imm64 counts twice, as it does for the kernel */
	uint32_t stack;	       /* bytes of its own frame */
	bool program;	       /* an entry point: its section is not .text */
	const char *file;
	uint32_t line;
	uint32_t first_call; /* its calls within those of the check */
	uint32_t call_count;
	/* of programs: the whole that the kernel verifies */
	uint32_t total_instructions;
	uint32_t total_stack; /* the deepest call chain, each frame rounded up */
	const char **chain;   /* the functions of that, first to last */
	uint32_t chain_length;
};

#define CHECK_NO_FUNCTION UINT32_MAX

/* A call, or a function handed to a helper that will call it. */
struct check_call {
	uint32_t section;
	uint32_t offset;
	uint32_t instruction; /* which calls, relative to its function */
	uint32_t function;    /* index of the callee, or CHECK_NO_FUNCTION */
};

struct check {
	const char *const *kfuncs; /* the kernel's functions that the object calls; given */
	size_t kfunc_count;
	struct check_function *functions; /* in the order of the object */
	uint32_t function_count;
	struct check_call *calls;
	uint32_t call_count;
	uint32_t call_capacity;
	struct check_finding *findings;
	uint32_t finding_count;
	uint32_t finding_capacity;
};

/* An error means that the object cannot be read; findings are no error. */
enum elf_error check_elf(struct check *check, struct arena *arena, const struct elf *elf);

#endif
