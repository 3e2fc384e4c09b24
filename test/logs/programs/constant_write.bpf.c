/* SPDX-License-Identifier: Apache-2.0 */
/* Writes into a constant. */
#include "refused.h"

const volatile __u64 threshold = 5;

SEC("raw_tracepoint/sys_enter")
int writes(void *ctx)
{
	*(volatile __u64 *)&threshold = 6;
	return threshold;
}
