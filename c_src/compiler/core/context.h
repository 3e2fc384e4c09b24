/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What every pass of one compilation shares, and its two ways out that are not the
 * user's fault: out of memory (the arena jumps) and a bug of ours (compile_bug jumps).
 */
#ifndef HONEY_COMPILER_CONTEXT_H
#define HONEY_COMPILER_CONTEXT_H

#include "base/arena.h"
#include "base/names.h"
#include "compiler/core/diagnostic.h"

enum boundary { BOUNDARY_ENTERED, BOUNDARY_OUT_OF_MEMORY, BOUNDARY_BUG };

/* Deeper than this, a tree is refused: a dirty scheduler's stack is 335,872 bytes. */
#define DEEPEST_NESTING 200

struct compile {
	struct arena *arena;
	struct names names;
	struct diagnostics diagnostics;
	struct shape *shapes; /* of data, each once; see data_type.h */
	jmp_buf *boundary;
	char bug[256]; /* set before a jump with BOUNDARY_BUG */
	int nesting;
};

_Noreturn void compile_bug(struct compile *compile, const char *file, int line, const char *format,
			   ...) __attribute__((format(printf, 4, 5)));

#define BUG(compile, ...) compile_bug((compile), __FILE__, __LINE__, __VA_ARGS__)

/* False, and a diagnostic, when the tree is nested too deeply; else pair with nesting_leave(). */
bool nesting_enter(struct compile *compile, struct span span);
void nesting_leave(struct compile *compile);
extern const char nesting_hint[];

#endif
