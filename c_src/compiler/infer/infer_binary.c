/* SPDX-License-Identifier: Apache-2.0 */
/* Binaries: patterns of segments, sizes, equality, and the packet of XDP programs. */
#include "compiler/infer/infer_internal.h"
#include "compiler/table/packet.h"
#include "compiler/syntax/segment.h"

#include <string.h>

/* Longer ones would be compared by more code than they are worth. */
#define LONGEST_COMPARED 256
#define LONGEST_WALKED 64 /* where the run tells how much of it there is */

/* The verifier lets programs read their stack at a place that the run tells since this one. */
#define KERNEL_STACK_PLACES 0x050c

struct type infer_packet_field(struct infer *infer, const struct context_read *read,
			       const struct program *program)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;
	size_t count = 0;
	const struct tracepoint_field *fields = packet_fields(&count);

	if (strcmp(read->name, "packet") == 0)
		return type_slice(true, true, -1);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(read->name, fields[i].name) != 0)
			continue;
		read->access->field = &fields[i];
		return type_integer(INTEGER_S64, 0, UINT32_MAX);
	}
	diagnostic = error_at(diagnostics, read->span, CODE_UNKNOWN_FIELD,
			      "`%s` is not a field of the context of `%s` programs", read->name,
			      program->kind->section);
	diagnostic_hint(diagnostics, diagnostic,
			"there are `packet`, `ingress_ifindex` and `rx_queue_index`");
	return type_poison();
}

void check_place(struct infer *infer, struct span span)
{
	if (!infer->is_trial)
		check_use(infer, span,
			  "reading a string or binary at a place that only the run tells", false,
			  KERNEL_STACK_PLACES);
}

static bool refuse_equality(struct infer *infer, struct span span, const char *why,
			    const char *hint)
{
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic = error_at(diagnostics, span, CODE_UNSUPPORTED, "%s", why);

	diagnostic_hint(diagnostics, diagnostic, "%s", hint);
	return false;
}

/* The bytes that the two have in common at most. */
static int most_compared(const struct type *left, const struct type *right)
{
	int left_most = type_known_bits(left) >= 0 ? type_known_bits(left) / 8
			: type_has_array(left)	   ? (int)type_array_size(left)
						   : UINT16_MAX;
	int right_most = type_known_bits(right) >= 0 ? type_known_bits(right) / 8
			 : type_has_array(right)     ? (int)type_array_size(right)
						     : UINT16_MAX;

	return left_most < right_most ? left_most : right_most;
}

static bool can_compare_binaries(struct infer *infer, struct span span, const struct type *left,
				 const struct type *right)
{
	bool is_known = type_known_bits(left) >= 0 || type_known_bits(right) >= 0;

	if (binary_equality(left, right) != UNDECIDED || (left->text_size && right->text_size))
		return true;
	if (!is_known && !type_has_array(left) && !type_has_array(right))
		return refuse_equality(
			infer, span, "found a comparison of two binaries, neither of a known size",
			"match one of them with its size, `name::binary-size(6)`");
	if (!is_known && most_compared(left, right) > LONGEST_WALKED)
		return refuse_equality(infer, span,
				       "found a comparison of binaries of more than 64 bytes, "
				       "neither of a known size",
				       "match one of them with its size, `name::binary-size(80)`");
	if (most_compared(left, right) > LONGEST_COMPARED)
		return refuse_equality(infer, span,
				       "found a comparison of binaries of more than 256 bytes",
				       "compare the parts that matter");
	if (!is_known && (left->slice.capacity || right->slice.capacity))
		check_place(infer, span);
	return true;
}

static bool is_number(const struct memory_type *type)
{
	return type->kind == MEMORY_INTEGER || type->kind == MEMORY_SWAPPED;
}

/* Whether values of the two can be equal on the BEAM, for all that is known. */
static bool memory_can_meet(const struct memory_type *a, const struct memory_type *b)
{
	if (memory_type_equal(a, b) || (is_number(a) && is_number(b)))
		return true;
	if (a->kind != b->kind || a->kind == MEMORY_RECORD)
		return false;
	return a->kind != MEMORY_ARRAY ||
	       (a->count == b->count && memory_can_meet(a->element, b->element));
}

/* They are compared as bytes, and these differ. */
static bool are_other_arrays(const struct memory_type *a, const struct memory_type *b)
{
	return a && b && a->kind == MEMORY_ARRAY && !memory_type_equal(a, b) &&
	       memory_can_meet(a, b);
}

