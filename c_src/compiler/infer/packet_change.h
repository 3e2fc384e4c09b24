/* SPDX-License-Identifier: Apache-2.0 */
#ifndef HONEY_COMPILER_PACKET_CHANGE_H
#define HONEY_COMPILER_PACKET_CHANGE_H

#include "compiler/infer/infer.h"

/* Parts of the packet that are read after it was changed are diagnostics. */
void check_packet_changes(struct compile *compile, const struct typed_unit *typed_unit);

#endif
