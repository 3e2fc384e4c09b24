/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A reader of BPF objects in memory.
 *
 * elf_read() checks everything once, so that what it fills in can be used
 * without care: every name ends, every index is in range, every section's
 * bytes are there. Relocations stay in the object and are checked as well.
 */
#ifndef HONEY_COMPILER_ELF_H
#define HONEY_COMPILER_ELF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum elf_error {
	ELF_OK,
#define ELF_ERROR(name, text) ELF_##name,
#include "compiler/object/elf_error.def"
#undef ELF_ERROR
};

struct elf_section {
	const char *name;
	uint32_t type; /* SHT_ of elf.h, as all numbers here */
	uint64_t flags;
	const uint8_t *bytes; /* NULL for SHT_NOBITS */
	uint64_t size;
	uint32_t link;
	uint32_t info;
	uint64_t alignment;
	uint64_t entry_size;
};

struct elf_symbol {
	const char *name; /* a section symbol has its section's name */
	uint64_t value;
	uint64_t size;
	uint16_t section; /* an index, or SHN_UNDEF, SHN_ABS, SHN_COMMON */
	uint8_t type;
	uint8_t binding;
	uint8_t visibility;
};

struct elf_relocation {
	uint64_t offset; /* within the section that it applies to */
	uint32_t type;
	uint32_t symbol;
};

struct elf {
	const uint8_t *bytes;
	size_t size;
	struct elf_section *sections;
	uint32_t section_count;
	struct elf_symbol *symbols;
	uint32_t symbol_count;
	uint32_t symbol_section; /* 0 if there is none */
	uint32_t name_section;
};

/* The object's bytes must outlive what is read. */
enum elf_error elf_read(struct elf *elf, struct arena *arena, const void *bytes, size_t size);
const char *elf_error_text(enum elf_error error);

const struct elf_section *elf_section(const struct elf *elf, const char *name); /* or NULL */
bool elf_section_is_code(const struct elf_section *section);
uint32_t elf_relocation_count(const struct elf_section *section); /* 0 for other sections */
struct elf_relocation elf_relocation(const struct elf_section *section, uint32_t index);

/* Bytes of an object have no alignment. */
uint16_t elf_u16(const uint8_t *bytes);
uint32_t elf_u32(const uint8_t *bytes);

#endif
