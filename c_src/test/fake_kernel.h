/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The system calls of BPF without a kernel that has it: as much of bpf(2) as the loader and libbpf
 * use, in memory. Descriptors are files in memory, which can be mapped; nothing runs.
 *
 * Any call can be made to fail, to see what the loader does then. So can its own requests for memory
 * and descriptors, which the linker sends here (--wrap).
 */
#ifndef HONEY_TEST_FAKE_KERNEL_H
#define HONEY_TEST_FAKE_KERNEL_H

#include <stdbool.h>

enum fake_failure {
	FAKE_NEVER,
	FAKE_ONCE,  /* the call with the number, counted from 0 */
	FAKE_AFTER, /* that one, and all that follow */
};

void fake_kernel__begin(enum fake_failure failure, unsigned at, int error, bool has_batches);
/* How many calls there were that could have failed. */
unsigned fake_kernel__calls(void);
/* Forgets all files; how many descriptors of them were still open. */
int fake_kernel__end(void);

/* Called whenever the kernel is asked about a link; NULL: nothing is. */
void fake_kernel__on_link_info(void (*call)(void));

/* What stands for syscall(), ioctl() and epoll_ctl(): for libbpf, too. */
long fake_kernel__syscall(long number, const long arguments[6]);
/* Whether the call is to fail, with errno set. */
bool fake_kernel__fails(void);
bool fake_kernel__is_fake(int fd);

#endif
