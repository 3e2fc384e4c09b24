/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/segment.h"

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

struct type segment_slice(const struct segment *segment, const struct place *place,
			  const struct type *binary)
{
	bool is_aligned = place->is_known && place->bit == 0;

	if (segment->is_rest)
		return type_slice(is_aligned, segment->bits % 8 == 0 || place_leaves_bytes(place),
				  rest_bits(place, binary));
	if (segment->size)
		return type_slice(is_aligned, segment->unit % 8 == 0, -1);
	return type_slice(is_aligned, segment->bits % 8 == 0, (int)segment->bits);
}

enum decision binary_equality(const struct type *left, const struct type *right)
{
	const struct type *literal = left->literal ? left : right;
	const struct type *other = left->literal ? right : left;

	if (!type_has_binary(left) || !type_has_binary(right))
		return DECIDED_FALSE;
	if (left->literal && right->literal)
		return left->text_size == right->text_size && memcmp(left->literal, right->literal,
								     left->text_size - 1) == 0
			       ? DECIDED_TRUE
			       : DECIDED_FALSE;
	if (literal->literal && type_has_text(other) &&
	    (literal->has_nul || literal->text_size > other->text_size))
		return DECIDED_FALSE;
	if (literal->literal && other->slice.bits >= 0 && other->slice.is_slice &&
	    other->slice.bits != (int)(literal->text_size - 1) * 8)
		return DECIDED_FALSE;
	if (left->slice.is_slice && right->slice.is_slice && left->slice.bits >= 0 &&
	    right->slice.bits >= 0 && left->slice.bits != right->slice.bits)
		return DECIDED_FALSE;
	return UNDECIDED;
}
