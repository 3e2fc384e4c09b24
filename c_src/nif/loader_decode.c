/* SPDX-License-Identifier: Apache-2.0 */
#include "nif/loader_decode.h"

#include "nif/loader_term.h"

#include "loader/scalar.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum decoder_kind {
	DECODER_CONSTANT, /* an atom, of no bytes */
	DECODER_INTEGER,
	DECODER_BOOLEAN,
	DECODER_STRING,
	DECODER_BINARY,
	DECODER_ARRAY,
	DECODER_ENUM,
	DECODER_STRUCT,
	DECODER_TUPLE,
	DECODER_SWAPPED, /* an integer whose highest byte comes first */
};

struct decoder {
	enum decoder_kind kind;
	size_t offset; /* in the struct around it */
	size_t size;
	bool is_signed;	       /* INTEGER, ENUM */
	enum scalar scalar;    /* the same */
	size_t count;	       /* of what follows */
	struct decoder *parts; /* ARRAY: its element; STRUCT: one for each key; TUPLE: elements */
	ERL_NIF_TERM *atoms; /* CONSTANT: one; BOOLEAN: false, true; ENUM: members; STRUCT: keys */
	int64_t *numbers;    /* of ENUM's members, by their bits */
	size_t room;	     /* terms that wait while a value is put together */
};

/* What is freed is zero where nothing was made. */
static void release(struct decoder *decoder)
{
	for (size_t i = 0; decoder->parts && i < decoder->count; i++)
		release(&decoder->parts[i]);
	free(decoder->parts);
	free(decoder->atoms);
	free(decoder->numbers);
	*decoder = (struct decoder){ 0 };
}

static bool make_room(struct decoder *decoder, size_t count)
{
	decoder->parts = calloc(count + 1, sizeof(*decoder->parts));
	decoder->atoms = calloc(count + 1, sizeof(*decoder->atoms));
	decoder->numbers = calloc(count + 1, sizeof(*decoder->numbers));
	return decoder->parts && decoder->atoms && decoder->numbers;
}

static bool build(ErlNifEnv *env, ERL_NIF_TERM codec, struct decoder *decoder);

static bool get_size(ErlNifEnv *env, ERL_NIF_TERM term, size_t *size)
{
	ErlNifUInt64 number;

	if (!enif_get_uint64(env, term, &number))
		return false;
	*size = (size_t)number;
	return true;
}

/* {integer, Type, Bits, Least, Greatest} */
static bool build_integer(ErlNifEnv *env, const ERL_NIF_TERM *codec, struct decoder *decoder)
{
	ErlNifSInt64 least;

	decoder->kind = DECODER_INTEGER;
	if (!get_size(env, codec[2], &decoder->size) || !enif_get_int64(env, codec[3], &least))
		return false;
	decoder->size /= 8;
	decoder->is_signed = least < 0;
	return scalar__by_size(decoder->size, decoder->is_signed, &decoder->scalar);
}

/* {be, Integer} */
static bool build_swapped(ErlNifEnv *env, const ERL_NIF_TERM *codec, struct decoder *decoder)
{
	bool is_right = build(env, codec[1], decoder);

	decoder->kind = DECODER_SWAPPED;
	return is_right;
}

/* {tuple, Type, [{Offset, Codec}], Size} */
static bool build_tuple(ErlNifEnv *env, const ERL_NIF_TERM *codec, struct decoder *decoder)
{
	ERL_NIF_TERM list = codec[2], head;
	unsigned count;

	decoder->kind = DECODER_TUPLE;
	if (!enif_get_list_length(env, list, &count) || !make_room(decoder, count) ||
	    !get_size(env, codec[3], &decoder->size))
		return false;
	while (enif_get_list_cell(env, list, &head, &list)) {
		struct decoder *part = &decoder->parts[decoder->count++];
		const ERL_NIF_TERM *element;
		int arity;

		if (!enif_get_tuple(env, head, &arity, &element) || arity != 2 ||
		    !build(env, element[1], part) || !get_size(env, element[0], &part->offset))
			return false;
	}
	return true;
}

