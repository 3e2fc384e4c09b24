/* SPDX-License-Identifier: Apache-2.0 */
/* The format of bpf_printk: what it asks of its values, and how C spells it. */
#ifndef HONEY_COMPILER_PRINTK_FORMAT_H
#define HONEY_COMPILER_PRINTK_FORMAT_H

#include "compiler/syntax/syntax.h"

struct atom_table;
struct buffer;
struct compile;
struct infer;
struct type;

/* What the kernel takes at most; in more than three, by bpf_trace_vprintk. */
#define PRINTK_MOST_VALUES 12
#define PRINTK_MOST_ARGUMENTS 3

enum printk_kind {
	PRINTK_NUMBER,
	PRINTK_TEXT,
	PRINTK_ATOMS,	 /* one of several, whose name is printed */
	PRINTK_CONSTANT, /* text that is known: it stands in the format, and is no argument */
	PRINTK_OTHER,	 /* of several kinds, or none that can be printed */
};

struct printk_value {
	enum printk_kind kind;
	bool is_u64;
	const char *text; /* of CONSTANT */
	size_t size;
};

/* What a value of the type is to bpf_printk. */
struct printk_value printk_value_of(const struct atom_table *atoms, const struct type *type);

/* bpf_printk(format, [argument, ...]); the arguments begin at `first` of the list. */
bool printk_check(struct infer *infer, const struct expression *call,
		  const struct expression *format, const struct expression *list, size_t first);
/* bpf_printk([format, argument, ...]) */
bool printk_check_list(struct infer *infer, const struct expression *call,
		       const struct expression *list);

/*
 * The text between the quotes of a C literal: `pid %d` becomes `pid %lld`, or `pid %llu` where the
 * n-th value is a u64, and `%v` what the n-th value is printed by.
 */
void printk_print(struct buffer *text, const char *format, size_t size,
		  const struct printk_value *values);

#endif
