/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/guard.h"

static bool some_can_raise(const struct instance *instance, struct expression **items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (guard_can_raise(instance, items[i]))
			return true;
	}
	return false;
}

bool guard_can_raise(const struct instance *instance, const struct expression *guard)
{
	if (instance->typed[guard->number].raises)
		return true;
	switch (guard->kind) {
	case EXPRESSION_OPERATOR:
		return guard_can_raise(instance, guard->operation.left) ||
		       (guard->operation.right &&
			guard_can_raise(instance, guard->operation.right));
	case EXPRESSION_FUNCTION:
		return some_can_raise(instance, guard->function.arguments, guard->function.count);
	case EXPRESSION_BINARY:
		return some_can_raise(instance, guard->binary.inner, guard->binary.inner_count);
	case EXPRESSION_DATA:
		return some_can_raise(instance, guard->data.items, guard->data.count);
	case EXPRESSION_FIELD:
		return guard_can_raise(instance, guard->field.object);
	case EXPRESSION_STRUCT:
		for (size_t i = 0; i < guard->record.count; i++) {
			if (guard_can_raise(instance, guard->record.fields[i].value))
				return true;
		}
		return guard->record.base && guard_can_raise(instance, guard->record.base);
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
