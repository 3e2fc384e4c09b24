/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * With HONEY_ARENA_SINGLE every object is a malloc of its own, so that
 * AddressSanitizer and valgrind see an overrun of one object into the next.
 */
#ifdef HONEY_ARENA_SINGLE
#define CHUNK_SIZE ((size_t)0)
#else
#define CHUNK_SIZE ((size_t)64 * 1024)
#endif

#define ALIGNMENT _Alignof(max_align_t)

struct arena_chunk {
	struct arena_chunk *next;
	size_t size;
	size_t used;
	_Alignas(max_align_t) unsigned char bytes[];
};

void arena_init(struct arena *arena, jmp_buf *out_of_memory)
{
	*arena = (struct arena){ .out_of_memory = out_of_memory, .fail_after = -1 };
}

void arena_release(struct arena *arena)
{
	struct arena_chunk *chunk = arena->chunks;

	while (chunk) {
		struct arena_chunk *next = chunk->next;

		free(chunk);
		chunk = next;
	}
	arena->chunks = NULL;
	arena->held = 0;
}

static struct arena_chunk *add_chunk(struct arena *arena, size_t size)
{
	struct arena_chunk *chunk;
	size_t total;

	if (size < CHUNK_SIZE)
		size = CHUNK_SIZE;
	if (size > SIZE_MAX - sizeof(*chunk))
		longjmp(*arena->out_of_memory, 1);
	total = sizeof(*chunk) + size;
	if (arena->limit && (total > arena->limit || arena->held > arena->limit - total))
		longjmp(*arena->out_of_memory, 1);
	chunk = malloc(total);
	if (!chunk)
		longjmp(*arena->out_of_memory, 1);
	arena->held += total;
	chunk->next = arena->chunks;
	chunk->size = size;
	chunk->used = 0;
	arena->chunks = chunk;
	return chunk;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	struct arena_chunk *chunk = arena->chunks;
	void *object;

	if (arena->allocations++ == arena->fail_after || size > SIZE_MAX - ALIGNMENT)
		longjmp(*arena->out_of_memory, 1);
	if (!CHUNK_SIZE || !chunk || chunk->size - chunk->used < size)
		chunk = add_chunk(arena, size);
	object = chunk->bytes + chunk->used;
	size = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
	chunk->used = size < chunk->size - chunk->used ? chunk->used + size : chunk->size;
	return memset(object, 0, size < chunk->size ? size : chunk->size);
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		longjmp(*arena->out_of_memory, 1);
	return arena_alloc(arena, count * size);
}

void *arena_grow(struct arena *arena, void *array, size_t old_count, size_t new_count, size_t size)
{
	void *grown = arena_alloc_array(arena, new_count, size);

	if (old_count)
		memcpy(grown, array, old_count * size);
	return grown;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t size)
{
	char *copy = arena_alloc(arena, size + 1);

	if (size)
		memcpy(copy, bytes, size);
	return copy;
}

char *arena_print(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	char *text;
	int length;

	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length < 0)
		longjmp(*arena->out_of_memory, 1);
	text = arena_alloc(arena, (size_t)length + 1);
	va_start(arguments, format);
	vsnprintf(text, (size_t)length + 1, format, arguments);
	va_end(arguments);
	return text;
}
