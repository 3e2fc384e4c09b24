/* SPDX-License-Identifier: Apache-2.0 */
/* Fields of the context that are addresses, where what lies there was meant. */
#ifndef HONEY_COMPILER_ADDRESS_H
#define HONEY_COMPILER_ADDRESS_H

#include "compiler/infer/infer.h"

/*
 * How the text is read whose address the expression is: "it is an address: ..."; NULL when it is none
 * of characters.
 */
const char *address_text_hint(struct compile *compile, const struct instance *instance,
			      const struct expression *expression);
/* The same of the struct whose address it is. */
const char *address_struct_hint(struct compile *compile, const struct instance *instance,
				const struct expression *expression);

#endif
