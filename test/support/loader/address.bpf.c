/* SPDX-License-Identifier: Apache-2.0 */
/* Stores an address of the kernel's where Elixir reads it: refused without CAP_PERFMON. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} numbers SEC(".maps");

SEC("socket")
int gives(struct __sk_buff *ctx)
{
	__u32 zero = 0;
	__u64 *number = bpf_map_lookup_elem(&numbers, &zero);

	if (number)
		*number = (__u64)ctx;
	return 0;
}

char _license[] SEC("license") = "GPL";
