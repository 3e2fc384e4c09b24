/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tuples, and numbers in the byte order of the network. A tuple is the registers of its elements
 * (shape.h), a number one register; in memory they are records that Elixir has no struct for:
 *
 *	struct honey_tuple_0 { __u32 element0; __u8 honey_gap_0[4]; __u64 element1; };
 *	struct honey_be16 { __u16 number; };
 *
 * so all that copies, compares and lays out records is for them, too. Only where memory becomes a
 * value, and a value memory, are they taken apart and put together.
 */
#ifndef HONEY_COMPILER_TUPLE_TYPE_H
#define HONEY_COMPILER_TUPLE_TYPE_H

#include "compiler/unit/memory_type.h"

struct record_field;

/* {:u32, :u64}, {:be, :u16}, {:lpm, :ipv4}; NULL after a diagnostic. */
const struct memory_type *tuple_type_read(struct type_reader *reader, const struct term *term);
const struct memory_type *swapped_type_read(struct type_reader *reader, const struct term *term);
const struct memory_type *prefix_type_read(struct type_reader *reader, const struct term *term);
/* "ipv4" or "ipv6" */
const struct memory_type *address_type(struct type_reader *reader, const char *name);

size_t tuple_type_count(const struct memory_type *type);
/* Where an element is. The length of a prefix is its last, and stands first in memory. */
const struct record_field *tuple_element(const struct memory_type *type, size_t n);
/* What a swapped number is in memory. */
const struct record_field *swapped_number(const struct memory_type *type);
/* Of a prefix: how many bits it can have. */
unsigned prefix_type_bits(const struct memory_type *type);
struct type tuple_type_values(struct compile *compile, struct atom_table *atoms,
			      const struct memory_type *memory);
/* "a tuple of 2 elements": for messages. */
const char *tuple_type_text(struct compile *compile, const struct memory_type *type);

#endif
