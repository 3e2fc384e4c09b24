/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An object of the corpus, under test on the running kernel.
 *
 * What the kernel refuses is told, and left out of the next attempt: one
 * refusal does not hide the others. What is not as expected is told too, and
 * counted; the test goes on.
 */
#ifndef HONEY_VM_SUBJECT_H
#define HONEY_VM_SUBJECT_H

#include "loader/scalar.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct object;

#define SUBJECT_NAME_MAX 128
#define SUBJECT_REFUSED_MAX 64

struct subject {
	char path[SUBJECT_NAME_MAX];
	struct object *object; /* loaded without what was refused; NULL: not at all */
	size_t programs;
	size_t refused;
	char refused_names[SUBJECT_REFUSED_MAX][SUBJECT_NAME_MAX];
	size_t absent; /* programs whose tracepoint this kernel has not: they are not tried */
	size_t attached;
	size_t runs;
	size_t ignored_runs;
	size_t wrong;
	/* of the last run */
	char program[SUBJECT_NAME_MAX];
	long raised; /* the site, or -1 */
	bool is_ignored;
};

void subject__load(struct subject *subject, const char *path);
void subject__close(struct subject *subject);

/* Attaches every tracepoint program that disturbs no process, and leaves it attached. */
void subject__attach(struct subject *subject);

void subject__put(struct subject *subject, const char *map, struct integer key,
		  struct integer value);
void subject__clear(struct subject *subject, const char *map);

/* Runs a program; of one that was refused, the rest of the case is passed over. */
void subject__run(struct subject *subject, const char *program, int result);
void subject__expect(struct subject *subject, const char *map, struct integer key,
		     struct integer value);
void subject__expect_count(struct subject *subject, const char *map, size_t count);
bool subject__raised_at(const struct subject *subject, size_t site);

/* This process computes for a while: a map by process ids must have its nanoseconds. */
void subject__expect_time(struct subject *subject, const char *map);

/* Tells, and counts, what is not as it should be. */
void subject__wrong(struct subject *subject, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
