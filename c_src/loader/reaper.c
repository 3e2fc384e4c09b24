/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/reaper.h"

#include "loader/thread.h"

#include <stddef.h>

static struct reaper_job *next_job(struct reaper *reaper)
{
	struct reaper_job *job;

	pthread_mutex_lock(&reaper->lock);
	while (!reaper->first && !reaper->stopping)
		pthread_cond_wait(&reaper->work, &reaper->lock);
	job = reaper->first;
	if (job) {
		reaper->first = job->next;
		if (!reaper->first)
			reaper->last = &reaper->first;
	}
	pthread_mutex_unlock(&reaper->lock);
	return job;
}

static void *reaper_main(void *argument)
{
	struct reaper *reaper = argument;
	struct reaper_job *job;

	while ((job = next_job(reaper)))
		job->run(job);
	return NULL;
}

int reaper__start(struct reaper *reaper)
{
	*reaper = (struct reaper){ .last = &reaper->first };
	pthread_mutex_init(&reaper->lock, NULL);
	pthread_cond_init(&reaper->work, NULL);
	return thread__start(&reaper->thread, reaper_main, reaper);
}

void reaper__stop(struct reaper *reaper)
{
	pthread_mutex_lock(&reaper->lock);
	reaper->stopping = true;
	pthread_cond_signal(&reaper->work);
	pthread_mutex_unlock(&reaper->lock);
	pthread_join(reaper->thread, NULL);
	pthread_cond_destroy(&reaper->work);
	pthread_mutex_destroy(&reaper->lock);
}

void reaper__push(struct reaper *reaper, struct reaper_job *job)
{
	job->next = NULL;
	pthread_mutex_lock(&reaper->lock);
	*reaper->last = job;
	reaper->last = &job->next;
	pthread_cond_signal(&reaper->work);
	pthread_mutex_unlock(&reaper->lock);
}
