/* SPDX-License-Identifier: Apache-2.0 */
/* Calls of helpers that cannot be: which there is, how it is called, what to write instead. */
#ifndef HONEY_COMPILER_UNKNOWN_HELPER_H
#define HONEY_COMPILER_UNKNOWN_HELPER_H

#include "compiler/core/context.h"
#include "compiler/table/helper.h"

/* Whether Elixir has no values for what the helper takes or returns: a diagnostic says so then. */
bool helper_refused(struct compile *compile, const struct helper *helper, struct span span);
/* It takes another number of arguments. */
void helper_miscounted(struct compile *compile, const struct helper *helper, size_t count,
		       struct span span);
/* No helper has the name, or none of them takes so many arguments. */
void unknown_helper(struct compile *compile, const char *name, size_t count, struct span span);

#endif
