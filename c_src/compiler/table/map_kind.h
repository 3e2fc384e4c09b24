/* SPDX-License-Identifier: Apache-2.0 */
/* The types of maps: the tables of map_kind.def and those that its columns are of, as C data. */
#ifndef HONEY_COMPILER_MAP_KIND_H
#define HONEY_COMPILER_MAP_KIND_H

#include "compiler/table/helper.h"

/* See map_kind.def for these. */
enum key_rule { KEY_NONE, KEY_ANY, KEY_INDEX, KEY_NUMBER, KEY_PREFIX, KEY_OBJECT };

enum value_rule {
	VALUE_NONE,
	VALUE_ANY,
	VALUE_RECORD,
	VALUE_ADDRESSES,
	VALUE_PROGRAM,
	VALUE_MAP,
	VALUE_DEVICE,
	VALUE_CPU,
	VALUE_SOCKET,
	VALUE_COOKIE,
	VALUE_EVENT,
	VALUE_CGROUP,
};

enum entries_rule { ENTRIES_NONE, ENTRIES_COUNT, ENTRIES_PAGES, ENTRIES_BUFFER };

enum map_operation_bit {
#define MAP_OPERATION(enumerator, helper, arity) MAP_OPERATION_##enumerator,
#include "compiler/table/map_operation.def"
#undef MAP_OPERATION
	MAP_OPERATION_COUNT
};

enum map_operation {
#define MAP_OPERATION(enumerator, helper, arity) \
	MAP_MAY_##enumerator = 1 << MAP_OPERATION_##enumerator,
#include "compiler/table/map_operation.def"
#undef MAP_OPERATION
};

enum map_user_operation_bit {
#define MAP_USER_OPERATION(enumerator, name) MAP_USER_OPERATION_##enumerator,
#include "compiler/table/map_user_operation.def"
#undef MAP_USER_OPERATION
	MAP_USER_OPERATION_COUNT
};

enum map_user_operation {
#define MAP_USER_OPERATION(enumerator, name) \
	MAP_USER_##enumerator = 1 << MAP_USER_OPERATION_##enumerator,
#include "compiler/table/map_user_operation.def"
#undef MAP_USER_OPERATION
};

enum map_flag_bit {
#define MAP_FLAG(enumerator, name, number, major, minor, what) MAP_FLAG_##enumerator = number,
#include "compiler/table/map_flag.def"
#undef MAP_FLAG
};

enum map_type {
#define MAP_KIND(enumerator, name, number, ...) MAP_TYPE_##enumerator = number,
#include "compiler/table/map_kind.def"
#undef MAP_KIND
};

enum map_trait { TRAIT_PER_CPU = 1, TRAIT_EVICTS = 2, TRAIT_LOCKS = 4, TRAIT_TIMERS = 8 };

struct map_kind {
	const char *name; /* "bpf_hash" */
	int number;	  /* enum bpf_map_type */
	enum key_rule key_rule;
	enum value_rule value_rule;
	enum entries_rule entries_rule;
	unsigned operations, user_operations;
	unsigned flags, needed_flags;
	bool per_cpu;
	bool evicts;			/* drops entries by itself when full */
	bool holds_locks, holds_timers; /* its values can have one */
	int kernel;
	int sleeping_kernel; /* from which on programs that may sleep can use it; 0: none */
	const char *documentation;
	const char *missing, *instead; /* of one that `defmap` does not take yet; else NULL */
};

extern const struct map_kind map_kinds[];
extern const size_t map_kind_count;
const struct map_kind *map_kind_find(const char *name);
/* Whether each index has an element, with zeros at first. */
bool map_has_all(const struct map_kind *kind);

/* What the kernel calls for a helper that takes any map: where objects are keys, one of their own. */
enum helper_id map_helper(const struct map_kind *kind, enum helper_id helper);

/* The operation that a call of a helper is, as a bit; 0 for one that is none. */
unsigned map_operation_of(const struct helper *helper);
const struct helper *map_operation_helper(enum map_operation_bit operation);
const char *map_user_operation_name(enum map_user_operation_bit operation);

struct map_flag {
	const char *name;
	unsigned bit;
	int kernel;
	const char *documentation;
};

extern const struct map_flag map_flags[];
extern const size_t map_flag_count;
/* NULL when there is none of that name. */
const struct map_flag *map_flag_find(const char *name);

#endif
