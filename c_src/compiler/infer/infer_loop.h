/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of inferring loops share: what they go over, and how many turns they take. */
#ifndef HONEY_COMPILER_INFER_LOOP_H
#define HONEY_COMPILER_INFER_LOOP_H

#include "compiler/infer/infer_internal.h"
#include "compiler/unit/memory_type.h"
#include "compiler/syntax/sequence.h"

/* infer_turns.c */
struct cost cost_since(const struct infer *infer, struct cost before);
/* `asked`: the most turns that the source leaves possible; `least`: what is certain. */
void choose_way(struct infer *infer, struct span span, struct typed_loop *typed, wide asked,
		wide least, unsigned limit, const struct cost *cost);
/* All turns, where the verifier walks them; of a callback it sees two or three. */
void add_cost(struct infer *infer, const struct typed_loop *typed, const struct cost *cost);

/* Whether what a turn finds out about numbers would give later turns too many ways. */
bool forgets_between_turns(const struct typed_loop *typed, const struct cost *cost);

/* infer_range.c */
struct bounds {
	struct type first, last;
	struct range step;
	bool is_auto; /* the step is 1 or -1, as the bounds ask: never empty */
};
/* first..last, first..last//step */
struct type infer_range(struct infer *infer, const struct expression *range);
struct bounds bounds_of(const struct type *range, const struct expression *expression);
wide most_elements(const struct bounds *bounds);
wide least_elements(const struct bounds *bounds);
struct type range_element_type(struct infer *infer, const struct bounds *bounds);

/* infer_sequence.c */
struct sequence {
	enum sequence_kind kind;
	struct type element; /* any of them */
	wide most, least;    /* how many there are */
	struct bounds bounds;
	const struct type *items;	  /* of a list */
	const struct memory_type *memory; /* of an array: the element's */
	uint64_t choices;		  /* among which an element is found */
	const struct map_definition *map; /* of entries */
};
/* What an expression of this type is, for one who goes over it; false after a diagnostic. */
bool infer_sequence(struct infer *infer, const struct expression *whole,
		    const struct expression *operand, const struct type *type,
		    struct sequence *sequence);
/* Whether its items can be values each; their types. */
bool has_items(const struct sequence *sequence);
struct type item_of(const struct sequence *sequence, size_t n);
struct type list_type(struct infer *infer, size_t count, struct type *items);

/* infer_sequence_call.c: {first, second} */
struct type pair_of(struct infer *infer, struct type first, struct type second);

/* infer_entries.c */
/* Honey.KernelMap.stream(name), drain(name) */
struct type infer_entries(struct infer *infer, const struct expression *call,
			  const struct type *name);
void read_entries(struct infer *infer, const struct map_definition *map, struct sequence *sequence);
bool refuse_entries(struct infer *infer, const struct expression *whole,
		    const struct expression *operand);
/* A loop over entries ends with the map. */
void choose_callback(struct infer *infer, struct span span, struct typed_loop *typed,
		     unsigned limit);

#endif
