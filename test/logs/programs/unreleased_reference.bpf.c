/* SPDX-License-Identifier: Apache-2.0 */
/* Reserves a record, and neither submits nor discards it. */
#include "refused.h"

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} events SEC(".maps");

SEC("raw_tracepoint/sys_enter")
int keeps(void *ctx)
{
	__u64 *event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);

	if (event)
		*event = 1;
	return 0;
}
