/* SPDX-License-Identifier: Apache-2.0 */
/* Jumps out of the program. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int jumps(void *ctx)
{
	int result = 0;

	asm volatile("goto +1000" : "+r"(result));
	return result;
}
