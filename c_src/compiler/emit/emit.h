/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The intermediate representation as C.
 *
 * Every statement's line is that of the Elixir source: `#line` stands wherever the C's own
 * count would be wrong. clang takes the file from the function's #line, so that names it.
 */
#ifndef HONEY_COMPILER_EMIT_H
#define HONEY_COMPILER_EMIT_H

struct compile;
struct ir_unit;

const char *emit(struct compile *compile, const struct ir_unit *unit);

#endif
