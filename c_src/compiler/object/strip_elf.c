/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/object/strip_elf.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <elf.h>
#include <string.h>

/*
 * Old indexes to new ones; 0, which means nothing in both tables, for what
 * goes. The string table is written anew, behind the last section that stays,
 * for the names of sections and symbols alike.
 */
struct strip {
	struct arena *arena;
	const struct elf *elf;
	uint32_t *sections;
	uint32_t *symbols;
	uint32_t section_count; /* without the string table */
	uint32_t symbol_count;
	uint32_t local_count;
	struct buffer file;
	struct buffer names;
	Elf64_Shdr *headers;
};

static bool section_stays(const struct elf *elf, const struct elf_section *section)
{
	switch (section->type) {
	case SHT_PROGBITS:
	case SHT_NOBITS:
		return section->flags & SHF_ALLOC || !strcmp(section->name, ".BTF") ||
		       !strcmp(section->name, ".BTF.ext");
	case SHT_REL:
		return section_stays(elf, &elf->sections[section->info]);
	case SHT_SYMTAB:
		return true;
	}
	return false;
}

static void choose_sections(struct strip *strip)
{
	const struct elf *elf = strip->elf;

	strip->sections = ARENA_ARRAY(strip->arena, uint32_t, elf->section_count);
	strip->section_count = 1;
	for (uint32_t i = 1; i < elf->section_count; i++) {
		if (section_stays(elf, &elf->sections[i]))
			strip->sections[i] = strip->section_count++;
	}
}

static bool *find_used_symbols(const struct strip *strip)
{
	const struct elf *elf = strip->elf;
	bool *used = ARENA_ARRAY(strip->arena, bool, elf->symbol_count);

	for (uint32_t i = 1; i < elf->section_count; i++) {
		const struct elf_section *section = &elf->sections[i];

		for (uint32_t j = 0; strip->sections[i] && j < elf_relocation_count(section); j++)
			used[elf_relocation(section, j).symbol] = true;
	}
	return used;
}

static bool section_index_stays(const struct strip *strip, uint16_t section)
{
	return section == SHN_UNDEF || section >= SHN_LORESERVE || strip->sections[section];
}

static bool symbol_stays(const struct strip *strip, const struct elf_symbol *symbol)
{
	return section_index_stays(strip, symbol->section) &&
	       (symbol->binding != STB_LOCAL || symbol->type == STT_FUNC ||
		symbol->type == STT_OBJECT);
}

static enum elf_error choose_symbols(struct strip *strip)
{
	const struct elf *elf = strip->elf;
	bool *used = find_used_symbols(strip);

	strip->symbols = ARENA_ARRAY(strip->arena, uint32_t, elf->symbol_count);
	strip->symbol_count = 1;
	strip->local_count = 1;
	for (uint32_t i = 1; i < elf->symbol_count; i++) {
		const struct elf_symbol *symbol = &elf->symbols[i];

		if (used[i] && !section_index_stays(strip, symbol->section))
			return ELF_RELOCATION;
		if (!used[i] && !symbol_stays(strip, symbol))
			continue;
		strip->symbols[i] = strip->symbol_count++;
		if (symbol->binding == STB_LOCAL)
			strip->local_count = strip->symbol_count;
	}
	return ELF_OK;
}

static uint32_t add_name(struct strip *strip, const char *name)
{
	uint32_t offset = (uint32_t)strip->names.size;

	if (!*name)
		return 0;
	buffer_add(&strip->names, name, strlen(name) + 1);
	return offset;
}

static void align(struct strip *strip, uint64_t alignment)
{
	while (alignment && strip->file.size % alignment)
		buffer_add(&strip->file, "", 1);
}

