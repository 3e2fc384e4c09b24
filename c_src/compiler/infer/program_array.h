/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A pass of check_helper_use(): the programs of one program array, those that go on with its
 * programs among them, are of one type, which the kernel wants. Of tracepoints they are of the same
 * one: another's context has other fields in their places.
 */
#ifndef HONEY_COMPILER_PROGRAM_ARRAY_H
#define HONEY_COMPILER_PROGRAM_ARRAY_H

#include "compiler/infer/infer.h"

/* A tail call that the program comes to; the instance is what has it. */
void program_array_note(struct compile *compile, const struct function *program,
			const struct instance *instance, const struct expression *call,
			struct map_definition *map);

/* The `entries:` of program arrays, when all tail calls are noted. */
void program_array_check(struct compile *compile, const struct unit *unit);

#endif
