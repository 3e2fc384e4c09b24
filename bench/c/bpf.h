/* SPDX-License-Identifier: (BSD-2-Clause OR GPL-2.0) */
/*
 * What the hand-written programs need of the kernel: helpers, map types and
 * the tracepoint contexts, each with the fields that are read and no
 * more. preserve_access_index lets libbpf find the true offsets at load, so
 * there is no vmlinux.h to parse, and compile times compare with Honey's.
 */
#ifndef HONEY_BENCH_BPF_H
#define HONEY_BENCH_BPF_H

typedef unsigned short __u16;
typedef unsigned int __u32;
typedef long long __s64;
typedef unsigned long long __u64;

#define SEC(name) __attribute__((section(name), used))
#define __always_inline inline __attribute__((always_inline))
#define __uint(name, value) int(*name)[value]
#define __type(name, value) typeof(value) *name

enum {
	BPF_MAP_TYPE_HASH = 1,
	BPF_MAP_TYPE_ARRAY = 2,
	BPF_MAP_TYPE_PERCPU_ARRAY = 6,
	BPF_MAP_TYPE_RINGBUF = 27,
};

#define MAP(name_, type_, entries_, key_, value_) \
	struct { \
		__uint(type, type_); \
		__uint(max_entries, entries_); \
		__type(key, key_); \
		__type(value, value_); \
	} name_ SEC(".maps")

#define HASH(name, entries, key, value) MAP(name, BPF_MAP_TYPE_HASH, entries, key, value)
#define ARRAY(name, entries, value) MAP(name, BPF_MAP_TYPE_ARRAY, entries, __u32, value)
#define PERCPU_ARRAY(name, entries, value) \
	MAP(name, BPF_MAP_TYPE_PERCPU_ARRAY, entries, __u32, value)

#define RINGBUF(name_, bytes_) \
	struct { \
		__uint(type, BPF_MAP_TYPE_RINGBUF); \
		__uint(max_entries, bytes_); \
	} name_ SEC(".maps")

enum {
	BPF_ANY = 0,
	BPF_NOEXIST = 1,
};

#define EEXIST 17

static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
static long (*bpf_map_update_elem)(void *map, const void *key, const void *value,
				   __u64 flags) = (void *)2;
static long (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
static __u32 (*bpf_get_smp_processor_id)(void) = (void *)8;
static __u64 (*bpf_get_current_pid_tgid)(void) = (void *)14;
static __u64 (*bpf_get_current_uid_gid)(void) = (void *)15;
static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
static long (*bpf_probe_read_user)(void *to, __u32 size, const void *from) = (void *)112;
static void *(*bpf_ringbuf_reserve)(void *ring, __u64 size, __u64 flags) = (void *)131;
static void (*bpf_ringbuf_submit)(void *record, __u64 flags) = (void *)132;

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)
struct trace_event_raw_sched_switch {
	int prev_pid;
	long prev_state;
	int next_pid;
};

struct trace_event_raw_sched_wakeup_template {
	int target_cpu;
};

struct trace_event_raw_sched_process_exec {
	int pid;
};

struct trace_event_raw_sys_enter {
	long id;
	unsigned long args[6];
};

struct trace_event_raw_sys_exit {
	long id;
	long ret;
};
#pragma clang attribute pop

/*
 * Adds to the number under a key, which may be missing: nothing is lost when
 * two CPUs add, or are both the first to add, at once. `total` is what a lookup
 * of the key gave.
 */
static __always_inline void add_to(void *totals, const __u32 *key, __u64 *total, __u64 amount)
{
	if (!total) {
		if (bpf_map_update_elem(totals, key, &amount, BPF_NOEXIST) != -EEXIST)
			return;
		total = bpf_map_lookup_elem(totals, key);
		if (!total)
			return;
	}
	__sync_fetch_and_add(total, amount);
}

static __always_inline void add(void *totals, const __u32 *key, __u64 amount)
{
	add_to(totals, key, bpf_map_lookup_elem(totals, key), amount);
}

#endif
