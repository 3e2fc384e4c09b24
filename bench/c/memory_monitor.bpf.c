/* SPDX-License-Identifier: (BSD-2-Clause OR GPL-2.0) */
/* The programs of examples/memory_monitor by hand. */
#include "bpf.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct usage {
	__u64 mapped, unmapped, maps, unmaps, heap_end, heap_moves;
};

struct large {
	__u64 type;
	__u32 pid, gap;
	__u64 bytes;
	char name[16];
};

HASH(usage, 10240, __u32, struct usage);
RINGBUF(large_mappings, 65536);

const volatile __u64 large = 64 * 1024 * 1024;
__u64 lost;

/* The element of the key; NULL where `first` has been put, or there is no room for it. */
static __always_inline struct usage *usage_of(__u32 pid, const struct usage *first)
{
	struct usage *known = bpf_map_lookup_elem(&usage, &pid);

	if (known || bpf_map_update_elem(&usage, &pid, first, BPF_NOEXIST) != -EEXIST)
		return known;
	return bpf_map_lookup_elem(&usage, &pid);
}

SEC("tracepoint/syscalls/sys_enter_mmap")
int on_mmap(struct trace_event_raw_sys_enter *ctx)
{
	__u32 pid = bpf_get_current_pid_tgid() >> 32;
	__u64 bytes = ctx->args[1];
	struct usage first = { .mapped = bytes, .maps = 1 }, *known = usage_of(pid, &first);
	struct large *event;

	if (known) {
		__sync_fetch_and_add(&known->mapped, bytes);
		__sync_fetch_and_add(&known->maps, 1);
	}
	if (bytes < large)
		return 0;
	event = bpf_ringbuf_reserve(&large_mappings, sizeof(*event), 0);
	if (!event) {
		__sync_fetch_and_add(&lost, 1);
		return 0;
	}
	event->type = 0;
	event->pid = pid;
	event->gap = 0;
	event->bytes = bytes;
	bpf_get_current_comm(event->name, sizeof(event->name));
	bpf_ringbuf_submit(event, 0);
	return 0;
}

SEC("tracepoint/syscalls/sys_enter_munmap")
int on_munmap(struct trace_event_raw_sys_enter *ctx)
{
	__u32 pid = bpf_get_current_pid_tgid() >> 32;
	__u64 bytes = ctx->args[1];
	struct usage first = { .unmapped = bytes, .unmaps = 1 }, *known = usage_of(pid, &first);

	if (known) {
		__sync_fetch_and_add(&known->unmapped, bytes);
		__sync_fetch_and_add(&known->unmaps, 1);
	}
	return 0;
}

SEC("tracepoint/syscalls/sys_enter_brk")
int on_brk(struct trace_event_raw_sys_enter *ctx)
{
	__u64 heap_end = ctx->args[0];
	struct usage first = { .heap_end = heap_end, .heap_moves = 1 }, *known;

	if (!heap_end)
		return 0;
	known = usage_of(bpf_get_current_pid_tgid() >> 32, &first);
	if (known) {
		known->heap_end = heap_end;
		__sync_fetch_and_add(&known->heap_moves, 1);
	}
	return 0;
}
