/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/core/term.h"

#include <limits.h>
#include <string.h>

static bool is_sequence(const struct term *term)
{
	return term &&
	       (term->kind == TERM_TUPLE || term->kind == TERM_LIST || term->kind == TERM_MAP);
}

bool term_is_atom(const struct term *term, const char *text)
{
	return term && term->kind == TERM_ATOM && strcmp(term->atom, text) == 0;
}

bool term_is_tuple(const struct term *term, size_t count)
{
	return term && term->kind == TERM_TUPLE && term->sequence.count == count;
}

size_t term_count(const struct term *term)
{
	return is_sequence(term) ? term->sequence.count : 0;
}

const struct term *term_item(const struct term *term, size_t n)
{
	return n < term_count(term) ? term->sequence.items[n] : NULL;
}

static const struct term *get_from_map(const struct term *map, const char *key)
{
	for (size_t i = 0; i + 1 < term_count(map); i += 2) {
		if (term_is_atom(map->sequence.items[i], key))
			return map->sequence.items[i + 1];
	}
	return NULL;
}

static const struct term *get_from_keywords(const struct term *list, const char *key)
{
	for (size_t i = 0; i < term_count(list); i++) {
		const struct term *pair = list->sequence.items[i];

		if (term_is_tuple(pair, 2) && term_is_atom(term_item(pair, 0), key))
			return term_item(pair, 1);
	}
	return NULL;
}

const struct term *term_get(const struct term *term, const char *key)
{
	if (!term)
		return NULL;
	return term->kind == TERM_MAP ? get_from_map(term, key) : get_from_keywords(term, key);
}

const char *term_name(const struct term *term)
{
	return term && term->kind == TERM_ATOM ? term->atom : NULL;
}

int term_number(const struct term *term, int otherwise)
{
	if (!term || term->kind != TERM_INTEGER || term->integer.negative ||
	    term->integer.magnitude > INT_MAX)
		return otherwise;
	return (int)term->integer.magnitude;
}
