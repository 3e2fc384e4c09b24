/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An object's global variables. Constants, in .rodata, have a value until the
 * object is loaded: the kernel gets it then, for good. Live ones, in .data and .bss, are
 * in memory that is the kernel's and ours from the first access on until the
 * object is closed: writing one touches none of those beside it.
 */
#ifndef HONEY_LOADER_GLOBAL_H
#define HONEY_LOADER_GLOBAL_H

#include "loader/scalar.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct object;

struct global {
	const char *name;
	bool live;
	uint64_t place; /* of a live one, for the functions below */
	const char *section;
	uint32_t offset; /* in its section */
	uint32_t size;
	enum scalar type;
};

/* Calls `each` for every global; the caller has entered the object. */
void object__globals(const struct object *object,
		     void (*each)(void *context, const struct global *global), void *context);

/* Before the object is loaded; -ENOENT, -EPROTOTYPE for another size. */
int global__set(struct object *object, const char *name, const void *bytes, size_t size);

/* Its bytes before the object is loaded, by who has entered it; NULL where there are none. */
const void *global__initial(const struct object *object, const struct global *global);

/*
 * Of live variables, when the object is loaded. 1, 2, 4 or 8 bytes that are
 * aligned are one load or store, others are copied. -EINVAL beyond the section's
 * end.
 */
int global__load(struct object *object, uint64_t place, void *bytes, size_t size);
int global__store(struct object *object, uint64_t place, const void *bytes, size_t size);

#endif
