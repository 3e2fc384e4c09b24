/* SPDX-License-Identifier: Apache-2.0 */
/* What a pattern that can take no value of a type was probably meant to be. */
#ifndef HONEY_COMPILER_MISFIT_H
#define HONEY_COMPILER_MISFIT_H

#include "compiler/syntax/syntax.h"
#include "compiler/unit/type.h"

struct compile;

struct misfit {
	const char *hint;  /* "did you mean `:busy`?"; NULL when nothing is near */
	bool is_of_record; /* it is a key or a field's value: what callers pass does not matter */
};

struct misfit pattern_misfit(struct compile *compile, struct atom_table *atoms,
			     const struct pattern *pattern, const struct type *type);

#endif
