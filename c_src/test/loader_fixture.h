/* SPDX-License-Identifier: Apache-2.0 */
/* The objects of test/support/loader, for the tests of the loader. */
#ifndef HONEY_TEST_LOADER_FIXTURE_H
#define HONEY_TEST_LOADER_FIXTURE_H

#include <stdbool.h>
#include <stddef.h>

struct file {
	char *bytes; /* the caller's to free */
	size_t size;
};

/* False where clang is not there, or does not build it. */
bool loader_build(const char *name, struct file *file);

#endif
