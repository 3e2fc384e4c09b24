/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A process that uses the CPU in the way its argument names, until it is killed
 * or whoever started it ends. Built by Honey.Test.Workload.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

enum {
	BUSY_US = 6000,
	SLEEP_US = 4000,
	THREADS = 3,
	LIFETIME_S = 120,
};

static volatile unsigned long sink;

static void compute(void)
{
	int i;

	for (i = 0; i < 10000; i++)
		sink += i;
}

static long now_us(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000L + time.tv_nsec / 1000;
}

static void compute_for(long us)
{
	long end = now_us() + us;

	while (now_us() < end)
		compute();
}

static void run_cpu(void)
{
	for (;;)
		compute();
}

static char buffer[1 << 18];

static void read_for_ever(size_t bytes)
{
	int zero = open("/dev/zero", O_RDONLY);

	while (read(zero, buffer, bytes) > 0)
		;
}

static void run_syscalls(void)
{
	read_for_ever(sizeof(buffer));
}

static void run_short_syscalls(void)
{
	read_for_ever(256);
}

/* In the kernel and in user mode in small turns. */
static void run_both(void)
{
	int zero = open("/dev/zero", O_RDONLY);
	size_t i;

	while (read(zero, buffer, 65536) > 0)
		for (i = 0; i < 65536 / 8; i++)
			sink += buffer[i];
}

static void run_blocking(void)
{
	for (;;) {
		compute_for(BUSY_US);
		usleep(SLEEP_US);
	}
}

static void *thread(void *unused)
{
	for (;;)
		compute_for(BUSY_US);
	return unused;
}

static void run_threads(void)
{
	pthread_t id;
	int i;

	for (i = 0; i < THREADS; i++)
		pthread_create(&id, NULL, thread, NULL);
	pthread_join(id, NULL);
}

static void run_idle(void)
{
	pause();
}

static const struct {
	const char *name;
	void (*run)(void);
} loads[] = {
	{ "cpu", run_cpu },
	{ "syscalls", run_syscalls },
	{ "short_syscalls", run_short_syscalls },
	{ "both", run_both },
	{ "blocking", run_blocking },
	{ "threads", run_threads },
	{ "idle", run_idle },
};

int main(int count, char **arguments)
{
	size_t i;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	alarm(LIFETIME_S);
	for (i = 0; i < sizeof(loads) / sizeof(*loads); i++)
		if (count == 2 && strcmp(arguments[1], loads[i].name) == 0)
			loads[i].run();
	return 1;
}
