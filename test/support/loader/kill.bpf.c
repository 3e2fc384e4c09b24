/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Counts `kill(pid, 0)`, where pid is the number in `wanted`: an event that a
 * test can cause, and nobody else does.
 */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct enter {
	__u64 common;
	__u64 number;
	__u64 pid;
	__u64 signal;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} wanted SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16);
	__type(key, __u32);
	__type(value, __u64);
} seen SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} entered SEC(".maps");

static int is_wanted(__u64 pid)
{
	__u32 zero = 0;
	__u64 *value = bpf_map_lookup_elem(&wanted, &zero);

	return value && *value && *value == pid;
}

SEC("tracepoint/syscalls/sys_enter_kill")
int on_kill(struct enter *ctx)
{
	__u32 pid = ctx->pid, zero = 0;
	__u64 one = 1, *count;

	if (ctx->signal || !is_wanted(pid))
		return 0;
	count = bpf_map_lookup_elem(&seen, &pid);
	if (count)
		__sync_fetch_and_add(count, 1);
	else
		bpf_map_update_elem(&seen, &pid, &one, BPF_NOEXIST);
	count = bpf_map_lookup_elem(&entered, &zero);
	if (count)
		++*count;
	return 0;
}

SEC("tracepoint/sched/sched_process_exec")
int on_exec(void *ctx)
{
	return 0;
}

char _license[] SEC("license") = "Dual BSD/GPL";
