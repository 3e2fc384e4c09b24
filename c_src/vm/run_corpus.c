/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Loads, attaches and runs the objects of a corpus on the running kernel, as a
 * manifest says: scripts/test-vm.sh runs it in a virtual machine.
 *
 *	run_corpus MANIFEST
 *
 * A line of the manifest is a command and its words (the table below). What
 * the kernel refuses, and what is not as expected, is told by lines
 *
 *	refused <tab> object <tab> program <tab> why, and the log, each line after "| "
 *	wrong <tab> object <tab> program <tab> what
 *
 * and of each object the last line is
 *
 *	object <tab> path <tab> programs <tab> refused <tab> absent <tab> attached <tab> runs <tab>
 *	ignored runs <tab> wrong
 *
 * or "skipped <tab> path" where it is for newer kernels. What the kernel said
 * of an object that it is to refuse (refusal.h) is told by
 *
 *	log <tab> path <tab> step <tab> error <tab> its words, and libbpf's text, each line after "| "
 *
 * The status is 1 only where the manifest is not understood.
 */
#define _GNU_SOURCE
#include "loader/log.h"
#include "vm/refusal.h"
#include "vm/subject.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

#define WORDS_MAX 600

struct words {
	char *at[WORDS_MAX];
	size_t count;
};

static struct integer integer(const char *text)
{
	struct integer integer = { .negative = text[0] == '-' };

	integer.bits = integer.negative ? (uint64_t)strtoll(text, NULL, 10)
					: strtoull(text, NULL, 10);
	return integer;
}

static unsigned version(const char *text)
{
	unsigned major = 0, minor = 0;

	sscanf(text, "%u.%u", &major, &minor);
	return major << 16 | minor;
}

static bool is_for_newer_kernel(const char *kernel)
{
	struct utsname name;

	return !uname(&name) && version(name.release) < version(kernel);
}

static void finish(struct subject *subject)
{
	if (!subject->path[0])
		return;
	printf("object\t%s\t%zu\t%zu\t%zu\t%zu\t%zu\t%zu\t%zu\n", subject->path, subject->programs,
	       subject->refused, subject->absent, subject->attached, subject->runs,
	       subject->ignored_runs, subject->wrong);
	subject__close(subject);
	*subject = (struct subject){ 0 };
}

static void expect_raised(struct subject *subject, const struct words *words)
{
	for (size_t i = 1; i < words->count; i++) {
		if (subject__raised_at(subject, strtoul(words->at[i], NULL, 10)))
			return;
	}
	subject__wrong(subject, "raised at site %ld, not at %s", subject->raised, words->at[1]);
}

/* object PATH KERNEL: what follows is about this one */
static void begin(struct subject *subject, const struct words *words)
{
	finish(subject);
	if (is_for_newer_kernel(words->at[2]))
		printf("skipped\t%s\n", words->at[1]);
	else
		subject__load(subject, words->at[1]);
}

static bool is(const struct words *words, const char *command, size_t count)
{
	return strcmp(words->at[0], command) == 0 && words->count >= count;
}

static bool obey(struct subject *subject, const struct words *words)
{
	const char *const *word = (const char *const *)words->at;

	if (is(words, "object", 3))
		begin(subject, words);
	else if (is(words, "log", 2))
		refusal__tell(word[1]);
	else if (is(words, "limit", 1))
		refusal__limit_memory();
	else if (!subject->object)
		return true;
	else if (is(words, "attach", 1))
		subject__attach(subject);
	else if (is(words, "put", 4))
		subject__put(subject, word[1], integer(word[2]), integer(word[3]));
	else if (is(words, "clear", 2))
		subject__clear(subject, word[1]);
	else if (is(words, "run", 3))
		subject__run(subject, word[1], atoi(word[2]));
	else if (is(words, "raised", 2))
		expect_raised(subject, words);
	else if (is(words, "expect", 4))
		subject__expect(subject, word[1], integer(word[2]), integer(word[3]));
	else if (is(words, "count", 3))
		subject__expect_count(subject, word[1], strtoul(word[2], NULL, 10));
	else if (is(words, "time", 2))
		subject__expect_time(subject, word[1]);
	else
		return false;
	return true;
}

static void split(char *line, struct words *words)
{
	char *word;

	words->count = 0;
	line[strcspn(line, "\n")] = '\0';
	while (words->count < WORDS_MAX && (word = strsep(&line, " ")))
		words->at[words->count++] = word;
}

static int run(FILE *manifest)
{
	static struct subject subject;
	static struct words words;
	char *line = NULL;
	size_t size = 0;
	int status = 0;

	while (!status && getline(&line, &size, manifest) > 0) {
		split(line, &words);
		if (!obey(&subject, &words)) {
			fprintf(stderr, "run_corpus: not understood: %s\n", words.at[0]);
			status = 1;
		}
	}
	finish(&subject);
	free(line);
	return status;
}

int main(int count, char **arguments)
{
	FILE *manifest = count == 2 ? fopen(arguments[1], "r") : NULL;
	int status;

	if (!manifest) {
		fprintf(stderr, "usage: run_corpus MANIFEST\n");
		return 1;
	}
	setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
	log__install();
	status = run(manifest);
	log__uninstall();
	fclose(manifest);
	return status;
}
