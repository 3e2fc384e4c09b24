/* SPDX-License-Identifier: Apache-2.0 */
/* The types of data in memory as terms: what Honey.Codec makes bytes by. */
#ifndef HONEY_NIF_COMPILER_TYPE_H
#define HONEY_NIF_COMPILER_TYPE_H

#include "compiler/unit/unit.h"
#include "nif/compiler_term.h"

#include <erl_nif.h>

/*
 * :u32, :bool, {:enum, [{:a, 0}], :u32}, {:string, 16}, {:array, type, 4}, {:struct, name},
 * {:tuple, size, [{offset, type}]}, :ipv4, :ipv6, {:be, :u16}, {:lpm, :ipv4}
 */
ERL_NIF_TERM make_memory_type(ErlNifEnv *env, const struct memory_type *type);
/* [%{name:, size:, alignment:, fields: [%{name:, offset:, size:, type:}]}] */
ERL_NIF_TERM make_record_types(ErlNifEnv *env, const struct unit *unit);

/* compiler_map_kind.c */
ERL_NIF_TERM nif_map_kinds(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

/* compiler_tracepoint.c */
ERL_NIF_TERM nif_tracepoints(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);
ERL_NIF_TERM nif_tracepoint(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

/* compiler_var.c */
ERL_NIF_TERM make_vars(ErlNifEnv *env, const struct unit *unit);

/* compiler_helper.c */
ERL_NIF_TERM nif_helpers(ErlNifEnv *env, int argc, const ERL_NIF_TERM argv[]);

#endif
