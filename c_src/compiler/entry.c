/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/entry.h"

#include "compiler/type.h"
#include "compiler/unit.h"

bool entry_read(struct unit *unit, const struct term *term)
{
	const char *name = term_name(term_get(term, "name"));

	unit->entry_arguments = term_get(term, "arguments");
	if (!name || !unit->entry_arguments || unit->entry_arguments->kind != TERM_LIST)
		return false;
	unit->entry = unit_find_function(unit, name, (int)term_count(unit->entry_arguments));
	return unit->entry && !unit->entry->program;
}

static bool atom_part(struct compile *compile, struct atom_table *atoms, const struct term *term,
		      struct type *part)
{
	const char *name = term_name(term);

	if (name)
		*part = type_atom(compile, atom_id(compile, atoms, name));
	return name != NULL;
}

static bool error_part(struct compile *compile, struct atom_table *atoms, const struct term *term,
		       struct type *part)
{
	struct type reason;

	*part = type_none();
	if (!entry_type(compile, atoms, term, &reason) || !type_is_atoms(&reason))
		return false;
	part->has_error = true;
	part->reasons = reason.atoms;
	return true;
}

static bool read_part(struct compile *compile, struct atom_table *atoms, const struct term *term,
		      struct type *part)
{
	if (term_is_atom(term, "s64") || term_is_atom(term, "u64")) {
		*part = type_full(term_is_atom(term, "u64") ? INTEGER_U64 : INTEGER_S64);
		return true;
	}
	if (!term_is_tuple(term, 2))
		return false;
	if (term_is_atom(term_item(term, 0), "atom"))
		return atom_part(compile, atoms, term_item(term, 1), part);
	return term_is_atom(term_item(term, 0), "error") &&
	       error_part(compile, atoms, term_item(term, 1), part);
}

bool entry_type(struct compile *compile, struct atom_table *atoms, const struct term *term,
		struct type *type)
{
	*type = type_none();
	if (!term || term->kind != TERM_LIST)
		return false;
	for (size_t i = 0; i < term_count(term); i++) {
		struct type part;

		if (!read_part(compile, atoms, term_item(term, i), &part))
			return false;
		*type = type_join(compile, *type, part);
	}
	return !type_is_none(type);
}