/* {array, N, Element} */
static bool build_array(ErlNifEnv *env, const ERL_NIF_TERM *codec, struct decoder *decoder)
{
	decoder->kind = DECODER_ARRAY;
	if (!get_size(env, codec[1], &decoder->count) || !make_room(decoder, decoder->count) ||
	    !build(env, codec[2], &decoder->parts[0]))
		return false;
	decoder->size = decoder->count * decoder->parts[0].size;
	return true;
}

static bool get_number(ErlNifEnv *env, ERL_NIF_TERM term, int64_t *number)
{
	ErlNifSInt64 narrow;
	ErlNifUInt64 wide;

	if (enif_get_int64(env, term, &narrow))
		*number = narrow;
	else if (enif_get_uint64(env, term, &wide))
		*number = (int64_t)wide;
	else
		return false;
	return true;
}

/* {enum, Integer, Numbers, #{Number => Atom}} */
static bool build_enum(ErlNifEnv *env, const ERL_NIF_TERM *codec, struct decoder *decoder)
{
	ErlNifMapIterator members;
	ERL_NIF_TERM number;
	size_t count;

	if (!build(env, codec[1], decoder) || !enif_get_map_size(env, codec[3], &count) ||
	    !make_room(decoder, count) ||
	    !enif_map_iterator_create(env, codec[3], &members, ERL_NIF_MAP_ITERATOR_FIRST))
		return false;
	decoder->kind = DECODER_ENUM;
	for (; enif_map_iterator_get_pair(env, &members, &number, &decoder->atoms[decoder->count]);
	     enif_map_iterator_next(env, &members))
		if (get_number(env, number, &decoder->numbers[decoder->count]))
			decoder->count++;
	enif_map_iterator_destroy(env, &members);
	return true;
}

/* The keys in the order in which a map has them, so that making one need not sort. */
static bool order_keys(ErlNifEnv *env, ERL_NIF_TERM fields, struct decoder *decoder)
{
	ErlNifMapIterator pairs;
	ERL_NIF_TERM codec;
	bool is_right = true;

	if (!enif_map_iterator_create(env, fields, &pairs, ERL_NIF_MAP_ITERATOR_FIRST))
		return false;
	for (size_t i = 0;
	     is_right && enif_map_iterator_get_pair(env, &pairs, &decoder->atoms[i], &codec); i++) {
		is_right = build(env, codec, &decoder->parts[i]);
		decoder->count = i + 1;
		enif_map_iterator_next(env, &pairs);
	}
	enif_map_iterator_destroy(env, &pairs);
	return is_right;
}

static struct decoder *part_of(const struct decoder *decoder, ERL_NIF_TERM key)
{
	for (size_t i = 0; i < decoder->count; i++) {
		if (enif_is_identical(decoder->atoms[i], key))
			return &decoder->parts[i];
	}
	return NULL;
}

/* [{Field, Codec, Size, GapBits}], one behind the other */
static bool set_offsets(ErlNifEnv *env, ERL_NIF_TERM parts, const struct decoder *decoder)
{
	size_t offset = 0, size, gap;
	ERL_NIF_TERM head;

	while (enif_get_list_cell(env, parts, &head, &parts)) {
		const ERL_NIF_TERM *part;
		int arity;

		if (!enif_get_tuple(env, head, &arity, &part) || arity != 4 ||
		    !get_size(env, part[2], &size) || !get_size(env, part[3], &gap))
			return false;
		part_of(decoder, part[0])->offset = offset;
		offset += size + gap / 8;
	}
	return true;
}

