/* SPDX-License-Identifier: Apache-2.0 */
/* Instructions to which there is no way. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int unreachable(void *ctx)
{
	int result = 0;

	asm volatile("goto +1; %0 = 1" : "+r"(result));
	return result;
}
