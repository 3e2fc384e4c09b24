/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "compiler/object/child.h"

#include "base/arena.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define CHILD_STACK ((size_t)64 * 1024)
#define FIRST_OTHER_FD 3

/* glibc 2.35 and older lack the name */
#define WAIT_FOR_PIDFD ((idtype_t)3)

void child_init(struct child *child)
{
	*child = (struct child){ .input = -1, .output = -1, .text = -1 };
}

static void close_file(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

void child_release(struct child *child)
{
	close_file(&child->input);
	close_file(&child->output);
	close_file(&child->text);
}

/*
 * What the three processes share. Only one of them runs at a time until the
 * program has left the caller's memory, and then only the supervisor does; so
 * they even share errno. Supervisor and program write nothing but the plan
 * and their stacks, and call only what takes no lock.
 */
struct plan {
	const struct child_job *job;
	const struct child *files;
	rlim_t file_limit; /* how many fds there can be */
	void *program_stack;
	int error; /* errno of the program's way to execve() */
	const char *step;
	bool exec;
	struct child_result result;
};

#define STEP(plan, name, call) ((plan)->step = (name), (call) < 0)

static void set_limit(int resource, rlim_t limit)
{
	struct rlimit old;

	if (getrlimit((__rlimit_resource_t)resource, &old))
		return;
	if (limit < old.rlim_max)
		old.rlim_max = limit;
	if (old.rlim_max < old.rlim_cur)
		old.rlim_cur = old.rlim_max;
	setrlimit((__rlimit_resource_t)resource, &old);
}

static void close_range_of_files(const struct plan *plan, unsigned first, unsigned last)
{
	if (first > last)
		return;
#ifdef SYS_close_range
	if (!syscall(SYS_close_range, first, last, 0U))
		return;
#endif
	for (rlim_t fd = first; fd <= last && fd < plan->file_limit && fd < INT_MAX; fd++)
		close((int)fd);
}

static void close_other_files(const struct plan *plan)
{
	close_range_of_files(plan, FIRST_OTHER_FD, ~0U);
}

/*
 * The supervisor has a copy of every file of the caller. What the caller closes in the meantime
 * must be closed: a link to a BPF program would stay attached until clang ends.
 */
static void close_all_but_ours(const struct plan *plan)
{
	const struct child *files = plan->files;
	unsigned keep[] = { (unsigned)files->input, (unsigned)files->output,
			    (unsigned)files->text };
	unsigned first = FIRST_OTHER_FD;

	for (int round = 0; round < 3; round++) {
		unsigned next = ~0U;

		for (int i = 0; i < 3; i++) {
			if (keep[i] >= first && keep[i] < next)
				next = keep[i];
		}
		if (next > first)
			close_range_of_files(plan, first, next - 1);
		first = next + 1;
	}
	close_range_of_files(plan, first, ~0U);
}

/* An ignored signal would stay ignored, a handler could run before execve(). */
static void restore_signals(void)
{
	struct sigaction standard = { .sa_handler = SIG_DFL };
	sigset_t none;

	for (int number = 1; number < NSIG; number++)
		sigaction(number, &standard, NULL);
	sigemptyset(&none);
	pthread_sigmask(SIG_SETMASK, &none, NULL);
}

static int become_program(void *data)
{
	struct plan *plan = data;
	const struct child_job *job = plan->job;

	if (STEP(plan, "setpgid", setpgid(0, 0)) ||
	    STEP(plan, "prctl", prctl(PR_SET_PDEATHSIG, SIGKILL)) ||
	    STEP(plan, "chdir", job->directory ? chdir(job->directory) : 0) ||
	    STEP(plan, "dup2", dup2(plan->files->input, STDIN_FILENO)) ||
	    STEP(plan, "dup2", dup2(plan->files->output, STDOUT_FILENO)) ||
	    STEP(plan, "dup2", dup2(plan->files->text, STDERR_FILENO)))
		goto failed;
	close_other_files(plan);
	set_limit(RLIMIT_CORE, 0);
	set_limit(RLIMIT_FSIZE, job->output_limit);
	restore_signals();
	plan->step = "execve";
	plan->exec = true;
	execve(job->program, (char *const *)job->arguments, (char *const *)job->environment);
failed:
	plan->error = errno;
	return 127;
}

/* Standard fds are what dup2() overwrites in the child: none of ours is one. */
static int memory_file(const char *name)
{
	int fd = memfd_create(name, MFD_CLOEXEC);
	int other;

	if (fd < 0 || fd >= FIRST_OTHER_FD)
		return fd;
	other = fcntl(fd, F_DUPFD_CLOEXEC, FIRST_OTHER_FD);
	close(fd);
	return other;
}

static int write_all(int fd, const char *bytes, size_t size)
{
	size_t done = 0;

	while (done < size) {
		ssize_t count = pwrite(fd, bytes + done, size - done, (off_t)done);

		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0)
			return -1;
		done += (size_t)count;
	}
	return 0;
}

static int open_files(struct child *child, const struct child_job *job)
{
	child->input = memory_file("honey-input");
	child->output = memory_file("honey-output");
	child->text = memory_file("honey-text");
	if (child->input < 0 || child->output < 0 || child->text < 0)
		return -1;
	return write_all(child->input, job->input, job->input_size);
}

