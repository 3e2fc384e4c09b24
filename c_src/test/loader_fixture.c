/* SPDX-License-Identifier: Apache-2.0 */
#include "test/loader_fixture.h"

#include "loader/log.h"
#include "loader/object.h"
#include "test/object_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static bool read_file(const char *path, struct file *file)
{
	FILE *stream = fopen(path, "rb");
	long size = -1;

	if (!stream)
		return false;
	if (!fseek(stream, 0, SEEK_END))
		size = ftell(stream);
	rewind(stream);
	file->size = size > 0 ? (size_t)size : 0;
	file->bytes = malloc(file->size + 1);
	if (file->bytes && fread(file->bytes, 1, file->size, stream) != file->size)
		file->size = 0;
	fclose(stream);
	return file->bytes && file->size;
}

bool loader_build(const char *name, struct file *file)
{
	char path[64], command[512];
	bool built;

	snprintf(path, sizeof(path), "/tmp/honey-loader-test-%d.o", (int)getpid());
	snprintf(command, sizeof(command),
		 "clang -target bpf -mcpu=v3 -g -O2 -I /usr/include/$(uname -m)-linux-gnu "
		 "-c test/support/loader/%s.bpf.c -o %s 2>/dev/null",
		 name, path);
	built = !system(command) && read_file(path, file);
	unlink(path);
	if (!built)
		printf("skipped: clang does not build test/support/loader/%s.bpf.c\n", name);
	return built;
}

struct object *loader_load(const struct file *file)
{
	struct object *object = NULL;
	struct log log = { 0 };
	int err = object__open(file->bytes, file->size, "test", &log, &object);

	EXPECT(!err);
	log__release(&log);
	if (err)
		return NULL;
	err = object__load(object, &log);
	log__release(&log);
	if (!err)
		return object;
	object__close(object);
	object__put(object);
	return NULL;
}

void loader_unload(struct object *object)
{
	EXPECT(object__close(object));
	EXPECT(!object__close(object));
	object__put(object);
}

bool loader_has_kernel(const struct file *file)
{
	struct object *object = loader_load(file);

	if (object)
		loader_unload(object);
	else
		puts("skipped on the kernel: this process may not create BPF maps");
	return object;
}
