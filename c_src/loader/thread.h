/* SPDX-License-Identifier: Apache-2.0 */
/* The loader's own threads, which take no signals: those are for the threads of the host program. */
#ifndef HONEY_LOADER_THREAD_H
#define HONEY_LOADER_THREAD_H

#include <pthread.h>

/* 0, or -errno; the thread is to be joined. */
int thread__start(pthread_t *thread, void *(*run)(void *argument), void *argument);

#endif
