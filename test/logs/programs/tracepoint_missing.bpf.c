/* SPDX-License-Identifier: Apache-2.0 */
/* Of a tracepoint that the kernel does not have. */
#include "refused.h"

SEC("tracepoint/sched/sched_swich")
int idle(void *ctx)
{
	return 0;
}
