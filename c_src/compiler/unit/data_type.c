/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/data_type.h"
#include "compiler/unit/memory_type.h"
#include "compiler/unit/range.h"
#include "compiler/unit/unit.h"

#include "base/buffer.h"

#include <string.h>

struct type type_data(struct compile *compile, const struct shape *shape, struct type *elements)
{
	struct data *data = ARENA_NEW(compile->arena, struct data);

	*data = (struct data){ shape, elements };
	return (struct type){ .data = data, .data_count = 1 };
}

struct type type_error(struct compile *compile)
{
	struct type *elements = ARENA_ARRAY(compile->arena, struct type, 2);

	elements[0] = type_atom(compile, ATOM_ERROR);
	elements[1] = (struct type){ .atoms.any_errno = true };
	return type_data(compile, shape_of(compile, DATA_TUPLE, 2, ATOM_ERROR, NULL), elements);
}

struct type type_status(struct compile *compile)
{
	return type_join(compile, type_atom(compile, ATOM_OK), type_error(compile));
}

struct type type_only_data(struct type type)
{
	return (struct type){ .data = type.data,
			      .data_count = type.data_count,
			      .is_poison = type.is_poison };
}

struct type type_only_shape(struct type type, size_t n)
{
	return (struct type){ .data = &type.data[n], .data_count = 1 };
}

struct type type_without_shape(struct compile *compile, struct type type, size_t n)
{
	struct data *kept = ARENA_ARRAY(compile->arena, struct data, type.data_count);

	memcpy(kept, type.data, n * sizeof(*kept));
	memcpy(kept + n, type.data + n + 1, (type.data_count - n - 1) * sizeof(*kept));
	type.data = kept;
	type.data_count--;
	return type;
}

const struct data *type_find_data(const struct type *type, const struct shape *shape)
{
	for (size_t i = 0; i < type->data_count; i++) {
		if (type->data[i].shape == shape)
			return &type->data[i];
	}
	return NULL;
}

const struct data *type_find_list(const struct type *type, size_t count)
{
	for (size_t i = 0; i < type->data_count; i++) {
		const struct shape *shape = type->data[i].shape;

		if (shape->kind == DATA_LIST && shape->count == count)
			return &type->data[i];
	}
	return NULL;
}

bool type_array_meets_list(const struct type *a, const struct type *b)
{
	if (a->memory && a->memory->kind == MEMORY_ARRAY && type_find_list(b, a->memory->count))
		return true;
	return b->memory && b->memory->kind == MEMORY_ARRAY && type_find_list(a, b->memory->count);
}

static void join_elements(struct compile *compile, struct data *to, const struct data *from)
{
	struct type *joined = ARENA_ARRAY(compile->arena, struct type, to->shape->count);

	for (size_t i = 0; i < to->shape->count; i++)
		joined[i] = type_join(compile, to->elements[i], from->elements[i]);
	to->elements = joined;
}

struct type type_only_tuples(struct compile *compile, const struct type *type, size_t count)
{
	struct data tuple = { 0 };

	for (size_t i = 0; i < type->data_count; i++) {
		const struct data *data = &type->data[i];

		if (data->shape->kind != DATA_TUPLE || data->shape->count != count)
			continue;
		if (!tuple.shape) {
			tuple = *data;
			continue;
		}
		tuple.shape = shape_of(compile, DATA_TUPLE, count, NO_LABEL, NULL);
		join_elements(compile, &tuple, data);
	}
	return tuple.shape ? type_data(compile, tuple.shape, tuple.elements) : type_none();
}

/* Whether values of the two shapes must be taken for one another's. */
static bool is_one_shape(const struct shape *a, const struct shape *b)
{
	return a == b || ((a->label == NO_LABEL || b->label == NO_LABEL) && shape_is_like(a, b));
}

/* Takes out what is of one shape with `data`, and puts all of that back as one. */
static size_t add_data(struct compile *compile, struct data *all, size_t count, struct data data)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (!is_one_shape(all[i].shape, data.shape)) {
			all[kept++] = all[i];
			continue;
		}
		if (all[i].shape->label == NO_LABEL)
			data.shape = all[i].shape;
		join_elements(compile, &data, &all[i]);
	}
	count = kept;
	for (; kept && all[kept - 1].shape->tag > data.shape->tag; kept--)
		all[kept] = all[kept - 1];
	all[kept] = data;
	return count + 1;
}

