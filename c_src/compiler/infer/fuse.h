/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A lookup and then an update of the same key becomes one access, where that is sound.
 *
 *	v = lookup(m, k)
 *	if v != nil, do: update(m, k, v + d, :bpf_any), else: update(m, k, d, :bpf_any)
 *
 * or the same as a `case`, whose clauses may give v another name, becomes an atomic addition to the
 * value found; the else-arm puts only if the key is still absent, and adds where another CPU was
 * first. Sound means: the map is of integers of 4 or 8 bytes, evicts nothing, and no program of the object deletes from it or puts values over others
 * (such an element can be given to another key while we hold its address; in_place.c sees to the
 * latter); the update's flag is :bpf_any; nothing between lookup and update changes the map; sums wrap.
 */
#ifndef HONEY_COMPILER_FUSE_H
#define HONEY_COMPILER_FUSE_H

struct compile;
struct typed_unit;

void fuse(struct compile *compile, struct typed_unit *typed_unit);

#endif
