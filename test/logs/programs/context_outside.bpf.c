/* SPDX-License-Identifier: Apache-2.0 */
/* Reads behind the context. */
#include "refused.h"

SEC("xdp")
int outside(struct xdp_md *ctx)
{
	return ((__u32 *)ctx)[100];
}
