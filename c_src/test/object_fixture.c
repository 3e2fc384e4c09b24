/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "test/object_fixture.h"

#include "compiler/object/child.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static int failure_count;

int expect(int condition, const char *text, const char *file, int line)
{
	if (!condition) {
		failure_count++;
		fprintf(stderr, "%s:%d: not so: %s\n", file, line, text);
	}
	return condition;
}

int failures(void)
{
	return failure_count;
}

const char *fixture_source(struct arena *arena, const char *name, size_t *size)
{
	const char *path = arena_print(arena, "c_src/test/fixtures/elf/%s", name);
	FILE *file = fopen(path, "r");
	char *text = arena_alloc(arena, 64 * 1024);

	if (!file) {
		fprintf(stderr, "%s is missing: run this from the top of the tree\n", path);
		exit(1);
	}
	*size = fread(text, 1, 64 * 1024, file);
	fclose(file);
	return text;
}

enum clang_status fixture_compile(struct arena *arena, const char *name,
				  struct clang_output *output)
{
	struct clang_job job = { .path = getenv("PATH") };
	struct child child;
	enum clang_status status;

	job.source = fixture_source(arena, name, &job.size);
	child_init(&child);
	status = clang_run(&child, arena, &job, output);
	child_release(&child);
	return status;
}

int open_fds(void)
{
	DIR *folder = opendir("/proc/self/fd");
	int count = 0;

	while (folder && readdir(folder))
		count++;
	if (folder)
		closedir(folder);
	return count;
}

int has_child(void)
{
	siginfo_t info;

	return !waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT | __WALL);
}
