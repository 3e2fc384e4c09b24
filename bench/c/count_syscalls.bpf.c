/* SPDX-License-Identifier: (BSD-2-Clause OR GPL-2.0) */
/* The program of examples/count_syscalls by hand. */
#include "bpf.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

HASH(calls, 1024, __u32, __u64);

SEC("tracepoint/raw_syscalls/sys_enter")
int on_sys_enter(struct trace_event_raw_sys_enter *ctx)
{
	__u32 id = ctx->id;

	add(&calls, &id, 1);
	return 0;
}
