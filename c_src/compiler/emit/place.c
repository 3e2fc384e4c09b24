/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/emit/place_internal.h"

/* Slots of a function that are nothing to care about, in bytes. */
#define ROOM 128

/* Lookups of a function whose states the verifier can tell apart, all of them at a time. */
#define CROWD 8

/* The most that the kernel allocates for each CPU at once is 32 KiB. */
#define SCRATCH_LIMIT (32 * 1024 - 64)

static void place_function(struct compile *compile, struct ir_function *function,
			   enum thrift thrift)
{
	struct place place = { .compile = compile, .function = function, .thrift = thrift };
	bool is_thrifty;

	function->needs_scratch = false;
	function->lookups = 0;
	function->in_scratch_count = 0;
	function->area_count = 0;
	function->slot_variable_count = 0;
	place_walk(&place, function->body, place_forget);
	function->is_crowded = function->lookups > CROWD;
	is_thrifty = (thrift != THRIFT_NONE || place.slot_bytes > ROOM || function->has_pieces) &&
		     !place.has_callback;
	if (is_thrifty)
		place_walk(&place, function->body, store_constants_late);
	measure_function(&place);
	if (is_thrifty)
		share_variables(&place);
	if (is_thrifty)
		pin_sums(&place);
	place_values(&place);
	place_data(&place);
	pin_sums_of_scratch(&place);
}

static unsigned scratch_size(const struct ir_function *function)
{
	unsigned size = 8 * (unsigned)function->in_scratch_count;

	for (int i = 0; i < function->area_count; i++)
		size += function->areas[i].size;
	return size;
}

static void put_callee_behind(struct place *place, struct ir_statement *statement)
{
	const struct ir_function *caller = place->function;
	unsigned end = caller->scratch_offset + scratch_size(caller);

	if (statement->kind == IR_CALL && statement->call.callee->scratch_offset < end)
		statement->call.callee->scratch_offset = end;
}

static void add_callee(struct place *place, struct ir_statement *statement)
{
	struct ir_function *caller = place->function;
	const struct ir_function *callee = statement->call.callee;

	if (statement->kind != IR_CALL)
		return;
	if (callee->is_inlined && callee->scratch_end > caller->scratch_end)
		caller->scratch_end = callee->scratch_end;
	if (callee->scratch_last > caller->scratch_last)
		caller->scratch_last = callee->scratch_last;
}

/* What people are told; callees stand before their callers. */
static void sum_up(struct ir_unit *unit)
{
	for (struct ir_function *f = unit->functions; f; f = f->next) {
		struct place place = { .function = f };

		f->scratch_end = scratch_size(f) ? f->scratch_offset + scratch_size(f) : 0;
		f->scratch_last = f->scratch_end;
		place_walk(&place, f->body, add_callee);
	}
}

static void too_large(struct compile *compile, const struct ir_function *function, unsigned size)
{
	struct diagnostic *diagnostic;

	compile->diagnostics.origin = function->instance->function->origin;
	diagnostic = error_at(&compile->diagnostics, function->instance->function->span,
			      CODE_STACK_LIMIT,
			      "the values that live at a time take %u bytes, and %d can be had",
			      size, SCRATCH_LIMIT);
	diagnostic_hint(&compile->diagnostics, diagnostic,
			"keep fewer values for later, or put them into a map");
}

/*
 * As on a stack: what a function calls has its part of scratch memory behind the function's own,
 * and what does not call each other has the same memory.
 */
static void lay_out(struct compile *compile, struct ir_unit *unit)
{
	struct ir_function **functions;
	size_t count = 0;

	for (struct ir_function *f = unit->functions; f; f = f->next) {
		f->scratch_offset = 0;
		count++;
	}
	functions = ARENA_ARRAY(compile->arena, struct ir_function *, count);
	count = 0;
	for (struct ir_function *f = unit->functions; f; f = f->next)
		functions[count++] = f;
	while (count--) {
		struct place place = { .function = functions[count] };
		unsigned end = functions[count]->scratch_offset + scratch_size(functions[count]);

		if (end > SCRATCH_LIMIT) {
			too_large(compile, functions[count], end);
			return;
		}
		place_walk(&place, functions[count]->body, put_callee_behind);
	}
	sum_up(unit);
}

static int busy_site(struct compile *compile, struct ir_unit *unit,
		     const struct ir_function *function, const char *message)
{
	return ir_add_site(compile->arena, unit,
			   (struct raise_site){ .kind = RAISE_BUSY,
						.function = function->instance->function,
						.line = function->instance->function->span.line,
						.message = message });
}

static void add_sites(struct compile *compile, struct ir_unit *unit)
{
	for (struct ir_function *f = unit->functions; f; f = f->next) {
		if (!f->needs_scratch)
			continue;
		if (f->is_program && f->busy_site < 0)
			f->busy_site = busy_site(compile, unit, f,
						 "all scratch memory of the program was in use");
		if (f->makes_tail_call && f->lost_site < 0)
			f->lost_site = busy_site(compile, unit, f,
						 "the scratch memory of the program was used "
						 "during a tail call that found no program");
	}
}

/* What has a tail call gives back the scratch memory of the program that it is in. */
static void share_need(struct place *place, struct ir_statement *statement)
{
	struct ir_function *caller = place->function, *callee = statement->call.callee;

	if (statement->kind != IR_CALL || !callee->has_tail_call ||
	    caller->needs_scratch == callee->needs_scratch)
		return;
	caller->needs_scratch = callee->needs_scratch = true;
	place->has_changed = true;
}

static void share_needs(struct ir_unit *unit)
{
	bool has_changed;

	do {
		has_changed = false;
		for (struct ir_function *f = unit->functions; f; f = f->next) {
			struct place place = { .function = f };

			if (f->has_tail_call)
				place_walk(&place, f->body, share_need);
			has_changed |= place.has_changed;
		}
	} while (has_changed);
}

void place(struct compile *compile, struct ir_unit *unit, enum thrift thrift)
{
	for (struct ir_function *f = unit->functions; f; f = f->next)
		place_function(compile, f, thrift);
	share_needs(unit);
	add_sites(compile, unit);
	lay_out(compile, unit);
}
