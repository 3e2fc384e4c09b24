/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The entries of a map of the kernel, Honey.KernelMap.stream(name): a value without a register, of
 * which the type says which map it is. Each turn of a loop over them has {key, value}. The records
 * that come from user space, drain(name), are such a value too: each turn takes one.
 */
#include "compiler/infer/infer_loop.h"
#include "compiler/infer/infer_record.h"
#include "compiler/unit/ring_definition.h"

#include <string.h>

#define ENTRIES_KERNEL KERNEL_VERSION_OF(5, 13)

static void refuse_kernel(struct infer *infer, const struct expression *call)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	int kernel = infer->typed_unit->unit->kernel;
	struct diagnostic *diagnostic = error_at(
		diagnostics, call->span, CODE_KERNEL_TOO_OLD,
		"`Honey.KernelMap.stream` needs kernel %d.%d, where programs can go over a "
		"map; this module is for %d.%d",
		ENTRIES_KERNEL >> 8, ENTRIES_KERNEL & 0xff, kernel >> 8, kernel & 0xff);

	diagnostic_hint(diagnostics, diagnostic,
			"write `use Honey, kernel: \"%d.%d\"`, or look up the keys one by one",
			ENTRIES_KERNEL >> 8, ENTRIES_KERNEL & 0xff);
}

/* {:outer, key}: the key, as the entries have it; false after a diagnostic. */
static bool infer_outer_key(struct infer *infer, const struct expression *call,
			    const struct type *name, const struct map_definition *outer,
			    struct type *key)
{
	struct type given = name->data[0].elements[1];
	const char *use = arena_print(infer->compile->arena, "the key of map `%s`", outer->name);

	*key = outer->key_type->kind == MEMORY_INTEGER
		       ? type_full(given.integer == INTEGER_U64 ? INTEGER_U64 : INTEGER_S64)
		       : type_in_memory(infer, outer->key_type);
	return infer_type_into_memory(infer, call, call->sequence_call.arguments[0], given,
				      outer->key_type, use);
}

static const struct map_definition *map_of_entries(struct infer *infer,
						   const struct expression *call,
						   const struct type *name, const char *use,
						   struct type *key)
{
	const struct map_definition *outer = outer_of(infer, name);

	if (outer)
		return infer_outer_key(infer, call, name, outer, key) ? outer->inner : NULL;
	return named_map(infer, call, call->sequence_call.arguments[0], name, use,
			 arena_print(infer->compile->arena, "%s(:%s)", use,
				     strstr(use, "drain") ? "commands" : "counts"));
}

struct type infer_entries(struct infer *infer, const struct expression *call,
			  const struct type *name)
{
	bool drains = call->sequence_call.function->kind == SEQUENCE_DRAIN;
	const char *use = drains ? "Honey.KernelMap.drain" : "Honey.KernelMap.stream";
	struct type *key = ARENA_NEW(infer->compile->arena, struct type);
	const struct map_definition *map = map_of_entries(infer, call, name, use, key);
	const struct helper *helper =
		helper_of(drains ? HELPER_USER_RINGBUF_DRAIN : HELPER_FOR_EACH_MAP_ELEM);

	if (!map || !check_map_operation(infer, call->span, use, helper, map))
		return type_poison();
	note_map_use(infer, call, map);
	if (!drains && infer->typed_unit->unit->kernel < ENTRIES_KERNEL)
		refuse_kernel(infer, call);
	return type_data(infer->compile, shape_of_entries(infer->compile, map),
			 map->outer ? key : NULL);
}

/* How many entries a hash shows is known of none: others may come and go meanwhile. */
void read_entries(struct infer *infer, const struct map_definition *map, struct sequence *sequence)
{
	struct atom_table *atoms = &infer->typed_unit->atoms;
	struct type value = type_of_memory(infer->compile, atoms, map->value_type);

	sequence->map = map;
	sequence->least = 0;
	sequence->most = map->kind->key_rule == KEY_INDEX ? (wide)map->max_entries : WIDE_S64_MAX;
	sequence->element = map_is_drained(map)
				    ? value
				    : pair_of(infer,
					      type_of_memory(infer->compile, atoms, map->key_type),
					      value);
}

/* What would say the same with a loop. */
static const char *loop_instead(enum sequence_function_kind kind)
{
	if (kind == SEQUENCE_COUNT)
		return "give it the call itself, `Enum.count(Honey.KernelMap.stream(:name))`";
	if (kind == SEQUENCE_IS_EMPTY)
		return "give it the call itself, `Enum.empty?(Honey.KernelMap.stream(:name))`";
	if (kind == SEQUENCE_IS_MEMBER)
		return "write a loop: `Enum.any?(entries, fn {key, value} -> key == k and value == v "
		       "end)`";
	return "go over them in one loop, with `Enum.reduce/3`, `Enum.find/2` or `for`";
}

bool refuse_entries(struct infer *infer, const struct expression *whole,
		    const struct expression *operand)
{
	const struct sequence_function *function = whole->sequence_call.function;
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic =
		error_at(diagnostics, operand_span(operand, whole), CODE_UNSUPPORTED,
			 "the entries of a map are no list, which `%s` needs",
			 sequence_function_text(infer->compile, function));

	diagnostic_hint(diagnostics, diagnostic, "%s", loop_instead(function->kind));
	return false;
}

void choose_callback(struct infer *infer, struct span span, struct typed_loop *typed,
		     unsigned limit)
{
	typed->most = 1;
	typed->is_callback = true;
	if (infer->locks)
		diagnostic_hint(
			&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, span, CODE_UNSUPPORTED,
				 "a loop over a map calls the kernel, which it does not allow "
				 "while a lock is held"),
			"go over the map before `Honey.with_lock`");
	if (!limit)
		return;
	diagnostic_hint(&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, span, CODE_UNSUPPORTED,
				 "a loop over a map ends with the map, and takes no fuel"),
			"leave `fuel` out; `Enum.reduce_while/3` ends a loop early");
}
