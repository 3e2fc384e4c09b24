/* SPDX-License-Identifier: Apache-2.0 */
/* A program's section: its kind, and the tracepoint that it names. */
#ifndef HONEY_COMPILER_SECTION_H
#define HONEY_COMPILER_SECTION_H

struct compile;
struct function;
struct unit;

void section_resolve(struct compile *compile, const struct unit *unit, struct function *function);

#endif
