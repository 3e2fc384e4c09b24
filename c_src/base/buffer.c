/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buffer.h"

#include "base/arena.h"

#include <stdio.h>
#include <string.h>

void buffer_init(struct buffer *buffer, struct arena *arena)
{
	*buffer = (struct buffer){ .arena = arena };
}

static void reserve(struct buffer *buffer, size_t size)
{
	size_t needed = buffer->size + size + 1;
	size_t capacity = buffer->capacity ? buffer->capacity : 256;

	if (needed <= buffer->capacity)
		return;
	while (capacity < needed)
		capacity *= 2;
	buffer->text = arena_grow(buffer->arena, buffer->text, buffer->size, capacity, 1);
	buffer->capacity = capacity;
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t size)
{
	reserve(buffer, size);
	if (size)
		memcpy(buffer->text + buffer->size, bytes, size);
	buffer->size += size;
	buffer->text[buffer->size] = '\0';
}

void buffer_add_text(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, text, strlen(text));
}

void buffer_print(struct buffer *buffer, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	buffer_vprint(buffer, format, arguments);
	va_end(arguments);
}

void buffer_vprint(struct buffer *buffer, const char *format, va_list arguments)
{
	va_list again;
	int length;

	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length <= 0)
		return;
	reserve(buffer, (size_t)length);
	vsnprintf(buffer->text + buffer->size, (size_t)length + 1, format, arguments);
	buffer->size += (size_t)length;
}
