/* SPDX-License-Identifier: Apache-2.0 */
/* Objects: read, stripped, checked; and what is no object, which must be refused in peace. */
#include "compiler/object/btf_ext.h"
#include "compiler/object/check_elf.h"
#include "compiler/object/check_text.h"
#include "compiler/object/elf.h"
#include "compiler/object/strip_elf.h"
#include "test/object_fixture.h"

#include <bpf/libbpf.h>
#include <elf.h>
#include <errno.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Never jumped to: these tests have memory. */
static jmp_buf unused;

static struct clang_output compile(struct arena *arena, const char *name)
{
	struct clang_output output;

	if (!EXPECT(fixture_compile(arena, name, &output) == CLANG_OK)) {
		fprintf(stderr, "%s: %s\n", name, output.text);
		exit(1);
	}
	return output;
}

static struct elf read_object(struct arena *arena, const void *bytes, size_t size)
{
	struct elf elf;

	REQUIRE(elf_read(&elf, arena, bytes, size) == ELF_OK);
	return elf;
}

static const struct elf_symbol *symbol(const struct elf *elf, const char *name)
{
	for (uint32_t i = 0; i < elf->symbol_count; i++) {
		if (!strcmp(elf->symbols[i].name, name))
			return &elf->symbols[i];
	}
	return NULL;
}

static void test_read(void)
{
	struct arena arena;
	struct clang_output output;
	struct elf elf;
	struct btf_ext ext;
	const struct elf_symbol *on_switch;
	const struct btf_position *line;

	arena_init(&arena, &unused);
	output = compile(&arena, "programs.c");
	elf = read_object(&arena, output.object, output.object_size);
	EXPECT(elf_section(&elf, ".maps") && elf_section(&elf, ".maps")->size == 64);
	EXPECT(elf_section(&elf, ".bss") && !elf_section(&elf, ".bss")->bytes);
	EXPECT(!elf_section(&elf, "no such"));
	on_switch = symbol(&elf, "on_switch");
	REQUIRE(on_switch);
	EXPECT(on_switch->type == STT_FUNC && on_switch->binding == STB_GLOBAL);
	REQUIRE(btf_ext_read(&ext, &arena, &elf) == ELF_OK);
	EXPECT(ext.function_count == 5 && ext.line_count > 10);
	line = btf_ext_line(&ext, on_switch->section, 0);
	REQUIRE(line && line->file);
	EXPECT(!strcmp(line->file, "lib/programs.ex"));
	EXPECT(line->line >= 30 && line->line <= 34);
	EXPECT(btf_ext_has(ext.lines, ext.line_count, on_switch->section, 0));
	EXPECT(!btf_ext_has(ext.lines, ext.line_count, on_switch->section, 4));
	EXPECT(!btf_ext_line(&ext, 0, 0));
	arena_release(&arena);
}

/* How many relocations of the section there are, and how many have symbols of the same name. */
static void compare_relocations(const struct elf *before, const struct elf *after, const char *name)
{
	const struct elf_section *a = elf_section(before, name), *b = elf_section(after, name);

	REQUIRE(a && b);
	REQUIRE(elf_relocation_count(a) && elf_relocation_count(a) == elf_relocation_count(b));
	for (uint32_t i = 0; i < elf_relocation_count(a); i++) {
		struct elf_relocation x = elf_relocation(a, i), y = elf_relocation(b, i);

		EXPECT(x.offset == y.offset && x.type == y.type);
		EXPECT(!strcmp(before->symbols[x.symbol].name, after->symbols[y.symbol].name));
		EXPECT(before->symbols[x.symbol].value == after->symbols[y.symbol].value);
	}
}

