/* SPDX-License-Identifier: (BSD-2-Clause OR GPL-2.0) */
/* The programs of examples/disk_monitor by hand. */
#include "bpf.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct usage {
	__u64 reads, writes, syncs, read_bytes, written_bytes, nanoseconds;
};

enum kind { READ, WRITE, SYNC };

HASH(usage, 10240, __u32, struct usage);
HASH(entered, 10240, __u32, __u64);
PERCPU_ARRAY(latencies, 64, __u64);

static __always_inline int enter(void)
{
	__u32 thread = bpf_get_current_pid_tgid();
	__u64 now = bpf_ktime_get_ns();

	bpf_map_update_elem(&entered, &thread, &now, BPF_ANY);
	return 0;
}

/* The bits of the number. */
static __always_inline __u32 bucket(__u64 ns)
{
	__u32 bits = 0;

	for (__u32 step = 32; step; step /= 2) {
		if (ns >> step) {
			ns >>= step;
			bits += step;
		}
	}
	return bits + (ns != 0);
}

static __always_inline void note(struct usage *to, enum kind kind, __u64 bytes, __u64 ns)
{
	if (kind == READ) {
		__sync_fetch_and_add(&to->reads, 1);
		__sync_fetch_and_add(&to->read_bytes, bytes);
	} else if (kind == WRITE) {
		__sync_fetch_and_add(&to->writes, 1);
		__sync_fetch_and_add(&to->written_bytes, bytes);
	} else {
		__sync_fetch_and_add(&to->syncs, 1);
	}
	__sync_fetch_and_add(&to->nanoseconds, ns);
}

static __always_inline int leave(enum kind kind, long result)
{
	__u64 pid_tgid = bpf_get_current_pid_tgid(), *began, *count, ns, bytes;
	__u32 thread = pid_tgid, pid = pid_tgid >> 32, at;
	struct usage first = {}, *known;

	began = bpf_map_lookup_elem(&entered, &thread);
	if (!began)
		return 0;
	ns = bpf_ktime_get_ns() - *began;
	bpf_map_delete_elem(&entered, &thread);
	at = bucket(ns);
	count = bpf_map_lookup_elem(&latencies, &at);
	if (count)
		++*count;
	bytes = result > 0 ? result : 0;
	known = bpf_map_lookup_elem(&usage, &pid);
	if (!known) {
		first.nanoseconds = ns;
		if (kind == READ) {
			first.reads = 1;
			first.read_bytes = bytes;
		} else if (kind == WRITE) {
			first.writes = 1;
			first.written_bytes = bytes;
		} else {
			first.syncs = 1;
		}
		if (bpf_map_update_elem(&usage, &pid, &first, BPF_NOEXIST) != -EEXIST)
			return 0;
		known = bpf_map_lookup_elem(&usage, &pid);
		if (!known)
			return 0;
	}
	note(known, kind, bytes, ns);
	return 0;
}

#define ENTER(function, call) \
	SEC("tracepoint/syscalls/sys_enter_" #call) \
	int function(void *ctx) \
	{ \
		return enter(); \
	}

#define LEAVE(function, call, kind) \
	SEC("tracepoint/syscalls/sys_exit_" #call) \
	int function(struct trace_event_raw_sys_exit *ctx) \
	{ \
		return leave(kind, ctx->ret); \
	}

ENTER(on_enter_read, read)
ENTER(on_enter_pread, pread64)
ENTER(on_enter_write, write)
ENTER(on_enter_pwrite, pwrite64)
ENTER(on_enter_fsync, fsync)
ENTER(on_enter_fdatasync, fdatasync)
LEAVE(on_exit_read, read, READ)
LEAVE(on_exit_pread, pread64, READ)
LEAVE(on_exit_write, write, WRITE)
LEAVE(on_exit_pwrite, pwrite64, WRITE)
LEAVE(on_exit_fsync, fsync, SYNC)
LEAVE(on_exit_fdatasync, fdatasync, SYNC)