/* {struct, Name, Parts, Size} */
static bool build_struct(ErlNifEnv *env, const ERL_NIF_TERM *codec, struct decoder *decoder)
{
	ERL_NIF_TERM list = codec[2], head, fields = enif_make_new_map(env);
	size_t count;

	decoder->kind = DECODER_STRUCT;
	enif_make_map_put(env, fields, make_atom(env, "__struct__"), codec[1], &fields);
	while (enif_get_list_cell(env, list, &head, &list)) {
		const ERL_NIF_TERM *part;
		int arity;

		if (!enif_get_tuple(env, head, &arity, &part) || arity != 4)
			return false;
		enif_make_map_put(env, fields, part[0], part[1], &fields);
	}
	return get_size(env, codec[3], &decoder->size) && enif_get_map_size(env, fields, &count) &&
	       make_room(decoder, count) && order_keys(env, fields, decoder) &&
	       set_offsets(env, codec[2], decoder);
}

static bool build_boolean(ErlNifEnv *env, struct decoder *decoder)
{
	decoder->kind = DECODER_BOOLEAN;
	decoder->size = 1;
	if (!make_room(decoder, 2))
		return false;
	decoder->atoms[0] = make_atom(env, "false");
	decoder->atoms[1] = make_atom(env, "true");
	return true;
}

/* {string | binary, Size} */
static bool build_bytes(ErlNifEnv *env, const ERL_NIF_TERM *codec, enum decoder_kind kind,
			struct decoder *decoder)
{
	decoder->kind = kind;
	return get_size(env, codec[1], &decoder->size);
}

static bool build_constant(ERL_NIF_TERM atom, struct decoder *decoder)
{
	decoder->kind = DECODER_CONSTANT;
	if (!make_room(decoder, 1))
		return false;
	decoder->atoms[0] = atom;
	return true;
}

static bool build_kind(ErlNifEnv *env, ERL_NIF_TERM codec, struct decoder *decoder)
{
	const ERL_NIF_TERM *parts;
	char name[16];
	int arity;

	if (enif_is_atom(env, codec))
		return build_constant(codec, decoder);
	if (!enif_get_tuple(env, codec, &arity, &parts) || arity < 1 ||
	    !enif_get_atom(env, parts[0], name, sizeof(name), ERL_NIF_LATIN1))
		return false;
	if (strcmp(name, "integer") == 0 && arity == 5)
		return build_integer(env, parts, decoder);
	if (strcmp(name, "array") == 0 && arity == 3)
		return build_array(env, parts, decoder);
	if (strcmp(name, "enum") == 0 && arity == 4)
		return build_enum(env, parts, decoder);
	if (strcmp(name, "be") == 0 && arity == 2)
		return build_swapped(env, parts, decoder);
	if (strcmp(name, "tuple") == 0 && arity == 4)
		return build_tuple(env, parts, decoder);
	if (strcmp(name, "struct") == 0 && arity == 4)
		return build_struct(env, parts, decoder);
	if (strcmp(name, "bool") == 0 && arity == 1)
		return build_boolean(env, decoder);
	if (strcmp(name, "string") == 0 && arity == 2)
		return build_bytes(env, parts, DECODER_STRING, decoder);
	if (strcmp(name, "binary") == 0 && arity == 2)
		return build_bytes(env, parts, DECODER_BINARY, decoder);
	return false;
}

/* How many terms wait at most: those of a value itself, and those of the part that is being made. */
static size_t room_of(const struct decoder *decoder)
{
	size_t most = 0, parts = decoder->kind == DECODER_ARRAY ? 1 : decoder->count;

	if (decoder->kind != DECODER_ARRAY && decoder->kind != DECODER_STRUCT &&
	    decoder->kind != DECODER_TUPLE)
		return 0;
	for (size_t i = 0; i < parts; i++)
		most = decoder->parts[i].room > most ? decoder->parts[i].room : most;
	return decoder->count + most;
}

static bool build(ErlNifEnv *env, ERL_NIF_TERM codec, struct decoder *decoder)
{
	if (!build_kind(env, codec, decoder))
		return false;
	decoder->room = room_of(decoder);
	return true;
}

struct decoder *decoder_new(ErlNifEnv *env, ERL_NIF_TERM codec)
{
	struct decoder *decoder = calloc(1, sizeof(*decoder));

