/* SPDX-License-Identifier: Apache-2.0 */
/* A call of a function that its module does not have, and what was probably meant. */
#ifndef HONEY_COMPILER_UNKNOWN_FUNCTION_H
#define HONEY_COMPILER_UNKNOWN_FUNCTION_H

#include "compiler/syntax/syntax.h"
#include "compiler/unit/unit.h"

void unknown_function(struct compile *compile, const struct unit *unit,
		      const struct function *caller, const struct expression *call,
		      const struct module *module);

#endif
