/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/left.h"

#include "compiler/infer/data_pattern.h"

#include <string.h>

static struct type *copy_of(struct infer *infer, const struct type *types, size_t width)
{
	struct type *copy = ARENA_ARRAY(infer->compile->arena, struct type, width);

	if (width)
		memcpy(copy, types, width * sizeof(*copy));
	return copy;
}

struct left left_all(struct infer *infer, const struct type *subjects, size_t width)
{
	struct left left = { .count = 1, .width = width };

	left.alternatives[0] = copy_of(infer, subjects, width);
	return left;
}

void left_join(struct infer *infer, const struct left *left, struct type *subjects)
{
	for (size_t i = 0; i < left->width; i++) {
		subjects[i] = type_none();
		for (size_t n = 0; n < left->count; n++)
			subjects[i] =
				type_join(infer->compile, subjects[i], left->alternatives[n][i]);
	}
}

static bool can_match(struct infer *infer, const struct clause *clause, const struct type *types)
{
	for (size_t i = 0; i < clause->pattern_count; i++) {
		if (!pattern_can_match(infer->compile, &infer->typed_unit->atoms,
				       clause->patterns[i], &types[i]))
			return false;
	}
	return true;
}

bool left_matchable(struct infer *infer, const struct left *left, const struct clause *clause,
		    struct type *subjects)
{
	struct left matchable = { .width = left->width };

	for (size_t n = 0; n < left->count; n++) {
		if (can_match(infer, clause, left->alternatives[n]))
			matchable.alternatives[matchable.count++] = left->alternatives[n];
	}
	left_join(infer, &matchable, subjects);
	return matchable.count > 0;
}

/* Where there is no room for one more, false. */
static bool add(struct left *left, struct type *alternative)
{
	if (left->count == MOST_ALTERNATIVES)
		return false;
	left->alternatives[left->count++] = alternative;
	return true;
}

/* The alternatives in which the i-th subject is what its pattern leaves. */
static bool add_rests(struct infer *infer, struct left *left, const struct type *types, size_t i,
		      const struct match *match)
{
	size_t count = match->rest_count ? match->rest_count : 1;

	if (type_is_none(&match->rest))
		return true;
	for (size_t n = 0; n < count; n++) {
		struct type *alternative = copy_of(infer, types, left->width);

		alternative[i] = match->rest_count ? match->rests[n] : match->rest;
		if (!add(left, alternative))
			return false;
	}
	return true;
}

/*
 * A value that the clause does not take fails at some first pattern: those before it have
 * matched, and those after it may be anything.
 */
static bool split(struct infer *infer, struct left *left, const struct type *alternative,
		  const struct clause *clause)
{
	struct type *types = copy_of(infer, alternative, left->width);
	struct change *mark = infer->changes;
	bool fits = true;

	infer->is_trial = true;
	for (size_t i = 0; i < clause->pattern_count; i++) {
		struct match match = match_pattern(infer, clause->patterns[i], alternative[i]);

		fits = fits && add_rests(infer, left, types, i, &match);
		types[i] = match.matched;
		if (type_is_none(&match.matched))
			break;
	}
	restore(infer, mark);
	infer->is_trial = false;
	return fits;
}

void left_take(struct infer *infer, struct left *left, const struct clause *clause)
{
	struct left rest = { .width = left->width };
	bool fits = true;

	for (size_t n = 0; n < left->count && fits; n++) {
		if (can_match(infer, clause, left->alternatives[n]))
			fits = split(infer, &rest, left->alternatives[n], clause);
		else
			fits = add(&rest, left->alternatives[n]);
	}
	if (fits)
		*left = rest;
}
