/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of sequence_function.def: what each gives for which sequences. */
#include "compiler/infer/infer_loop.h"

#include <string.h>

static const struct expression *argument(const struct expression *call, size_t n)
{
	return call->sequence_call.arguments[n];
}

static const char *name_of_call(struct infer *infer, const struct expression *call)
{
	return sequence_function_text(infer->compile, call->sequence_call.function);
}

static const char *text_of(struct infer *infer, const struct type *type)
{
	return type_text(infer->compile, &infer->typed_unit->atoms, type);
}

/* ----- numbers and truths --------------------------------------------------------------------- */

static struct type infer_count(struct infer *infer, const struct expression *call,
			       const struct sequence *sequence)
{
	wide most = sequence->most, least = sequence->least;

	if (call->sequence_call.function->kind == SEQUENCE_SIZE &&
	    sequence->kind != SEQUENCE_IS_RANGE) {
		error_at(&infer->compile->diagnostics, operand_span(argument(call, 0), call),
			 CODE_BAD_OPERAND, "%s is no range, and `Range.size/1` needs one",
			 operand_text(infer, argument(call, 0)));
		return type_poison();
	}
	return most > WIDE_S64_MAX ? type_full(INTEGER_S64)
				   : type_integer(INTEGER_S64, least, most);
}

static struct type infer_is_empty(struct infer *infer, const struct sequence *sequence)
{
	if (sequence->least > 0 || !sequence->most)
		return type_atom(infer->compile, sequence->most ? ATOM_FALSE : ATOM_TRUE);
	return type_boolean(infer->compile);
}

/* Enum.member?: of lists, these may be of several lengths. */
static bool are_lists(const struct type *type)
{
	for (size_t i = 0; i < type->data_count; i++) {
		if (type->data[i].shape->kind != DATA_LIST)
			return false;
	}
	return type_is_data(type);
}

static bool can_compare_items(struct infer *infer, const struct expression *call,
			      const struct sequence *sequence, const struct type *wanted)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (sequence->kind != SEQUENCE_IS_ARRAY || sequence->most <= MOST_KEPT)
		return can_compare(infer, call->span, wanted, &sequence->element);
	diagnostic = error_at(diagnostics, operand_span(argument(call, 0), call), CODE_UNSUPPORTED,
			      "`Enum.member?` compares with each element, of arrays of at most %d",
			      MOST_KEPT);
	diagnostic_hint(diagnostics, diagnostic, "write a loop: `Enum.any?(array, &(&1 == x))`");
	return false;
}

static struct type infer_is_member(struct infer *infer, const struct expression *call,
				   const struct type *types)
{
	struct sequence sequence;

	if (are_lists(&types[0])) {
		if (!can_compare_elements(infer, call->span, &types[1], &types[0]))
			return type_poison();
		for (size_t i = 0; i < types[0].data_count; i++) {
			if (types[0].data[i].shape->count)
				return type_boolean(infer->compile);
		}
		return type_atom(infer->compile, ATOM_FALSE);
	}
	if (!infer_sequence(infer, call, argument(call, 0), &types[0], &sequence) ||
	    !can_compare_items(infer, call, &sequence, &types[1]))
		return type_poison();
	if (sequence.memory && memory_type_can_misread(sequence.memory))
		mark_raise(infer, call, RAISES_PART);
	return sequence.most ? type_boolean(infer->compile) : type_atom(infer->compile, ATOM_FALSE);
}

/* ----- one element ---------------------------------------------------------------------------- */

static struct type element_at(struct infer *infer, const struct expression *call,
			      const struct sequence *sequence, struct range index)
{
	if (sequence->kind == SEQUENCE_IS_ARRAY)
		return infer_element(infer, call, sequence->memory);
	if (sequence->kind == SEQUENCE_IS_LIST && index.low == index.high)
		return sequence->items[index.low < 0 ? index.low + sequence->most : index.low];
	return sequence->element;
}

