/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a map's value at a place that nobody has compared with its size. */
#include "refused.h"

struct row {
	__u64 at[8];
};

MAP(rows, ARRAY, 1, __u32, struct row);

SEC("raw_tracepoint/sys_enter")
int unbounded(struct bpf_raw_tracepoint_args *ctx)
{
	__u32 zero = 0;
	__u64 i = ctx->args[1];
	struct row *row = bpf_map_lookup_elem(&rows, &zero);

	if (!row)
		return 0;
	return row->at[i];
}
