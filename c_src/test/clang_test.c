/* SPDX-License-Identifier: Apache-2.0 */
/* clang_run(): what it makes, what it says when it cannot, and that nothing is left behind. */
#define _GNU_SOURCE
#include "compiler/object/child.h"
#include "test/object_fixture.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The folder of this run, and a name in it. */
static char folder[] = "/tmp/honey_clang_test_XXXXXX";

static const char *in_folder(const char *name)
{
	static char path[4][4096];
	static int turn;

	turn = (turn + 1) % 4;
	snprintf(path[turn], sizeof(path[turn]), "%s/%s", folder, name);
	return path[turn];
}

static void write_file(const char *path, const char *text, mode_t mode)
{
	FILE *file = fopen(path, "w");

	REQUIRE(file);
	fputs(text, file);
	fclose(file);
	chmod(path, mode);
}

/* A boundary that is never jumped to: these tests have memory. */
static jmp_buf unused;

static enum clang_status run(struct arena *arena, const struct clang_job *job,
			     struct clang_output *output)
{
	int before = open_fds();
	struct child child;
	enum clang_status status;

	child_init(&child);
	status = clang_run(&child, arena, job, output);
	child_release(&child);
	EXPECT(open_fds() == before);
	EXPECT(!has_child());
	return status;
}

/* A clang of our own making: a script. */
static enum clang_status run_script(struct arena *arena, const char *script, long deadline,
				    struct clang_output *output)
{
	struct clang_job job = { .clang = in_folder("script"), .path = getenv("PATH") };

	write_file(job.clang, script, 0755);
	job.deadline = deadline;
	return run(arena, &job, output);
}

static void test_object(void)
{
	struct arena arena;
	struct clang_output output;

	arena_init(&arena, &unused);
	EXPECT(fixture_compile(&arena, "programs.c", &output) == CLANG_OK);
	EXPECT(output.object_size > 1000 && !memcmp(output.object, "\177ELF", 4));
	EXPECT(output.text_size == 0);
	if (output.text_size)
		fprintf(stderr, "%s\n", output.text);
	arena_release(&arena);
}

static void test_same_bytes(void)
{
	struct arena arena;
	struct clang_output first, second, third;
	struct clang_job job = { .path = getenv("PATH") };

	arena_init(&arena, &unused);
	job.source = fixture_source(&arena, "programs.c", &job.size);
	for (int i = 0; i < 2; i++) {
		mkdir(in_folder(i ? "one" : "another"), 0755);
		mkdir(in_folder(i ? "one/lib" : "another/lib"), 0755);
		write_file(in_folder(i ? "one/lib/programs.ex" : "another/lib/programs.ex"),
			   "defmodule A do\n  def a, do: 1\nend\n", 0644);
	}
	job.root = in_folder("one");
	EXPECT(run(&arena, &job, &first) == CLANG_OK);
	job.root = in_folder("another");
	EXPECT(run(&arena, &job, &second) == CLANG_OK);
	setenv("CPATH", "/nowhere", 1);
	setenv("CCC_OVERRIDE_OPTIONS", "+-O0", 1);
	setenv("SOURCE_DATE_EPOCH", "1", 1);
	EXPECT(run(&arena, &job, &third) == CLANG_OK);
	unsetenv("CPATH");
	unsetenv("CCC_OVERRIDE_OPTIONS");
	unsetenv("SOURCE_DATE_EPOCH");
	EXPECT(first.object_size == second.object_size &&
	       !memcmp(first.object, second.object, first.object_size));
	EXPECT(first.object_size == third.object_size &&
	       !memcmp(first.object, third.object, first.object_size));
	EXPECT(!memmem(first.object, first.object_size, folder, strlen(folder)));
	arena_release(&arena);
}

static void reject(const char *source, const char *text)
{
	struct arena arena;
	struct clang_output output;
	struct clang_job job = { .path = getenv("PATH"), .source = source, .size = strlen(source) };

	arena_init(&arena, &unused);
	EXPECT(run(&arena, &job, &output) == CLANG_REJECTED);
	if (!EXPECT(strstr(output.text, text)))
		fprintf(stderr, "wanted %s, got %s\n", text, output.text);
	EXPECT(!strstr(output.text, "/tmp/"));
	arena_release(&arena);
}

