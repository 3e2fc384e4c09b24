/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/core/etf_write.h"

#include <string.h>

enum written_tag {
	WRITE_SMALL_INTEGER = 97,
	WRITE_TUPLE = 105,
	WRITE_NIL = 106,
	WRITE_LIST = 108,
	WRITE_BINARY = 109,
	WRITE_SMALL_BIG = 110,
	WRITE_MAP = 116,
	WRITE_ATOM = 118,
	WRITE_VERSION = 131,
};

static void write_byte(struct etf_writer *writer, unsigned byte)
{
	char c = (char)byte;

	buffer_add(&writer->bytes, &c, 1);
}

/* A tag and a count of 4 bytes, the greater first. */
static void write_head(struct etf_writer *writer, enum written_tag tag, size_t count)
{
	write_byte(writer, tag);
	for (int shift = 24; shift >= 0; shift -= 8)
		write_byte(writer, (unsigned)(count >> shift) & 0xff);
}

void etf_write_begin(struct etf_writer *writer, struct arena *arena)
{
	buffer_init(&writer->bytes, arena);
	write_byte(writer, WRITE_VERSION);
}

void etf_write_tuple(struct etf_writer *writer, size_t count)
{
	write_head(writer, WRITE_TUPLE, count);
}

void etf_write_list(struct etf_writer *writer, size_t count)
{
	if (count)
		write_head(writer, WRITE_LIST, count);
	else
		write_byte(writer, WRITE_NIL);
}

void etf_write_list_end(struct etf_writer *writer, size_t count)
{
	if (count)
		write_byte(writer, WRITE_NIL);
}

void etf_write_map(struct etf_writer *writer, size_t count)
{
	write_head(writer, WRITE_MAP, count);
}

void etf_write_atom(struct etf_writer *writer, const char *name)
{
	size_t size;

	name = name ? name : "nil";
	size = strlen(name);
	write_byte(writer, WRITE_ATOM);
	write_byte(writer, (unsigned)(size >> 8) & 0xff);
	write_byte(writer, (unsigned)size & 0xff);
	buffer_add(&writer->bytes, name, size);
}

void etf_write_boolean(struct etf_writer *writer, bool value)
{
	etf_write_atom(writer, value ? "true" : "false");
}

void etf_write_binary(struct etf_writer *writer, const char *bytes, size_t size)
{
	write_head(writer, WRITE_BINARY, size);
	buffer_add(&writer->bytes, bytes, size);
}

void etf_write_text(struct etf_writer *writer, const char *text)
{
	if (text)
		etf_write_binary(writer, text, strlen(text));
	else
		etf_write_atom(writer, NULL);
}

void etf_write_magnitude(struct etf_writer *writer, uint64_t magnitude, bool is_negative)
{
	if (magnitude <= 0xff && !is_negative) {
		write_byte(writer, WRITE_SMALL_INTEGER);
		write_byte(writer, (unsigned)magnitude);
		return;
	}
	write_byte(writer, WRITE_SMALL_BIG);
	write_byte(writer, sizeof(magnitude));
	write_byte(writer, is_negative);
	for (size_t i = 0; i < sizeof(magnitude); i++)
		write_byte(writer, (unsigned)(magnitude >> (8 * i)) & 0xff);
}

void etf_write_integer(struct etf_writer *writer, int64_t value)
{
	etf_write_magnitude(writer, value < 0 ? -(uint64_t)value : (uint64_t)value, value < 0);
}
