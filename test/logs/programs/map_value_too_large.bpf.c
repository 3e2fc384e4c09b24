/* SPDX-License-Identifier: Apache-2.0 */
/* A map with values of more bytes than the kernel allows. */
#include "refused.h"

struct large {
	char bytes[0x40000000];
};

MAP(numbers, HASH, 16, __u32, struct large);

SEC("raw_tracepoint/sys_enter")
int idle(void *ctx)
{
	__u32 zero = 0;

	return bpf_map_lookup_elem(&numbers, &zero) != 0;
}
