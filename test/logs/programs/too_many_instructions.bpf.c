/* SPDX-License-Identifier: Apache-2.0 */
/* A loop that ends, after more turns than the verifier goes through. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int too_long(void *ctx)
{
	__u64 sum = 0;

	for (__u32 i = 0; i < 2000000; i++)
		asm volatile("%0 += %1" : "+r"(sum) : "r"((__u64)i));
	return sum;
}
