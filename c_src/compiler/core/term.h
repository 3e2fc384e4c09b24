/* SPDX-License-Identifier: Apache-2.0 */
/* Erlang terms as plain data, decoded from the external term format. */
#ifndef HONEY_COMPILER_TERM_H
#define HONEY_COMPILER_TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum term_kind {
	TERM_INTEGER,
	TERM_BIG, /* an integer of more than 64 bits */
	TERM_FLOAT,
	TERM_ATOM,
	TERM_BINARY,
	TERM_TUPLE,
	TERM_LIST, /* proper; improper lists are TERM_OPAQUE */
	TERM_MAP,  /* items: key, value, key, value, ... */
	TERM_OPAQUE,
};

struct term {
	enum term_kind kind;
	union {
		struct {
			uint64_t magnitude;
			bool negative;
		} integer;
		const char *atom; /* a name (base/names.h) */
		struct {
			const char *bytes;
			size_t size;
		} binary;
		struct {
			const struct term **items;
			size_t count;
		} sequence; /* tuple, list, map */
	};
};

bool term_is_atom(const struct term *term, const char *text);
bool term_is_tuple(const struct term *term, size_t count);
size_t term_count(const struct term *term); /* of a tuple, list or map's items; else 0 */
/* The n-th item of a tuple or list; NULL when there is none. */
const struct term *term_item(const struct term *term, size_t n);
/* A map's or keyword list's value; NULL when there is none. */
const struct term *term_get(const struct term *term, const char *key);
/* An atom's name, or NULL. */
const char *term_name(const struct term *term);
/* A small non-negative integer, or `otherwise`. */
int term_number(const struct term *term, int otherwise);

#endif
