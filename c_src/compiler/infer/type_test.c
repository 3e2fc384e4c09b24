/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/type_test.h"

#include "compiler/unit/memory_type.h"
#include "compiler/unit/unit.h"

static void split_data(struct compile *compile, enum data_kind kind, struct type *inside,
		       struct type *outside)
{
	for (size_t i = outside->data_count; i-- > 0;) {
		enum data_kind found = outside->data[i].shape->kind;

		if (found != kind && !(found == DATA_UNKEPT && kind == DATA_LIST))
			continue;
		*inside = type_join(compile, *inside, type_only_shape(*outside, i));
		*outside = type_without_shape(compile, *outside, i);
	}
}

static void split_booleans(struct compile *compile, struct type *inside, struct type *outside)
{
	for (int id = ATOM_FALSE; id <= ATOM_TRUE; id++) {
		*inside = type_join(compile, *inside, type_only_atom(compile, *outside, id));
		*outside = type_without_atom(compile, *outside, id);
	}
}

/* A record is a map, and an array a list. The context, which mixes with nothing, is a map. */
static void split_memory(enum operator_kind test, struct type *inside, struct type *outside)
{
	if (outside->context && test == OPERATOR_IS_MAP) {
		inside->context = outside->context;
		outside->context = NULL;
	}
	if (!outside->memory ||
	    test != (outside->memory->kind == MEMORY_RECORD ? OPERATOR_IS_MAP : OPERATOR_IS_LIST))
		return;
	inside->memory = outside->memory;
	inside->is_mixed = outside->is_mixed;
	*outside = type_without_memory(*outside);
}

/* Those of this arity, or all when none is asked for. */
static void split_functions(struct compile *compile, const struct expression *arity,
			    struct type *inside, struct type *outside)
{
	for (size_t i = outside->data_count; i-- > 0;) {
		const struct shape *shape = outside->data[i].shape;

		if (shape->kind != DATA_FUNCTION ||
		    (arity &&
		     (uint64_t)shape->function->arity - shape->count != arity->integer.magnitude))
			continue;
		*inside = type_join(compile, *inside, type_only_shape(*outside, i));
		*outside = type_without_shape(compile, *outside, i);
	}
}

void split_by_test(struct compile *compile, const struct expression *operation, struct type type,
		   struct type *inside, struct type *outside)
{
	enum operator_kind test = operation->operation.operator->kind;

	*inside = type_none();
	*outside = type;
	if (test == OPERATOR_IS_INTEGER || test == OPERATOR_IS_NUMBER) {
		*inside = type_only_integer(type);
		outside->integer = INTEGER_NONE;
	} else if (test == OPERATOR_IS_ATOM) {
		*inside = type_only_atoms(type);
		outside->atoms = (struct atoms){ 0 };
	} else if (test == OPERATOR_IS_BOOLEAN) {
		split_booleans(compile, inside, outside);
	} else if (test == OPERATOR_IS_BINARY || test == OPERATOR_IS_BITSTRING) {
		*inside = type_only_binary(type);
		if (test == OPERATOR_IS_BITSTRING || type.text_size || type.slice.is_whole)
			*outside = type_without_binary(type);
	} else if (test == OPERATOR_IS_FUNCTION || test == OPERATOR_IS_FUNCTION_OF) {
		split_functions(compile, operation->operation.right, inside, outside);
	} else if (test == OPERATOR_IS_TUPLE || test == OPERATOR_IS_LIST ||
		   test == OPERATOR_IS_MAP) {
		split_data(compile,
			   test == OPERATOR_IS_TUPLE  ? DATA_TUPLE
			   : test == OPERATOR_IS_LIST ? DATA_LIST
						      : DATA_MAP,
			   inside, outside);
		split_memory(test, inside, outside);
	}
}
