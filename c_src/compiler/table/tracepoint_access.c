/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which way of reading a field serves all the kernels that a module is for.
 *
 * The database knows some kernels only. What it says of one holds until the
 * next that it knows, so a module for 6.5 and later has to do with what is
 * said of 6.1 as well.
 */
#include "compiler/table/tracepoint.h"

#include "base/arena.h"
#include "compiler/table/tables.h"

#include <stdlib.h>
#include <string.h>

/* ----- kernels ---------------------------------------------------------------------------------- */

/* The next version in "x86_64:5.10,6.1;arm64:6.12"; 0 at the end. */
static unsigned take_kernel(const char **at)
{
	unsigned long major, minor = 0;
	char *end;

	*at += strcspn(*at, ":,");
	if (!**at)
		return 0;
	major = strtoul(*at + 1, &end, 10);
	if (*end == '.')
		minor = strtoul(end + 1, &end, 10);
	*at = end;
	return (unsigned)(major << 8 | (minor & 0xff));
}

/* The newest kernel of those that the database knows which is not newer; 0: there is none. */
static unsigned known_kernel(const struct tracepoint *tracepoint, unsigned kernel)
{
	unsigned known = 0, version;

	for (size_t i = 0; i < tracepoint->layout_count; i++) {
		const char *at = tracepoint->layouts[i].kernels;

		while ((version = take_kernel(&at))) {
			if (version <= kernel && version > known)
				known = version;
		}
	}
	return known;
}

static unsigned next_kernel(const struct tracepoint *tracepoint, unsigned kernel)
{
	unsigned next = 0, version;

	for (size_t i = 0; i < tracepoint->layout_count; i++) {
		const char *at = tracepoint->layouts[i].kernels;

		while ((version = take_kernel(&at))) {
			if (version > kernel && (!next || version < next))
				next = version;
		}
	}
	return next;
}

static bool is_from(const struct tracepoint_layout *layout, unsigned kernel)
{
	const char *at = layout->kernels;
	unsigned version;

	if (!kernel)
		return true;
	while ((version = take_kernel(&at))) {
		if (version >= kernel)
			return true;
	}
	return false;
}

/* ----- fields ----------------------------------------------------------------------------------- */

/* A field on all kernels from one on that the database knows. */
struct search {
	const struct tracepoint *tracepoint;
	unsigned kernel;
	const char *name;
};

static const struct tracepoint_field *find_field(const struct tracepoint_layout *layout,
						 const char *name)
{
	for (size_t i = 0; i < layout->field_count; i++) {
		if (strcmp(layout->fields[i].name, name) == 0)
			return &layout->fields[i];
	}
	return NULL;
}

static bool same_type(const struct tracepoint_field *a, const struct tracepoint_field *b)
{
	return a->kind == b->kind && a->size == b->size && a->width == b->width &&
	       a->is_signed == b->is_signed && a->nature == b->nature && a->origin == b->origin &&
	       a->memory == b->memory;
}

static bool is_plain_unsigned(const struct tracepoint_field *field)
{
	return field->kind == TRACEPOINT_INTEGER && field->nature == TRACEPOINT_PLAIN &&
	       !field->is_signed && field->size == field->width;
}

