/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A thread that does what must not keep its caller waiting: closing what a
 * dead owner has left. Jobs are embedded in what they work on, so that handing
 * one over cannot fail.
 */
#ifndef HONEY_LOADER_REAPER_H
#define HONEY_LOADER_REAPER_H

#include <pthread.h>
#include <stdbool.h>

struct reaper_job {
	void (*run)(struct reaper_job *job); /* may free the job */
	struct reaper_job *next;
};

struct reaper {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t work;
	struct reaper_job *first;
	struct reaper_job **last;
	bool stopping;
};

int reaper__start(struct reaper *reaper);
void reaper__stop(struct reaper *reaper); /* after every job that was handed over */
void reaper__push(struct reaper *reaper, struct reaper_job *job);

#endif