static struct type infer_at(struct infer *infer, const struct expression *call,
			    const struct sequence *sequence, const struct type *types)
{
	struct type otherwise =
		call->sequence_call.count == 3 ? types[2] : type_atom(infer->compile, ATOM_NIL);
	struct range index = types[1].range;
	struct type type;

	if (may_be_no_integer(infer, argument(call, 1), &types[1], "`Enum.at`"))
		mark_raise(infer, call, RAISES_PART);
	if (types[1].integer == INTEGER_NONE)
		return type_poison();
	if (index.low >= sequence->most || index.high < -sequence->most)
		return otherwise;
	type = element_at(infer, call, sequence, index);
	if (index.low >= -sequence->least && index.high < sequence->least)
		return type;
	return checked_result(infer, call->span, type_join(infer->compile, type, otherwise));
}

/* ----- lists of items ------------------------------------------------------------------------- */

static bool refuse_items(struct infer *infer, const struct expression *call,
			 const struct expression *operand)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic =
		error_at(diagnostics, operand_span(operand, call), CODE_UNSUPPORTED,
			 "`%s` gives a list, which the kernel keeps for at most %d elements whose "
			 "number is known",
			 name_of_call(infer, call), MOST_KEPT);

	diagnostic_hint(diagnostics, diagnostic,
			"go over a range of indices, or write one `for` with `reduce:`");
	return false;
}

/* The n-th argument as items that are values each. */
static bool infer_items(struct infer *infer, const struct expression *call, size_t n,
			const struct type *types, struct sequence *sequence)
{
	if (!infer_sequence(infer, call, argument(call, n), &types[n], sequence))
		return false;
	if (sequence->kind != SEQUENCE_IS_LIST && !has_items(sequence))
		return refuse_items(infer, call, argument(call, n));
	if (sequence->memory && memory_type_can_misread(sequence->memory))
		mark_raise(infer, call, RAISES_PART);
	return true;
}

/* The argument, which must be an integer that is known, and no further than the list is long. */
static bool known_count(struct infer *infer, const struct expression *call, const struct type *type)
{
	if (type_is_integer(type) && type->range.low == type->range.high)
		return true;
	error_at(&infer->compile->diagnostics, operand_span(argument(call, 1), call),
		 CODE_UNSUPPORTED,
		 "the number of `%s` is known only when the program runs, and so would be the "
		 "length of the list",
		 name_of_call(infer, call));
	return false;
}

static struct type part_of(struct infer *infer, const struct sequence *sequence, size_t from,
			   size_t count)
{
	struct type *items = ARENA_ARRAY(infer->compile->arena, struct type, count);

	for (size_t i = 0; i < count; i++)
		items[i] = item_of(sequence, from + i);
	return list_type(infer, count, items);
}

static struct type infer_part(struct infer *infer, const struct expression *call,
			      const struct sequence *sequence, const struct type *count)
{
	struct stretch part;

	if (!known_count(infer, call, count))
		return type_poison();
	part = take_part(call->sequence_call.function->kind, count->range.low,
			 (size_t)sequence->most);
	return part_of(infer, sequence, part.from, part.count);
}

static struct type infer_reverse(struct infer *infer, const struct sequence *sequence)
{
	size_t count = (size_t)sequence->most;
	struct type *items = ARENA_ARRAY(infer->compile->arena, struct type, count);

	for (size_t i = 0; i < count; i++)
		items[i] = item_of(sequence, count - 1 - i);
	return list_type(infer, count, items);
}

static struct type infer_concat(struct infer *infer, const struct sequence *left,
				const struct sequence *right)
{
	size_t a = (size_t)left->most, b = (size_t)right->most;
	struct type *items = ARENA_ARRAY(infer->compile->arena, struct type, a + b);

	for (size_t i = 0; i < a + b; i++)
		items[i] = i < a ? item_of(left, i) : item_of(right, i - a);
	return list_type(infer, a + b, items);
}

