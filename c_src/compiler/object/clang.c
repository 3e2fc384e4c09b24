/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/object/clang.h"

#include "base/arena.h"
#include "compiler/object/child.h"

#include <errno.h>
#include <string.h>

#define OBJECT_LIMIT ((size_t)256 * 1024 * 1024)
#define TEXT_LIMIT ((size_t)64 * 1024)

/* 8,000 straight-line statements, some 500 KB, take clang 14 a good 14 s: four times that. */
#define DEADLINE_BASE 30000
#define DEADLINE_PER_KILOBYTE 100

static const char *const names[] = {
	"clang", "clang-19", "clang-18", "clang-17", "clang-16", "clang-15", "clang-14",
};

/*
 * The bytes of the object depend on these and on the source alone: no header,
 * no configuration file, no directory name. What of -Wall can only mean that
 * the C is not what the generator meant is an error; the rest may come of a
 * strange but valid Elixir program, and is text that the tests want empty.
 */
static const char *const flags[] = {
	"-x",
	"c",
	"-std=gnu11",
	"-nostdinc",
	"-target",
	"bpf",
	"-mcpu=v3",
	"-O2",
	"-g",
	"-gno-column-info",
	"-fdebug-compilation-dir=.",
	"-ffreestanding",	/* no loop becomes a call of memset */
	"-fwrapv",		/* integers wrap: the language says so */
	"-fno-strict-aliasing", /* map values are memory, not C objects */
	"-fno-jump-tables",	/* no kernel that we support can jump by one */
	"-fno-stack-protector", /* some distributions turn it on */
	"-fno-addrsig",
	"-fno-crash-diagnostics", /* it would write files to /tmp */
	"-fno-color-diagnostics",
	"-ferror-limit=20",
	"-fbracket-depth=65536", /* a clause is nested in the one before */
	"-Qunused-arguments",
	"-Wall",
	"-Wno-unused",
	"-Wno-missing-braces",
	"-Wno-parentheses-equality",
	"-Wno-self-assign",
	"-Wno-tautological-compare",
	"-Werror=implicit-function-declaration",
	"-Werror=implicit-int",
	"-Werror=int-conversion",
	"-Werror=incompatible-pointer-types",
	"-Werror=incompatible-function-pointer-types",
	"-Werror=return-type",
	"-Werror=uninitialized",
	"-Werror=sometimes-uninitialized",
	"-c",
	"-o",
	"-",
	"-",
};

#define FLAG_COUNT (sizeof(flags) / sizeof(flags[0]))

/* Otherwise the body of a loop may come before its beginning: check_order.h. All else stays as it is. */
static const char *const order_flags[] = { "-mllvm", "-disable-block-placement" };

#define ORDER_FLAG_COUNT (sizeof(order_flags) / sizeof(order_flags[0]))

static const char *find_clang(struct arena *arena, const struct clang_job *job)
{
	const char *path = job->path ? job->path : "";
	const char *file = NULL;

	if (job->clang && strchr(job->clang, '/'))
		return job->clang;
	if (job->clang)
		return child_find(arena, job->clang, path);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && !file; i++)
		file = child_find(arena, names[i], path);
	return file;
}

/* Nothing of the caller's environment that could change the object gets in. */
static const char *const *clean_environment(struct arena *arena, const struct clang_job *job)
{
	const char **environment = ARENA_ARRAY(arena, const char *, 4);

	environment[0] = "LC_ALL=C";
	environment[1] = "CLANG_NO_DEFAULT_CONFIG=1";
	environment[2] = arena_print(arena, "PATH=%s", job->path ? job->path : "");
	return environment;
}

static enum clang_status status_of(const struct child_result *result)
{
	switch (result->end) {
	case CHILD_EXITED:
		return result->code ? CLANG_REJECTED : CLANG_OK;
	case CHILD_KILLED:
		return CLANG_KILLED;
	case CHILD_DEADLINE:
		return CLANG_DEADLINE;
	case CHILD_NO_EXEC:
		return CLANG_MISSING;
	case CHILD_SYSTEM:
		return CLANG_SYSTEM;
	}
	return CLANG_SYSTEM;
}

/* arguments[0] is filled in here. */
static enum clang_status run(struct child *child, struct arena *arena, const struct clang_job *job,
			     const char **arguments, struct clang_output *output)
{
	struct child_job child_job = {
		.arguments = arguments,
		.directory = job->root,
		.input = job->source,
		.input_size = job->size,
		.output_limit = OBJECT_LIMIT,
		.deadline = job->deadline,
	};
	struct child_result result;

	*output = (struct clang_output){ .clang = find_clang(arena, job), .text = "" };
	if (!output->clang) {
		output->code = ENOENT;
		return CLANG_MISSING;
	}
	if (child_job.deadline <= 0)
		child_job.deadline = DEADLINE_BASE +
				     (long)(job->size / 1024) * DEADLINE_PER_KILOBYTE;
	arguments[0] = output->clang;
	child_job.program = output->clang;
	child_job.environment = clean_environment(arena, job);
	result = child_run(child, arena, &child_job);
	output->code = result.code;
	output->step = result.step;
	output->text = child_text(child, arena, TEXT_LIMIT, &output->text_size);
	output->object = child_output(child, arena, OBJECT_LIMIT, &output->object_size);
	child_release(child);
	return status_of(&result);
}

enum clang_status clang_run(struct child *child, struct arena *arena, const struct clang_job *job,
			    struct clang_output *output)
{
	const char **arguments =
		ARENA_ARRAY(arena, const char *, FLAG_COUNT + ORDER_FLAG_COUNT + 2);

	memcpy(arguments + 1, flags, sizeof(flags));
	if (job->keeps_order)
		memcpy(arguments + 1 + FLAG_COUNT, order_flags, sizeof(order_flags));
	return run(child, arena, job, arguments, output);
}

enum clang_status clang_version(struct child *child, struct arena *arena,
				const struct clang_job *job, struct clang_output *output)
{
	struct clang_job version = *job;
	const char *arguments[] = { NULL, "--version", NULL };
	enum clang_status status;

	version.source = NULL;
	version.size = 0;
	status = run(child, arena, &version, arguments, output);
	output->object_size = strcspn(output->object ? output->object : "", "\n");
	if (output->object)
		output->object = arena_copy(arena, output->object, output->object_size);
	return status;
}
