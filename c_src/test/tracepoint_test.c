/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The database that is built in, read whole; the answers for tracepoints with
 * several layouts; suggestions; and texts that break the format.
 */
#include "base/arena.h"
#include "base/buffer.h"
#include "compiler/core/suggest.h"
#include "compiler/table/tracepoint.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned failures;

#define CHECK(condition) check((condition), #condition, __LINE__)

static void check(bool holds, const char *condition, int line)
{
	if (holds)
		return;
	failures++;
	fprintf(stderr, "%s:%d: failed: %s\n", __FILE__, line, condition);
}

static void check_text(const char *got, const char *wanted, int line)
{
	if (got == wanted || (got && wanted && strcmp(got, wanted) == 0))
		return;
	failures++;
	fprintf(stderr, "%s:%d: got %s, wanted %s\n", __FILE__, line, got ? got : "NULL",
		wanted ? wanted : "NULL");
}

#define CHECK_TEXT(got, wanted) check_text((got), (wanted), __LINE__)

static const struct tracepoint *find(struct arena *arena, const char *name)
{
	return tracepoint_find(arena, honey_tracepoints,
			       (size_t)(honey_tracepoints_end - honey_tracepoints), name);
}

/* ----- the whole database ----------------------------------------------------------------------- */

static void spell_scalar(struct buffer *out, const struct tracepoint_field *field)
{
	static const char *const natures[] = {
		[TRACEPOINT_PLAIN] = "",
		[TRACEPOINT_ENUM] = "enum:",
		[TRACEPOINT_BOOLEAN] = "bool:",
	};

	buffer_print(out, "%s%c%u", natures[field->nature], field->is_signed ? 's' : 'u',
		     8 * field->width);
	if (field->size != field->width)
		buffer_print(out, "/%u", 8 * field->size);
}

static void spell_type(struct buffer *out, const struct tracepoint_field *field)
{
	switch (field->kind) {
	case TRACEPOINT_INTEGER:
		spell_scalar(out, field);
		break;
	case TRACEPOINT_POINTER:
		buffer_print(out, "%s*%s",
			     field->memory == TRACEPOINT_USER_MEMORY ? "user" : "kernel",
			     field->element);
		break;
	case TRACEPOINT_STRING:
	case TRACEPOINT_ARRAY:
		buffer_print(out, "%s[%u]", field->element, field->count);
		break;
	case TRACEPOINT_DYNAMIC:
		buffer_print(out, "%s:%s",
			     field->origin == TRACEPOINT_FROM_FIELD ? "rel_loc" : "data_loc",
			     field->element);
		break;
	case TRACEPOINT_OPAQUE:
		buffer_print(out, "bytes:%u", field->size);
		break;
	}
}

static const char *spell_layout(struct arena *arena, const struct tracepoint *tracepoint,
				const struct tracepoint_layout *layout)
{
	struct buffer out;

	buffer_init(&out, arena);
	buffer_print(&out, "%s/%s %s %s", tracepoint->category, tracepoint->name,
		     layout->structure ? layout->structure : "-", layout->kernels);
	for (size_t i = 0; i < layout->field_count; i++) {
		const struct tracepoint_field *field = &layout->fields[i];

		buffer_print(&out, " %s", field->name);
		if (strcmp(field->name, field->member) != 0 && field->kind != TRACEPOINT_DYNAMIC)
			buffer_print(&out, "=%s", field->member);
		buffer_add_text(&out, ":");
		spell_type(&out, field);
		buffer_print(&out, "@%u", field->offset);
	}
	return out.text;
}

/* The verifier lets programs read from byte 8 on, and only what stands at a multiple of its size. */
static bool is_readable(const struct tracepoint_field *field)
{
	return field->offset >= 8 &&
	       (!field->width || field->offset % field->width == 0 ||
		field->kind == TRACEPOINT_DYNAMIC || field->kind == TRACEPOINT_OPAQUE);
}

