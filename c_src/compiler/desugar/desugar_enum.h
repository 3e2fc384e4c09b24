/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of Enum that are loops: what those who make them share. */
#ifndef HONEY_COMPILER_DESUGAR_ENUM_H
#define HONEY_COMPILER_DESUGAR_ENUM_H

#include "compiler/desugar/desugar_loop.h"

enum stage { STAGE_NONE, STAGE_MAP, STAGE_FILTER, STAGE_REJECT };

struct enum_call {
	const struct term *arguments; /* of the Enum function */
	size_t count;
	bool has_function;
	struct callable function;
	enum stage stage; /* what each element goes through before */
	struct callable stage_function;
	struct variable *staged; /* what a STAGE_MAP has made of the element */
	struct span span;
};

/* The loop of a function of Enum; `loop` has begun. */
typedef struct expression *enum_make(struct desugar *desugar, struct enum_call *call,
				     struct making *loop);

#define NONE (-1)
#define ENUM_FUNCTION(name, arity, function_arity, make, fuses) enum_make make;
#include "compiler/desugar/enum_function.def"
#undef ENUM_FUNCTION

/* function(element), or the element itself where there is no function */
struct expression *applied(struct desugar *desugar, const struct enum_call *call,
			   struct expression *element);
/* function(element, state) */
struct expression *applied_with(struct desugar *desugar, const struct enum_call *call,
				struct expression *element, struct expression *state);
/* The element as the stage before has made it. */
struct expression *taken(struct desugar *desugar, struct enum_call *call,
			 const struct making *loop);
/* The loop, whose body takes elements, and whose only state is handed on by those left out. */
struct expression *end_taking(struct desugar *desugar, const struct enum_call *call,
			      struct making *loop, struct expression *body,
			      struct expression *otherwise);

#endif
