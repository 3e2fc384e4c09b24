/* SPDX-License-Identifier: Apache-2.0 */
/*
 * {:outer, key} in the place of a map's name:
 *
 *	inner = lookup(&outer, key);
 *
 * is one of the kernel's maps, or none, in which nothing is: accesses to it test that themselves.
 */
#include "compiler/lower/lower_internal.h"

static struct stored stored_key(struct lower *lower, const struct expression *call,
				const struct value *key)
{
	const struct map_definition *outer = typed_in(lower, call)->helper.outer;
	const struct memory_type *memory = outer->key_type;
	struct stored stored = { NULL, NULL, false };
	struct ir_value *value;

	if (memory->kind == MEMORY_INTEGER)
		value = lower_integer(lower, call, call->helper.arguments[0], *key, RAISES_PART,
				      "the key of a map");
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

bool lower_inner_map(struct lower *lower, const struct expression *call)
{
	const struct map_definition *outer = typed_in(lower, call)->helper.outer;
	struct ir_value *inner;
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
	inner = add_lookup(lower, outer, key, NULL);
	inner->name = "inner";
	inner->pointee = NULL;
	inner->memory = NULL;
	lower->inner = inner;
	return true;
}
