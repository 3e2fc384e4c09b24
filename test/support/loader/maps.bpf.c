/* SPDX-License-Identifier: Apache-2.0 */
/* A map of each kind, and of each type of keys and values. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct pair {
	__u32 left;
	__u32 right;
};

#define MAP(name, kind, entries, key_type, value_type) \
	struct { \
		__uint(type, BPF_MAP_TYPE_##kind); \
		__uint(max_entries, entries); \
		__type(key, key_type); \
		__type(value, value_type); \
	} name SEC(".maps")

MAP(hash, HASH, 4, __u32, __u64);
MAP(large, HASH, 20000, __u32, __u64);
MAP(array, ARRAY, 10, __u32, __u64);
MAP(cpu_hash, PERCPU_HASH, 4, __u32, __u32);
MAP(cpu_array, PERCPU_ARRAY, 4, __u32, __s16);
MAP(lru, LRU_HASH, 64, __u32, __u64);
MAP(pairs, HASH, 4, struct pair, struct pair);

MAP(u8, HASH, 8, __u8, __u8);
MAP(u16, HASH, 8, __u16, __u16);
MAP(u32, HASH, 8, __u32, __u32);
MAP(u64, HASH, 8, __u64, __u64);
MAP(s8, HASH, 8, __s8, __s8);
MAP(s16, HASH, 8, __s16, __s16);
MAP(s32, HASH, 8, __s32, __s32);
MAP(s64, HASH, 8, __s64, __s64);
