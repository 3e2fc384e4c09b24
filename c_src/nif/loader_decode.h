/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bytes to terms, many times the same: what Honey.Codec.decode/2 does, without looking at the
 * codec anew for each value.
 */
#ifndef HONEY_NIF_LOADER_DECODE_H
#define HONEY_NIF_LOADER_DECODE_H

#include <erl_nif.h>
#include <stdbool.h>
#include <stddef.h>

struct decoder;

/* By a codec, as Honey.Codec.compile/2 gives it; NULL when the term is none, or out of memory. */
struct decoder *decoder_new(ErlNifEnv *env, ERL_NIF_TERM codec);
void decoder_free(struct decoder *decoder);

/* How many bytes a value has. */
size_t decoder_size(const struct decoder *decoder);
/* Room for so many terms is needed while one is made. */
size_t decoder_room(const struct decoder *decoder);
ERL_NIF_TERM decoder_term(ErlNifEnv *env, const struct decoder *decoder, const void *bytes,
			  ERL_NIF_TERM *room);

#endif
