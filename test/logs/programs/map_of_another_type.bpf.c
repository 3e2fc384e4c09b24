/* SPDX-License-Identifier: Apache-2.0 */
/* Gives a helper of rings a map that is none. */
#include "refused.h"

MAP(numbers, HASH, 16, __u32, __u64);

SEC("raw_tracepoint/sys_enter")
int hash(void *ctx)
{
	__u64 zero = 0;

	return bpf_ringbuf_output(&numbers, &zero, sizeof(zero), 0);
}
