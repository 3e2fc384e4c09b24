/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The compiler outside of the BEAM, on the units of test/golden/units: as they are, with
 * allocations made to fail, and slightly wrong ones, which it must refuse in peace.
 *
 * HONEY_MUTANTS says how many mutants of each unit are tried, HONEY_SEED which; HONEY_WORK, how
 * many allocations are spent on failures of each. As many processes as there are CPUs share the units.
 */
#define _GNU_SOURCE
#include "base/names.h"
#include "compiler/compile.h"
#include "compiler/core/etf.h"
#include "compiler/core/term.h"
#include "test/etf_mutation.h"
#include "test/object_fixture.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define UNITS "test/golden/units/*/*.etf"
#define LARGEST_UNIT (1024 * 1024)
#define MUTANTS 25
/*
 * The time grows with the square of a unit's allocations. Where they are more than the root of this,
 * every n-th fails, from one on that differs from unit to unit: what is left out of one is tried in
 * others.
 */
#define WORK 200000
#define FEW_FAILURES 20
/* Of one unit, on a busy machine too; a hang ends the test. */
#define DEADLINE 300

/* What one process has done; in memory that all share. */
struct tally {
	pid_t pid;
	const char *path; /* the unit that it is at */
	long tried, allocations;
};

struct options {
	long mutants, work;
	uint64_t seed;
};

struct stored_unit {
	const char *path;
	size_t index;
	char *bytes;
	size_t size;
	int is_refused;
};

static void read_unit(struct stored_unit *unit, const char *path, size_t index)
{
	const char *name = strrchr(path, '/') + 1;
	char golden[4096];
	FILE *file = fopen(path, "r");

	REQUIRE(file);
	*unit = (struct stored_unit){ .path = path, .index = index, .bytes = malloc(LARGEST_UNIT) };
	REQUIRE(unit->bytes);
	unit->size = fread(unit->bytes, 1, LARGEST_UNIT, file);
	REQUIRE(unit->size < LARGEST_UNIT);
	fclose(file);
	/* As large as the unit, so that reading beyond it is seen. */
	unit->bytes = realloc(unit->bytes, unit->size);
	snprintf(golden, sizeof(golden), "test/golden/%.*s.err", (int)strcspn(name, "."), name);
	unit->is_refused = access(golden, R_OK) == 0;
}

static struct compile_input input_of(const struct stored_unit *unit)
{
	return (struct compile_input){ .bytes = unit->bytes,
				       .size = unit->size,
				       .root = ".",
				       .path = getenv("PATH"),
				       .dumps = true,
				       .fail_after = -1 };
}

static void complain(const struct stored_unit *unit, const struct compile_output *output)
{
	fprintf(stderr, "%s: status %d, %s\n", unit->path, output->status,
		output->text ? output->text : "no text");
}

/* Whether the unit does what its golden says; what only clang sees may be left open. */
static int is_expected(const struct stored_unit *unit, const struct compile_input *input,
		       const struct compile_output *output)
{
	if (output->status == COMPILE_REJECTED)
		return unit->is_refused && output->diagnostics && output->file;
	if (input->exports_ir)
		return output->status == COMPILE_OK && output->ir_size && !output->c_source;
	if (output->status != COMPILE_OK || !output->c_source || !output->syntax_dump ||
	    !output->typed_dump || !output->ir_dump)
		return 0;
	return input->without_clang || (!unit->is_refused && output->elf_size);
}

static void test_plain(const struct stored_unit *unit)
{
	struct compile_input input = input_of(unit);
	struct compile_output output;
	struct arena arena;
	int before = open_fds();

	compile_unit(&arena, &input, &output);
	if (!EXPECT(is_expected(unit, &input, &output)))
		complain(unit, &output);
	arena_release(&arena);
	EXPECT(open_fds() == before && !has_child());
}

/* One run whose allocation number `n` fails; whether it went to its end without reaching that. */
static int run_failing(const struct stored_unit *unit, struct compile_input *input, long n)
{
	struct compile_output output;
	struct arena arena;
	int is_done;

	input->fail_after = n;
	compile_unit(&arena, input, &output);
	is_done = arena.allocations <= n;
	if (is_done ? !EXPECT(is_expected(unit, input, &output))
		    : !EXPECT(output.status == COMPILE_MACHINE && !strcmp(output.reason, "memory")))
		complain(unit, &output);
	arena_release(&arena);
	return is_done;
}

static long allocations_of(const struct compile_input *input)
{
	struct compile_output output;
	struct arena arena;

	compile_unit(&arena, input, &output);
	arena_release(&arena);
	return arena.allocations;
}

/* At most `most` of so many allocations. */
static void fail_some(const struct stored_unit *unit, struct compile_input *input, long allocations,
		      long most, struct tally *tally)
{
	long step = 1 + allocations / most;

	tally->allocations += allocations;
	for (long n = (long)unit->index % step; !run_failing(unit, input, n); n += step)
		tally->tried++;
}

static void test_failures(const struct stored_unit *unit, long work, struct tally *tally)
{
	struct compile_input input = input_of(unit);
	long allocations, most;

	input.without_clang = true;
	allocations = allocations_of(&input);
	most = work / allocations;
	fail_some(unit, &input, allocations, most > FEW_FAILURES ? most : FEW_FAILURES, tally);
}

/* Around clang as well, where a child and its pipes have to be given back. */
static void test_failures_of_clang(const struct stored_unit *unit, struct tally *tally)
{
	struct compile_input input = input_of(unit);
	int before = open_fds();
	long n, first;

	input.without_clang = true;
	first = allocations_of(&input);
	input.without_clang = false;
	for (n = first; !run_failing(unit, &input, n); n++)
		;
	tally->tried += n - first;
	EXPECT(n > first || unit->is_refused);
	EXPECT(open_fds() == before && !has_child());
}

