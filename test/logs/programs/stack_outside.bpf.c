/* SPDX-License-Identifier: Apache-2.0 */
/* Writes below the 512 bytes of the stack. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int outside(void *ctx)
{
	asm volatile("*(u64 *)(r10 - 520) = %0" ::"r"(ctx));
	return 0;
}
