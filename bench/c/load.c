/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A load with every event that the programs of this directory count: two
 * processes that pass a byte to and fro, a few cheap system calls for each
 * turn, and now and then a sleep; with the argument "exec", one process
 * after the other that runs this program for nothing; with "calls", one process
 * that makes one system call after the other. It ends at the end of its input.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	CALLS_PER_TURN = 4,
	TURNS_PER_SLEEP = 64,
	SLEEP_US = 200,
	BYTES = 64,
	PAGE = 4096,
	NO_PROCESS = 0x7fffffff, /* above the largest number that one can have */
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

static void map_memory(void)
{
	void *page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (page != MAP_FAILED)
		munmap(page, PAGE);
	syscall(SYS_brk, sbrk(0));
}

static void use_file(int file)
{
	char bytes[BYTES] = { 0 };

	if (pwrite(file, bytes, BYTES, 0) == BYTES && pread(file, bytes, BYTES, 0) == BYTES)
		lseek(file, 0, SEEK_SET);
	if (write(file, bytes, BYTES) == BYTES && lseek(file, 0, SEEK_SET) == 0)
		while (read(file, bytes, BYTES) == BYTES)
			;
	fsync(file);
	fdatasync(file);
}

/* The datagrams stay in this process, and nothing is sent to where the last one connects. */
static void use_sockets(const int pair[2], int datagrams, int listening)
{
	struct sockaddr_in nowhere = { .sin_family = AF_INET, .sin_port = htons(9) };
	char bytes[BYTES] = { 0 };

	nowhere.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (send(pair[0], bytes, BYTES, 0) == BYTES)
		recv(pair[1], bytes, BYTES, 0);
	connect(datagrams, (struct sockaddr *)&nowhere, sizeof(nowhere));
	accept4(listening, NULL, NULL, 0);
}

static int make_calls(void)
{
	int pair[2], file = memfd_create("load", 0), datagrams = socket(AF_INET, SOCK_DGRAM, 0),
		     listening = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);

	if (file < 0 || datagrams < 0 || listening < 0 || socketpair(AF_UNIX, SOCK_DGRAM, 0, pair))
		return 1;
	while (!input_ended()) {
		map_memory();
		use_file(file);
		use_sockets(pair, datagrams, listening);
		kill(NO_PROCESS, SIGKILL);
	}
	return 0;
}

int main(int count, char *words[])
{
	int there[2], back[2], status;

	if (count > 1)
		return strcmp(words[1], "exec") == 0	? start_programs(words[0])
		       : strcmp(words[1], "calls") == 0 ? make_calls()
							: 0;
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
