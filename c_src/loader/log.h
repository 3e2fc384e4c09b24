/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What libbpf and the verifier say during one call.
 *
 * libbpf has one print callback per process. It is installed once and writes
 * to the log that its thread has begun; what is said outside such a pair of
 * log__begin() and log__end() is dropped.
 */
#ifndef HONEY_LOADER_LOG_H
#define HONEY_LOADER_LOG_H

#include <stdbool.h>
#include <stddef.h>

struct log {
	char *text; /* NULL until something was said */
	size_t size;
	size_t capacity;
	bool lost; /* memory ran out: the end of the text is missing */
	struct log *outer;
};

void log__install(void);
void log__uninstall(void);

void log__begin(struct log *log);
void log__end(struct log *log);
void log__release(struct log *log);

#endif
