/* SPDX-License-Identifier: Apache-2.0 */
/* What the kernel counts of programs that run. The caller has entered the object. */
#ifndef HONEY_LOADER_STATS_H
#define HONEY_LOADER_STATS_H

#include <stdbool.h>
#include <stdint.h>

struct bpf_program;
struct object;

struct program_stats {
	uint64_t runs;
	uint64_t nanoseconds;	/* of all runs */
	uint64_t skipped;	/* runs that were not made, since the program was running already */
	uint32_t verified;	/* instructions that the verifier looked at; 0: Linux before 5.16 */
	uint32_t machine_bytes; /* of machine code; 0: the program is interpreted */
	uint64_t memory;	/* bytes that the program takes in the kernel */
};

/* Has the kernel count the runs of all programs until the object is closed. Linux 5.8. */
int object__count_runs(struct object *object);

bool object__counts_runs(struct object *object);

/* 0 or -errno; it fails as well where /proc cannot be asked for the memory. */
int program__stats(const struct bpf_program *program, struct program_stats *stats);

#endif
