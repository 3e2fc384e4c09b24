/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the bytes of a map's keys and values are, as its type information tells: fields by their names,
 * places, sizes, signs. Two structs of one size may mean quite different things.
 */
#ifndef HONEY_LOADER_LAYOUT_H
#define HONEY_LOADER_LAYOUT_H

#include <stdbool.h>

struct object;

struct layout_comparison {
	bool key_differs, value_differs;
};

/*
 * The map of that name, of an object that the caller has entered, with the map that `fd` is. Of what the
 * kernel does not tell, because the map has no such information or the caller no CAP_SYS_ADMIN,
 * nothing differs.
 */
int layout__compare(struct object *object, const char *map, int fd,
		    struct layout_comparison *comparison);

#endif
