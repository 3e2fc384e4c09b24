/* SPDX-License-Identifier: Apache-2.0 */
/* The functions that take data apart, as a table: data_function.def. */
#ifndef HONEY_COMPILER_DATA_FUNCTION_H
#define HONEY_COMPILER_DATA_FUNCTION_H

#include "compiler/syntax.h"

enum data_function_kind {
#define DATA_FUNCTION(enumerator, erlang, arity, elixir, of, raised) FUNCTION_##enumerator,
#include "compiler/data_function.def"
#undef DATA_FUNCTION
};

struct data_function {
	enum data_function_kind kind;
	const char *erlang;
	size_t arity;
	const char *elixir;
	enum data_kind of;
	enum raise_kind raised;
};

const struct data_function *data_function_find(const char *erlang_name, size_t arity);

#endif