bool can_compare(struct infer *infer, struct span span, const struct type *left,
		 const struct type *right)
{
	if (are_other_arrays(left->memory, right->memory))
		return refuse_equality(
			infer, span,
			"found a comparison of two arrays whose elements are of different types",
			"match the elements of one, `[a, b] = array`, and compare with `[a, b]`");
	if (type_has_unkept(left) || type_has_unkept(right))
		return refuse_equality(
			infer, span,
			"this compares with a list that comes from a loop, and the kernel does not keep "
			"it",
			IN_ONE_LOOP);
	if (type_has_binary(left) && type_has_binary(right) &&
	    !can_compare_binaries(infer, span, left, right))
		return false;
	for (size_t i = 0; i < left->data_count; i++) {
		for (size_t n = 0; n < right->data_count; n++) {
			const struct data *l = &left->data[i], *r = &right->data[n];

			for (size_t e = 0; shape_is_like(l->shape, r->shape) && e < l->shape->count;
			     e++) {
				if (!can_compare(infer, span, &l->elements[e], &r->elements[e]))
					return false;
			}
		}
	}
	return true;
}

bool can_compare_elements(struct infer *infer, struct span span, const struct type *wanted,
			  const struct type *lists)
{
	for (size_t i = 0; i < lists->data_count; i++) {
		for (size_t n = 0; n < lists->data[i].shape->count; n++) {
			if (!can_compare(infer, span, wanted, &lists->data[i].elements[n]))
				return false;
		}
	}
	return true;
}

bool may_be_binary(struct infer *infer, const struct expression *whole,
		   const struct expression *operand, const struct type *type, const char *name)
{
	const char *text = type_text(infer->compile, &infer->typed_unit->atoms, type);
	struct diagnostics *diagnostics = &infer->compile->diagnostics;

	if (type_is_binary(type) || infer->in_guard)
		return type_has_binary(type);
	if (type_has_binary(type))
		diagnostic_hint(diagnostics,
				strict_at(diagnostics, operand_span(operand, whole),
					  CODE_BAD_OPERAND,
					  "%s is %s here, and `%s` needs a binary",
					  operand_text(infer, operand), text, name),
				"match the other cases first");
	else
		hint_of_address(infer,
				error_at(diagnostics, operand_span(operand, whole),
					 CODE_BAD_OPERAND, "%s is %s, and `%s` needs a binary",
					 operand_text(infer, operand), text, name),
				operand, true);
	return type_has_binary(type);
}

struct type infer_size(struct infer *infer, const struct expression *expression)
{
	const struct operator *operator = expression->operation.operator;
	struct type type = infer_expression(infer, expression->operation.left);
	bool is_bits = operator->kind == OPERATOR_BIT_SIZE;
	wide unit = is_bits ? 8 : 1;

	if (type.is_poison || type_is_none(&type))
		return type;
	if (!type_is_binary(&type))
		mark_raise(infer, expression, RAISES_LEFT);
	if (!may_be_binary(infer, expression, expression->operation.left, &type, operator->elixir))
		return infer->in_guard ? type_none() : type_poison();
	if (type.text_size)
		return type_integer(INTEGER_S64, type.literal ? (type.text_size - 1) * unit : 0,
				    (type.text_size - 1) * unit);
	if (type.slice.bits >= 0) {
		wide size = is_bits ? type.slice.bits : (type.slice.bits + 7) / 8;

		return type_integer(INTEGER_S64, size, size);
	}
	if (type.slice.capacity)
		return type_integer(INTEGER_S64, 0, type.slice.capacity * unit);
	return type_integer(INTEGER_S64, 0, 0xffff * unit);
}

/* A pattern's segments, one after the other, with what is certain of the place of each. */
struct walk {
	struct infer *infer;
	const struct type *binary;
	struct place place;
	bool can_match, always_matches;
	bool is_refused; /* a diagnostic says why */
};

static struct type infer_segment_size(struct walk *walk, const struct segment *segment)
{
	struct infer *infer = walk->infer;
	struct type size;

	infer->in_guard++;
	size = infer_expression(infer, segment->size);
	infer->in_guard--;
	if (size.is_poison) {
		walk->is_refused = true;
	} else if (type_is_none(&size)) {
		walk->can_match = false;
	} else if (size.integer == INTEGER_NONE) {
		walk->is_refused = true;
		diagnostic_hint(
			&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics,
				 segment->size->span.column ? segment->size->span : segment->span,
				 CODE_BAD_OPERAND,
				 "%s is %s here, and the size of a segment is an integer",
				 operand_text(infer, segment->size),
				 type_text(infer->compile, &infer->typed_unit->atoms, &size)),
			"give it an integer, or a variable that holds one");
	}
	return size;
}

/* The integer's low 64 bits count, as of every integer. */
static struct type segment_integer(const struct segment *segment, const struct type *size)
{
	wide bits = (wide)segment->bits, one = 1;

