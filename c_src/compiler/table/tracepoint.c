/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/table/tracepoint.h"

#include "base/arena.h"
#include "compiler/core/suggest.h"

#include <limits.h>
#include <string.h>

#define POINTER_SIZE 8
#define DESCRIPTOR_SIZE 4

/* Bytes of the database that are still to be read. */
struct text {
	const char *at;
	const char *end;
};

static size_t text_size(struct text text)
{
	return (size_t)(text.end - text.at);
}

static bool text_is(struct text text, const char *word)
{
	return text_size(text) == strlen(word) && memcmp(text.at, word, text_size(text)) == 0;
}

static char *text_copy(struct arena *arena, struct text text)
{
	return arena_copy(arena, text.at, text_size(text));
}

/* Takes what stands before the separator, and the separator; without one, everything. */
static struct text take_until(struct text *text, char separator)
{
	const char *stop = memchr(text->at, separator, text_size(*text));
	struct text taken = { text->at, stop ? stop : text->end };

	text->at = stop ? stop + 1 : text->end;
	return taken;
}

static bool take_word(struct text *text, const char *word)
{
	size_t length = strlen(word);

	if (text_size(*text) < length || memcmp(text->at, word, length) != 0)
		return false;
	text->at += length;
	return true;
}

static bool take_number(struct text *text, unsigned *number)
{
	const char *start = text->at;

	*number = 0;
	while (text->at < text->end && *text->at >= '0' && *text->at <= '9') {
		unsigned digit = (unsigned)(*text->at - '0');

		if (*number > (INT_MAX - digit) / 10)
			return false;
		*number = *number * 10 + digit;
		text->at++;
	}
	return text->at > start;
}

/* ----- fields ----------------------------------------------------------------------------------- */

static bool take_bits(struct text *text, unsigned *bytes)
{
	unsigned bits;

	if (!take_number(text, &bits) || (bits != 8 && bits != 16 && bits != 32 && bits != 64))
		return false;
	*bytes = bits / 8;
	return true;
}

/* "s32", "bool:u8", "enum:u32" */
static bool take_integer(struct text *text, struct tracepoint_field *field)
{
	if (take_word(text, "enum:"))
		field->nature = TRACEPOINT_ENUM;
	else if (take_word(text, "bool:"))
		field->nature = TRACEPOINT_BOOLEAN;
	field->kind = TRACEPOINT_INTEGER;
	field->is_signed = take_word(text, "s");
	if (!field->is_signed && !take_word(text, "u"))
		return false;
	return take_bits(text, &field->width);
}

static bool take_memory(struct text *text, enum tracepoint_memory *memory)
{
	*memory = take_word(text, "user*") ? TRACEPOINT_USER_MEMORY : TRACEPOINT_KERNEL_MEMORY;
	return *memory == TRACEPOINT_USER_MEMORY || take_word(text, "kernel*");
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_';
}

/* What a pointer points to is of interest as it is spelled. */
static bool take_pointee(struct text *text)
{
	enum tracepoint_memory memory;
	const char *start;

	while (take_memory(text, &memory))
		;
	if (!take_word(text, "enum:"))
		take_word(text, "bool:");
	start = text->at;
	while (text->at < text->end && is_name(*text->at))
		text->at++;
	return text->at > start;
}

/* What may stand alone, in an array, and behind data_loc: and rel_loc:. */
static bool take_element(struct arena *arena, struct text *text, struct tracepoint_field *field)
{
	struct text spelled = *text;
	bool taken;

	if (take_memory(text, &field->memory)) {
		field->kind = TRACEPOINT_POINTER;
		field->width = POINTER_SIZE;
		spelled = *text;
		taken = take_pointee(text);
	} else if (take_word(text, "bytes:")) {
		field->kind = TRACEPOINT_OPAQUE;
		taken = take_number(text, &field->width);
	} else if (take_word(text, "char")) {
		field->kind = TRACEPOINT_STRING;
		field->width = 1;
		taken = true;
	} else {
		taken = take_integer(text, field);
	}
	spelled.end = text->at;
	field->element = text_copy(arena, spelled);
	return taken;
}

/* The elements of an array of pointers are pointers; `element` names what stands in the array. */
static void name_element(struct arena *arena, struct text spelled, struct tracepoint_field *field)
{
	if (field->kind == TRACEPOINT_POINTER)
		field->element = text_copy(arena, spelled);
}

static bool take_array(struct text *text, struct tracepoint_field *field)
{
	if (!take_number(text, &field->count) || !take_word(text, "]"))
		return false;
	if (field->width && field->count > INT_MAX / field->width)
		return false;
	field->size = field->count * field->width;
	if (field->kind != TRACEPOINT_STRING)
		field->kind = TRACEPOINT_ARRAY;
	return true;
}

