/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/btf_check.h"

#include "loader/elf_section.h"

#include <linux/btf.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of typedefs, qualifiers and arrays around a type; as many as libbpf follows for its size. */
#define DEEPEST 32

#define KIND(name) (1u << BTF_KIND_##name)

/* What follows a type's three words, and what of all that is another type's number, or a name. */
struct kind_shape {
	bool is_known;
	bool refers;	      /* the third word is a type */
	uint32_t referred;    /* of these kinds, or 0 for any */
	bool is_wrapper;      /* the type is its referred one, but for a name or a qualifier */
	uint8_t fixed;	      /* words that follow once */
	uint8_t types;	      /* the first of them, as many, are types */
	uint8_t entry;	      /* words of each of `vlen` entries behind these */
	int8_t entry_name;    /* the word of an entry that is a name, or -1 */
	int8_t entry_type;    /* a type, or -1 */
	uint32_t entry_kinds; /* of these kinds, or 0 for any */
};

#define NO_ENTRY .entry_name = -1, .entry_type = -1
#define WRAPPER \
	{ \
		.is_known = true, NO_ENTRY, .refers = true, .is_wrapper = true \
	}

static const struct kind_shape shapes[] = {
	[BTF_KIND_INT] = { .is_known = true, NO_ENTRY, .fixed = 1 },
	[BTF_KIND_PTR] = { .is_known = true, NO_ENTRY, .refers = true },
	[BTF_KIND_ARRAY] = { .is_known = true, NO_ENTRY, .fixed = 3, .types = 2 },
	[BTF_KIND_STRUCT] = { .is_known = true, .entry = 3, .entry_name = 0, .entry_type = 1 },
	[BTF_KIND_UNION] = { .is_known = true, .entry = 3, .entry_name = 0, .entry_type = 1 },
	[BTF_KIND_ENUM] = { .is_known = true, .entry = 2, .entry_name = 0, .entry_type = -1 },
	[BTF_KIND_FWD] = { .is_known = true, NO_ENTRY },
	[BTF_KIND_TYPEDEF] = WRAPPER,
	[BTF_KIND_VOLATILE] = WRAPPER,
	[BTF_KIND_CONST] = WRAPPER,
	[BTF_KIND_RESTRICT] = WRAPPER,
	[BTF_KIND_FUNC] = { .is_known = true,
			    .refers = true,
			    .referred = KIND(FUNC_PROTO),
			    NO_ENTRY },
	[BTF_KIND_FUNC_PROTO] = { .is_known = true,
				  .refers = true,
				  .entry = 2,
				  .entry_name = 0,
				  .entry_type = 1 },
	[BTF_KIND_VAR] = { .is_known = true, NO_ENTRY, .refers = true, .fixed = 1 },
	[BTF_KIND_DATASEC] = { .is_known = true,
			       .entry = 3,
			       .entry_name = -1,
			       .entry_type = 0,
			       .entry_kinds = KIND(VAR) | KIND(FUNC) },
	[BTF_KIND_FLOAT] = { .is_known = true, NO_ENTRY },
	[BTF_KIND_DECL_TAG] = { .is_known = true, NO_ENTRY, .refers = true, .fixed = 1 },
	[BTF_KIND_TYPE_TAG] = WRAPPER,
	[BTF_KIND_ENUM64] = { .is_known = true, .entry = 3, .entry_name = 0, .entry_type = -1 },
};

#define SHAPES (sizeof(shapes) / sizeof(shapes[0]))
#define TYPE_WORDS 3

struct btf_view {
	const unsigned char *words; /* of the types */
	uint32_t count;		    /* of these words */
	const char *names;
	uint32_t names_size;
	uint32_t *at; /* the word at which a type begins, by its number */
	uint32_t types;
	struct btf_problem *problem;
};

__attribute__((format(printf, 2, 3))) static bool fail(struct btf_problem *problem,
						       const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(problem->text, sizeof(problem->text), format, arguments);
	va_end(arguments);
	return false;
}

static uint32_t word(const struct btf_view *btf, size_t at)
{
	uint32_t value;

	memcpy(&value, btf->words + at * sizeof(value), sizeof(value));
	return value;
}

static unsigned kind_of(const struct btf_view *btf, uint32_t type)
{
	return type ? BTF_INFO_KIND(word(btf, btf->at[type] + 1)) : BTF_KIND_UNKN;
}

static bool read_header(const struct elf_section *section, struct btf_view *btf)
{
	struct btf_header header;
	uint64_t left;

	if (section->size < sizeof(header))
		return fail(btf->problem, "has no whole header");
	memcpy(&header, section->bytes, sizeof(header));
	if (header.magic != BTF_MAGIC || header.version != BTF_VERSION)
		return fail(btf->problem, "does not begin as BTF of this machine does");
	if (header.hdr_len < sizeof(header) || header.hdr_len > section->size)
		return fail(btf->problem, "has a header of %u bytes", header.hdr_len);
	left = section->size - header.hdr_len;
	if (header.type_off % sizeof(uint32_t) || header.type_len % sizeof(uint32_t) ||
	    (uint64_t)header.type_off + header.type_len > header.str_off ||
	    (uint64_t)header.str_off + header.str_len > left)
		return fail(btf->problem, "says that it has types or names where it has none");
	btf->words = section->bytes + header.hdr_len + header.type_off;
	btf->count = header.type_len / sizeof(uint32_t);
	btf->names = (const char *)section->bytes + header.hdr_len + header.str_off;
	btf->names_size = header.str_len;
	if (!header.str_len || btf->names[0] || btf->names[header.str_len - 1])
		return fail(btf->problem, "has names that do not end");
	return true;
}

