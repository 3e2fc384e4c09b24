/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/syntax/syntax.h"

static const struct {
	const char *name, *exception;
} kinds[] = {
#define RAISE_KIND(enumerator, name, exception) { #name, exception },
#include "compiler/syntax/raise_kind.def"
#undef RAISE_KIND
};

const char *raise_kind_name(enum raise_kind kind)
{
	return kinds[kind].name;
}

const char *raise_kind_exception(enum raise_kind kind)
{
	return kinds[kind].exception;
}