static void test_strip(void)
{
	struct arena arena;
	struct clang_output output;
	struct elf elf, stripped;
	const char *bytes, *again, *third;
	size_t size, again_size, third_size;

	arena_init(&arena, &unused);
	output = compile(&arena, "programs.c");
	elf = read_object(&arena, output.object, output.object_size);
	REQUIRE(strip_elf(&arena, &elf, &bytes, &size) == ELF_OK);
	REQUIRE(strip_elf(&arena, &elf, &again, &again_size) == ELF_OK);
	EXPECT(size < output.object_size && size == again_size && !memcmp(bytes, again, size));
	stripped = read_object(&arena, bytes, size);
	for (uint32_t i = 1; i < stripped.section_count; i++)
		EXPECT(!strstr(stripped.sections[i].name, ".debug"));
	for (uint32_t i = 1; i < elf.section_count; i++) {
		const struct elf_section *kept = elf_section(&stripped, elf.sections[i].name);

		if (!(elf.sections[i].flags & SHF_ALLOC) && strcmp(elf.sections[i].name, ".BTF") &&
		    strcmp(elf.sections[i].name, ".BTF.ext"))
			continue;
		REQUIRE(kept);
		EXPECT(kept->size == elf.sections[i].size && kept->flags == elf.sections[i].flags);
		EXPECT(!kept->bytes || !memcmp(kept->bytes, elf.sections[i].bytes, kept->size));
	}
	compare_relocations(&elf, &stripped, ".relraw_tracepoint/sched_switch");
	compare_relocations(&elf, &stripped, ".rel.BTF");
	compare_relocations(&elf, &stripped, ".rel.BTF.ext");
	EXPECT(symbol(&stripped, "times") && symbol(&stripped, "honey_raised"));
	EXPECT(symbol(&stripped, "pick") && !symbol(&stripped, "LBB0_2"));
	REQUIRE(strip_elf(&arena, &stripped, &third, &third_size) == ELF_OK);
	EXPECT(third_size == size && !memcmp(third, bytes, size));
	arena_release(&arena);
}

static int quiet(enum libbpf_print_level level, const char *format, va_list arguments)
{
	(void)level;
	(void)format;
	(void)arguments;
	return 0;
}

/* libbpf is the reader that counts; without privileges it can only be asked to open. */
static void test_load(void)
{
	struct arena arena;
	struct clang_output output;
	struct elf elf;
	const char *bytes;
	size_t size;
	struct bpf_object *object;
	int error;

	arena_init(&arena, &unused);
	output = compile(&arena, "programs.c");
	elf = read_object(&arena, output.object, output.object_size);
	REQUIRE(strip_elf(&arena, &elf, &bytes, &size) == ELF_OK);
	libbpf_set_print(quiet);
	object = bpf_object__open_mem(bytes, size, NULL);
	REQUIRE(object);
	EXPECT(bpf_object__find_program_by_name(object, "on_switch"));
	EXPECT(bpf_object__find_program_by_name(object, "on_sleep"));
	EXPECT(bpf_object__find_program_by_name(object, "on_switch_too"));
	EXPECT(bpf_object__find_map_by_name(object, "totals"));
	error = bpf_object__load(object);
	if (error == -EPERM)
		fprintf(stderr, "skipped: loading needs privileges\n");
	else
		EXPECT(!error);
	bpf_object__close(object);
	arena_release(&arena);
}

static struct check check_object(struct arena *arena, const char *name)
{
	struct clang_output output = compile(arena, name);
	struct elf elf = read_object(arena, output.object, output.object_size), stripped;
	struct check check = { 0 }, again = { 0 };
	const char *bytes;
	size_t size;

	REQUIRE(check_elf(&check, arena, &elf) == ELF_OK);
	REQUIRE(strip_elf(arena, &elf, &bytes, &size) == ELF_OK);
	stripped = read_object(arena, bytes, size);
	REQUIRE(check_elf(&again, arena, &stripped) == ELF_OK);
	EXPECT(again.finding_count == check.finding_count);
	EXPECT(again.function_count == check.function_count);
	return check;
}

