/* SPDX-License-Identifier: Apache-2.0 */
/* Reads behind a map's value. */
#include "refused.h"

MAP(numbers, ARRAY, 1, __u32, __u64);

SEC("raw_tracepoint/sys_enter")
int outside(void *ctx)
{
	__u32 zero = 0;
	__u64 *number = bpf_map_lookup_elem(&numbers, &zero);

	if (!number)
		return 0;
	return number[1];
}