	if (decoder && !build(env, codec, decoder)) {
		decoder_free(decoder);
		return NULL;
	}
	return decoder;
}

void decoder_free(struct decoder *decoder)
{
	if (decoder)
		release(decoder);
	free(decoder);
}

size_t decoder_size(const struct decoder *decoder)
{
	return decoder->size;
}

size_t decoder_room(const struct decoder *decoder)
{
	return decoder->room;
}

static int64_t number_at(const struct decoder *decoder, const void *bytes)
{
	const struct integer number = scalar__load(decoder->scalar, bytes);

	return (int64_t)number.bits;
}

static int64_t swapped_at(const struct decoder *decoder, const unsigned char *bytes)
{
	uint64_t number = 0;

	for (size_t i = 0; i < decoder->size; i++)
		number = number << 8 | bytes[i];
	return (int64_t)number;
}

static ERL_NIF_TERM integer_term(ErlNifEnv *env, const struct decoder *decoder, int64_t number)
{
	if (decoder->is_signed)
		return enif_make_int64(env, number);
	return enif_make_uint64(env, (uint64_t)number);
}

static ERL_NIF_TERM enum_term(ErlNifEnv *env, const struct decoder *decoder, int64_t number)
{
	for (size_t i = 0; i < decoder->count; i++) {
		if (decoder->numbers[i] == number)
			return decoder->atoms[i];
	}
	return integer_term(env, decoder, number);
}

static ERL_NIF_TERM array_term(ErlNifEnv *env, const struct decoder *decoder, const char *bytes,
			       ERL_NIF_TERM *room)
{
	const struct decoder *element = &decoder->parts[0];

	for (size_t i = 0; i < decoder->count; i++)
		room[i] = decoder_term(env, element, bytes + i * element->size,
				       room + decoder->count);
	return enif_make_list_from_array(env, room, (unsigned)decoder->count);
}

/* The values of all parts, at the beginning of the room. */
static void set_parts(ErlNifEnv *env, const struct decoder *decoder, const char *bytes,
		      ERL_NIF_TERM *room)
{
	for (size_t i = 0; i < decoder->count; i++)
		room[i] = decoder_term(env, &decoder->parts[i], bytes + decoder->parts[i].offset,
				       room + decoder->count);
}

static ERL_NIF_TERM struct_term(ErlNifEnv *env, const struct decoder *decoder, const char *bytes,
				ERL_NIF_TERM *room)
{
	ERL_NIF_TERM map;

	set_parts(env, decoder, bytes, room);
	enif_make_map_from_arrays(env, decoder->atoms, room, decoder->count, &map);
	return map;
}

ERL_NIF_TERM decoder_term(ErlNifEnv *env, const struct decoder *decoder, const void *bytes,
			  ERL_NIF_TERM *room)
{
	switch (decoder->kind) {
	case DECODER_CONSTANT:
		return decoder->atoms[0];
	case DECODER_INTEGER:
		return integer_term(env, decoder, number_at(decoder, bytes));
	case DECODER_BOOLEAN:
		return decoder->atoms[*(const char *)bytes != 0];
	case DECODER_STRING:
		return make_bytes(env, bytes, strnlen(bytes, decoder->size));
	case DECODER_BINARY:
		return make_bytes(env, bytes, decoder->size);
	case DECODER_ARRAY:
		return array_term(env, decoder, bytes, room);
	case DECODER_ENUM:
		return enum_term(env, decoder, number_at(decoder, bytes));
	case DECODER_STRUCT:
		return struct_term(env, decoder, bytes, room);
	case DECODER_TUPLE:
		set_parts(env, decoder, bytes, room);
		return enif_make_tuple_from_array(env, room, (unsigned)decoder->count);
	case DECODER_SWAPPED:
		return integer_term(env, decoder, swapped_at(decoder, bytes));
	}
	return make_atom(env, "nil");
}
