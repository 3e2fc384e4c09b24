/* SPDX-License-Identifier: Apache-2.0 */
/* Gives a helper a number where it wants memory. */
#include "refused.h"

MAP(numbers, HASH, 16, __u32, __u64);

SEC("raw_tracepoint/sys_enter")
int number(struct bpf_raw_tracepoint_args *ctx)
{
	return bpf_map_delete_elem(&numbers, (void *)ctx->args[1]);
}