static bool same_name(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

static bool is_text(const struct tracepoint_field *field)
{
	return field->kind == TRACEPOINT_STRING && field->count;
}

/*
 * What to declare of a member that may be larger on one kernel than on another; NULL: no one
 * declaration serves both. The loader makes a read narrower, where that is unsigned, so of integers it
 * is the widest. Of texts it is the shortest: more than that is not there everywhere.
 */
static const struct tracepoint_field *declared(const struct tracepoint_field *a,
					       const struct tracepoint_field *b)
{
	if (is_plain_unsigned(a) && is_plain_unsigned(b))
		return b->width > a->width ? b : a;
	if (is_text(a) && is_text(b))
		return b->count < a->count ? b : a;
	return same_type(a, b) ? a : NULL;
}

/* The loader relocates a read to where the running kernel has the member. */
static bool agree_by_structure(const struct search *search, struct tracepoint_access *access)
{
	const struct tracepoint_field *agreed = access->field;

	for (size_t i = 0; i < search->tracepoint->layout_count; i++) {
		const struct tracepoint_layout *layout = &search->tracepoint->layouts[i];
		const struct tracepoint_field *field = find_field(layout, search->name);

		if (!field || !is_from(layout, search->kernel))
			continue;
		access->other = layout;
		if (!same_name(layout->structure, access->layout->structure) ||
		    !same_name(field->member, agreed->member))
			return false;
		agreed = declared(agreed, field);
		if (!agreed)
			return false;
	}
	access->field = agreed;
	access->structure = access->layout->structure;
	return true;
}

static bool agree_by_offset(const struct search *search, struct tracepoint_access *access)
{
	for (size_t i = 0; i < search->tracepoint->layout_count; i++) {
		const struct tracepoint_layout *layout = &search->tracepoint->layouts[i];
		const struct tracepoint_field *field = find_field(layout, search->name);

		if (!field || !is_from(layout, search->kernel))
			continue;
		access->other = layout;
		if (field->offset != access->field->offset || !same_type(field, access->field))
			return false;
	}
	return true;
}

/* The newest layout that has the field, and one that has it not. */
static void search_layouts(const struct search *search, struct tracepoint_access *access,
			   const struct tracepoint_layout **without)
{
	*without = NULL;
	*access = (struct tracepoint_access){ 0 };
	for (size_t i = 0; i < search->tracepoint->layout_count; i++) {
		const struct tracepoint_layout *layout = &search->tracepoint->layouts[i];
		const struct tracepoint_field *field = find_field(layout, search->name);

		if (!is_from(layout, search->kernel))
			continue;
		if (!field && !*without)
			*without = layout;
		if (field && !access->field) {
			access->field = field;
			access->layout = layout;
		}
	}
}

static enum tracepoint_answer access_from(const struct search *search,
					  struct tracepoint_access *access)
{
	const struct tracepoint_layout *without;

	search_layouts(search, access, &without);
	if (!access->field)
		return strncmp(search->name, "common_", 7) == 0 ? TRACEPOINT_COMMON_FIELD
								: TRACEPOINT_NO_FIELD;
	if (!agree_by_structure(search, access) && !agree_by_offset(search, access))
		return TRACEPOINT_FIELD_DIFFERS;
	access->other = without;
	return without ? TRACEPOINT_FIELD_IN_SOME : TRACEPOINT_FIELD;
}

/* The oldest kernel from which on one way serves; 0: there is none. */
static unsigned first_kernel(struct search search)
{
	struct tracepoint_access access;

	while ((search.kernel = next_kernel(search.tracepoint, search.kernel))) {
		if (access_from(&search, &access) == TRACEPOINT_FIELD)
			return search.kernel;
	}
	return 0;
}

enum tracepoint_answer tracepoint_access(const struct tracepoint *tracepoint, unsigned kernel,
					 const char *name, struct tracepoint_access *access)
{
	struct search search = { tracepoint, known_kernel(tracepoint, kernel), name };
	enum tracepoint_answer answer = access_from(&search, access);

	if (answer == TRACEPOINT_FIELD_IN_SOME || answer == TRACEPOINT_FIELD_DIFFERS)
		access->since = first_kernel(search);
	return answer;
}

/* The member of an array is declared by its elements; what is counted from a field's end no kernel here has. */
bool tracepoint_field_has_data(const struct tracepoint_field *field)
{
	if (field->kind == TRACEPOINT_ARRAY)
		return integer_type_find(field->element);
	return field->kind == TRACEPOINT_DYNAMIC && field->origin == TRACEPOINT_FROM_RECORD;
}

const char *tracepoint_data_type(struct arena *arena, const struct tracepoint_field *field)
{
	const char *element;

	if (!tracepoint_field_has_data(field) || strcmp(field->element, "char") == 0)
		return NULL;
	element = integer_type_find(field->element)
			  ? arena_print(arena, ":%s", field->element)
			  : arena_print(arena, "{:binary, %u}", field->width);
	if (field->kind == TRACEPOINT_ARRAY && field->count)
		return arena_print(arena, "{:array, %s, %u}", element, field->count);
	return element;
}
