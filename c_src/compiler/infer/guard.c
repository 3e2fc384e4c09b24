/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/guard.h"

struct raising {
	const struct instance *instance;
	bool can_raise; /* one of those that were looked at */
};

static void look_at(void *context, struct expression *part)
{
	struct raising *raising = context;

	raising->can_raise = raising->can_raise || guard_can_raise(raising->instance, part);
}

bool guard_can_raise(const struct instance *instance, const struct expression *guard)
{
	struct raising raising = { instance, false };

	if (instance->typed[guard->number].raises)
		return true;
	switch (guard->kind) {
	case EXPRESSION_OPERATOR:
	case EXPRESSION_FUNCTION:
	case EXPRESSION_BINARY:
	case EXPRESSION_DATA:
	case EXPRESSION_FIELD:
	case EXPRESSION_STRUCT:
		expression_visit_children(guard, look_at, &raising);
		return raising.can_raise;
	case EXPRESSION_BLOCK: /* what abs is made of */
	case EXPRESSION_CASE:
	case EXPRESSION_COND:
		return true;
	case EXPRESSION_INTEGER:
	case EXPRESSION_ATOM:
	case EXPRESSION_STRING:
	case EXPRESSION_VARIABLE:
	case EXPRESSION_MATCH:
	case EXPRESSION_CALL:
	case EXPRESSION_HELPER:
	case EXPRESSION_RAISE:
	case EXPRESSION_POISON:
	case EXPRESSION_APPLY:
	case EXPRESSION_SEQUENCE:
	case EXPRESSION_LOOP:
	case EXPRESSION_NEXT:
	case EXPRESSION_UNKEPT:
	case EXPRESSION_CLOSURE:
	case EXPRESSION_INVOKE:
	case EXPRESSION_GLOBAL:
		break;
	}
	return false;
}

bool clause_guard_holds(const struct instance *instance, const struct clause *clause)
{
	for (size_t i = 0; i < clause->guard_count; i++) {
		if (type_is_only_atom(&instance->typed[clause->guards[i]->number].type,
				      ATOM_TRUE) &&
		    !guard_can_raise(instance, clause->guards[i]))
			return true;
	}
	return !clause->guard_count;
}
