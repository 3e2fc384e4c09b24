/* SPDX-License-Identifier: Apache-2.0 */
/* A map of a type that came with Linux 6.9. */
#include "refused.h"

struct {
	__uint(type, 33);
	__uint(map_flags, 1 << 10);
	__uint(max_entries, 1);
} arena SEC(".maps");

SEC("raw_tracepoint/sys_enter")
int idle(void *ctx)
{
	return (long)&arena;
}
