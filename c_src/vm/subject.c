/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "vm/subject.h"

#include "loader/link.h"
#include "loader/log.h"
#include "loader/map.h"
#include "loader/map_batch.h"
#include "loader/object.h"
#include "loader/object_info.h"
#include "loader/test_run.h"
#include "vm/bytes.h"

#include <bpf/libbpf.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* The end of a log says why; the beginning, only what was looked at. */
#define LOG_LINES 60

void subject__wrong(struct subject *subject, const char *format, ...)
{
	va_list arguments;

	subject->wrong++;
	printf("wrong\t%s\t%s\t", subject->path, subject->program[0] ? subject->program : "-");
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	putchar('\n');
}

/* ----- loading ---------------------------------------------------------------------------------- */

static const char *last_lines(const char *text, size_t lines)
{
	const char *at = text + strlen(text);

	while (at > text && lines) {
		at--;
		if (at > text && at[-1] == '\n')
			lines--;
	}
	return at;
}

static void tell_refusal(const struct subject *subject, const char *program, int err,
			 const struct log *log)
{
	char *text = strdup(log->text ? last_lines(log->text, LOG_LINES) : "");
	char *rest = text, *line;

	printf("refused\t%s\t%s\t%s\n", subject->path, program, strerror(-err));
	while (rest && (line = strsep(&rest, "\n")))
		printf("| %s\n", line);
	free(text);
}

static void copy_name(char *to, const char *name, size_t length)
{
	snprintf(to, SUBJECT_NAME_MAX, "%.*s", (int)length, name);
}

/* libbpf says: prog 'NAME': failed to load: -22 */
static bool find_refused(const struct log *log, char *name)
{
	const char *end = log->text ? strstr(log->text, "': failed to load: ") : NULL;
	const char *start = end;

	if (!end)
		return false;
	while (start > log->text && start[-1] != '\'')
		start--;
	copy_name(name, start, (size_t)(end - start));
	return true;
}

static bool is_refused(const struct subject *subject, const char *program)
{
	for (size_t i = 0; i < subject->refused && i < SUBJECT_REFUSED_MAX; i++) {
		if (strcmp(subject->refused_names[i], program) == 0)
			return true;
	}
	return false;
}

/* A tracepoint that this kernel has not: what the program reads has no place in its types. */
static bool is_absent(const struct bpf_program *program)
{
	const char *section = bpf_program__section_name(program);
	const char *event = strchr(section, '/');
	char path[512];

	if (bpf_program__type(program) != BPF_PROG_TYPE_TRACEPOINT || !event)
		return false;
	snprintf(path, sizeof(path), "/sys/kernel/tracing/events%s/id", event);
	return access(path, F_OK) != 0;
}

static void choose_programs(struct subject *subject)
{
	struct bpf_program *program;

	subject->programs = 0;
	subject->absent = 0;
	bpf_object__for_each_program(program, subject->object->bpf)
	{
		bool absent = is_absent(program);

		subject->programs++;
		subject->absent += absent;
		if (absent || is_refused(subject, bpf_program__name(program)))
			bpf_program__set_autoload(program, false);
	}
}

static int try_to_load(struct subject *subject, struct bytes elf, struct log *log)
{
	int err = object__open(elf.start, elf.size, "corpus", log, &subject->object);

	if (err)
		return err;
	choose_programs(subject);
	err = object__load(subject->object, log);
	if (err)
		subject__close(subject);
	return err;
}

/* True where the object may load without the program that was refused now. */
static bool note_refusal(struct subject *subject, int err, const struct log *log)
{
	char program[SUBJECT_NAME_MAX] = "-";
	bool is_new = find_refused(log, program) && !is_refused(subject, program) &&
		      subject->refused < SUBJECT_REFUSED_MAX;

	tell_refusal(subject, program, err, log);
	if (is_new)
		strcpy(subject->refused_names[subject->refused++], program);
	else
		subject->refused = subject->programs ? subject->programs : 1;
	return is_new;
}

void subject__load(struct subject *subject, const char *path)
{
	struct bytes elf = bytes__read(path);
	bool again;

	*subject = (struct subject){ .raised = -1 };
	copy_name(subject->path, path, strlen(path));
	do {
		struct log log = { 0 };
		int err = try_to_load(subject, elf, &log);

		again = err && note_refusal(subject, err, &log);
		log__release(&log);
	} while (again);
	free(elf.start);
}

void subject__close(struct subject *subject)
{
	if (!subject->object)
		return;
	object__close(subject->object);
	object__put(subject->object);
	subject->object = NULL;
}

/* ----- attaching -------------------------------------------------------------------------------- */

static void attach(struct subject *subject, const char *program)
{
	struct log log = { 0 };
	struct link *link = NULL;
	int err = link__attach(subject->object, program, false, NULL, &log, &link);

	copy_name(subject->program, program, strlen(program));
	if (!err)
		subject->attached++;
	else
		subject__wrong(subject, "cannot be attached: %s", strerror(-err));
	if (link)
		link__put(link);
	log__release(&log);
}

/*
 * Whether it calls what signals, or writes into, the process that happens to run: attached, it
 * would do so to every process of the machine.
 */
static bool disturbs(const struct bpf_program *program)
{
	const struct bpf_insn *insns = bpf_program__insns(program);

	for (size_t i = 0; i < bpf_program__insn_cnt(program); i++) {
		if (insns[i].code != (BPF_JMP | BPF_CALL) || insns[i].src_reg)
			continue;
		if (insns[i].imm == BPF_FUNC_send_signal ||
		    insns[i].imm == BPF_FUNC_send_signal_thread ||
		    insns[i].imm == BPF_FUNC_probe_write_user)
			return true;
	}
	return false;
}

