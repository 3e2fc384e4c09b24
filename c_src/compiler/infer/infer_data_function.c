/* SPDX-License-Identifier: Apache-2.0 */
/* Functions on data: what each gives for each shape of its subject and each value of its key. */
#include "compiler/infer/data_key.h"
#include "compiler/infer/infer_internal.h"
#include "compiler/unit/memory_type.h"
#include "compiler/unit/record_type.h"

#include <string.h>

static struct type part_type(struct infer *infer, const struct part *part,
			     const struct type *elements, const struct type *arguments)
{
	struct type *pair;

	switch (part->kind) {
	case PART_ELEMENT:
		return elements[part->n];
	case PART_ARGUMENT:
		return arguments[part->n];
	case PART_KEY:
		return type_of_key(infer->compile, &infer->typed_unit->atoms, &part->key);
	case PART_PAIR:
		pair = ARENA_ARRAY(infer->compile->arena, struct type, 2);
		pair[0] = type_of_key(infer->compile, &infer->typed_unit->atoms, &part->key);
		pair[1] = elements[part->n];
		return tuple_type(infer, 2, pair);
	}
	return type_none();
}

/* None for a recipe that raises. */
static struct type made_type(struct infer *infer, const struct recipe *recipe,
			     const struct type *elements, const struct type *arguments)
{
	struct type *parts;

	if (recipe->raises)
		return type_none();
	if (!recipe->is_data)
		return part_type(infer, recipe->parts, elements, arguments);
	parts = ARENA_ARRAY(infer->compile->arena, struct type, recipe->count);
	for (size_t i = 0; i < recipe->count; i++)
		parts[i] = part_type(infer, &recipe->parts[i], elements, arguments);
	return type_data(infer->compile, recipe_shape(infer->compile, recipe, parts), parts);
}

static bool is_only(const struct type *type, enum data_kind kind)
{
	for (size_t i = 0; i < type->data_count; i++) {
		if (type->data[i].shape->kind != kind)
			return false;
	}
	return type_is_data(type);
}

static struct type missing(struct infer *infer, const struct expression *call,
			   const struct expression *argument, const struct type *type)
{
	error_at(&infer->compile->diagnostics, operand_span(argument, call), CODE_UNKNOWN_FIELD,
		 "%s is %s and has no such key", operand_text(infer, argument),
		 type_text(infer->compile, &infer->typed_unit->atoms, type));
	return type_poison();
}

/* As it was written: `Map.update!/3` calls others. */
static const char *written(const struct expression *call)
{
	return call->function.written ? call->function.written : call->function.function->elixir;
}

/* The key as the name of a field; "field" where there is none, or it is not known. */
static const char *field_of_key(struct infer *infer, const struct expression *call)
{
	int key = call->function.function->key;
	const struct type *type;

	if (key < 0)
		return "field";
	type = &typed_of(infer, call->function.arguments[key])->type;
	return type_is_single_atom(type) ? atom_text(&infer->typed_unit->atoms, type->atoms.ids[0])
					 : "field";
}

/* A map of the kernel's, given to a function for Elixir's own. */
static const char *hint_of_map(struct infer *infer, const struct expression *call, const char *map)
{
	static const char *const shared[] = { "get/",	"put/",	   "delete/",	"update/",
					      "fetch/", "fetch!/", "has_key?/", "put_new/" };
	const char *name = strncmp(written(call), "Map.", 4) == 0 ? written(call) + 4 : "get/";
	struct arena *arena = infer->compile->arena;

	for (size_t i = 0; i < sizeof(shared) / sizeof(shared[0]); i++) {
		if (strncmp(name, shared[i], strlen(shared[i])) == 0)
			return arena_print(arena,
					   "it is a map of the kernel: write "
					   "`Honey.KernelMap.%.*s(:%s, ...)`",
					   (int)strlen(shared[i]) - 1, name, map);
	}
	return arena_print(
		arena,
		"it is a map of the kernel: `Honey.KernelMap.stream(:%s)` goes over its entries, "
		"and `Honey.KernelMap.get(:%s, key)` reads one",
		map, map);
}

static const char *hint_of_use(struct infer *infer, const struct expression *call,
			       const struct expression *argument, const struct type *type)
{
	bool is_named = argument->kind == EXPRESSION_VARIABLE && !argument->variable->scope;
	const char *name = is_named ? argument->variable->name : type->context ? "ctx" : "struct";
	const char *field = field_of_key(infer, call);
	struct arena *arena = infer->compile->arena;

	if (type->context)
		return arena_print(arena, "the context has fields: write `%s.%s`", name, field);
	if (type->memory && type->memory->kind == MEMORY_RECORD)
		return arena_print(arena,
				   "a struct has fields: `%s.%s` reads one, and "
				   "`%%{%s | %s: value}` is the struct with another value",
				   name, field, name, field);
	if (type->memory)
		return "use `Enum.at(array, index)`, and the length that its type says";
	if (call->function.function->key >= 0 && is_only(type, DATA_TUPLE))
		return "it has no element at this index: the first is at 0";
	if (strcmp(written(call), "value[key]") == 0 && is_only(type, DATA_LIST))
		return "write the options as a map, `%{max: 5}`: it has `opts.max` and "
		       "`opts[:max]`";
	if (type_is_single_atom(type) &&
	    unit_find_map(infer->typed_unit->unit,
			  atom_text(&infer->typed_unit->atoms, type->atoms.ids[0])))
		return hint_of_map(infer, call,
				   atom_text(&infer->typed_unit->atoms, type->atoms.ids[0]));
	return "match the value to see what it is";
}

