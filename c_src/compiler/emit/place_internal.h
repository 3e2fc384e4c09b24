/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of place share: a function, and what is known of its values so far. */
#ifndef HONEY_COMPILER_PLACE_INTERNAL_H
#define HONEY_COMPILER_PLACE_INTERNAL_H

#include "compiler/lower/ir.h"
#include "compiler/emit/place.h"

struct place {
	struct compile *compile;
	struct ir_function *function;
	enum thrift thrift;
	int position;
	int loop_start;		       /* position of the loop whose end was reached */
	int calls;		       /* so far */
	unsigned slot_bytes;	       /* of slots that are variables of their own */
	struct ir_value **values;      /* registers, from measure_function() on by first position */
	struct ir_statement **assigns; /* in order */
	struct ir_slot **slots;	       /* likewise, but those that are stored late */
	size_t value_count, assign_count, slot_count;
	size_t assign_capacity;
	bool has_callback; /* of a bpf_loop */
	bool has_changed;  /* what is asked for until nothing more changes */
};

/* place_live.c: the positions between which everything is needed */
typedef void place_step(struct place *place, struct ir_statement *statement);
void place_walk(struct place *place, const struct ir_block *block, place_step *step);
/* As if place() had not run before; and what the function has. */
void place_forget(struct place *place, struct ir_statement *statement);
void measure_function(struct place *place);

/* place_slot.c */
void store_constants_late(struct place *place, struct ir_statement *statement);
void share_variables(struct place *place);

/* place_value.c: numbers */
void pin_sums(struct place *place);
/* Nor may clang load all the parts of a sum before it adds the first two. */
void pin_sums_of_scratch(struct place *place);
void place_values(struct place *place);

/* place_data.c: records, arrays and texts */
void place_data(struct place *place);

#endif