/* What is parsed, spelled again, is the line: nothing is lost. */
static void check_line(struct arena *arena, const char *line, size_t length)
{
	char *text = arena_copy(arena, line, length);
	char *name = arena_copy(arena, line, strcspn(text, " "));
	const struct tracepoint *tracepoint = find(arena, name);
	bool found = false;

	if (!tracepoint) {
		CHECK_TEXT(NULL, name);
		return;
	}
	for (size_t i = 0; i < tracepoint->layout_count; i++) {
		const struct tracepoint_layout *layout = &tracepoint->layouts[i];

		found = found || strcmp(spell_layout(arena, tracepoint, layout), text) == 0;
		for (size_t j = 0; j < layout->field_count; j++) {
			if (!is_readable(&layout->fields[j]))
				CHECK_TEXT(layout->fields[j].name, text);
		}
	}
	if (!found)
		CHECK_TEXT(spell_layout(arena, tracepoint, &tracepoint->layouts[0]), text);
}

static void test_every_line(struct arena *arena)
{
	const char *previous = "";
	size_t count = 0;

	for (const char *at = honey_tracepoints; at < honey_tracepoints_end;) {
		const char *stop = memchr(at, '\n', (size_t)(honey_tracepoints_end - at));
		char *name = arena_copy(arena, at, strcspn(at, " "));

		CHECK(stop != NULL);
		if (!stop)
			return;
		if (*at != '#') {
			CHECK(strcmp(previous, name) <= 0);
			check_line(arena, at, (size_t)(stop - at));
			previous = name;
			count++;
		}
		at = stop + 1;
	}
	CHECK(count > 2000);
	CHECK(honey_tracepoints_end - honey_tracepoints < 1 << 20);
}

/* ----- fields that are known from the kernel's sources ------------------------------------------- */

static const struct tracepoint_field *field_of(const struct tracepoint *tracepoint,
					       const char *name)
{
	static const struct tracepoint_field none;
	struct tracepoint_access access;

	if (!tracepoint ||
	    tracepoint_access(tracepoint, 0, name, &access) >= TRACEPOINT_COMMON_FIELD)
		return &none;
	return access.field;
}

static void test_sched_switch(struct arena *arena)
{
	const struct tracepoint *tracepoint = find(arena, "sched/sched_switch");
	const struct tracepoint_field *comm = field_of(tracepoint, "prev_comm");
	const struct tracepoint_field *pid = field_of(tracepoint, "next_pid");
	struct tracepoint_access access;

	CHECK_TEXT(tracepoint->category, "sched");
	CHECK_TEXT(tracepoint->name, "sched_switch");
	CHECK_TEXT(tracepoint->layouts[0].structure, "trace_event_raw_sched_switch");
	CHECK(comm->kind == TRACEPOINT_STRING && comm->count == 16 && comm->size == 16);
	CHECK(comm->offset == 8 && comm->width == 1);
	CHECK(pid->kind == TRACEPOINT_INTEGER && pid->width == 4 && pid->is_signed);
	CHECK_TEXT(pid->member, "next_pid");
	CHECK(tracepoint_access(tracepoint, 0, "common_pid", &access) == TRACEPOINT_COMMON_FIELD);
	CHECK(tracepoint_access(tracepoint, 0, "pid", &access) == TRACEPOINT_NO_FIELD);
	CHECK_TEXT(tracepoint_suggest_field(arena, tracepoint, "pid"), "prev_pid");
	CHECK_TEXT(tracepoint_suggest_field(arena, tracepoint, "next_pdi"), "next_pid");
	CHECK_TEXT(tracepoint_suggest_field(arena, tracepoint, "filename"), NULL);
}

