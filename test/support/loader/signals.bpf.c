/* SPDX-License-Identifier: Apache-2.0 */
/* One would signal whoever runs, if signal 0 were one. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("raw_tracepoint/sched_switch")
int signals(void *ctx)
{
	return bpf_send_signal(0);
}

SEC("raw_tracepoint/sched_switch")
int harmless(void *ctx)
{
	return 0;
}

char _license[] SEC("license") = "GPL";
