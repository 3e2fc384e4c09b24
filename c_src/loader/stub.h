/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A program that stands where another one is to be attached, and goes on with it: all that it does
 * is a tail call to the one slot of a program array. What is in the slot can be replaced in one step.
 *
 * It is an object of its own, whose program has the section of the one that it stands for. So the
 * library attaches it to the same place.
 */
#ifndef HONEY_LOADER_STUB_H
#define HONEY_LOADER_STUB_H

#include <stdbool.h>

struct bpf_program;
struct stub;

/* Whether programs of its type are replaced by a stub at best; of others the kernel replaces links. */
bool stub__suits(const struct bpf_program *program);

/* A loaded stub, whose slot has the program, which is loaded too. -EOPNOTSUPP of one that may sleep. */
int stub__open(const struct bpf_program *program, struct stub **stub);
void stub__close(struct stub *stub); /* NULL is none */

struct bpf_program *stub__program(const struct stub *stub);

/* From now on it goes on with this one, on every CPU. */
int stub__set(const struct stub *stub, const struct bpf_program *program);

#endif
