/* SPDX-License-Identifier: Apache-2.0 */
/* The typed syntax to the intermediate representation. */
#ifndef HONEY_COMPILER_LOWER_H
#define HONEY_COMPILER_LOWER_H

struct compile;
struct ir_unit;
struct typed_unit;

struct ir_unit *lower(struct compile *compile, struct typed_unit *typed_unit);

#endif