static void test_rejected(void)
{
	reject("#line 7 \"lib/a.ex\"\nint f(void) { return 1 }\n", "lib/a.ex:7:");
	reject("int f(void) { return g(); }\n", "implicit");
	reject("int *f(long x) { return x; }\n", "int-conversion");
	reject("int f(void) { int x; return x; }\n", "uninitialized");
	reject("#include <stddef.h>\n", "stddef.h");
	/* an LLVM that gives up would leave files in /tmp */
	reject("long f(long a, long b) { return a / b; }\n", "div");
}

static void test_missing(void)
{
	struct arena arena;
	struct clang_output output;
	struct clang_job job = { .path = folder, .source = "", .size = 0 };

	arena_init(&arena, &unused);
	EXPECT(run(&arena, &job, &output) == CLANG_MISSING);
	EXPECT(output.code == ENOENT && !output.clang);
	job.path = NULL;
	EXPECT(run(&arena, &job, &output) == CLANG_MISSING);
	job.clang = "/nowhere/clang";
	EXPECT(run(&arena, &job, &output) == CLANG_MISSING);
	EXPECT(output.code == ENOENT && output.clang == job.clang);
	job.clang = in_folder("not_executable");
	write_file(job.clang, "#!/bin/sh\n", 0644);
	EXPECT(run(&arena, &job, &output) == CLANG_MISSING);
	EXPECT(output.code == EACCES);
	job.clang = "not_executable";
	job.path = folder;
	EXPECT(run(&arena, &job, &output) == CLANG_MISSING);
	job = (struct clang_job){ .path = getenv("PATH"), .root = "/nowhere" };
	EXPECT(run(&arena, &job, &output) == CLANG_SYSTEM);
	EXPECT(output.code == ENOENT && !strcmp(output.step, "chdir"));
	arena_release(&arena);
}

/* The folder first in PATH wins, then the name first in our list; relative folders are passed over. */
static void test_search(void)
{
	struct arena arena;
	struct clang_output output;
	struct clang_job job = { .source = "" };

	arena_init(&arena, &unused);
	mkdir(in_folder("bin"), 0755);
	mkdir(in_folder("bin/clang-19"), 0755);
	write_file(in_folder("bin/clang-15"), "#!/bin/sh\necho fifteen\n", 0755);
	write_file(in_folder("bin/clang-14"), "#!/bin/sh\necho fourteen\n", 0755);
	write_file(in_folder("bin/clang"), "#!/bin/sh\n", 0644);
	job.path = arena_print(&arena, ":.:bin:/nowhere:%s", in_folder("bin"));
	EXPECT(run(&arena, &job, &output) == CLANG_OK);
	EXPECT(output.object_size == 8 && !strcmp(output.object, "fifteen\n"));
	job.clang = "clang-14";
	EXPECT(run(&arena, &job, &output) == CLANG_OK);
	EXPECT(!strcmp(output.object, "fourteen\n"));
	EXPECT(!strcmp(output.clang, in_folder("bin/clang-14")));
	arena_release(&arena);
}

static void test_killed(void)
{
	struct arena arena;
	struct clang_output output;

	arena_init(&arena, &unused);
	EXPECT(run_script(&arena, "#!/bin/sh\nkill -9 $$\n", 0, &output) == CLANG_KILLED);
	EXPECT(output.code == SIGKILL);
	EXPECT(run_script(&arena, "#!/bin/sh\necho oh >&2\nexit 3\n", 0, &output) ==
	       CLANG_REJECTED);
	EXPECT(output.code == 3 && !strcmp(output.text, "oh\n"));
	arena_release(&arena);
}

static bool is_running(int pid)
{
	char path[64], state = 'X';
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/stat", pid);
	file = fopen(path, "r");
	if (!file)
		return false;
	if (fscanf(file, "%*d (%*[^)]) %c", &state) != 1)
		state = 'X';
	fclose(file);
	return state != 'Z' && state != 'X';
}

