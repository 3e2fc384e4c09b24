/* SPDX-License-Identifier: Apache-2.0 */
#include "test/etf_mutation.h"

#include <stdlib.h>
#include <string.h>

#define MOST_CHANGES 4

/* xorshift64: all that matters is that it is the same everywhere. */
static uint64_t random_number(struct mutation *mutation, uint64_t below)
{
	mutation->seed ^= mutation->seed << 13;
	mutation->seed ^= mutation->seed >> 7;
	mutation->seed ^= mutation->seed << 17;
	return below ? mutation->seed % below : 0;
}

static size_t big_endian(const unsigned char *bytes, size_t count)
{
	size_t number = 0;

	for (size_t i = 0; i < count; i++)
		number = number << 8 | bytes[i];
	return number;
}

static void note_term(struct mutation *mutation, size_t begin, size_t end)
{
	size_t(*terms)[2] = mutation->terms;

	/* Grown whenever the count is a power of two. */
	if ((mutation->term_count & (mutation->term_count - 1)) == 0) {
		terms = realloc(terms, 2 * (mutation->term_count + 1) * sizeof(*terms));
		if (!terms)
			abort();
		mutation->terms = terms;
	}
	terms[mutation->term_count][0] = begin;
	terms[mutation->term_count++][1] = end;
}

static size_t read_term(struct mutation *mutation, size_t at);

static size_t read_terms(struct mutation *mutation, size_t at, size_t count)
{
	while (at && count--)
		at = read_term(mutation, at);
	return at;
}

/* The bytes that say how large a term is. */
static size_t head_size(unsigned char tag)
{
	switch (tag) {
	case 98:
	case 108:
	case 109:
	case 116:
		return 5;
	case 100:
	case 107:
	case 110:
	case 118:
		return 3;
	case 97:
	case 104:
	case 119:
		return 2;
	}
	return 1;
}

/* What term_to_binary makes of units: the term's end, or 0. */
static size_t term_end(struct mutation *mutation, size_t at)
{
	const unsigned char *bytes = mutation->bytes;

	switch (bytes[at]) {
	case 97: /* small integer */
		return at + 2;
	case 98: /* integer */
		return at + 5;
	case 70: /* float */
		return at + 9;
	case 106: /* [] */
		return at + 1;
	case 100: /* atom */
	case 107: /* string */
	case 118: /* atom */
		return at + 3 + big_endian(bytes + at + 1, 2);
	case 119: /* small atom */
		return at + 2 + bytes[at + 1];
	case 109: /* binary */
		return at + 5 + big_endian(bytes + at + 1, 4);
	case 110: /* big */
		return at + 3 + bytes[at + 1];
	case 104: /* tuple */
		return read_terms(mutation, at + 2, bytes[at + 1]);
	case 108: /* list, with its tail */
		return read_terms(mutation, at + 5, big_endian(bytes + at + 1, 4) + 1);
	case 116: /* map */
		return read_terms(mutation, at + 5, 2 * big_endian(bytes + at + 1, 4));
	}
	return 0;
}

static size_t read_term(struct mutation *mutation, size_t at)
{
	size_t index = mutation->term_count, end;

	if (at >= mutation->size || at + head_size(mutation->bytes[at]) > mutation->size)
		return 0;
	note_term(mutation, at, at);
	end = term_end(mutation, at);
	if (end > mutation->size)
		return 0;
	mutation->terms[index][1] = end;
	return end;
}

int mutation_init(struct mutation *mutation, const void *bytes, size_t size, uint64_t seed)
{
	*mutation = (struct mutation){ .bytes = bytes, .size = size, .seed = seed | 1 };
	return size > 1 && mutation->bytes[0] == 131 && read_term(mutation, 1) == size;
}

void mutation_release(struct mutation *mutation)
{
	free(mutation->terms);
}

static unsigned char *copy(const unsigned char *bytes, size_t size)
{
	unsigned char *copied = malloc(size ? size : 1);

	if (!copied)
		abort();
	memcpy(copied, bytes, size);
	return copied;
}

static unsigned char *change_bytes(struct mutation *mutation, size_t *size)
{
	static const unsigned char telling[] = { 0, 1, 127, 128, 255, 97, 98, 104, 106, 108, 116 };
	unsigned char *mutant = copy(mutation->bytes, mutation->size);
	uint64_t count = 1 + random_number(mutation, MOST_CHANGES);

	*size = mutation->size;
	if (random_number(mutation, 4) == 0)
		*size = random_number(mutation, mutation->size);
	for (uint64_t i = 0; i < count; i++) {
		unsigned char *byte = mutant + random_number(mutation, mutation->size);

		if (random_number(mutation, 2))
			*byte ^= (unsigned char)(1u << random_number(mutation, 8));
		else
			*byte = telling[random_number(mutation, sizeof(telling))];
	}
	return mutant;
}

/* A term's end does not depend on its size, so any term may stand in for any other. */
static unsigned char *replace_term(struct mutation *mutation, size_t *size)
{
	const size_t *from = mutation->terms[random_number(mutation, mutation->term_count)];
	const size_t *to = mutation->terms[1 + random_number(mutation, mutation->term_count - 1)];
	size_t part = from[1] - from[0];
	unsigned char *mutant;

	*size = mutation->size - (to[1] - to[0]) + part;
	mutant = malloc(*size);
	if (!mutant)
		abort();
	memcpy(mutant, mutation->bytes, to[0]);
	memcpy(mutant + to[0], mutation->bytes + from[0], part);
	memcpy(mutant + to[0] + part, mutation->bytes + to[1], mutation->size - to[1]);
	return mutant;
}

static unsigned char *change(struct mutation *mutation, size_t *size)
{
	if (mutation->term_count < 2 || random_number(mutation, 4) == 0)
		return change_bytes(mutation, size);
	return replace_term(mutation, size);
}

/* Several changes at once reach states that each alone would not. */
unsigned char *mutation_next(struct mutation *mutation, size_t *size)
{
	unsigned char *mutant = change(mutation, size);
	struct mutation again;

	while (random_number(mutation, 2)) {
		if (mutation_init(&again, mutant, *size, mutation->seed)) {
			unsigned char *next = change(&again, size);

			free(mutant);
			mutant = next;
		}
		mutation_release(&again);
	}
	return mutant;
}