static void add_symbols(struct strip *strip)
{
	const struct elf *elf = strip->elf;
	Elf64_Sym entry = { 0 };

	buffer_add(&strip->file, (const char *)&entry, sizeof(entry));
	for (uint32_t i = 1; i < elf->symbol_count; i++) {
		const struct elf_symbol *symbol = &elf->symbols[i];

		if (!strip->symbols[i])
			continue;
		entry = (Elf64_Sym){
			.st_name = symbol->type == STT_SECTION ? 0 : add_name(strip, symbol->name),
			.st_info = (unsigned char)ELF64_ST_INFO(symbol->binding, symbol->type),
			.st_other = symbol->visibility,
			.st_shndx = symbol->section < elf->section_count
					    ? (uint16_t)strip->sections[symbol->section]
					    : symbol->section,
			.st_value = symbol->value,
			.st_size = symbol->size,
		};
		buffer_add(&strip->file, (const char *)&entry, sizeof(entry));
	}
}

static void add_relocations(struct strip *strip, const struct elf_section *section)
{
	for (uint32_t i = 0; i < elf_relocation_count(section); i++) {
		struct elf_relocation relocation = elf_relocation(section, i);
		Elf64_Rel entry = {
			.r_offset = relocation.offset,
			.r_info = ELF64_R_INFO((uint64_t)strip->symbols[relocation.symbol],
					       relocation.type),
		};

		buffer_add(&strip->file, (const char *)&entry, sizeof(entry));
	}
}

static void add_section(struct strip *strip, uint32_t old)
{
	const struct elf_section *section = &strip->elf->sections[old];
	Elf64_Shdr *header = &strip->headers[strip->sections[old]];

	align(strip, section->alignment);
	*header = (Elf64_Shdr){
		.sh_name = add_name(strip, section->name),
		.sh_type = section->type,
		.sh_flags = section->flags,
		.sh_offset = strip->file.size,
		.sh_size = section->size,
		.sh_addralign = section->alignment,
		.sh_entsize = section->entry_size,
	};
	switch (section->type) {
	case SHT_SYMTAB:
		header->sh_link = strip->section_count;
		header->sh_info = strip->local_count;
		add_symbols(strip);
		header->sh_size = strip->file.size - header->sh_offset;
		break;
	case SHT_REL:
		header->sh_link = strip->sections[section->link];
		header->sh_info = strip->sections[section->info];
		add_relocations(strip, section);
		break;
	case SHT_PROGBITS:
		buffer_add(&strip->file, (const char *)section->bytes, section->size);
		break;
	}
}

static void add_string_table(struct strip *strip)
{
	Elf64_Shdr *header = &strip->headers[strip->section_count];

	*header = (Elf64_Shdr){ .sh_name = add_name(strip, ".strtab"), .sh_type = SHT_STRTAB };
	header->sh_offset = strip->file.size;
	header->sh_size = strip->names.size;
	header->sh_addralign = 1;
	buffer_add(&strip->file, strip->names.text, strip->names.size);
}

static void add_headers(struct strip *strip)
{
	Elf64_Ehdr header;
	uint32_t count = strip->section_count + 1;

	align(strip, _Alignof(Elf64_Shdr));
	memcpy(&header, strip->elf->bytes, sizeof(header));
	header.e_shoff = strip->file.size;
	header.e_shnum = (uint16_t)count;
	header.e_shstrndx = (uint16_t)strip->section_count;
	buffer_add(&strip->file, (const char *)strip->headers, count * sizeof(*strip->headers));
	memcpy(strip->file.text, &header, sizeof(header));
}

enum elf_error strip_elf(struct arena *arena, const struct elf *elf, const char **bytes,
			 size_t *size)
{
	struct strip strip = { .arena = arena, .elf = elf };
	Elf64_Ehdr room = { 0 };
	enum elf_error error;

	choose_sections(&strip);
	error = choose_symbols(&strip);
	if (error)
		return error;
	buffer_init(&strip.file, arena);
	buffer_init(&strip.names, arena);
	buffer_add(&strip.names, "", 1);
	strip.headers = ARENA_ARRAY(arena, Elf64_Shdr, strip.section_count + 1);
	buffer_add(&strip.file, (const char *)&room, sizeof(room));
	for (uint32_t i = 1; i < elf->section_count; i++) {
		if (strip.sections[i])
			add_section(&strip, i);
	}
	add_string_table(&strip);
	add_headers(&strip);
	*bytes = strip.file.text;
	*size = strip.file.size;
	return ELF_OK;
}
