/* SPDX-License-Identifier: Apache-2.0 */
/* The format of bpf_printk: what it asks of its arguments, and how C spells it. */
#ifndef HONEY_COMPILER_PRINTK_FORMAT_H
#define HONEY_COMPILER_PRINTK_FORMAT_H

#include "compiler/syntax/syntax.h"

struct buffer;
struct infer;

/* bpf_printk(format, [argument, ...]); the arguments begin at `first` of the list. */
bool printk_check(struct infer *infer, const struct expression *call,
		  const struct expression *format, const struct expression *list, size_t first);
/* bpf_printk([format, argument, ...]) */
bool printk_check_list(struct infer *infer, const struct expression *call,
		       const struct expression *list);

/*
 * The text between the quotes of a C literal: `pid %d` becomes `pid %lld`, or `pid %llu`
 * where the n-th argument is a u64.
 */
void printk_print(struct buffer *text, const char *format, size_t size, const bool *is_u64);

#endif
