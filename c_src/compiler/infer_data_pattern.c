/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns of data take of a type, and what they leave to the next clause. */
#include "compiler/data_pattern.h"
#include "compiler/infer_internal.h"

#include <string.h>

/* What the pattern's items take and leave of the elements of one shape. */
struct taken {
	struct data data;      /* with the elements that are taken */
	size_t partial, which; /* how many items leave something, the last of them */
	struct type left;      /* of that one */
	bool is_none;
};

static void take_element(struct taken *taken, const struct pattern *pattern, size_t n,
			 const struct match *match)
{
	int at = (int)n;

	if (!type_is_none(&match->rest)) {
		taken->partial++;
		taken->which = n;
		taken->left = match->rest;
	}
	taken->is_none = taken->is_none || type_is_none(&match->matched);
	if (pattern->data.kind == DATA_MAP)
		at = shape_find_key(taken->data.shape, &pattern->data.keys[n]);
	if (n < pattern->data.count)
		taken->data.elements[at] = match->matched;
	else if (match->matched.data_count == 1)
		memcpy(taken->data.elements + n, match->matched.data[0].elements,
		       match->matched.data[0].shape->count * sizeof(struct type));
}

/* Matches the items, each against the join of what the shapes have there. */
static struct taken take(struct infer *infer, const struct pattern *pattern,
			 const struct data *candidates, size_t count)
{
	struct arena *arena = infer->compile->arena;
	size_t size = candidates[0].shape->count;
	struct taken taken = { .data.shape = candidates[0].shape };

	taken.data.elements = ARENA_ARRAY(arena, struct type, size);
	if (size)
		memcpy(taken.data.elements, candidates[0].elements,
		       size * sizeof(*taken.data.elements));
	for (size_t i = 0; i < pattern_item_count(pattern); i++) {
		struct type element = type_none();
		struct match match;

		for (size_t n = 0; n < count; n++)
			element = type_join(
				infer->compile, element,
				pattern_element(infer->compile, pattern, &candidates[n], i));
		match = match_pattern(infer, pattern_item(pattern, i), element);
		take_element(&taken, pattern, i, &match);
	}
	return taken;
}

/* What a clause leaves of the only shape that its pattern can take. */
static struct type left_of_shape(struct infer *infer, const struct pattern *pattern,
				 struct type subject, size_t which, const struct taken *taken)
{
	struct type left = type_without_shape(infer->compile, subject, which);
	const struct data *data = &subject.data[which];
	size_t size = data->shape->count;
	struct type *elements;
	int at = (int)taken->which;

	if (!taken->partial)
		return left;
	if (taken->partial > 1 || taken->which == pattern->data.count)
		return subject;
	if (pattern->data.kind == DATA_MAP)
		at = shape_find_key(data->shape, &pattern->data.keys[taken->which]);
	elements = ARENA_ARRAY(infer->compile->arena, struct type, size);
	memcpy(elements, data->elements, size * sizeof(*elements));
	elements[at] = taken->left;
	return type_join(infer->compile, left, type_data(infer->compile, data->shape, elements));
}

/* Its variables are poison, too. */
static struct match match_poison(struct infer *infer, const struct pattern *pattern,
				 struct type poison)
{
	for (size_t i = 0; i < pattern_item_count(pattern); i++)
		match_pattern(infer, pattern_item(pattern, i), poison);
	return (struct match){ poison, poison };
}

struct match match_data(struct infer *infer, const struct pattern *pattern, struct type subject)
{
	struct data *candidates =
		ARENA_ARRAY(infer->compile->arena, struct data, subject.data_count);
	struct match match = { type_none(), subject };
	size_t count = 0, which = 0;
	struct taken taken;

	for (size_t i = 0; i < subject.data_count; i++) {
		if (!shape_can_match(infer->compile, &infer->typed_unit->atoms, pattern,
				     &subject.data[i]))
			continue;
		which = i;
		candidates[count++] = subject.data[i];
	}
	if (subject.is_poison)
		return match_poison(infer, pattern, subject);
	if (!count)
		return match;
	taken = take(infer, pattern, candidates, count);
	if (taken.is_none)
		return match;
	if (count == 1) {
		match.matched = type_data(infer->compile, taken.data.shape, taken.data.elements);
		match.rest = left_of_shape(infer, pattern, subject, which, &taken);
		return match;
	}
	match.matched.data = candidates;
	match.matched.data_count = count;
	for (size_t i = subject.data_count; !taken.partial && i-- > 0;) {
		if (shape_can_match(infer->compile, &infer->typed_unit->atoms, pattern,
				    &subject.data[i]))
			match.rest = type_without_shape(infer->compile, match.rest, i);
	}
	return match;
}
