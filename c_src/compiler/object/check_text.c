/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/object/check_text.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct check_row {
	const char *name;
	enum check_fault fault;
	const char *message;
};

static const struct check_row rows[] = {
#define CHECK(name, fault, message) { #name, CHECK_FAULT_##fault, message },
#include "compiler/object/check_kind.def"
#undef CHECK
};

enum check_fault check_fault(enum check_kind kind)
{
	return rows[kind].fault;
}

const char *check_name(enum check_kind kind)
{
	return rows[kind].name;
}

static void add_chain(struct buffer *text, const struct check_finding *finding)
{
	for (uint32_t i = 0; i < finding->chain_length; i++)
		buffer_print(text, "%s%s", i ? " -> " : "", finding->chain[i]);
}

static void add_field(struct buffer *text, const struct check_finding *finding, char field)
{
	switch (field) {
	case 'f':
		buffer_add_text(text, finding->function);
		break;
	case 'a':
		buffer_print(text, "%lld", (long long)finding->actual);
		break;
	case 'l':
		buffer_print(text, "%lld", (long long)finding->limit);
		break;
	case 's':
		buffer_add_text(text, finding->symbol ? finding->symbol : "");
		break;
	case 'c':
		add_chain(text, finding);
		break;
	}
}

const char *check_message(struct arena *arena, const struct check_finding *finding)
{
	struct buffer text;

	buffer_init(&text, arena);
	for (const char *c = rows[finding->kind].message; *c; c++) {
		if (*c == '%')
			add_field(&text, finding, *++c);
		else
			buffer_add(&text, c, 1);
	}
	return text.text;
}

/* What is before ": error:" as file, line and column; all unknown if it is not that. */
static void read_place(struct arena *arena, const char *line, const char *end,
		       struct check_finding *finding)
{
	const char *parts[2];

	for (int i = 1; i >= 0; i--) {
		const char *digits = end;

		while (digits > line && isdigit((unsigned char)digits[-1]))
			digits--;
		if (digits == end || digits == line || digits[-1] != ':')
			return;
		parts[i] = digits;
		end = digits - 1;
	}
	finding->line = (uint32_t)strtoul(parts[0], NULL, 10);
	finding->file = finding->line ? arena_copy(arena, line, (size_t)(end - line)) : NULL;
}

bool check_clang_text(struct arena *arena, const char *text, struct check_finding *finding)
{
	static const char error[] = ": error: ", function[] = "in function ";
	const char *found = strstr(text, "BPF stack limit");
	const char *line = found, *place, *name;

	if (strstr(text, "Branch target out of insn range")) {
		*finding = (struct check_finding){ .kind = CHECK_JUMP_RANGE,
						   .limit = CHECK_JUMP_REACH,
						   .function = "" };
		return true;
	}
	if (!found)
		return false;
	*finding = (struct check_finding){ .kind = CHECK_FRAME, .limit = CHECK_STACK_LIMIT };
	finding->function = "";
	while (line > text && line[-1] != '\n')
		line--;
	place = strstr(line, error);
	if (place && place < found)
		read_place(arena, line, place, finding);
	name = strstr(line, function);
	if (name && name < found) {
		name += strlen(function);
		finding->function = arena_copy(arena, name, strcspn(name, " :\n"));
	}
	return true;
}
