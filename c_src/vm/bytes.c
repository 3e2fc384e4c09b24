/* SPDX-License-Identifier: Apache-2.0 */
#include "vm/bytes.h"

#include <stdio.h>
#include <stdlib.h>

struct bytes bytes__read(const char *path)
{
	FILE *file = fopen(path, "rb");
	struct bytes bytes = { 0 };
	long size = -1;

	if (!file)
		return bytes;
	if (!fseek(file, 0, SEEK_END))
		size = ftell(file);
	rewind(file);
	bytes.start = size > 0 ? malloc((size_t)size) : NULL;
	if (bytes.start)
		bytes.size = fread(bytes.start, 1, (size_t)size, file);
	fclose(file);
	return bytes;
}