static const struct check_function *function(const struct check *check, const char *name)
{
	for (uint32_t i = 0; i < check->function_count; i++) {
		if (!strcmp(check->functions[i].name, name))
			return &check->functions[i];
	}
	fprintf(stderr, "no function %s\n", name);
	exit(1);
}

/* The finding of that kind is there, once, and reads like this. */
static const struct check_finding *expect_finding(struct arena *arena, const struct check *check,
						  enum check_kind kind, const char *message)
{
	const struct check_finding *found = NULL;

	for (uint32_t i = 0; i < check->finding_count; i++) {
		const struct check_finding *finding = &check->findings[i];

		if (finding->kind == kind && !strcmp(check_message(arena, finding), message))
			found = finding;
	}
	if (!EXPECT(found)) {
		fprintf(stderr, "wanted: %s\n", message);
		for (uint32_t i = 0; i < check->finding_count; i++)
			fprintf(stderr, "got: %s: %s\n", check_name(check->findings[i].kind),
				check_message(arena, &check->findings[i]));
		exit(1);
	}
	return found;
}

static void test_statistics(void)
{
	struct arena arena;
	struct check check = { 0 };
	const struct check_function *on_switch, *on_sleep, *pick, *add;

	arena_init(&arena, &unused);
	check = check_object(&arena, "programs.c");
	EXPECT(check.finding_count == 0 && check.function_count == 5);
	on_switch = function(&check, "on_switch");
	on_sleep = function(&check, "on_sleep");
	pick = function(&check, "pick");
	add = function(&check, "add");
	EXPECT(on_switch->program && on_sleep->program && !pick->program && !add->program);
	EXPECT(pick->stack == 80 && add->stack == 0 && on_switch->stack == 16);
	EXPECT(on_switch->total_stack == 32 + 96 && on_sleep->total_stack == 32 + 96);
	EXPECT(on_switch->chain_length == 2 && !strcmp(on_switch->chain[0], "on_switch") &&
	       !strcmp(on_switch->chain[1], "pick"));
	EXPECT(on_switch->total_instructions ==
	       on_switch->instructions + pick->instructions + add->instructions);
	EXPECT(on_switch->line >= 30 && !strcmp(on_switch->file, "lib/programs.ex"));
	EXPECT(!strcmp(on_switch->section, "raw_tracepoint/sched_switch"));
	arena_release(&arena);
}

static void test_stack(void)
{
	struct arena arena;
	struct check check = { 0 };
	const struct check_finding *finding;

	arena_init(&arena, &unused);
	check = check_object(&arena, "stack_chain.c");
	EXPECT(check.finding_count == 1);
	finding = expect_finding(&arena, &check, CHECK_STACK,
				 "`deep` uses 576 bytes of stack (deep -> outer -> inner), and the "
				 "kernel allows 512");
	EXPECT(check_fault(finding->kind) == CHECK_FAULT_LIMIT);
	EXPECT(!strcmp(finding->file, "lib/stack.ex") && finding->line >= 30);
	EXPECT(function(&check, "flat")->total_stack == 32 + 224 + 224);
	arena_release(&arena);
}

static void test_frame(void)
{
	struct arena arena;
	struct clang_output output;
	struct check_finding finding;

	arena_init(&arena, &unused);
	EXPECT(fixture_compile(&arena, "frame.c", &output) == CLANG_REJECTED);
	REQUIRE(check_clang_text(&arena, output.text, &finding));
	EXPECT(finding.kind == CHECK_FRAME && finding.line == 7);
	EXPECT(finding.file && !strcmp(finding.file, "lib/frame.ex"));
	EXPECT(!check_clang_text(&arena, "lib/a.ex:1:2: error: something else\n", &finding));
	REQUIRE(check_clang_text(&arena,
				 "a\nerror: <unknown>:0:0: in function on_x i32 (ptr): Looks like "
				 "the BPF stack limit of 512 bytes is exceeded.\n",
				 &finding));
	EXPECT(!finding.file && !finding.line && !strcmp(finding.function, "on_x"));
	arena_release(&arena);
}

