/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether each program's type may call the helpers that it comes to, on the oldest kernel that
 * the module is for. infer knows an instance, but not all of the programs that call it.
 */
#ifndef HONEY_COMPILER_HELPER_USE_H
#define HONEY_COMPILER_HELPER_USE_H

#include "compiler/infer/infer.h"

/* Whether the kernel takes a map whose values have a lock in programs of the type. */
bool program_takes_locks(enum program_type type);

void check_helper_use(struct compile *compile, const struct typed_unit *typed_unit);

#endif
