/* SPDX-License-Identifier: Apache-2.0 */
/*
 * BTF that is damaged is refused, with what is wrong; and whatever passes, libbpf survives: its bytes are
 * changed at random, the same way in each run. A number as argument is how often.
 */
#include "loader/btf_check.h"

#include "loader/elf_section.h"
#include "loader/log.h"
#include "loader/object.h"
#include "test/loader_fixture.h"

#include <linux/btf.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition) check((condition), #condition, __LINE__)
#define ROUNDS 3000

static int failures;

static void check(bool holds, const char *condition, int line)
{
	if (holds)
		return;
	fprintf(stderr, "c_src/test/btf_check_test.c:%d: %s\n", line, condition);
	failures++;
}

static unsigned char *section_of(const struct file *file, const char *name, size_t *size)
{
	struct elf_section section = { 0 };
	size_t at = 0;

	CHECK(elf_section__next(file->bytes, file->size, name, &at, &section));
	*size = section.size;
	return (unsigned char *)file->bytes + (section.bytes - (const unsigned char *)file->bytes);
}

/* The first type of a kind, in the words of .BTF, or 0. */
static size_t find(const uint32_t *words, size_t count, unsigned kind, size_t vlen)
{
	for (size_t i = 6; i + 1 < count; i++) {
		if (words[i + 1] == (kind << 24 | vlen))
			return i;
	}
	return 0;
}

/* With one word of .BTF changed, it is refused in these words; then it is as before. */
static void refused(const struct file *file, size_t at, uint32_t value, const char *words)
{
	struct btf_problem problem = { "" };
	uint32_t before;
	size_t size;
	unsigned char *btf = section_of(file, ".BTF", &size) + at * sizeof(before);

	memcpy(&before, btf, sizeof(before));
	memcpy(btf, &value, sizeof(value));
	if (btf_check__elf(file->bytes, file->size, &problem) || !strstr(problem.text, words)) {
		fprintf(stderr, "wanted \"%s\", got \"%s\"\n", words, problem.text);
		failures++;
	}
	memcpy(btf, &before, sizeof(before));
	CHECK(btf_check__elf(file->bytes, file->size, &problem));
}

static void test_refusals(const struct file *file)
{
	size_t size;
	unsigned char *section = section_of(file, ".BTF", &size);
	size_t count = size / sizeof(uint32_t);
	uint32_t *words = malloc(size);
	size_t at;

	memcpy(words, section, size);
	refused(file, 0, 0x0001eb9e, "does not begin as BTF");
	refused(file, 0, 0x0002eb9f, "does not begin as BTF");
	refused(file, 1, 8, "a header of 8 bytes");
	refused(file, 1, (uint32_t)size + 1, "a header of");
	refused(file, 2, 2, "where it has none");
	refused(file, 3, UINT32_MAX - 3, "where it has none");
	refused(file, 4, UINT32_MAX, "where it has none");
	refused(file, 5, 0, "names that do not end");
	refused(file, 5, words[5] - 1, "names that do not end");
	refused(file, 7, 0, "type 1 of the unknown kind 0");
	refused(file, 7, 31u << 24, "type 1 of the unknown kind 31");
	refused(file, 7, BTF_KIND_STRUCT << 24 | 0xffff, "ends within type 1");
	refused(file, 6, words[5], "type 1 with a name at");
	refused(file, 3, words[3] - 4, "ends within type");
	at = find(words, count, BTF_KIND_PTR, 0);
	refused(file, at + 2, 0x2015, "that refers to type 8213 of");
	at = find(words, count, BTF_KIND_VAR, 0);
	refused(file, at + 2, 0x2015, "that refers to type 8213 of");
	at = find(words, count, BTF_KIND_ARRAY, 0);
	refused(file, at + 3, 0x2015, "that refers to type 8213 of");
	refused(file, at + 4, UINT32_MAX, "that refers to type 4294967295 of");
	at = find(words, count, BTF_KIND_FUNC, 1);
	refused(file, at + 2, 1, "refers to type 1, of another kind");
	at = find(words, count, BTF_KIND_DATASEC, 1);
	refused(file, at + 3, 1, "refers to type 1, of another kind");
	free(words);
}

/* The first type, a pointer, becomes a typedef of itself, which has no end. */
static void test_cycle(const struct file *file)
{
	const uint32_t itself[] = { BTF_KIND_TYPEDEF << 24, 1 };
	struct btf_problem problem = { "" };
	uint32_t before[2];
	size_t size;
	unsigned char *btf = section_of(file, ".BTF", &size) + 7 * sizeof(before[0]);

	memcpy(before, btf, sizeof(before));
	CHECK(before[0] == BTF_KIND_PTR << 24);
	memcpy(btf, itself, sizeof(itself));
	CHECK(!btf_check__elf(file->bytes, file->size, &problem));
	CHECK(strstr(problem.text, "has type 1 that is made of itself"));
	memcpy(btf, before, sizeof(before));
}

static uint32_t next_number(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static void change(unsigned char *bytes, size_t size, uint32_t *state)
{
	static const unsigned char some[] = { 0, 1, 4, 14, 15, 127, 128, 255 };

	for (uint32_t i = next_number(state) % 3 + 1; i; i--) {
		unsigned char *at = bytes + next_number(state) % size;

		if (next_number(state) % 2)
			*at = some[next_number(state) % sizeof(some)];
		else
			*at ^= (unsigned char)(1u << next_number(state) % 8);
	}
}

/* The kernel takes its time to refuse: it is asked seldom. */
static bool survive(const struct file *file, bool is_loaded)
{
	struct btf_problem problem;
	struct object *object = NULL;
	struct log log = { 0 };

	if (!btf_check__elf(file->bytes, file->size, &problem))
		return false;
	if (!object__open(file->bytes, file->size, "test", &log, &object)) {
		log__release(&log);
		if (is_loaded)
			object__load(object, &log);
		object__close(object);
		object__put(object);
	}
	log__release(&log);
	return true;
}

static void test_changes(const struct file *file, const char *name, unsigned rounds)
{
	uint32_t state = 2463534242 + rounds;
	unsigned passed = 0;
	size_t size;
	unsigned char *section = section_of(file, name, &size);
	unsigned char *before = malloc(size);

	memcpy(before, section, size);
	for (unsigned i = 0; i < rounds; i++) {
		change(section, size, &state);
		passed += survive(file, i % 16 == 0);
		memcpy(section, before, size);
	}
	CHECK(passed);
	free(before);
}

/* Of every length; the bytes behind it are nobody's. */
static void test_ends(const struct file *file)
{
	for (size_t size = 0; size < file->size; size++) {
		struct btf_problem problem;
		unsigned char *bytes = malloc(size + 1);

		memcpy(bytes, file->bytes, size);
		btf_check__elf(bytes, size, &problem);
		free(bytes);
	}
}

int main(int argc, char *argv[])
{
	unsigned rounds = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : ROUNDS;
	struct file file = { 0 };
	struct btf_problem problem;

	if (!loader_build("kill", &file))
		return 0;
	log__install();
	CHECK(btf_check__elf(file.bytes, file.size, &problem));
	CHECK(btf_check__elf("no ELF", 6, &problem));
	test_refusals(&file);
	test_cycle(&file);
	test_ends(&file);
	test_changes(&file, ".BTF", rounds);
	test_changes(&file, ".BTF.ext", rounds);
	log__uninstall();
	free(file.bytes);
	if (!failures)
		puts("btf_check_test: ok");
	return failures != 0;
}
