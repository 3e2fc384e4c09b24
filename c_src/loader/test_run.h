/* SPDX-License-Identifier: Apache-2.0 */
/* Running a program once, or often, on data of the caller's: BPF_PROG_TEST_RUN. */
#ifndef HONEY_LOADER_TEST_RUN_H
#define HONEY_LOADER_TEST_RUN_H

#include <stdint.h>

struct object;

struct test_run {
	/* given; NULL and 0 where the program type has none */
	const void *data;
	uint32_t data_size;
	const void *context;
	uint32_t context_size;
	uint32_t repeat;
	/* the caller's room for what comes back, and how much came */
	void *data_out;
	uint32_t data_out_size;
	void *context_out;
	uint32_t context_out_size;
	/* result */
	int32_t result;
	uint32_t nanoseconds; /* of one run, on average */
};

int object__test_run(struct object *object, const char *program, struct test_run *run);

#endif
