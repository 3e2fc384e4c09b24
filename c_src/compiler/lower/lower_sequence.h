/* SPDX-License-Identifier: Apache-2.0 */
/* What a loop, or a function of sequences, goes over, as values. */
#ifndef HONEY_COMPILER_LOWER_SEQUENCE_H
#define HONEY_COMPILER_LOWER_SEQUENCE_H

#include "compiler/lower/lower_internal.h"
#include "compiler/syntax/sequence.h"

struct sequence_value {
	enum sequence_kind kind;
	struct value whole;		/* a list, an array, a binary */
	uint64_t chunk;			/* bits of a binary's pieces */
	size_t count;			/* of its elements */
	struct value first, last, step; /* of a range */
	bool is_auto;			/* `step` is not there: 1 or -1, as the bounds ask */
	wide known_step;		/* 0: unknown; `direction` has it from range_turns() on */
	struct ir_value *direction;
	struct ir_value *key, *value; /* of the turn's entry */
	struct ir_value *inner;	      /* the map that is under a key of another one, or none */
};

/* Evaluates the operand; false when that only ever raises. */
bool lower_sequence(struct lower *lower, const struct expression *operand,
		    struct sequence_value *sequence);
struct sequence_value sequence_of(struct value value);
/* How many turns it takes to go over it; `most` and one for all that are more than `most`. */
struct ir_value *sequence_turns(struct lower *lower, struct sequence_value *sequence,
				uint64_t most);
/* The element of a turn that there is, as a value of the type. */
struct value sequence_element(struct lower *lower, const struct sequence_value *sequence,
			      struct ir_value *turn, const struct type *type);
/* {:outer, key}: what stream/1 gives; then, before a loop, the map that is there. */
struct value lower_entries(struct lower *lower, const struct expression *call,
			   const struct value *name);
void find_inner_entries(struct lower *lower, struct sequence_value *sequence, int line);
/* Reads the entry that the turn of the loop has come to; at the body's beginning. */
void read_entry(struct lower *lower, struct ir_loop *loop, struct sequence_value *sequence);
/* The n-th element, of those that are values each. */
struct value sequence_item(struct lower *lower, const struct sequence_value *sequence, size_t n);

/* lower_range.c */
bool lower_range_parts(struct lower *lower, const struct expression *range,
		       struct sequence_value *sequence);
/* first..last, first..last//step */
struct value lower_range(struct lower *lower, const struct expression *range);
struct ir_value *range_turns(struct lower *lower, struct sequence_value *range, uint64_t most);
struct value range_element(struct lower *lower, const struct sequence_value *range,
			   struct ir_value *turn, const struct type *type);
/* Whether it has elements, and how many after the first: a number of 64 bits for all. */
struct range_span {
	struct ir_value *has_any, *others;
};
struct range_span range_span(struct lower *lower, const struct sequence_value *range);
/* Whether an integer is one of its elements. */
struct ir_value *range_has(struct lower *lower, const struct sequence_value *range,
			   const struct value *integer);

/* lower_record.c */
struct ir_value *choose_element(struct lower *lower, struct ir_value *array,
				struct ir_value *index);
/* As a comparison reads it, which raises nothing. */
struct value compared_element(struct lower *lower, struct ir_value *array, unsigned index);
struct value known_element(struct lower *lower, struct ir_value *array, wide index);

#endif
