/* SPDX-License-Identifier: Apache-2.0 */
/*
 * {:outer, key} in the place of a map's name:
 *
 *	inner = lookup(&outer, key);
 *
 * is one of the kernel's maps, or none, in which nothing is: accesses to it test that themselves.
 */
#include "compiler/lower/lower_data.h"
#include "compiler/lower/lower_sequence.h"

static struct stored stored_key(struct lower *lower, const struct expression *call,
				const struct value *key)
{
	const struct map_definition *outer = typed_in(lower, call)->helper.outer;
	const struct memory_type *memory = outer->key_type;
	struct stored stored = { NULL, NULL, false };
	struct ir_value *value;

	if (memory->kind == MEMORY_INTEGER || memory->kind == MEMORY_SWAPPED)
		value = number_to_memory(lower, memory,
					 lower_integer(lower, call, call->helper.arguments[0], *key,
						       RAISES_PART, "the key of a map"));
	else
		value = value_to_memory(lower, key, memory, call->span.line);
	if (lower->block->is_closed || !value)
		return stored;
	if (memory_type_is_scalar(memory))
		stored.slot = slot_of(lower, value, memory->integer);
	else
		stored.data = value;
	return stored;
}

/* The pointer is to no memory of ours. */
static struct ir_value *find_inner(struct lower *lower, const struct map_definition *outer,
				   struct stored key)
{
	struct ir_value *inner = add_lookup(lower, outer, key, NULL);

	inner->name = "inner";
	inner->pointee = NULL;
	inner->memory = NULL;
	return inner;
}

bool lower_inner_map(struct lower *lower, const struct expression *call)
{
	const struct map_definition *outer = typed_in(lower, call)->helper.outer;
	struct stored key;
	struct value name;

	lower->inner = NULL;
	if (!outer)
		return true;
	name = lower_expression(lower, call->helper.arguments[0], USED);
	if (lower->block->is_closed)
		return false;
	key = stored_key(lower, call, &name.data[0][1]);
	if (!is_stored(key))
		return false;
	lower->inner = find_inner(lower, outer, key);
	return true;
}

/* The key is of the map's type from here on; what is under it, a loop looks up when it begins. */
struct value lower_entries(struct lower *lower, const struct expression *call,
			   const struct value *name)
{
	const struct type *type = &typed_in(lower, call)->type;
	const struct map_definition *outer = type->data->shape->map->outer;
	struct value *key = ARENA_NEW(lower->compile->arena, struct value);
	struct value given;
	struct ir_value *stored;

	if (!outer)
		return data_value(lower, type->data->shape, NULL);
	given = name->data[0][1];
	if (outer->key_type->kind == MEMORY_INTEGER) {
		stored = lower_integer(lower, call, call->sequence_call.arguments[0], given,
				       RAISES_PART, "the key of a map");
		if (lower->block->is_closed)
			return none_value();
		*key = integer_value(type->data->elements[0],
				     as_type(lower, stored, payload_type(type->data->elements)));
	} else {
		stored = value_to_memory(lower, &given, outer->key_type, call->span.line);
		if (lower->block->is_closed || !stored)
			return none_value();
		*key = from_memory(lower, outer->key_type, stored);
	}
	return data_value(lower, type->data->shape, key);
}

void find_inner_entries(struct lower *lower, struct sequence_value *sequence, int line)
{
	const struct map_definition *outer = sequence->whole.type.data->shape->map->outer;
	const struct memory_type *memory = outer ? outer->key_type : NULL;
	struct ir_value *around = lower->inner, *value;
	struct stored key = { NULL, NULL, false };

	if (!outer)
		return;
	lower->inner = NULL;
	value = memory->kind == MEMORY_INTEGER
			? sequence->whole.data[0][0].payload
			: value_to_memory(lower, &sequence->whole.data[0][0], memory, line);
	if (memory_type_is_scalar(memory))
		key.slot = slot_of(lower, value, memory->integer);
	else
		key.data = value;
	sequence->inner = find_inner(lower, outer, key);
	lower->inner = around;
}
