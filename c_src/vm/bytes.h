/* SPDX-License-Identifier: Apache-2.0 */
#ifndef HONEY_VM_BYTES_H
#define HONEY_VM_BYTES_H

#include <stddef.h>

/* What is in a file; start is NULL where it cannot be read, or is empty. The caller frees it. */
struct bytes {
	char *start;
	size_t size;
};

struct bytes bytes__read(const char *path);

#endif
