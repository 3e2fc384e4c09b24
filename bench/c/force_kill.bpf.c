/* SPDX-License-Identifier: (BSD-2-Clause OR GPL-2.0) */
/* The program of examples/force_kill by hand. */
#include "bpf.h"

#define SIGKILL 9

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct killer {
	__u64 count;
	int target;
	char name[16];
};

HASH(killers, 1024, __u32, struct killer);

static __always_inline void note(struct killer *killer, int target)
{
	__sync_fetch_and_add(&killer->count, 1);
	killer->target = target;
}

SEC("tracepoint/syscalls/sys_enter_kill")
int on_kill(struct trace_event_raw_sys_enter *ctx)
{
	struct killer first = { .count = 1 }, *known;
	__u32 pid;
	int target;

	if ((int)ctx->args[1] != SIGKILL)
		return 0;
	pid = bpf_get_current_pid_tgid() >> 32;
	target = ctx->args[0];
	known = bpf_map_lookup_elem(&killers, &pid);
	if (!known) {
		first.target = target;
		bpf_get_current_comm(first.name, sizeof(first.name));
		if (bpf_map_update_elem(&killers, &pid, &first, BPF_NOEXIST) != -EEXIST)
			return 0;
		known = bpf_map_lookup_elem(&killers, &pid);
		if (!known)
			return 0;
	}
	note(known, target);
	return 0;
}
