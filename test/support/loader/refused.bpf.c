/* SPDX-License-Identifier: Apache-2.0 */
/* Reads what a lookup gave without asking whether it gave anything, after so many steps. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#ifndef STEPS
#define STEPS 1
#endif

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} numbers SEC(".maps");

SEC("tracepoint/sched/sched_process_exec")
int unchecked(void *ctx)
{
	__u64 sum = 0;
	__u32 zero = 0;

	for (int i = 0; i < STEPS; i++)
		asm volatile("%0 += %1" : "+r"(sum) : "r"((__u64)i));
	return sum + *(__u64 *)bpf_map_lookup_elem(&numbers, &zero);
}

char _license[] SEC("license") = "Dual BSD/GPL";
