/* SPDX-License-Identifier: Apache-2.0 */
/* Writes into the context, which this type of program may only read. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int writes(struct bpf_raw_tracepoint_args *ctx)
{
	ctx->args[0] = 1;
	return 0;
}
