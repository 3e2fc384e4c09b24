/* SPDX-License-Identifier: Apache-2.0 */
/* Looks up a key that is on the stack, where nothing was put. */
#include "refused.h"

MAP(numbers, HASH, 16, __u64, __u64);

SEC("raw_tracepoint/sys_enter")
int uninitialised(void *ctx)
{
	__u64 key;

	asm volatile("" : "=m"(key));
	return bpf_map_delete_elem(&numbers, &key);
}
