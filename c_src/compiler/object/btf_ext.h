/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What BTF.ext says about the code: where functions begin, and which source
 * line an instruction comes from.
 */
#ifndef HONEY_COMPILER_BTF_EXT_H
#define HONEY_COMPILER_BTF_EXT_H

#include "compiler/object/elf.h"

struct arena;

struct btf_position {
	uint32_t section; /* index of the code section */
	uint32_t offset;  /* bytes into it */
	const char *file; /* as #line names it; NULL in functions */
	uint32_t line;	  /* 0 in functions */
};

/* Each list is in the order of section, then offset. */
struct btf_ext {
	struct btf_position *functions;
	uint32_t function_count;
	struct btf_position *lines;
	uint32_t line_count;
};

/* An object without BTF.ext has empty lists. */
enum elf_error btf_ext_read(struct btf_ext *ext, struct arena *arena, const struct elf *elf);

/* The last position at or before offset, in the same section, that has a line; or NULL. */
const struct btf_position *btf_ext_line(const struct btf_ext *ext, uint32_t section,
					uint32_t offset);
/* Whether one of the positions is exactly there. */
bool btf_ext_has(const struct btf_position *positions, uint32_t count, uint32_t section,
		 uint32_t offset);

#endif
