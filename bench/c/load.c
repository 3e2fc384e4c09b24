/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A load with every event that the programs of this directory count: two
 * processes that pass a byte to and fro, a few cheap system calls for each
 * turn, and now and then a sleep; or, with the argument "exec", one process
 * after the other that runs this program for nothing. It ends at the end of
 * its input.
 */
#define _GNU_SOURCE
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	CALLS_PER_TURN = 4,
	TURNS_PER_SLEEP = 64,
	SLEEP_US = 200,
};

static int pass(int from, int to)
{
	char byte = 0;
	int i;

	if (read(from, &byte, 1) != 1)
		return -1;
	for (i = 0; i < CALLS_PER_TURN; i++)
		syscall(SYS_getppid);
	return write(to, &byte, 1) == 1 ? 0 : -1;
}

static int input_ended(void)
{
	struct pollfd input = { .fd = 0, .events = POLLIN };
	char byte;

	return poll(&input, 1, 0) > 0 && read(0, &byte, 1) <= 0;
}

static int lead(int from, int to)
{
	int turn = 0;

	if (write(to, "", 1) != 1)
		return 1;
	while (pass(from, to) == 0) {
		if (++turn % TURNS_PER_SLEEP)
			continue;
		usleep(SLEEP_US);
		if (input_ended())
			return 0;
	}
	return 1;
}

static void follow(int from, int to)
{
	while (pass(from, to) == 0)
		;
}

/* What is started has an argument that says so. */
static int start_programs(const char *self)
{
	while (!input_ended()) {
		pid_t child = vfork();

		if (child < 0)
			return 1;
		if (child == 0) {
			execl(self, self, "nothing", (char *)NULL);
			_exit(1);
		}
		waitpid(child, NULL, 0);
	}
	return 0;
}

int main(int count, char *words[])
{
	int there[2], back[2], status;

	if (count > 1)
		return strcmp(words[1], "exec") == 0 ? start_programs(words[0]) : 0;
	signal(SIGPIPE, SIG_IGN);
	if (pipe(there) || pipe(back))
		return 1;
	if (fork() == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		close(there[1]);
		close(back[0]);
		follow(there[0], back[1]);
		return 0;
	}
	status = lead(back[0], there[1]);
	close(there[1]);
	wait(NULL);
	return status;
}
