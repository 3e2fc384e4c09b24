/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/type.h"

#include "base/buffer.h"
#include "compiler/unit/binary_type.h"
#include "compiler/unit/data_type.h"
#include "compiler/unit/memory_type.h"
#include "compiler/table/tables.h"

#include <string.h>

static const char *const first_atoms[] = { "false", "true", "nil", "ok", "error" };

static int add_atom(struct compile *compile, struct atom_table *table, const char *name)
{
	if (table->count == table->capacity) {
		table->capacity = table->capacity ? 2 * table->capacity : 16;
		table->names = arena_grow(compile->arena, table->names, table->count,
					  table->capacity, sizeof(*table->names));
	}
	table->names[table->count] = name;
	return ATOM_FIRST_OTHER + (int)table->count++;
}

static int new_atom_id(struct compile *compile, struct atom_table *table, const char *name)
{
	int number = errno_find(name);

	if (number)
		return -number;
	for (int i = 0; i < ATOM_FIRST_OTHER; i++) {
		if (strcmp(first_atoms[i], name) == 0)
			return i;
	}
	return add_atom(compile, table, name);
}

int atom_id(struct compile *compile, struct atom_table *table, const char *text)
{
	const char *name = name_of_text(&compile->names, text);
	uint64_t key = (uint64_t)(uintptr_t)name;
	int *id = index_get(&table->ids, key);

	if (id)
		return *id;
	id = ARENA_NEW(compile->arena, int);
	*id = new_atom_id(compile, table, name);
	if (!table->ids.arena)
		index_init(&table->ids, compile->arena);
	index_put(&table->ids, key, id);
	return *id;
}

const char *atom_text(const struct atom_table *table, int id)
{
	if (id < 0)
		return errno_name(-id);
	return id < ATOM_FIRST_OTHER ? first_atoms[id] : table->names[id - ATOM_FIRST_OTHER];
}

static bool atoms_contain(const struct atoms *atoms, int id)
{
	if (id < 0 && atoms->any_errno)
		return true;
	for (size_t i = 0; i < atoms->count; i++) {
		if (atoms->ids[i] == id)
			return true;
	}
	return false;
}

static bool atoms_are_empty(const struct atoms *atoms)
{
	return !atoms->count && !atoms->any_errno;
}

static struct atoms atoms_union(struct compile *compile, const struct atoms *a,
				const struct atoms *b)
{
	int *ids = ARENA_ARRAY(compile->arena, int, a->count + b->count);
	struct atoms both = { .ids = ids, .any_errno = a->any_errno || b->any_errno };
	size_t i = 0, j = 0;

	while (i < a->count || j < b->count) {
		int id;

		if (j == b->count || (i < a->count && a->ids[i] <= b->ids[j])) {
			id = a->ids[i++];
			if (j < b->count && b->ids[j] == id)
				j++;
		} else {
			id = b->ids[j++];
		}
		ids[both.count++] = id;
	}
	return both;
}

/* Keeps the atoms whose being `id` is `wanted`. Any errno less one is any errno still. */
static struct atoms atoms_where(struct compile *compile, const struct atoms *atoms, int id,
				bool wanted)
{
	int *ids = ARENA_ARRAY(compile->arena, int, atoms->count + 1);
	struct atoms kept = { .ids = ids, .any_errno = atoms->any_errno && !wanted };

	for (size_t i = 0; i < atoms->count; i++) {
		if ((atoms->ids[i] == id) == wanted)
			ids[kept.count++] = atoms->ids[i];
	}
	if (wanted && !kept.count && atoms_contain(atoms, id))
		ids[kept.count++] = id;
	return kept;
}

static bool atoms_equal(const struct atoms *a, const struct atoms *b)
{
	return a->any_errno == b->any_errno && a->count == b->count &&
	       (!a->count || memcmp(a->ids, b->ids, a->count * sizeof(*a->ids)) == 0);
}

struct type type_none(void)
{
	return (struct type){ .integer = INTEGER_NONE };
}

struct type type_poison(void)
{
	return (struct type){ .is_poison = true };
}

struct type type_integer(enum integer_kind kind, wide low, wide high)
{
	return (struct type){ .integer = kind, .range = { low, high } };
}

struct range range_of_kind(enum integer_kind kind)
{
	if (kind == INTEGER_U64)
		return (struct range){ 0, WIDE_U64_MAX };
	return (struct range){ WIDE_S64_MIN, WIDE_S64_MAX };
}

bool range_within(struct range inner, struct range outer)
{
	return inner.low >= outer.low && inner.high <= outer.high;
}

struct type type_full(enum integer_kind kind)
{
	struct range range = range_of_kind(kind);

	return type_integer(kind, range.low, range.high);
}

struct type type_atom(struct compile *compile, int id)
{
	int *ids = ARENA_NEW(compile->arena, int);

	*ids = id;
	return (struct type){ .atoms = { .ids = ids, .count = 1 } };
}

struct type type_boolean(struct compile *compile)
{
	return type_join(compile, type_atom(compile, ATOM_FALSE), type_atom(compile, ATOM_TRUE));
}

