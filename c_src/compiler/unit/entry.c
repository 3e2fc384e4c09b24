/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/entry.h"

#include "compiler/unit/type.h"
#include "compiler/unit/unit.h"

/* Of all levels together, so that no type is nested deeper than that either. */
#define MOST_PARTS 128

struct reader {
	struct compile *compile;
	struct atom_table *atoms;
	int parts; /* that may still come */
};

bool entry_read(struct unit *unit, const struct term *term)
{
	const char *name = term_name(term_get(term, "name"));

	unit->entry_arguments = term_get(term, "arguments");
	if (!name || !unit->entry_arguments || unit->entry_arguments->kind != TERM_LIST)
		return false;
	unit->entry = unit_find_function(unit, &unit->modules[0], name,
					 (int)term_count(unit->entry_arguments));
	return unit->entry && !unit->entry->program;
}

static bool read_type(struct reader *reader, const struct term *term, struct type *type);

static bool read_atom(struct reader *reader, const struct term *term, struct type *part)
{
	const char *name = term_name(term);

	if (name)
		*part = type_atom(reader->compile, atom_id(reader->compile, reader->atoms, name));
	return name != NULL;
}

/* A tuple or list, as infer makes it of elements of these types. */
static bool read_sequence(struct reader *reader, enum data_kind kind, const struct term *terms,
			  struct type *part)
{
	size_t count = term_count(terms);
	struct type *elements = ARENA_ARRAY(reader->compile->arena, struct type, count);
	int label = NO_LABEL;

	if (terms->kind != TERM_LIST)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!read_type(reader, term_item(terms, i), &elements[i]))
			return false;
	}
	if (kind == DATA_TUPLE && count && type_is_single_atom(&elements[0]))
		label = elements[0].atoms.ids[0];
	*part = type_data(reader->compile, shape_of(reader->compile, kind, count, label, NULL),
			  elements);
	return true;
}

static bool read_key(const struct term *term, struct map_key *key)
{
	*key = (struct map_key){ .atom = term_name(term) };
	if (key->atom)
		return true;
	if (!term || term->kind != TERM_INTEGER)
		return false;
	key->integer.magnitude = term->integer.magnitude;
	key->integer.is_negative = term->integer.negative;
	return true;
}

static bool read_map(struct reader *reader, const struct term *terms, struct type *part)
{
	size_t count = term_count(terms);
	struct type *elements = ARENA_ARRAY(reader->compile->arena, struct type, count);
	struct map_key *keys = ARENA_ARRAY(reader->compile->arena, struct map_key, count);

	if (terms->kind != TERM_LIST)
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct term *pair = term_item(terms, i);
		struct map_key key;
		struct type type;
		size_t at = i;

		if (!term_is_tuple(pair, 2) || !read_key(term_item(pair, 0), &key) ||
		    !read_type(reader, term_item(pair, 1), &type))
			return false;
		for (; at && map_key_compare(&keys[at - 1], &key) >= 0; at--) {
			if (map_key_compare(&keys[at - 1], &key) == 0)
				return false;
			keys[at] = keys[at - 1];
			elements[at] = elements[at - 1];
		}
		keys[at] = key;
		elements[at] = type;
	}
	*part = type_data(reader->compile,
			  shape_of(reader->compile, DATA_MAP, count, NO_LABEL, keys), elements);
	return true;
}

static bool read_part(struct reader *reader, const struct term *term, struct type *part)
{
	const struct term *kind = term_item(term, 0), *of = term_item(term, 1);

	if (!reader->parts--)
		return false;
	if (term_is_atom(term, "s64") || term_is_atom(term, "u64")) {
		*part = type_full(term_is_atom(term, "u64") ? INTEGER_U64 : INTEGER_S64);
		return true;
	}
	if (!term_is_tuple(term, 2))
		return false;
	if (term_is_atom(kind, "atom"))
		return read_atom(reader, of, part);
	if (term_is_atom(kind, "tuple"))
		return read_sequence(reader, DATA_TUPLE, of, part);
	if (term_is_atom(kind, "list"))
		return read_sequence(reader, DATA_LIST, of, part);
	return term_is_atom(kind, "map") && read_map(reader, of, part);
}

static bool read_type(struct reader *reader, const struct term *term, struct type *type)
{
	*type = type_none();
	if (!term || term->kind != TERM_LIST)
		return false;
	for (size_t i = 0; i < term_count(term); i++) {
		struct type part;

		if (!read_part(reader, term_item(term, i), &part))
			return false;
		*type = type_join(reader->compile, *type, part);
	}
	return !type_is_none(type);
}

bool entry_type(struct compile *compile, struct atom_table *atoms, const struct term *term,
		struct type *type)
{
	struct reader reader = { .compile = compile, .atoms = atoms, .parts = MOST_PARTS };

	return read_type(&reader, term, type);
}
