/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The compiler: a unit in the external term format to a BPF object.
 *
 * compile_unit() is the boundary of one compilation: out of memory and bugs end there, and
 * everything that it gives lives in the caller's arena.
 */
#ifndef HONEY_COMPILER_COMPILE_H
#define HONEY_COMPILER_COMPILE_H

#include "base/arena.h"
#include "compiler/core/context.h"

#include <stdint.h>

struct ir_unit;
struct check;

enum compile_status {
	COMPILE_OK,
	COMPILE_REJECTED, /* the user's fault: see the diagnostics */
	COMPILE_MACHINE,  /* the machine's: `reason` is its kind, `text` says more */
	COMPILE_BUG,	  /* ours: `text` says where */
};

/* The passes, for the time that each takes. */
enum pass {
#define PASS(enumerator, name) PASS_##enumerator,
#include "compiler/pass.def"
#undef PASS
	PASS_COUNT,
};

struct compile_input {
	const void *bytes;
	size_t size;
	const char *root;	/* the directory that the unit's file is relative to */
	const char *clang;	/* a file or a name; NULL: the best in `path` */
	const char *path;	/* the caller's PATH */
	bool without_clang;	/* stop at the C: for tests */
	bool exports_ir;	/* stop at the IR, and give it as a term */
	bool dumps;		/* keep the text of every pass */
	int64_t (*clock)(void); /* nanoseconds of processor time; NULL: untimed */
	long fail_after;	/* tests: see struct arena; < 0 for never */
	size_t most_weight;	/* tests: see split.h; 0 for its own */
};

struct compile_output {
	enum compile_status status;
	const char *reason; /* MACHINE: "memory", "clang_missing", ... */
	const char *text;
	char bug[256];	  /* what `text` is when a pass gave up */
	const char *file; /* the unit's, for the diagnostics; NULL before it is known */
	const struct diagnostic *diagnostics;
	const char *ir; /* in the external term format */
	size_t ir_size;
	const char *c_source;
	const char *elf;
	size_t elf_size;
	struct ir_unit *unit;	   /* the programs, maps and raise sites */
	const struct check *check; /* sizes and stacks */
	const char *syntax_dump, *typed_dump, *ir_dump;
	int64_t times[PASS_COUNT]; /* nanoseconds, with a clock */
};

const char *pass_name(enum pass pass);

/* The arena is initialised here, and released by the caller on every way out. */
void compile_unit(struct arena *arena, const struct compile_input *input,
		  struct compile_output *output);

#endif
