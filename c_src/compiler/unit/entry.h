/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The entry of a unit: a function that is not a program, with the types of its arguments, which is
 * inferred and lowered in place of the unit's programs. Honey.Sim runs single functions so.
 */
#ifndef HONEY_COMPILER_ENTRY_H
#define HONEY_COMPILER_ENTRY_H

#include <stdbool.h>

struct compile;
struct atom_table;
struct term;
struct type;
struct unit;

/* False when the term is no entry of this unit. */
bool entry_read(struct unit *unit, const struct term *term);

/*
 * The type that the list of its parts says: `s64`, `u64`, `{atom, Name}`, `{tuple, [Type]}`,
 * `{list, [Type]}`, `{map, [{Key, Type}]}`. False when it is none; Honey.Sim.Type makes them.
 */
bool entry_type(struct compile *compile, struct atom_table *atoms, const struct term *term,
		struct type *type);

#endif
