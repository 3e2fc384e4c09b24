/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/object/btf_ext.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#define BTF_MAGIC 0xeb9f
#define BTF_HEADER 24	  /* magic, version, flags, header length, then two ranges */
#define BTF_EXT_HEADER 24 /* the same, with the ranges of functions and of lines */
#define FUNCTION_RECORD 8 /* offset, type */
#define LINE_RECORD 16	  /* offset, file, text, line << 10 | column */
#define LINE_SHIFT 10

/* Bytes that are left to read. */
struct span {
	const uint8_t *bytes;
	uint64_t size;
};

static bool take(struct span *from, uint64_t size, const uint8_t **bytes)
{
	if (size > from->size)
		return false;
	*bytes = from->bytes;
	from->bytes += size;
	from->size -= size;
	return true;
}

/* Both headers end in ranges relative to the end of the header: this is one of them. */
static bool range(const struct elf_section *section, uint32_t field, struct span *span)
{
	uint32_t header, offset, size;

	if (section->size < field + 8 || elf_u16(section->bytes) != BTF_MAGIC)
		return false;
	header = elf_u32(section->bytes + 4);
	offset = elf_u32(section->bytes + field);
	size = elf_u32(section->bytes + field + 4);
	if (header > section->size || offset > section->size - header ||
	    size > section->size - header - offset)
		return false;
	*span = (struct span){ section->bytes + header + offset, size };
	return true;
}

static bool read_strings(const struct elf *elf, struct span *strings)
{
	const struct elf_section *btf = elf_section(elf, ".BTF");

	return btf && btf->bytes && btf->size >= BTF_HEADER && range(btf, 16, strings) &&
	       strings->size && !strings->bytes[strings->size - 1];
}

static uint32_t section_named(const struct elf *elf, const char *name)
{
	const struct elf_section *section = elf_section(elf, name);

	return section ? (uint32_t)(section - elf->sections) : 0;
}

/* clang puts the directory in front, which is always ".". */
static const char *file_name(const char *name)
{
	return strncmp(name, "./", 2) ? name : name + 2;
}

/* Where the records of one list are kept; with list NULL they are counted. */
struct records {
	struct span strings;
	uint32_t least; /* bytes of a record that are known */
	struct btf_position *list;
	uint32_t count;
};

static bool read_record(struct records *records, uint32_t section, const uint8_t *bytes)
{
	struct btf_position *position;

	if (!records->list) {
		records->count++;
		return true;
	}
	position = &records->list[records->count++];
	*position = (struct btf_position){ .section = section, .offset = elf_u32(bytes) };
	if (records->least < LINE_RECORD)
		return true;
	if (elf_u32(bytes + 4) >= records->strings.size)
		return false;
	position->file = file_name((const char *)records->strings.bytes + elf_u32(bytes + 4));
	position->line = elf_u32(bytes + 12) >> LINE_SHIFT;
	return true;
}

static bool read_records(const struct elf *elf, struct records *records, struct span all)
{
	const uint8_t *bytes;
	uint32_t size;

	records->count = 0;
	if (!all.size)
		return true;
	if (!take(&all, 4, &bytes))
		return false;
	size = elf_u32(bytes);
	if (size < records->least)
		return false;
	while (all.size) {
		uint32_t name, count, section;

		if (!take(&all, 8, &bytes))
			return false;
		name = elf_u32(bytes);
		count = elf_u32(bytes + 4);
		if (name >= records->strings.size || !take(&all, (uint64_t)count * size, &bytes))
			return false;
		section = section_named(elf, (const char *)records->strings.bytes + name);
		for (uint32_t i = 0; i < count; i++) {
			if (!read_record(records, section, bytes + (size_t)i * size))
				return false;
		}
	}
	return true;
}

static int compare(const void *left, const void *right)
{
	const struct btf_position *a = left, *b = right;

	if (a->section != b->section)
		return a->section < b->section ? -1 : 1;
	if (a->offset != b->offset)
		return a->offset < b->offset ? -1 : 1;
	return 0;
}

static bool read_list(const struct elf *elf, struct arena *arena, const struct span *strings,
		      struct span all, uint32_t least, struct btf_position **list, uint32_t *count)
{
	struct records records = { .strings = *strings, .least = least };

	if (!read_records(elf, &records, all))
		return false;
	records.list = ARENA_ARRAY(arena, struct btf_position, records.count);
	if (!read_records(elf, &records, all))
		return false;
	if (records.count)
		qsort(records.list, records.count, sizeof(*records.list), compare);
	*list = records.list;
	*count = records.count;
	return true;
}

enum elf_error btf_ext_read(struct btf_ext *ext, struct arena *arena, const struct elf *elf)
{
	const struct elf_section *section = elf_section(elf, ".BTF.ext");
	struct span strings, functions, lines;

	*ext = (struct btf_ext){ 0 };
	if (!section)
		return ELF_OK;
	if (!section->bytes || section->size < BTF_EXT_HEADER || !read_strings(elf, &strings) ||
	    !range(section, 8, &functions) || !range(section, 16, &lines) ||
	    !read_list(elf, arena, &strings, functions, FUNCTION_RECORD, &ext->functions,
		       &ext->function_count) ||
	    !read_list(elf, arena, &strings, lines, LINE_RECORD, &ext->lines, &ext->line_count))
		return ELF_BTF;
	return ELF_OK;
}

/* How many positions are at or before this one. */
static uint32_t count_until(const struct btf_position *positions, uint32_t count, uint32_t section,
			    uint32_t offset)
{
	struct btf_position wanted = { .section = section, .offset = offset };
	uint32_t low = 0, high = count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (compare(&positions[middle], &wanted) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct btf_position *btf_ext_line(const struct btf_ext *ext, uint32_t section,
					uint32_t offset)
{
	uint32_t count = count_until(ext->lines, ext->line_count, section, offset);

	/* clang writes line 0 for code that comes of several lines */
	while (count && ext->lines[count - 1].section == section && !ext->lines[count - 1].line)
		count--;
	if (!count || ext->lines[count - 1].section != section)
		return NULL;
	return &ext->lines[count - 1];
}

bool btf_ext_has(const struct btf_position *positions, uint32_t count, uint32_t section,
		 uint32_t offset)
{
	uint32_t until = count_until(positions, count, section, offset);

	return until && positions[until - 1].section == section &&
	       positions[until - 1].offset == offset;
}
