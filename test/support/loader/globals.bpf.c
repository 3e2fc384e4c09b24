/* SPDX-License-Identifier: Apache-2.0 */
/* Variables of every kind, and maps of structs, as other compilers have them. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

enum level { LOW = 1, HIGH = 2 };

struct limits {
	__u32 low;
	__u64 high;
};

struct stat {
	__u64 count;
	__s16 last;
	__u8 kind[4];
};

const volatile __u32 threshold = 5;
const volatile __s64 lowest = -1;
const volatile enum level level = HIGH;
__u64 hits;
__s16 depth = -7;
__u8 mode = 3;
struct limits limits = { .low = 1, .high = 2 };
char large[9000];
static volatile __u32 own = 1;

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4);
	__type(key, __u32);
	__type(value, struct stat);
} stats SEC(".maps");

SEC("socket")
int run(struct __sk_buff *skb)
{
	struct stat stat = { .count = hits, .last = depth, .kind = { 1, 2, 3, mode } };
	__u32 key = threshold;

	__sync_fetch_and_add(&hits, threshold);
	depth -= 1;
	limits.low += own;
	large[threshold & 1023] = mode;
	bpf_map_update_elem(&stats, &key, &stat, BPF_ANY);
	return lowest < 0 && level == HIGH;
}

char _license[] SEC("license") = "GPL";
