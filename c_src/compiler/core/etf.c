/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/core/etf.h"

#include "base/arena.h"
#include "base/names.h"
#include "compiler/core/term.h"

#include <string.h>

/* A dirty scheduler's stack is 335,872 bytes; a level of decoding takes about 150. */
#define DEEPEST 1600

enum etf_tag {
	TAG_BIT_BINARY = 77,
	TAG_NEW_FLOAT = 70,
	TAG_SMALL_INTEGER = 97,
	TAG_INTEGER = 98,
	TAG_ATOM_LATIN1 = 100,
	TAG_SMALL_TUPLE = 104,
	TAG_LARGE_TUPLE = 105,
	TAG_NIL = 106,
	TAG_STRING = 107,
	TAG_LIST = 108,
	TAG_BINARY = 109,
	TAG_SMALL_BIG = 110,
	TAG_LARGE_BIG = 111,
	TAG_EXPORT = 113,
	TAG_SMALL_ATOM_LATIN1 = 115,
	TAG_MAP = 116,
	TAG_ATOM = 118,
	TAG_SMALL_ATOM = 119,
};

struct reader {
	struct arena *arena;
	struct names *names;
	const unsigned char *next, *end;
	enum etf_status status;
	int depth;
};

static const struct term *read_term(struct reader *reader);

static void *fail(struct reader *reader, enum etf_status status)
{
	if (reader->status == ETF_OK)
		reader->status = status;
	reader->next = reader->end;
	return NULL;
}

static const unsigned char *take(struct reader *reader, size_t size)
{
	const unsigned char *bytes = reader->next;

	if ((size_t)(reader->end - reader->next) < size)
		return fail(reader, ETF_MALFORMED);
	reader->next += size;
	return bytes;
}

/* A big-endian number of 1 to 4 bytes; 0 after a failure. */
static uint32_t read_number(struct reader *reader, size_t size)
{
	const unsigned char *bytes = take(reader, size);
	uint32_t number = 0;

	for (size_t i = 0; bytes && i < size; i++)
		number = number << 8 | bytes[i];
	return number;
}

static struct term *new_term(struct reader *reader, enum term_kind kind)
{
	struct term *term = ARENA_NEW(reader->arena, struct term);

	term->kind = kind;
	return term;
}

static const struct term *read_integer(struct reader *reader)
{
	struct term *term = new_term(reader, TERM_INTEGER);
	int32_t value = (int32_t)read_number(reader, 4);

	term->integer.negative = value < 0;
	term->integer.magnitude = value < 0 ? (uint64_t) - (int64_t)value : (uint64_t)value;
	return term;
}

static const struct term *read_small_integer(struct reader *reader)
{
	struct term *term = new_term(reader, TERM_INTEGER);

	term->integer.magnitude = read_number(reader, 1);
	return term;
}

static const struct term *read_big(struct reader *reader, size_t size_bytes)
{
	size_t size = read_number(reader, size_bytes);
	const unsigned char *sign = take(reader, 1);
	const unsigned char *digits = take(reader, size);
	struct term *term = new_term(reader, TERM_INTEGER);

	if (!sign || !digits)
		return NULL;
	term->integer.negative = *sign != 0;
	for (size_t i = 0; i < size; i++) {
		if (i < 8)
			term->integer.magnitude |= (uint64_t)digits[i] << (8 * i);
		else if (digits[i])
			term->kind = TERM_BIG;
	}
	return term;
}

/* A name is a C string: an atom with a NUL inside could be taken for another. */
static const struct term *read_atom(struct reader *reader, size_t size_bytes)
{
	size_t size = read_number(reader, size_bytes);
	const unsigned char *bytes = take(reader, size);
	struct term *term = new_term(reader, TERM_ATOM);

	if (!bytes || memchr(bytes, 0, size))
		return fail(reader, ETF_MALFORMED);
	term->atom = name_of(reader->names, (const char *)bytes, size);
	return term;
}

/* Before OTP 26 an atom of Latin-1 letters comes in that encoding. */
static const struct term *read_latin1_atom(struct reader *reader, size_t size_bytes)
{
	size_t size = read_number(reader, size_bytes);
	const unsigned char *bytes = take(reader, size);
	struct term *term = new_term(reader, TERM_ATOM);
	char *text;
	size_t length = 0;

	if (!bytes || memchr(bytes, 0, size))
		return fail(reader, ETF_MALFORMED);
	text = ARENA_ARRAY(reader->arena, char, 2 * size);
	for (size_t i = 0; i < size; i++) {
		if (bytes[i] < 0x80) {
			text[length++] = (char)bytes[i];
		} else {
			text[length++] = (char)(0xc0 | bytes[i] >> 6);
			text[length++] = (char)(0x80 | (bytes[i] & 0x3f));
		}
	}
	term->atom = name_of(reader->names, text, length);
	return term;
}

static const struct term *read_binary(struct reader *reader)
{
	size_t size = read_number(reader, 4);
	struct term *term = new_term(reader, TERM_BINARY);

	term->binary.bytes = (const char *)take(reader, size);
	term->binary.size = term->binary.bytes ? size : 0;
	return term;
}

