/* SPDX-License-Identifier: Apache-2.0 */
/* The context of XDP programs: struct xdp_md. */
#ifndef HONEY_COMPILER_PACKET_H
#define HONEY_COMPILER_PACKET_H

#include "compiler/table/tracepoint.h"

/* Its fields, less those that are the packet itself. */
const struct tracepoint_field *packet_fields(size_t *count);

#endif
