/* SPDX-License-Identifier: (BSD-2-Clause OR GPL-2.0) */
/* The program of examples/factorial by hand: a loop, as no C compiler would make recursion of it. */
#include "bpf.h"

#define MOST 20

char LICENSE[] SEC("license") = "GPL";

ARRAY(numbers, 1, __u64);
ARRAY(results, 1, __u64);

SEC("syscall")
int calculate(void *ctx)
{
	__u32 zero = 0;
	__u64 *n = bpf_map_lookup_elem(&numbers, &zero), result = 1;

	if (!n || *n > MOST)
		return 1;
	for (__u64 i = 2; i <= MOST && i <= *n; i++)
		result *= i;
	bpf_map_update_elem(&results, &zero, &result, BPF_ANY);
	return 0;
}
