/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a packet without a look at where it ends. */
#include "refused.h"

SEC("xdp")
int unchecked(struct xdp_md *ctx)
{
	unsigned char *data = (unsigned char *)(long)ctx->data;

	return data[12] ? XDP_PASS : XDP_DROP;
}
