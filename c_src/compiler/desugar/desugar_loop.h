/* SPDX-License-Identifier: Apache-2.0 */
/* What `for` and the functions of Enum share: making a loop. */
#ifndef HONEY_COMPILER_DESUGAR_LOOP_H
#define HONEY_COMPILER_DESUGAR_LOOP_H

#include "compiler/desugar/desugar_internal.h"
#include "compiler/syntax/sequence.h"

struct making {
	struct loop *loop;
	struct span span;
};

struct making begin_loop(struct desugar *desugar, const struct source *source, struct span span);
void add_state(struct desugar *desugar, struct making *making, struct expression *initial);
/* What is made between this and end_loop() runs in each turn. */
void begin_body(struct desugar *desugar, struct making *making);
struct expression *end_loop(struct desugar *desugar, struct making *making, struct expression *body,
			    struct expression *otherwise);
struct expression *state_of(struct desugar *desugar, const struct making *making);
struct expression *element_of(struct desugar *desugar, const struct making *making);
struct expression *next_turn(struct desugar *desugar, const struct making *making,
			     struct expression *state);
/* The value of a comprehension, of which the kernel keeps nothing: none can be read from it. */
struct expression *list_value(struct desugar *desugar, struct span span);

/* desugar_source.c */
struct expression *new_sequence_call(struct desugar *desugar, enum sequence_function_kind kind,
				     struct expression **arguments, struct span span);

/*
 * Lists that are kept, of a literal list or a small range: how many items; 0 for others. Each has
 * its own copy of the body, for an element that is known. Those of other sources are kept as
 * loop->kept says.
 */
size_t kept_count(const struct source *source);

struct keeping {
	struct expression *list;  /* the caller fills it */
	struct expression *bound; /* blocks of bindings; NULL for none */
	struct variable **items;  /* of a literal list, else NULL */
	int64_t first, step;	  /* of a range */
	struct span span;
};

struct keeping begin_kept(struct desugar *desugar, const struct source *source, struct span span);
/* The n-th of what the loop would go over. */
struct expression *kept_element(struct desugar *desugar, const struct keeping *keeping, size_t n);
struct expression *end_kept(struct desugar *desugar, const struct keeping *keeping);

#endif
