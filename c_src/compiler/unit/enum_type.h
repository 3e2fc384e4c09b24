/* SPDX-License-Identifier: Apache-2.0 */
/* Enums: atoms that are numbers in memory. For memory_type.c. */
#ifndef HONEY_COMPILER_ENUM_TYPE_H
#define HONEY_COMPILER_ENUM_TYPE_H

#include "compiler/unit/memory_type.h"

/* {:enum, members} or {:enum, members, integer}; NULL after a diagnostic. */
const struct memory_type *enum_type_read(struct type_reader *reader, const struct term *term);
/* The atoms, and nil where 0 stands for none. */
struct type enum_type_values(struct compile *compile, struct atom_table *atoms,
			     const struct memory_type *memory);
/* "`:a` or `:b`" */
const char *enum_type_text(struct compile *compile, const struct memory_type *type);

#endif
