/* SPDX-License-Identifier: Apache-2.0 */
/* Has a map: refused before Linux 5.11 where the process may lock no memory. */
#include "refused.h"

MAP(numbers, HASH, 16, __u32, __u64);

SEC("raw_tracepoint/sys_enter")
int idle(void *ctx)
{
	__u32 zero = 0;

	return bpf_map_lookup_elem(&numbers, &zero) != 0;
}
