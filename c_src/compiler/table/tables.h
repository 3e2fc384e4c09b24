/* SPDX-License-Identifier: Apache-2.0 */
/* The .def tables as C data: integer types, kinds of maps and programs, helpers, operators. */
#ifndef HONEY_COMPILER_TABLES_H
#define HONEY_COMPILER_TABLES_H

#include "compiler/table/helper.h"
#include "compiler/table/map_kind.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* A kernel version as one number, so that versions compare. */
#define KERNEL_VERSION_OF(major, minor) ((major) << 8 | (minor))

struct integer_type {
	const char *name;   /* "u32" */
	const char *c_type; /* "__u32" */
	unsigned size;	    /* bytes */
	bool is_signed;
};

const struct integer_type *integer_type_find(const char *name);
const struct integer_type *integer_type_of_size(unsigned size, bool is_signed);

enum section_rest { REST_NAMED, REST_NONE, REST_OPTIONAL };
enum context_kind { CONTEXT_TRACEPOINT, CONTEXT_OPAQUE, CONTEXT_XDP };
enum result_rule { RESULT_IGNORED, RESULT_NEEDED };

struct program_kind {
	const char *section;
	enum program_type type;
	enum section_rest rest;
	enum context_kind context;
	enum result_rule result;
	int on_error;
	bool sleeps; /* it may, and what it calls */
	int kernel;
};

extern const struct program_kind program_kinds[];
extern const size_t program_kind_count;
/* The kind of "tracepoint/sched/sched_switch"; NULL when its first word is unknown. */
const struct program_kind *program_kind_find(const char *section);

enum operator_class {
	OPERATOR_ARITHMETIC,
	OPERATOR_EQUALITY,
	OPERATOR_ORDER,
	OPERATOR_BOOLEAN,
	OPERATOR_TEST,
	OPERATOR_MEASURE, /* of a binary */
};

enum operator_rule {
	RULE_U64_IF_EITHER,
	RULE_OF_LEFT,
	RULE_OF_LEFT_ALONE,
	RULE_S64,
	RULE_NO_INTEGER,
};

enum operator_kind {
#define OPERATOR(enumerator, erlang, arity, elixir, class, rule) OPERATOR_##enumerator,
#include "compiler/table/operator.def"
#undef OPERATOR
};

struct operator {
	enum operator_kind kind;
	const char *erlang;
	size_t arity;
	const char *elixir;
	enum operator_class class;
	enum operator_rule rule;
};

const struct operator *operator_find(const char *erlang_name, size_t arity);

/* The errno's number, 0 when there is none of that name. */
int errno_find(const char *name);
const char *errno_name(int number);
/* The name that was probably meant; NULL when none is near. */
const char *errno_suggest(struct arena *arena, const char *name);
/* The same of the macros of Honey.XDP. */
const char *xdp_answer_suggest(struct arena *arena, const char *name);

#endif
