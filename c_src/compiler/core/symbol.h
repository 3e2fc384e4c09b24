/* SPDX-License-Identifier: Apache-2.0 */
/* Elixir's names as C and ELF symbols: unique, valid, and the same wherever that is possible. */
#ifndef HONEY_COMPILER_SYMBOL_H
#define HONEY_COMPILER_SYMBOL_H

#include "base/index.h"

struct compile;

struct symbols {
	struct index taken; /* by the one address that a name has */
};

/* `run` stays `run`; `run!`, `int` and `été` become `run_x21`, `int_` and `x__xc3_xa9t_xc3_xa9`. */
const char *program_symbol(struct compile *compile, struct symbols *symbols, const char *name);

/* Functions refer to maps by name, so a map is not called as their variables are either. */
const char *map_symbol(struct compile *compile, struct symbols *symbols, const char *name);

/* A C identifier that is not checked for uniqueness, for names of local variables. */
const char *identifier_of(struct compile *compile, const char *name);

#endif
