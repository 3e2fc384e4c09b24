/* SPDX-License-Identifier: Apache-2.0 */
#include "base/names.h"

#include "base/arena.h"

#include <stdint.h>
#include <string.h>

void names_init(struct names *names, struct arena *arena)
{
	*names = (struct names){ .arena = arena, .capacity = 256 };
	names->slots = ARENA_ARRAY(arena, const char *, names->capacity);
}

/* FNV-1a, 64 bits. */
static uint64_t hash_of(const char *bytes, size_t size)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < size; i++)
		hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
	return hash;
}

static const char **slot_of(struct names *names, const char *bytes, size_t size)
{
	size_t mask = names->capacity - 1;
	size_t i = (size_t)hash_of(bytes, size) & mask;

	while (names->slots[i] &&
	       (strlen(names->slots[i]) != size || memcmp(names->slots[i], bytes, size) != 0))
		i = (i + 1) & mask;
	return &names->slots[i];
}

static void grow(struct names *names)
{
	const char **old = names->slots;
	size_t old_capacity = names->capacity;

	names->capacity *= 2;
	names->slots = ARENA_ARRAY(names->arena, const char *, names->capacity);
	for (size_t i = 0; i < old_capacity; i++) {
		if (old[i])
			*slot_of(names, old[i], strlen(old[i])) = old[i];
	}
}

const char *name_of(struct names *names, const char *bytes, size_t size)
{
	const char **slot = slot_of(names, bytes, size);

	if (*slot)
		return *slot;
	if (2 * names->count >= names->capacity) {
		grow(names);
		slot = slot_of(names, bytes, size);
	}
	names->count++;
	*slot = arena_copy(names->arena, bytes, size);
	return *slot;
}

const char *name_of_text(struct names *names, const char *text)
{
	return name_of(names, text, strlen(text));
}
