/* SPDX-License-Identifier: Apache-2.0 */
/* A ring with the counters of lost records as Honey's compiler makes them. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} events SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} array SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
	__type(key, __u32);
	__type(value, __u32);
} buffers SEC(".maps");

__u64 honey_lost[3];

struct event {
	__u64 type;
	__u64 number;
};

static void emit(__u64 number, int is_discarded)
{
	struct event *event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);

	if (!event) {
		__sync_fetch_and_add(&honey_lost[2], 1);
		return;
	}
	event->type = 1;
	event->number = number;
	if (is_discarded)
		bpf_ringbuf_discard(event, 0);
	else
		bpf_ringbuf_submit(event, 0);
}

SEC("syscall")
int two(void *ctx)
{
	emit(1, 0);
	emit(2, 1);
	emit(3, 0);
	return 0;
}

/* 24 bytes each: 170 fit. */
SEC("syscall")
int fill(void *ctx)
{
	for (int i = 0; i < 200; i++)
		emit(i, 0);
	return 0;
}

SEC("raw_tracepoint/sched_switch")
int three(void *ctx)
{
	for (int i = 1; i <= 3; i++) {
		struct event event = { 1, i };

		bpf_perf_event_output(ctx, &buffers, BPF_F_CURRENT_CPU, &event, sizeof(event));
	}
	return 0;
}

char _license[] SEC("license") = "Dual BSD/GPL";
