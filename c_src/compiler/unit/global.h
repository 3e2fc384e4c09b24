/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Global variables: what `defvar` defines. A constant lies in .rodata, where the loader may give
 * it another value before the verifier sees it; a live one in .data, which programs and Elixir
 * change while programs run.
 */
#ifndef HONEY_COMPILER_GLOBAL_H
#define HONEY_COMPILER_GLOBAL_H

#include "compiler/core/context.h"
#include "compiler/core/term.h"

struct memory_type;
struct module;
struct unit;

struct global {
	const char *name;		/* Elixir's */
	const char *symbol;		/* ELF's */
	const struct memory_type *type; /* never NULL */
	bool is_live;
	const unsigned char *initial; /* as many bytes as the type has */
	const struct module *module;
	struct span span;
};

/* False when the term is none of a definition. */
bool global_read(struct compile *compile, struct unit *unit, struct global *global,
		 const struct term *term);

#endif
