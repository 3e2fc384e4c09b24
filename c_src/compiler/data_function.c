/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/data_function.h"

#include <string.h>

static const struct data_function data_functions[] = {
#define DATA_FUNCTION(enumerator, erlang, arity, elixir, of, raised) \
	{ FUNCTION_##enumerator, erlang, arity, elixir, DATA_##of, RAISE_##raised },
#include "compiler/data_function.def"
#undef DATA_FUNCTION
};

const struct data_function *data_function_find(const char *erlang_name, size_t arity)
{
	for (size_t i = 0; i < sizeof(data_functions) / sizeof(data_functions[0]); i++) {
		if (data_functions[i].arity == arity &&
		    strcmp(data_functions[i].erlang, erlang_name) == 0)
			return &data_functions[i];
	}
	return NULL;
}
