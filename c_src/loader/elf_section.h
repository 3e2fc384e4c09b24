/* SPDX-License-Identifier: Apache-2.0 */
/* The sections of an ELF, before libbpf sees it. */
#ifndef HONEY_LOADER_ELF_SECTION_H
#define HONEY_LOADER_ELF_SECTION_H

#include <stdbool.h>
#include <stddef.h>

struct elf_section {
	const unsigned char *bytes;
	size_t size;
};

/*
 * The next section of the name behind number `*at`, which is 0 at first. False where there is none: of what
 * is no ELF of 64 bits, libbpf says so itself.
 */
bool elf_section__next(const void *elf, size_t size, const char *name, size_t *at,
		       struct elf_section *section);

/* Has its table of sections a form that ELF has for more than 65,279 of them? */
bool elf_section__is_extended(const void *elf, size_t size);

#endif
