/* SPDX-License-Identifier: Apache-2.0 */
/* Of a category of tracepoints that the kernel does not have. */
#include "refused.h"

SEC("tracepoint/honey/made")
int idle(void *ctx)
{
	return 0;
}
