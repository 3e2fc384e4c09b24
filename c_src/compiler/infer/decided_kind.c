/* SPDX-License-Identifier: Apache-2.0 */
/* Values of kinds that have nothing in common: an integer and a text, a struct and an integer. */
#include "compiler/infer/address.h"
#include "compiler/infer/decided_internal.h"
#include "compiler/infer/type_test.h"
#include "compiler/unit/record_type.h"

/* Expressions looked at for one value. */
#define MOST_LOOKED_AT 64

enum kind {
	KIND_INTEGER = 1,
	KIND_ATOM = 2,
	KIND_BINARY = 4,
	KIND_TUPLE = 8,
	KIND_LIST = 16,
	KIND_MAP = 32,
	KIND_OTHER = 64, /* what is compared with nothing */
	KIND_ANY = 127,
};

static unsigned kind_of_data(enum data_kind kind)
{
	if (kind == DATA_TUPLE)
		return KIND_TUPLE;
	if (kind == DATA_LIST || kind == DATA_UNKEPT)
		return KIND_LIST;
	return kind == DATA_MAP ? KIND_MAP : KIND_OTHER;
}

static unsigned kinds_of(const struct type *type)
{
	unsigned kinds = type->integer != INTEGER_NONE ? KIND_INTEGER : 0;

	if (type->is_poison || type->is_mixed || type->context)
		return KIND_ANY;
	if (type->atoms.count || type->atoms.any_errno)
		kinds |= KIND_ATOM;
	if (type_has_binary(type))
		kinds |= KIND_BINARY;
	for (size_t i = 0; i < type->data_count; i++)
		kinds |= kind_of_data(type->data[i].shape->kind);
	if (type->memory)
		kinds |= type->memory->kind == MEMORY_RECORD ? KIND_MAP : KIND_LIST;
	return kinds;
}

/* Neither has anything but atoms, and they share nothing. */
static bool are_apart(unsigned one, unsigned other)
{
	return (one & ~KIND_ATOM) && (other & ~KIND_ATOM) && !(one & other);
}

/* ----- what the function itself tells --------------------------------------------------------- */

static bool is_told(struct decided *decided, const struct expression *expression);

static bool are_told(struct decided *decided, struct expression **items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!is_told(decided, items[i]))
			return false;
	}
	return true;
}

static bool is_told_variable(struct decided *decided, const struct variable *variable)
{
	if (variable->value)
		return is_told(decided, variable->value);
	decided->comes_from_kernel = true;
	return !variable->scope && (decided->instance->is_field[variable->number] ||
				    context_look_of(decided->instance, variable));
}

/* A setting that is a function, or a variable that the loader sets, is written to be changed. */
static bool is_setting(const struct type *type)
{
	return type->literal || !(kinds_of(type) & ~KIND_ATOM) ||
	       (type->integer != INTEGER_NONE && type->range.low == type->range.high);
}

static bool is_told_call(struct decided *decided, const struct expression *call)
{
	return !is_setting(type_of(decided, call)) &&
	       are_told(decided, call->call.arguments, call->call.count);
}

static bool is_map_of(const struct decided *decided, const struct expression *argument)
{
	return argument->kind == EXPRESSION_ATOM &&
	       unit_find_map(decided->typed_unit->unit, argument->atom);
}

/* What a map has under a key is of the map's type, whatever the key is. */
static bool is_told_apply(struct decided *decided, const struct expression *apply)
{
	return !is_setting(type_of(decided, apply)) &&
	       ((apply->apply.count && is_map_of(decided, apply->apply.arguments[0])) ||
		are_told(decided, apply->apply.arguments, apply->apply.count));
}

/*
 * Literals, what has its kind whatever the values are, and calls that are given no more than that:
 * not what callers pass, whose kind may be another one in the next call.
 */
static bool is_told(struct decided *decided, const struct expression *expression)
{
	if (++decided->looked_at > MOST_LOOKED_AT)
		return false;
	if (expression->kind == EXPRESSION_INTEGER || expression->kind == EXPRESSION_ATOM ||
	    expression->kind == EXPRESSION_STRING)
		return true;
	if (expression->kind == EXPRESSION_VARIABLE)
		return is_told_variable(decided, expression->variable);
	if (expression->kind == EXPRESSION_DATA)
		return are_told(decided, expression->data.items, expression->data.count);
	decided->comes_from_kernel = true;
	if (expression->kind == EXPRESSION_CALL)
		return is_told_call(decided, expression);
	if (expression->kind == EXPRESSION_APPLY)
		return is_told_apply(decided, expression);
	return expression->kind == EXPRESSION_OPERATOR || expression->kind == EXPRESSION_HELPER ||
	       expression->kind == EXPRESSION_FIELD || expression->kind == EXPRESSION_BINARY;
}

bool is_of_other_kind(struct decided *decided, const struct instance *instance,
		      const struct expression *left, const struct expression *right)
{
	begin_source(decided, instance, true);
	return are_apart(kinds_of(bound_type(decided, left)),
			 kinds_of(bound_type(decided, right))) &&
	       is_told(decided, left) && is_told(decided, right) && decided->comes_from_kernel;
}

/* ----- patterns ------------------------------------------------------------------------------- */