static bool take_dynamic(struct arena *arena, struct text *text, struct tracepoint_field *field)
{
	struct text spelled = *text;

	if (!take_element(arena, text, field))
		return false;
	spelled.end = text->at;
	name_element(arena, spelled, field);
	field->kind = TRACEPOINT_DYNAMIC;
	field->size = DESCRIPTOR_SIZE;
	field->member = arena_print(arena, "__%s_loc_%s",
				    field->origin == TRACEPOINT_FROM_FIELD ? "rel" : "data",
				    field->name);
	return true;
}

static bool take_type(struct arena *arena, struct text *text, struct tracepoint_field *field)
{
	struct text spelled = *text;

	if (take_word(text, "data_loc:"))
		return take_dynamic(arena, text, field);
	if (take_word(text, "rel_loc:")) {
		field->origin = TRACEPOINT_FROM_FIELD;
		return take_dynamic(arena, text, field);
	}
	if (!take_element(arena, text, field))
		return false;
	spelled.end = text->at;
	if (take_word(text, "[")) {
		name_element(arena, spelled, field);
		return take_array(text, field);
	}
	field->size = field->width;
	if (take_word(text, "/"))
		return field->kind == TRACEPOINT_INTEGER && take_bits(text, &field->size) &&
		       field->size >= field->width;
	return field->kind != TRACEPOINT_STRING;
}

/* "dfd=args[0]:s32/64@16" */
static bool parse_field(struct arena *arena, struct text text, struct tracepoint_field *field)
{
	struct text member = take_until(&text, ':');
	struct text name = take_until(&member, '=');

	if (!text_size(name))
		return false;
	field->name = text_copy(arena, name);
	field->member = text_size(member) ? text_copy(arena, member) : field->name;
	return take_type(arena, &text, field) && take_word(&text, "@") &&
	       take_number(&text, &field->offset) && field->size <= INT_MAX - field->offset &&
	       !text_size(text);
}

/* ----- lines ------------------------------------------------------------------------------------ */

static size_t count_words(struct text text)
{
	size_t count = 0;

	for (; text_size(text); count++)
		take_until(&text, ' ');
	return count;
}

/* A line without its name: "trace_event_raw_sched_switch x86_64:6.18 prev_comm:char[16]@8 ..." */
static bool parse_layout(struct arena *arena, struct text text, struct tracepoint_layout *layout)
{
	struct text structure = take_until(&text, ' ');
	struct text kernels = take_until(&text, ' ');
	struct tracepoint_field *fields;

	if (!text_size(structure) || !text_size(kernels))
		return false;
	layout->structure = text_is(structure, "-") ? NULL : text_copy(arena, structure);
	layout->kernels = text_copy(arena, kernels);
	layout->field_count = count_words(text);
	fields = ARENA_ARRAY(arena, struct tracepoint_field, layout->field_count);
	layout->fields = fields;
	for (size_t i = 0; i < layout->field_count; i++) {
		if (!parse_field(arena, take_until(&text, ' '), &fields[i]))
			return false;
	}
	return true;
}

static int compare(struct text a, struct text b)
{
	size_t shorter = text_size(a) < text_size(b) ? text_size(a) : text_size(b);
	int order = shorter ? memcmp(a.at, b.at, shorter) : 0;

	if (order)
		return order;
	return text_size(a) < text_size(b) ? -1 : text_size(a) > text_size(b);
}

static const char *line_start(struct text database, const char *at)
{
	while (at > database.at && at[-1] != '\n')
		at--;
	return at;
}

/* From the first line whose name is not below `name`. The database is sorted by name. */
static struct text lines_from(struct text database, struct text name)
{
	struct text left = database;

	while (left.at < left.end) {
		const char *start = line_start(left, left.at + text_size(left) / 2);
		struct text rest = { start, left.end };
		struct text line = take_until(&rest, '\n');

		if (compare(take_until(&line, ' '), name) < 0)
			left.at = rest.at;
		else
			left.end = start;
	}
	return (struct text){ left.at, database.end };
}

static size_t parse_layouts(struct arena *arena, struct text lines, struct text name,
			    struct tracepoint_layout *layouts, size_t most)
{
	size_t count = 0;

	while (text_size(lines) && count < most) {
		struct text line = take_until(&lines, '\n');

		if (compare(take_until(&line, ' '), name) != 0)
			break;
		if (parse_layout(arena, line, &layouts[count]))
			count++;
	}
	return count;
}

static size_t count_lines(struct text lines, struct text name)
{
	size_t count = 0;

	while (text_size(lines)) {
		struct text line = take_until(&lines, '\n');

		if (compare(take_until(&line, ' '), name) != 0)
			break;
		count++;
	}
	return count;
}

