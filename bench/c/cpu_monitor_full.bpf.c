/* SPDX-License-Identifier: (BSD-2-Clause OR GPL-2.0) */
/*
 * The module of test/fixtures/cpu_monitor_full.ex by hand, in the meaning that
 * it has in Elixir: the `ktime` that is bound inside an `if` is a new variable,
 * so the outer one is 0 to the end. All time between two switches counts as
 * user time, and kernel_time stays empty: no C compiler would keep the branch
 * that fills it. The map is declared all the same.
 */
#include "bpf.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

HASH(start_time, 10240, __u32, __u64);
HASH(kernel_time, 10240, __u32, __u64);
HASH(user_time, 10240, __u32, __u64);
HASH(syscall_start, 10240, __u32, __u64);
HASH(run_kernel_time, 10240, __u32, __u64);

SEC("tracepoint/sched/sched_switch")
int on_sched_switch(struct trace_event_raw_sched_switch *ctx)
{
	__u64 ts = bpf_ktime_get_ns(), *start;
	__u32 prev = ctx->prev_pid, next = ctx->next_pid;
	__s64 delta;

	if ((int)prev > 0) {
		start = bpf_map_lookup_elem(&start_time, &prev);
		if (start) {
			delta = ts - *start;
			if (bpf_map_lookup_elem(&run_kernel_time, &prev))
				bpf_map_delete_elem(&run_kernel_time, &prev);
			if (delta > 0)
				add(&user_time, &prev, delta);
			bpf_map_delete_elem(&start_time, &prev);
		}
	}
	bpf_map_update_elem(&start_time, &next, &ts, BPF_ANY);
	return 0;
}

SEC("tracepoint/raw_syscalls/sys_enter")
int on_sys_enter(void *ctx)
{
	__u32 pid = bpf_get_current_pid_tgid() >> 32;
	__u64 ts = bpf_ktime_get_ns();

	bpf_map_update_elem(&syscall_start, &pid, &ts, BPF_ANY);
	return 0;
}

SEC("tracepoint/raw_syscalls/sys_exit")
int on_sys_exit(void *ctx)
{
	__u32 pid = bpf_get_current_pid_tgid() >> 32;
	__u64 ts = bpf_ktime_get_ns(), *start, *sum, delta;

	start = bpf_map_lookup_elem(&syscall_start, &pid);
	if (start) {
		delta = ts - *start;
		sum = bpf_map_lookup_elem(&run_kernel_time, &pid);
		if (sum)
			delta += *sum;
		bpf_map_update_elem(&run_kernel_time, &pid, &delta, BPF_ANY);
		bpf_map_delete_elem(&syscall_start, &pid);
	}
	return 0;
}