static struct type never(struct infer *infer, const struct expression *call,
			 const struct expression *argument, const struct type *type)
{
	mark_raise(infer, call, RAISES_ALWAYS);
	if (infer->in_guard)
		return type_none();
	if (is_only(type, DATA_MAP) && call->function.function->raised == RAISE_KEY)
		return missing(infer, call, argument, type);
	diagnostic_hint(&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, operand_span(argument, call),
				 CODE_BAD_OPERAND, "%s is %s, which `%s` does not take",
				 operand_text(infer, argument),
				 type_text(infer->compile, &infer->typed_unit->atoms, type),
				 written(call)),
			"%s", hint_of_use(infer, call, argument, type));
	return type_poison();
}

static void may_raise(struct infer *infer, const struct expression *call,
		      const struct expression *argument, const struct type *type)
{
	mark_raise(infer, call, RAISES_LEFT);
	if (!infer->in_guard)
		diagnostic_hint(
			&infer->compile->diagnostics,
			strict_at(&infer->compile->diagnostics, operand_span(argument, call),
				  CODE_BAD_OPERAND,
				  "%s is %s here, which `%s` does not always take",
				  operand_text(infer, argument),
				  type_text(infer->compile, &infer->typed_unit->atoms, type),
				  written(call)),
			"match the other cases first");
}

static struct type refuse_memory(struct infer *infer, const struct expression *call,
				 const struct expression *argument, const struct type *type)
{
	diagnostic_hint(&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, operand_span(argument, call),
				 CODE_UNSUPPORTED, "%s is %s, for which Honey has no `%s`",
				 operand_text(infer, argument),
				 type_text(infer->compile, &infer->typed_unit->atoms, type),
				 written(call)),
			"%s", hint_of_use(infer, call, argument, type));
	return type_poison();
}

/* What the function gives for any of its subjects and keys, and how often that is, or is not. */
struct outcome {
	struct type type;
	size_t taken, raised;
};

static void add_outcome(struct infer *infer, struct outcome *outcome, const struct recipe *recipe,
			const struct type *elements, const struct type *arguments)
{
	struct type one = made_type(infer, recipe, elements, arguments);

	outcome->taken += !recipe->raises;
	outcome->raised += recipe->raises;
	outcome->type = type_join(infer->compile, outcome->type, one);
}

/* Each of the left with each of the right. */
static struct type infer_two(struct infer *infer, const struct expression *call,
			     const struct type *types)
{
	const struct data_function *function = call->function.function;
	const struct type *left = &types[0], *right = &types[1];
	struct outcome outcome = { .taken = 0 };

	for (size_t i = 0; i < 2; i++) {
		if (!is_only(&types[i], function->of))
			return never(infer, call, call->function.arguments[i], &types[i]);
	}
	for (size_t i = 0; i < left->data_count; i++) {
		for (size_t n = 0; n < right->data_count; n++) {
			const struct data *a = &left->data[i], *b = &right->data[n];
			size_t count = a->shape->count + b->shape->count;
			struct type *all = ARENA_ARRAY(infer->compile->arena, struct type, count);
			struct recipe recipe =
				recipe_of_two(infer->compile, function, a->shape, b->shape);

			if (a->shape->count)
				memcpy(all, a->elements, a->shape->count * sizeof(*all));
			if (b->shape->count)
				memcpy(all + a->shape->count, b->elements,
				       b->shape->count * sizeof(*all));
			add_outcome(infer, &outcome, &recipe, all, types);
		}
	}
	return check_parts(infer, call, outcome.type);
}

static struct type infer_member(struct infer *infer, const struct expression *call,
				const struct type *element, const struct type *list)
{
	bool is_empty = true;

	if (!is_only(list, DATA_LIST))
		return never(infer, call, call->function.arguments[1], list);
	if (!can_compare_elements(infer, call->span, element, list))
		return type_poison();
	for (size_t i = 0; i < list->data_count; i++)
		is_empty = is_empty && !list->data[i].shape->count;
	return is_empty ? type_atom(infer->compile, ATOM_FALSE) : type_boolean(infer->compile);
}

static struct type refuse_key(struct infer *infer, const struct expression *call)
{
	const struct data_function *function = call->function.function;
	const struct expression *argument = call->function.arguments[function->key];
	bool is_map = function->of == DATA_MAP;
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic = error_at(
		diagnostics, operand_span(argument, call), CODE_UNSUPPORTED,
		"the %s of `%s` is computed, expected %s", is_map ? "key" : "index",
		function->elixir, is_map ? "atoms and integers that are known" : "a literal");