struct type type_unkept(struct compile *compile)
{
	return type_data(compile, shape_of(compile, DATA_UNKEPT, 0, NO_LABEL, NULL), NULL);
}

static bool type_has_kind(const struct type *type, enum data_kind kind)
{
	for (size_t i = 0; i < type->data_count; i++) {
		if (type->data[i].shape->kind == kind)
			return true;
		for (size_t n = 0; n < type->data[i].shape->count; n++) {
			if (type_has_kind(&type->data[i].elements[n], kind))
				return true;
		}
	}
	return false;
}

bool type_has_unkept(const struct type *type)
{
	return type_has_kind(type, DATA_UNKEPT);
}

bool type_may_be_unkept(const struct type *type)
{
	for (size_t i = 0; i < type->data_count; i++) {
		if (type->data[i].shape->kind == DATA_UNKEPT)
			return true;
	}
	return false;
}

bool type_has_function(const struct type *type)
{
	return type_has_kind(type, DATA_FUNCTION);
}

static int parts(const struct type *type)
{
	return (type->integer != INTEGER_NONE) + !atoms_are_empty(&type->atoms) +
	       type_has_binary(type) + (int)type->data_count + (type->memory != NULL);
}

bool type_is_binary(const struct type *type)
{
	return type_has_binary(type) && parts(type) == 1;
}

bool type_is_none(const struct type *type)
{
	return !parts(type) && !type->context && !type->is_poison;
}

bool type_is_integer(const struct type *type)
{
	return type->integer != INTEGER_NONE && parts(type) == 1;
}

bool type_is_atoms(const struct type *type)
{
	return !atoms_are_empty(&type->atoms) && parts(type) == 1;
}

bool type_is_data(const struct type *type)
{
	return type->data_count && (size_t)parts(type) == type->data_count;
}

bool type_is_tagged(const struct type *type)
{
	return parts(type) > 1;
}

bool type_has_atom(const struct type *type, int id)
{
	return atoms_contain(&type->atoms, id);
}

bool type_is_single_atom(const struct type *type)
{
	return type_is_atoms(type) && type->atoms.count == 1 && !type->atoms.any_errno;
}

bool type_is_only_atom(const struct type *type, int id)
{
	return type_is_single_atom(type) && type->atoms.ids[0] == id;
}

bool type_can_be_falsy(const struct type *type)
{
	return type_has_atom(type, ATOM_FALSE) || type_has_atom(type, ATOM_NIL);
}

bool type_can_be_truthy(const struct type *type)
{
	size_t falsy = (size_t)type_has_atom(type, ATOM_FALSE) + type_has_atom(type, ATOM_NIL);

	return type->integer != INTEGER_NONE || type->data_count || type_has_binary(type) ||
	       type->context || type->memory || type->atoms.any_errno || type->atoms.count > falsy;
}

bool type_is_boolean(const struct type *type)
{
	size_t booleans = (size_t)type_has_atom(type, ATOM_FALSE) + type_has_atom(type, ATOM_TRUE);

	return type_is_atoms(type) && !type->atoms.any_errno && type->atoms.count == booleans;
}

/* A non-negative literal takes the other side's type; of two types, s64 holds. */
static void join_integers(struct type *joined, const struct type *a, const struct type *b)
{
	struct range full;

	if (a->integer == INTEGER_NONE || b->integer == INTEGER_NONE) {
		const struct type *one = a->integer == INTEGER_NONE ? b : a;

		joined->integer = one->integer;
		joined->is_literal = one->is_literal;
		joined->range = one->range;
		return;
	}
	joined->is_literal = a->is_literal && b->is_literal;
	if (a->integer == b->integer || b->is_literal)
		joined->integer = a->integer;
	else
		joined->integer = a->is_literal ? b->integer : INTEGER_S64;
	joined->range.low = a->range.low < b->range.low ? a->range.low : b->range.low;
	joined->range.high = a->range.high > b->range.high ? a->range.high : b->range.high;
	full = range_of_kind(joined->integer);
	if (!range_within(joined->range, full))
		joined->range = full;
}

struct type type_join(struct compile *compile, struct type a, struct type b)
{
	struct type joined = type_none();

	if (a.is_poison || type_is_none(&b))
		return a;
	if (b.is_poison || type_is_none(&a))
		return b;
	join_integers(&joined, &a, &b);
	joined.atoms = atoms_union(compile, &a.atoms, &b.atoms);
	data_join(compile, &joined, &a, &b);
	joined.memory = a.memory ? a.memory : b.memory;
	joined.is_mixed = a.is_mixed || b.is_mixed ||
			  (a.memory && b.memory && !memory_type_equal(a.memory, b.memory));
	joined.context = a.context ? a.context : b.context;
	binary_join(&joined, &a, &b);
	return joined;
}

struct type type_without_atom(struct compile *compile, struct type type, int id)
{
	type.atoms = atoms_where(compile, &type.atoms, id, false);
	return type;
}

