/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory that lives and dies together.
 *
 * One arena serves one compilation. Allocation never returns NULL: when
 * memory runs out, arena_alloc() jumps to the boundary that was given to
 * arena_init(), whose function owns nothing but the arena and what it
 * releases after the jump. So code below the boundary holds no resource that
 * the boundary does not know of, and checks no allocation.
 */
#ifndef HONEY_BASE_ARENA_H
#define HONEY_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>

struct arena_chunk;

struct arena {
	struct arena_chunk *chunks;
	jmp_buf *out_of_memory;
	size_t limit;	  /* bytes that the arena may hold, 0 for no limit */
	size_t held;	  /* bytes taken from malloc */
	long fail_after;  /* tests: the allocation of this number fails; < 0 never */
	long allocations; /* how many were asked for */
};

void arena_init(struct arena *arena, jmp_buf *out_of_memory);
void arena_release(struct arena *arena);

/* Zeroed and aligned for any object; size 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);
void *arena_alloc_array(struct arena *arena, size_t count, size_t size);
/* Grows an array: the old elements are copied, the new ones are zero. */
void *arena_grow(struct arena *arena, void *array, size_t old_count, size_t new_count, size_t size);
char *arena_copy(struct arena *arena, const char *bytes, size_t size); /* adds a NUL */
char *arena_print(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc_array((arena), (count), sizeof(type)))

#endif