static const struct term *read_opaque(struct reader *reader, size_t size)
{
	take(reader, size);
	return new_term(reader, TERM_OPAQUE);
}

/* An element takes at least a byte, so a count beyond the bytes left is a lie. */
static struct term *new_sequence(struct reader *reader, enum term_kind kind, size_t count)
{
	struct term *term;

	if (count > (size_t)(reader->end - reader->next))
		return fail(reader, ETF_MALFORMED);
	term = new_term(reader, kind);
	term->sequence.items = ARENA_ARRAY(reader->arena, const struct term *, count);
	term->sequence.count = count;
	return term;
}

static const struct term *read_sequence(struct reader *reader, enum term_kind kind, size_t count)
{
	struct term *term = new_sequence(reader, kind, count);

	for (size_t i = 0; term && i < count; i++) {
		term->sequence.items[i] = read_term(reader);
		if (!term->sequence.items[i])
			return NULL;
	}
	return term;
}

static const struct term *read_list(struct reader *reader)
{
	size_t count = read_number(reader, 4);
	const struct term *list = read_sequence(reader, TERM_LIST, count);
	const struct term *tail = list ? read_term(reader) : NULL;

	if (!tail)
		return NULL;
	return tail->kind == TERM_LIST && tail->sequence.count == 0 ? list
								    : new_term(reader, TERM_OPAQUE);
}

/* A list of bytes, in short: [104, 105] is sent as 107, 0, 2, 104, 105. */
static const struct term *read_string(struct reader *reader)
{
	size_t count = read_number(reader, 2);
	const unsigned char *bytes = take(reader, count);
	struct term *term = new_term(reader, TERM_LIST);

	if (!bytes)
		return NULL;
	term->sequence.items = ARENA_ARRAY(reader->arena, const struct term *, count);
	term->sequence.count = count;
	for (size_t i = 0; i < count; i++) {
		struct term *item = new_term(reader, TERM_INTEGER);

		item->integer.magnitude = bytes[i];
		term->sequence.items[i] = item;
	}
	return term;
}

static const struct term *read_export(struct reader *reader)
{
	for (int i = 0; i < 3; i++) {
		if (!read_term(reader))
			return NULL;
	}
	return new_term(reader, TERM_OPAQUE);
}

static const struct term *read_tagged(struct reader *reader, unsigned tag)
{
	switch (tag) {
	case TAG_SMALL_INTEGER:
		return read_small_integer(reader);
	case TAG_INTEGER:
		return read_integer(reader);
	case TAG_SMALL_BIG:
		return read_big(reader, 1);
	case TAG_LARGE_BIG:
		return read_big(reader, 4);
	case TAG_NEW_FLOAT:
		take(reader, 8);
		return new_term(reader, TERM_FLOAT);
	case TAG_SMALL_ATOM:
		return read_atom(reader, 1);
	case TAG_ATOM:
		return read_atom(reader, 2);
	case TAG_SMALL_ATOM_LATIN1:
		return read_latin1_atom(reader, 1);
	case TAG_ATOM_LATIN1:
		return read_latin1_atom(reader, 2);
	case TAG_BINARY:
		return read_binary(reader);
	case TAG_BIT_BINARY:
		return read_opaque(reader, (size_t)read_number(reader, 4) + 1);
	case TAG_SMALL_TUPLE:
		return read_sequence(reader, TERM_TUPLE, read_number(reader, 1));
	case TAG_LARGE_TUPLE:
		return read_sequence(reader, TERM_TUPLE, read_number(reader, 4));
	case TAG_NIL:
		return read_sequence(reader, TERM_LIST, 0);
	case TAG_STRING:
		return read_string(reader);
	case TAG_LIST:
		return read_list(reader);
	case TAG_MAP:
		return read_sequence(reader, TERM_MAP, 2 * (size_t)read_number(reader, 4));
	case TAG_EXPORT:
		return read_export(reader);
	default:
		return fail(reader, ETF_MALFORMED);
	}
}

static const struct term *read_term(struct reader *reader)
{
	const unsigned char *tag = take(reader, 1);
	const struct term *term;

	if (!tag)
		return NULL;
	if (reader->depth >= DEEPEST)
		return fail(reader, ETF_TOO_DEEP);
	reader->depth++;
	term = read_tagged(reader, *tag);
	reader->depth--;
	return reader->status == ETF_OK ? term : NULL;
}

enum etf_status etf_decode(struct arena *arena, struct names *names, const void *bytes, size_t size,
			   const struct term **term)
{
	struct reader reader = { .arena = arena, .names = names, .next = bytes };
	const unsigned char *version;

	reader.end = reader.next + size;
	version = take(&reader, 1);
	if (!version || *version != 131)
		return ETF_MALFORMED;
	*term = read_term(&reader);
	if (reader.status == ETF_OK && (!*term || reader.next != reader.end))
		return ETF_MALFORMED;
	return reader.status;
}
