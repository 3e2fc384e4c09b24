/* SPDX-License-Identifier: Apache-2.0 */
/* What is certain of binaries: of a segment's place in a pattern, and of equality. */
#ifndef HONEY_COMPILER_SEGMENT_H
#define HONEY_COMPILER_SEGMENT_H

#include "compiler/unit/integer_rules.h"
#include "compiler/syntax/syntax.h"
#include "compiler/unit/type.h"

struct place {
	bool is_known;	   /* how many bits it is from a byte's start */
	unsigned bit;	   /* that number, below 8, when known */
	bool is_fixed;	   /* how many bits it is from the binary's start */
	uint64_t offset;   /* that number, when fixed */
	bool is_whole;	   /* the binary, less the segments of sizes that are not constant */
	uint64_t constant; /* bits of the segments before whose sizes are */
};

/* The start of a binary of this type. */
struct place place_start(const struct type *type);
struct place place_after(struct place place, const struct segment *segment);
/* Whether from here to the binary's end there are whole bytes, for certain. */
bool place_leaves_bytes(const struct place *place);
/* The slice that a segment of kind BITS at that place is, of a binary of this type. */
struct type segment_slice(const struct segment *segment, const struct place *place,
			  const struct type *binary);

/*
 * Whether the pattern needs the string as a slice of its array: for sizes that the run tells, and
 * for parts that are no whole bytes. Else the string's NULs tell how long it is.
 */
bool pattern_needs_bytes(const struct pattern *pattern, const struct type *type);

/* Whether two binaries can be equal at all, and whether they must be. */
enum decision binary_equality(const struct type *left, const struct type *right);

#endif