void subject__attach(struct subject *subject)
{
	struct bpf_program *program;

	bpf_object__for_each_program(program, subject->object->bpf)
	{
		enum bpf_prog_type type = bpf_program__type(program);

		if (bpf_program__autoload(program) && !disturbs(program) &&
		    (type == BPF_PROG_TYPE_TRACEPOINT || type == BPF_PROG_TYPE_RAW_TRACEPOINT))
			attach(subject, bpf_program__name(program));
	}
}

/* ----- maps ------------------------------------------------------------------------------------- */

static bool open_map(struct subject *subject, const char *name, struct map *map)
{
	const struct bpf_map *found = bpf_object__find_map_by_name(subject->object->bpf, name);
	struct map_info info;

	if (found) {
		object__map_info(subject->object, found, &info);
		if (!map__open(subject->object, name, info.key, info.value, map))
			return true;
	}
	subject__wrong(subject, "there is no map `%s` of integers", name);
	return false;
}

void subject__put(struct subject *subject, const char *name, struct integer key,
		  struct integer value)
{
	struct map map;
	char key_bytes[8], value_bytes[8];

	if (!open_map(subject, name, &map))
		return;
	if (!scalar__store(map.key, key, key_bytes) ||
	    !scalar__store(map.value, value, value_bytes) ||
	    map__update(&map, key_bytes, value_bytes, 0))
		subject__wrong(subject, "cannot put into `%s`", name);
	map__release(&map);
}

void subject__clear(struct subject *subject, const char *name)
{
	struct map map;

	if (!open_map(subject, name, &map))
		return;
	if (map__clear(&map))
		subject__wrong(subject, "cannot clear `%s`", name);
	map__release(&map);
}

void subject__expect(struct subject *subject, const char *name, struct integer key,
		     struct integer value)
{
	struct map map;
	struct integer got;
	char key_bytes[8], value_bytes[8];

	if (subject->is_ignored || !open_map(subject, name, &map))
		return;
	if (!scalar__store(map.key, key, key_bytes) || map__lookup(&map, key_bytes, value_bytes)) {
		subject__wrong(subject, "`%s` has no element %lld", name, (long long)key.bits);
	} else {
		got = scalar__load(map.value, value_bytes);
		if (got.bits != value.bits || got.negative != value.negative)
			subject__wrong(subject, "`%s` has %lld under %lld, not %lld", name,
				       (long long)got.bits, (long long)key.bits,
				       (long long)value.bits);
	}
	map__release(&map);
}

void subject__expect_count(struct subject *subject, const char *name, size_t count)
{
	struct map map;
	uint64_t got = 0;
	bool repeats;

	if (subject->is_ignored || !open_map(subject, name, &map))
		return;
	if (map__count(&map, &got, &repeats) || got != count)
		subject__wrong(subject, "`%s` has %zu elements, not %zu", name, (size_t)got, count);
	map__release(&map);
}

/* ----- running ---------------------------------------------------------------------------------- */

struct raised {
	uint64_t *counts;
	size_t count;
};

static struct raised read_raised(struct subject *subject)
{
	struct raised raised = { 0 };

	if (!object__enter(subject->object, OBJECT_LOADED)) {
		object__raised(subject->object, &raised.counts, &raised.count);
		object__leave(subject->object);
	}
	return raised;
}

static long site_between(struct raised before, struct raised after)
{
	for (size_t i = 0; i < before.count && i < after.count; i++) {
		if (after.counts[i] != before.counts[i])
			return (long)i;
	}
	return -1;
}

void subject__run(struct subject *subject, const char *program, int result)
{
	struct test_run run = { .repeat = 1 };
	struct raised before = read_raised(subject), after;
	int err;

	copy_name(subject->program, program, strlen(program));
	err = object__test_run(subject->object, program, &run);
	after = read_raised(subject);
	subject->raised = site_between(before, after);
	subject->is_ignored = is_refused(subject, program);
	subject->runs++;
	subject->ignored_runs += subject->is_ignored;
	if (err && !subject->is_ignored)
		subject__wrong(subject, "cannot be run: %s", strerror(-err));
	else if (run.result != result && !subject->is_ignored)
		subject__wrong(subject, "returned %d, not %d", run.result, result);
	free(before.counts);
	free(after.counts);
}

bool subject__raised_at(const struct subject *subject, size_t site)
{
	return subject->is_ignored || subject->raised == (long)site;
}

/* ----- time ------------------------------------------------------------------------------------- */

#define BURSTS 20
#define BURST_TURNS 20000000

static void compute(void)
{
	for (volatile unsigned turn = 0; turn < BURST_TURNS; turn++)
		;
}

/* What the scheduler knows of this process, user and system time together. */
static uint64_t time_used(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (uint64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000000 +
	       (uint64_t)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1000;
}

void subject__expect_time(struct subject *subject, const char *name)
{
	struct map map;
	uint32_t pid = (uint32_t)getpid();
	uint64_t used = time_used(), counted = 0;

	if (!open_map(subject, name, &map))
		return;
	for (int burst = 0; burst < BURSTS; burst++) {
		compute();
		usleep(1000);
	}
	used = time_used() - used;
	if (map__lookup(&map, &pid, &counted) || counted < used / 2 || counted > used + used / 4)
		subject__wrong(subject, "`%s` counted %llu of %llu ns", name,
			       (unsigned long long)counted, (unsigned long long)used);
	map__release(&map);
}
