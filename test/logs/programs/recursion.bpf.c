/* SPDX-License-Identifier: Apache-2.0 */
/* A function that calls itself. */
#include "refused.h"

static __attribute__((noinline)) int count(int n)
{
	int below = 0;

	if (n)
		below = count(n - 1);
	asm volatile("%0 += 1" : "+r"(below));
	return below;
}

SEC("raw_tracepoint/sys_enter")
int recursive(void *ctx)
{
	return count(3);
}
