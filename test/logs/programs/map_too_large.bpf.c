/* SPDX-License-Identifier: Apache-2.0 */
/* A map whose entries no memory holds. */
#include "refused.h"

MAP(numbers, ARRAY, 0xFFFFFFFF, __u32, __u64[4096]);

SEC("raw_tracepoint/sys_enter")
int idle(void *ctx)
{
	__u32 zero = 0;

	return bpf_map_lookup_elem(&numbers, &zero) != 0;
}
