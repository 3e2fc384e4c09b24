/* SPDX-License-Identifier: Apache-2.0 */
/* Functions that call one another nine deep. */
#include "refused.h"

#define CALLS(name, next) \
	static __attribute__((noinline)) int name(int n) \
	{ \
		asm volatile("" : "+r"(n)); \
		return next(n + 1) + 1; \
	}

static __attribute__((noinline)) int call_9(int n)
{
	asm volatile("" : "+r"(n));
	return n;
}

CALLS(call_8, call_9)
CALLS(call_7, call_8)
CALLS(call_6, call_7)
CALLS(call_5, call_6)
CALLS(call_4, call_5)
CALLS(call_3, call_4)
CALLS(call_2, call_3)
CALLS(call_1, call_2)

SEC("raw_tracepoint/sys_enter")
int deep(void *ctx)
{
	return call_1(1);
}
