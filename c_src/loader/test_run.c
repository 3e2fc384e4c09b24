/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/test_run.h"

#include "loader/object.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <string.h>

/* The kernel refuses these types' runs when data, repeat or a context to fill are given. */
static bool is_bare(enum bpf_prog_type type)
{
	return type == BPF_PROG_TYPE_RAW_TRACEPOINT || type == BPF_PROG_TYPE_SYSCALL ||
	       type == BPF_PROG_TYPE_TRACING;
}

/* A syscall program writes its context in place: the copy is what the program may change. */
static void copy_context(struct test_run *run)
{
	if (run->context_out_size > run->context_size)
		run->context_out_size = run->context_size;
	if (run->context_out_size)
		memcpy(run->context_out, run->context, run->context_out_size);
}

static int run_bare(int fd, struct test_run *run)
{
	LIBBPF_OPTS(bpf_test_run_opts, options);
	int err;

	copy_context(run);
	options.ctx_in = run->context_out;
	options.ctx_size_in = run->context_out_size;
	err = bpf_prog_test_run_opts(fd, &options);
	run->result = (int32_t)options.retval;
	run->nanoseconds = 0;
	run->data_out_size = 0;
	return err;
}

static int run_full(int fd, struct test_run *run)
{
	LIBBPF_OPTS(bpf_test_run_opts, options);
	int err;

	options.data_in = run->data;
	options.data_size_in = run->data_size;
	options.data_out = run->data_out;
	options.data_size_out = run->data_out_size;
	options.ctx_in = run->context;
	options.ctx_size_in = run->context_size;
	options.ctx_out = run->context_out;
	options.ctx_size_out = run->context_out_size;
	options.repeat = (int)run->repeat;
	err = bpf_prog_test_run_opts(fd, &options);
	run->result = (int32_t)options.retval;
	run->nanoseconds = options.duration;
	run->data_out_size = options.data_size_out;
	run->context_out_size = options.ctx_size_out;
	return err;
}

static int run_entered(struct object *object, const char *name, struct test_run *run)
{
	const struct bpf_program *program = bpf_object__find_program_by_name(object->bpf, name);

	if (!program)
		return -ESRCH;
	if (!is_bare(bpf_program__type(program)))
		return run_full(bpf_program__fd(program), run);
	if (run->data_size || run->repeat > 1)
		return -EINVAL;
	return run_bare(bpf_program__fd(program), run);
}

int object__test_run(struct object *object, const char *program, struct test_run *run)
{
	int err = object__enter(object, OBJECT_LOADED);

	if (err)
		return err;
	err = object__begin_run(object);
	if (!err) {
		err = run_entered(object, program, run);
		object__end_run(object);
	}
	object__leave(object);
	return err;
}
