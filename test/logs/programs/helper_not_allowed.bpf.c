/* SPDX-License-Identifier: Apache-2.0 */
/* Calls a helper that this type of program does not have. */
#include "refused.h"

SEC("raw_tracepoint/sys_enter")
int redirects(void *ctx)
{
	return bpf_redirect(1, 0);
}
