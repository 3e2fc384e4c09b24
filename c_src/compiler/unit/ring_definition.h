/* SPDX-License-Identifier: Apache-2.0 */
/* Rings of records: the option `types`, the structs that those of events are. */
#ifndef HONEY_COMPILER_RING_DEFINITION_H
#define HONEY_COMPILER_RING_DEFINITION_H

#include "compiler/unit/unit.h"

/*
 * A record in a ring, as C would declare it. `type` is its place in `types`, from 0 on; the kernel
 * keeps records at multiples of 8 bytes.
 *
 *	struct { __u64 type; struct honey_Exec record; };
 */
#define RING_HEADER 8

bool map_is_ring(const struct map_definition *map);
/*
 * One with a buffer for each CPU, a perf event array: a record is put together in memory of the
 * program, which the kernel copies.
 */
bool ring_is_per_cpu(const struct map_definition *map);
/* A user ring buffer, whose records programs drain. */
bool map_is_drained(const struct map_definition *map);
/* That a record of one has room. */
void ring_check_record(struct compile *compile, const struct map_definition *map);
/* The option `types`; faults are diagnostics. */
void ring_types_read(struct compile *compile, struct unit *unit, struct map_definition *map,
		     const struct term *options);

/* `events`, where a record is put together in memory of the program; the map has its symbol. */
void ring_lay_out_events(struct compile *compile, struct map_definition *map);

/* The number of the type among those of the ring; -1 when it is none of them. */
int ring_type_number(const struct map_definition *map, const struct memory_type *type);
/* "`%Exec{}` or `%Exit{}`" */
const char *ring_types_text(struct compile *compile, const struct map_definition *map);

#endif
