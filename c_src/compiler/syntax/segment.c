/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/syntax/segment.h"

#include <string.h>

struct place place_start(const struct type *type)
{
	return (struct place){ .is_known = type->text_size || type->slice.is_aligned,
			       .is_fixed = true,
			       .is_whole = type->text_size || type->slice.is_whole };
}

struct place place_after(struct place place, const struct segment *segment)
{
	if (segment->size || segment->is_rest) {
		bool is_bytes = segment->unit % 8 == 0;

		place.is_known = place.is_known && is_bytes;
		place.is_whole = place.is_whole && is_bytes;
		place.is_fixed = false;
		return place;
	}
	place.bit = (unsigned)((place.bit + segment->bits) % 8);
	place.offset += segment->bits;
	place.constant += segment->bits;
	return place;
}

bool place_leaves_bytes(const struct place *place)
{
	return place->is_whole && place->constant % 8 == 0;
}

static int rest_bits(const struct place *place, const struct type *binary)
{
	if (binary->slice.bits < 0 || !place->is_fixed ||
	    place->offset > (uint64_t)binary->slice.bits)
		return -1;
	return binary->slice.bits - (int)place->offset;
}

/* A part of an array that is of a constant size is an array of its own. */
static struct type part_of(const struct type *binary, bool is_aligned, bool is_whole, int bits)
{
	struct type type = type_slice(is_aligned, is_whole, bits);

	if (!binary->slice.capacity)
		return type;
	if (bits >= 0 && is_aligned && is_whole)
		return type_bytes((unsigned)bits / 8);
	type.slice.capacity = binary->slice.capacity;
	return type;
}

struct type segment_slice(const struct segment *segment, const struct place *place,
			  const struct type *binary)
{
	bool is_aligned = place->is_known && place->bit == 0;

	if (segment->is_rest)
		return part_of(binary, is_aligned,
			       segment->bits % 8 == 0 || place_leaves_bytes(place),
			       rest_bits(place, binary));
	if (segment->size)
		return part_of(binary, is_aligned, segment->unit % 8 == 0, -1);
	return part_of(binary, is_aligned, segment->bits % 8 == 0, (int)segment->bits);
}

bool pattern_needs_bytes(const struct pattern *pattern, const struct type *type)
{
	uint64_t at = 0;

	if (type->slice.is_slice)
		return false;
	if (type->has_nul)
		return true;
	for (size_t i = 0; i < pattern->binary.count; i++) {
		const struct segment *segment = &pattern->binary.segments[i];
		bool is_part = segment->kind == SEGMENT_BITS &&
			       segment->pattern->kind != PATTERN_ANY;

		if (segment->size || (segment->is_rest && segment->bits > 8) ||
		    (is_part && (at % 8 || (segment->bits % 8 && !segment->is_rest))))
			return true;
		at += segment->is_rest ? 0 : segment->bits;
	}
	return at % 8 != 0;
}

/* The fewest and the most bits that it can have. */
static void size_range(const struct type *type, int *least, int *most)
{
	*least = *most = type_known_bits(type);
	if (*least >= 0)
		return;
	*least = 0;
	*most = INT32_MAX;
	if (type->slice.capacity)
		*most = (int)type->slice.capacity * 8;
	else if (type->text_size)
		*most = (int)(type->text_size - 1) * 8;
}

enum decision binary_equality(const struct type *left, const struct type *right)
{
	int left_least, left_most, right_least, right_most;

	if (!type_has_binary(left) || !type_has_binary(right))
		return DECIDED_FALSE;
	size_range(left, &left_least, &left_most);
	size_range(right, &right_least, &right_most);
	if (left_least > right_most || right_least > left_most)
		return DECIDED_FALSE;
	if (left->literal && right->literal)
		return memcmp(left->literal, right->literal, left->text_size - 1) == 0
			       ? DECIDED_TRUE
			       : DECIDED_FALSE;
	if ((left->has_nul && right->text_size) || (right->has_nul && left->text_size))
		return DECIDED_FALSE;
	return UNDECIDED;
}