const struct tracepoint *tracepoint_find(struct arena *arena, const char *database, size_t size,
					 const char *name)
{
	struct text wanted = { name, name + strlen(name) };
	struct text lines = lines_from((struct text){ database, database + size }, wanted);
	struct text category;
	struct tracepoint_layout *layouts;
	struct tracepoint *tracepoint;
	size_t count = count_lines(lines, wanted);

	if (!count || !memchr(name, '/', text_size(wanted)))
		return NULL;
	layouts = ARENA_ARRAY(arena, struct tracepoint_layout, count);
	count = parse_layouts(arena, lines, wanted, layouts, count);
	if (!count)
		return NULL;
	tracepoint = ARENA_NEW(arena, struct tracepoint);
	category = take_until(&wanted, '/');
	tracepoint->category = text_copy(arena, category);
	tracepoint->name = text_copy(arena, wanted);
	tracepoint->layouts = layouts;
	tracepoint->layout_count = count;
	return tracepoint;
}

const char *tracepoint_kernels(struct arena *arena, const char *database, size_t size)
{
	struct text rest = { database, database + size };

	while (text_size(rest)) {
		struct text line = take_until(&rest, '\n');

		if (take_word(&line, "# kernels "))
			return text_copy(arena, line);
	}
	return "";
}

/* ----- names ------------------------------------------------------------------------------------ */

/* A name for each layout; those of one tracepoint follow each other. */
static struct tracepoint_names all_names(struct arena *arena, struct text database)
{
	struct tracepoint_names names = { 0 };
	struct text rest = database;
	size_t lines = 0;

	for (; text_size(rest); lines++)
		take_until(&rest, '\n');
	names.items = ARENA_ARRAY(arena, const char *, lines);
	while (text_size(database)) {
		struct text line = take_until(&database, '\n');
		struct text name = take_until(&line, ' ');

		if (memchr(name.at, '/', text_size(name)))
			names.items[names.count++] = text_copy(arena, name);
	}
	return names;
}

struct tracepoint_names tracepoint_names(struct arena *arena, const char *database, size_t size)
{
	struct tracepoint_names names =
		all_names(arena, (struct text){ database, database + size });
	size_t count = 0;

	for (size_t i = 0; i < names.count; i++) {
		if (!count || strcmp(names.items[count - 1], names.items[i]) != 0)
			names.items[count++] = names.items[i];
	}
	names.count = count;
	return names;
}

/* ----- suggestions ------------------------------------------------------------------------------ */

static const char *event_of(const char *name)
{
	const char *slash = strchr(name, '/');

	return slash ? slash + 1 : name;
}

/* The same event, whatever the category. */
static const char *with_event(struct tracepoint_names names, const char *event)
{
	for (size_t i = 0; i < names.count; i++) {
		if (strcmp(event_of(names.items[i]), event) == 0)
			return names.items[i];
	}
	return NULL;
}

static const char *suggest_in_category(struct arena *arena, struct tracepoint_names names,
				       const char *wanted)
{
	size_t category = (size_t)(event_of(wanted) - wanted);
	struct tracepoint_names same = { .items = ARENA_ARRAY(arena, const char *, names.count) };
	const char *event;

	for (size_t i = 0; i < names.count; i++) {
		if (strncmp(names.items[i], wanted, category) == 0)
			same.items[same.count++] = names.items[i] + category;
	}
	event = suggest_name(arena, wanted + category, same.items, same.count);
	return event ? event - category : NULL;
}

const char *tracepoint_suggest(struct arena *arena, const char *database, size_t size,
			       const char *wanted)
{
	struct tracepoint_names names =
		all_names(arena, (struct text){ database, database + size });
	const char *found = with_event(names, event_of(wanted));

	if (!found && strchr(wanted, '/'))
		found = suggest_in_category(arena, names, wanted);
	return found ? found : suggest_name(arena, wanted, names.items, names.count);
}

const char *tracepoint_suggest_field(struct arena *arena, const struct tracepoint *tracepoint,
				     const char *wanted)
{
	struct tracepoint_names names = { 0 };
	size_t most = 0;

	for (size_t i = 0; i < tracepoint->layout_count; i++)
		most += tracepoint->layouts[i].field_count;
	names.items = ARENA_ARRAY(arena, const char *, most);
	for (size_t i = 0; i < tracepoint->layout_count; i++) {
		const struct tracepoint_layout *layout = &tracepoint->layouts[i];

		for (size_t j = 0; j < layout->field_count; j++)
			names.items[names.count++] = layout->fields[j].name;
	}
	return suggest_name(arena, wanted, names.items, names.count);
}
