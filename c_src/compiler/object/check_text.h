/* SPDX-License-Identifier: Apache-2.0 */
/* The findings of check_elf in words, and clang's words as a finding. */
#ifndef HONEY_COMPILER_CHECK_TEXT_H
#define HONEY_COMPILER_CHECK_TEXT_H

#include "compiler/object/check_elf.h"

enum check_fault {
	CHECK_FAULT_LIMIT, /* the author's: the program is too large */
	CHECK_FAULT_BUG,   /* ours */
	CHECK_FAULT_ORDER, /* nobody's: older kernels want it in another order */
};

enum check_fault check_fault(enum check_kind kind);
const char *check_name(enum check_kind kind); /* as in check_kind.def */

/* One line. Names are the object's: a caller with better ones puts them in before. */
const char *check_message(struct arena *arena, const struct check_finding *finding);

/*
 * clang itself refuses a frame beyond the limit, with text and status 1. If
 * text says so this is true and the finding, CHECK_FRAME, has the file and
 * line of the function, and its name where clang gives one.
 */
bool check_clang_text(struct arena *arena, const char *text, struct check_finding *finding);

#endif
