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

struct object;

/* False where clang is not there, or does not build it, which is said. */
bool loader_build(const char *name, struct file *file);

/* NULL where the kernel does not load it. */
struct object *loader_load(const struct file *file);
void loader_unload(struct object *object);
/* Whether the kernel loads it; where not, that is said. */
bool loader_has_kernel(const struct file *file);

#endif
