/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/stub.h"

#include <assert.h>
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <elf.h>
#include <errno.h>
#include <linux/bpf.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LICENSE "Dual BSD/GPL"
#define LICENSE_SECTION "license"

/* Section names may have a path and a symbol. */
#define NAME_ROOM 4096

enum {
	SECTION_NONE,
	SECTION_NAMES,
	SECTION_SYMBOLS,
	SECTION_LICENSE,
	SECTION_PROGRAM,
	SECTIONS,
};

/* The stub's ELF file, whole. */
struct image {
	Elf64_Ehdr header;
	Elf64_Shdr sections[SECTIONS];
	Elf64_Sym symbols[2];
	struct bpf_insn code[6];
	char license[sizeof(LICENSE)];
	char names[2 * NAME_ROOM + 32]; /* the first is empty */
	size_t names_size;
};

struct stub {
	struct bpf_object *object;
	int slots;
};

bool stub__suits(const struct bpf_program *program)
{
	switch (bpf_program__type(program)) {
	case BPF_PROG_TYPE_KPROBE:
	case BPF_PROG_TYPE_TRACEPOINT:
	case BPF_PROG_TYPE_PERF_EVENT:
	case BPF_PROG_TYPE_RAW_TRACEPOINT:
	case BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE:
		return true;
	case BPF_PROG_TYPE_TRACING:
		return bpf_program__expected_attach_type(program) != BPF_TRACE_ITER;
	default:
		return false;
	}
}

static uint32_t add_name(struct image *image, const char *prefix, const char *name)
{
	size_t at = image->names_size;
	size_t room = sizeof(image->names) - at;
	int length = snprintf(image->names + at, room, "%s%s", prefix, name);

	image->names_size += (size_t)length + 1;
	return (uint32_t)at;
}

#define PLACE(image, member) (Elf64_Off)((const char *)&(image)->member - (const char *)(image))

static void put_sections(struct image *image, const char *section)
{
	image->sections[SECTION_LICENSE] =
		(Elf64_Shdr){ .sh_name = add_name(image, "", LICENSE_SECTION),
			      .sh_type = SHT_PROGBITS,
			      .sh_flags = SHF_ALLOC,
			      .sh_offset = PLACE(image, license),
			      .sh_size = sizeof(image->license),
			      .sh_addralign = 1 };
	image->sections[SECTION_PROGRAM] = (Elf64_Shdr){ .sh_name = add_name(image, "", section),
							 .sh_type = SHT_PROGBITS,
							 .sh_flags = SHF_ALLOC | SHF_EXECINSTR,
							 .sh_offset = PLACE(image, code),
							 .sh_size = sizeof(image->code),
							 .sh_addralign = 8 };
	image->sections[SECTION_SYMBOLS] = (Elf64_Shdr){ .sh_type = SHT_SYMTAB,
							 .sh_offset = PLACE(image, symbols),
							 .sh_size = sizeof(image->symbols),
							 .sh_link = SECTION_NAMES,
							 .sh_info = 1,
							 .sh_addralign = 8,
							 .sh_entsize = sizeof(Elf64_Sym) };
}

static void put_header(struct image *image)
{
	const uint16_t one = 1;
	bool is_little = *(const uint8_t *)&one;

	image->header = (Elf64_Ehdr){ .e_type = ET_REL,
				      .e_machine = EM_BPF,
				      .e_version = EV_CURRENT,
				      .e_shoff = PLACE(image, sections),
				      .e_ehsize = sizeof(Elf64_Ehdr),
				      .e_shentsize = sizeof(Elf64_Shdr),
				      .e_shnum = SECTIONS,
				      .e_shstrndx = SECTION_NAMES };
	memcpy(image->header.e_ident, ELFMAG, SELFMAG);
	image->header.e_ident[EI_CLASS] = ELFCLASS64;
	image->header.e_ident[EI_DATA] = is_little ? ELFDATA2LSB : ELFDATA2MSB;
	image->header.e_ident[EI_VERSION] = EV_CURRENT;
}

