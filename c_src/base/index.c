/* SPDX-License-Identifier: Apache-2.0 */
#include "base/index.h"

#include "base/arena.h"

#define FIRST_CAPACITY 16

void index_init(struct index *index, struct arena *arena)
{
	*index = (struct index){ .arena = arena };
}

/* Keys are counted up, or are addresses: the high bits of the product depend on all of them. */
static size_t slot_of(const struct index *index, uint64_t key)
{
	size_t mask = index->capacity - 1;
	size_t i = (size_t)((key * 11400714819323198485u) >> 32) & mask;

	while (index->entries[i].value && index->entries[i].key != key)
		i = (i + 1) & mask;
	return i;
}

void *index_get(const struct index *index, uint64_t key)
{
	return index->capacity ? index->entries[slot_of(index, key)].value : NULL;
}

static void grow(struct index *index)
{
	struct index old = *index;

	index->capacity = old.capacity ? 2 * old.capacity : FIRST_CAPACITY;
	index->entries = ARENA_ARRAY(index->arena, struct index_entry, index->capacity);
	for (size_t i = 0; i < old.capacity; i++) {
		if (old.entries[i].value)
			index->entries[slot_of(index, old.entries[i].key)] = old.entries[i];
	}
}

void index_put(struct index *index, uint64_t key, void *value)
{
	size_t i;

	if (2 * index->count >= index->capacity)
		grow(index);
	i = slot_of(index, key);
	index->count += !index->entries[i].value;
	index->entries[i] = (struct index_entry){ key, value };
}
