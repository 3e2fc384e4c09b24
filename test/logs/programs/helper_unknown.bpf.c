/* SPDX-License-Identifier: Apache-2.0 */
/* Calls a helper that no kernel has. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int unknown(void *ctx)
{
	long (*helper)(void) = (void *)9999;

	return helper();
}