static void test_system_call(struct arena *arena)
{
	const struct tracepoint *enter = find(arena, "syscalls/sys_enter_openat");
	const struct tracepoint *leave = find(arena, "syscalls/sys_exit_openat");
	const struct tracepoint_field *number = field_of(enter, "__syscall_nr");
	const struct tracepoint_field *directory = field_of(enter, "dfd");
	const struct tracepoint_field *path = field_of(enter, "filename");
	const struct tracepoint_field *mode = field_of(enter, "mode");
	const struct tracepoint_field *result = field_of(leave, "ret");

	CHECK(number->offset == 8 && number->size == 4 && number->width == 4);
	CHECK(directory->offset == 16 && directory->size == 8 && directory->width == 4);
	CHECK(directory->is_signed && directory->kind == TRACEPOINT_INTEGER);
	CHECK_TEXT(directory->member, "args[0]");
	CHECK(path->kind == TRACEPOINT_POINTER && path->memory == TRACEPOINT_USER_MEMORY);
	CHECK_TEXT(path->element, "char");
	CHECK_TEXT(path->member, "args[1]");
	CHECK(mode->width == 2 && !mode->is_signed && mode->size == 8);
	CHECK(result->offset == 16 && result->width == 8 && result->is_signed);
	CHECK_TEXT(result->member, "ret");
}

static void test_other_kinds(struct arena *arena)
{
	const struct tracepoint *exec = find(arena, "sched/sched_process_exec");
	const struct tracepoint_field *file = field_of(exec, "filename");
	const struct tracepoint *enter = find(arena, "raw_syscalls/sys_enter");
	const struct tracepoint_field *arguments = field_of(enter, "args");
	const struct tracepoint_field *page = field_of(find(arena, "kmem/kfree"), "call_site");

	CHECK(file->kind == TRACEPOINT_DYNAMIC && file->size == 4 && file->width == 1);
	CHECK(file->origin == TRACEPOINT_FROM_RECORD);
	CHECK_TEXT(file->member, "__data_loc_filename");
	CHECK_TEXT(file->element, "char");
	CHECK(arguments->kind == TRACEPOINT_ARRAY && arguments->count == 6);
	CHECK(arguments->width == 8 && arguments->size == 48 && !arguments->is_signed);
	CHECK(page->width == 8);
	CHECK_TEXT(find(arena, "sched/sched_wakeup")->layouts[0].structure,
		   "trace_event_raw_sched_wakeup_template");
}

/* ----- absent tracepoints ------------------------------------------------------------------------ */

static const char *suggest(struct arena *arena, const char *wanted)
{
	return tracepoint_suggest(arena, honey_tracepoints,
				  (size_t)(honey_tracepoints_end - honey_tracepoints), wanted);
}

static void test_absent(struct arena *arena)
{
	CHECK(!find(arena, ""));
	CHECK(!find(arena, "/"));
	CHECK(!find(arena, "#"));
	CHECK(!find(arena, "sched"));
	CHECK(!find(arena, "sched/"));
	CHECK(!find(arena, "sched/sched_switch "));
	CHECK(!find(arena, "sched/sched_switc"));
	CHECK(!find(arena, "sched/sched_switch_"));
	CHECK(!find(arena, "zzz/zzz"));
	CHECK(!find(arena, "ftrace/function"));
	CHECK_TEXT(suggest(arena, "sched/sched_swich"), "sched/sched_switch");
	CHECK_TEXT(suggest(arena, "shced/sched_switch"), "sched/sched_switch");
	CHECK_TEXT(suggest(arena, "shced/sched_swich"), "sched/sched_switch");
	CHECK_TEXT(suggest(arena, "sched_switch"), "sched/sched_switch");
	CHECK_TEXT(suggest(arena, "syscalls/openat"), "syscalls/sys_enter_openat");
	CHECK_TEXT(suggest(arena, "syscalls/sys_enter"), "raw_syscalls/sys_enter");
	CHECK_TEXT(suggest(arena, "Sched/Sched_Switch"), "sched/sched_switch");
	CHECK_TEXT(suggest(arena, "quite/another_thing_altogether"), NULL);
	CHECK_TEXT(suggest(arena, ""), NULL);
	CHECK_TEXT(suggest(arena, "/"), NULL);
}

