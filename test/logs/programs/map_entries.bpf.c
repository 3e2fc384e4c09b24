/* SPDX-License-Identifier: Apache-2.0 */
/* A map of more entries than the kernel counts. */
#include "refused.h"

MAP(numbers, HASH, 0xFFFFFFFF, __u32, __u64);

SEC("raw_tracepoint/sys_enter")
int idle(void *ctx)
{
	__u32 zero = 0;

	return bpf_map_lookup_elem(&numbers, &zero) != 0;
}