/* bpf_tail_call(ctx, slots, 0); return 0; */
static void put_code(struct image *image, int slots)
{
	const struct bpf_insn code[] = {
		{ .code = BPF_LD | BPF_DW | BPF_IMM,
		  .dst_reg = BPF_REG_2,
		  .src_reg = BPF_PSEUDO_MAP_FD,
		  .imm = slots },
		{ 0 },
		{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_3 },
		{ .code = BPF_JMP | BPF_CALL, .imm = BPF_FUNC_tail_call },
		{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0 },
		{ .code = BPF_JMP | BPF_EXIT },
	};

	static_assert(sizeof(code) == sizeof(image->code), "the code fills its room");
	memcpy(image->code, code, sizeof(code));
}

static void image_init(struct image *image, const char *section, const char *program, int slots)
{
	memset(image, 0, sizeof(*image));
	image->names_size = 1;
	put_header(image);
	put_code(image, slots);
	memcpy(image->license, LICENSE, sizeof(LICENSE));
	put_sections(image, section);
	image->symbols[1] = (Elf64_Sym){ .st_name = add_name(image, "swap_", program),
					 .st_info = ELF64_ST_INFO(STB_GLOBAL, STT_FUNC),
					 .st_shndx = SECTION_PROGRAM,
					 .st_size = sizeof(image->code) };
	image->sections[SECTION_NAMES] = (Elf64_Shdr){ .sh_type = SHT_STRTAB,
						       .sh_offset = PLACE(image, names),
						       .sh_size = image->names_size,
						       .sh_addralign = 1 };
}

static int open_image(struct stub *stub, const struct image *image)
{
	LIBBPF_OPTS(bpf_object_open_opts, options, .object_name = "swap");

	stub->object = bpf_object__open_mem(image, sizeof(*image), &options);
	if (!stub->object)
		return -errno;
	return bpf_object__load(stub->object);
}

static int open_object(struct stub *stub, const struct bpf_program *program)
{
	const char *section = bpf_program__section_name(program);
	const char *name = bpf_program__name(program);
	struct image *image;
	int err;

	if (strlen(section) >= NAME_ROOM || strlen(name) >= NAME_ROOM)
		return -ENAMETOOLONG;
	image = malloc(sizeof(*image));
	if (!image)
		return -ENOMEM;
	image_init(image, section, name, stub->slots);
	err = open_image(stub, image);
	free(image);
	return err;
}

static int open_slots(struct stub *stub)
{
	stub->slots = bpf_map_create(BPF_MAP_TYPE_PROG_ARRAY, "swap", sizeof(uint32_t),
				     sizeof(uint32_t), 1, NULL);
	return stub->slots < 0 ? stub->slots : 0;
}

int stub__open(const struct bpf_program *program, struct stub **result)
{
	struct stub *stub;
	int err;

	if (bpf_program__flags(program) & BPF_F_SLEEPABLE)
		return -EOPNOTSUPP;
	stub = calloc(1, sizeof(*stub));
	if (!stub)
		return -ENOMEM;
	err = open_slots(stub);
	if (!err)
		err = stub__set(stub, program);
	if (!err)
		err = open_object(stub, program);
	if (err)
		stub__close(stub);
	else
		*result = stub;
	return err;
}

void stub__close(struct stub *stub)
{
	if (!stub)
		return;
	bpf_object__close(stub->object);
	if (stub->slots >= 0)
		close(stub->slots);
	free(stub);
}

struct bpf_program *stub__program(const struct stub *stub)
{
	return bpf_object__next_program(stub->object, NULL);
}

int stub__set(const struct stub *stub, const struct bpf_program *program)
{
	const uint32_t slot = 0;
	int fd = bpf_program__fd(program);

	return fd < 0 ? fd : bpf_map_update_elem(stub->slots, &slot, &fd, BPF_ANY);
}