static void test_suggest_name(struct arena *arena)
{
	static const char *const names[] = { "max_entries", "key_type", "value_type", "flags",
					     "x" };
	size_t count = sizeof(names) / sizeof(names[0]);

	CHECK_TEXT(suggest_name(arena, "max_entires", names, count), "max_entries");
	CHECK_TEXT(suggest_name(arena, "keytype", names, count), "key_type");
	CHECK_TEXT(suggest_name(arena, "FLAGS", names, count), "flags");
	CHECK_TEXT(suggest_name(arena, "flag", names, count), "flags");
	CHECK_TEXT(suggest_name(arena, "value", names, count), "value_type");
	CHECK_TEXT(suggest_name(arena, "type", names, count), "key_type");
	CHECK_TEXT(suggest_name(arena, "pinning", names, count), NULL);
	CHECK_TEXT(suggest_name(arena, "y", names, count), NULL);
	CHECK_TEXT(suggest_name(arena, "", names, count), NULL);
	CHECK_TEXT(suggest_name(arena, "flags", names, 0), NULL);
}

/* ----- several layouts --------------------------------------------------------------------------- */

static const char several[] =
	"# Tracepoints.\n"
	"# kernels x86_64:5.10,6.1,6.18\n"
	"a/fixed - x86_64:6.18 same:u32@8 moved:u32@16\n"
	"a/fixed - x86_64:6.1 same:u32@8 moved:u32@12\n"
	"a/renamed trace_event_raw_new x86_64:6.18 same:u32@8 moved:u32@16 wider:u64@24\n"
	"a/renamed trace_event_raw_old x86_64:6.1 same:u32@8 moved:u32@12 wider:u32@24\n"
	"a/struct trace_event_raw_s x86_64:6.18 new:u32@8 moved:u32@16 sign:s32@20 d:data_loc:char@24 "
	"grown:u32@28 text:char[10]@32 many:u8[4]@42\n"
	"a/struct trace_event_raw_s x86_64:6.1 moved:u32@8 sign:u32@12 d:data_loc:char@16 "
	"grown:u64@24 text:char[8]@32 many:u8[2]@40\n"
	"a/struct trace_event_raw_s x86_64:5.10 moved:u32@12 old:u32@8\n"
	"b/kinds - x86_64:6.18 o:bytes:24@8 r:rel_loc:u64@32 p:kernel*task_struct@40 e:enum:s32@48 "
	"b:bool:u8@52 q:user*user*char[2]@56 f:u32[0]@72 pd:data_loc:kernel*void@72\n";

static enum tracepoint_answer ask_for(struct arena *arena, unsigned kernel, const char *tracepoint,
				      const char *field, struct tracepoint_access *access)
{
	const struct tracepoint *found =
		tracepoint_find(arena, several, sizeof(several) - 1, tracepoint);

	CHECK(found != NULL);
	return found ? tracepoint_access(found, kernel, field, access) : TRACEPOINT_NO_FIELD;
}

static enum tracepoint_answer ask(struct arena *arena, const char *tracepoint, const char *field,
				  struct tracepoint_access *access)
{
	return ask_for(arena, 0, tracepoint, field, access);
}

static const char *data_type(struct arena *arena, const char *name, bool has_data)
{
	struct tracepoint_access access;

	CHECK(ask(arena, "b/kinds", name, &access) == TRACEPOINT_FIELD);
	CHECK(tracepoint_field_has_data(access.field) == has_data);
	return tracepoint_data_type(arena, access.field);
}