static size_t words_of(uint32_t info)
{
	const struct kind_shape *shape = &shapes[BTF_INFO_KIND(info)];

	return TYPE_WORDS + shape->fixed + (size_t)shape->entry * BTF_INFO_VLEN(info);
}

/* Where each type begins, which is known once all before it are. */
static bool find_types(struct btf_view *btf)
{
	size_t at = 0;

	while (at < btf->count) {
		uint32_t info, type = ++btf->types;

		if (btf->count - at < TYPE_WORDS)
			return fail(btf->problem, "ends within type %u", type);
		info = word(btf, at + 1);
		if (BTF_INFO_KIND(info) >= SHAPES || !shapes[BTF_INFO_KIND(info)].is_known)
			return fail(btf->problem, "has type %u of the unknown kind %u", type,
				    BTF_INFO_KIND(info));
		if (words_of(info) > btf->count - at)
			return fail(btf->problem, "ends within type %u", type);
		btf->at[type] = (uint32_t)at;
		at += words_of(info);
	}
	return true;
}

static bool check_reference(const struct btf_view *btf, uint32_t type, uint32_t referred,
			    uint32_t kinds)
{
	if (referred > btf->types)
		return fail(btf->problem, "has type %u that refers to type %u of %u", type,
			    referred, btf->types);
	if (kinds && !(kinds & 1u << kind_of(btf, referred)))
		return fail(btf->problem, "has type %u that refers to type %u, of another kind",
			    type, referred);
	return true;
}

static bool check_name(const struct btf_view *btf, uint32_t type, uint32_t name)
{
	return name < btf->names_size ||
	       fail(btf->problem, "has type %u with a name at %u, of %u bytes", type, name,
		    btf->names_size);
}

static bool check_entries(const struct btf_view *btf, uint32_t type, const struct kind_shape *shape)
{
	size_t at = btf->at[type], count = BTF_INFO_VLEN(word(btf, at + 1));

	at += TYPE_WORDS + shape->fixed;
	for (size_t i = 0; shape->entry && i < count; i++, at += shape->entry) {
		if (shape->entry_name >= 0 &&
		    !check_name(btf, type, word(btf, at + shape->entry_name)))
			return false;
		if (shape->entry_type >= 0 &&
		    !check_reference(btf, type, word(btf, at + shape->entry_type),
				     shape->entry_kinds))
			return false;
	}
	return true;
}

static bool check_type(const struct btf_view *btf, uint32_t type)
{
	const struct kind_shape *shape = &shapes[kind_of(btf, type)];
	size_t at = btf->at[type];

	if (!check_name(btf, type, word(btf, at)))
		return false;
	if (shape->refers && !check_reference(btf, type, word(btf, at + 2), shape->referred))
		return false;
	for (unsigned i = 0; i < shape->types; i++) {
		if (!check_reference(btf, type, word(btf, at + TYPE_WORDS + i), 0))
			return false;
	}
	return check_entries(btf, type, shape);
}

/* A typedef, a qualifier or an array goes over to what it is made of. */
static bool unwrap(const struct btf_view *btf, uint32_t *type)
{
	unsigned kind = kind_of(btf, *type);

	if (shapes[kind].is_wrapper)
		*type = word(btf, btf->at[*type] + 2);
	else if (kind == BTF_KIND_ARRAY)
		*type = word(btf, btf->at[*type] + TYPE_WORDS);
	else
		return false;
	return true;
}

/* libbpf would follow one that is made of itself for ever. */
static bool check_depth(const struct btf_view *btf, uint32_t type)
{
	uint32_t inner = type;

	for (unsigned depth = 0; depth < DEEPEST; depth++) {
		if (!unwrap(btf, &inner))
			return true;
	}
	return fail(btf->problem, "has type %u that is made of itself, or of %d others", type,
		    DEEPEST);
}

static bool check_types(struct btf_view *btf)
{
	if (!find_types(btf))
		return false;
	for (uint32_t type = 1; type <= btf->types; type++) {
		if (!check_type(btf, type))
			return false;
	}
	for (uint32_t type = 1; type <= btf->types; type++) {
		if (!check_depth(btf, type))
			return false;
	}
	return true;
}

static bool check_section(const struct elf_section *section, struct btf_problem *problem)
{
	struct btf_view btf = { .problem = problem };
	bool is_right;

	if (!read_header(section, &btf))
		return false;
	btf.at = malloc((btf.count / TYPE_WORDS + 2) * sizeof(*btf.at));
	if (!btf.at)
		return fail(problem, "is too large for the memory there is");
	is_right = check_types(&btf);
	free(btf.at);
	return is_right;
}

bool btf_check__elf(const void *elf, size_t size, struct btf_problem *problem)
{
	struct elf_section section;
	size_t at = 0;

	if (elf_section__is_extended(elf, size))
		return fail(problem, "may be anywhere: the ELF has no plain table of sections");
	while (elf_section__next(elf, size, ".BTF", &at, &section)) {
		if (!check_section(&section, problem))
			return false;
	}
	return true;
}