/* The whole group dies, not only its leader. */
static void test_deadline(void)
{
	struct arena arena;
	struct clang_output output;
	struct timespec nap = { .tv_nsec = 10 * 1000 * 1000 };
	time_t start = time(NULL);
	int pid = 0;

	arena_init(&arena, &unused);
	/* long enough for the script to tell on a busy machine, and much less than it sleeps */
	EXPECT(run_script(&arena, "#!/bin/sh\nsleep 1000 &\necho $! >&2\nwait\n", 2000, &output) ==
	       CLANG_DEADLINE);
	EXPECT(output.code == 2000);
	EXPECT(time(NULL) - start < 100);
	EXPECT(sscanf(output.text, "%d", &pid) == 1 && pid > 0);
	for (int i = 0; i < 3000 && is_running(pid); i++)
		nanosleep(&nap, NULL);
	EXPECT(!is_running(pid));
	arena_release(&arena);
}

static void *run_slow_script(void *arena)
{
	struct clang_job job = { .clang = in_folder("slow"),
				 .path = getenv("PATH"),
				 .deadline = 10000 };
	struct clang_output output;
	struct child child;

	write_file(job.clang, "#!/bin/sh\nsleep 3\n", 0755);
	child_init(&child);
	clang_run(&child, arena, &job, &output);
	child_release(&child);
	return NULL;
}

/* What another thread closes while clang runs is closed: no process keeps a copy. */
static void test_closed_meanwhile(void)
{
	struct timespec nap = { .tv_nsec = 500 * 1000 * 1000 };
	struct pollfd reader = { .events = POLLIN };
	struct arena arena;
	pthread_t thread;
	int ends[2];

	arena_init(&arena, &unused);
	REQUIRE(!pipe(ends));
	REQUIRE(!pthread_create(&thread, NULL, run_slow_script, &arena));
	nanosleep(&nap, NULL);
	close(ends[1]);
	reader.fd = ends[0];
	EXPECT(poll(&reader, 1, 2000) == 1 && (reader.revents & POLLHUP));
	pthread_join(thread, NULL);
	close(ends[0]);
	arena_release(&arena);
}

/* The BEAM ignores these, and a thread may have blocked anything. */
static void test_signals(void)
{
	struct arena arena;
	struct clang_output output;
	sigset_t all, old, now;
	/* Signals 32 and 33 are libc's own, and may come ignored from who started this program. */
	unsigned long long blocked, ignored, of_libc = 3ULL << 31;

	arena_init(&arena, &unused);
	signal(SIGCHLD, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&all);
	sigaddset(&all, SIGUSR1);
	sigaddset(&all, SIGTERM);
	pthread_sigmask(SIG_BLOCK, &all, &old);
	EXPECT(run_script(&arena, "#!/bin/sh\nexec grep -E 'Sig(Blk|Ign)' /proc/self/status >&2\n",
			  0, &output) == CLANG_OK);
	EXPECT(sscanf(output.text, "SigBlk: %llx SigIgn: %llx", &blocked, &ignored) == 2);
	EXPECT(blocked == 0 && (ignored & ~of_libc) == 0);
	pthread_sigmask(SIG_SETMASK, NULL, &now);
	EXPECT(sigismember(&now, SIGUSR1) && sigismember(&now, SIGTERM));
	EXPECT(!sigismember(&now, SIGINT));
	EXPECT(run_script(&arena, "#!/bin/sh\nexit 7\n", 0, &output) == CLANG_REJECTED);
	EXPECT(output.code == 7);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	signal(SIGCHLD, SIG_DFL);
	signal(SIGPIPE, SIG_DFL);
	arena_release(&arena);
}

static void test_inheritance(void)
{
	struct arena arena;
	struct clang_output output;
	int stray = dup(STDERR_FILENO);

	arena_init(&arena, &unused);
	EXPECT(run_script(&arena, "#!/bin/sh\nexec >&2\nls /proc/$$/fd; env\n", 0, &output) ==
	       CLANG_OK);
	/* 10 is what some shells keep the script in */
	EXPECT(!strncmp(output.text, "0\n1\n10\n2\n", 9) || !strncmp(output.text, "0\n1\n2\n", 6));
	EXPECT(!strstr(output.text, "HOME=") && strstr(output.text, "LC_ALL=C\n"));
	close(stray);
	arena_release(&arena);
}

