/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns of data take of a type, and what they leave to the next clause. */
#include "compiler/infer/data_pattern.h"
#include "compiler/infer/infer_internal.h"

#include <string.h>

/* What the pattern's items take and leave of the elements of one shape. */
struct taken {
	struct data data;    /* with the elements that are taken */
	struct match *items; /* of each item */
	bool is_none, is_all;
};

/* Puts what an item has matched, or left, where its element is in the shape. */
static void put_element(const struct pattern *pattern, const struct data *data, size_t n,
			const struct type *type)
{
	size_t skipped = pattern->data.count;

	if (n < skipped && pattern->data.kind == DATA_MAP)
		data->elements[shape_find_key(data->shape, &pattern->data.keys[n])] = *type;
	else if (n < skipped)
		data->elements[n] = *type;
	else if (type->data_count == 1 && type->data[0].shape->count)
		memcpy(data->elements + skipped, type->data[0].elements,
		       (data->shape->count - skipped) * sizeof(*type));
}

static struct data copy_of(struct infer *infer, const struct data *data)
{
	struct data copy = { .shape = data->shape };

	copy.elements = ARENA_ARRAY(infer->compile->arena, struct type, data->shape->count);
	if (data->shape->count)
		memcpy(copy.elements, data->elements, data->shape->count * sizeof(*copy.elements));
	return copy;
}

/* Matches the items, each against the join of what the shapes have there. */
static struct taken take(struct infer *infer, const struct pattern *pattern,
			 const struct data *candidates, size_t count)
{
	size_t items = pattern_item_count(pattern);
	struct taken taken = { .data = copy_of(infer, &candidates[0]), .is_all = true };

	taken.items = ARENA_ARRAY(infer->compile->arena, struct match, items);
	for (size_t i = 0; i < items; i++) {
		struct match *match = &taken.items[i];
		struct type element = type_none();

		for (size_t n = 0; n < count; n++)
			element = type_join(
				infer->compile, element,
				pattern_element(infer->compile, pattern, &candidates[n], i));
		*match = match_pattern(infer, pattern_item(pattern, i), element);
		taken.is_none = taken.is_none || type_is_none(&match->matched);
		taken.is_all = taken.is_all && type_is_none(&match->rest);
		put_element(pattern, &taken.data, i, &match->matched);
	}
	return taken;
}

static void add_rest(struct infer *infer, struct match *match, struct type rest)
{
	match->rest = type_join(infer->compile, match->rest, rest);
	if (!type_is_none(&rest) && match->rest_count < MOST_ALTERNATIVES)
		match->rests[match->rest_count] = rest;
	match->rest_count += !type_is_none(&rest);
}

/*
 * What is left of the only shape that the pattern can take, in parts: the first item fails;
 * or it matches, and the second fails; and so on. And the other shapes.
 */
static void leave_parts(struct infer *infer, const struct pattern *pattern, struct match *match,
			struct type subject, size_t which, const struct taken *taken)
{
	struct data so_far = copy_of(infer, &subject.data[which]);

	match->rest = type_none();
	match->rests = ARENA_ARRAY(infer->compile->arena, struct type, MOST_ALTERNATIVES);
	add_rest(infer, match, type_without_shape(infer->compile, subject, which));
	for (size_t i = 0; i < pattern_item_count(pattern); i++) {
		const struct match *item = &taken->items[i];
		size_t count = item->rest_count ? item->rest_count : 1;

		for (size_t n = 0; n < count && !type_is_none(&item->rest); n++) {
			struct data left = copy_of(infer, &so_far);

			put_element(pattern, &left, i,
				    item->rest_count ? &item->rests[n] : &item->rest);
			add_rest(infer, match,
				 type_data(infer->compile, left.shape, left.elements));
		}
		put_element(pattern, &so_far, i, &item->matched);
	}
	if (match->rest_count > MOST_ALTERNATIVES)
		match->rest_count = 0;
}

/* Its variables are poison, too. */
static struct match match_poison(struct infer *infer, const struct pattern *pattern,
				 struct type poison)
{
	for (size_t i = 0; i < pattern_item_count(pattern); i++)
		match_pattern(infer, pattern_item(pattern, i), poison);
	return (struct match){ .matched = poison, .rest = poison };
}

static void refuse_unkept(struct infer *infer, struct span span)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic = error_at(
		diagnostics, span, CODE_UNSUPPORTED,
		"the list that is matched here comes from a loop, and the kernel does not keep it");

	diagnostic_hint(diagnostics, diagnostic,
			"its length must be known: one generator over at most 16 elements, whose "
			"pattern takes them all, and no filter; else use `reduce:`");
}

struct match match_data(struct infer *infer, const struct pattern *pattern, struct type subject)
{
	struct data *candidates =
		ARENA_ARRAY(infer->compile->arena, struct data, subject.data_count);
	struct match match = { .matched = type_none(), .rest = subject };
	size_t count = 0, which = 0;
	struct taken taken;

	if (pattern_is_of_memory(pattern, &subject))
		return match_memory(infer, pattern, subject);
	if (pattern_is_of_context(pattern, &subject))
		return match_context(infer, pattern, subject);
	for (size_t i = 0; i < subject.data_count; i++) {
		if (!shape_can_match(infer->compile, &infer->typed_unit->atoms, pattern,
				     &subject.data[i]))
			continue;
		which = i;
		candidates[count++] = subject.data[i];
	}
	if (pattern->data.kind == DATA_LIST && type_has_unkept(&subject)) {
		refuse_unkept(infer, pattern->span);
		subject = type_poison();
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
		leave_parts(infer, pattern, &match, subject, which, &taken);
		return match;
	}
	match.matched.data = candidates;
	match.matched.data_count = count;
	for (size_t i = subject.data_count; taken.is_all && i-- > 0;) {
		if (shape_can_match(infer->compile, &infer->typed_unit->atoms, pattern,
				    &subject.data[i]))
			match.rest = type_without_shape(infer->compile, match.rest, i);
	}
	return match;
}