static void test_data(struct arena *arena)
{
	const struct tracepoint *exec = find(arena, "sched/sched_process_exec");
	const struct tracepoint *enter = find(arena, "raw_syscalls/sys_enter");

	CHECK(tracepoint_field_has_data(field_of(exec, "filename")));
	CHECK_TEXT(tracepoint_data_type(arena, field_of(exec, "filename")), NULL);
	CHECK_TEXT(tracepoint_data_type(arena, field_of(enter, "args")), "{:array, :u64, 6}");
	CHECK(!tracepoint_field_has_data(field_of(exec, "pid")));
	CHECK_TEXT(tracepoint_data_type(arena, field_of(exec, "pid")), NULL);

	CHECK_TEXT(data_type(arena, "f", true), ":u32");
	CHECK_TEXT(data_type(arena, "pd", true), "{:binary, 8}");
	CHECK_TEXT(data_type(arena, "r", false), NULL);
	CHECK_TEXT(data_type(arena, "q", false), NULL);
	CHECK_TEXT(data_type(arena, "o", false), NULL);
}

static void test_layouts(struct arena *arena)
{
	struct tracepoint_access access;

	CHECK_TEXT(tracepoint_kernels(arena, several, sizeof(several) - 1), "x86_64:5.10,6.1,6.18");
	CHECK(ask(arena, "a/fixed", "same", &access) == TRACEPOINT_FIELD && !access.structure);
	CHECK(ask(arena, "a/fixed", "moved", &access) == TRACEPOINT_FIELD_DIFFERS);
	CHECK_TEXT(access.layout->kernels, "x86_64:6.18");
	CHECK_TEXT(access.other->kernels, "x86_64:6.1");

	CHECK(ask(arena, "a/renamed", "same", &access) == TRACEPOINT_FIELD && !access.structure);
	CHECK(ask(arena, "a/renamed", "moved", &access) == TRACEPOINT_FIELD_DIFFERS);
	CHECK(ask(arena, "a/renamed", "wider", &access) == TRACEPOINT_FIELD_DIFFERS);

	CHECK(ask(arena, "a/struct", "moved", &access) == TRACEPOINT_FIELD && !access.other);
	CHECK_TEXT(access.structure, "trace_event_raw_s");
	CHECK(access.field->offset == 16);
	CHECK(ask(arena, "a/struct", "new", &access) == TRACEPOINT_FIELD_IN_SOME);
	CHECK_TEXT(access.structure, "trace_event_raw_s");
	CHECK_TEXT(access.other->kernels, "x86_64:6.1");
	CHECK(ask(arena, "a/struct", "d", &access) == TRACEPOINT_FIELD_IN_SOME);
	CHECK_TEXT(access.other->kernels, "x86_64:5.10");
	CHECK(ask(arena, "a/struct", "sign", &access) == TRACEPOINT_FIELD_DIFFERS);
	CHECK(ask(arena, "a/struct", "none", &access) == TRACEPOINT_NO_FIELD);
}

