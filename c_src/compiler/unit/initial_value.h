/* SPDX-License-Identifier: Apache-2.0 */
#ifndef HONEY_COMPILER_INITIAL_VALUE_H
#define HONEY_COMPILER_INITIAL_VALUE_H

#include "compiler/core/context.h"
#include "compiler/core/term.h"

struct memory_type;

/* Where a misfit is said, and of what: "the default of variable `ports`". */
struct initial_owner {
	struct span span;
	enum diagnostic_code code;
	const char *text;
};

/* As many bytes as the type has; NULL after a diagnostic. No term is zeros. */
const unsigned char *initial_value_read(struct compile *compile, const struct memory_type *type,
					const struct term *term, const struct initial_owner *owner);

/* As Elixir writes it, where that is short. */
const char *initial_term_text(struct compile *compile, const struct term *term);

#endif
