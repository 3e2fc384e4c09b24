/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/elf_section.h"

#include <elf.h>
#include <stdint.h>
#include <string.h>

/* The bytes may be anywhere in memory: what is read is copied. */
static bool read_at(const void *elf, size_t size, uint64_t at, void *to, size_t wanted)
{
	if (at > size || wanted > size - at)
		return false;
	memcpy(to, (const char *)elf + at, wanted);
	return true;
}

static bool read_header(const void *elf, size_t size, Elf64_Ehdr *header)
{
	return read_at(elf, size, 0, header, sizeof(*header)) &&
	       memcmp(header->e_ident, ELFMAG, SELFMAG) == 0 &&
	       header->e_ident[EI_CLASS] == ELFCLASS64;
}

static bool read_section(const void *elf, size_t size, const Elf64_Ehdr *header, size_t number,
			 Elf64_Shdr *section)
{
	uint64_t offset = number * sizeof(*section);

	return number < header->e_shnum && header->e_shoff <= size &&
	       read_at(elf, size, header->e_shoff + offset, section, sizeof(*section));
}

static bool has_name(const void *elf, size_t size, const Elf64_Shdr *names,
		     const Elf64_Shdr *section, const char *name)
{
	size_t wanted = strlen(name) + 1;

	return names->sh_offset <= size && names->sh_size <= size - names->sh_offset &&
	       section->sh_name < names->sh_size && wanted <= names->sh_size - section->sh_name &&
	       memcmp((const char *)elf + names->sh_offset + section->sh_name, name, wanted) == 0;
}

bool elf_section__next(const void *elf, size_t size, const char *name, size_t *at,
		       struct elf_section *section)
{
	Elf64_Shdr names, one;
	Elf64_Ehdr header;

	if (!read_header(elf, size, &header) ||
	    !read_section(elf, size, &header, header.e_shstrndx, &names))
		return false;
	while (read_section(elf, size, &header, ++*at, &one)) {
		if (one.sh_type == SHT_NOBITS || !has_name(elf, size, &names, &one, name) ||
		    one.sh_offset > size || one.sh_size > size - one.sh_offset)
			continue;
		section->bytes = (const unsigned char *)elf + one.sh_offset;
		section->size = one.sh_size;
		return true;
	}
	return false;
}

bool elf_section__is_extended(const void *elf, size_t size)
{
	Elf64_Ehdr header;

	return read_header(elf, size, &header) &&
	       ((!header.e_shnum && header.e_shoff) || header.e_shstrndx >= SHN_LORESERVE);
}
