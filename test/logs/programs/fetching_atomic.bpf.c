/* SPDX-License-Identifier: Apache-2.0 */
/* An addition that gives what was there, which kernels before 5.12 do not know. */
#include "refused.h"

MAP(numbers, ARRAY, 1, __u32, __u64);

SEC("raw_tracepoint/sys_enter")
int fetches(void *ctx)
{
	__u32 zero = 0;
	__u64 *number = bpf_map_lookup_elem(&numbers, &zero);

	return number ? __sync_fetch_and_add(number, 1) : 0;
}
