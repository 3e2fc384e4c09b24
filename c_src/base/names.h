/* SPDX-License-Identifier: Apache-2.0 */
/* Names, each kept once: two names are equal exactly when their pointers are. */
#ifndef HONEY_BASE_NAMES_H
#define HONEY_BASE_NAMES_H

#include <stddef.h>

struct arena;

struct names {
	struct arena *arena;
	const char **slots; /* open addressing; NULL is free */
	size_t capacity;    /* a power of two */
	size_t count;
};

void names_init(struct names *names, struct arena *arena);
const char *name_of(struct names *names, const char *bytes, size_t size);
const char *name_of_text(struct names *names, const char *text);

#endif
