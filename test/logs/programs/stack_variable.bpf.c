/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the stack at a place that is not known. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int variable(struct bpf_raw_tracepoint_args *ctx)
{
	char text[16];
	char *at = text;

	bpf_get_current_comm(text, sizeof(text));
	asm volatile("%0 += %1" : "+r"(at) : "r"(ctx->args[1]));
	return *at;
}
