/* SPDX-License-Identifier: Apache-2.0 */
/* Of a raw tracepoint that the kernel does not have. */
#include "refused.h"

SEC("raw_tracepoint/sched_swich")
int idle(void *ctx)
{
	return 0;
}
