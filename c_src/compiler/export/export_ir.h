/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The intermediate representation as a term, for whoever interprets it: Honey.Sim.Statement, which
 * tells the form of each statement where it runs it.
 *
 * A new kind of statement or type is exported where -Wswitch says; a new row of ir_op.def is
 * exported by itself.
 */
#ifndef HONEY_COMPILER_EXPORT_IR_H
#define HONEY_COMPILER_EXPORT_IR_H

#include <stddef.h>

struct compile;
struct ir_unit;

/* In the external term format. */
const char *export_ir(struct compile *compile, const struct ir_unit *unit, size_t *size);

/* The names of the operations, as statements have them. */
extern const char *const export_op_names[];
extern const size_t export_op_count;

#endif
