/* SPDX-License-Identifier: Apache-2.0 */
/* Declares a function of the kernel's with another parameter than it has. */
#include "refused.h"

extern __u32 tcp_reno_ssthresh(void *sk) __ksym;

SEC("xdp")
int calls(struct xdp_md *ctx)
{
	return tcp_reno_ssthresh(ctx);
}
