/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records, arrays and texts in scratch memory: those of one type that are not needed at the same
 * time share an area of it.
 */
#include "compiler/unit/memory_type.h"
#include "compiler/emit/place_internal.h"

/* Of a value on the stack, in bytes. */
static const unsigned most_bytes[] = {
	[THRIFT_NONE] = MOST_ON_STACK,
	[THRIFT_SOME] = MOST_ON_STACK / 2,
	[THRIFT_MUCH] = 0,
	[THRIFT_MOST] = 0,
};

/* What is a name for a part of another has no memory of its own. */
static bool must_leave(const struct place *place, const struct ir_value *value)
{
	return ir_is_memory(value) && !value->stays && !value->part &&
	       ir_bytes_of(value) > most_bytes[place->thrift] &&
	       (value->uses || ir_bytes_of(value) > MOST_ON_STACK);
}

static bool has_type(const struct scratch_area *area, const struct ir_value *value)
{
	if (value->type == IR_TEXT)
		return !area->memory && area->size == ir_in_words(value->size);
	return area->memory && memory_type_equal(area->memory, value->memory);
}

static int free_area(struct ir_function *function, const struct ir_value *value)
{
	struct scratch_area *area;

	for (int i = 0; i < function->area_count; i++) {
		area = &function->areas[i];
		if (area->last < value->first && has_type(area, value))
			return i;
	}
	area = &function->areas[function->area_count];
	area->memory = value->type == IR_TEXT ? NULL : value->memory;
	area->size = ir_in_words(ir_bytes_of(value));
	return function->area_count++;
}

/* In words at least, as clang copies it: where less is known, a copy that is a variable costs less. */
static bool is_read_in_place(const struct ir_function *function, const struct ir_value *value)
{
	return function->is_inlined && !value->is_captured && value->memory->alignment >= 4;
}

/*
 * A parameter stays where its caller has it: neither changes it while the function runs. Of a small one
 * a function that is not inlined has a copy.
 */
static void borrow_parameters(struct place *place)
{
	const struct ir_function *function = place->function;

	for (size_t i = 0; i < function->parameter_count; i++) {
		struct ir_value *value = function->parameters[i];

		value->is_borrowed = value->type == IR_MEMORY &&
				     (ir_bytes_of(value) > most_bytes[place->thrift] ||
				      is_read_in_place(function, value));
	}
}

void place_data(struct place *place)
{
	struct ir_function *function = place->function;

	borrow_parameters(place);
	function->areas =
		ARENA_ARRAY(place->compile->arena, struct scratch_area, place->value_count);
	for (size_t i = 0; i < place->value_count; i++) {
		struct ir_value *value = place->values[i];

		if (!must_leave(place, value))
			continue;
		value->is_in_scratch = true;
		value->area = free_area(function, value);
		function->areas[value->area].last = value->last;
		function->needs_scratch = true;
	}
}
