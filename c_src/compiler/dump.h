/* SPDX-License-Identifier: Apache-2.0 */
/* What a pass has made, as text: for tests, and for whoever works on the compiler. */
#ifndef HONEY_COMPILER_DUMP_H
#define HONEY_COMPILER_DUMP_H

struct compile;
struct ir_unit;
struct typed_unit;
struct unit;

const char *dump_syntax(struct compile *compile, const struct unit *unit);
const char *dump_typed(struct compile *compile, const struct typed_unit *typed_unit);
const char *dump_ir(struct compile *compile, const struct ir_unit *unit);

#endif
