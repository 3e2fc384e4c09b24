/* SPDX-License-Identifier: Apache-2.0 */
/* Pointers by number: what would be a walk through a list is one look. */
#ifndef HONEY_BASE_INDEX_H
#define HONEY_BASE_INDEX_H

#include <stddef.h>
#include <stdint.h>

struct arena;

struct index_entry {
	uint64_t key;
	void *value; /* NULL: the entry is free */
};

struct index {
	struct arena *arena;
	struct index_entry *entries; /* open addressing */
	size_t capacity;	     /* a power of two, or 0 */
	size_t count;
};

void index_init(struct index *index, struct arena *arena);
/* NULL when the key has no value. */
void *index_get(const struct index *index, uint64_t key);
/* `value` is not NULL; it takes the place of the key's value before. */
void index_put(struct index *index, uint64_t key, void *value);

#endif
