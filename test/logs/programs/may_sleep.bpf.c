/* SPDX-License-Identifier: Apache-2.0 */
/* Calls a helper that may sleep, in a program that may not. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int sleeps(void *ctx)
{
	char text[8];

	return bpf_copy_from_user(text, sizeof(text), ctx);
}
