/* SPDX-License-Identifier: Apache-2.0 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* strerrorname_np() */
#endif
#include "loader/error_name.h"

#include <bpf/libbpf.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define LIBBPF_ERRORS(X) \
	X(LIBELF) \
	X(FORMAT) \
	X(KVERSION) \
	X(ENDIAN) \
	X(INTERNAL) \
	X(RELOC) \
	X(LOAD) \
	X(VERIFY) \
	X(PROG2BIG) \
	X(KVER) \
	X(PROGTYPE) \
	X(WRNGPID) \
	X(INVSEQ) \
	X(NLPARSE)

#define CASE(name) \
	case LIBBPF_ERRNO__##name: \
		return "LIBBPF_" #name;

static const char *upper_name(int error)
{
	switch (error) {
		LIBBPF_ERRORS(CASE)
	case ERROR_UNSUPPORTED:
		return "ENOTSUPP";
	}
	return strerrorname_np(error);
}

void error_name(int error, char *name, size_t size)
{
	const char *upper = upper_name(error);

	if (upper)
		snprintf(name, size, "%s", upper);
	else
		snprintf(name, size, "errno_%d", error);
	for (; *name; name++)
		*name = (char)tolower((unsigned char)*name);
}

void error_words(int error, char *words, size_t size)
{
	if (error == ERROR_UNSUPPORTED)
		snprintf(words, size, "Operation not supported by this kernel");
	else
		libbpf_strerror(error, words, size);
}
