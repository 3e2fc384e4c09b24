/* SPDX-License-Identifier: Apache-2.0 */
/* Reads from an address that is a number. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int reads(struct bpf_raw_tracepoint_args *ctx)
{
	__u64 *registers = (__u64 *)ctx->args[0];

	return registers[3];
}
