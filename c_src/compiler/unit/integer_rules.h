/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The rules of integer operators (guides/integers.md): the type of each result by a fixed
 * table, and the range that it can have before it is reduced to that type.
 */
#ifndef HONEY_COMPILER_INTEGER_RULES_H
#define HONEY_COMPILER_INTEGER_RULES_H

#include "compiler/table/tables.h"
#include "compiler/unit/type.h"

/* Both sides are integers; `right` is ignored for an operator with one operand. */
enum integer_kind operation_kind(const struct operator *operator, const struct type *left,
				 const struct type *right);

/*
 * False when the exact result may be anything, or too wide to say. Of two constants it is one
 * value, unless a count shifts by more than the type has: C never gets an operation on constants
 * alone, which it would do on ints.
 */
bool operation_range(enum operator_kind operator, struct range left, struct range right,
		     struct range *exact);

enum decision { DECIDED_FALSE, DECIDED_TRUE, UNDECIDED };

/* What the ranges alone say of a comparison. */
enum decision comparison_decision(enum operator_kind operator, struct range left,
				  struct range right);

#endif