static void test_bounded_text(void)
{
	struct arena arena;
	struct clang_output output;

	arena_init(&arena, &unused);
	EXPECT(run_script(&arena, "#!/bin/sh\nhead -c 1000000 /dev/zero | tr '\\0' x >&2\n", 0,
			  &output) == CLANG_OK);
	EXPECT(output.text_size == 64 * 1024 && strlen(output.text) == 64 * 1024);
	arena_release(&arena);
}

/* A daemon may have closed its standard fds: ours must not land there. */
static void test_without_stdio(void)
{
	int status;
	pid_t pid = fork();

	if (!pid) {
		struct arena arena;
		struct clang_output output;

		arena_init(&arena, &unused);
		for (int fd = 0; fd < 3; fd++)
			close(fd);
		_exit(fixture_compile(&arena, "programs.c", &output) == CLANG_OK &&
				      output.object_size > 1000
			      ? 0
			      : 1);
	}
	EXPECT(waitpid(pid, &status, 0) == pid && WIFEXITED(status) && !WEXITSTATUS(status));
}

static void test_version(void)
{
	struct arena arena;
	struct clang_output output;
	struct clang_job job = { .path = getenv("PATH") };
	struct child child;

	arena_init(&arena, &unused);
	child_init(&child);
	EXPECT(clang_version(&child, &arena, &job, &output) == CLANG_OK);
	EXPECT(strstr(output.object, "clang version ") && !strchr(output.object, '\n'));
	EXPECT(strlen(output.object) == output.object_size);
	job.path = "";
	EXPECT(clang_version(&child, &arena, &job, &output) == CLANG_MISSING);
	child_release(&child);
	arena_release(&arena);
}

static void *compile_in_thread(void *result)
{
	struct arena arena;
	struct clang_output output;

	arena_init(&arena, &unused);
	for (int i = 0; i < 3; i++)
		*(int *)result += fixture_compile(&arena, "programs.c", &output) == CLANG_OK;
	arena_release(&arena);
	return NULL;
}

static void test_threads(void)
{
	pthread_t threads[4];
	int results[4] = { 0 };
	int before = open_fds();

	for (int i = 0; i < 4; i++)
		REQUIRE(!pthread_create(&threads[i], NULL, compile_in_thread, &results[i]));
	for (int i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
		EXPECT(results[i] == 3);
	}
	EXPECT(open_fds() == before);
	EXPECT(!has_child());
}

/* The boundary of a compile, as the NIF has it. */
static bool compile_with_failure(long n)
{
	static const char source[] = "int f(void) { return 1; }\n";
	struct clang_job job = { .path = getenv("PATH"),
				 .source = source,
				 .size = sizeof(source) - 1 };
	struct clang_output output;
	struct arena arena;
	struct child child;
	jmp_buf boundary;
	volatile bool done = false;

	arena_init(&arena, &boundary);
	arena.fail_after = n;
	child_init(&child);
	if (!setjmp(boundary)) {
		EXPECT(clang_run(&child, &arena, &job, &output) == CLANG_OK);
		done = true;
	}
	child_release(&child);
	child_release(&child);
	arena_release(&arena);
	return done;
}

static void test_out_of_memory(void)
{
	int before = open_fds();
	long n = 0;

	while (n < 1000 && !compile_with_failure(n)) {
		EXPECT(open_fds() == before);
		EXPECT(!has_child());
		n++;
	}
	EXPECT(n > 4 && n < 1000);
	EXPECT(open_fds() == before);
}

static void remove_folder(void)
{
	char command[4096];

	snprintf(command, sizeof(command), "rm -r %s", folder);
	EXPECT(!system(command));
}

int main(void)
{
	REQUIRE(mkdtemp(folder));
	test_object();
	test_same_bytes();
	test_rejected();
	test_missing();
	test_search();
	test_killed();
	test_deadline();
	test_closed_meanwhile();
	test_signals();
	test_inheritance();
	test_bounded_text();
	test_without_stdio();
	test_version();
	test_threads();
	test_out_of_memory();
	remove_folder();
	return failures() != 0;
}
