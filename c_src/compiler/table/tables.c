/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/table/tables.h"

#include "compiler/core/suggest.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct integer_type integer_types[] = {
#define INTEGER_TYPE(enumerator, name, c_type, size, is_signed) { #name, #c_type, size, is_signed },
#include "compiler/table/integer_type.def"
#undef INTEGER_TYPE
};

const struct integer_type *integer_type_find(const char *name)
{
	for (size_t i = 0; i < COUNT(integer_types); i++) {
		if (strcmp(integer_types[i].name, name) == 0)
			return &integer_types[i];
	}
	return NULL;
}

const struct integer_type *integer_type_of_size(unsigned size, bool is_signed)
{
	for (size_t i = 0; i < COUNT(integer_types); i++) {
		if (integer_types[i].size == size && integer_types[i].is_signed == is_signed)
			return &integer_types[i];
	}
	return NULL;
}

const struct program_kind program_kinds[] = {
#define PROGRAM_KIND(enumerator, section, type, rest, context, result, on_error, sleeps, major, \
		     minor) \
	{ section, PROGRAM_TYPE_##type, \
	  rest,	   context, \
	  result,  on_error, \
	  sleeps,  KERNEL_VERSION_OF(major, minor) },
#include "compiler/table/program_kind.def"
#undef PROGRAM_KIND
};

const size_t program_kind_count = COUNT(program_kinds);

const struct program_kind *program_kind_find(const char *section)
{
	size_t length = strcspn(section, "/");

	for (size_t i = 0; i < program_kind_count; i++) {
		if (strlen(program_kinds[i].section) == length &&
		    memcmp(program_kinds[i].section, section, length) == 0)
			return &program_kinds[i];
	}
	return NULL;
}

static const struct operator operators[] = {
#define OPERATOR(enumerator, erlang, arity, elixir, class, rule) \
	{ OPERATOR_##enumerator, erlang, arity, elixir, OPERATOR_##class, RULE_##rule },
#include "compiler/table/operator.def"
#undef OPERATOR
};

const struct operator *operator_find(const char *erlang_name, size_t arity)
{
	for (size_t i = 0; i < COUNT(operators); i++) {
		if (operators[i].arity == arity && strcmp(operators[i].erlang, erlang_name) == 0)
			return &operators[i];
	}
	return NULL;
}

static const struct {
	const char *name;
	int number;
} errnos[] = {
#define ERRNO(name, number) { #name, number },
#include "compiler/table/errno.def"
#undef ERRNO
};

int errno_find(const char *name)
{
	for (size_t i = 0; i < COUNT(errnos); i++) {
		if (strcmp(errnos[i].name, name) == 0)
			return errnos[i].number;
	}
	return 0;
}

const char *errno_name(int number)
{
	for (size_t i = 0; i < COUNT(errnos); i++) {
		if (errnos[i].number == number)
			return errnos[i].name;
	}
	return NULL;
}

const char *errno_suggest(struct arena *arena, const char *name)
{
	const char *names[COUNT(errnos)];

	for (size_t i = 0; i < COUNT(errnos); i++)
		names[i] = errnos[i].name;
	return suggest_name(arena, name, names, COUNT(errnos));
}

const char *xdp_answer_suggest(struct arena *arena, const char *name)
{
	static const char *const names[] = {
#define XDP_ANSWER(name) name,
#include "compiler/table/xdp_answer.def"
#undef XDP_ANSWER
	};

	return suggest_name(arena, name, names, COUNT(names));
}
