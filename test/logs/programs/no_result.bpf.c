/* SPDX-License-Identifier: Apache-2.0 */
/* Ends without a result. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
__attribute__((naked)) int no_result(void *ctx)
{
	asm volatile("exit");
}