static int64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Whether the program ended in time. */
static bool wait_until(int pidfd, int64_t deadline)
{
	struct pollfd end = { .fd = pidfd, .events = POLLIN };

	for (;;) {
		int64_t left = deadline - now();
		int ready = poll(&end, 1, left > INT_MAX ? INT_MAX : left > 0 ? (int)left : 0);

		if (ready > 0)
			return true;
		if (ready == 0 && left <= 0)
			return false;
		if (ready < 0 && errno != EINTR)
			return false;
	}
}

static int reap(idtype_t type, id_t id, siginfo_t *info)
{
	int result;

	do {
		result = waitid(type, id, info, WEXITED | __WALL);
	} while (result && errno == EINTR);
	return result;
}

/* The pid is the program's, and so is its group, until reap() has returned. */
static struct child_result wait_for(pid_t pid, int pidfd, long deadline)
{
	siginfo_t info = { 0 };
	bool in_time = wait_until(pidfd, now() + deadline);

	if (!in_time)
		kill(-pid, SIGKILL);
	if (reap(WAIT_FOR_PIDFD, (id_t)pidfd, &info))
		return (struct child_result){ CHILD_SYSTEM, errno, "waitid" };
	if (!in_time)
		return (struct child_result){ CHILD_DEADLINE, (int)deadline, NULL };
	return (struct child_result){ info.si_code == CLD_EXITED ? CHILD_EXITED : CHILD_KILLED,
				      info.si_status, NULL };
}

static int supervise(void *data)
{
	struct plan *plan = data;
	struct sigaction standard = { .sa_handler = SIG_DFL };
	int pidfd = -1;
	pid_t pid;

	sigaction(SIGCHLD, &standard, NULL);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	close_all_but_ours(plan);
	pid = clone(become_program, plan->program_stack,
		    CLONE_VM | CLONE_VFORK | CLONE_PIDFD | SIGCHLD, plan, &pidfd);
	if (pid < 0)
		plan->result = (struct child_result){ CHILD_SYSTEM, errno, "clone" };
	else if (pidfd < 0)
		plan->result = (struct child_result){ CHILD_SYSTEM, ENOSYS, "pidfd" };
	else
		plan->result = wait_for(pid, pidfd, plan->job->deadline);
	return 0;
}

static void *new_stack(struct arena *arena)
{
	unsigned char *stack = arena_alloc(arena, CHILD_STACK);

	return stack + CHILD_STACK - (uintptr_t)(stack + CHILD_STACK) % 16;
}

/*
 * clone() and not clone3(): it is the one that runs a function on a stack of
 * its own, and containers that filter clone3() let it pass. With every signal
 * blocked no handler of the caller runs in the processes that share its memory.
 */
static struct child_result run(struct plan *plan, void *stack)
{
	siginfo_t info = { 0 };
	sigset_t all, old;
	pid_t pid;
	int error;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	pid = clone(supervise, stack, CLONE_VM | CLONE_VFORK, plan);
	error = errno;
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	if (pid < 0)
		return (struct child_result){ CHILD_SYSTEM, error, "clone" };
	if (reap(P_PID, (id_t)pid, &info))
		return (struct child_result){ CHILD_SYSTEM, errno, "waitid" };
	if (info.si_code != CLD_EXITED)
		return (struct child_result){ CHILD_KILLED, info.si_status, NULL };
	if (plan->error)
		return (struct child_result){ plan->exec ? CHILD_NO_EXEC : CHILD_SYSTEM,
					      plan->error, plan->step };
	return plan->result;
}

struct child_result child_run(struct child *child, struct arena *arena, const struct child_job *job)
{
	struct plan plan = { .job = job, .files = child };
	void *stack = new_stack(arena);
	struct rlimit files;

	plan.program_stack = new_stack(arena);
	child_release(child);
	if (open_files(child, job))
		return (struct child_result){ CHILD_SYSTEM, errno, "memfd_create" };
	if (getrlimit(RLIMIT_NOFILE, &files))
		return (struct child_result){ CHILD_SYSTEM, errno, "getrlimit" };
	plan.file_limit = files.rlim_cur;
	return run(&plan, stack);
}

static const char *read_file(int fd, struct arena *arena, size_t limit, size_t *size)
{
	struct stat status;
	char *bytes;

	*size = 0;
	if (fd < 0 || fstat(fd, &status))
		return "";
	if ((uint64_t)status.st_size < limit)
		limit = (size_t)status.st_size;
	bytes = arena_alloc(arena, limit + 1);
	while (*size < limit) {
		ssize_t count = pread(fd, bytes + *size, limit - *size, (off_t)*size);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			break;
		*size += (size_t)count;
	}
	return bytes;
}

const char *child_output(struct child *child, struct arena *arena, size_t limit, size_t *size)
{
	return read_file(child->output, arena, limit, size);
}

const char *child_text(struct child *child, struct arena *arena, size_t limit, size_t *size)
{
	return read_file(child->text, arena, limit, size);
}

static bool is_executable(const char *file)
{
	struct stat status;

	return !stat(file, &status) && S_ISREG(status.st_mode) && !access(file, X_OK);
}

const char *child_find(struct arena *arena, const char *name, const char *path)
{
	while (*path) {
		size_t length = strcspn(path, ":");

		/* The child runs elsewhere: a relative folder would be another one there. */
		if (*path == '/') {
			const char *file = arena_print(arena, "%.*s/%s", (int)length, path, name);

			if (is_executable(file))
				return file;
		}
		path += length + (path[length] == ':');
	}
	return NULL;
}
