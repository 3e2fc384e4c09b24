/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of Enum that are loops: what those who make them share. */
#ifndef HONEY_COMPILER_DESUGAR_ENUM_H
#define HONEY_COMPILER_DESUGAR_ENUM_H

#include "compiler/desugar/desugar_loop.h"

enum stage_kind { STAGE_MAP, STAGE_FILTER, STAGE_REJECT };

struct stage {
	enum stage_kind kind;
	struct callable function;
	struct variable *made; /* what a STAGE_MAP has made of the element; NULL: nobody reads it */
};

#define MOST_STAGES 8

/* See enum_function.def. */
enum fusing { FUSES_NOT, FUSES_ANY, FUSES_FILTERED, FUSES_EARLY };

struct enum_call {
	const struct term *arguments; /* of the Enum function */
	size_t count;
	bool has_function;
	struct callable function;
	struct expression *final;	  /* the call of that */
	struct stage stages[MOST_STAGES]; /* what each element goes through before, in this order */
	size_t stage_count;
	enum fusing fusing;
	struct span span;
};

/* The loop of a function of Enum; `loop` has begun. */
typedef struct expression *enum_make(struct desugar *desugar, struct enum_call *call,
				     struct making *loop);

#define NONE (-1)
#define ENUM_FUNCTION(name, arity, function_arity, make, fusing) enum_make make;
#include "compiler/desugar/enum_function.def"
#undef ENUM_FUNCTION

/* function(element), or the element itself where there is no function */
struct expression *applied(struct desugar *desugar, struct enum_call *call,
			   struct expression *element);
/* function(element, state) */
struct expression *applied_with(struct desugar *desugar, struct enum_call *call,
				struct expression *element, struct expression *state);

/* desugar_stage.c: pipelines of Enum.map, Enum.filter and Enum.reject */
/* The stages that the call takes, and what they go over; false after a diagnostic. */
bool read_stages(struct desugar *desugar, struct enum_call *call, struct source *source);
/* The element as the stages before have made it. */
struct expression *taken(struct desugar *desugar, struct enum_call *call,
			 const struct making *loop);
/* The loop, whose body takes elements, and whose only state is handed on by those left out. */
struct expression *end_taking(struct desugar *desugar, struct enum_call *call, struct making *loop,
			      struct expression *body, struct expression *otherwise);

#endif
