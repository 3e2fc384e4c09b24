/* SPDX-License-Identifier: Apache-2.0 */
/* clang: where it is, what it is told, what its end means. */
#ifndef HONEY_COMPILER_CLANG_H
#define HONEY_COMPILER_CLANG_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct child;

enum clang_status {
	CLANG_OK,
	CLANG_MISSING,	/* not found or not executable: the remedy is to install or name it */
	CLANG_REJECTED, /* it refused our C or gave up: a bug in Honey, the text says which */
	CLANG_KILLED,	/* by a signal, memory exhausted most likely */
	CLANG_DEADLINE,
	CLANG_SYSTEM, /* the machine refused to run a process */
};

struct clang_job {
	const char *clang; /* a name for PATH, a file with a slash, or NULL: the best in PATH */
	const char *path;  /* the caller's PATH */
	const char *root;  /* clang reads the Elixir sources that #line names from here */
	const char *source;
	size_t size;
	long deadline;	  /* milliseconds, 0: grows with the source */
	bool keeps_order; /* of blocks, so that loops begin with their beginning */
};

struct clang_output {
	const char *clang; /* the file that ran */
	const char *object;
	size_t object_size;
	const char *text; /* what clang said, at most 64 KiB; empty if all is well */
	size_t text_size;
	int code;	  /* exit status, signal, milliseconds or errno, as the status says */
	const char *step; /* what the machine refused, for CLANG_SYSTEM */
};

/* The child belongs to the boundary: see child.h. */
enum clang_status clang_run(struct child *child, struct arena *arena, const struct clang_job *job,
			    struct clang_output *output);

/* The first line of `clang --version`, in output->object; job needs clang, path and root. */
enum clang_status clang_version(struct child *child, struct arena *arena,
				const struct clang_job *job, struct clang_output *output);

#endif
