/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Splits large functions into pieces, which are C functions of their own.
 *
 * clang's time grows with the square of a function's size: 1,000 sequential `if`s of Elixir take
 * it 0.9 s, 5,000 took 21 s; and a jump reaches over 32,767 instructions at most. So a function of
 * more than MOST_WEIGHT is cut: runs of its statements, a quarter of that each, become pieces,
 * at places where few values are needed on both sides. What a piece takes and what it sets goes
 * through a struct, as with the turns of a bpf_loop (capture.h), or through scratch memory (place.h).
 *
 * Smaller functions stay as they are.
 */
#ifndef HONEY_COMPILER_SPLIT_H
#define HONEY_COMPILER_SPLIT_H

#include <stddef.h>

struct compile;
struct ir_unit;

/* `most_weight` 0: MOST_WEIGHT; tests look at small functions in small pieces. */
void split(struct compile *compile, struct ir_unit *unit, size_t most_weight);

#endif
