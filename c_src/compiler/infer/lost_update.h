/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Says where a value is put that is computed of what was there, and another CPU that does so at the same
 * time may undo it: what pass fuse has not made one access.
 */
#ifndef HONEY_COMPILER_LOST_UPDATE_H
#define HONEY_COMPILER_LOST_UPDATE_H

struct compile;
struct typed_unit;

void tell_lost_updates(struct compile *compile, struct typed_unit *typed_unit);

#endif
