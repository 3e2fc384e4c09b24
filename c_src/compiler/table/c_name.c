/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/table/c_name.h"

#include <stddef.h>
#include <string.h>

static const struct {
	const char *name, *hint;
} c_names[] = {
#define C_NAME(name, hint) { #name, hint },
#include "compiler/table/c_name.def"
#undef C_NAME
};

const char *c_name_hint(const char *name)
{
	for (size_t i = 0; i < sizeof(c_names) / sizeof(c_names[0]); i++) {
		if (strcmp(c_names[i].name, name) == 0)
			return c_names[i].hint;
	}
	return NULL;
}
