/* SPDX-License-Identifier: Apache-2.0 */
/* What "#{value}" makes of a value: digits of an integer, an atom's name, a string as it is. */
#ifndef HONEY_COMPILER_CONVERSION_H
#define HONEY_COMPILER_CONVERSION_H

#include "compiler/syntax/syntax.h"

struct atom_table;
struct type;

/* The atom's name; but "#{nil}" is "", as Elixir has it. */
const char *conversion_of_atom(const struct atom_table *atoms, int id, enum conversion conversion);
/* A binary is itself. */
bool is_converted(const struct segment *segment, const struct type *type);
/* Bytes of the longest text that comes of such a value, with its NUL; 0 where none can. */
unsigned conversion_size(const struct atom_table *atoms, const struct type *type,
			 enum conversion conversion);

#endif
