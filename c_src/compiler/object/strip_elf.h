/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Leaves of an object what libbpf, the kernel and a disassembler read.
 *
 * Code, data, maps, BTF and BTF.ext with their relocations stay; DWARF and
 * the symbols that nothing refers to go. What stays keeps its order, so the
 * result depends on the input alone.
 */
#ifndef HONEY_COMPILER_STRIP_ELF_H
#define HONEY_COMPILER_STRIP_ELF_H

#include "compiler/object/elf.h"

#include <stddef.h>

struct arena;

/* An error if what stays refers to what goes. */
enum elf_error strip_elf(struct arena *arena, const struct elf *elf, const char **bytes,
			 size_t *size);

#endif
