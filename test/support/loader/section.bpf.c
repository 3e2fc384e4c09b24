/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two programs: the first of a section that is there, the second of the one that the test names.
 * With ONLY, the second alone, and a map.
 */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#ifdef ONLY
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} numbers SEC(".maps");
#else
SEC("tracepoint/sched/sched_process_exec")
int first(void *ctx)
{
	return 0;
}
#endif

SEC(SECTION)
int second(void *ctx)
{
	return 0;
}

char _license[] SEC("license") = "GPL";