	if (segment->size)
		bits = size->range.high < 0 ? 0 : size->range.high > 64 ? 64 : size->range.high;
	if (segment->size)
		bits = bits * segment->unit > 64 ? 64 : bits * segment->unit;
	if (bits > 64)
		bits = 64;
	if (segment->is_signed && bits)
		return type_integer(INTEGER_S64, -(one << (bits - 1)), (one << (bits - 1)) - 1);
	return type_integer(bits > 63 ? INTEGER_U64 : INTEGER_S64, 0,
			    bits > 63 ? WIDE_U64_MAX : (one << bits) - 1);
}

static struct type segment_type(struct walk *walk, const struct segment *segment,
				const struct type *size)
{
	if (segment->kind == SEGMENT_INTEGER)
		return segment_integer(segment, size);
	if (!walk->binary->text_size)
		return segment_slice(segment, &walk->place, walk->binary);
	if (!segment->is_rest)
		return type_text_of((unsigned)segment->bits / 8 + 1);
	return type_text_of(walk->binary->text_size - (unsigned)walk->place.offset / 8);
}

static void walk_segment(struct walk *walk, const struct segment *segment)
{
	struct type size = type_none();
	struct match match;
	struct type type;

	if (segment->size)
		size = infer_segment_size(walk, segment);
	if (!walk->can_match || walk->is_refused)
		return;
	if (segment->size || segment->kind == SEGMENT_TEXT ||
	    (segment->pattern->kind != PATTERN_ANY && segment->pattern->kind != PATTERN_VARIABLE))
		walk->always_matches = false;
	if (segment->is_rest && segment->bits > 1 &&
	    !(segment->bits == 8 && place_leaves_bytes(&walk->place)))
		walk->always_matches = false;
	if (segment->kind != SEGMENT_TEXT) {
		type = segment_type(walk, segment, &size);
		match = match_pattern(walk->infer, segment->pattern, type);
		walk->can_match = !type_is_none(&match.matched);
	}
	walk->place = place_after(walk->place, segment);
}

/* Whether the constant sizes alone tell that the pattern is too long, or not as long. */
static bool fits_length(const struct walk *walk, bool has_rest)
{
	uint64_t bits = walk->place.constant;

	if (walk->binary->text_size)
		return bits % 8 == 0 && bits / 8 < walk->binary->text_size;
	if (walk->binary->slice.capacity && bits > walk->binary->slice.capacity * 8)
		return false;
	if (walk->binary->slice.bits < 0)
		return true;
	if (!walk->place.is_fixed || has_rest)
		return bits <= (uint64_t)walk->binary->slice.bits;
	return bits == (uint64_t)walk->binary->slice.bits;
}

/* A diagnostic stands already: nothing more is said of the variables either. */
static struct match refused(struct infer *infer, const struct pattern *pattern)
{
	for (size_t i = 0; i < pattern->binary.count; i++)
		match_pattern(infer, pattern->binary.segments[i].pattern, type_poison());
	return (struct match){ .matched = type_poison(), .rest = type_poison() };
}

/* Whether something of an array is read at a place that only the run tells. */
static bool looks_within(const struct pattern *pattern, const struct type *bytes)
{
	bool is_within = type_has_place(bytes) && bytes->slice.bits < 0;

	if (!bytes->slice.capacity)
		return false;
	for (size_t i = 0; i < pattern->binary.count; i++) {
		const struct segment *segment = &pattern->binary.segments[i];

		is_within = is_within || segment->size;
		if (is_within &&
		    (segment->kind == SEGMENT_TEXT || segment->kind == SEGMENT_INTEGER))
			return true;
	}
	return false;
}

struct match match_binary(struct infer *infer, const struct pattern *pattern, struct type subject)
{
	struct type binary = type_only_binary(subject);
	struct type bytes = binary;
	struct walk walk = { .infer = infer, .binary = &bytes, .can_match = true };
	bool has_rest = pattern->binary.count &&
			pattern->binary.segments[pattern->binary.count - 1].is_rest;
	struct match none = { .matched = type_none(), .rest = subject };

	if (subject.is_poison)
		return refused(infer, pattern);
	if (!type_has_binary(&subject))
		return none;
	walk.always_matches = subject.slice.is_slice && (has_rest || subject.slice.bits >= 0);
	if (pattern_needs_bytes(pattern, &binary)) {
		bytes = type_none();
		type_as_bytes(&binary, &bytes);
	}
	walk.place = place_start(&bytes);
	if (looks_within(pattern, &bytes))
		check_place(infer, pattern->span);
	for (size_t i = 0; i < pattern->binary.count && walk.can_match && !walk.is_refused; i++)
		walk_segment(&walk, &pattern->binary.segments[i]);
	if (walk.is_refused)
		return refused(infer, pattern);
	if (!walk.can_match || !fits_length(&walk, has_rest))
		return none;
	if (walk.place.constant && subject.slice.bits < 0)
		walk.always_matches = false;
	return (struct match){ .matched = binary,
			       .rest = walk.always_matches ? type_without_binary(subject)
							   : subject };
}
