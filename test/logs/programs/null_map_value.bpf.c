/* SPDX-License-Identifier: Apache-2.0 */
/* Reads what a lookup gave, whether or not it gave anything. */
#include "refused.h"

MAP(numbers, HASH, 16, __u32, __u64);

SEC("raw_tracepoint/sys_enter")
int unchecked(void *ctx)
{
	__u32 zero = 0;
	__u64 *number = bpf_map_lookup_elem(&numbers, &zero);

	return *number;
}
