/* SPDX-License-Identifier: (BSD-2-Clause OR GPL-2.0) */
/*
 * The CPU monitor of examples/cpu_monitor, by hand: the same maps, the same
 * map operations, the same answers. The algorithm is explained there.
 */
#include "bpf.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

#define IN_SYSCALL 1
#define AFTER_SYSCALL 2
#define LONGEST_CROSSING 2000
#define DEAD_OR_ZOMBIE 0x30

HASH(user_time, 10240, __u32, __u64);
HASH(kernel_time, 10240, __u32, __u64);
HASH(in_syscall, 10240, __u32, __u32);
PERCPU_ARRAY(slice, 1, __u64);
PERCPU_ARRAY(running, 1, __u32);
ARRAY(woken, 1024, __u64);
ARRAY(crossing, 1, __s64);

static __always_inline __u64 slice_at(__u64 now, const __u32 *zero)
{
	__u64 *word = bpf_map_lookup_elem(&slice, zero);

	return word && *word ? *word : now << 2;
}

static __always_inline void charge(__u64 mode, __u32 tgid, __u64 ns)
{
	if (mode & IN_SYSCALL)
		add(&kernel_time, &tgid, ns);
	else
		add(&user_time, &tgid, ns);
}

static __always_inline void remember(__u32 tid, __u32 mode, long state)
{
	__u32 *saved;

	if (state & DEAD_OR_ZOMBIE) {
		bpf_map_delete_elem(&in_syscall, &tid);
		return;
	}
	saved = bpf_map_lookup_elem(&in_syscall, &tid);
	if ((saved ? *saved : 0) != mode)
		bpf_map_update_elem(&in_syscall, &tid, &mode, BPF_ANY);
}

static __always_inline __u64 end_of_idling(__u64 since, __u64 now)
{
	__u32 cpu = bpf_get_smp_processor_id();
	__u64 *woke = bpf_map_lookup_elem(&woken, &cpu);

	return woke && *woke > since ? *woke : now;
}

SEC("tracepoint/sched/sched_switch")
int on_sched_switch(struct trace_event_raw_sched_switch *ctx)
{
	__u64 now = bpf_ktime_get_ns(), word, start = now;
	__u32 next = ctx->next_pid, zero = 0, *mode;
	int prev = ctx->prev_pid;

	word = slice_at(now, &zero);
	if (prev > 0) {
		charge(word, bpf_get_current_pid_tgid() >> 32, now - (word >> 2));
		remember(prev, word & IN_SYSCALL, ctx->prev_state);
	} else {
		start = end_of_idling(word >> 2, now);
	}
	mode = bpf_map_lookup_elem(&in_syscall, &next);
	word = start << 2 | (mode ? *mode : 0);
	bpf_map_update_elem(&slice, &zero, &word, BPF_ANY);
	bpf_map_update_elem(&running, &zero, &next, BPF_ANY);
	return 0;
}

SEC("tracepoint/sched/sched_wakeup")
int on_sched_wakeup(struct trace_event_raw_sched_wakeup_template *ctx)
{
	__u64 now = bpf_ktime_get_ns();
	__u32 cpu = ctx->target_cpu;

	bpf_map_update_elem(&woken, &cpu, &now, BPF_ANY);
	return 0;
}

SEC("tracepoint/timer/hrtimer_expire_entry")
int on_timer(void *ctx)
{
	__u64 pid_tgid = bpf_get_current_pid_tgid(), now, word;
	__u32 tid = pid_tgid, zero = 0;

	if (tid == 0)
		return 0;
	now = bpf_ktime_get_ns();
	word = slice_at(now, &zero);
	charge(word, pid_tgid >> 32, now - (word >> 2));
	word = now << 2 | (word & IN_SYSCALL);
	bpf_map_update_elem(&slice, &zero, &word, BPF_ANY);
	bpf_map_update_elem(&running, &zero, &tid, BPF_ANY);
	return 0;
}

SEC("tracepoint/raw_syscalls/sys_enter")
int on_sys_enter(void *ctx)
{
	__u32 zero = 0, tgid;
	__u64 now = bpf_ktime_get_ns(), word = slice_at(now, &zero);
	__s64 gap = now - (word >> 2), least, cost, *known;

	known = bpf_map_lookup_elem(&crossing, &zero);
	least = known && *known ? *known : LONGEST_CROSSING;
	cost = least + (least >> 3);
	if (gap < cost)
		cost = gap;
	if (gap < least && word & AFTER_SYSCALL)
		bpf_map_update_elem(&crossing, &zero, &gap, BPF_ANY);
	tgid = bpf_get_current_pid_tgid() >> 32;
	add(&user_time, &tgid, gap - cost);
	word = (now - cost) << 2 | IN_SYSCALL;
	bpf_map_update_elem(&slice, &zero, &word, BPF_ANY);
	return 0;
}

SEC("tracepoint/raw_syscalls/sys_exit")
int on_sys_exit(void *ctx)
{
	__u32 tgid = bpf_get_current_pid_tgid() >> 32, zero = 0;
	__u64 *total = bpf_map_lookup_elem(&kernel_time, &tgid);
	__u64 now = bpf_ktime_get_ns(), word, ns = now - (slice_at(now, &zero) >> 2);

	add_to(&kernel_time, &tgid, total, ns);
	word = now << 2 | AFTER_SYSCALL;
	bpf_map_update_elem(&slice, &zero, &word, BPF_ANY);
	return 0;
}
