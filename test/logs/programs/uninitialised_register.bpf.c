/* SPDX-License-Identifier: Apache-2.0 */
/* Uses a register that nothing was put into. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int uninitialised(void *ctx)
{
	long value;

	asm volatile("%0 = r7" : "=r"(value));
	return value;
}