static void expect_term(const struct compile_output *output)
{
	const struct term *term = NULL;
	struct names names;
	struct arena arena;
	jmp_buf boundary;

	arena_init(&arena, &boundary);
	REQUIRE(!setjmp(boundary));
	names_init(&names, &arena);
	EXPECT(etf_decode(&arena, &names, output->ir, output->ir_size, &term) == ETF_OK);
	EXPECT(term && term_get(term, "functions"));
	arena_release(&arena);
}

/* The IR as a term, which the compiler's own decoder reads as well. */
static void test_export(const struct stored_unit *unit, struct tally *tally)
{
	struct compile_input input = input_of(unit);
	struct compile_output output;
	struct arena arena;

	input.exports_ir = true;
	compile_unit(&arena, &input, &output);
	if (!EXPECT(is_expected(unit, &input, &output) || unit->is_refused))
		complain(unit, &output);
	else if (output.status == COMPILE_OK)
		expect_term(&output);
	arena_release(&arena);
	fail_some(unit, &input, arena.allocations, FEW_FAILURES, tally);
}

/* A mutant may be refused or even compile, but it is no reason to give up. */
static void run_mutant(const struct stored_unit *unit, const unsigned char *bytes, size_t size,
		       uint64_t seed)
{
	struct compile_input input = input_of(unit);
	struct compile_output output;
	struct arena arena;

	input.bytes = bytes;
	input.size = size;
	input.without_clang = true;
	compile_unit(&arena, &input, &output);
	if (!EXPECT(output.status != COMPILE_BUG || !output.bug[0]))
		fprintf(stderr, "seed %llu: ", (unsigned long long)seed), complain(unit, &output);
	EXPECT(output.status != COMPILE_MACHINE);
	arena_release(&arena);
}

static long number_from(const char *variable, long otherwise)
{
	const char *text = getenv(variable);

	return text && *text ? atol(text) : otherwise;
}

static void test_mutants(const struct stored_unit *unit, const struct options *options)
{
	struct mutation mutation;

	if (!EXPECT(mutation_init(&mutation, unit->bytes, unit->size, options->seed + unit->index)))
		complain(unit, &(struct compile_output){ .text = "is no unit" });
	for (long i = 0; i < options->mutants; i++) {
		uint64_t before = mutation.seed;
		size_t size;
		unsigned char *mutant = mutation_next(&mutation, &size);

		run_mutant(unit, mutant, size, before);
		free(mutant);
	}
	mutation_release(&mutation);
}

/* The units of the other Elixirs differ little: they are there for the plain run. */
static int is_first_of_rule(const glob_t *files, size_t index)
{
	const char *path = files->gl_pathv[index], *first = files->gl_pathv[0];

	return strncmp(path, first, (size_t)(strrchr(first, '/') - first)) == 0;
}

static void test_unit(const glob_t *files, size_t index, const struct options *options,
		      struct tally *tally)
{
	struct stored_unit unit;

	tally->path = files->gl_pathv[index];
	alarm(DEADLINE + (unsigned)(options->mutants + options->work / 1000));
	read_unit(&unit, tally->path, index);
	test_plain(&unit);
	test_failures(&unit, is_first_of_rule(files, index) ? options->work : 0, tally);
	test_export(&unit, tally);
	if (index % 50 == 7)
		test_failures_of_clang(&unit, tally);
	test_mutants(&unit, options);
	free(unit.bytes);
}

/* A process of its own for every `workers`-th unit. */
static void start_worker(const glob_t *files, size_t first, size_t workers,
			 const struct options *options, struct tally *tally)
{
	pid_t pid = fork();

	REQUIRE(pid >= 0);
	if (pid) {
		tally->pid = pid;
		return;
	}
	for (size_t i = first; i < files->gl_pathc; i += workers)
		test_unit(files, i, options, tally);
	tally->path = NULL;
	exit(failures() != 0);
}

static void await_worker(const struct tally *tally)
{
	int status;

	REQUIRE(waitpid(tally->pid, &status, 0) == tally->pid);
	if (!EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == 0) && tally->path)
		fprintf(stderr, "%s: signal %d\n", tally->path, WTERMSIG(status));
}

static void test_units(const glob_t *files, const struct options *options)
{
	size_t workers = (size_t)sysconf(_SC_NPROCESSORS_ONLN);
	struct tally total = { 0 },
		     *tallies = mmap(NULL, workers * sizeof(*tallies), PROT_READ | PROT_WRITE,
				     MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	REQUIRE(tallies != MAP_FAILED);
	for (size_t i = 0; i < workers; i++)
		start_worker(files, i, workers, options, &tallies[i]);
	for (size_t i = 0; i < workers; i++) {
		await_worker(&tallies[i]);
		total.tried += tallies[i].tried;
		total.allocations += tallies[i].allocations;
	}
	printf("compile_test: %zu units, %ld of %ld allocations failed, %ld mutants\n",
	       files->gl_pathc, total.tried, total.allocations,
	       options->mutants * (long)files->gl_pathc);
	munmap(tallies, workers * sizeof(*tallies));
}

int main(void)
{
	struct options options = { .mutants = number_from("HONEY_MUTANTS", MUTANTS),
				   .work = number_from("HONEY_WORK", WORK),
				   .seed = (uint64_t)number_from("HONEY_SEED", 20240229) };
	glob_t files;

	if (!EXPECT(glob(UNITS, 0, NULL, &files) == 0))
		return 1;
	EXPECT(files.gl_pathc > 100);
	test_units(&files, &options);
	globfree(&files);
	return failures() != 0;
}
