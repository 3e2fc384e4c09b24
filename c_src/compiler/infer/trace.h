/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where values come from, within one function: behind the names that `=`, the clauses of a `case` and
 * the parameters of functions of Honey.KernelMap give them.
 */
#ifndef HONEY_COMPILER_TRACE_H
#define HONEY_COMPILER_TRACE_H

#include <stdbool.h>

struct compile;
struct expression;
struct instance;
struct map_definition;
struct variable;

struct trace;

struct trace *trace_new(struct compile *compile, const struct instance *instance);

/* What the name stands for; the expression itself, where it is none or the value is only a part of one. */
const struct expression *trace_value(const struct trace *trace,
				     const struct expression *expression);
/* The same, but not behind a name that is read more than once. */
const struct expression *trace_single(const struct trace *trace,
				      const struct expression *expression);

/* Both are one value, by names, integers and tuples of these. */
bool trace_same(const struct trace *trace, const struct expression *a, const struct expression *b);

/*
 * The lookup of which the value is what was found, or else, where nothing was, one that does not depend
 * on the map; NULL for none.
 */
const struct expression *trace_lookup(const struct trace *trace,
				      const struct expression *expression);

const struct expression *trace_variable_lookup(const struct trace *trace,
					       const struct variable *variable);
/* The same of the second item of a tuple that is given where something was found, by `{:ok, value}`. */
const struct expression *trace_lookup_in_tuple(const struct trace *trace,
					       const struct expression *expression);

/* Whether the value is computed of what a lookup found in the map under this key. */
bool trace_depends(struct trace *trace, const struct expression *expression,
		   const struct map_definition *map, const struct expression *key);
/* Whether that cannot be excluded: by what decides about the value either, and by what is not followed. */
bool trace_may_depend(struct trace *trace, const struct expression *expression,
		      const struct map_definition *map, const struct expression *key);
/* The same as the former, of the variable that has what was found. */
bool trace_depends_on(struct trace *trace, const struct expression *expression,
		      const struct variable *there);

/* Whether the value is another one for each thread, or each CPU: of what the kernel says about itself. */
bool trace_is_of_thread(const struct trace *trace, const struct expression *expression);

#endif
