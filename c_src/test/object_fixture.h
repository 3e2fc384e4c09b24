/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of the back end share: objects made by clang, and counts of what leaks. */
#ifndef HONEY_TEST_OBJECT_FIXTURE_H
#define HONEY_TEST_OBJECT_FIXTURE_H

#include "base/arena.h"
#include "compiler/object/clang.h"

#include <stddef.h>
#include <stdlib.h>

/* Counts failures and goes on. */
#define EXPECT(condition) expect(!!(condition), #condition, __FILE__, __LINE__)
/* For what the rest of the test depends on. */
#define REQUIRE(condition) \
	do { \
		if (!EXPECT(condition)) \
			exit(1); \
	} while (0)

int expect(int condition, const char *text, const char *file, int line);
int failures(void);

/* The fixture's text; tests run from the top of the tree. Ends the test if it is not there. */
const char *fixture_source(struct arena *arena, const char *name, size_t *size);
/* clang_run() of a fixture, with this process's PATH. */
enum clang_status fixture_compile(struct arena *arena, const char *name,
				  struct clang_output *output);

int open_fds(void);
/* Whether this process has a child, running or dead. */
int has_child(void);

#endif
