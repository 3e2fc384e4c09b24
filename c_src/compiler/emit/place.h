/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where values live: in registers and on the stack, as clang sees fit, or in scratch memory;
 * and which C variables the slots are.
 *
 * The kernel gives a program and what it calls 512 bytes of stack. Where a function is far from
 * that, every slot is a variable of its own. Else it is thrifty: constants are stored into one
 * variable of each type just before each use, the other slots share variables where they are
 * not needed at the same time, and values that are many at a time live in scratch memory.
 *
 * Scratch memory is a struct with a member for each function that needs one. A program has
 * SCRATCH_CLAIMS of them on each CPU, because it may be entered again before it has ended: by an
 * interrupt or by another task when the kernel preempts it. The kernel has four such levels: a
 * task, a soft interrupt, a hard one, and one that cannot be masked. While a program sleeps any
 * number of tasks may enter it, so that it has SLEEPER_CLAIMS.
 *
 * A program claims one by a counter in it that it adds one to: it has it when the counter is one
 * after that. Two that come at the same time may both see two, and try the next; both see one
 * never. All that do so for the same counter are on one CPU, which the kernel lets no program
 * leave, not even while it sleeps, so their accesses need no more order than that of the program.
 */
#ifndef HONEY_COMPILER_PLACE_H
#define HONEY_COMPILER_PLACE_H

#include "compiler/core/context.h"

struct ir_unit;

#define SCRATCH_CLAIMS 4
#define SLEEPER_CLAIMS 16

/* How much is taken from the stack: clang says only afterwards whether that was enough. */
enum thrift { THRIFT_NONE, THRIFT_SOME, THRIFT_MUCH, THRIFT_MOST };

/* May run several times, each time from the start. */
void place(struct compile *compile, struct ir_unit *unit, enum thrift thrift);

#endif