struct type type_only_atom(struct compile *compile, struct type type, int id)
{
	struct type only = type_none();

	only.is_poison = type.is_poison;
	only.atoms = atoms_where(compile, &type.atoms, id, true);
	return only;
}

struct type type_truthy(struct compile *compile, struct type type)
{
	return type_without_atom(compile, type_without_atom(compile, type, ATOM_FALSE), ATOM_NIL);
}

struct type type_falsy(struct compile *compile, struct type type)
{
	return type_join(compile, type_only_atom(compile, type, ATOM_FALSE),
			 type_only_atom(compile, type, ATOM_NIL));
}

struct type type_only_integer(struct type type)
{
	return (struct type){ .integer = type.integer,
			      .is_literal = type.is_literal,
			      .range = type.range,
			      .is_poison = type.is_poison };
}

struct type type_only_atoms(struct type type)
{
	return (struct type){ .atoms = type.atoms, .is_poison = type.is_poison };
}

struct type type_memory(const struct memory_type *memory)
{
	return (struct type){ .memory = memory };
}

bool type_is_memory(const struct type *type)
{
	return type->memory && parts(type) == 1;
}

struct type type_only_memory(struct type type)
{
	return (struct type){ .memory = type.memory,
			      .is_mixed = type.is_mixed,
			      .is_poison = type.is_poison };
}

struct type type_without_memory(struct type type)
{
	type.memory = NULL;
	type.is_mixed = false;
	return type;
}

struct type type_with_range(struct type type, struct range range)
{
	if (type.integer == INTEGER_NONE)
		return type;
	if (range.low > type.range.low)
		type.range.low = range.low;
	if (range.high < type.range.high)
		type.range.high = range.high;
	if (type.range.low > type.range.high)
		type.integer = INTEGER_NONE;
	return type;
}

struct type type_widened(struct compile *compile, struct type type)
{
	if (type.integer != INTEGER_NONE)
		type.range = range_of_kind(type.integer);
	type.is_literal = false;
	binary_widen(&type);
	data_widen(compile, &type);
	return type;
}

static size_t count_functions(const struct type *type)
{
	size_t count = 0;

	for (size_t i = 0; i < type->data_count; i++)
		count += type->data[i].shape->kind == DATA_FUNCTION;
	return count;
}

bool type_same_functions(const struct type *a, const struct type *b)
{
	if (count_functions(a) != count_functions(b))
		return false;
	for (size_t i = 0; i < a->data_count; i++) {
		const struct data *left = &a->data[i], *right = type_find_data(b, left->shape);

		if (!right && left->shape->kind == DATA_FUNCTION)
			return false;
		for (size_t n = 0; right && n < left->shape->count; n++) {
			if (!type_same_functions(&left->elements[n], &right->elements[n]))
				return false;
		}
	}
	return true;
}

bool type_equal(const struct type *a, const struct type *b)
{
	return a->integer == b->integer && a->is_literal == b->is_literal &&
	       (a->integer == INTEGER_NONE ||
		(a->range.low == b->range.low && a->range.high == b->range.high)) &&
	       atoms_equal(&a->atoms, &b->atoms) && data_equal(a, b) && a->context == b->context &&
	       binary_equal(a, b) && a->is_mixed == b->is_mixed &&
	       memory_type_equal(a->memory, b->memory) && a->is_poison == b->is_poison;
}

static void add_alternative(struct buffer *text, const char *alternative)
{
	buffer_print(text, "%s%s", text->size ? " or " : "", alternative);
}

/* As it is written: `nil`, `:ok`, `Foo.Bar`. */
static void add_atom_text(struct buffer *text, const struct atom_table *atoms, int id)
{
	const char *name = atom_text(atoms, id);
	bool is_module = strncmp(name, "Elixir.", 7) == 0;
	bool is_word = id >= 0 && id <= ATOM_NIL;

	buffer_print(text, "%s`%s%s`", text->size ? " or " : "", is_module || is_word ? "" : ":",
		     is_module ? name + 7 : name);
}

const char *type_text(struct compile *compile, const struct atom_table *atoms,
		      const struct type *type)
{
	struct buffer text;

	buffer_init(&text, compile->arena);
	if (type->integer != INTEGER_NONE)
		add_alternative(&text, "an integer");
	for (size_t i = 0; i < type->atoms.count; i++)
		add_atom_text(&text, atoms, type->atoms.ids[i]);
	if (type->atoms.any_errno)
		add_alternative(&text, "an error such as `:enoent`");
	for (size_t i = 0; i < type->data_count; i++)
		add_alternative(&text, shape_text(compile, atoms, type->data[i].shape));
	if (type->memory)
		add_alternative(&text, type->is_mixed ? "structs of several types"
						      : memory_type_text(compile, type->memory));
	if (type->context)
		add_alternative(&text, "the program's context");
	if (type->text_size)
		add_alternative(&text, "a string");
	if (type->slice.is_slice)
		add_alternative(&text, slice_text(compile, &type->slice));
	return text.size ? text.text : "nothing";
}
