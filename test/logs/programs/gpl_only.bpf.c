/* SPDX-License-Identifier: Apache-2.0 */
/* Calls what is for programs under the GPL. */
#define LICENSE "Proprietary"
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int closed(void *ctx)
{
	return bpf_probe_read_kernel(ctx, 0, ctx) + bpf_ktime_get_ns();
}
