/* SPDX-License-Identifier: (BSD-2-Clause OR GPL-2.0) */
/*
 * The events of examples/exec_events, by hand: the same ring, the same records in it, the same
 * counters of those that find no room.
 */
#include "bpf.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct exec {
	__u32 pid;
	__u32 uid;
	char comm[16];
};

struct exit {
	__u32 pid;
	__u32 gap;
	__u64 lived;
	char comm[16];
};

enum { TYPE_EXEC, TYPE_EXIT, TYPES };

struct exec_event {
	__u64 type;
	struct exec record;
};

struct exit_event {
	__u64 type;
	struct exit record;
};

RINGBUF(events, 256 * 1024);
HASH(started, 32768, __u32, __u64);

__u64 lost[TYPES];

SEC("tracepoint/sched/sched_process_exec")
int on_exec(struct trace_event_raw_sched_process_exec *ctx)
{
	__u32 pid = ctx->pid;
	__u64 now = bpf_ktime_get_ns();
	struct exec_event *event;

	bpf_map_update_elem(&started, &pid, &now, BPF_ANY);
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event) {
		__sync_fetch_and_add(&lost[TYPE_EXEC], 1);
		return 0;
	}
	event->type = TYPE_EXEC;
	event->record.pid = pid;
	event->record.uid = (__u32)bpf_get_current_uid_gid();
	bpf_get_current_comm(event->record.comm, sizeof(event->record.comm));
	bpf_ringbuf_submit(event, 0);
	return 0;
}

SEC("tracepoint/sched/sched_process_exit")
int on_exit(void *ctx)
{
	__u64 ids = bpf_get_current_pid_tgid();
	__u32 pid = ids >> 32;
	struct exit_event *event;
	__u64 *began, lived = 0;

	if (pid != (__u32)ids)
		return 0;
	began = bpf_map_lookup_elem(&started, &pid);
	if (began) {
		lived = bpf_ktime_get_ns() - *began;
		bpf_map_delete_elem(&started, &pid);
	}
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event) {
		__sync_fetch_and_add(&lost[TYPE_EXIT], 1);
		return 0;
	}
	event->type = TYPE_EXIT;
	event->record.pid = pid;
	event->record.gap = 0;
	event->record.lived = lived;
	bpf_get_current_comm(event->record.comm, sizeof(event->record.comm));
	bpf_ringbuf_submit(event, 0);
	return 0;
}
