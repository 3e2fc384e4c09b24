/* SPDX-License-Identifier: Apache-2.0 */
/* A map without entries. */
#include "refused.h"

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__type(key, __u32);
	__type(value, __u64);
} numbers SEC(".maps");

SEC("raw_tracepoint/sys_enter")
int idle(void *ctx)
{
	__u32 zero = 0;

	return bpf_map_lookup_elem(&numbers, &zero) != 0;
}
