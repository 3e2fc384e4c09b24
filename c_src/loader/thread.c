/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/thread.h"

#include <signal.h>
#include <stddef.h>

int thread__start(pthread_t *thread, void *(*run)(void *argument), void *argument)
{
	sigset_t all, before;
	int err;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	err = pthread_create(thread, NULL, run, argument);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return -err;
}