/* A kernel is as the newest one before it that the database knows. */
static void test_kernels(struct arena *arena)
{
	static const unsigned v5_10 = 5 << 8 | 10, v6_1 = 6 << 8 | 1, v6_17 = 6 << 8 | 17;
	static const unsigned v6_18 = 6 << 8 | 18, v7_0 = 7 << 8;
	struct tracepoint_access access;

	CHECK(ask_for(arena, v6_17, "a/fixed", "moved", &access) == TRACEPOINT_FIELD_DIFFERS);
	CHECK(access.since == v6_18);
	CHECK(ask_for(arena, v6_18, "a/fixed", "moved", &access) == TRACEPOINT_FIELD);
	CHECK(access.field->offset == 16);
	CHECK(ask_for(arena, v7_0, "a/fixed", "moved", &access) == TRACEPOINT_FIELD);

	CHECK(ask_for(arena, v5_10, "a/struct", "d", &access) == TRACEPOINT_FIELD_IN_SOME);
	CHECK(access.since == v6_1);
	CHECK(ask_for(arena, v6_1, "a/struct", "d", &access) == TRACEPOINT_FIELD);
	CHECK(ask_for(arena, v6_1, "a/struct", "sign", &access) == TRACEPOINT_FIELD_DIFFERS);
	CHECK(access.since == v6_18);

	CHECK(ask_for(arena, v5_10, "a/struct", "old", &access) == TRACEPOINT_FIELD_IN_SOME);
	CHECK(access.since == 0);
	CHECK_TEXT(access.other->kernels, "x86_64:6.18");
	CHECK(ask_for(arena, v6_1, "a/struct", "old", &access) == TRACEPOINT_NO_FIELD);

	CHECK(ask_for(arena, v6_1, "a/struct", "grown", &access) == TRACEPOINT_FIELD);
	CHECK(access.field->width == 8);
	CHECK_TEXT(access.structure, "trace_event_raw_s");
	CHECK(ask_for(arena, v6_1, "a/renamed", "wider", &access) == TRACEPOINT_FIELD_DIFFERS);

	CHECK(ask_for(arena, v6_1, "a/struct", "text", &access) == TRACEPOINT_FIELD);
	CHECK(access.field->count == 8);
	CHECK_TEXT(access.structure, "trace_event_raw_s");
	CHECK(ask_for(arena, v6_18, "a/struct", "text", &access) == TRACEPOINT_FIELD);
	CHECK(access.field->count == 10);
	CHECK(ask_for(arena, v6_1, "a/struct", "many", &access) == TRACEPOINT_FIELD_DIFFERS);
}

static void test_kinds(struct arena *arena)
{
	const struct tracepoint *kinds =
		tracepoint_find(arena, several, sizeof(several) - 1, "b/kinds");
	const struct tracepoint_field *fields = kinds->layouts[0].fields;

	CHECK(kinds->layouts[0].field_count == 8 && !kinds->layouts[0].structure);
	CHECK(fields[0].kind == TRACEPOINT_OPAQUE && fields[0].size == 24);
	CHECK(fields[1].kind == TRACEPOINT_DYNAMIC && fields[1].origin == TRACEPOINT_FROM_FIELD);
	CHECK(fields[1].width == 8 && fields[1].size == 4);
	CHECK_TEXT(fields[1].member, "__rel_loc_r");
	CHECK_TEXT(fields[1].element, "u64");
	CHECK(fields[2].kind == TRACEPOINT_POINTER && fields[2].size == 8);
	CHECK_TEXT(fields[2].element, "task_struct");
	CHECK(fields[3].nature == TRACEPOINT_ENUM && fields[3].is_signed && fields[3].width == 4);
	CHECK(fields[4].nature == TRACEPOINT_BOOLEAN && fields[4].size == 1);
	CHECK(fields[5].kind == TRACEPOINT_ARRAY && fields[5].size == 16 && fields[5].count == 2);
	CHECK_TEXT(fields[5].element, "user*user*char");
	CHECK(fields[6].kind == TRACEPOINT_ARRAY && fields[6].size == 0 && fields[6].width == 4);
	CHECK_TEXT(fields[7].element, "kernel*void");
}

/* ----- broken databases -------------------------------------------------------------------------- */

/* The bytes stand at the end of a malloc of their size, where the sanitizer sees any overrun. */
static bool use(struct arena *arena, const char *bytes, size_t size, const char *name)
{
	char *copy = malloc(size ? size : 1);
	const struct tracepoint *found;
	struct tracepoint_access access;

	if (!copy)
		abort();
	memcpy(copy, bytes, size);
	found = tracepoint_find(arena, copy, size, name);
	tracepoint_suggest(arena, copy, size, name);
	tracepoint_kernels(arena, copy, size);
	if (found) {
		tracepoint_access(found, 0x0601, "moved", &access);
		tracepoint_suggest_field(arena, found, "mvoed");
		CHECK(found->layout_count > 0);
	}
	free(copy);
	return found != NULL;
}

