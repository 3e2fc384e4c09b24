/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What Honey.KernelMap.update/4 changes where it is, without a copy and a second search for the key:
 *
 *	x + d, d + x, x - d		an atomic addition
 *	x &&& d, x ||| d, bxor		atomic, where the oldest kernel has it
 *	another integer			computed, and stored: in an exchange where the kernel has it
 *	%{x | f: x.f + d, g: e}		a struct's fields, each by itself in one of these ways
 *
 * This is sound where the address that a lookup gives stays the key's own: no program of the object
 * deletes from the map, or puts a value over another, which the kernel does by another element; and
 * nothing is evicted. Sums must wrap, and what is computed must not change maps itself.
 */
#ifndef HONEY_COMPILER_IN_PLACE_H
#define HONEY_COMPILER_IN_PLACE_H

#include "compiler/infer/infer.h"

enum change {
	CHANGE_STORE,
	CHANGE_ADD,
	CHANGE_SUBTRACT,
	CHANGE_AND,
	CHANGE_OR,
	CHANGE_XOR,
};

const char *change_name(enum change change); /* "add" */

struct change_in_place {
	enum change change;
	const struct expression *amount; /* of STORE: the whole value */
};

/*
 * How `value` changes the integer or the field of `there` that it is put into; `field` is NULL for
 * `there` itself.
 */
struct change_in_place change_of(const struct instance *instance, int kernel,
				 const struct expression *value, const struct variable *there,
				 const char *field, const struct memory_type *memory);
/* The fields of `%{there | ...}`, each once, and how many; NULL for another expression. */
const struct field_value *fields_in_place(struct compile *compile, const struct expression *value,
					  const struct variable *there, size_t *count);
/* What a body ends with, where it is a block. */
const struct expression *last_of(const struct expression *body);

/* Decides which updates are. */
void update_in_place(struct compile *compile, struct typed_unit *typed_unit);

#endif
