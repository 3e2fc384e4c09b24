/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What clauses have left of their subjects: after `{nil, nil}` either the first is not
 * nil, or it is and the second is not. So what is left is a list of alternatives, each
 * with a type for every subject.
 */
#ifndef HONEY_COMPILER_LEFT_H
#define HONEY_COMPILER_LEFT_H

#include "compiler/infer/infer_internal.h"

struct left {
	struct type *alternatives[MOST_ALTERNATIVES]; /* `width` types each */
	size_t count;
	size_t width; /* subjects */
};

struct left left_all(struct infer *infer, const struct type *subjects, size_t width);
/* The join of the alternatives, for each subject. */
void left_join(struct infer *infer, const struct left *left, struct type *subjects);
/* The join of those that the clause's patterns may match; false when there is none. */
bool left_matchable(struct infer *infer, const struct left *left, const struct clause *clause,
		    struct type *subjects);
/* Takes away what the clause's patterns match. */
void left_take(struct infer *infer, struct left *left, const struct clause *clause);

#endif