	diagnostic_hint(
		diagnostics, diagnostic,
		is_map ? "a `defmap` map has keys that are computed"
		       : "use an index that is one of at most 16, such as `rem(i, 4)`, or one "
			 "that a guard bounds: `when i in 0..3`");
	return type_poison();
}

static void add_keys(struct infer *infer, const struct expression *call, struct outcome *outcome,
		     const struct data *subject, const struct known_key *keys, size_t count,
		     const struct type *types)
{
	for (size_t i = 0; i < count; i++) {
		struct recipe recipe = recipe_of(infer->compile, call->function.function,
						 subject ? subject->shape : NULL, keys[i].keys,
						 keys[i].count);

		add_outcome(infer, outcome, &recipe, subject ? subject->elements : NULL, types);
	}
}

static struct type infer_known(struct infer *infer, const struct expression *call,
			       const struct type *types)
{
	const struct data_function *function = call->function.function;
	int at = function->subject < 0 ? function->key : function->subject;
	const struct type *subject = &types[at];
	const struct expression *argument = call->function.arguments[at];
	struct known_key keys[MOST_KEYS] = { { .count = 0 } };
	struct outcome outcome = { .taken = 0 };
	size_t count = 1;

	if (function->key >= 0)
		count = known_keys(infer->compile, &infer->typed_unit->atoms, &types[function->key],
				   data_function_takes_keys(function), keys);
	if (!count)
		return refuse_key(infer, call);
	if (function->subject < 0)
		add_keys(infer, call, &outcome, NULL, keys, count, types);
	for (size_t i = 0; function->subject >= 0 && i < subject->data_count; i++)
		add_keys(infer, call, &outcome, &subject->data[i], keys, count, types);
	if (!outcome.taken)
		return never(infer, call, argument, subject);
	if (outcome.raised || (function->subject >= 0 && !type_is_data(subject)))
		may_raise(infer, call, argument, subject);
	return check_parts(infer, call, outcome.type);
}

/* Of a struct: `is_map_key(s, :name)`; and :__struct__ of it, which `is_struct` reads in guards. */
static bool asks_of_struct(const struct expression *call, const struct type *types)
{
	enum data_function_kind kind = call->function.function->kind;
	const struct expression *key = call->function.arguments[0];

	if (kind != FUNCTION_IS_MAP_KEY && kind != FUNCTION_MAP_GET)
		return false;
	return type_is_memory(&types[1]) && types[1].memory->kind == MEMORY_RECORD &&
	       key->kind == EXPRESSION_ATOM &&
	       (kind == FUNCTION_IS_MAP_KEY || strcmp(key->atom, "__struct__") == 0);
}

static struct type infer_of_struct(struct infer *infer, const struct expression *call,
				   const struct type *types)
{
	const char *key = call->function.arguments[0]->atom;
	const struct record_type *record = types[1].memory->record;
	bool is_key = strcmp(key, "__struct__") == 0 || record_field_find(record, key);

	if (call->function.function->kind == FUNCTION_IS_MAP_KEY)
		return type_atom(infer->compile, is_key ? ATOM_TRUE : ATOM_FALSE);
	return type_atom(infer->compile,
			 atom_id(infer->compile, &infer->typed_unit->atoms, record->name));
}

static struct type refuse_unkept(struct infer *infer, const struct expression *call,
				 const struct expression *argument)
{
	diagnostic_hint(&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, operand_span(argument, call),
				 CODE_UNSUPPORTED,
				 "`%s` reads a list that comes from a loop, and the kernel does "
				 "not keep it",
				 written(call)),
			IN_ONE_LOOP);
	return type_poison();
}

/* Whether the argument is one of the lists that the function reads. */
static bool is_read(const struct data_function *function, size_t n)
{
	return function->of == DATA_LIST &&
	       ((int)n == function->subject || function->kind == FUNCTION_APPEND);
}

struct type infer_data_function(struct infer *infer, const struct expression *call)
{
	enum data_function_kind kind = call->function.function->kind;
	struct type types[MOST_DATA_ARGUMENTS];

	for (size_t i = 0; i < call->function.count; i++) {
		types[i] = infer_expression(infer, call->function.arguments[i]);
		if (types[i].is_poison || type_is_none(&types[i]))
			return types[i];
	}
	if (asks_of_struct(call, types))
		return infer_of_struct(infer, call, types);
	for (size_t i = 0; i < call->function.count; i++) {
		if (types[i].memory && (int)i == call->function.function->subject)
			return refuse_memory(infer, call, call->function.arguments[i], &types[i]);
		if (is_read(call->function.function, i) && type_may_be_unkept(&types[i]))
			return refuse_unkept(infer, call, call->function.arguments[i]);
	}
	if (kind == FUNCTION_APPEND || kind == FUNCTION_MERGE)
		return infer_two(infer, call, types);
	if (kind == FUNCTION_MEMBER)
		return infer_member(infer, call, &types[0], &types[1]);
	return infer_known(infer, call, types);
}