static void test_calls(void)
{
	struct arena arena;
	struct check check = { 0 };

	arena_init(&arena, &unused);
	check = check_object(&arena, "recursion.c");
	expect_finding(&arena, &check, CHECK_CALL_DEPTH,
		       "`forever` is the first of more than 8 functions that call each other "
		       "(forever -> ping -> pong -> ping -> pong -> ping -> pong -> ping -> pong)");
	check = check_object(&arena, "unresolved.c");
	expect_finding(&arena, &check, CHECK_UNRESOLVED,
		       "instruction 0 of `hopeful` needs `missing`, which is defined nowhere");
	expect_finding(&arena, &check, CHECK_UNRESOLVED,
		       "instruction 1 of `hopeful` needs `absent`, which is defined nowhere");
	EXPECT(check.finding_count == 2);
	arena_release(&arena);
}

static void test_jumps(void)
{
	struct arena arena;
	struct check check = { 0 };

	arena_init(&arena, &unused);
	check = check_object(&arena, "half_jump.c");
	expect_finding(&arena, &check, CHECK_JUMP,
		       "`lost` has 5 instructions and jumps to number 2");
	expect_finding(&arena, &check, CHECK_JUMP,
		       "`lost` has 5 instructions and jumps to number -26");
	expect_finding(&arena, &check, CHECK_JUMP,
		       "`lost` has 5 instructions and jumps to number 905");
	expect_finding(&arena, &check, CHECK_END, "`lost` does not end in an exit or a jump");
	arena_release(&arena);
}

static void test_order(void)
{
	struct arena arena;
	struct check check = { 0 };

	arena_init(&arena, &unused);
	check = check_object(&arena, "fall_back.c");
	expect_finding(
		&arena, &check, CHECK_ORDER,
		"instruction 2 of `fallen` goes on to the beginning of a loop that it is in");
	EXPECT(check.finding_count == 1);
	EXPECT(check_fault(check.findings[0].kind) == CHECK_FAULT_ORDER);
	arena_release(&arena);
}

/* clang 14 cuts jumps that are too long off without a word; later ones refuse the function. */
static void test_long_function(void)
{
	struct arena arena;
	struct clang_output output;
	struct check_finding finding;
	struct check check = { 0 };

	arena_init(&arena, &unused);
	if (fixture_compile(&arena, "long_function.c", &output) == CLANG_REJECTED) {
		REQUIRE(check_clang_text(&arena, output.text, &finding));
		EXPECT(finding.kind == CHECK_JUMP_RANGE);
		arena_release(&arena);
		return;
	}
	check = check_object(&arena, "long_function.c");
	EXPECT(function(&check, "endless")->instructions > 40000);
	expect_finding(
		&arena, &check, CHECK_FUNCTION_SIZE,
		arena_print(&arena,
			    "`endless` has %u instructions, and jumps reach over 32767 at most",
			    (unsigned int)function(&check, "endless")->instructions));
	arena_release(&arena);
}

/* An object whose BTF.ext has lost its lines. */
static void test_line_info(void)
{
	struct arena arena;
	struct clang_output output;
	struct elf elf;
	struct check check = { 0 };
	char *bytes;

	arena_init(&arena, &unused);
	output = compile(&arena, "programs.c");
	bytes = arena_copy(&arena, output.object, output.object_size);
	elf = read_object(&arena, bytes, output.object_size);
	memset(bytes + (elf_section(&elf, ".BTF.ext")->bytes - elf.bytes) + 20, 0, 4);
	REQUIRE(check_elf(&check, &arena, &elf) == ELF_OK);
	EXPECT(check.finding_count == 5);
	expect_finding(&arena, &check, CHECK_LINE_INFO, "`on_switch` has no line information");
	arena_release(&arena);
}

