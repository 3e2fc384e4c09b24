/* SPDX-License-Identifier: Apache-2.0 */
/* What came of a compilation, as Honey.Nif answers it. */
#ifndef HONEY_NIF_COMPILER_ANSWER_H
#define HONEY_NIF_COMPILER_ANSWER_H

#include "compiler/compile.h"

#include <erl_nif.h>

ERL_NIF_TERM make_answer(ErlNifEnv *env, const struct compile_input *input,
			 const struct compile_output *output);
/* Of a compilation that could not begin. */
ERL_NIF_TERM make_memory_error(ErlNifEnv *env);

#endif
