/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/binary_type.h"

#include "base/buffer.h"
#include "compiler/unit/memory_type.h"

#include <string.h>

struct type type_text_of(unsigned size)
{
	return (struct type){ .text_size = size };
}

struct type type_literal(const char *bytes, size_t size)
{
	return (struct type){ .text_size = (unsigned)size + 1,
			      .literal = bytes,
			      .has_nul = memchr(bytes, 0, size) != NULL };
}

struct type type_slice(bool is_aligned, bool is_whole, int bits)
{
	struct slice slice = { .is_slice = true, .bits = bits };

	slice.is_aligned = is_aligned;
	slice.is_whole = is_whole;
	return (struct type){ .slice = slice };
}

/* An array has a byte at least. */
struct type type_bits_of(unsigned bits)
{
	struct slice slice = { .is_slice = true, .is_aligned = true, .bits = (int)bits };

	slice.is_whole = bits % 8 == 0;
	slice.capacity = bits ? (bits + 7) / 8 : 1;
	return (struct type){ .slice = slice };
}

struct type type_bytes(unsigned size)
{
	return type_bits_of(size * 8);
}

struct type type_bytes_within(unsigned capacity)
{
	struct type type = type_bytes(capacity);

	type.slice.bits = -1;
	return type;
}

bool type_has_array(const struct type *type)
{
	return type_has_text(type) || type->slice.capacity;
}

unsigned type_array_size(const struct type *type)
{
	return type->slice.capacity ? type->slice.capacity : type->text_size;
}

bool type_has_place(const struct type *type)
{
	return type->slice.is_slice &&
	       (!type->slice.capacity || type->slice.bits != (int)type->slice.capacity * 8);
}

int type_known_bits(const struct type *type)
{
	if (type->literal || type->text_size == 1)
		return (int)(type->text_size - 1) * 8;
	return type->slice.is_slice ? type->slice.bits : -1;
}

bool type_as_bytes(const struct type *type, struct type *bytes)
{
	int bits = type_known_bits(type);

	if (type->slice.capacity)
		bytes->slice = type->slice;
	else if (bits >= 0 && bits <= LARGEST_DATA * 8)
		*bytes = type_bits_of((unsigned)bits);
	else if (type->text_size)
		*bytes = type_bytes_within(type->text_size - 1);
	return bytes->slice.capacity > 0;
}

bool type_has_binary(const struct type *type)
{
	return type->text_size || type->slice.is_slice;
}

bool type_has_text(const struct type *type)
{
	return type->text_size && !type->literal;
}

struct type type_only_binary(struct type type)
{
	return (struct type){ .text_size = type.text_size,
			      .literal = type.literal,
			      .has_nul = type.has_nul,
			      .slice = type.slice,
			      .is_poison = type.is_poison };
}

struct type type_without_binary(struct type type)
{
	type.text_size = 0;
	type.literal = NULL;
	type.has_nul = false;
	type.slice = (struct slice){ .is_slice = false };
	return type;
}

static bool same_literal(const struct type *a, const struct type *b)
{
	if (!a->literal || !b->literal)
		return a->literal == b->literal;
	return a->text_size == b->text_size &&
	       memcmp(a->literal, b->literal, a->text_size - 1) == 0;
}

static struct slice join_slices(struct slice a, struct slice b)
{
	return (struct slice){ .is_slice = true,
			       .is_aligned = a.is_aligned && b.is_aligned,
			       .is_whole = a.is_whole && b.is_whole,
			       .bits = a.bits == b.bits ? a.bits : -1,
			       .capacity = a.capacity > b.capacity ? a.capacity : b.capacity,
			       .is_split = a.is_split || b.is_split };
}

static void join_strings(struct type *joined, const struct type *a, const struct type *b)
{
	joined->text_size = a->text_size > b->text_size ? a->text_size : b->text_size;
	if (same_literal(a, b)) {
		joined->literal = a->literal;
		joined->has_nul = a->has_nul;
	}
}

/* "", which is a part of any packet, too. */
static bool is_empty(const struct type *type)
{
	return type->literal && type->text_size == 1;
}

void binary_join(struct type *joined, const struct type *a, const struct type *b)
{
	const struct type *one = type_has_binary(a) ? a : b;
	struct type left = type_none(), right = type_none();

	if (!type_has_binary(a) || !type_has_binary(b)) {
		joined->text_size = one->text_size;
		joined->literal = one->literal;
		joined->has_nul = one->has_nul;
		joined->slice = one->slice;
	} else if (a->text_size && b->text_size &&
		   (same_literal(a, b) || (!a->has_nul && !b->has_nul))) {
		join_strings(joined, a, b);
	} else if (a->slice.is_slice && b->slice.is_slice &&
		   !a->slice.capacity == !b->slice.capacity) {
		joined->slice = join_slices(a->slice, b->slice);
	} else if (type_as_bytes(a, &left) && type_as_bytes(b, &right)) {
		joined->slice = join_slices(left.slice, right.slice);
	} else if (is_empty(a) || is_empty(b)) {
		joined->slice = is_empty(a) ? b->slice : a->slice;
	} else {
		joined->slice = a->slice.is_slice ? a->slice : b->slice;
		joined->slice.is_split = true;
	}
}

static bool slices_equal(struct slice a, struct slice b)
{
	return a.is_slice == b.is_slice && a.is_aligned == b.is_aligned &&
	       a.is_whole == b.is_whole && a.bits == b.bits && a.capacity == b.capacity &&
	       a.is_split == b.is_split;
}

bool binary_equal(const struct type *a, const struct type *b)
{
	return a->text_size == b->text_size && same_literal(a, b) && a->has_nul == b->has_nul &&
	       slices_equal(a->slice, b->slice);
}

void binary_widen(struct type *type)
{
	if (type->has_nul) {
		type->slice = type_bytes(type->text_size - 1).slice;
		type->text_size = 0;
		type->has_nul = false;
	}
	type->literal = NULL;
}

const char *slice_text(struct compile *compile, const struct slice *slice)
{
	if (slice->is_split)
		return "a binary in the packet or a string or binary outside of it";
	if (slice->is_whole && slice->bits >= 8)
		return arena_print(compile->arena, "a binary of %d byte%s", slice->bits / 8,
				   slice->bits == 8 ? "" : "s");
	return slice->is_whole ? "a binary" : "a bitstring";
}
