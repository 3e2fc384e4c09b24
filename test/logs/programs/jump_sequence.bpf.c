/* SPDX-License-Identifier: Apache-2.0 */
/* A loop that forks in each of its turns: the ways not yet gone are more than the verifier keeps. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int forks(void *ctx)
{
	__u64 sum = 0;

	for (__u32 i = 0; i < 9000; i++)
		if (bpf_get_prandom_u32() & 1)
			asm volatile("%0 += %1" : "+r"(sum) : "r"((__u64)i));
	return sum;
}
