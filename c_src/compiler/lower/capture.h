/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A loop by bpf_loop is a function of its own in C, and so is a piece of a large function. What
 * they take from the function around them, and what they set there, goes through a struct; capture
 * finds out what that is.
 */
#ifndef HONEY_COMPILER_CAPTURE_H
#define HONEY_COMPILER_CAPTURE_H

#include "base/index.h"
#include "compiler/lower/ir.h"

struct compile;

struct captured {
	struct ir_value *value;
	bool is_set; /* in some turn */
};

struct ir_capture {
	struct captured *values;
	size_t value_count;
	struct ir_slot **slots; /* stored outside: the callback has its own */
	size_t slot_count;
	struct index taken; /* places in `values`, counted from 1, by the value; and the slots */
	int *exits;	    /* the labels of blocks around the loop that turns leave */
	size_t exit_count;
	bool takes_context;
	bool can_raise;
};

void capture(struct compile *compile, struct ir_unit *unit);
const struct captured *captured_value(const struct ir_capture *capture,
				      const struct ir_value *value);
bool captured_exit(const struct ir_capture *capture, int label);

#endif
