/* SPDX-License-Identifier: Apache-2.0 */
/* What calls of helpers give. */
#include "compiler/infer/infer_internal.h"

#include "compiler/infer/infer_record.h"
#include "compiler/unit/memory_type.h"

#define COMM_SIZE 16

/* An index below max_entries always has a value. */
static bool is_there(struct infer *infer, const struct expression *call)
{
	const struct map_definition *map = typed_of(infer, call)->helper.map;
	const struct type *key;

	if (call->helper.helper->id != HELPER_MAP_LOOKUP_ELEM || !map_has_all(map->kind) ||
	    map->outer)
		return false;
	key = &typed_of(infer, call->helper.arguments[1])->type;
	return type_is_integer(key) && key->range.low >= 0 && key->range.high < map->max_entries;
}

/* The value is nil where there is none. */
struct type helper_lookup_type(struct infer *infer, const struct expression *call)
{
	const struct map_definition *map = typed_of(infer, call)->helper.map;
	struct type type = infer_element(infer, call, map->value_type);

	if (is_there(infer, call))
		return type;
	return type_join(infer->compile, type, type_atom(infer->compile, ATOM_NIL));
}

/* Of what the kernel fills in memory of ours. */
static struct type filled_type(struct infer *infer, const struct expression *call)
{
	const struct helper *helper = call->helper.helper;
	const struct typed *typed = typed_of(infer, call);
	struct type type = type_full(INTEGER_U64);

	for (size_t i = 0; i < helper->parameters.count; i++) {
		enum parameter_kind kind = helper->parameters.items[i].kind;

		if (kind == PARAMETER_COMM_SIZE)
			return type_text_of(COMM_SIZE);
		if (kind == PARAMETER_TEXT_SIZE)
			type = type_text_of(typed->helper.text_size);
		else if (typed->helper.output)
			type = type_in_memory(infer, typed->helper.output);
		else if (kind == PARAMETER_S64_OUTPUT)
			type = type_full(INTEGER_S64);
	}
	return type_join(infer->compile, type, type_error(infer->compile));
}

/* `{:ok, code, what it has become}` */
static struct type changed_type(struct infer *infer, const struct expression *call)
{
	struct type *elements = ARENA_ARRAY(infer->compile->arena, struct type, 3);

	elements[0] = type_atom(infer->compile, ATOM_OK);
	elements[1] = type_integer(INTEGER_S64, 0, INT32_MAX);
	elements[2] = type_in_memory(infer, typed_of(infer, call)->helper.output);
	return type_join(infer->compile, tuple_type(infer, 3, elements),
			 type_error(infer->compile));
}

struct type helper_result_type(struct infer *infer, const struct expression *call)
{
	struct type type;

	switch (call->helper.helper->result) {
	case RESULT_VALUE_OR_NIL:
	case RESULT_TAKEN:
		return helper_lookup_type(infer, call);
	case RESULT_STATUS:
	case RESULT_MAP_STATUS:
		return type_status(infer->compile);
	case RESULT_SIZE_OR_ERROR:
	case RESULT_INT_OR_ERROR:
		type = type_integer(INTEGER_S64, 0, INT32_MAX);
		return type_join(infer->compile, type, type_error(infer->compile));
	case RESULT_NUMBER_OR_ERROR:
		type = type_integer(INTEGER_S64, 0, INT64_MAX);
		return type_join(infer->compile, type, type_error(infer->compile));
	case RESULT_FILLED:
		return filled_type(infer, call);
	case RESULT_CHANGED:
		return changed_type(infer, call);
	case RESULT_NONE:
		return type_atom(infer->compile, ATOM_OK);
	case RESULT_MISSED:
		return type_atom(infer->compile, ATOM_ERROR);
	case RESULT_U64:
		return type_full(INTEGER_U64);
	case RESULT_U32:
		return type_integer(INTEGER_S64, 0, UINT32_MAX);
	case RESULT_S32:
		return type_integer(INTEGER_S64, INT32_MIN, INT32_MAX);
	case RESULT_S64:
		return type_full(INTEGER_S64);
	case RESULT_POINTER:
	case RESULT_SOCKET_OR_NIL:
		break;
	case RESULT_TASK_POINTER:
		return type_data(infer->compile,
				 shape_of(infer->compile, DATA_TASK, 0, NO_LABEL, NULL), NULL);
	}
	return type_poison();
}
