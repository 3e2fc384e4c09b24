/* SPDX-License-Identifier: Apache-2.0 */
/* What the types decide before a program runs, and hardly anybody means. */
#ifndef HONEY_COMPILER_DECIDED_H
#define HONEY_COMPILER_DECIDED_H

#include "compiler/infer/infer.h"

/* Warns of comparisons and conditions with one outcome, and of clauses that cannot match. */
void decided_check(struct compile *compile, struct typed_unit *typed_unit);

#endif
