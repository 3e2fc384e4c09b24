/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/log.h"

#include <bpf/libbpf.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static _Thread_local struct log *current;

/* A library that is loaded again from the same file is the same one: it is installed twice. */
static atomic_int installations;

static bool reserve(struct log *log, size_t size)
{
	size_t needed = log->size + size + 1;
	size_t capacity = log->capacity ? log->capacity : 512;
	char *text;

	if (needed <= log->capacity)
		return true;
	while (capacity < needed)
		capacity *= 2;
	text = realloc(log->text, capacity);
	if (!text)
		return false;
	log->text = text;
	log->capacity = capacity;
	return true;
}

static int print(enum libbpf_print_level level, const char *format, va_list arguments)
	__attribute__((format(printf, 2, 0)));

static int print(enum libbpf_print_level level, const char *format, va_list arguments)
{
	struct log *log = current;
	va_list again;
	int length;

	if (!log || log->lost || level != LIBBPF_WARN)
		return 0;
	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0 || !reserve(log, (size_t)length)) {
		log->lost = true;
		return 0;
	}
	vsnprintf(log->text + log->size, (size_t)length + 1, format, arguments);
	log->size += (size_t)length;
	return length;
}

void log__install(void)
{
	atomic_fetch_add(&installations, 1);
	libbpf_set_print(print);
}

/* A later library, from another file, may have installed its own callback: that one stays. */
void log__uninstall(void)
{
	libbpf_print_fn_t installed;

	if (atomic_fetch_sub(&installations, 1) != 1)
		return;
	installed = libbpf_set_print(NULL);

	if (installed != print)
		libbpf_set_print(installed);
}

void log__begin(struct log *log)
{
	*log = (struct log){ .outer = current };
	current = log;
}

void log__end(struct log *log)
{
	current = log->outer;
}

void log__release(struct log *log)
{
	free(log->text);
	*log = (struct log){ 0 };
}
