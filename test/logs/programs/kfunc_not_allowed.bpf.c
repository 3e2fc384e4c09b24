/* SPDX-License-Identifier: Apache-2.0 */
/* Calls a function of the kernel's that is not for this type of program. */
#include "refused.h"

struct sock {
	int any;
};

extern __u32 tcp_reno_ssthresh(struct sock *sk) __ksym;

SEC("xdp")
int calls(struct xdp_md *ctx)
{
	return tcp_reno_ssthresh((void *)ctx);
}
