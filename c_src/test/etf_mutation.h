/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Units that are slightly wrong, for tests: always the same ones for the same seed.
 *
 * In some, bytes are changed or cut off, which the decoder must survive; most are well-formed terms
 * in which a part has been replaced by another, which the passes must.
 */
#ifndef HONEY_TEST_ETF_MUTATION_H
#define HONEY_TEST_ETF_MUTATION_H

#include <stddef.h>
#include <stdint.h>

struct mutation {
	const unsigned char *bytes; /* the unit */
	size_t size;
	uint64_t seed; /* moves on with each mutation */
	/* where each of its terms begins and ends; the first is the whole */
	size_t (*terms)[2];
	size_t term_count;
};

/* False for what is no unit in the external term format. */
int mutation_init(struct mutation *mutation, const void *bytes, size_t size, uint64_t seed);
void mutation_release(struct mutation *mutation);

/* The next mutant, in memory of its own, which the caller frees. */
unsigned char *mutation_next(struct mutation *mutation, size_t *size);

#endif
