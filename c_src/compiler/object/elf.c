/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/object/elf.h"

#include "base/arena.h"

#include <elf.h>
#include <string.h>

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "objects are read as they lie in memory");

#define ALIGNMENT_LIMIT 4096	   /* a page: more than any map value asks for */
#define SECTION_ADDRSIG 0x6fff4c03 /* LLVM's; elf.h has no name for it */

const char *elf_error_text(enum elf_error error)
{
	switch (error) {
	case ELF_OK:
		return "no error";
#define ELF_ERROR(name, text) \
	case ELF_##name: \
		return text;
#include "compiler/object/elf_error.def"
#undef ELF_ERROR
	}
	return "unknown error";
}

uint16_t elf_u16(const uint8_t *bytes)
{
	uint16_t value;

	memcpy(&value, bytes, sizeof(value));
	return value;
}

uint32_t elf_u32(const uint8_t *bytes)
{
	uint32_t value;

	memcpy(&value, bytes, sizeof(value));
	return value;
}

static bool inside(const struct elf *elf, uint64_t offset, uint64_t size)
{
	return offset <= elf->size && size <= elf->size - offset;
}

static bool is_string_table(const struct elf *elf, uint32_t index)
{
	const struct elf_section *section = &elf->sections[index];

	return section->type == SHT_STRTAB && section->size && !section->bytes[section->size - 1];
}

/* The table's last byte is NUL, so a name that begins in it ends in it. */
static const char *name_at(const struct elf *elf, uint32_t table, uint32_t offset)
{
	const struct elf_section *section = &elf->sections[table];

	return offset < section->size ? (const char *)section->bytes + offset : NULL;
}

static enum elf_error read_header(struct elf *elf, Elf64_Ehdr *header)
{
	static const unsigned char identity[] = { ELFMAG0,    ELFMAG1,	   ELFMAG2,   ELFMAG3,
						  ELFCLASS64, ELFDATA2LSB, EV_CURRENT };

	if (elf->size < sizeof(*header))
		return ELF_HEADER;
	memcpy(header, elf->bytes, sizeof(*header));
	if (memcmp(header->e_ident, identity, sizeof(identity)) || header->e_type != ET_REL ||
	    header->e_machine != EM_BPF || header->e_shentsize != sizeof(Elf64_Shdr) ||
	    !header->e_shnum || header->e_shnum >= SHN_LORESERVE ||
	    header->e_shstrndx >= header->e_shnum)
		return ELF_HEADER;
	if (!inside(elf, header->e_shoff, (uint64_t)header->e_shnum * sizeof(Elf64_Shdr)))
		return ELF_SECTION;
	elf->section_count = header->e_shnum;
	elf->name_section = header->e_shstrndx;
	return ELF_OK;
}

static enum elf_error read_section(struct elf *elf, const Elf64_Shdr *header,
				   struct elf_section *section)
{
	*section = (struct elf_section){
		.type = header->sh_type,
		.flags = header->sh_flags,
		.size = header->sh_size,
		.link = header->sh_link,
		.info = header->sh_info,
		.alignment = header->sh_addralign,
		.entry_size = header->sh_entsize,
	};
	if (header->sh_addralign & (header->sh_addralign - 1) ||
	    header->sh_addralign > ALIGNMENT_LIMIT)
		return ELF_SECTION;
	if (header->sh_type == SHT_NOBITS)
		return ELF_OK;
	if (!inside(elf, header->sh_offset, header->sh_size))
		return ELF_SECTION;
	section->bytes = elf->bytes + header->sh_offset;
	return ELF_OK;
}

/*
 * Sections that share bytes would let a small object describe one of any
 * size, so together they may not hold more than the object does.
 */
static enum elf_error read_sections(struct elf *elf, struct arena *arena, const Elf64_Ehdr *file)
{
	uint64_t held = 0;

	elf->sections = ARENA_ARRAY(arena, struct elf_section, elf->section_count);
	for (uint32_t i = 1; i < elf->section_count; i++) {
		Elf64_Shdr header;
		enum elf_error error;

		memcpy(&header, elf->bytes + file->e_shoff + i * sizeof(header), sizeof(header));
		error = read_section(elf, &header, &elf->sections[i]);
		if (error)
			return error;
		held += elf->sections[i].bytes ? elf->sections[i].size : 0;
		if (held > elf->size)
			return ELF_OVERLAP;
	}
	if (!is_string_table(elf, elf->name_section))
		return ELF_STRING;
	elf->sections[0].name = "";
	for (uint32_t i = 1; i < elf->section_count; i++) {
		Elf64_Shdr header;

		memcpy(&header, elf->bytes + file->e_shoff + i * sizeof(header), sizeof(header));
		elf->sections[i].name = name_at(elf, elf->name_section, header.sh_name);
		if (!elf->sections[i].name)
			return ELF_STRING;
	}
	return ELF_OK;
}

