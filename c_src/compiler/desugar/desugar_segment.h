/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns and constructions have in common: how their segments are written. */
#ifndef HONEY_COMPILER_DESUGAR_SEGMENT_H
#define HONEY_COMPILER_DESUGAR_SEGMENT_H

#include "compiler/desugar/desugar_internal.h"

/* No packet is longer; a longer pattern is a slip of the pen, and must not overflow sums. */
#define MOST_BITS (0xffff * 8)

struct specifiers {
	const char *type; /* "integer", "binary", "float", "utf8", ... */
	const struct term *size;
	uint64_t unit; /* 0: not given */
	bool is_signed, is_little;
};

void read_specifiers(const struct term *term, struct specifiers *specifiers);
/* binary, bitstring */
bool specifies_bits(const struct specifiers *specifiers);
/* Of a type that the kernel has not. */
void refuse_segment(struct desugar *desugar, const struct specifiers *specifiers, struct span span);
void refuse_long_binary(struct desugar *desugar, struct span span);
/* The segment's kind is known; sets its size. */
void read_segment_size(struct desugar *desugar, const struct specifiers *specifiers,
		       struct segment *segment);
/* Of known bytes. */
void text_segment(struct segment *segment, const struct term *text);

#endif
