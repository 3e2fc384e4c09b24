/* SPDX-License-Identifier: Apache-2.0 */
/* A loop whose turns are all the same. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int endless(void *ctx)
{
	__u64 turn = 1;

	while (turn)
		asm volatile("%0 = 1" : "=r"(turn));
	return 0;
}