static unsigned kinds_of_pattern(const struct pattern *pattern)
{
	switch (pattern->kind) {
	case PATTERN_ANY:
	case PATTERN_VARIABLE:
	case PATTERN_PIN:
	case PATTERN_FALSY:
		return KIND_ANY;
	case PATTERN_INTEGER:
		return KIND_INTEGER;
	case PATTERN_ATOM:
		return KIND_ATOM;
	case PATTERN_BINARY:
		return KIND_BINARY;
	case PATTERN_DATA:
		return kind_of_data(pattern->data.kind);
	case PATTERN_STRUCT:
		return KIND_MAP;
	case PATTERN_BOTH:
		break;
	}
	return kinds_of_pattern(pattern->both.left) & kinds_of_pattern(pattern->both.right);
}

static bool is_apart(struct decided *decided, const struct pattern *pattern,
		     const struct type *type);

static bool field_is_apart(struct decided *decided, const struct record_type *record,
			   const char *name, const struct pattern *pattern)
{
	const struct record_field *field = name ? record_field_find(record, name) : NULL;
	struct type type;

	if (!field)
		return false;
	type = type_of_memory(decided->compile, &decided->typed_unit->atoms, field->type);
	if (!is_apart(decided, pattern, &type))
		return false;
	if (!decided->odd_field)
		decided->odd_field = arena_print(
			decided->compile->arena, "the field `%s` of `%%%s{}` is %s", name,
			record_type_written(record),
			type_text(decided->compile, &decided->typed_unit->atoms, &type));
	return true;
}

static bool fields_are_apart(struct decided *decided, const struct pattern *pattern,
			     const struct record_type *record)
{
	size_t count = pattern->kind == PATTERN_STRUCT ? pattern->record.count
						       : pattern->data.count;

	for (size_t i = 0; i < count; i++) {
		if (pattern->kind == PATTERN_STRUCT
			    ? field_is_apart(decided, record, pattern->record.fields[i].name,
					     pattern->record.fields[i].pattern)
			    : field_is_apart(decided, record, pattern->data.keys[i].atom,
					     pattern->data.items[i]))
			return true;
	}
	return false;
}

static bool is_record(const struct type *type)
{
	return type->memory && type->memory->kind == MEMORY_RECORD && !type->is_mixed;
}

static bool is_apart(struct decided *decided, const struct pattern *pattern,
		     const struct type *type)
{
	if (pattern->kind == PATTERN_BOTH)
		return is_apart(decided, pattern->both.left, type) ||
		       is_apart(decided, pattern->both.right, type);
	if (are_apart(kinds_of(type), kinds_of_pattern(pattern)))
		return true;
	return is_record(type) && kinds_of_pattern(pattern) == KIND_MAP &&
	       fields_are_apart(decided, pattern, type->memory->record);
}

bool pattern_is_of_other_kind(struct decided *decided, const struct instance *instance,
			      const struct expression *subject, const struct pattern *pattern)
{
	begin_source(decided, instance, true);
	return is_told(decided, subject) && decided->comes_from_kernel &&
	       is_apart(decided, pattern, bound_type(decided, subject));
}

/* ----- guards --------------------------------------------------------------------------------- */

/* Of `is_binary(x) and x != ""` the test, where x cannot be what it asks for. */
static const struct expression *test_in(struct decided *decided, const struct expression *guard,
					const struct variable *variable, const struct type *type)
{
	const struct expression *left, *found;
	struct type inside, outside;

	if (guard->kind != EXPRESSION_OPERATOR)
		return NULL;
	left = guard->operation.left;
	if (guard->operation.operator->kind == OPERATOR_AND) {
		found = test_in(decided, left, variable, type);
		return found ? found : test_in(decided, guard->operation.right, variable, type);
	}
	if (guard->operation.operator->class != OPERATOR_TEST ||
	    guard->operation.operator->kind == OPERATOR_IS_ATOM ||
	    guard->operation.operator->kind == OPERATOR_IS_BOOLEAN ||
	    left->kind != EXPRESSION_VARIABLE || left->variable != variable)
		return NULL;
	split_by_test(decided->compile, guard, *type, &inside, &outside);
	return type_is_none(&inside) ? guard : NULL;
}

const struct expression *failing_test(struct decided *decided, const struct instance *instance,
				      const struct expression *subject, const struct clause *clause)
{
	const struct pattern *pattern = clause->patterns[0];
	const struct type *type;

	if (pattern->kind != PATTERN_VARIABLE || clause->guard_count != 1)
		return NULL;
	begin_source(decided, instance, true);
	type = bound_type(decided, subject);
	if (type->is_poison || !(kinds_of(type) & ~KIND_ATOM) || !is_told(decided, subject) ||
	    !decided->comes_from_kernel)
		return NULL;
	return test_in(decided, clause->guards[0], pattern->variable, type);
}

const char *kind_hint(struct decided *decided, const struct expression *left,
		      const struct expression *right)
{
	bool is_text = !right || type_has_binary(bound_type(decided, right));
	const char *hint = is_text ? address_text_hint(decided->compile, decided->instance, left)
				   : NULL;

	if (!hint && right && type_has_binary(bound_type(decided, left)))
		hint = address_text_hint(decided->compile, decided->instance, right);
	return hint;
}
