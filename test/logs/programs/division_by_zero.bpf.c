/* SPDX-License-Identifier: Apache-2.0 */
/* Divides by a constant that is zero. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int divides(void *ctx)
{
	__u64 number = (__u64)ctx;

	asm volatile("%0 = 8" : "=r"(number));
	asm volatile("%0 /= 0" : "+r"(number));
	return number;
}
