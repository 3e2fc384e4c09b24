/* SPDX-License-Identifier: Apache-2.0 */
/* Text that grows at its end; its memory is its arena's. */
#ifndef HONEY_BASE_BUFFER_H
#define HONEY_BASE_BUFFER_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct buffer {
	struct arena *arena;
	char *text; /* NUL-terminated once something was added */
	size_t size;
	size_t capacity;
};

void buffer_init(struct buffer *buffer, struct arena *arena);
void buffer_add(struct buffer *buffer, const char *bytes, size_t size);
void buffer_add_text(struct buffer *buffer, const char *text);
void buffer_print(struct buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void buffer_vprint(struct buffer *buffer, const char *format, va_list arguments)
	__attribute__((format(printf, 2, 0)));

#endif
