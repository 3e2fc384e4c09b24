/* SPDX-License-Identifier: Apache-2.0 */
/* Writes four bytes of the stack at a place that four does not divide. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int misaligned(void *ctx)
{
	asm volatile("*(u32 *)(r10 - 7) = %0" ::"r"(ctx));
	return 0;
}
