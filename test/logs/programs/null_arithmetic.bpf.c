/* SPDX-License-Identifier: Apache-2.0 */
/* Adds to the address that a lookup gave, whether or not it gave one. */
#include "refused.h"

MAP(bytes, HASH, 16, __u32, __u64);

SEC("raw_tracepoint/sys_enter")
int unchecked(void *ctx)
{
	__u32 zero = 0;
	char *at = bpf_map_lookup_elem(&bytes, &zero);

	asm volatile("%0 += 4" : "+r"(at));
	return at ? *at : 0;
}