static enum elf_error read_symbol(const struct elf *elf, const Elf64_Sym *entry, uint32_t names,
				  struct elf_symbol *symbol)
{
	*symbol = (struct elf_symbol){
		.name = name_at(elf, names, entry->st_name),
		.value = entry->st_value,
		.size = entry->st_size,
		.section = entry->st_shndx,
		.type = ELF64_ST_TYPE(entry->st_info),
		.binding = ELF64_ST_BIND(entry->st_info),
		.visibility = ELF64_ST_VISIBILITY(entry->st_other),
	};
	if (!symbol->name)
		return ELF_STRING;
	if (symbol->section >= elf->section_count && symbol->section != SHN_ABS &&
	    symbol->section != SHN_COMMON)
		return ELF_SYMBOL;
	if (symbol->type == STT_SECTION && symbol->section < elf->section_count)
		symbol->name = elf->sections[symbol->section].name;
	return ELF_OK;
}

static enum elf_error read_symbols(struct elf *elf, struct arena *arena)
{
	const struct elf_section *table = &elf->sections[elf->symbol_section];

	if (!elf->symbol_section)
		return ELF_OK;
	if (table->entry_size != sizeof(Elf64_Sym) || table->size % sizeof(Elf64_Sym) ||
	    table->link >= elf->section_count || !is_string_table(elf, table->link))
		return ELF_SYMBOL;
	elf->symbol_count = (uint32_t)(table->size / sizeof(Elf64_Sym));
	elf->symbols = ARENA_ARRAY(arena, struct elf_symbol, elf->symbol_count);
	for (uint32_t i = 0; i < elf->symbol_count; i++) {
		Elf64_Sym entry;
		enum elf_error error;

		memcpy(&entry, table->bytes + i * sizeof(entry), sizeof(entry));
		error = read_symbol(elf, &entry, table->link, &elf->symbols[i]);
		if (error)
			return error;
		if ((elf->symbols[i].binding == STB_LOCAL) != (i < table->info))
			return ELF_SYMBOL;
	}
	return ELF_OK;
}

static enum elf_error check_relocations(const struct elf *elf, const struct elf_section *section)
{
	const struct elf_section *target;

	if (section->entry_size != sizeof(Elf64_Rel) || section->size % sizeof(Elf64_Rel) ||
	    !section->info || section->info >= elf->section_count || !elf->symbol_section ||
	    section->link != elf->symbol_section)
		return ELF_RELOCATION;
	target = &elf->sections[section->info];
	if (target->type != SHT_PROGBITS)
		return ELF_RELOCATION;
	for (uint32_t i = 0; i < elf_relocation_count(section); i++) {
		struct elf_relocation relocation = elf_relocation(section, i);

		if (relocation.symbol >= elf->symbol_count || relocation.offset >= target->size)
			return ELF_RELOCATION;
	}
	return ELF_OK;
}

/* Only the types that clang writes for BPF are understood, so only they pass. */
static enum elf_error check_type(struct elf *elf, uint32_t index)
{
	switch (elf->sections[index].type) {
	case SHT_NULL:
	case SHT_PROGBITS:
	case SHT_NOBITS:
	case SHT_STRTAB:
	case SHT_REL:
	case SECTION_ADDRSIG:
		return ELF_OK;
	case SHT_SYMTAB:
		if (elf->symbol_section)
			return ELF_SYMBOL;
		elf->symbol_section = index;
		return ELF_OK;
	}
	return ELF_UNEXPECTED;
}

enum elf_error elf_read(struct elf *elf, struct arena *arena, const void *bytes, size_t size)
{
	Elf64_Ehdr header;
	enum elf_error error;

	*elf = (struct elf){ .bytes = bytes, .size = size };
	error = read_header(elf, &header);
	if (!error)
		error = read_sections(elf, arena, &header);
	for (uint32_t i = 1; !error && i < elf->section_count; i++)
		error = check_type(elf, i);
	if (!error)
		error = read_symbols(elf, arena);
	for (uint32_t i = 1; !error && i < elf->section_count; i++) {
		if (elf->sections[i].type == SHT_REL)
			error = check_relocations(elf, &elf->sections[i]);
	}
	return error;
}

const struct elf_section *elf_section(const struct elf *elf, const char *name)
{
	for (uint32_t i = 1; i < elf->section_count; i++) {
		if (!strcmp(elf->sections[i].name, name))
			return &elf->sections[i];
	}
	return NULL;
}

bool elf_section_is_code(const struct elf_section *section)
{
	return section->type == SHT_PROGBITS && section->flags & SHF_EXECINSTR;
}

uint32_t elf_relocation_count(const struct elf_section *section)
{
	return section->type == SHT_REL ? (uint32_t)(section->size / sizeof(Elf64_Rel)) : 0;
}

struct elf_relocation elf_relocation(const struct elf_section *section, uint32_t index)
{
	Elf64_Rel entry;

	memcpy(&entry, section->bytes + index * sizeof(entry), sizeof(entry));
	return (struct elf_relocation){
		.offset = entry.r_offset,
		.type = (uint32_t)ELF64_R_TYPE(entry.r_info),
		.symbol = (uint32_t)ELF64_R_SYM(entry.r_info),
	};
}
