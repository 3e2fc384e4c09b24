/* SPDX-License-Identifier: Apache-2.0 */
/* Gives a helper a size that may be negative. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int negative(struct bpf_raw_tracepoint_args *ctx)
{
	char text[16];
	int size = ctx->args[1];

	if (size > 16)
		return 0;
	asm volatile("" : "+r"(size));
	bpf_get_current_comm(text, size);
	return text[0];
}