struct type pair_of(struct infer *infer, struct type first, struct type second)
{
	struct type *items = ARENA_ARRAY(infer->compile->arena, struct type, 2);
	int label = type_is_single_atom(&first) ? first.atoms.ids[0] : NO_LABEL;

	items[0] = first;
	items[1] = second;
	return type_data(infer->compile, shape_of(infer->compile, DATA_TUPLE, 2, label, NULL),
			 items);
}

static struct type infer_zip(struct infer *infer, const struct sequence *left,
			     const struct sequence *right)
{
	size_t count = (size_t)(left->most < right->most ? left->most : right->most);
	struct type *items = ARENA_ARRAY(infer->compile->arena, struct type, count);

	for (size_t i = 0; i < count; i++)
		items[i] = pair_of(infer, item_of(left, i), item_of(right, i));
	return list_type(infer, count, items);
}

static struct type infer_with_index(struct infer *infer, const struct expression *call,
				    const struct sequence *sequence, const struct type *types)
{
	size_t count = (size_t)sequence->most;
	struct type *items = ARENA_ARRAY(infer->compile->arena, struct type, count);
	wide offset = 0;

	if (call->sequence_call.count == 2) {
		if (!known_count(infer, call, &types[1]))
			return type_poison();
		offset = types[1].range.low;
	}
	for (size_t i = 0; i < count; i++) {
		wide index = offset + (wide)i;

		items[i] = pair_of(infer, item_of(sequence, i),
				   type_integer(index > WIDE_S64_MAX ? INTEGER_U64 : INTEGER_S64,
						index, index));
	}
	return list_type(infer, count, items);
}

/* ----- Enum.into ------------------------------------------------------------------------------ */

static bool is_empty_data(const struct type *type, enum data_kind kind)
{
	return type_is_data(type) && type->data_count == 1 && type->data->shape->kind == kind &&
	       !type->data->shape->count;
}

static struct type refuse_into(struct infer *infer, const struct expression *call,
			       const struct expression *operand, const char *problem,
			       const char *hint)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic =
		error_at(diagnostics, operand_span(operand, call), CODE_UNSUPPORTED, "%s", problem);

	diagnostic_hint(diagnostics, diagnostic, "%s", hint);
	return type_poison();
}

/* Inserts the key in its order; of equal ones the last value counts. */
static size_t put_key(struct map_key *keys, struct type *values, size_t count,
		      const struct map_key *key, struct type value)
{
	size_t at = 0;

	while (at < count && map_key_compare(&keys[at], key) < 0)
		at++;
	if (at == count || map_key_compare(&keys[at], key) != 0) {
		memmove(keys + at + 1, keys + at, (count - at) * sizeof(*keys));
		memmove(values + at + 1, values + at, (count - at) * sizeof(*values));
		keys[at] = *key;
		count++;
	}
	values[at] = value;
	return count;
}

static struct type infer_into_map(struct infer *infer, const struct expression *call,
				  const struct sequence *sequence)
{
	size_t size = (size_t)sequence->most, count = 0;
	struct map_key *keys = ARENA_ARRAY(infer->compile->arena, struct map_key, size);
	struct type *values = ARENA_ARRAY(infer->compile->arena, struct type, size);

	for (size_t i = 0; i < size; i++) {
		struct type pair = item_of(sequence, i);
		struct map_key key;

		if (!pair_key(&infer->typed_unit->atoms, &pair, &key))
			return refuse_into(infer, call, argument(call, 0),
					   "a map of the program has keys that are known when it "
					   "is compiled, and this gives others",
					   "put the values into a `defmap` map, "
					   "`bpf_map_update_elem(:name, key, value, :bpf_any)`");
		count = put_key(keys, values, count, &key, pair.data->elements[1]);
	}
	return type_data(infer->compile, shape_of(infer->compile, DATA_MAP, count, NO_LABEL, keys),
			 values);
}

