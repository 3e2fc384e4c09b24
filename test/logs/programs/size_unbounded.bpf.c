/* SPDX-License-Identifier: Apache-2.0 */
/* Gives a helper a size that may be larger than the memory. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int unbounded(struct bpf_raw_tracepoint_args *ctx)
{
	char text[16];

	bpf_get_current_comm(text, (__u32)ctx->args[1]);
	return text[0];
}
