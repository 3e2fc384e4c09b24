/* SPDX-License-Identifier: Apache-2.0 */
/* Error numbers of the kernel and of libbpf, by name. */
#ifndef HONEY_LOADER_ERROR_NAME_H
#define HONEY_LOADER_ERROR_NAME_H

#include <stddef.h>

/* What a closed object answers; the kernel's bpf() never does. */
#define ERROR_CLOSED EBADFD

/* The kernel's own "not supported": user space sees it, though libc has no name for it. */
#define ERROR_UNSUPPORTED 524

/* error is positive: 1 gives "eperm", LIBBPF_ERRNO__FORMAT "libbpf_format". */
void error_name(int error, char *name, size_t size);
void error_words(int error, char *words, size_t size);

#endif
