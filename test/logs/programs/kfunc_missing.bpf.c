/* SPDX-License-Identifier: Apache-2.0 */
/* Calls a function of the kernel's that it does not have. */
#include "refused.h"

extern int bpf_honey(int number) __ksym;

SEC("xdp")
int calls(struct xdp_md *ctx)
{
	return bpf_honey(1);
}
