/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/table/packet.h"

static const struct tracepoint_field xdp_fields[] = {
	{ .name = "ingress_ifindex",
	  .member = "ingress_ifindex",
	  .kind = TRACEPOINT_INTEGER,
	  .offset = 12,
	  .size = 4,
	  .width = 4 },
	{ .name = "rx_queue_index",
	  .member = "rx_queue_index",
	  .kind = TRACEPOINT_INTEGER,
	  .offset = 16,
	  .size = 4,
	  .width = 4 },
};

const struct tracepoint_field *packet_fields(size_t *count)
{
	*count = sizeof(xdp_fields) / sizeof(xdp_fields[0]);
	return xdp_fields;
}
