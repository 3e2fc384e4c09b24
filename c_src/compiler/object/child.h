/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One child process, fed and read through files in memory.
 *
 * This is the compiler's only file that makes system calls. The process that
 * it serves may be a BEAM: many threads, much memory, handlers of its own, and
 * SIGCHLD ignored, which makes the kernel forget the status of a child at its
 * end. A child without an exit signal would escape that, but execve() gives it
 * SIGCHLD again. So there are two processes:
 *
 *   caller --CLONE_VFORK--> supervisor --CLONE_VFORK--> program
 *
 * The supervisor runs supervise() in the caller's memory while the caller's
 * thread is suspended. It has no exit signal and executes nothing, so the
 * caller can reap it; it has signal handling of its own, with SIGCHLD at its
 * default, so it can reap the program. It keeps the deadline, writes down how
 * the program ended, and is gone before child_run() returns.
 *
 * Ownership: whoever calls arena_init() at the boundary also calls
 * child_init() before and child_release() after, on every way out. Nothing
 * else has to be released when the arena jumps, wherever it jumps from.
 */
#ifndef HONEY_COMPILER_CHILD_H
#define HONEY_COMPILER_CHILD_H

#include <stddef.h>

struct arena;

/* Memory files; -1 if there is none. */
struct child {
	int input;  /* what the child reads */
	int output; /* what it wrote to its standard output */
	int text;   /* what it wrote to its standard error */
};

/* Valid until child_run() returns. */
struct child_job {
	const char *program;	      /* absolute, or relative to the directory */
	const char *const *arguments; /* with argument 0, NULL at the end */
	const char *const *environment;
	const char *directory; /* where it runs; NULL: where the caller is */
	const void *input;
	size_t input_size;
	size_t output_limit; /* bytes; a child that writes more is killed */
	long deadline;	     /* milliseconds */
};

enum child_end {
	CHILD_EXITED,	/* code: exit status */
	CHILD_KILLED,	/* code: signal */
	CHILD_DEADLINE, /* killed by us; code: milliseconds */
	CHILD_NO_EXEC,	/* the program could not be executed; code: errno */
	CHILD_SYSTEM,	/* the system refused something else; code: errno */
};

struct child_result {
	enum child_end end;
	int code;
	const char *step; /* what failed, for CHILD_NO_EXEC and CHILD_SYSTEM */
};

void child_init(struct child *child);
/* Closes the files. May be repeated. */
void child_release(struct child *child);

struct child_result child_run(struct child *child, struct arena *arena,
			      const struct child_job *job);

/* At most limit bytes; they follow each other in the arena, with a NUL behind. */
const char *child_output(struct child *child, struct arena *arena, size_t limit, size_t *size);
const char *child_text(struct child *child, struct arena *arena, size_t limit, size_t *size);

/* The first executable file of that name in the absolute folders of path. */
const char *child_find(struct arena *arena, const char *name, const char *path);

#endif
