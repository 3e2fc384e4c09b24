/* SPDX-License-Identifier: Apache-2.0 */
/* What all terms of the compiler's library are made of. */
#ifndef HONEY_NIF_COMPILER_TERM_H
#define HONEY_NIF_COMPILER_TERM_H

#include <erl_nif.h>

ERL_NIF_TERM make_atom(ErlNifEnv *env, const char *name);
ERL_NIF_TERM make_bytes(ErlNifEnv *env, const void *bytes, size_t size);
ERL_NIF_TERM make_text(ErlNifEnv *env, const char *text); /* NULL: nil */
/* <<"5.10">> */
ERL_NIF_TERM make_version(ErlNifEnv *env, int version);
void put(ErlNifEnv *env, ERL_NIF_TERM *map, const char *key, ERL_NIF_TERM value);

#endif
