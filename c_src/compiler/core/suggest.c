/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/core/suggest.h"

#include "base/arena.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* More letters than this are not a slip of the fingers, however long the name. */
#define MOST_SLIPS 4

/* A part of a name that is shorter than this is in too many names to tell anything. */
#define SHORTEST_WORD 3

/* Three rows of the table of distances, of which each depends on the two before. */
struct distance_rows {
	size_t *before;
	size_t *previous;
	size_t *current;
};

static bool same_letter(char a, char b)
{
	return tolower((unsigned char)a) == tolower((unsigned char)b);
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

static void fill_row(const struct distance_rows *rows, const char *a, size_t row, const char *b,
		     size_t length)
{
	rows->current[0] = row;
	for (size_t column = 1; column <= length; column++) {
		size_t changed = !same_letter(a[row - 1], b[column - 1]);
		size_t best = rows->previous[column - 1] + changed;

		best = smaller(best, rows->previous[column] + 1);
		best = smaller(best, rows->current[column - 1] + 1);
		if (row > 1 && column > 1 && same_letter(a[row - 1], b[column - 2]) &&
		    same_letter(a[row - 2], b[column - 1]))
			best = smaller(best, rows->before[column - 2] + 1);
		rows->current[column] = best;
	}
}

/* How many letters to change, add, drop or swap with their neighbour make `b` of `a`. */
static size_t distance(struct distance_rows rows, const char *a, size_t a_length, const char *b,
		       size_t b_length)
{
	for (size_t column = 0; column <= b_length; column++)
		rows.previous[column] = column;
	for (size_t row = 1; row <= a_length; row++) {
		size_t *oldest = rows.before;

		fill_row(&rows, a, row, b, b_length);
		rows.before = rows.previous;
		rows.previous = rows.current;
		rows.current = oldest;
	}
	return rows.previous[b_length];
}

/* A third of the letters may be wrong, and of the shortest names one. */
static size_t most_slips(size_t length)
{
	size_t slips = (length + 1) / 3;

	return slips < 1 ? 1 : smaller(slips, MOST_SLIPS);
}

static const char *nearest(struct arena *arena, const char *wanted, const char *const *candidates,
			   size_t count)
{
	size_t length = strlen(wanted);
	size_t row_size = length + MOST_SLIPS + 1;
	struct distance_rows rows = {
		.before = ARENA_ARRAY(arena, size_t, row_size),
		.previous = ARENA_ARRAY(arena, size_t, row_size),
		.current = ARENA_ARRAY(arena, size_t, row_size),
	};
	size_t limit = most_slips(length) + 1;
	const char *best = NULL;

	for (size_t i = 0; i < count; i++) {
		size_t other = strlen(candidates[i]);
		size_t slips;

		if (other >= length + limit || length >= other + limit)
			continue;
		slips = distance(rows, wanted, length, candidates[i], other);
		if (slips < limit && slips < other) {
			best = candidates[i];
			limit = slips;
		}
	}
	return best;
}

static bool starts_word(const char *name, const char *at)
{
	return at == name || !isalnum((unsigned char)at[-1]);
}

static bool has_words(const char *name, const char *words, size_t length)
{
	for (const char *at = name; *at; at++) {
		if (starts_word(name, at) && strncasecmp(at, words, length) == 0 &&
		    !isalnum((unsigned char)at[length]))
			return true;
	}
	return false;
}

static size_t count_words(const char *name)
{
	size_t count = 0;

	for (const char *at = name; *at; at++)
		count += isalnum((unsigned char)*at) && starts_word(name, at);
	return count;
}

static const char *simplest_with(const char *words, const char *const *candidates, size_t count)
{
	size_t length = strlen(words);
	const char *best = NULL;

	if (length < SHORTEST_WORD)
		return NULL;
	for (size_t i = 0; i < count; i++) {
		if (has_words(candidates[i], words, length) &&
		    (!best || count_words(candidates[i]) < count_words(best)))
			best = candidates[i];
	}
	return best;
}

const char *suggest_name(struct arena *arena, const char *wanted, const char *const *candidates,
			 size_t count)
{
	const char *best = nearest(arena, wanted, candidates, count);

	return best ? best : simplest_with(wanted, candidates, count);
}
