/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/table/tables.h"

#include "compiler/table/map_group.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

const struct map_kind map_kinds[] = {
#define MAP_KIND(enumerator, atom, type, key, value, entries, may, user, flag_set, needs, traits, \
		 major, minor, sleep_major, sleep_minor, text, lacks, other) \
	{ .name = #atom, \
	  .number = type, \
	  .key_rule = KEY_##key, \
	  .value_rule = VALUE_##value, \
	  .entries_rule = ENTRIES_##entries, \
	  .operations = may, \
	  .user_operations = user, \
	  .flags = flag_set, \
	  .needed_flags = needs, \
	  .per_cpu = ((traits)&TRAIT_PER_CPU) != 0, \
	  .evicts = ((traits)&TRAIT_EVICTS) != 0, \
	  .holds_locks = ((traits)&TRAIT_LOCKS) != 0, \
	  .holds_timers = ((traits)&TRAIT_TIMERS) != 0, \
	  .kernel = KERNEL_VERSION_OF(major, minor), \
	  .sleeping_kernel = KERNEL_VERSION_OF(sleep_major, sleep_minor), \
	  .documentation = text, \
	  .missing = lacks, \
	  .instead = other },
#include "compiler/table/map_kind.def"
#undef MAP_KIND
};

const size_t map_kind_count = COUNT(map_kinds);

const struct map_kind *map_kind_find(const char *name)
{
	for (size_t i = 0; i < map_kind_count; i++) {
		if (strcmp(map_kinds[i].name, name) == 0)
			return &map_kinds[i];
	}
	return NULL;
}

bool map_has_all(const struct map_kind *kind)
{
	return kind->key_rule == KEY_INDEX && kind->value_rule == VALUE_ANY;
}

enum helper_id map_helper(const struct map_kind *kind, enum helper_id helper)
{
	bool deletes = helper == HELPER_MAP_DELETE_ELEM;

	if (kind->number == MAP_TYPE_TASK_STORAGE)
		return deletes ? HELPER_TASK_STORAGE_DELETE : HELPER_TASK_STORAGE_GET;
	if (kind->number == MAP_TYPE_CGRP_STORAGE)
		return deletes ? HELPER_CGRP_STORAGE_DELETE : HELPER_CGRP_STORAGE_GET;
	return helper;
}

static const struct {
	enum helper_id helper;
	size_t arity;
} operations[] = {
#define MAP_OPERATION(enumerator, helper, arity) { HELPER_##helper, arity },
#include "compiler/table/map_operation.def"
#undef MAP_OPERATION
};

/* A helper that Elixir calls in another form has the operation of its kernel's row. */
unsigned map_operation_of(const struct helper *helper)
{
	if (helper->id == HELPER_TAIL_CALL)
		return MAP_MAY_TAIL_CALL;
	for (size_t i = 0; i < COUNT(operations); i++) {
		if (operations[i].helper == helper->id &&
		    operations[i].arity == helper_arity(helper))
			return 1u << i;
	}
	return 0;
}

const struct helper *map_operation_helper(enum map_operation_bit operation)
{
	return helper_find(helper_of(operations[operation].helper)->name,
			   (int)operations[operation].arity);
}

const char *map_user_operation_name(enum map_user_operation_bit operation)
{
	static const char *const names[] = {
#define MAP_USER_OPERATION(enumerator, name) #name,
#include "compiler/table/map_user_operation.def"
#undef MAP_USER_OPERATION
	};

	return names[operation];
}

const struct map_flag map_flags[] = {
#define MAP_FLAG(enumerator, name, number, major, minor, what) \
	{ #name, number, KERNEL_VERSION_OF(major, minor), what },
#include "compiler/table/map_flag.def"
#undef MAP_FLAG
};

const size_t map_flag_count = COUNT(map_flags);

const struct map_flag *map_flag_find(const char *name)
{
	for (size_t i = 0; i < map_flag_count; i++) {
		if (strcmp(map_flags[i].name, name) == 0)
			return &map_flags[i];
	}
	return NULL;
}