static struct type infer_into(struct infer *infer, const struct expression *call,
			      const struct sequence *sequence, const struct type *types)
{
	if (is_empty_data(&types[1], DATA_LIST))
		return part_of(infer, sequence, 0, (size_t)sequence->most);
	if (is_empty_data(&types[1], DATA_MAP))
		return infer_into_map(infer, call, sequence);
	return refuse_into(
		infer, call, argument(call, 1),
		arena_print(infer->compile->arena,
			    "%s is %s here, and the kernel collects into `[]` and `%%{}`",
			    operand_text(infer, argument(call, 1)), text_of(infer, &types[1])),
		"use `reduce:` for anything else");
}

/* ----- the call ------------------------------------------------------------------------------- */

/* The functions that give a list: their first argument's items, and the second's. */
static struct type infer_list(struct infer *infer, const struct expression *call,
			      const struct type *types)
{
	enum sequence_function_kind kind = call->sequence_call.function->kind;
	bool is_both = kind == SEQUENCE_CONCAT || kind == SEQUENCE_ZIP;
	struct sequence first, second;

	if (!infer_items(infer, call, 0, types, &first) ||
	    (is_both && !infer_items(infer, call, 1, types, &second)))
		return type_poison();
	if (kind == SEQUENCE_TAKE || kind == SEQUENCE_DROP)
		return infer_part(infer, call, &first, &types[1]);
	if (kind == SEQUENCE_REVERSE)
		return infer_reverse(infer, &first);
	if (kind == SEQUENCE_CONCAT)
		return infer_concat(infer, &first, &second);
	if (kind == SEQUENCE_ZIP)
		return infer_zip(infer, &first, &second);
	if (kind == SEQUENCE_INTO)
		return infer_into(infer, call, &first, types);
	if (kind == SEQUENCE_TO_LIST)
		return part_of(infer, &first, 0, (size_t)first.most);
	return infer_with_index(infer, call, &first, types);
}

static struct type infer_by_function(struct infer *infer, const struct expression *call,
				     const struct type *types)
{
	struct sequence sequence;

	switch (call->sequence_call.function->kind) {
	case SEQUENCE_NEW:
	case SEQUENCE_NEW_STEPPED:
		break;
	case SEQUENCE_STREAM:
	case SEQUENCE_DRAIN:
		return infer_entries(infer, call, &types[0]);
	case SEQUENCE_IS_MEMBER:
		return infer_is_member(infer, call, types);
	case SEQUENCE_SIZE:
	case SEQUENCE_COUNT:
	case SEQUENCE_IS_EMPTY:
	case SEQUENCE_AT:
	case SEQUENCE_AT_OR:
		if (!infer_sequence(infer, call, argument(call, 0), &types[0], &sequence))
			return type_poison();
		if (call->sequence_call.count > 1)
			return infer_at(infer, call, &sequence, types);
		if (call->sequence_call.function->kind == SEQUENCE_IS_EMPTY)
			return infer_is_empty(infer, &sequence);
		return infer_count(infer, call, &sequence);
	case SEQUENCE_TAKE:
	case SEQUENCE_DROP:
	case SEQUENCE_REVERSE:
	case SEQUENCE_CONCAT:
	case SEQUENCE_ZIP:
	case SEQUENCE_WITH_INDEX:
	case SEQUENCE_WITH_INDEX_FROM:
	case SEQUENCE_TO_LIST:
	case SEQUENCE_INTO:
		return check_parts(infer, call, infer_list(infer, call, types));
	}
	return type_poison();
}

struct type infer_sequence_call(struct infer *infer, const struct expression *call)
{
	size_t count = call->sequence_call.count;
	struct type types[3];
	bool is_poison = false;

	if (call->sequence_call.function->kind <= SEQUENCE_NEW_STEPPED)
		return infer_range(infer, call);
	for (size_t i = 0; i < count; i++) {
		types[i] = infer_expression(infer, argument(call, i));
		if (type_is_none(&types[i]))
			return types[i];
		is_poison = is_poison || types[i].is_poison;
	}
	return is_poison ? type_poison() : infer_by_function(infer, call, types);
}