/* All that is done with an object: true if it went through. */
static bool use(struct arena *arena, const void *bytes, size_t size)
{
	struct elf elf;
	struct check check = { 0 };
	const char *stripped;
	size_t stripped_size;

	if (elf_read(&elf, arena, bytes, size))
		return false;
	if (strip_elf(arena, &elf, &stripped, &stripped_size))
		return false;
	EXPECT(elf_read(&elf, arena, stripped, stripped_size) == ELF_OK);
	if (check_elf(&check, arena, &elf))
		return false;
	for (uint32_t i = 0; i < check.finding_count; i++)
		check_message(arena, &check.findings[i]);
	return true;
}

/* A copy of its own size, so that the sanitizer sees what is read behind it. */
static bool use_copy(const char *bytes, size_t size, const size_t *places, const char *values,
		     int count)
{
	struct arena arena;
	char *copy = malloc(size ? size : 1);
	bool fine;

	REQUIRE(copy);
	memcpy(copy, bytes, size);
	for (int i = 0; i < count; i++)
		copy[places[i]] = values[i];
	arena_init(&arena, &unused);
	fine = use(&arena, copy, size);
	arena_release(&arena);
	free(copy);
	return fine;
}

static uint64_t random_state = 1;

static uint64_t random_number(uint64_t below)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return random_state % below;
}

/* Places where numbers are: headers, symbols, relocations and type information are most of them. */
static void mutate(const char *bytes, size_t size, int runs)
{
	static const unsigned char extremes[] = { 0, 1, 0x7f, 0x80, 0xff };
	int fine = 0;

	for (int run = 0; run < runs; run++) {
		size_t places[4];
		char values[4];
		int count = 1 + (int)random_number(4);

		for (int i = 0; i < count; i++) {
			bool extreme = random_number(2);

			places[i] = random_number(size);
			values[i] = (char)(extreme ? extremes[random_number(sizeof(extremes))]
						   : random_number(256));
		}
		fine += use_copy(bytes, size, places, values, count);
	}
	/* else the mutations never get far */
	EXPECT(fine > runs / 50 && fine < runs);
}

static void test_malformed(void)
{
	struct arena arena;
	struct clang_output output;
	struct elf elf;
	const char *stripped;
	size_t size;

	arena_init(&arena, &unused);
	output = compile(&arena, "programs.c");
	elf = read_object(&arena, output.object, output.object_size);
	REQUIRE(strip_elf(&arena, &elf, &stripped, &size) == ELF_OK);
	EXPECT(use_copy(output.object, output.object_size, NULL, NULL, 0));
	for (size_t i = 0; i < output.object_size; i++)
		EXPECT(!use_copy(output.object, i, NULL, NULL, 0));
	for (size_t i = 0; i < size; i++)
		EXPECT(!use_copy(stripped, i, NULL, NULL, 0));
	mutate(output.object, output.object_size, 6000);
	mutate(stripped, size, 12000);
	for (int error = 0; error <= ELF_BTF; error++)
		EXPECT(strcmp(elf_error_text((enum elf_error)error), "unknown error"));
	arena_release(&arena);
}

static bool use_with_failure(const struct clang_output *output, long n)
{
	struct arena arena;
	jmp_buf boundary;
	volatile bool done = false;

	arena_init(&arena, &boundary);
	arena.fail_after = n;
	if (!setjmp(boundary)) {
		EXPECT(use(&arena, output->object, output->object_size));
		done = true;
	}
	arena_release(&arena);
	return done;
}

static void test_out_of_memory(void)
{
	struct arena arena;
	struct clang_output output;
	long n = 0;

	arena_init(&arena, &unused);
	output = compile(&arena, "stack_chain.c");
	while (n < 100000 && !use_with_failure(&output, n))
		n++;
	EXPECT(n > 20 && n < 100000);
	arena_release(&arena);
}

int main(void)
{
	test_read();
	test_strip();
	test_load();
	test_statistics();
	test_stack();
	test_frame();
	test_calls();
	test_jumps();
	test_order();
	test_long_function();
	test_line_info();
	test_malformed();
	test_out_of_memory();
	return failures() != 0;
}
