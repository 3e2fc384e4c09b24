/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Is the BTF of an ELF one that libbpf may be given? libbpf 1.1 believes what a type refers to, and reads
 * where nothing is; from 1.3 on it looks itself.
 */
#ifndef HONEY_LOADER_BTF_CHECK_H
#define HONEY_LOADER_BTF_CHECK_H

#include <stdbool.h>
#include <stddef.h>

/* What is wrong, in words. */
struct btf_problem {
	char text[128];
};

/* True for an ELF without BTF, and for what is none: libbpf refuses that itself. */
bool btf_check__elf(const void *elf, size_t size, struct btf_problem *problem);

#endif
