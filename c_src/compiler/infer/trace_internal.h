/* SPDX-License-Identifier: Apache-2.0 */
#ifndef HONEY_COMPILER_TRACE_INTERNAL_H
#define HONEY_COMPILER_TRACE_INTERNAL_H

#include "compiler/infer/infer.h"
#include "compiler/infer/trace.h"

#define WHOLE (-1)
#define PART (-2) /* of what is in a struct, or deeper in a tuple: which one is not asked */

/* Of a variable: the expression that it is, or the item of the tuple that that gives. */
struct source {
	const struct expression *expression;
	int item;
	int seen; /* by the latest question */
};

struct trace {
	const struct instance *instance;
	struct source *sources; /* by variable number */
	int question;
};

/* Of a variable; NULL for another expression, and where nothing is known of it. */
const struct source *trace_source(const struct trace *trace, const struct expression *expression);

#endif
