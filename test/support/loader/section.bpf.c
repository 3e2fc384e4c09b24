/* SPDX-License-Identifier: Apache-2.0 */
/* Two programs: the first of a section that is there, the second of the one that the test names. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("tracepoint/sched/sched_process_exec")
int first(void *ctx)
{
	return 0;
}

SEC(SECTION)
int second(void *ctx)
{
	return 0;
}

char _license[] SEC("license") = "GPL";
