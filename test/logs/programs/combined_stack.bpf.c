/* SPDX-License-Identifier: Apache-2.0 */
/* A program and a function that it calls, which take more than 512 bytes of stack together. */
#include "refused.h"

static __attribute__((noinline)) int called(__u64 *numbers)
{
	__u64 more[40];

	for (int i = 0; i < 40; i++)
		more[i] = numbers[i % 4] + i;
	asm volatile("" ::"r"(more) : "memory");
	return more[3];
}

SEC("xdp")
int calls(struct xdp_md *ctx)
{
	__u64 numbers[40];

	for (int i = 0; i < 40; i++)
		numbers[i] = ctx->ingress_ifindex + i;
	asm volatile("" ::"r"(numbers) : "memory");
	return called(numbers);
}
