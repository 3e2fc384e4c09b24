/* SPDX-License-Identifier: Apache-2.0 */
/*
 * User ring buffers: a process puts records there, which programs drain.
 *
 * The buffer is mapped at the first push, and until the object is closed. The kernel lets one producer
 * write at a time: within this process, that is whoever has the lock of the kernel's map, which several objects may
 * have, pinned or during an upgrade. A producer in another process is the user's to keep away.
 */
#ifndef HONEY_LOADER_USER_RING_H
#define HONEY_LOADER_USER_RING_H

#include "loader/map.h"

/* -ENOSPC when there is no room now, -E2BIG when there never is. */
int user_ring__push(struct map *map, const void *record, size_t size);
/* For the object, when nobody uses it any more. */
void user_ring__close_all(struct object *object);

#endif
