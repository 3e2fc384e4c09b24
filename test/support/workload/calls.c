/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Makes a system call again and again, on every CPU at once, until its input ends or a line comes;
 * then it says how many calls there were. The call asks for the priority of a process that there is
 * not, whose number is the argument: a tracepoint tells these calls from all others by it.
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <signal.h>
#include <unistd.h>

enum { MOST_CPUS = 64 };

static atomic_bool ended;
static long who;

static void pin(long cpu)
{
	cpu_set_t set;

	CPU_ZERO(&set);
	CPU_SET(cpu, &set);
	sched_setaffinity(0, sizeof(set), &set);
}

static void *call(void *argument)
{
	unsigned long count = 0;

	pin((long)argument);
	while (!atomic_load_explicit(&ended, memory_order_relaxed)) {
		syscall(SYS_getpriority, 0, who);
		count++;
	}
	return (void *)count;
}

int main(int argc, char **argv)
{
	long cpus = sysconf(_SC_NPROCESSORS_ONLN);
	unsigned long total = 0;
	pthread_t threads[MOST_CPUS];
	void *count;

	if (argc != 2)
		return 2;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	who = atol(argv[1]);
	cpus = cpus > MOST_CPUS ? MOST_CPUS : cpus;
	for (long i = 0; i < cpus; i++)
		pthread_create(&threads[i], NULL, call, (void *)i);
	getchar();
	atomic_store(&ended, 1);
	for (long i = 0; i < cpus; i++) {
		pthread_join(threads[i], &count);
		total += (unsigned long)count;
	}
	printf("%lu\n", total);
	return 0;
}
