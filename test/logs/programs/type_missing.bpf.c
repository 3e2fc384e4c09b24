/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a struct that the kernel does not have. */
#include "refused.h"
#include <bpf/bpf_core_read.h>

struct honey_jar {
	int honey;
} __attribute__((preserve_access_index));

SEC("raw_tracepoint/sys_enter")
int reads(struct bpf_raw_tracepoint_args *ctx)
{
	struct honey_jar *jar = (void *)ctx->args[0];

	return BPF_CORE_READ(jar, honey);
}