static void test_broken_lines(struct arena *arena)
{
	static const char *const broken[] = {
		"a/b",
		"a/b ",
		"a/b -",
		"a/b - ",
		"a/b - k x",
		"a/b - k x:",
		"a/b - k :u32@8",
		"a/b - k x:u32",
		"a/b - k x:u32@",
		"a/b - k x:u32@8x",
		"a/b - k x:u32@99999999999",
		"a/b - k x:u32@2147483647",
		"a/b - k x:u33@8",
		"a/b - k x:u@8",
		"a/b - k x:v32@8",
		"a/b - k x:s64/32@8",
		"a/b - k x:kernel*void/64@8",
		"a/b - k x:kernel*@8",
		"a/b - k x:char@8",
		"a/b - k x:char[@8",
		"a/b - k x:char[2@8",
		"a/b - k x:char[2]2@8",
		"a/b - k x:u64[2147483647]@8",
		"a/b - k x:bytes:@8",
		"a/b - k x:data_loc:@8",
		"a/b - k x:data_loc:data_loc:char@8",
		"a/b - k  x:u32@8",
	};

	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
		if (use(arena, broken[i], strlen(broken[i]), "a/b"))
			CHECK_TEXT(broken[i], "a line that counts as absent");
	}
	CHECK(use(arena, "a/b - k", 7, "a/b"));
	CHECK(use(arena, "a/b - k x:u32@8", 15, "a/b"));
	CHECK(use(arena, "a/b -\na/b - k x:u32@8\na/b - k x:u3", 34, "a/b"));
}

static uint32_t next_random(uint32_t *state)
{
	*state = *state * 1664525 + 1013904223;
	return *state >> 8;
}

static void test_broken_text(struct arena *arena)
{
	static const char letters[] = "\n\n  :::@@@[]/=*-#us0123489kernuser*_\xff";
	static const char *const wanted[] = { "a/fixed", "a/renamed", "a/struct", "b/kinds" };
	char text[sizeof(several)];
	uint32_t state = 1;

	for (size_t size = 0; size < sizeof(several); size++)
		use(arena, several, size, wanted[size % 4]);
	for (size_t turn = 0; turn < 3000; turn++) {
		memcpy(text, several, sizeof(text));
		for (uint32_t i = 0; i <= turn % 40; i++)
			text[next_random(&state) % sizeof(text)] =
				letters[next_random(&state) % sizeof(letters)];
		use(arena, text, sizeof(text) - 1, wanted[turn % 4]);
		if (turn % 100 == 0)
			arena_release(arena);
	}
}

/* ----- memory ------------------------------------------------------------------------------------ */

static bool survives(struct arena *arena, jmp_buf *out_of_memory, long fail_after)
{
	if (setjmp(*out_of_memory))
		return false;
	arena->allocations = 0;
	arena->fail_after = fail_after;
	find(arena, "sched/sched_process_exec");
	suggest(arena, "sched/sched_swich");
	return true;
}

static void test_out_of_memory(void)
{
	static jmp_buf out_of_memory;
	struct arena arena;
	long needed;

	arena_init(&arena, &out_of_memory);
	CHECK(survives(&arena, &out_of_memory, -1));
	needed = arena.allocations;
	arena_release(&arena);
	for (long i = 0; i < needed; i += i < 100 ? 1 : 97) {
		CHECK(!survives(&arena, &out_of_memory, i));
		arena_release(&arena);
	}
}

int main(void)
{
	static void (*const tests[])(struct arena *) = {
		test_every_line, test_sched_switch, test_system_call,  test_other_kinds,
		test_absent,	 test_suggest_name, test_data,	       test_layouts,
		test_kernels,	 test_kinds,	    test_broken_lines, test_broken_text,
	};
	static jmp_buf out_of_memory;
	struct arena arena;

	if (setjmp(out_of_memory)) {
		fprintf(stderr, "out of memory\n");
		return 1;
	}
	arena_init(&arena, &out_of_memory);
	for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++) {
		tests[i](&arena);
		arena_release(&arena);
	}
	test_out_of_memory();
	return failures ? 1 : 0;
}