void data_join(struct compile *compile, struct type *joined, const struct type *a,
	       const struct type *b)
{
	struct data *all;
	size_t count = 0;

	if (!a->data_count || !b->data_count) {
		joined->data = a->data_count ? a->data : b->data;
		joined->data_count = a->data_count + b->data_count;
		return;
	}
	all = ARENA_ARRAY(compile->arena, struct data, a->data_count + b->data_count);
	for (size_t i = 0; i < a->data_count; i++)
		count = add_data(compile, all, count, a->data[i]);
	for (size_t i = 0; i < b->data_count; i++)
		count = add_data(compile, all, count, b->data[i]);
	joined->data = all;
	joined->data_count = count;
}

void data_widen(struct compile *compile, struct type *type)
{
	struct data *widened;

	if (!type->data_count)
		return;
	widened = ARENA_ARRAY(compile->arena, struct data, type->data_count);
	for (size_t i = 0; i < type->data_count; i++) {
		size_t count = type->data[i].shape->count;

		widened[i].shape = type->data[i].shape;
		widened[i].elements = ARENA_ARRAY(compile->arena, struct type, count);
		for (size_t n = 0; n < count; n++)
			widened[i].elements[n] = type_widened(compile, type->data[i].elements[n]);
	}
	type->data = widened;
}

bool data_equal(const struct type *a, const struct type *b)
{
	if (a->data_count != b->data_count)
		return false;
	for (size_t i = 0; i < a->data_count; i++) {
		if (a->data[i].shape != b->data[i].shape)
			return false;
		for (size_t n = 0; n < a->data[i].shape->count; n++) {
			if (!type_equal(&a->data[i].elements[n], &b->data[i].elements[n]))
				return false;
		}
	}
	return true;
}

static const char *map_text(struct compile *compile, const struct shape *shape)
{
	struct buffer text;

	if (is_range_shape(shape))
		return "a range";
	buffer_init(&text, compile->arena);
	buffer_add_text(&text, shape->count ? "a map of " : "an empty map");
	for (size_t i = 0; i < shape->count; i++)
		buffer_print(&text, "%s`%s`", i ? ", " : "",
			     map_key_text(compile, &shape->keys[i]));
	return text.text;
}

static const char *labelled_text(struct compile *compile, const struct atom_table *atoms,
				 const struct shape *shape)
{
	const char *label = atom_text(atoms, shape->label);
	struct buffer text;

	if (shape->count == 2 && strcmp(label, "error") == 0)
		return "`{:error, reason}`";
	buffer_init(&text, compile->arena);
	buffer_print(&text, "`{%s%s", shape->label >= 0 && shape->label <= ATOM_NIL ? "" : ":",
		     label);
	for (size_t i = 1; i < shape->count; i++)
		buffer_add_text(&text, ", _");
	buffer_add_text(&text, "}`");
	return text.text;
}

const char *shape_text(struct compile *compile, const struct atom_table *atoms,
		       const struct shape *shape)
{
	const char *plural = shape->count == 1 ? "" : "s";

	switch (shape->kind) {
	case DATA_TUPLE:
		if (shape->label != NO_LABEL)
			return labelled_text(compile, atoms, shape);
		return arena_print(compile->arena, "a tuple of %zu element%s", shape->count,
				   plural);
	case DATA_LIST:
		return arena_print(compile->arena, "a list of %zu element%s", shape->count, plural);
	case DATA_MAP:
		return map_text(compile, shape);
	case DATA_FUNCTION:
		return "a function";
	case DATA_UNKEPT:
		return "a list that the kernel does not keep";
	case DATA_TASK:
		return "the current task";
	case DATA_TASK_GROUPS:
		return "the control groups of the current task";
	case DATA_CGROUP:
		return "the control group of the current task";
	case DATA_ENTRIES:
		return arena_print(compile->arena, "the entries of map `%s`", shape->map->name);
	}
	return "data";
}
